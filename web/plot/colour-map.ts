/**
 * Colour maps from [0, 1]: all rise or fall evenly in lightness, so they can be read without telling hues apart, and in print.
 */

import type { Rgb } from './colour.ts';

/**
 * `viridis` and `cividis` carry values by colour alone; `relief` is the quiet ground of a contour map: a tint that is strongest
 * in the valley and fades into the paper on the heights, so that what is drawn on it stays legible.
 */
export type ColourMapName = 'viridis' | 'cividis' | 'relief';

// Ten evenly spaced samples of matplotlib's maps (viridis: van der Walt and Smith 2015; cividis: Nuñez, Anderton and
// Renslow 2018); both in the public domain.
const VIRIDIS = '440154 482878 3e4989 31688e 26828e 1f9e89 35b779 6ece58 b5de2b fde725';
const CIVIDIS = '00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838';
const RELIEF_LIGHT = '8fb6cf a5c4d6 b9d1dc ccdde2 dce7e7 e9efec f3f4ef fbf9f4';
const RELIEF_DARK = '3b6680 335a71 2c4e62 264354 213947 1e303b 1b2830 191f25';

const TABLES: Record<string, readonly Rgb[]> = {};

function anchors(name: ColourMapName, dark: boolean): readonly Rgb[] {
  const text = name === 'viridis' ? VIRIDIS : name === 'cividis' ? CIVIDIS : dark ? RELIEF_DARK : RELIEF_LIGHT;
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
