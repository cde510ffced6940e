/**
 * A widget in a lesson is its bare tag. Here it gets what it needs before its script has come: an id, a sentence that says what the figure shows, and
 * the height it will have, so that nothing moves when it arrives.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { fieldWithoutLabel, problemWithAttribute } from './figure-tables.ts';
import { contextOf, fail, readSource } from './lesson-file.ts';
import { readStrings } from './ledger.ts';
import { checkFigureWords } from './terms.ts';

/** Tags that stand for a task, not for a figure; see checks.ts. */
export const CHECK_TAGS = new Set(['dh-check', 'dh-predict']);

/** Attributes that are no fields. */
const OF_EVERY_ELEMENT = new Set(['id', 'className', 'style', 'lang']);

/** Height in px of a widget in a column of 720 px and more, and of 360 px. */
interface Frame {
  wide: number;
  narrow: number;
}

export function isWidget(node: { type: string; tagName?: string }): boolean {
  return node.type === 'element' && node.tagName!.startsWith('dh-');
}

function json<T>(file: VFile, node: Element, path: string): T {
  const text = readSource(file, node, path);
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    return fail(file, node, `${path}: ${(error as Error).message}`);
  }
}

/** Markdown wraps a tag that stands alone in a paragraph, but a figure is no part of a sentence. */
function unwrapParagraphs(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'p' || !parent || index === undefined) return;
    const content = node.children.filter((child) => child.type !== 'text' || child.value.trim());
    if (content.length && content.every(isWidget)) parent.children.splice(index, 1, ...(content as ElementContent[]));
  });
}

export function rehypeWidgets() {
  return (tree: Root, file: VFile): void => {
    const { places, language, sources, tables, widgetIds } = contextOf(file);
    unwrapParagraphs(tree);
    visit(tree, 'element', (node) => {
      if (!isWidget(node) || CHECK_TAGS.has(node.tagName)) return;
      const folder = join(places.widgets, node.tagName);
      if (!existsSync(folder)) fail(file, node, `there is no widget <${node.tagName}> in web/widgets`);

      const id = String(node.properties.id ?? node.tagName.slice('dh-'.length));
      if (widgetIds.has(id)) fail(file, node, `two figures have the id "${id}"`);
      widgetIds.set(id, node.tagName);
      node.properties.id = id;

      const words = join(folder, 'strings.json');
      json(file, node, words); // tells a fault of the file by its place in the lesson
      const text = readStrings(readSource(file, node, words), contextOf(file).ledger, words)[language];
      if (!text?.title || !text.fallback)
        fail(file, node, `${node.tagName}/strings.json needs "title" and "fallback" in ${language}`);
      const table = tables.get(node.tagName);
      sources.add(join(folder, 'fields.ts'));
      if (!table) return fail(file, node, `${node.tagName}/fields.ts, which tells its fields and facts, is missing`);
      for (const [name, value] of Object.entries(node.properties)) {
        const problem = OF_EVERY_ELEMENT.has(name) ? undefined : problemWithAttribute(table, name, String(value));
        if (problem) fail(file, node, `<${node.tagName}>: ${problem}`);
      }
      const nameless = fieldWithoutLabel(table, text, language);
      if (nameless)
        fail(file, node, `${node.tagName}/strings.json has no label for the field "${nameless}" in ${language}`);
      checkFigureWords(readSource(file, node, words), file, (line, sentence) => {
        throw new Error(`${words}:${line}: ${sentence}`);
      });
      const frame = json<Frame>(file, node, join(folder, 'frame.json'));
      if (!(frame.wide > 0 && frame.narrow > 0))
        fail(file, node, `${node.tagName}/frame.json needs "wide" and "narrow" in pixels`);
      node.properties.className = ['dh-figure'];
      node.properties.style = `--dh-frame-wide:${frame.wide};--dh-frame-narrow:${frame.narrow}`;
      node.children = [
        {
          type: 'element',
          tagName: 'p',
          properties: { className: ['dh-fallback'] },
          children: [
            { type: 'element', tagName: 'strong', properties: {}, children: [{ type: 'text', value: text.title }] },
            { type: 'text', value: ` ${text.fallback}` },
          ],
        },
      ];
    });
  };
}
