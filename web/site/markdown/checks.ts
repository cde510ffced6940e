/**
 * `<dh-check name="…">` and `<dh-predict name="…">`: the task's prompt, hints and solution become static HTML inside the tag, readable without JavaScript,
 * and the data for grading become JSON beside them.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, ElementContent, Properties, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { type Check, type Text, gradingData, parseChecks, shuffled } from './check-data.ts';
import { FIGURE_LINK } from './figure-links.ts';
import { contextOf, fail, readSource } from './lesson-file.ts';
import { strings } from './strings.ts';
import { CHECK_TAGS } from './widgets.ts';

/** Typesets one text of a task; line says where its task begins, naming whether it is the name of a control. */
export type RenderText = (markdown: string, line: number, file: VFile, naming: boolean) => Promise<ElementContent[]>;

function element(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

/** A paragraph alone is unwrapped where only a phrase fits: inside a label or a list item. */
function phrase(content: ElementContent[]): ElementContent[] {
  return content.length === 1 && content[0].type === 'element' && content[0].tagName === 'p'
    ? content[0].children
    : content;
}

async function content(check: Check, file: VFile, render: RenderText): Promise<ElementContent[]> {
  const { language, id: lesson } = contextOf(file);
  const words = strings[language];
  const text = (value: Text, naming = false) => render(value[language], check.line, file, naming);
  const details = async (part: string, summary: string, value: Text, properties: Properties = {}) =>
    element('details', { className: [`dh-check-${part}`], slot: part, ...properties }, [
      element('summary', {}, [{ type: 'text', value: summary }]),
      element('div', {}, await text(value)),
    ]);

  const id = `check-${check.name}`;
  const parts = [
    element('div', { className: ['dh-check-prompt'], slot: 'prompt', id: `${id}-prompt` }, await text(check.prompt)),
  ];
  if (check.options) {
    const type = check.options.filter((option) => option.correct).length > 1 ? 'checkbox' : 'radio';
    const rows = check.options.map(async (option, index) => {
      const input = element('input', { type, name: id, value: String(index), disabled: true });
      const label = element('label', {}, [
        input,
        { type: 'text', value: ' ' },
        element('span', { className: ['dh-check-text'] }, phrase(await text(option.text, true))),
      ]);
      const feedback = option.feedback
        ? [element('div', { className: ['dh-check-feedback'], hidden: true }, await text(option.feedback))]
        : [];
      return element('li', { dataOption: String(index) }, [label, ...feedback]);
    });
    parts.push(element('ul', { className: ['dh-check-options'], slot: 'options' }, await Promise.all(rows)));
  }
  if (check.items) {
    const { items } = check;
    const rows = shuffled(items.length, check.name).map(async (index) =>
      element('li', { dataItem: String(index) }, [
        element('span', { className: ['dh-check-text'] }, phrase(await text(items[index]))),
      ]),
    );
    parts.push(element('ol', { className: ['dh-check-items'], slot: 'items' }, await Promise.all(rows)));
  }
  for (const [index, hint] of check.hints.entries())
    parts.push(await details('hint', `${words.hint} ${index + 1}`, hint, { dataHint: String(index) }));
  if (check.solution) parts.push(await details('solution', words.solution, check.solution));
  if (check.reveal) parts.push(await details('reveal', words.reveal, check.reveal));

  // "<" must not end the script element early.
  const data = JSON.stringify(gradingData(check, lesson)).replaceAll('<', '\\u003c');
  return [
    ...parts,
    element('script', { type: 'application/json', className: ['dh-check-data'] }, [{ type: 'text', value: data }]),
  ];
}

export function rehypeChecks(render: RenderText) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const { folder, widgetIds } = contextOf(file);
    const tags: Element[] = [];
    visit(tree, 'element', (node) => {
      if (CHECK_TAGS.has(node.tagName)) tags.push(node);
    });
    const path = join(folder, 'checks.yaml');
    if (!tags.length && !existsSync(path)) return;
    const checks = parseChecks(readSource(file, tags[0], path), path);
    const unused = new Set(checks.keys());
    for (const tag of tags) {
      const name = String(tag.properties.name ?? '');
      const check = checks.get(name);
      if (!check) return fail(file, tag, `<${tag.tagName} name="${name}"> has no task of that name in checks.yaml`);
      if (!unused.delete(name)) fail(file, tag, `the task "${name}" stands on the page twice`);
      if ((check.kind === 'predict') !== (tag.tagName === 'dh-predict'))
        fail(
          file,
          tag,
          `the task "${name}" is of kind ${check.kind}: use <${check.kind === 'predict' ? 'dh-predict' : 'dh-check'}>`,
        );
      const driven = check.widget ?? FIGURE_LINK.exec(check.run ?? '')?.groups?.id;
      if (driven && !widgetIds.has(driven))
        fail(file, tag, `the task "${name}" needs a figure with the id "${driven}" on this page`);
      tag.properties = { ...tag.properties, kind: check.kind, id: tag.properties.id ?? `check-${name}` };
      tag.children = await content(check, file, render);
    }
    if (unused.size)
      fail(file, undefined, `the tasks ${[...unused].join(', ')} of checks.yaml do not stand on the page`);
  };
}
