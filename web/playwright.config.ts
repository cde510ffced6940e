// The browser tests: each widget's own and those of the whole site in testing/, on the built site, served under a sub-path as GitHub Pages does.
import { defineConfig } from '@playwright/test';

const address = 'http://localhost:4411/downhill/';

export default defineConfig({
  testDir: '..',
  testMatch: ['web/widgets/**/*.test.ts', 'web/testing/**/*.test.ts'],
  outputDir: '../build/browser-tests',
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
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
    command: 'node ../tools/static_server.ts ../build/site /downhill 4411',
    url: address,
    reuseExistingServer: !process.env.CI,
  },
});
