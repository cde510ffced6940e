import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { sentences } from './sentences.ts';

const folder = resolve(import.meta.dirname, '../../language');
const plugin = sentences(folder) as unknown as {
  resolveId(source: string, importer?: string): string | undefined;
  load(this: { addWatchFile(): void }, id: string): Promise<string | undefined>;
};
const load = (id: string) => plugin.load.call({ addWatchFile: () => {} }, id);

/** Runs modules that import nothing but the stores, in the order given, and gives what is in the stores then. */
async function run(...ids: string[]): Promise<Record<string, Record<string, Record<string, string>>>> {
  const stores = (await load('\0virtual:sentences/stores'))!.replaceAll('export ', '');
  const codes = await Promise.all(ids.map(load));
  const statements = codes.map((code) => code!.replace(/^import .*$/gm, ''));
  return new Function(`${stores}\n${statements.join('\n')}\nreturn { errors, strings };`)() as ReturnType<typeof run>;
}

test('a script brings all sentences of its language and none of the other', async () => {
  for (const [language, other] of [
    ['ko', 'en'],
    ['en', 'ko'],
  ]) {
    const stores = await run(plugin.resolveId(`virtual:sentences/${language}`)!);
    for (const file of ['errors', 'strings']) {
      const written = JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')) as Record<string, object>;
      assert.deepEqual(stores[file][language], written[language]);
      assert.ok(!(other in stores[file]));
    }
  }
});

test('only the files of all figures become stores', async () => {
  const store = plugin.resolveId('../language/errors.json', join(folder, '../fields/problem.ts'))!;
  assert.match((await load(store))!, /^import \{ errors \} .* export default errors;$/);
  assert.ok(plugin.resolveId('./strings.json', join(folder, 'strings.ts')));
  assert.equal(plugin.resolveId('./strings.json', join(folder, '../widgets/dh-tangent/dh-tangent.ts')), undefined);
  assert.equal(plugin.resolveId('./errors.json'), undefined);
});
