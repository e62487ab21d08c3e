/** Draws the app: language first, so that nothing is ever shown unworded. Not for behaviour. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import './app/forced-colors.css';
import { everyWord } from './language/all-words';
import { startLanguage } from './language/language';
import { loadFaces } from './reader/page/load-faces';

// The pieces with the commonest characters are on their way before it is known what is to be read: what the interface says, and much of any text.
// Not before: there are so many that nothing else would come over the web host's few connections.
void loadFaces({ sans: everyWord, serif: everyWord });
await startLanguage();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
