/**
 * Live reload for the C++: while the site is served for development, a saved source of the core rebuilds the module and reloads the
 * page. What the compiler says goes to the terminal and, when it fails, onto the page.
 */
import { spawn } from 'node:child_process';
import { join, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';

const root = join(import.meta.dirname, '..');
const sources = join(root, 'src') + sep;

/** What the compiler says, without what the build says around it. */
export function complaint(output: string): string {
  const lines = output.replaceAll(root + sep, '').split('\n');
  const said = lines.filter(
    (line) => line.trim() && !/^(\[\d+\/\d+\]|FAILED:|ninja:|em\+\+: error: ')| -o CMakeFiles/.test(line),
  );
  return (said.length ? said : lines).join('\n');
}

/** Runs the build of the module; resolves to what went wrong, or to undefined. */
function compile(): Promise<string | undefined> {
  return new Promise((resolve) => {
    const build = spawn('cmake', ['--build', '--preset', 'wasm'], { cwd: root });
    let output = '';
    build.stdout.on('data', (text) => (output += text));
    build.stderr.on('data', (text) => (output += text));
    build.on('error', (error) => resolve(error.message));
    build.on('close', (status) => resolve(status === 0 ? undefined : complaint(output)));
  });
}

export function rebuildCore(): Plugin {
  let problem: string | undefined;
  let running = false;
  let changed = false; // since the compiler was last started
  let reload = false;

  function show({ ws }: ViteDevServer): void {
    if (problem) ws.send({ type: 'error', err: { message: problem, stack: '', plugin: 'the core does not compile' } });
  }

  async function rebuild(server: ViteDevServer): Promise<void> {
    if (running) return;
    running = true;
    const { logger } = server.config;
    do {
      reload ||= changed;
      changed = false;
      const began = Date.now();
      problem = await compile();
      if (problem) logger.error(`The core does not compile:\n${problem}`, { timestamp: true });
      else if (reload)
        logger.info(`core compiled in ${((Date.now() - began) / 1000).toFixed(1)} s`, { timestamp: true });
    } while (changed);
    running = false;
    if (problem) {
      show(server);
    } else if (reload) {
      reload = false;
      server.ws.send({ type: 'full-reload' });
    }
  }

  return {
    name: 'downhill:rebuild-core',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add(sources);
      server.watcher.on('all', (_event, file) => {
        if (!file.startsWith(sources)) return;
        changed = true;
        void rebuild(server);
      });
      server.ws.on('connection', () => show(server));
      void rebuild(server);
    },
  };
}
