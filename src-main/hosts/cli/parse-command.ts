/** `newsroom parse`: what the parser makes of files on disk, without a library. The JSON form is reportParse's. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ParsedSource } from '../../contract/parsed';
import { Problem } from '../../contract/problem';
import { decodeSource } from '../../text/decode-source';
import type { LanguageScores } from '../../text/document';
import { linkJumps } from '../../text/link-jumps';
import { parseBriefing } from '../../text/parse-briefing';
import { reportParse } from '../../text/parse-report';
import { describeFailure } from '../describe-failure';
import { print, printError, printLines } from './print';
import { readLanguageModel } from './read-language-model';

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
  const language = await readLanguageModel();
  const read: ParsedFile[] = [];
  for (const file of files) {
    try {
      read.push({ file, parsed: await parseFile(file, language) });
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
          language,
        ),
      ),
    );
  else for (const one of read) await print(outline(one));
  return read.length === files.length ? 0 : 1;
}

async function parseFile(file: string, language: LanguageScores | null): Promise<ParsedSource> {
  if ((await stat(file)).size > largestFile) throw new Problem('file-too-large');
  const { text, encoding } = decodeSource(await readFile(file));
  return parseBriefing(text, { encoding, fileName: basename(file), path: file.replaceAll('\\', '/'), language });
}

function outline({ file, parsed }: ParsedFile): string {
  const lines = parsed.articles.map(
    ({ kind, column, headline, byline }) => `  ${[kind, column, headline, byline].filter(Boolean).join(' · ')}`,
  );
  return `${[`${file} (${parsed.encoding})`, ...lines].join('\n')}\n`;
}
