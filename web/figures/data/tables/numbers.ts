/**
 * What the cells of a column mean as numbers. `1,200` is a thousand and more in one country and a little over one in another, so a cell is only
 * sorted by its shape here, and columns.ts decides by the whole column.
 */

/** How a number is written: its decimal sign, then the sign between thousands if there is one. */
export const NOTATIONS = ['.', '.,', '. ', ".'", ',', ',.', ', ', ",'"] as const;
export type Notation = (typeof NOTATIONS)[number];

/** Of which shape a cell is: `x` are digits; what may stand between thousands does so before three digits each time. */
export const SHAPES = [
  'missing',
  'text',
  'x',
  'x.x',
  'x.xxx', // decimals or a thousand
  'x.xxx.xxx',
  'x,x',
  'x,xxx',
  'x,xxx,xxx',
  'x,xxx.x',
  'x.xxx,x',
  'x xxx',
  'x xxx.x',
  'x xxx,x',
  "x'xxx",
  "x'xxx.x",
  "x'xxx,x",
] as const;
export type Shape = (typeof SHAPES)[number];

const POINT: readonly Shape[] = ['x', 'x.x', 'x.xxx'];
const COMMA: readonly Shape[] = ['x', 'x,x', 'x,xxx'];
const READABLE: Record<Notation, readonly Shape[]> = {
  '.': POINT,
  '.,': [...POINT, 'x,xxx', 'x,xxx,xxx', 'x,xxx.x'],
  '. ': [...POINT, 'x xxx', 'x xxx.x'],
  ".'": [...POINT, "x'xxx", "x'xxx.x"],
  ',': COMMA,
  ',.': [...COMMA, 'x.xxx', 'x.xxx.xxx', 'x.xxx,x'],
  ', ': [...COMMA, 'x xxx', 'x xxx,x'],
  ",'": [...COMMA, "x'xxx", "x'xxx,x"],
};

export const reads = (notation: Notation, shape: Shape): boolean => READABLE[notation].includes(shape);

/** The decimal sign of a notation, and the sign between thousands, empty for none. */
export const decimalOf = (notation: Notation): '.' | ',' => notation[0] as '.' | ',';
export const groupOf = (notation: Notation): string => notation.slice(1);

/** What a value of an ambiguous shape, kept as if there were thousands, is in a notation. Both divisions round once, as reading would. */
export function valueIn(notation: Notation, shape: Shape, value: number): number {
  const decimals = (shape === 'x.xxx' && notation !== ',.') || (shape === 'x,xxx' && notation !== '.,');
  return decimals ? value / 1000 : value;
}

/** A cell as it was sorted. */
export interface Cell {
  shape: Shape;
  /** NaN for a missing value and for text. */
  value: number;
  /** Besides digits and signs: a percent sign or a currency. */
  unit: boolean;
  /** Powers of ten without a decimal sign, `713752e1`: it may have been a name. */
  power: boolean;
  /** `007`: the zeros are lost. */
  zeros: boolean;
}

/** What stands for a value that is not there, in small letters. */
const MISSING = new Set(
  `- – — . .. ... ? * na n/a #n/a #na <na> n.a. nan -nan none null nil missing #null! #div/0! #value! #ref! #name? #num! 결측 결측치 없음`.split(
    ' ',
  ),
);
const LONGEST_MISSING = 8;

