/** Reads the CLI's command line and runs the one command it names, loading no other. Not for what a command does. */
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { Problem } from '../../contract/problem';
import { portNumber } from '../command-line';
import { describeFailure, describeProblem } from '../describe-failure';
import { print, printError } from './print';
import { usage, UsageError } from './usage';

/** Resolves with the exit code: 0, 1 where something failed, 2 where the command line cannot be read. Never rejects. */
export async function runCommand(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  try {
    switch (name) {
      case 'parse': {
        const { values, positionals } = read(rest, { json: { type: 'boolean' } });
        if (positionals.length === 0) throw new UsageError('parse: name at least one file');
        const { parseCommand } = await import('./parse-command');
        return await parseCommand({ files: positionals, json: values.json ?? false });
      }
      case 'import': {
        const { values, positionals } = read(rest, { library: { type: 'string' }, json: { type: 'boolean' } });
        if (positionals.length === 0) throw new UsageError('import: name at least one file or folder');
        const { importCommand } = await import('./import-command');
        return await importCommand({ paths: positionals, library: values.library, json: values.json ?? false });
      }
      case 'search': {
        const options = { library: { type: 'string' }, limit: { type: 'string' }, json: { type: 'boolean' } } as const;
        const { values, positionals } = read(rest, options);
        const [query, ...more] = positionals;
        if (query === undefined || more.length > 0) throw new UsageError('search: name one query, in quotes if it has spaces');
        const { searchCommand } = await import('./search-command');
        return await searchCommand({ query, library: values.library, limit: readLimit(values.limit), json: values.json ?? false });
      }
      case 'export': {
        const { values, positionals } = read(rest, { library: { type: 'string' } });
        const [folder, ...more] = positionals;
        if (folder === undefined || more.length > 0) throw new UsageError('export: name one folder to write into');
        const { exportCommand } = await import('./export-command');
        return await exportCommand({ folder, library: values.library });
      }
      case 'serve': {
        const { values, positionals } = read(rest, { library: { type: 'string' }, port: { type: 'string' } });
        if (positionals.length > 0) throw new UsageError(`serve: takes no file (${positionals[0]})`);
        const { serveCommand } = await import('./serve-command');
        return await serveCommand({ library: values.library, port: readPort(values.port) });
      }
      case '--help':
      case '-h':
      case 'help':
        await print(usage);
        return 0;
      case undefined:
        throw new UsageError('name a command');
      default:
        throw new UsageError(`${name} is not a command`);
    }
  } catch (failure) {
    if (failure instanceof UsageError) {
      printError(`${failure.message}\n\n${usage.trimEnd()}`);
      return 2;
    }
    printError(failure instanceof Problem ? describeProblem(failure.data) : describeFailure(name ?? '', failure));
    return 1;
  }
}

function read<const Options extends NonNullable<ParseArgsConfig['options']>>(words: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (failure) {
    throw new UsageError(failure instanceof Error ? failure.message : String(failure), { cause: failure });
  }
}

function readLimit(word: string | undefined): number {
  if (word === undefined) return 20;
  if (!/^\d{1,9}$/.test(word)) throw new UsageError(`--limit takes a whole number, not ${word}`);
  return Number(word);
}

function readPort(word: string | undefined): number {
  try {
    return word === undefined ? 0 : portNumber(word);
  } catch (failure) {
    throw new UsageError(`--port takes a number from 0 to 65535, not ${word}`, { cause: failure });
  }
}
