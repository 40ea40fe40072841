import { defineConfig } from '@playwright/test';
import { findChromium, launchArgs } from './e2e/browser.mjs';

const port = Number(process.env.E2E_PORT ?? 3317);
// Workers load this file again: hand them the answer, so that the search runs once.
const found = await findChromium();
process.env.PLAYWRIGHT_CHROMIUM = found.path;
Object.assign(process.env, found.env);

/** The browser tests drive a built app on a store of its own, made and seeded for this run. */
export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // A slow machine is not called wrong: a test that hangs is told late instead.
  timeout: 400_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1600, height: 1000 },
    launchOptions: { executablePath: found.path, args: launchArgs() },
    // Traces slow these tests down a lot; whoever looks for a fault adds `--trace retain-on-failure`.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: 'node e2e/server.mjs',
    env: { PORT: String(port) },
    url: `http://127.0.0.1:${port}/api/v1/health`,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    reuseExistingServer: false,
    timeout: 240_000,
    stdout: 'pipe',
  },
});
