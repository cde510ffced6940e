/**
 * Browsers of three kinds, each told to open a page and to run a script there. Where they are stands in CHROMIUM, FIREFOX and MINIBROWSER, as
 * `use_browser` and `use_engines` of tools/setup.sh leave it.
 */
import { spawn } from 'node:child_process';
import { chromium as playwright } from '@playwright/test';
import puppeteer from 'puppeteer-core';

export interface Engine {
  open(url: string): Promise<void>;
  /** The value of an expression in the page, awaited; it must be a text. */
  run(expression: string): Promise<string>;
  close(): Promise<void>;
}

/** How long a script may take in a page, in ms. */
const PATIENCE = 120_000;

export async function chromium(): Promise<Engine> {
  const browser = await playwright.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  return {
    open: async (url) => void (await page.goto(url)),
    run: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

/** Debian's Firefox, through WebDriver BiDi. */
export async function firefox(): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX,
    protocolTimeout: PATIENCE,
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  return {
    open: async (url) => void (await page.goto(url)),
    run: (expression) => page.evaluate(expression) as Promise<string>,
    close: () => browser.close(),
  };
}

/** WebKitGTK's browser for tests, through the driver that comes with it (W3C WebDriver), on a screen of its own. */
export async function webkit(): Promise<Engine> {
  const port = 20_000 + (process.pid % 10_000);
  const driver = spawn('xvfb-run', ['-a', '-s', '-screen 0 1280x1024x24', 'WebKitWebDriver', `--port=${port}`], {
    // Its sandbox wants more rights than a container has. What it opens is our own site.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    detached: true,
    stdio: 'ignore',
  });
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 100; ; --tries) {
    try {
      await ask('GET', '/status');
      break;
    } catch (error) {
      if (!tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const capabilities = {
    alwaysMatch: {
      'webkitgtk:browserOptions': {
        binary: process.env.MINIBROWSER,
        args: ['--automation'],
      },
    },
  };
  const { sessionId } = (await ask('POST', '/session', { capabilities })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  await ask('POST', `${session}/timeouts`, { script: PATIENCE });
  return {
    open: async (url) => void (await ask('POST', `${session}/url`, { url })),
    async run(expression) {
      const script = `const done = arguments[0];
        Promise.resolve(${expression}).then((value) => done({ value }), (error) => done({ thrown: String(error) }));`;
      const { value, thrown } = (await ask('POST', `${session}/execute/async`, { script, args: [] })) as {
        value: string;
        thrown?: string;
      };
      if (thrown) throw new Error(thrown);
      return value;
    },
    async close() {
      await ask('DELETE', session);
      process.kill(-driver.pid!);
    },
  };
}
