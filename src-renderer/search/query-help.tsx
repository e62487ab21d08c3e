/** How to ask: the query language with an example of each form. Its grammar is the library's (src-main/search). */
import { useTranslation } from 'react-i18next';
import { go } from '../app/navigation';

const forms = [
  { example: '物流 快递', words: 'help-all' },
  { example: '"三级物流体系"', words: 'help-phrase' },
  { example: '物流 -快递', words: 'help-without' },
  { example: '物流 OR 电商', words: 'help-or' },
  { example: '标题:物流', words: 'help-headline' },
  { example: '记者:杨小友', words: 'help-byline' },
  { example: '栏目:政务简报', words: 'help-column' },
  { example: '地:六盘水', words: 'help-place' },
  { example: '报:贵州日报', words: 'help-paper' },
  { example: '日期:2023-11..2023-12', words: 'help-date' },
  { example: 'is:bookmarked', words: 'help-bookmarked' },
  { example: 'is:unread', words: 'help-unread' },
  { example: 'kind:photo', words: 'help-kind' },
] as const;

export function QueryHelp() {
  const { t } = useTranslation('search');
  return (
    <section className="query-help" aria-labelledby="query-help">
      <h2 id="query-help">{t('help')}</h2>
      <dl>
        {forms.map(({ example, words }) => (
          <div key={example} className="query-form">
            <dt>
              <button type="button" lang="zh-CN" onClick={() => go({ kind: 'search', text: example, edition: null })}>
                {example}
              </button>
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('help-note')}</p>
    </section>
  );
}
