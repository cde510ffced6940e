/**
 * Serves a built site under a sub-path as GitHub Pages does: gzip, `index.html` for folders, 404.html with status 404.
 *
 *   node tools/static_server.ts [FOLDER] [BASE] [PORT]     build/site, /, 4321
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};
const compressible = /text|javascript|json|xml|svg|wasm/;

/** The file that answers a path, or undefined; never one outside the folder. */
function find(folder: string, path: string): string | undefined {
  const file = resolve(folder, `.${path}`);
  if (file !== folder && !file.startsWith(folder + sep)) return undefined;
  if (!existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return file;
  const index = join(file, 'index.html');
  return path.endsWith('/') && existsSync(index) ? index : undefined;
}

/** What was compressed before, as long as the file is the same. */
const compressed = new Map<string, { changed: number; bytes: Buffer }>();

function gzip(file: string): Buffer {
  const changed = statSync(file).mtimeMs;
  const kept = compressed.get(file);
  if (kept?.changed === changed) return kept.bytes;
  const bytes = gzipSync(readFileSync(file));
  compressed.set(file, { changed, bytes });
  return bytes;
}

/** What answers requests for `folder` under `base`. */
export function answering(folder: string, base: string): RequestListener {
  const home = resolve(folder);
  const prefix = base.replace(/\/$/, '');
  return (request, response) => {
    let path: string;
    try {
      path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    } catch {
      response.writeHead(400).end();
      return;
    }
    const inside = path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined;
    let file = inside === undefined ? undefined : find(home, inside);
    if (file === undefined && inside !== undefined && find(home, `${inside}/`)) {
      response.writeHead(301, { Location: `${encodeURI(path)}/` }).end();
      return;
    }
    const status = file === undefined ? 404 : 200;
    file ??= find(home, '/404.html');
    if (file === undefined) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    const packed =
      compressible.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding'])) ? gzip(file) : undefined;
    response.writeHead(status, {
      'Content-Type': type,
      'Cache-Control': 'max-age=600',
      Vary: 'Accept-Encoding',
      'Content-Length': packed?.length ?? statSync(file).size,
      ...(packed && { 'Content-Encoding': 'gzip' }),
    });
    if (request.method === 'HEAD' || packed) response.end(packed);
    else createReadStream(file).pipe(response);
  };
}

/** A server for `folder` under `base`, listening on the loopback `port` (0: any free one). */
export function serve(folder: string, base: string, port: number): Promise<Server> {
  const server = createServer(answering(folder, base));
  return new Promise((ready, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => ready(server));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder = 'build/site', base = '/', port = '4321'] = process.argv.slice(2);
  void serve(folder, base, Number(port)).then(() =>
    console.log(`http://localhost:${port}${base.replace(/\/?$/, '/')}`),
  );
}
