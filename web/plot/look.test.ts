import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapColour } from './colour-map.ts';
import { DEFAULT_COLOURS, markerPath, seriesStyle, type Ink } from './inks.ts';
import { flow } from './legend.ts';

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(colour: readonly number[]): number {
  const [red, green, blue] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function hexToRgb(hex: string): number[] {
  return [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

test('colour maps rise or fall in lightness all the way', () => {
  for (const name of ['viridis', 'cividis', 'relief'] as const) {
    for (const dark of [false, true]) {
      const steps = Array.from({ length: 64 }, (_, index) => luminance(mapColour(name, index / 63, dark)));
      const rising = steps[63]! > steps[0]!;
      for (let index = 1; index < 64; ++index)
        assert.equal(steps[index]! > steps[index - 1]!, rising, `${name} at ${index}`);
    }
  }
  assert.deepEqual(mapColour('viridis', 7, false), mapColour('viridis', 1, false));
});

test('the signed colour map has the paper at zero and grows away from it evenly to both sides', () => {
  for (const dark of [false, true]) {
    const paper = luminance(mapColour('signed', 0.5, dark));
    assert.deepEqual([...mapColour('signed', 0.5, dark)], hexToRgb(DEFAULT_COLOURS.paper[dark ? 1 : 0]));
    for (const side of [-1, 1]) {
      const away = Array.from({ length: 32 }, (_, index) =>
        Math.abs(luminance(mapColour('signed', 0.5 + (side * index) / 62, dark)) - paper),
      );
      for (let index = 1; index < 32; ++index) assert.ok(away[index]! > away[index - 1]!, `${side} at ${index}`);
    }
  }
});

test('lines stand out from the paper, and text as WCAG asks, in both themes', () => {
  const decoration: Ink[] = ['paper', 'panel', 'grid', 'line', 'on-accent'];
  for (const theme of [0, 1] as const) {
    const paper = luminance(hexToRgb(DEFAULT_COLOURS.paper[theme]));
    for (const [ink, colours] of Object.entries(DEFAULT_COLOURS)) {
      if (decoration.includes(ink as Ink)) continue;
      const needed = ink.startsWith('series') ? 3 : 4.5;
      assert.ok(contrast(luminance(hexToRgb(colours[theme])), paper) >= needed, `${ink} in theme ${theme}`);
    }
  }
});

test('series differ in colour, dash and marker', () => {
  const styles = Array.from({ length: 6 }, (_, index) => seriesStyle(index));
  for (const part of ['ink', 'dash', 'marker'] as const)
    assert.equal(new Set(styles.map((style) => style[part])).size, 6);
  assert.deepEqual(seriesStyle(7), seriesStyle(1));
  assert.equal(new Set(styles.map(({ marker }) => markerPath(marker, 0, 0, 5))).size, 6);
});

test('the key flows into rows', () => {
  assert.deepEqual(flow([100, 100, 100], 300, 50), {
    places: [
      { left: 50, row: 0 },
      { left: 166, row: 0 },
      { left: 0, row: 1 },
    ],
    rows: 2,
  });
  assert.equal(flow([], 300, 50).rows, 0);
  // An entry wider than the figure still has a row of its own.
  assert.deepEqual(flow([500], 300, 0).places, [{ left: 0, row: 0 }]);
});
