// `npm test`: sets itself up, then types, lint, format, unit tests and the browser tests, and one line over all of them.
// `npm run test:electron` (inside a display with Electron's runtime) runs the same stories in the desktop app alone.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';
import { inRoot, runTool, say, setUp } from './setup.mjs';

const results = [];
const report = (name) => inRoot('test-results', `${name}.json`);

await setUp();
mkdirSync(inRoot('test-results'), { recursive: true });
if (process.argv.includes('--electron')) electron();
else await everythingElse();
finish(process.argv.includes('--electron') ? 'electron-summary' : 'summary');

async function everythingElse() {
  check('types', 'typescript/bin/tsc', ['-p', '.']);
  check('lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']);
  check('format', 'oxfmt/bin/oxfmt', ['--check']);
  vitest();
  const browser = await findBrowser();
  if (browser) playwright('web', { NEWSROOM_BROWSER: browser });
  else results.push({ name: 'browser', passed: 0, failed: 1 });
}

function electron() {
  if (!process.env.ELECTRON_OVERRIDE_DIST_PATH && !hasOwnRuntime()) {
    say('There is no Electron runtime here: run `npm start` once where it can be downloaded, or name one in ELECTRON_OVERRIDE_DIST_PATH.');
    results.push({ name: 'electron', passed: 0, failed: 1 });
  } else playwright('electron', {});
}

function hasOwnRuntime() {
  try {
    return readFileSync(inRoot('node_modules', 'electron', 'path.txt'), 'utf8') !== '';
  } catch {
    return false;
  }
}

/** A runner that knows only yes or no. */
function check(name, tool, words) {
  say(`\n— ${name}`);
  const failed = runTool(tool, words) === 0 ? 0 : 1;
  results.push({ name, passed: 1 - failed, failed });
}

function vitest() {
  say('\n— unit tests');
  rmSync(report('vitest'), { force: true });
  const words = [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report('vitest')}`,
  ];
  const status = runTool('vitest/vitest.mjs', words);
  count('unit tests', status, () => {
    const { numPassedTests, numFailedTests, testResults } = read('vitest');
    // A file that could not even be loaded has no tests to count.
    const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    return { passed: numPassedTests, failed: numFailedTests + unloaded };
  });
}

function playwright(project, environment) {
  const name = `${project} tests`;
  say(`\n— ${name}`);
  rmSync(report(`playwright-${project}`), { force: true });
  const status = runTool('@playwright/test/cli.js', ['test', '--config', 'test/playwright.config.ts', '--project', project], {
    env: { ...process.env, ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report(`playwright-${project}`) },
  });
  count(name, status, () => {
    const { stats, errors } = read(`playwright-${project}`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
  });
}

/** A runner that ended badly has failed at least once, whatever it managed to write down. */
function count(name, status, numbers) {
  let result = { passed: 0, failed: 1 };
  try {
    result = numbers();
  } catch (failure) {
    say(`${name}: no result was written (${failure.message})`);
  }
  results.push({ name, passed: result.passed, failed: status === 0 ? result.failed : Math.max(1, result.failed) });
}

function read(name) {
  return JSON.parse(readFileSync(report(name), 'utf8'));
}

function sum(key) {
  return results.reduce((total, result) => total + result[key], 0);
}

function finish(file) {
  console.log('');
  for (const { name, passed, failed } of results) console.log(`${name}: ${passed} passed, ${failed} failed`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  writeFileSync(report(file), JSON.stringify({ passed: sum('passed'), failed: sum('failed') }));
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}