const DIGITS = /^[-+]?\d+$/;
/** Decimals by a point that can be nothing else: not three of them after one to three digits. */
const DECIMALS = /^[-+]?(?:\d*\.(?:\d{0,2}|\d{4,})|0\.\d+|\d{4,}\.\d+)$/;
const NUMBER = /^([-+]?)((?:\d[\d.,' ]*|[.,]\d+))(?:[eE]([-+]?\d+))?$/;
const UNITS = /^([-+]?)\s*[$€£¥₩]\s*|\s*(?:[%$€£¥₩]|원)$/g;
/** Of a mantissa, most particular first. */
const FORMS: readonly (readonly [RegExp, Shape])[] = [
  [/^\d+$/, 'x'],
  [/^[1-9]\d{0,2}\.\d{3}$/, 'x.xxx'],
  [/^[1-9]\d{0,2},\d{3}$/, 'x,xxx'],
  [/^\d*\.\d+$|^\d+\.$/, 'x.x'],
  [/^\d*,\d+$|^\d+,$/, 'x,x'],
  [/^[1-9]\d{0,2}(?:\.\d{3}){2,}$/, 'x.xxx.xxx'],
  // In India groups beyond the first thousand are of two digits.
  [/^[1-9]\d{0,2}(?:,\d{3}){2,}$|^[1-9]\d?(?:,\d\d)+,\d{3}$/, 'x,xxx,xxx'],
  [/^[1-9]\d{0,2}(?:,\d{3})+\.\d*$|^[1-9]\d?(?:,\d\d)+,\d{3}\.\d*$/, 'x,xxx.x'],
  [/^[1-9]\d{0,2}(?:\.\d{3})+,\d*$/, 'x.xxx,x'],
  [/^[1-9]\d{0,2}(?: \d{3})+$/, 'x xxx'],
  [/^[1-9]\d{0,2}(?: \d{3})+\.\d*$/, 'x xxx.x'],
  [/^[1-9]\d{0,2}(?: \d{3})+,\d*$/, 'x xxx,x'],
  [/^[1-9]\d{0,2}(?:'\d{3})+$/, "x'xxx"],
  [/^[1-9]\d{0,2}(?:'\d{3})+\.\d*$/, "x'xxx.x"],
  [/^[1-9]\d{0,2}(?:'\d{3})+,\d*$/, "x'xxx,x"],
];

/** Full-width characters, minus signs, apostrophes and blanks of all kinds as those of a keyboard. */
const plain = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replaceAll('\uffe6', '₩')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc\u00b4]/g, "'")
    .replace(/\s/g, ' ');

const nothing = (shape: 'missing' | 'text'): Cell => ({ shape, value: NaN, unit: false, power: false, zeros: false });

/** Sorts a cell whose blanks at both ends are gone. */
export function sortCell(text: string): Cell {
  if (DIGITS.test(text) && text.length < 16) {
    const first = text.charCodeAt(0) === 43 || text.charCodeAt(0) === 45 ? 1 : 0;
    const zeros = text.length - first > 1 && text[first] === '0';
    return { shape: 'x', value: Number(text), unit: false, power: false, zeros };
  }
  if (DECIMALS.test(text) && text.length < 20 && /\d/.test(text))
    return { shape: 'x.x', value: Number(text), unit: false, power: false, zeros: false };
  if (text === '' || (text.length <= LONGEST_MISSING && MISSING.has(text.toLowerCase()))) return nothing('missing');
  const usual = /[^\x20-\x7e]/.test(text) ? plain(text) : text;
  const bare = usual.replace(UNITS, '$1');
  const [, sign, mantissa, exponent] = NUMBER.exec(bare) ?? [];
  if (mantissa === undefined) return nothing('text');
  const shape = FORMS.find(([form]) => form.test(mantissa))?.[1];
  if (!shape) return nothing('text');
  const decimal = /([.,])x$/.exec(shape)?.[1];
  const [whole, decimals = ''] = decimal ? mantissa.split(decimal) : [mantissa];
  const digits = whole.replace(/\D/g, '');
  const value = Number(`${sign}${digits || 0}.${decimals}e${exponent ?? 0}`);
  if (!Number.isFinite(value)) return nothing('text');
  return {
    shape,
    value,
    unit: bare !== usual,
    power: exponent !== undefined && shape === 'x' && sign === '',
    zeros: shape === 'x' && digits.length > 1 && digits[0] === '0',
  };
}
