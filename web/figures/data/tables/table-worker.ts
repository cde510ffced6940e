/** Reads tables in a thread of its own, so that the page stays alive while a large one is read. */
import { decode, findEncoding } from './encoding.ts';
import type { TableAnswer, TableRequest } from './open-table.ts';
import { readTable } from './table.ts';

/** What was opened, so that it can be read again in another way. */
let bytes: Uint8Array | undefined;
let text = '';

addEventListener('message', async ({ data }: MessageEvent<TableRequest>) => {
  try {
    const { table, ...rest } = await answer(data);
    const buffers = table.columns.flatMap(({ numbers }) => (numbers ? [numbers.buffer as ArrayBuffer] : []));
    postMessage({ number: data.number, opened: { table, ...rest } } satisfies TableAnswer, { transfer: buffers });
  } catch (error) {
    postMessage({ number: data.number, problem: String(error) } satisfies TableAnswer);
  }
});

async function answer({ source, options }: TableRequest) {
  if (typeof source === 'string') [bytes, text] = [undefined, source];
  else if (source) bytes = new Uint8Array(await source.arrayBuffer());
  if (!bytes) return { table: readTable(text, options), lost: 0 };
  const encoding = options.encoding ?? findEncoding(bytes);
  const decoded = decode(bytes, encoding);
  return { table: readTable(decoded, options), encoding, lost: decoded.split('\ufffd').length - 1 };
}
