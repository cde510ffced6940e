/**
 * Colour maps from [0, 1]: all but the signed one rise or fall evenly in lightness, so they can be read without telling hues apart, and in
 * print.
 */

import type { Rgb } from './colour.ts';

/**
 * `viridis` and `cividis` carry values by colour alone; `relief` is the quiet ground of a contour map: a tint that is strongest
 * in the valley and fades into the paper on the heights, so that what is drawn on it stays legible. `signed` is for numbers of either
 * sign, weights and activations: orange below zero, paper at it, blue above.
 */
export type ColourMapName = 'viridis' | 'cividis' | 'relief' | 'signed';

// Ten evenly spaced samples of matplotlib's maps (viridis: van der Walt and Smith 2015; cividis: Nuñez, Anderton and
// Renslow 2018); both in the public domain.
const VIRIDIS = '440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725';
const CIVIDIS = '00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838';
const RELIEF_LIGHT = '8fb6cf a5c4d6 b9d1dc ccdde2 dce7e7 e9efec f3f4ef fbf9f4';
const RELIEF_DARK = '3b6680 335a71 2c4e62 264354 213947 1e303b 1b2830 191f25';
// Between the colours of the second and the first series, which colour-blind readers can tell apart.
const SIGNED_LIGHT = 'd55e00 fffdf9 0072b2';
const SIGNED_DARK = 'f0843c 16181c 56b4e9';

const TABLES: Record<string, readonly Rgb[]> = {};

const COLOURS: Record<ColourMapName, readonly [light: string, dark: string]> = {
  viridis: [VIRIDIS, VIRIDIS],
  cividis: [CIVIDIS, CIVIDIS],
  relief: [RELIEF_LIGHT, RELIEF_DARK],
  signed: [SIGNED_LIGHT, SIGNED_DARK],
};

function anchors(name: ColourMapName, dark: boolean): readonly Rgb[] {
  const text = COLOURS[name][dark ? 1 : 0];
  return (TABLES[text] ??= text.split(' ').map((hex) => {
    const value = parseInt(hex, 16);
    return [value >> 16, (value >> 8) & 255, value & 255] as const;
  }));
}

/** The colour at `position`, clamped to [0, 1]. */
export function mapColour(name: ColourMapName, position: number, dark: boolean): Rgb {
  const table = anchors(name, dark);
  const place = Math.min(1, Math.max(0, position)) * (table.length - 1);
  const index = Math.min(Math.floor(place), table.length - 2);
  return mix(table[index]!, table[index + 1]!, place - index);
}

/** `share` of the second colour in the first, each channel rounded. */
export function mix(first: Rgb, second: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2) => Math.round(first[index] + (second[index] - first[index]) * share);
  return [channel(0), channel(1), channel(2)];
}
