// `npm test`: sets itself up, then types, lint, format, unit tests and the browser tests, and one line over all of them.
// `npm run test:electron` (inside a display with Electron's runtime) runs the same stories in the desktop app alone.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findBrowser } from './find-browser.mjs';
import { inRoot, runTool, say, setUp } from './setup.mjs';

const results = [];
/** What is said again at the very end, where it is looked for: each failed test, and each that passed only when it was tried again. */
const remarks = [];
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
    remarks.push(...testResults.flatMap(remarksOfUnitTests));
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
    const { stats, errors, suites } = read(`playwright-${project}`);
    remarks.push(...suites.flatMap(remarksOfBrowserTests), ...errors.map((error) => failed(name, error.message)));
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

function remarksOfUnitTests(file) {
  const tests = file.assertionResults.filter((test) => test.status === 'failed');
  if (file.status === 'failed' && file.assertionResults.length === 0) return [failed(file.name, file.message)];
  return tests.map((test) => failed(`${relative(inRoot(), file.name)}: ${test.fullName}`, test.failureMessages.join('\n')));
}

function remarksOfBrowserTests(suite) {
  const own = (suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => remarkOfBrowserTest(`${spec.file}: ${spec.title}`, test)));
  return [...own, ...(suite.suites ?? []).flatMap(remarksOfBrowserTests)].filter((remark) => remark !== undefined);
}

function remarkOfBrowserTest(name, { status, results: tries }) {
  if (status === 'flaky') return `passed at the second try: ${name}\n${firstLines(tries[0].error?.message)}`;
  return status === 'unexpected' ? failed(name, tries.at(-1).error?.message) : undefined;
}

function failed(name, message) {
  return `FAILED: ${name}\n${firstLines(message)}`;
}

function firstLines(message = '') {
  return stripVTControlCharacters(message).split('\n').slice(0, 12).join('\n');
}

function read(name) {
  return JSON.parse(readFileSync(report(name), 'utf8'));
}

function sum(key) {
  return results.reduce((total, result) => total + result[key], 0);
}

function finish(file) {
  console.log('');
  for (const remark of remarks) console.log(`${remark}\n`);
  for (const { name, passed, failed } of results) console.log(`${name}: ${passed} passed, ${failed} failed`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  writeFileSync(report(file), JSON.stringify({ passed: sum('passed'), failed: sum('failed'), remarks }));
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}
