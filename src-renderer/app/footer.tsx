/** Where the reader is, how far, what has just been done or come in, and the totals of what the parser joined or doubts. */
import { ImportStatus } from '../importing/import-status';
import './footer.css';
import { useStatus } from './status';
import { UndoNote } from './undo-note';
import { run } from './use-command';

export function Footer() {
  const { where, facts, progress } = useStatus();
  return (
    <footer className="footer">
      <div className="footer-progress" style={{ inlineSize: `${(progress ?? 0) * 100}%` }} />
      <span className="footer-where">{where}</span>
      <UndoNote />
      <ImportStatus />
      {facts.map((fact) =>
        typeof fact === 'string' ? (
          <span key={fact}>{fact}</span>
        ) : (
          <button key={fact.command} type="button" className="footer-button" onClick={() => run(fact.command)}>
            {fact.label}
          </button>
        ),
      )}
    </footer>
  );
}
