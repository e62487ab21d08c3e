/** Where the reader is, how far, what has just been done or come in, and the totals of what the parser joined or doubts. */
import { ImportStatus } from '../importing/import-status';
import { RestoredNote } from '../settings/restored-note';
import './footer.css';
import { useStatus } from './status';
import { StatusPart } from './status-part';
import { UndoNote } from './undo-note';

export function Footer() {
  const { where, facts, progress } = useStatus();
  return (
    <footer className="footer">
      <div className="footer-progress" style={{ inlineSize: `${(progress ?? 0) * 100}%` }} />
      <StatusPart fact={where} className="footer-where" />
      <RestoredNote />
      <UndoNote />
      <ImportStatus />
      {facts.map((fact) => (
        <StatusPart key={typeof fact === 'string' ? fact : fact.command} fact={fact} />
      ))}
    </footer>
  );
}
