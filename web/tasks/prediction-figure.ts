/** The figure of a prediction: shown beside the question, set to what was asked, taken the asked number of steps, and marked. */
import type { Mark, Marked } from './marks.ts';
import { isSeen, pin } from './pin.ts';
import { parseLinks, showFigure } from '../widget/links.ts';
import type { Link } from '../widget/links.ts';

interface Figure extends Marked {
  follow(link: Link): Promise<void>;
  readonly ready: Promise<void>;
  readonly player: { travel(step: number, time: number): Promise<void> };
}

/** How long in ms a run is seen to go, and how long its end is looked at before the explanation comes. */
const RUN_TIME = 2000;
const LOOK = 400;

let unmark = (): void => {};

/** Lets a figure show what it held back for a guess. */
export const release = (figure: HTMLElement | null): void => figure?.removeAttribute('withheld');

/** Shows on a figure what a prediction asked about, beside what the reader acts on; resolves soon after it stands there. */
export async function demonstrate(
  element: HTMLElement,
  beside: Element,
  { run, steps, marks = [] }: { run: string; steps?: number | 'end'; marks?: readonly Mark[] },
): Promise<void> {
  if (!isSeen(element) && !element.matches('.dh-pinned')) {
    if ('showPopover' in element) await pin(element, beside);
    else showFigure(element);
  }
  await customElements.whenDefined(element.localName);
  const figure = element as Figure;
  await figure.follow(parseLinks(run)[0]);
  await figure.ready;
  release(figure);
  if (steps !== undefined) await figure.player.travel(steps === 'end' ? Infinity : steps, RUN_TIME);
  await figure.ready;
  await mark(figure, marks);
  await new Promise((resolve) => setTimeout(resolve, LOOK));
}

/** A pinned figure is larger than its window: the marked plot is what it shows. */
function showMarked(figure: Figure, marks: readonly Mark[]): void {
  const plot = figure.plots[Math.max(...marks.map(({ plot = 1 }) => plot)) - 1];
  if (!plot || !figure.matches('.dh-pinned')) return;
  figure.scrollTop += plot.root.getBoundingClientRect().top - figure.getBoundingClientRect().top;
}

/** Marks what was asked, until the figure shows something else. */
async function mark(figure: Figure, marks: readonly Mark[]): Promise<void> {
  unmark();
  if (!marks.length) return;
  const { showMarks } = await import('./marks.ts');
  unmark = showMarks(figure, marks);
  showMarked(figure, marks);
  const shown = JSON.stringify(figure.state);
  figure.addEventListener('dh-change', function changed() {
    if (JSON.stringify(figure.state) === shown) return;
    figure.removeEventListener('dh-change', changed);
    unmark();
  });
}
