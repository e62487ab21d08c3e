/** The same stories against both hosts: `web` in Chromium, `electron` in the desktop app. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const results = fileURLToPath(new URL('../test-results/', import.meta.url));

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  workers: 2,
  // A machine shared by others may stall a window once; the list names what passed only at the second try.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list'], ['json']],
  use: { actionTimeout: 20_000, locale: 'zh-CN', viewport: { width: 1280, height: 860 }, colorScheme: 'light', trace: 'on-first-retry' },
  projects: [
    { name: 'web', outputDir: `${results}web` },
    { name: 'electron', outputDir: `${results}electron`, workers: 1 },
  ],
});
