/** `<dh-check name="…">` and `<dh-predict name="…">` are filled with the tasks of checks.yaml. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { figureOf, parseChecks } from './check-data.ts';
import type { Check } from './check-data.ts';
import { checkContent } from './check-html.ts';
import { askedOf, problemWithTask, withhold } from './figure-tasks.ts';
import type { RenderText } from './check-html.ts';
import { contextOf, fail, readSource } from './lesson-file.ts';
import { CHECK_TAGS, isWidget } from './widgets.ts';

const tagFor = ({ kind }: Check): string => (kind === 'predict' ? 'dh-predict' : 'dh-check');

export function rehypeChecks(render: RenderText) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const { folder, places, tables } = contextOf(file);
    const tags: Element[] = [];
    const figures: Element[] = [];
    visit(tree, 'element', (node) => {
      if (CHECK_TAGS.has(node.tagName)) tags.push(node);
      else if (isWidget(node)) figures.push(node);
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
      if (tag.tagName !== tagFor(check))
        fail(file, tag, `the task "${name}" is of kind ${check.kind}: use <${tagFor(check)}>`);
      const id = figureOf(check);
      const figure = figures.find(({ properties }) => properties.id === id);
      if (id && !figure) fail(file, tag, `the task "${name}" needs a figure with the id "${id}" on this page`);
      if (figure) {
        const asked = askedOf(figure.tagName, tables.get(figure.tagName)!, places.widgets);
        const problem = problemWithTask(check, asked);
        if (problem) fail(file, tag, `the task "${name}": ${problem}`);
        if (!withhold(figure, check.hides ?? []))
          fail(file, tag, `the prediction "${name}" needs a figure of its own: another one hides parts of "${id}"`);
      }
      tag.properties = { ...tag.properties, kind: check.kind, id: tag.properties.id ?? `check-${name}` };
      tag.children = await checkContent(check, file, render);
    }
    if (unused.size)
      fail(file, undefined, `the tasks ${[...unused].join(', ')} of checks.yaml do not stand on the page`);
  };
}
