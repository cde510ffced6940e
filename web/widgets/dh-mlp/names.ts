/** What layers, units and their lines are called. */
import type { LayerLayout } from '../../core/training/types.ts';
import type { EdgeId, UnitId } from '../../figures/networks/layout.ts';
import type { Say } from '../../language/strings.ts';
import type { RichText, TextPart } from '../../plot/text.ts';

const x = (index: string): TextPart[] => [
  { text: 'x', symbol: 'x', italic: true },
  { text: index, shift: 'sub' },
];
const squared: TextPart = { text: '2', shift: 'super' };

/** The features as labels of the picture, by id. */
export const FEATURE_LABELS: Readonly<Record<string, RichText>> = {
  x1: x('1'),
  x2: x('2'),
  'x1-squared': [...x('1'), squared],
  'x2-squared': [...x('2'), squared],
  product: [...x('1'), ...x('2')],
  'sin-x1': ['sin ', ...x('1')],
  'sin-x2': ['sin ', ...x('2')],
};

/** The same in plain letters, for controls and sentences. */
export const FEATURE_NAMES: Readonly<Record<string, string>> = {
  x1: 'x₁',
  x2: 'x₂',
  'x1-squared': 'x₁²',
  'x2-squared': 'x₂²',
  product: 'x₁x₂',
  'sin-x1': 'sin x₁',
  'sin-x2': 'sin x₂',
};

/** What units are called in a network of these layers and features. */
export class Names {
  readonly #say: Say;
  readonly #layers: readonly LayerLayout[];
  readonly #features: readonly string[];

  constructor(say: Say, layers: readonly LayerLayout[], features: readonly string[]) {
    this.#say = say;
    this.#layers = layers;
    this.#features = features;
  }

  #isLast(layer: number): boolean {
    return layer === this.#layers.length - 1;
  }

  /** In words: "unit 2 of hidden layer 1". */
  unit({ layer, unit }: UnitId): string {
    if (layer === 0) return this.#say('name-input', { name: FEATURE_NAMES[this.#features[unit]] ?? '' });
    if (!this.#isLast(layer)) return this.#say('name-hidden', { unit: unit + 1, layer });
    return this.#say(this.#layers[layer].units > 1 ? 'name-output' : 'name-only-output', { unit: unit + 1 });
  }

  /** In letters: x₁, h₂, o. */
  short({ layer, unit }: UnitId): string {
    if (layer === 0) return FEATURE_NAMES[this.#features[unit]] ?? '';
    const number = this.#isLast(layer) && this.#layers[layer].units === 1 ? '' : subscript(unit + 1);
    return this.#isLast(layer) ? `o${number}` : `h${number}`;
  }

  /** As LaTeX; the hidden layer is raised in brackets. */
  latex({ layer, unit }: UnitId): string {
    if (layer === 0) return FEATURE_LATEX[this.#features[unit]] ?? '';
    if (!this.#isLast(layer)) return `h^{(${layer})}_{${unit + 1}}`;
    return this.#layers[layer].units === 1 ? 'o' : `o_{${unit + 1}}`;
  }

  line({ layer, unit, from }: EdgeId): string {
    return this.#say('name-line', {
      from: this.unit({ layer: layer - 1, unit: from }),
      to: this.unit({ layer, unit }),
    });
  }
}

const FEATURE_LATEX: Readonly<Record<string, string>> = {
  x1: '\\x_1',
  x2: '\\x_2',
  'x1-squared': '\\x_1^2',
  'x2-squared': '\\x_2^2',
  product: '\\x_1 \\x_2',
  'sin-x1': '\\sin \\x_1',
  'sin-x2': '\\sin \\x_2',
};

const subscript = (number: number): string => [...String(number)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');
