/** How far two numbers that should be the same agree. */
import { plain, superscript } from '../../plot/format.ts';

/** A double has no more digits than these. */
export const ALL_DIGITS = 16;

/**
 * To how many significant digits a number is right, when `exact` is what it should be: 3.1416 for π is right to 5, being off by less than half
 * of its last digit. Where the exact number is zero, digits after the point are counted.
 */
export function rightDigits(number: number, exact: number): number {
  if (!Number.isFinite(number) || !Number.isFinite(exact)) return 0;
  const error = Math.abs(number - exact);
  if (error === 0) return ALL_DIGITS;
  const leading = exact === 0 ? -1 : Math.floor(Math.log10(Math.abs(exact)));
  return Math.min(ALL_DIGITS, Math.max(0, Math.floor(leading + 1 - Math.log10(2 * error))));
}

/** All digits of a finite number in two parts: so many that are right, and the rest. */
export function splitDigits(number: number, digits: number): [right: string, rest: string] {
  if (number === 0) return ['0', ''];
  const [decimal, exponent] = number.toPrecision(ALL_DIGITS).split('e');
  const mantissa = plain(decimal);
  const power = exponent ? `×10${superscript(Number(exponent))}` : '';
  if (digits >= ALL_DIGITS) return [mantissa + power, ''];
  // Zeros in front are no digits.
  let end = mantissa.search(/[1-9]/);
  for (let count = 0; end < mantissa.length; end++) if (/\d/.test(mantissa[end]) && ++count > digits) break;
  return [mantissa.slice(0, end), mantissa.slice(end) + power];
}
