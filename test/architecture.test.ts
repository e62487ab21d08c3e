/** Who may import whom, and which packages belong to one place alone: the house plan as a rule that runs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A part of the house and the parts it may import from besides itself. The first prefix that fits a file names its part. */
const parts: readonly { readonly folder: string; readonly mayImport: readonly string[]; readonly node: boolean }[] = [
  { folder: 'src-main/contract/', mayImport: [], node: false },
  { folder: 'src-main/text/', mayImport: ['src-main/contract/'], node: false },
  { folder: 'src-main/store/', mayImport: ['src-main/contract/'], node: true },
  { folder: 'src-main/search/', mayImport: ['src-main/contract/'], node: true },
  { folder: 'src-main/library/', mayImport: ['src-main/contract/', 'src-main/text/', 'src-main/store/', 'src-main/search/'], node: true },
  { folder: 'src-main/hosts/electron/', mayImport: ['src-main/contract/', 'src-main/library/', 'src-main/hosts/'], node: true },
  { folder: 'src-main/hosts/web/', mayImport: ['src-main/contract/', 'src-main/library/', 'src-main/hosts/'], node: true },
  {
    folder: 'src-main/hosts/cli/',
    mayImport: ['src-main/contract/', 'src-main/library/', 'src-main/text/', 'src-main/hosts/', 'src-main/hosts/web/'],
    node: true,
  },
  { folder: 'src-main/hosts/', mayImport: ['src-main/contract/', 'src-main/library/', 'package.json'], node: true },
  { folder: 'src-renderer/', mayImport: ['src-main/contract/'], node: false },
];

/** Packages that only one place may name. */
const owners: readonly { readonly packages: RegExp; readonly only: RegExp }[] = [
  { packages: /^electron(?:$|\/|-)/, only: /^src-main\/hosts\/electron\// },
  { packages: /^(?:hono|@hono\/.+|(?:node:)?https?2?)(?:$|\/)/, only: /^src-main\/hosts\/web\// },
  { packages: /^sqlite3(?:$|\/)/, only: /^src-main\/store\/database\.ts$/ },
  { packages: /^minisearch(?:$|\/)/, only: /^src-main\/search\// },
  { packages: /^(?:react|react-dom|react-.+|i18next|cmdk|@tanstack\/.+)(?:$|\/)/, only: /^src-renderer\// },
];

interface Import {
  readonly file: string;
  /** A path from the root for our own files, else as written. */
  readonly target: string;
  readonly ours: boolean;
}

const importPattern = /(?:^|[\s;}])(?:import|export)\s(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

function importsOf(file: string, text: string): readonly Import[] {
  return [...text.matchAll(importPattern)].map((match) => {
    const written = match[1] ?? match[2] ?? '';
    const ours = written.startsWith('.');
    return { file, ours, target: ours ? posix.join(posix.dirname(file), written) : written };
  });
}

function partOf(path: string) {
  return parts.find((part) => path.startsWith(part.folder));
}

/** What is wrong with an import, in words; null where it keeps to the plan. */
function faultOf({ file, target, ours }: Import): string | null {
  const part = partOf(file);
  if (!part) return `${file} is in no part of the house`;
  if (ours) {
    const home = partOf(target)?.folder ?? target;
    return home === part.folder || part.mayImport.includes(home) ? null : `${file} imports ${target}`;
  }
  const bare = target.replace(/\?.*$/, '');
  if (bare.startsWith('node:') && !part.node) return `${file} reaches the system through ${bare}`;
  const owner = owners.find(({ packages }) => packages.test(bare));
  return owner && !owner.only.test(file) ? `${file} names ${bare}` : null;
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'));
}

const files = [...sources('src-main'), ...sources('src-renderer')];
const imports = files.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));

describe('the house plan', () => {
  test('every part imports only what it may', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.map(faultOf).filter((fault) => fault !== null)).toEqual([]);
  });

  test('only link.ts knows which host the page talks to', () => {
    const knowing = files.filter(
      (file) => file.startsWith('src-renderer/') && /\bwindow\.newsroom\b/.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(knowing).toEqual(['src-renderer/link.ts']);
    expect(imports.filter(({ target }) => target === 'src-renderer/web-link').map(({ file }) => file)).toEqual(['src-renderer/link.ts']);
  });

  test('no file imports itself by a detour', () => {
    expect(findCycle(new Map(files.map((file) => [file.replace(/\.tsx?$/, ''), dependenciesOf(file)])))).toBeNull();
  });
});

const faults = (file: string, text: string) => importsOf(file, text).map(faultOf);

describe('the rule itself', () => {
  test('names a foreign import however it is written', () => {
    for (const text of [
      `import { open } from '../store/open-database';`,
      `import {\n  open,\n} from '../store/open-database';`,
      `export * from '../store/open-database';`,
      `import '../store/open-database';`,
      `const store = await import('../store/open-database');`,
    ])
      expect(faults('src-main/text/a.ts', text)).toEqual(['src-main/text/a.ts imports src-main/store/open-database']);
  });

  test.each([
    ['src-main/library/a.ts', 'sqlite3'],
    ['src-main/library/a.ts', 'minisearch'],
    ['src-main/hosts/cli/a.ts', 'electron'],
    ['src-main/hosts/web/a.ts', 'electron-log/node'],
    ['src-main/hosts/electron/a.ts', 'hono/body-limit'],
    ['src-main/library/a.ts', 'node:http'],
    ['src-main/store/a.ts', 'react'],
  ])('%s may not name %s', (file, name) => {
    expect(faults(file, `import x from '${name}';`)).toEqual([`${file} names ${name}`]);
  });

  test('the pure parts reach no system', () => {
    for (const file of ['src-main/contract/a.ts', 'src-main/text/a.ts', 'src-renderer/a.ts'])
      expect(faults(file, `import { readFile } from 'node:fs/promises';`)).toEqual([`${file} reaches the system through node:fs/promises`]);
  });

  test('the page sees the contract and nothing else of the main side', () => {
    expect(faults('src-renderer/reader/a.tsx', `import type { Edition } from '../../src-main/contract/model';`)).toEqual([null]);
    expect(faults('src-renderer/reader/a.tsx', `import { open } from '../../src-main/library/library';`)).not.toEqual([null]);
  });

  test('a cycle is found', () => {
    expect(
      findCycle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b']);
  });
});

/** Own files that a file runs; types alone are no dependency. */
function dependenciesOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8').replaceAll(/(?:^|\n)\s*(?:import|export) type [^;]*;/g, '');
  return importsOf(file, text)
    .filter(({ ours }) => ours)
    .map(({ target }) => target);
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return null;
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...trail, node]);
      if (cycle) return cycle;
    }
    done.add(node);
    return null;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle) return cycle;
  }
  return null;
}
