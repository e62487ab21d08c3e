/** `newsroom search`: a query answered from a library, in the order the window shows. */
import type { SearchHit, SearchResult } from '../../contract/model';
import { Problem } from '../../contract/problem';
import type { LibraryHandle } from '../../library/library-handle';
import { openExistingLibrary } from './open-cli-library';
import { print, printLines } from './print';

export interface SearchCommand {
  readonly query: string;
  readonly library: string | undefined;
  readonly limit: number;
  readonly json: boolean;
}

/** The contract's largest page of hits. */
const mostAtOnce = 500;

export async function searchCommand({ query, library: folder, limit, json }: SearchCommand): Promise<number> {
  const library = await openExistingLibrary(folder);
  if (!library) return 1;
  try {
    const { total, tookMs, hits } = await searchAll(library, query, limit);
    if (json) await printLines([{ query, total, tookMs, hits: hits.map(reportHit) }]);
    else await print(hits.map(describeHit).join(''));
    return 0;
  } finally {
    await library.close();
  }
}

async function searchAll(library: LibraryHandle, text: string, limit: number): Promise<SearchResult> {
  let result = await search(library, text, Math.min(limit, mostAtOnce), 0);
  while (result.hits.length < Math.min(limit, result.total)) {
    const next = await search(library, text, Math.min(limit - result.hits.length, mostAtOnce), result.hits.length);
    if (next.hits.length === 0) break;
    result = { ...result, tookMs: result.tookMs + next.tookMs, hits: [...result.hits, ...next.hits] };
  }
  return result;
}

async function search(library: LibraryHandle, text: string, limit: number, offset: number): Promise<SearchResult> {
  const reply = await library.call('search.query', { text, limit, offset });
  if (!reply.ok) throw Problem.from(reply.problem);
  return reply.value as SearchResult;
}

function reportHit({ articleId, file, headline, section, snippet, matches, paper, date, page }: SearchHit) {
  return { articleId, file, headline, section, snippet, matches, paper, date, page };
}

function describeHit({ file, headline, section, snippet }: SearchHit): string {
  return `${[headline, section, file].filter(Boolean).join(' · ')}\n    ${snippet.replaceAll(/\s+/g, ' ')}\n`;
}
