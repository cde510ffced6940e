/** From a lesson's Markdown to the HTML of its page. The order of the steps is the whole story of a lesson's making. */
import { basename, dirname, join, relative } from 'node:path';
import { readFileSync } from 'node:fs';
import { rehypeHeadingIds, rehypeShiki } from '@astrojs/markdown-remark';
import type { ElementContent } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { parse } from 'yaml';
import { rehypeChecks } from './checks.ts';
import { rehypeCodeColours } from './code-colours.ts';
import { rehypeCopy } from './copy.ts';
import { readTables } from './figure-tables.ts';
import { rehypeFigureLinks } from './figure-links.ts';
import { ledgerOf, lessonOrders } from './ledger.ts';
import type { Language, LessonContext, Places } from './lesson-file.ts';
import { rehypeLineBreaks } from './line-breaks.ts';
import { remarkListingValues } from './listing-values.ts';
import { rehypeMath } from './math.ts';
import { rehypeParticles } from './particles.ts';
import { remarkSourceCode } from './source-code.ts';
import { rehypeTables } from './tables.ts';
import { rehypeTerms } from './terms.ts';
import { rehypeWidgets } from './widgets.ts';

export interface Heading {
  depth: number;
  slug: string;
  text: string;
}

export interface RenderedLesson {
  html: string;
  headings: Heading[];
  frontMatter: Record<string, unknown>;
  sources: Set<string>;
}

function markdown() {
  return (
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      // CommonMark does not end bold between a bracket and a Korean particle: **학습률(learning rate)**은.
      .use(remarkCjkFriendly)
      .use(remarkMath)
      .use(remarkSourceCode)
      .use(remarkListingValues)
      .use(remarkSmartypants)
      .use(remarkRehype, { allowDangerousHtml: true })
      .use(rehypeShiki, { theme: 'css-variables' }, ['math'])
      .use(rehypeRaw)
      .use(rehypeCodeColours)
      .use(rehypeParticles)
  );
}

const taskText = markdown()
  .use(rehypeTerms, { inTask: true })
  .use(rehypeFigureLinks)
  .use(rehypeLineBreaks)
  .use(rehypeMath)
  .freeze();

const lesson = markdown()
  .use(rehypeHeadingIds)
  .use(rehypeWidgets)
  .use(rehypeChecks, async (text: string, line: number, page: VFile, naming: boolean): Promise<ElementContent[]> => {
    const context = page.data.lesson!;
    const file = new VFile({
      path: join(context.folder, 'checks.yaml'),
      value: '\n'.repeat(line - 1) + text,
      data: { lesson: context, naming },
    });
    return (await taskText.run(taskText.parse(file), file)).children as ElementContent[];
  })
  .use(rehypeTerms, { inTask: false })
  .use(rehypeFigureLinks)
  .use(rehypeTables)
  .use(rehypeCopy)
  .use(rehypeLineBreaks)
  .use(rehypeMath)
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

const FRONT_MATTER = /^---\n(?<yaml>[\s\S]*?)\n---\n/;

/** Front matter and body; blank lines stand for the front matter so that line numbers stay those of the file. */
export function splitFrontMatter(text: string, path: string): { frontMatter: Record<string, unknown>; body: string } {
  const match = FRONT_MATTER.exec(text);
  if (!match) throw new Error(`${path}:1: a lesson begins with its front matter between two lines "---"`);
  try {
    return {
      frontMatter: parse(match.groups!.yaml),
      body: match[0].replace(/[^\n]/g, '') + text.slice(match[0].length),
    };
  } catch (error) {
    throw new Error(`${path}: front matter: ${(error as Error).message.split('\n')[0]}`);
  }
}

/** Render `<lessons>/<chapter>/<lesson>/<language>.md`. Throws an error that names file and line. */
export async function renderLesson(path: string, lessons: string, places: Places): Promise<RenderedLesson> {
  const folder = dirname(path);
  const { frontMatter, body } = splitFrontMatter(readFileSync(path, 'utf8'), path);
  const context: LessonContext = {
    places,
    folder,
    id: relative(lessons, folder),
    language: basename(path, '.md') as Language,
    sources: new Set([path]),
    tables: await readTables(places.widgets),
    ledger: ledgerOf(places.root),
    orders: lessonOrders(lessons),
    widgetIds: new Map(),
  };
  const file = new VFile({ path, value: body, data: { lesson: context } });
  const html = String(await lesson.process(file));
  const headings = (file.data.astro as { headings?: Heading[] } | undefined)?.headings ?? [];
  return { html, headings, frontMatter, sources: context.sources };
}
