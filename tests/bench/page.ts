// What runs in the browser: places.ts calls `window.bench`.
import { createCore } from '../../web/core/direct.ts';
import { measure } from './case.ts';
import { cases } from './cases/index.ts';

const wasmBinary = await (await fetch('downhill.wasm')).arrayBuffer();
const core = await createCore(wasmBinary);
const subjects = Object.fromEntries(
  await Promise.all(cases.map(async (one) => [one.name, await one.subjects(core)] as const)),
);

Object.assign(window, {
  bench: {
    subjects: (name: string) => Object.keys(subjects[name]),
    measure: (name: string, subject: string, milliseconds: number) =>
      measure(cases.find((one) => one.name === name)!.work, subjects[name][subject], milliseconds),
  },
});
