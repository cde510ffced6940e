// The browser tests: each widget's own and those of the whole site in testing/, on the built site, served under a sub-path as GitHub Pages does.
import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { ADDRESS } from './testing/serve.ts';

export default defineConfig({
  testDir: '..',
  testMatch: ['web/widgets/**/*.test.ts', 'web/testing/**/*.test.ts'],
  outputDir: '../build/browser-tests',
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: availableParallelism(),
  retries: 1, // what passed only then is counted apart, and much of it is a failure (tools/summary.ts)
  timeout: 60_000,
  expect: { timeout: 15_000 }, // some wait for the core to load, on machines three times slower than a reader's
  use: {
    baseURL: ADDRESS,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  globalSetup: './testing/serve.ts',
});
