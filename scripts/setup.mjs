// What every command needs first, done only where it is missing: the packages, the built app. Everything printed here goes to
// standard error, because standard output belongs to the command that asked.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const inRoot = (...path) => join(root, ...path);

/** Packages as the lock file has them, the database driver compiled, the app built from the sources as they are now. */
export async function setUp() {
  if (isInstalled() && isBuilt()) return;
  await alone(async () => {
    install();
    build();
  });
}

export function say(message) {
  process.stderr.write(`${message}\n`);
}

/** Runs a program of this project's packages or of the system; its output goes to standard error. */
export function run(command, words, options = {}) {
  const result = spawnSync(command, words, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
    ...options,
  });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/** A tool by the path of its own script, so that no shell and no `npx` stands between. */
export function runTool(tool, words, options) {
  return run(process.execPath, [inRoot('node_modules', ...tool.split('/')), ...words], options);
}

function install() {
  if (!sameVersions()) {
    say('installing packages…');
    if (run('npm', ['ci', '--no-audit', '--no-fund']) !== 0) fail('npm ci failed: see above');
  }
  if (!existsSync(driver)) {
    say('building the database driver…');
    if (run('npm', ['rebuild', 'sqlite3']) !== 0 || !existsSync(driver))
      fail('the database driver could not be built: it needs python3, make and a C++ compiler, or access to its prebuilt files on GitHub');
  }
}

const driver = inRoot('node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node');

function isInstalled() {
  return sameVersions() && existsSync(driver);
}

/** By versions, not by times: a checkout sets times anew. Packages of other platforms are not expected. */
function sameVersions() {
  const wanted = readJson(inRoot('package-lock.json'))?.packages ?? {};
  const found = readJson(inRoot('node_modules', '.package-lock.json'))?.packages;
  if (!found) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (found[path] ? found[path].version === version : optional === true),
  );
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function build() {
  if (isBuilt()) return;
  say('building…');
  const seal = sourceSeal();
  rmSync(sealFile, { force: true });
  if (runTool('electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']) !== 0) fail('the build failed: see above');
  writeFileSync(sealFile, seal);
}

const sealFile = inRoot('out', 'built-from');

function isBuilt() {
  try {
    return readFileSync(sealFile, 'utf8') === sourceSeal();
  } catch {
    return false;
  }
}

/** Changes with anything the build reads. */
function sourceSeal() {
  const hash = createHash('sha256');
  const add = (path) =>
    hash
      .update(`${path}\0`)
      .update(readFileSync(inRoot(path)))
      .update('\0');
  for (const file of ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json']) add(file);
  for (const folder of ['src-main', 'src-renderer', join('resources', 'icons')])
    readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
      .sort()
      .forEach(add);
  return hash.digest('hex');
}

/** One set-up at a time: commands started side by side in a fresh checkout wait for the first. */
async function alone(work) {
  const lock = inRoot('node_modules', '.newsroom-set-up');
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (failure) {
      if (failure.code !== 'EEXIST') throw failure;
      if (!isRunning(Number(readText(lock)))) rmSync(lock, { force: true });
      else await sleep(200);
    }
  }
  const release = () => rmSync(lock, { force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function isRunning(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure.code === 'EPERM';
  }
}

export function fail(message) {
  say(message);
  process.exit(1);
}
