import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decodeSource } from '../../src-main/text/decode-source';
import { loadLanguageModel } from '../../src-main/text/language/language-model';
import { linkJumps } from '../../src-main/text/link-jumps';
import { parseBriefing } from '../../src-main/text/parse-briefing';
import { reportParse } from '../../src-main/text/parse-report';

/**
 * Pages with what the parser makes of them, side by side. `UPDATE=1 npx vitest run --config test/vitest.config.ts test/text/golden`
 * rewrites the answers; the difference is then read like any other change.
 */
const folder = new URL('golden/', import.meta.url);
const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../resources/language-model.bin', import.meta.url))));
const pages = [
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, file: new URL(name, folder) })),
  { name: 'guizhou-daily-2023-11-25.txt', file: new URL('../../seeds/guizhou-daily-2023-11-25.txt', import.meta.url) },
];

describe('pages read as a careful reader would', () => {
  it.each(pages)('$name', ({ name, file }) => {
    const { text, encoding } = decodeSource(readFileSync(file));
    const parsed = parseBriefing(text, { encoding, fileName: name, language });
    const [found] = reportParse([{ file: name, parsed }], linkJumps([parsed], language));
    const answer = new URL(name.replace(/\.txt$/, '.json'), folder);
    if (process.env['UPDATE']) writeFileSync(answer, `${JSON.stringify(found, null, 1)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(answer, 'utf8')));
  });
});
