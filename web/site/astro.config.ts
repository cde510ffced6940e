import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { rebuildCore } from '../../tools/rebuild_core.ts';
import { digitImages } from './build/digit-images.ts';
import { scriptGraph } from './build/first-scripts.ts';
import { katexFonts } from './build/katex-fonts.ts';
import { sentences } from './build/sentences.ts';
import { termNames } from './build/term-names.ts';
import { yamlModules } from './build/yaml-modules.ts';
import { ledgerOf } from './markdown/ledger.ts';

const component = (name: string) => `./src/components/${name}.astro`;
const repository = fileURLToPath(new URL('../..', import.meta.url));

/** What several figures share comes in files by who shares it. Small ones stay apart: merged, files would need each other in a circle. */
const kit = { name: 'kit', minShareCount: 3, entriesAware: true };

/** What needs nothing and is needed by all stands apart, or files would need each other in a circle. */
const base = { name: 'base', test: /first-touch/, priority: 1 };

/** What areas of the core need from their worker. In the worker's own file they would ask for that once more, and WebKit would run it twice. */
const ofWorker = { name: 'core', test: /\/core\/(handle|error)\.ts/ };

export default defineConfig({
  // Absolute links (canonical, hreflang, preview card) need the address the site will have; without it they are left out.
  site: process.env.SITE || undefined,
  base: process.env.BASE_PATH || '/',
  outDir: '../../build/site',
  cacheDir: '../../build/astro',
  trailingSlash: 'always',
  // Lean pages under a strict policy: no style elements to hash, no code to fetch links ahead of the reader.
  build: { inlineStylesheets: 'never' },
  prefetch: false,
  devToolbar: { enabled: false },
  vite: {
    plugins: [
      katexFonts(`${repository}build/fonts`),
      yamlModules(),
      sentences(`${repository}web/language`),
      termNames(() => ledgerOf(repository)),
      digitImages(`${repository}build/digits`),
      scriptGraph(`${repository}build/scripts.json`),
      rebuildCore(),
    ],
    worker: { format: 'es', rolldownOptions: { output: { codeSplitting: { groups: [ofWorker] } } } },
    server: { fs: { allow: [repository] } },
    build: { assetsInlineLimit: 0 },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: { groups: [base, kit] },
              // The tool puts the names of all who share a file into its name.
              chunkFileNames: ({ name }) => `_astro/${name.split('~')[0]}.[hash].js`,
            },
          },
        },
      },
    },
  },
  integrations: [
    starlight({
      title: { ko: '내리막', en: 'Downhill' },
      favicon: '/icon.svg',
      locales: { ko: { label: '한국어', lang: 'ko' }, en: { label: 'English', lang: 'en' } },
      defaultLocale: 'ko',
      tableOfContents: false,
      expressiveCode: false,
      disable404Route: true,
      markdown: { headingLinks: false },
      customCss: ['tokens', 'base', 'frame', 'prose', 'checks', 'code', 'terms'].map(
        (name) => `./src/styles/${name}.css`,
      ),
      components: {
        Footer: component('Footer'),
        Head: component('Head'),
        Header: component('Header'),
        LanguageSelect: component('LanguageSwitch'),
        MarkdownContent: component('Lesson'),
        MobileMenuFooter: component('MenuFooter'),
        PageTitle: component('LessonTitle'),
        Search: component('Search'),
        Sidebar: component('Contents'),
        SiteTitle: component('SiteTitle'),
        ThemeProvider: component('ThemeProvider'),
        ThemeSelect: component('ThemeButton'),
      },
    }),
  ],
});
