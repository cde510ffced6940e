/**
 * The lessons as a content collection: `<chapter>/<lesson>/<language>.md` becomes the entry `<language>/<chapter>/<lesson>`.
 * Whatever is wrong with a lesson stops the build; while serving, the page shows the sentence instead, and every file a page is made from is watched.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { parseChecks } from '../markdown/check-data.ts';
import { ledgerOf } from '../markdown/ledger.ts';
import type { Language } from '../markdown/lesson-file.ts';
import { renderLesson, splitFrontMatter } from '../markdown/render.ts';
import { glossaryHtml } from './glossary.ts';
import type { Source } from './glossary.ts';
import { LESSONS, ROOT, WIDGETS } from './places.ts';
import { strings } from './strings.ts';

export const LANGUAGES = ['ko', 'en'] as const;

const LEDGER = join(ROOT, 'web/language/ledger.yaml');

function lessonFolders(): string[] {
  const folders = new Set(globSync(join(LESSONS, `*/*/{${LANGUAGES.join(',')}}.md`)).map((path) => dirname(path)));
  return [...folders].sort();
}

function checkCount(folder: string): number {
  const [path] = globSync(join(folder, 'checks.yaml'));
  return path ? parseChecks(readFileSync(path, 'utf8'), path).size : 0;
}

/** What both languages of a lesson share must be the same in both. */
function assertAlike(folder: string, front: Record<string, unknown>[]): void {
  for (const key of ['order', 'minutes', 'prerequisites', 'notes']) {
    const [first, second] = front.map((matter) => JSON.stringify(matter[key]));
    if (first !== second)
      throw new Error(`${folder}: "${key}" differs between ${LANGUAGES.join(' and ')}: ${first}, ${second}`);
  }
}

async function loadLesson(
  folder: string,
  { store, parseData }: LoaderContext,
  sources: Set<string>,
): Promise<string[]> {
  const id = relative(LESSONS, folder);
  const checks = checkCount(folder);
  const pages = await Promise.all(
    LANGUAGES.map(async (language) => ({
      language,
      ...(await renderLesson(join(folder, `${language}.md`), LESSONS, { root: ROOT, widgets: WIDGETS })),
    })),
  );
  assertAlike(
    folder,
    pages.map((page) => page.frontMatter),
  );
  for (const { language, frontMatter, html, headings, sources: used } of pages) {
    used.forEach((path) => sources.add(path));
    const filePath = join(folder, `${language}.md`);
    const { title, description, ...lesson } = frontMatter;
    if (!description) throw new Error(`${filePath}:1: "description" is one sentence about the lesson`);
    const data = await parseData({
      id: `${language}/${id}`,
      data: { title, description, lesson: { ...lesson, id, checks } },
      filePath,
    });
    store.set({
      id: `${language}/${id}`,
      data,
      filePath: relative(process.cwd() + '/site', filePath),
      rendered: { html, metadata: { headings, imagePaths: [], frontmatter: frontMatter } },
    });
  }
  return pages.map(({ language }) => `${language}/${id}`);
}

/** One page a language with all terms; it is made anew with the lessons, whose titles it names. */
async function loadGlossary({ store, parseData }: LoaderContext): Promise<string[]> {
  const ledger = ledgerOf(ROOT);
  return Promise.all(
    LANGUAGES.map(async (language) => {
      const id = `${language}/glossary`;
      const html = glossaryHtml(ledger, sourcesOf(language), language);
      const { glossary: title, glossaryLead: description } = strings[language];
      const data = await parseData({ id, data: { title, description } });
      // Starlight wants a file of its own for every page; there need be none.
      store.set({
        id,
        data,
        filePath: relative(`${process.cwd()}/site`, join(LESSONS, `${id}.md`)),
        rendered: { html },
      });
      return id;
    }),
  );
}

function sourcesOf(language: Language): Map<string, Source> {
  return new Map(
    lessonFolders().map((folder) => {
      const path = join(folder, `${language}.md`);
      const { title, order } = splitFrontMatter(readFileSync(path, 'utf8'), path).frontMatter;
      return [relative(LESSONS, folder), { title: String(title), order: Number(order) }];
    }),
  );
}

/** While serving, a faulty lesson is a page that says what is wrong with it. */
async function showFault(folder: string, message: string, { store, parseData }: LoaderContext): Promise<string[]> {
  const id = relative(LESSONS, folder);
  return Promise.all(
    LANGUAGES.map(async (language) => {
      const data = await parseData({
        id: `${language}/${id}`,
        data: {
          title: basename(folder),
          lesson: { id, checks: 0, order: 0.1, minutes: 1, prerequisites: [], notes: [] },
        },
      });
      const escaped = message.replace(/[&<]/g, (character) => (character === '&' ? '&amp;' : '&lt;'));
      store.set({
        id: `${language}/${id}`,
        data,
        rendered: { html: `<pre class="dh-build-error" role="alert">${escaped}</pre>` },
      });
      return `${language}/${id}`;
    }),
  );
}

export function lessonLoader(): Loader {
  return {
    name: 'downhill-lessons',
    async load(context) {
      const sources = new Set<string>();
      const loadAll = async () => {
        const kept = new Set<string>();
        for (const folder of lessonFolders()) {
          try {
            (await loadLesson(folder, context, sources)).forEach((id) => kept.add(id));
          } catch (error) {
            const { message } = error as Error;
            if (!context.watcher) throw new Error(message);
            context.logger.error(message);
            (await showFault(folder, message, context)).forEach((id) => kept.add(id));
          }
        }
        (await loadGlossary(context)).forEach((id) => kept.add(id));
        for (const id of context.store.keys()) if (!kept.has(id)) context.store.delete(id);
        context.watcher?.add([LESSONS, LEDGER, ...sources]);
      };
      await loadAll();
      // One load after the other: the last change wins.
      let loading = Promise.resolve();
      context.watcher?.on('all', (_event, path) => {
        if (path.startsWith(LESSONS) || path === LEDGER || sources.has(path)) loading = loading.then(loadAll);
      });
    },
  };
}
