// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import type { FileOutcome, JobSnapshot } from '../../src-main/contract/model';
import { createQueryClient, keys } from '../../src-renderer/app/queries';
import type { Import } from '../../src-renderer/importing/import-desk';
import { ImportStrip } from '../../src-renderer/importing/import-strip';
import { setLanguage, startLanguage } from '../../src-renderer/language/language';

const outcomes: readonly FileOutcome[] = [
  {
    kind: 'imported',
    name: '01.txt',
    source: 1,
    edition: 1,
    encoding: 'utf-8',
    articles: 3,
    said: { paper: '云岭日报', date: '2024-05-06', page: '1' },
  },
  { kind: 'failed', name: '02.txt', problem: { code: 'file-empty', values: { name: '02.txt' } } },
];

function importThat(state: 'running' | 'done'): Import {
  const snapshot: JobSnapshot = {
    id: 'job',
    kind: 'import',
    state,
    startedAt: '2024-05-06T08:00:00.000Z',
    current: null,
    done: 2,
    total: 9,
    bytes: 100,
    articles: 3,
    firstOutcome: 0,
    outcomes,
  };
  return { key: 1, job: 'job', files: [], snapshot, problem: null, state };
}

function Strip({ state }: { readonly state: 'running' | 'done' }) {
  const [open, setOpen] = useState(false);
  const first = importThat(state);
  const group = { key: 1, first, parts: [first], running: state === 'running' ? first : null };
  return (
    <ImportStrip group={group} isOpen={open} isDated={false} onOpen={setOpen}>
      {null}
    </ImportStrip>
  );
}

const button = (name: string) => [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith(name));

test.each(['running', 'done'] as const)('the way to what did not come in shows just that, while the import is %s', async (state) => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  await startLanguage();
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  const queryClient = createQueryClient();
  queryClient.setQueryData(keys.editions, []);
  await act(async () => {
    await setLanguage('zh-CN');
    root.render(
      <QueryClientProvider client={queryClient}>
        <Strip state={state} />
      </QueryClientProvider>,
    );
  });
  await act(async () => button('查看未导入的')?.click());
  expect(button('未导入')?.getAttribute('aria-pressed')).toBe('true');
  expect(button('全部')?.getAttribute('aria-pressed')).toBe('false');
  await act(async () => root.unmount());
});
