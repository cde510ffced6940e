/**
 * The colours of the page for what CSS cannot reach: canvases and the 3-D view. They are read once per theme and read again
 * when the reader's system or Starlight's switch (`data-theme` on <html>) changes it; SVG follows by itself.
 */

import { DEFAULT_COLOURS, INKS, type Ink } from './inks.ts';

/** Red, green, blue, each 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

export interface Palette {
  readonly dark: boolean;
  rgb(ink: Ink): Rgb;
  /** The colour as CSS text, for a canvas. */
  css(ink: Ink, opacity?: number): string;
}

let current: Palette | undefined;
const listeners = new Set<() => void>();

/** The colours of the theme the page has now. */
export function palette(): Palette {
  if (!current) {
    watchTheme();
    current = readPalette();
  }
  return current;
}

/** Calls back after every change of theme, until the returned function is called. */
export function onThemeChange(listener: () => void): () => void {
  watchTheme();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let watching = false;

function watchTheme(): void {
  if (watching) return;
  watching = true;
  const changed = () => {
    current = undefined;
    for (const listener of listeners) listener();
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
  new MutationObserver(changed).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme'],
  });
}

function readPalette(): Palette {
  const root = getComputedStyle(document.documentElement);
  const dark = isDark(root);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  const colours = new Map<Ink, Rgb>();
  for (const ink of INKS) {
    context.fillStyle = DEFAULT_COLOURS[ink][dark ? 1 : 0];
    // A canvas understands every notation of CSS and ignores what is no colour: the default then stays.
    const own = root.getPropertyValue(`--dh-${ink}`).trim();
    if (own) context.fillStyle = own;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    colours.set(ink, [red!, green!, blue!]);
  }
  const rgb = (ink: Ink) => colours.get(ink)!;
  return { dark, rgb, css: (ink, opacity = 1) => cssColour(rgb(ink), opacity) };
}

export function cssColour([red, green, blue]: Rgb, opacity = 1): string {
  return opacity === 1 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${opacity})`;
}

function isDark(root: CSSStyleDeclaration): boolean {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'dark' || chosen === 'light') return chosen === 'dark';
  return root.colorScheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches;
}
