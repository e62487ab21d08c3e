/** A front page drawn from a summary alone: its own nameplate and headlines, the text as grey lines. Decoration; says nothing to a screen reader. */
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionSummary } from '../../src-main/contract/model';
import './greeked-page.css';

/** Where second stories and pictures stand differs from paper to paper, and is always the same for one. */
const layouts = ['wide', 'split', 'photo'] as const;

/** A nameplate of more letters than this does not fit in its full size. */
const longName = 7;

export function GreekedPage({ edition }: { readonly edition: EditionSummary }) {
  const { t } = useTranslation('shelf');
  const name = edition.paper.value ?? t('paper-unknown');
  const [lead, second, third, fourth] = edition.headlines;
  const layout = layouts[edition.id % layouts.length] ?? 'wide';
  return (
    <span className={`greeked greeked-${layout}`} lang="zh-CN" aria-hidden="true">
      <span className="greeked-nameplate" data-long={name.length > longName || undefined}>
        {name}
      </span>
      <span className="greeked-lead">
        {lead !== undefined && <Headline className="greeked-headline" text={lead} />}
        <Lines count={9} columns={3} />
      </span>
      <span className="greeked-rest">
        <Story headline={second} />
        <Story headline={third} photo={layout === 'photo'} />
        {layout !== 'wide' && <Story headline={fourth} />}
      </span>
    </span>
  );
}

function Story({ headline, photo = false }: { readonly headline: string | undefined; readonly photo?: boolean }) {
  return (
    <span className="greeked-story">
      {headline !== undefined && <Headline className="greeked-second" text={headline} />}
      {photo && <span className="greeked-photo" />}
      <Lines count={14} columns={1} />
    </span>
  );
}

/** A headline of two parts breaks between them. */
function Headline({ className, text }: { readonly className: string; readonly text: string }) {
  return (
    <b className={className}>
      {text.split(/\s+/u).map((part, index) => (
        // The same words may stand twice.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index}>{part} </span>
      ))}
    </b>
  );
}

function Lines({ count, columns }: { readonly count: number; readonly columns: number }) {
  return <span className="greeked-lines" style={{ '--lines': count, '--columns': columns } as CSSProperties} />;
}
