/**
 * Numbers as text, one way for every figure, table and sentence: sensible digits, a true minus sign, powers of ten as
 * ×10⁻³. No number ever reaches the reader as NaN or Infinity.
 */

/** What to say where a value is not a finite number, in the reader's language. */
export interface NumberWords {
  undefined: string;
  infinity: string;
  negativeInfinity: string;
}

export interface NumberFormat {
  /** Significant digits, 1 to 17 (default 4); trailing zeros are dropped. */
  digits?: number;
  /** Digits after the point instead, trailing zeros kept, so that a column of numbers aligns. */
  decimals?: number;
  /** Words for values that are not finite; without them a dash stands in. Give them wherever such a value can occur. */
  words?: NumberWords;
}

const MINUS = '−';
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** An integer in superscript: −12 → ⁻¹². */
export function superscript(exponent: number): string {
  const digits = String(Math.abs(exponent)).replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)]!);
  return (exponent < 0 ? '⁻' : '') + digits;
}

/** A power of ten as it stands on a logarithmic axis: 10⁻², 1, 10, 10³. */
export function powerOfTen(exponent: number): string {
  if (exponent === 0) return '1';
  return exponent === 1 ? '10' : `10${superscript(exponent)}`;
}

/**
 * The text of one number, e.g. 0.1 + 0.2 → 0.3, −1.5 → −1.5, 0.0000123 → 1.23×10⁻⁵, 12345 → 12,345.
 * Values of at least 10⁶ or below 10⁻⁴ are written with a power of ten unless `decimals` is given.
 */
export function formatNumber(value: number, { digits = 4, decimals, words }: NumberFormat = {}): string {
  if (!Number.isFinite(value)) return nonFinite(value, words);
  if (decimals !== undefined && Math.abs(value) < 1e15) return plain(value.toFixed(decimals));
  if (value === 0) return '0';
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e') as [string, string];
  const power = Number(exponent);
  // The exponent after rounding decides, so that 999,999.9 does not become 1000000 beside 10⁶.
  if (power >= 6 || power < -4) return `${plain(withoutTrailingZeros(mantissa))}×10${superscript(power)}`;
  return plain(withoutTrailingZeros(value.toFixed(Math.min(100, Math.max(0, digits - 1 - power)))));
}

/** A whole number with its thousands marked from 10,000 on: 12345 → 12,345 (the same in Korean and English). */
export function formatInteger(value: number, words?: NumberWords): string {
  return Number.isFinite(value) ? plain(Math.round(value).toFixed(0)) : nonFinite(value, words);
}

/** A decimal number as JavaScript writes it, with a true minus sign, no sign before zero, and thousands marked from 10,000 on. */
export function plain(decimal: string): string {
  const negative = decimal.startsWith('-') && /[1-9]/.test(decimal);
  const [whole, fraction] = decimal.replace('-', '').split('.') as [string, string?];
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return (negative ? MINUS : '') + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

function withoutTrailingZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function nonFinite(value: number, words?: NumberWords): string {
  if (!words) return '–';
  if (Number.isNaN(value)) return words.undefined;
  return value > 0 ? words.infinity : words.negativeInfinity;
}
