import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from '../../tools/static_server.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
let server: Awaited<ReturnType<typeof serve>>;
let origin: string;

before(async () => {
  mkdirSync(join(folder, 'site/ko'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'site/index.html'), 'home');
  writeFileSync(join(folder, 'site/404.html'), 'lost');
  writeFileSync(join(folder, 'site/ko/index.html'), '한국어');
  writeFileSync(join(folder, 'site/core.wasm'), new Uint8Array([0, 97, 115, 109]));
  server = await serve(join(folder, 'site'), '/downhill/', 0);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

test('pages, folders and their types', async () => {
  const home = await fetch(`${origin}/downhill/`);
  assert.equal(home.status, 200);
  assert.equal(home.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal(home.headers.get('content-encoding'), 'gzip');
  assert.equal(await home.text(), 'home');
  assert.equal(await (await fetch(`${origin}/downhill/ko/`)).text(), '한국어');
  const wasm = await fetch(`${origin}/downhill/core.wasm`);
  assert.equal(wasm.headers.get('content-type'), 'application/wasm');
  assert.equal((await wasm.arrayBuffer()).byteLength, 4);
});

test('a folder without its slash is sent on', async () => {
  const answer = await fetch(`${origin}/downhill/ko`, { redirect: 'manual' });
  assert.equal(answer.status, 301);
  assert.equal(answer.headers.get('location'), '/downhill/ko/');
});

test('what is not there, or not below the base, is the 404 page', async () => {
  for (const path of ['/downhill/nothing', '/', '/downhillish/']) {
    const answer = await fetch(origin + path);
    assert.equal(answer.status, 404, path);
    assert.equal(await answer.text(), 'lost');
  }
});

test('nothing outside the folder is served', async () => {
  // fetch() would resolve the dots itself.
  const status = await new Promise((resolve) => {
    request(`${origin}`, { path: '/downhill/%2e%2e/secret.txt' }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end();
  });
  assert.equal(status, 404);
});
