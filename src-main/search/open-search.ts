/**
 * Opens search over a library: looks whether its tables stand, lays them where they do not, and answers from them.
 * An index found damaged while in use is emptied and says `rebuilding`; it never answers short without saying so.
 */
import { createArticleRegister } from './article-register';
import { checkIndex } from './check-index';
import { IndexDamage, watchForDamage } from './index-damage';
import { layTables, mergeSegments, readState, tablesStand, writeState } from './index-tables';
import { createIndexWriter } from './index-writer';
import { listPairs } from './list-pairs';
import { rebuildIndex } from './rebuild-index';
import { answerHits, answerMarks, answerQuery } from './run-query';
import type { Search, SearchOptions, SearchState } from './search';
import { createSuggestions } from './suggest';

export async function openSearch(options: SearchOptions): Promise<Search> {
  const database = watchForDamage(options.database);
  const register = createArticleRegister(database);
  const writer = createIndexWriter(database);
  const desk = { database, options, register };
  const suggestions = createSuggestions(desk);
  let state: SearchState = 'ready';

  async function layAnew(): Promise<void> {
    await layTables(options.database);
    register.forget();
    state = 'rebuilding';
  }

  async function stands(): Promise<boolean> {
    try {
      return await tablesStand(database);
    } catch (error) {
      if (error instanceof IndexDamage) return false;
      throw error;
    }
  }

  async function readBuilding(): Promise<void> {
    state = (await readState(database, 'building')) === 0 ? 'ready' : 'rebuilding';
  }

  /** Runs a read; if the index turns out to be unusable, has it built anew and answers with nothing, in state `rebuilding`. */
  async function reading<T>(work: () => Promise<T>, nothing: T): Promise<T> {
    try {
      return await database.snapshot(async () => {
        await readBuilding();
        return work();
      });
    } catch (error) {
      if (!(error instanceof IndexDamage)) throw error;
      await layAnew();
      options.onRebuildNeeded?.();
      return nothing;
    }
  }

  /** The index must not keep an article from being stored: damage met here is left to the rebuild. */
  async function writing(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof IndexDamage)) throw error;
      await layAnew();
      options.onRebuildNeeded?.();
    }
  }

  if (await stands()) await readBuilding();
  else {
    await layAnew();
    if ((await options.articles.count()) === 0) {
      await writeState(database, 'building', 0);
      state = 'ready';
    }
  }

  return {
    add: (articles) => writing(() => writer.add(articles)),
    remove: (ids) => writing(() => writer.remove(ids)),
    async query(input) {
      const started = performance.now();
      const nothing = { total: 0, hint: null, hits: [], facets: { section: [], paper: [], place: [], month: [], kind: [] } };
      const answer = await reading(() => answerQuery(desk, input), nothing);
      const similar = answer.total === 0 && state === 'ready' ? await suggestions.similar(input.text) : [];
      return { query: input.text, ...answer, similar, state, tookMs: performance.now() - started };
    },
    hits: (input) => reading(() => answerHits(desk, input), []),
    suggest: (text, limit = 8) => suggestions.suggest(text, limit),
    async warm() {
      await register.save();
      await suggestions.load();
    },
    async tidy(signal) {
      await writing(async () => {
        await mergeSegments(database, signal);
        await listPairs(database, options.articles, signal);
      });
      if (!signal?.aborted) await register.save();
    },
    marks: (text, edition, facets = {}) => reading(() => answerMarks(desk, { text, edition, facets }), []),
    state: () => state,
    async rebuild(onProgress, signal) {
      if (state === 'ready' || !(await stands())) await layAnew();
      await rebuildIndex(database, options.articles, writer, onProgress, signal);
      await readBuilding();
      if (state === 'ready') await register.save();
    },
    async check(signal) {
      const report = await checkIndex(database, options.articles, signal);
      if (!report.sound) await layAnew();
      return report;
    },
    async refresh() {
      await readBuilding();
      await register.current();
    },
  };
}
