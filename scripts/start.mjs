// `npm start`: sets up, then opens the desktop app; where its runtime cannot be had, the same app in a browser.
// `npm start -- --web` asks for the browser. Files and other options are passed on.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { graphicsSwitches } from './graphics.mjs';
import { inRoot, root, run, say, setUp } from './setup.mjs';

const words = process.argv.slice(2);
const web = words.includes('--web');
const passed = words.filter((word) => word !== '--web');

await setUp();
const electron = web ? null : await findElectron();
if (electron) startElectron(electron);
else startWeb();

function startElectron(program) {
  const began = Date.now();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  start(program, [...sandbox, ...graphicsSwitches(), root, ...passed], (code) => {
    // Some systems forbid what Chromium's sandbox needs; that shows at once.
    if (code === 0 || Date.now() - began > 10_000) return code;
    say('Electron could not be started on this system (see above): opening the newsroom reader in your browser instead.');
    startWeb();
    return 0;
  });
}

function startWeb() {
  start(process.execPath, [inRoot('out', 'main', 'web.js'), '--open', ...passed]);
}

/** The runtime's program, downloaded on first use; null, with one line said, where there is none to be had or nothing to show it on. */
async function findElectron() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    say('There is no display for a window here: the newsroom reader is at this address instead.');
    return null;
  }
  const folder = inRoot('node_modules', 'electron');
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!given && !existsSync(join(folder, 'path.txt'))) {
    say('downloading Electron…');
    run(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' });
  }
  const named = existsSync(join(folder, 'path.txt')) ? readFileSync(join(folder, 'path.txt'), 'utf8') : 'electron';
  const program = join(given ?? join(folder, 'dist'), named);
  if (existsSync(program)) return program;
  const { version } = createRequire(import.meta.url)('electron/package.json');
  say(`Electron ${version} could not be downloaded: opening the newsroom reader in your browser instead.`);
  return null;
}

/** Runs until the program ends and ends with the exit code that `ended` makes of its own. */
function start(program, programWords, ended = (code) => code) {
  const child = spawn(program, programWords, { cwd: process.env.INIT_CWD ?? root, stdio: 'inherit' });
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
      stopping = true;
      child.kill(signal);
    });
  child.on('error', (failure) => {
    say(`${program}: ${failure.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    const result = code ?? (signal ? 1 : 0);
    process.exitCode = stopping ? result : ended(result);
  });
}
