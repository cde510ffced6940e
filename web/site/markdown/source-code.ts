/**
 * Code that is shown is code that runs: a fence with `file=` (and `region=`) in its first line and nothing between its fences is filled from that file,
 * one with `output=` from a program's committed output.
 *
 *     ```cpp file=src/optimize/descent.hpp region=step
 *     ```
 *
 * C++ is folded: it is what runs, not what a reader should write.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Code, Html, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { contextOf, fail, readSource } from './lesson-file.ts';
import { strings } from './strings.ts';

const MARKER = /^\s*(?:\/\/|#)\s*\[(?:region\s+(?<name>[\w-]+)|endregion)\]\s*$/;

/** The lines between `[region name]` and its `[endregion]`, without markers and common indentation; undefined if there is no such region. */
export function region(text: string, name: string): string | undefined {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => MARKER.exec(line)?.groups?.name === name);
  if (start < 0) return undefined;
  const body: string[] = [];
  let depth = 1;
  for (const line of lines.slice(start + 1)) {
    const marker = MARKER.exec(line);
    if (marker) depth += marker.groups?.name ? 1 : -1;
    else body.push(line);
    if (depth === 0) return dedent(body);
  }
  return undefined;
}

/** The whole file as shown: region markers are not for readers. */
export function withoutMarkers(text: string): string {
  return dedent(text.split('\n').filter((line) => !MARKER.test(line)));
}

function dedent(lines: string[]): string {
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const common = indents.length ? Math.min(...indents) : 0;
  return lines
    .map((line) => line.slice(common).trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** The file of a lesson is published beside its page; the excerpt leads to all of it. */
const wholeFile = (name: string): string => (name.endsWith('.py') ? `<a href="${name}">${name}</a>` : name);

function options(meta: string): Map<string, string> {
  return new Map(
    meta.split(/\s+/).flatMap((word) => (word.includes('=') ? [word.split('=', 2) as [string, string]] : [])),
  );
}

/** C++ shows what moves a figure, not what a reader should write: as much as teaches. */
const MOST_CPP = 25;

const html = (value: string): Html => ({ type: 'html', value });
const FOLD_END = '</details>';

export function remarkSourceCode() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'code', (node: Code, index, parent) => {
      const asked = options(node.meta ?? '');
      const path = asked.get('file') ?? asked.get('output');
      if (!path || !parent || index === undefined) return;
      if (node.value.trim()) fail(file, node, `the fence takes its text from ${path}, so leave it empty`);
      const { folder, language, places } = contextOf(file);
      const beside = join(folder, path);
      const text = readSource(file, node, existsSync(beside) ? beside : join(places.root, path));
      const part = asked.get('region');
      const shown = part ? region(text, part) : withoutMarkers(text);
      if (shown === undefined) return fail(file, node, `${path} has no closed region "${part}"`);
      node.value = shown;
      const words = strings[language];
      const name = asked.has('output') ? words.output : existsSync(beside) ? wholeFile(basename(path)) : path;
      const caption = html(`<p class="dh-code-name">${name}</p>`);
      if (node.lang !== 'cpp') {
        parent.children.splice(index, 0, caption);
        return [SKIP, index + 2];
      }
      const length = shown.split('\n').length;
      if (length > MOST_CPP) fail(file, node, `${path} shows ${length} lines of C++; at most ${MOST_CPP} teach`);
      // Code that follows code is in the same fold.
      const before = parent.children[index - 1];
      const goesOn = before?.type === 'html' && before.value === FOLD_END;
      const start = goesOn ? [] : [html(`<details class="dh-code-behind"><summary>${words.behind}</summary>`)];
      parent.children.splice(index - Number(goesOn), 1 + Number(goesOn), ...start, caption, node, html(FOLD_END));
      return [SKIP, index - Number(goesOn) + start.length + 3];
    });
  };
}
