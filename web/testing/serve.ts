/** Serves the built site as GitHub Pages does, in the process of the test runner: it ends with it, however that ends. */
import { join } from 'node:path';
import { serve } from '../../tools/static_server.ts';

// A port of this folder's own: tests of two checkouts at once do not meet.
const folder = join(import.meta.dirname, '..');
const PORT = 20_000 + [...folder].reduce((sum, letter) => (31 * sum + letter.charCodeAt(0)) % 10_000, 0);

export const ADDRESS = `http://localhost:${PORT}/downhill/`;

/** Called by Playwright before the first test; what it returns, after the last. */
export default async function setUp(): Promise<() => void> {
  const server = await serve(join(folder, '../build/site'), '/downhill', PORT);
  return () => {
    server.close();
    server.closeAllConnections();
  };
}
