/** `newsroom parse`: what is made of files on disk, read by their form as an import reads them, without a library. The JSON form is reportParse's. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ParsedSource } from '../../contract/parsed';
import { Problem } from '../../contract/problem';
import { sourceForm } from '../../library/forms/source-form';
import { createParser } from '../../library/parser';
import type { Parser } from '../../library/parser';
import { parseReading, readForm } from '../../library/read-form';
import { decodeSource, isBlank } from '../../text/decode-source';
import { linkJumps } from '../../text/link-jumps';
import { reportParse } from '../../text/parse-report';
import { appFiles } from '../app-folder';
import { describeFailure } from '../describe-failure';
import { print, printError, printLines } from './print';

export interface ParseCommand {
  readonly files: readonly string[];
  readonly json: boolean;
}

interface ParsedFile {
  readonly file: string;
  readonly parsed: ParsedSource;
}

/** Larger files are refused everywhere alike. */
const largestFile = 64 * 1024 * 1024;

/** Prints every file that could be read, in the order given, and names the others on standard error. */
export async function parseCommand({ files, json }: ParseCommand): Promise<number> {
  const parser = await createParser(appFiles.resources, ({ message }) => printError(message));
  const read: ParsedFile[] = [];
  for (const file of files) {
    try {
      read.push({ file, parsed: await parseFile(file, parser) });
    } catch (failure) {
      printError(describeFailure(file, failure));
    }
  }
  if (json)
    await printLines(
      reportParse(
        read,
        linkJumps(
          read.map(({ parsed }) => parsed),
          await parser.language(),
        ),
      ),
    );
  else for (const one of read) await print(outline(one));
  return read.length === files.length ? 0 : 1;
}

async function parseFile(file: string, parser: Parser): Promise<ParsedSource> {
  if ((await stat(file)).size > largestFile) throw new Problem('file-too-large');
  const bytes = await readFile(file);
  const fileName = basename(file);
  const path = file.replaceAll('\\', '/');
  const form = sourceForm(fileName, bytes);
  if (form !== 'text') return parseReading(parser, await readForm(parser, form, bytes, fileName), fileName, path);
  // Nothing is stored, so that text stays as it was decoded, half characters included.
  const { text, encoding } = decodeSource(bytes);
  if (isBlank(text)) throw new Problem('file-empty');
  return parser.parse({ text, encoding, fileName, path });
}

function outline({ file, parsed }: ParsedFile): string {
  const lines = parsed.articles.map(
    ({ kind, column, headline, byline }) => `  ${[kind, column, headline, byline].filter(Boolean).join(' · ')}`,
  );
  return `${[`${file} (${parsed.encoding})`, ...lines].join('\n')}\n`;
}
