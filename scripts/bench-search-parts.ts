/** What scripts/bench-search.mjs needs of the app, in one bundle. */
export { squeezedForms, squeezeText } from '../src-main/contract/squeeze';
export { foldText } from '../src-main/search/fold';
export { openSearch } from '../src-main/search/open-search';
export { joinConnections, openConnection } from '../src-main/store/database';
