/** A fact as bar and footer say it; with a command it can be pressed. */
import type { StatusFact } from './status';
import './status-part.css';
import { run } from './use-command';

export function StatusPart({ fact, className }: { readonly fact: StatusFact; readonly className?: string }) {
  if (typeof fact === 'string') return <span className={className}>{fact}</span>;
  const { label, command, clears } = fact;
  return (
    <button type="button" className={`status-button ${className ?? ''}`} onClick={() => run(command)}>
      <span className="status-label">{label}</span>
      {clears && <span aria-hidden="true">✕</span>}
    </button>
  );
}
