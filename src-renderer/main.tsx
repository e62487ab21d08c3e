/** Starts the page: language first, so that nothing is ever shown unworded. Not for behaviour. */
import '@fontsource-variable/noto-serif-sc/index.css';
import '@fontsource-variable/noto-sans-sc/index.css';
import './app/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { drawCurtain } from './app/curtain';
import { startTheme } from './app/theme';
import { everyWord, startLanguage } from './language/language';
import { loadFaces } from './reader/page/load-faces';

// The pieces with the commonest characters are on their way before it is known what is to be read: what the interface says, and much of any text.
void loadFaces({ sans: everyWord, serif: everyWord });
startTheme();
drawCurtain();
await startLanguage();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
