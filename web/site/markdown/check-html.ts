/** A task as static HTML inside its tag, readable without JavaScript, with the data for grading as JSON beside it. */
import type { Element, ElementContent, Properties } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { gradingData, shuffled } from './check-data.ts';
import type { Check, Option, Slip, Text } from './check-data.ts';
import { contextOf } from './lesson-file.ts';
import { plainText } from './math.ts';
import { strings } from './strings.ts';

/** Typesets one text of a task; line says where its task begins, naming whether it is the name of a control. */
export type RenderText = (markdown: string, line: number, file: VFile, naming: boolean) => Promise<ElementContent[]>;

export function element(tagName: string, properties: Properties, children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

const letters = (value: string): ElementContent => ({ type: 'text', value });

/** A paragraph alone is unwrapped where only a phrase fits: inside a label or a list item. */
function phrase(content: ElementContent[]): ElementContent[] {
  return content.length === 1 && content[0].type === 'element' && content[0].tagName === 'p'
    ? content[0].children
    : content;
}

/** The text of an option for a list that holds no formulas. */
const plainOption = (markdown: string): string =>
  markdown.replace(/\$([^$]+)\$/g, (_, tex: string) => plainText(tex)).replace(/[*`]/g, '');

/** What one task is made into. `text` typesets one of its texts. */
class Parts {
  readonly #id: string;
  readonly #words;
  readonly #language: keyof Text;
  readonly #text: (value: Text, naming?: boolean) => Promise<ElementContent[]>;

  constructor(check: Check, file: VFile, render: RenderText) {
    this.#language = contextOf(file).language;
    this.#id = `check-${check.name}`;
    this.#words = strings[this.#language];
    this.#text = (value, naming = false) => render(value[this.#language], check.line, file, naming);
  }

  async prompt(value: Text): Promise<Element> {
    const properties = { className: ['dh-check-prompt'], slot: 'prompt', id: `${this.#id}-prompt` };
    return element('div', properties, await this.#text(value));
  }

  async #hidden(value: Text, properties: Properties = {}): Promise<Element> {
    return element('div', { className: ['dh-check-feedback'], hidden: true, ...properties }, await this.#text(value));
  }

  /** Options to choose from: one, or as many as are right. */
  async options(options: Option[], part: 'options' | 'statements' | 'grounds'): Promise<Element[]> {
    const type = options.filter(({ correct }) => correct).length > 1 ? 'checkbox' : 'radio';
    const name = part === 'options' ? this.#id : `${this.#id}-${part}`;
    const rows = options.map(async ({ text, feedback }, index) => {
      const input = element('input', { type, name, value: String(index), disabled: true });
      const words = element('span', { className: ['dh-check-text'] }, phrase(await this.#text(text, true)));
      const label = element('label', {}, [input, letters(' '), words]);
      return element('li', { dataOption: String(index) }, [label, ...(feedback ? [await this.#hidden(feedback)] : [])]);
    });
    const list = element(
      'ul',
      { className: ['dh-check-options'], slot: part, dataPart: part },
      await Promise.all(rows),
    );
    if (part === 'options') return [list];
    const title = element('p', { className: ['dh-check-part'], slot: part, id: `${name}-title` }, [
      letters(this.#words[part]),
    ]);
    return [title, list];
  }

  /** Items to be put in order, shuffled. */
  async items(items: Text[], name: string): Promise<Element> {
    const rows = shuffled(items.length, name).map(async (index) =>
      element('li', { dataItem: String(index) }, [
        element('span', { className: ['dh-check-text'] }, phrase(await this.#text(items[index]))),
      ]),
    );
    return element('ol', { className: ['dh-check-items'], slot: 'items' }, await Promise.all(rows));
  }

  /** A table or a line with cells to be filled. */
  async form(form: Text, cells: NonNullable<Check['cells']>): Promise<Element> {
    const filled = element('div', { className: ['dh-check-form'], slot: 'form' }, await this.#text(form));
    visit(filled, 'text', (node, index, parent) => {
      const pieces = node.value.split(/\[\[([\w-]+)\]\]/);
      if (pieces.length === 1 || !parent || index === undefined) return;
      const children = pieces.map((piece, at) => (at % 2 ? this.#cell(piece, cells[piece]) : letters(piece)));
      parent.children.splice(index, 1, ...(children as typeof parent.children));
      return index + children.length;
    });
    return filled;
  }

  #cell(key: string, { label, options, variables }: NonNullable<Check['cells']>[string]): Element {
    const properties = { dataCell: key, ariaLabel: label[this.#language], disabled: true };
    if (!options) {
      const size = variables ? 14 : 7;
      return element('input', {
        ...properties,
        type: 'text',
        size,
        autoComplete: ['off'],
        autoCapitalize: 'off',
        spellCheck: 'false',
      });
    }
    const choices = options.map(({ text }, index) =>
      element('option', { value: String(index) }, [letters(plainOption(text[this.#language]))]),
    );
    return element('select', properties, [element('option', { value: '' }, [letters('…')]), ...choices]);
  }

  /** What is said to known wrong answers, hidden until one is given. */
  async slips(slips: [key: string, said: Text][]): Promise<Element[]> {
    if (!slips.length) return [];
    const said = await Promise.all(slips.map(([key, value]) => this.#hidden(value, { dataSlip: key })));
    return [element('div', { slot: 'slips' }, said)];
  }

  /** A part that is unfolded: a hint, the solution, what happens. */
  async details(
    part: 'hint' | 'solution' | 'reveal',
    value: Text,
    more: { title?: string; after?: Element; properties?: Properties } = {},
  ): Promise<Element> {
    return element('details', { className: [`dh-check-${part}`], slot: part, ...more.properties }, [
      element('summary', {}, [letters(more.title ?? this.#words[part])]),
      element('div', {}, [...(await this.#text(value)), ...(more.after ? [more.after] : [])]),
    ]);
  }

  /** Sets the figure to what solves the task. */
  solvedBy(link: string): Element {
    return element('p', {}, [element('a', { href: link }, [letters(this.#words.solvedBy)])]);
  }

  hintTitle(index: number): string {
    return `${this.#words.hint} ${index + 1}`;
  }
}

function slipsOf(check: Check): [key: string, said: Text][] {
  const list = (slips: Slip[] = [], prefix = ''): [string, Text][] =>
    slips.map(({ feedback }, index) => [`${prefix}${index}`, feedback]);
  const cells = Object.entries(check.cells ?? {}).flatMap(([key, { slips, options = [] }]) => [
    ...list(slips, `${key}.`),
    ...options.flatMap(({ feedback }, index): [string, Text][] => (feedback ? [[`${key}.${index}`, feedback]] : [])),
  ]);
  return [...list(check.slips), ...cells];
}

/** The children of a task's tag. */
export async function checkContent(check: Check, file: VFile, render: RenderText): Promise<ElementContent[]> {
  const { language, id: lesson } = contextOf(file);
  const parts = new Parts(check, file, render);
  const content: ElementContent[] = [await parts.prompt(check.prompt)];
  for (const part of ['options', 'statements', 'grounds'] as const)
    if (check[part]) content.push(...(await parts.options(check[part], part)));
  if (check.items) content.push(await parts.items(check.items, check.name));
  if (check.form) content.push(await parts.form(check.form, check.cells ?? {}));
  content.push(...(await parts.slips(slipsOf(check))));
  for (const [index, hint] of check.hints.entries())
    content.push(
      await parts.details('hint', hint, { title: parts.hintTitle(index), properties: { dataHint: String(index) } }),
    );
  const link = check['solved-by'];
  if (check.solution)
    content.push(await parts.details('solution', check.solution, { after: link ? parts.solvedBy(link) : undefined }));
  if (check.reveal) content.push(await parts.details('reveal', check.reveal));

  // "<" must not end the script element early.
  const data = JSON.stringify(gradingData(check, lesson, language)).replaceAll('<', '\\u003c');
  return [...content, element('script', { type: 'application/json', className: ['dh-check-data'] }, [letters(data)])];
}
