/**
 * Numbers in the prose come from the program beside it: `{listing.steps}` becomes the value that the line `steps = 12` of listing.txt gives it,
 * `{listing.x:3}` the same with three significant digits.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import type { Root } from 'mdast';
import 'mdast-util-math';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { contextOf, fail, readSource } from './lesson-file.ts';

const REFERENCE = /\{listing\.([A-Za-z_]\w*)(?::(\d+))?\}/g;

/** The values of a program's output: one for each line `name = value`, other lines are passed over. */
export function listingValues(output: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const line of output.split('\n')) {
    const match = /^\s*([A-Za-z_]\w*)\s*=\s*(.+?)\s*$/.exec(line);
    if (match) values.set(match[1], match[2]);
  }
  return values;
}

/** A printed value as it is set: rounded if digits are given, with a real minus, and with a power of ten instead of `e-05`. */
export function typeset(value: string, where: 'text' | 'code' | 'math', digits?: number): string {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) return value;
  const rounded = digits === undefined ? value : String(Number(number.toPrecision(digits)));
  if (where === 'code') return rounded;
  const [mantissa, exponent] = rounded.split(/e/i);
  if (where === 'math') return exponent ? `${mantissa} \\times 10^{${Number(exponent)}}` : mantissa;
  // A number is not broken at its sign.
  const power = exponent ? `\u00a0×\u00a010${superscript(Number(exponent))}` : '';
  return `${mantissa.replace('-', '−')}${power}`;
}

function superscript(exponent: number): string {
  return [...String(exponent)].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])).join('');
}

export function remarkListingValues() {
  return (tree: Root, file: VFile): void => {
    let values: Map<string, string> | undefined;
    visit(tree, (node) => {
      if (node.type !== 'text' && node.type !== 'inlineCode' && node.type !== 'inlineMath' && node.type !== 'math')
        return;
      const where = node.type === 'text' ? 'text' : node.type === 'inlineCode' ? 'code' : 'math';
      node.value = node.value.replace(REFERENCE, (reference: string, name: string, digits?: string) => {
        const path = join(contextOf(file).folder, 'listing.txt');
        if (!existsSync(path)) fail(file, node, `${reference} needs a listing.txt beside the lesson`);
        values ??= listingValues(readSource(file, node, path));
        const value = values.get(name);
        if (value === undefined) fail(file, node, `listing.txt has no line "${name} = …"`);
        return typeset(value, where, digits === undefined ? undefined : Number(digits));
      });
      // remark-math has already copied the formula to where the HTML is made from.
      if (node.type === 'inlineMath') node.data!.hChildren![0] = { type: 'text', value: node.value };
      if (node.type === 'math') (node.data!.hChildren![0] as Element).children[0] = { type: 'text', value: node.value };
    });
  };
}
