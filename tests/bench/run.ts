/**
 * Measures the core against its peers and prints a table; `./dev bench` runs it and leaves the numbers in build/bench.json.
 *
 *   node tests/bench/run.ts [ROUNDS] [MILLISECONDS] [CASE...]     7 rounds of 150 ms of every case unless told
 *
 * Absolute speeds belong to a machine and a moment. What counts are the ratios: all subjects of a case take turns in every round, so
 * that whatever else the machine does strikes all of them, and the median over the rounds is taken of each round's ratio.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cases } from './cases/index.ts';
import { browser, native, node } from './places.ts';
import { sizes } from './sizes.ts';
import { ratios, type Rate } from './table.ts';
import { sizeTable, speedTable } from './table.ts';

const [rounds, milliseconds] = [Number(process.argv[2] ?? 7), Number(process.argv[3] ?? 150)];

const chromium = await browser();
const rates: Rate[] = [];
const named = process.argv.slice(4);
for (const one of cases.filter(({ name }) => !named.length || named.includes(name))) {
  const places = [native(one), await node(one), await chromium.place(one)];
  for (let round = 0; round < rounds; ++round) {
    for (const place of places) {
      for (const subject of place.subjects) {
        rates.push({
          case: one.name,
          unit: one.unit,
          place: place.name,
          subject,
          round,
          perSecond: await place.measure(subject, milliseconds),
        });
      }
    }
  }
}
await chromium.close();

const speed = ratios(rates);
console.log(speedTable(speed));
if (named.length) process.exit();
const size = await sizes();
console.log(`\n${sizeTable(size)}`);
writeFileSync(join(import.meta.dirname, '../../build/bench.json'), JSON.stringify({ speed, size, rates }, null, 2));
