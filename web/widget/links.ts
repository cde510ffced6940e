/**
 * Links that carry the state of a figure: `#descent-1d?rate=1.1&start=3`. A click on one in the prose sets the figure; so does the address
 * when the page opens. The address of several figures joins their links by `;`. The parameter `play` starts the run.
 */
import { parameterName, problemOf, readValue, writeValue, keyOf } from '../fields/fields.ts';
import type { Fields } from '../fields/fields.ts';
import type { Problem } from '../fields/problem.ts';
import { shortened } from '../language/language.ts';
import { say } from '../language/strings.ts';

export interface Link {
  /** The id of the figure's element. */
  id: string;
  parameters: [name: string, text: string][];
}

/** What an element must offer to be set by a link. */
export interface LinkTarget extends Element {
  readonly linkParameters: string;
  follow(link: Link): Promise<void>;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// URLSearchParams would read the plus sign of x^2+2x as a space.
function parseParameters(text: string): [string, string][] {
  if (text === '') return [];
  return text.split('&').map((pair) => {
    const equals = pair.indexOf('=');
    return equals < 0 ? [decode(pair), ''] : [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))];
  });
}

/** Read the figure links of a hash; an ordinary anchor has none. */
export function parseLinks(hash: string): Link[] {
  const links: Link[] = [];
  // A semicolon also parts the points of a list; only before the next id is it the end of a link.
  for (const part of hash.replace(/^#/, '').split(/;(?=[^;?&=]+\?)/)) {
    const question = part.indexOf('?');
    if (question > 0)
      links.push({ id: decode(part.slice(0, question)), parameters: parseParameters(part.slice(question + 1)) });
  }
  return links;
}

// What a fragment may hold as it is stays readable; brackets and quotes would break links pasted into text.
const encode = (text: string): string =>
  encodeURIComponent(text)
    .replace(/%(2B|2C|2F|3A|5E)/g, decodeURIComponent)
    .replace(/[()'!*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** The parameters of a link to `state`, leaving out what is as in `base`. */
export function writeParameters(fields: Fields, state: Record<string, unknown>, base: Record<string, unknown>): string {
  return Object.entries(fields)
    .filter(([key, field]) => writeValue(field, state[key]) !== writeValue(field, base[key]))
    .map(([key, field]) => `${parameterName(key)}=${encode(writeValue(field, state[key]))}`)
    .join('&');
}

/** Read the parameters of a link into a partial state, or say what is wrong with them. */
export function readParameters(fields: Fields, parameters: Link['parameters']) {
  const patch: Record<string, unknown> = {};
  let play = false;
  let problem: Problem | undefined;
  for (const [name, text] of parameters) {
    const key = keyOf(fields, name);
    if (name === 'play' && key === undefined) play = true;
    else if (key === undefined) problem ??= { code: 'unknown-id', parameter: name };
    else {
      patch[key] = readValue(fields[key], text);
      const found = problemOf(fields[key], patch[key]);
      if (found) problem ??= { parameter: key, ...found };
    }
  }
  return { patch, play, problem };
}

/** Links whose figures are not on the page yet: they load when the reader comes near. */
const waiting = new Map<string, Link>();

const isTarget = (element: Element): element is LinkTarget => 'linkParameters' in element;

async function apply(link: Link): Promise<void> {
  const element = document.getElementById(link.id);
  if (!element?.localName.includes('-')) return tellOfNone(link.id);
  if (!isTarget(element)) {
    waiting.set(link.id, link);
    await customElements.whenDefined(element.localName);
    customElements.upgrade(element);
    if (waiting.get(link.id) !== link) return;
    waiting.delete(link.id);
  }
  if (isTarget(element)) await element.follow(link);
  else await tellOfNone(link.id);
}

/** The page has no such figure. */
async function tellOfNone(id: string): Promise<void> {
  const { tellPage } = await import('./page-notice.ts');
  tellPage(say('no-such-figure', { id: shortened(id) }));
}

/** How much room the page leaves for a figure below its header, which stays at the top of the screen. */
const roomFor = (element: Element): number => innerHeight - parseFloat(getComputedStyle(element).scrollMarginTop);

/** Scrolls to a figure: to its middle, or to its top, where the plot is, when it is taller than the screen. */
export function showFigure(element: Element): void {
  const tall = element.getBoundingClientRect().height > roomFor(element);
  element.scrollIntoView({ block: tall ? 'start' : 'center' });
}

/** Shows a figure unless most of its plot is seen already. */
function bringIntoView(id: string): void {
  const element = document.getElementById(id);
  if (!element) return;
  const plot = element.shadowRoot?.querySelector('.figure') ?? element;
  const box = plot.getBoundingClientRect();
  const room = roomFor(element);
  const seen = Math.min(box.bottom, innerHeight) - Math.max(box.top, innerHeight - room);
  if (seen < 0.8 * Math.min(box.height, room)) showFigure(element);
}

/** Set the figures that a hash names, and show the first of them. */
export async function followHash(hash: string): Promise<void> {
  const links = parseLinks(hash);
  if (links.length === 1) bringIntoView(links[0].id);
  await Promise.all(links.map(apply));
}

/** The hash that brings every figure of the page back to what it shows now; empty when all are as the lesson sets them. */
export function pageHash(): string {
  const parts: string[] = [];
  for (const element of document.querySelectorAll('[id]')) {
    if (isTarget(element) && element.linkParameters) parts.push(`${element.id}?${element.linkParameters}`);
    const link = waiting.get(element.id);
    if (link) parts.push(`${link.id}?${link.parameters.map((pair) => pair.map(encode).join('=')).join('&')}`);
  }
  return parts.length ? `#${parts.join(';')}` : '';
}

/** Let the address and the links of the page drive its figures. Called once by the page's script. */
export function followLinks(): void {
  document.addEventListener('click', (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const anchor = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    const href = anchor?.getAttribute('href') ?? '';
    if (!href.startsWith('#') || !parseLinks(href).length) return;
    event.preventDefault();
    void followHash(href);
  });
  addEventListener('hashchange', () => void followHash(location.hash));
  void followHash(location.hash);
}
