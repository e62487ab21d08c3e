/** How the parts are built: main entries as ES modules, the preload as CommonJS, the page for any host. Not for running. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/** The page names the whole program beside its first script, so that it is read while that one asks the library (src-renderer/first.ts). */
const readProgramBeforehand: Plugin = {
  name: 'read-program-beforehand',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const program = Object.values(bundle).find((part) => part.type === 'chunk' && part.name === 'main');
      if (program?.type !== 'chunk') throw new Error('the build holds no chunk called main');
      const sheets = program.viteMetadata?.importedCss ?? [];
      return [
        { tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${program.fileName}` }, injectTo: 'head' },
        ...Array.from(sheets, (sheet) => ({
          tag: 'link',
          attrs: { rel: 'stylesheet', crossorigin: true, href: `./${sheet}` },
          injectTo: 'head' as const,
        })),
      ];
    },
  },
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** How long plugins take is no warning. */
const checks = { pluginTimings: false };

export default defineConfig({
  main: {
    build: {
      // The oldest Node these entries run on; the runtime inside Electron is newer.
      target: 'node20.18',
      outDir: here('out/main'),
      // Bundled, so that a start reads a few files instead of hundreds. Native and Electron-side packages stay apart.
      externalizeDeps: false,
      rolldownOptions: {
        checks,
        input: {
          main: here('src-main/hosts/electron/main.ts'),
          web: here('src-main/hosts/web/main.ts'),
          cli: here('src-main/hosts/cli/main.ts'),
          'library-worker': here('src-main/library/library-worker.ts'),
        },
        external: ['sqlite3', 'electron-log', /^electron-log\/.+/, 'electron-window-state'],
        // All in one folder: modules find the app's folder from their own address, whichever chunk they land in.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: here('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        checks,
        input: { preload: here('src-main/hosts/electron/preload.ts') },
        // A sandboxed preload can be nothing but CommonJS, and the package is of type module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: here('src-renderer'),
    plugins: [react(), readProgramBeforehand],
    // Each host writes a fresh value over this one in every page it serves (src-main/hosts/page.ts).
    html: { cspNonce: 'NEWSROOM_NONCE' },
    build: {
      target: 'es2023',
      cssTarget: 'chrome120',
      outDir: here('out/renderer'),
      minify: true,
      // The policy allows no data: fonts or scripts.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { checks, input: here('src-renderer/index.html') },
    },
  },
});
