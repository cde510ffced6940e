// The browser tests: each widget's own and those of the whole site in testing/, on the built site, served under a sub-path as GitHub Pages does.
import { defineConfig } from '@playwright/test';

// A port of this folder's own: tests of two checkouts at once do not meet.
const port = 20_000 + [...import.meta.dirname].reduce((sum, letter) => (31 * sum + letter.charCodeAt(0)) % 10_000, 0);
const address = `http://localhost:${port}/downhill/`;

export default defineConfig({
  testDir: '..',
  testMatch: ['web/widgets/**/*.test.ts', 'web/testing/**/*.test.ts'],
  outputDir: '../build/browser-tests',
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 }, // some wait for the core to load, on machines three times slower than a reader's
  use: {
    baseURL: address,
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
  webServer: {
    command: `node ../tools/static_server.ts ../build/site /downhill ${port}`,
    url: address,
    reuseExistingServer: !process.env.CI,
  },
});
