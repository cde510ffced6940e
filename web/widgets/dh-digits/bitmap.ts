/** Pictures of 28 × 28 on small canvases, a pixel a number: ink on paper, or numbers of either sign. */
import { noChange } from 'lit';
import { Directive, PartType, directive } from 'lit/directive.js';
import type { ElementPart, PartInfo } from 'lit/directive.js';
import { palette } from '../../plot/colour.ts';
import type { Rgb } from '../../plot/colour.ts';
import { mapColour, mix } from '../../plot/colour-map.ts';
import { SIDE } from '../../figures/networks/digit-images.ts';

/** Ink: 0 is paper, 1 full. Signed: −1 to 1. */
export type Look = 'ink' | 'signed';

const tables = new Map<string, readonly Rgb[]>();

function tableOf(look: Look): readonly Rgb[] {
  const colours = palette();
  const key = `${look} ${colours.dark}`;
  let table = tables.get(key);
  if (!table) {
    const colour = (share: number) =>
      look === 'signed'
        ? mapColour('signed', share, colours.dark)
        : mix(colours.rgb('paper'), colours.rgb('ink'), share);
    table = Array.from({ length: 256 }, (_, index) => colour(index / 255));
    tables.set(key, table);
  }
  return table;
}

function paint(canvas: HTMLCanvasElement, values: ArrayLike<number>, look: Look, reach: number): void {
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(SIDE, SIDE);
  const table = tableOf(look);
  for (let pixel = 0; pixel < values.length; ++pixel) {
    const share = look === 'signed' ? 0.5 + values[pixel] / (2 * reach) : values[pixel] / reach;
    const [red, green, blue] = table[Math.round(255 * Math.min(1, Math.max(0, share)))];
    image.data.set([red, green, blue, 255], 4 * pixel);
  }
  context.putImageData(image, 0, 0);
}

class Bitmap extends Directive {
  #drawn: readonly unknown[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('bitmap() stands in the tag of a canvas.');
  }

  render(_values: ArrayLike<number>, _look: Look, _reach = 1): unknown {
    return noChange;
  }

  update({ element }: ElementPart, [values, look, reach = 1]: [ArrayLike<number>, Look, number?]): unknown {
    const drawn = [values, look, reach, palette().dark];
    if (drawn.some((value, index) => value !== this.#drawn[index])) {
      this.#drawn = drawn;
      paint(element as HTMLCanvasElement, values, look, reach);
    }
    return noChange;
  }
}

/** `<canvas ${bitmap(picture, 'ink')}>`; `reach` is what the ends of the colours stand for. The same numbers are painted once. */
export const bitmap = directive(Bitmap);
