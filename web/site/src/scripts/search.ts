/** The search dialog. Pagefind's code and index are fetched when it is opened for the first time. */
import { composes } from '../../../controls/composition.ts';

interface Found {
  url: string;
  excerpt: string;
  meta: { title?: string };
}
interface Pagefind {
  debouncedSearch(words: string): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}

const SHOWN = 12;

/** The letters and digits of a word. */
const plain = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** How many letters two words begin with alike. */
function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) ++length;
  return length;
}

/** Does a page answer the question? Where no word fits, Pagefind finds those that share as little as a first letter with one asked for. */
function answers(question: string, { excerpt }: Found): boolean {
  const asked = question.split(/\s+/).map(plain);
  const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word]) => plain(word));
  return marked.some((word) => asked.some((wanted) => 2 * sharedStart(wanted, word) >= wanted.length));
}

function row({ url, excerpt, meta }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const anchor = document.createElement('a');
  const title = document.createElement('strong');
  const text = document.createElement('span');
  anchor.href = url;
  title.textContent = meta.title ?? url;
  // Pagefind escapes the page's text and adds only <mark>.
  text.innerHTML = excerpt;
  anchor.append(title, text);
  item.append(anchor);
  return item;
}

function prepare(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector('input')!;
  const status = dialog.querySelector<HTMLElement>('[role=status]')!;
  const list = dialog.querySelector('ol')!;
  const { index, none, found, failed } = dialog.dataset;
  let pagefind: Promise<Pagefind> | undefined;
  /** The words whose first result is to be opened as soon as it is there. */
  let opened: string | undefined;
  /** The words whose results are shown. */
  let answered: string | undefined;

  const search = async (): Promise<void> => {
    const words = input.value.trim();
    try {
      if (!index) throw new Error('no index');
      pagefind ??= import(/* @vite-ignore */ index) as Promise<Pagefind>;
      const answer = words ? await (await pagefind).debouncedSearch(words) : { results: [] };
      if (!answer) return; // A newer question is on its way.
      const nearest = await Promise.all(answer.results.slice(0, SHOWN).map((result) => result.data()));
      const pages = nearest.filter((page) => answers(words, page));
      list.replaceChildren(...pages.map(row));
      answered = words;
      if (opened === words) openFirst();
      const count = answer.results.length - nearest.length + pages.length;
      status.textContent = !words ? '' : pages.length ? found!.replace('{count}', String(count)) : none!;
    } catch {
      pagefind = undefined;
      status.textContent = failed!;
    }
  };

  const openFirst = (): void => {
    opened = undefined;
    list.querySelector('a')?.click();
  };

  const open = (): void => {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    void search();
  };
  input.addEventListener('input', () => {
    opened = undefined;
    void search();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || composes(event)) return;
    event.preventDefault();
    const words = input.value.trim();
    if (answered === words) openFirst();
    else opened = words;
  });
  dialog.addEventListener('click', (event) => {
    const onLink = event.target instanceof Element && event.target.closest('a');
    if (event.target === dialog || onLink) dialog.close();
  });
  document.querySelector('[data-search-open]')?.addEventListener('click', open);
  addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open();
  });
}

export function openSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('.dh-search');
  if (dialog) prepare(dialog);
}
