/** From the bytes of a file to its text: which letters they mean is nowhere written, so it is found out, said, and can be corrected. */

/** Encodings that can be chosen, by the names that browsers know them by; `euc-kr` is what Korean Windows calls CP949. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'euc-kr', 'shift_jis', 'gb18030', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What a mark at the beginning says. */
const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** So much of a file is looked at for bytes that only 16-bit letters leave. */
const SAMPLE = 4096;

/** The encoding that the bytes show. */
export function findEncoding(bytes: Uint8Array): Encoding {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return marked[0];
  const zeros = [0, 0];
  const sample = bytes.subarray(0, SAMPLE);
  sample.forEach((byte, at) => (zeros[at % 2] += byte === 0 ? 1 : 0));
  // Digits, separators and line ends have an empty byte each; other texts have none.
  if (zeros[0] + zeros[1] > sample.length / 8) return zeros[1] >= zeros[0] ? 'utf-16le' : 'utf-16be';
  if (decodes(bytes, 'utf-8')) return 'utf-8';
  return readsAsKorean(bytes) ? 'euc-kr' : 'windows-1252';
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether the bytes are Korean text of Windows. Accented letters of western files can pass for syllables too, but for ones that nobody writes:
 * those in use have two high bytes.
 */
function readsAsKorean(bytes: Uint8Array): boolean {
  if (!decodes(bytes, 'euc-kr')) return false;
  let common = 0;
  let rare = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] < 0x80) continue;
    if (bytes[++at] >= 0xa1) common += 1;
    else rare += 1;
  }
  return common > rare;
}

/** The text, without a mark at its beginning; what has no letter in the encoding is U+FFFD. */
export const decode = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);
