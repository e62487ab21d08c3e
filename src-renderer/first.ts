/** The page's first script, and a small one: it asks the library, and then the rest of the program is read while that answers. */
import '@fontsource-variable/noto-serif-sc/index.css';
import '@fontsource-variable/noto-sans-sc/index.css';
import './app/theme.css';
import { drawCurtain } from './app/curtain';
import { askFirst } from './app/first-answers';
import { startTheme } from './app/start-theme';

startTheme();
drawCurtain();
askFirst();
void import('./main');
