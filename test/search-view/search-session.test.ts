import { beforeEach, expect, test } from 'vitest';
import { changeSession, clearFacet, currentSession, sessionFor, toggleFacet } from '../../src-renderer/search/search-session';

beforeEach(() => {
  changeSession({ facets: {}, text: '', opened: null });
});

test('what narrows a search goes on while its words are refined, and ends with another search', () => {
  sessionFor('物流');
  changeSession({ facets: { paper: ['贵州日报'] }, opened: 3 });
  sessionFor('物流体系');
  expect(currentSession()).toMatchObject({ facets: { paper: ['贵州日报'] }, opened: null });
  sessionFor('蜂蜜');
  expect(currentSession().facets).toEqual({});
});

test('coming back to the same search keeps the hit that was opened', () => {
  sessionFor('物流');
  changeSession({ opened: 12 });
  sessionFor(' 物流 ');
  expect(currentSession().opened).toBe(12);
});

test('facets are chosen, added to, and given up again', () => {
  const one = toggleFacet({}, 'paper', '甲报');
  const two = toggleFacet(one, 'paper', '乙报');
  expect(two).toEqual({ paper: ['甲报', '乙报'] });
  expect(toggleFacet(toggleFacet(two, 'paper', '甲报'), 'paper', '乙报')).toEqual({});
  expect(clearFacet({ ...two, kind: ['photo'] }, 'paper')).toEqual({ kind: ['photo'] });
});
