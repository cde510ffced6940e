/**
 * Brings a figure that is out of sight beside the question that it answers: small, at the edge of the window, while its place on the page is kept, so
 * that nothing moves. It goes back when the reader closes it or comes to its place.
 */
import { css } from 'lit';
import { say } from '../language/strings.ts';

const outside = css`
  .dh-pinned {
    inset: auto max(0.5rem, env(safe-area-inset-right)) 0.5rem auto !important;
    width: min(26rem, 100vw - 1rem) !important;
    min-height: 0 !important;
    max-height: 42vh;
    margin: 0 !important;
    padding: 0.25rem;
    overflow: auto;
    color: var(--dh-ink);
    background: var(--dh-paper);
    border: 1px solid var(--dh-line);
    border-radius: var(--dh-radius);
    box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 25%);
  }
  .dh-pinned.above {
    inset-block: 4rem auto !important;
  }
`.styleSheet!;

const inside = css`
  .toolbar,
  .controls,
  .details {
    display: none !important;
  }
  .unpin {
    position: sticky;
    z-index: 2;
    float: inline-end;
    inset-block-start: 0;
  }
`.styleSheet!;

/** Is most of a figure's plot seen below the header of the page? */
export function isSeen(figure: HTMLElement): boolean {
  const { top, bottom, height } = (figure.shadowRoot?.querySelector('.figure') ?? figure).getBoundingClientRect();
  const header = parseFloat(getComputedStyle(figure).scrollMarginTop);
  const seen = Math.min(bottom, innerHeight) - Math.max(top, header);
  return seen >= 0.8 * Math.min(height, innerHeight - header);
}

/** Pins a figure, away from the element that the reader acts on. Resolves when the figure is there, which may have to be loaded. */
export async function pin(figure: HTMLElement, beside: Element): Promise<void> {
  if (!document.adoptedStyleSheets.includes(outside)) document.adoptedStyleSheets.push(outside);
  const place = document.createElement('div');
  const { margin } = getComputedStyle(figure);
  Object.assign(place.style, { height: `${figure.offsetHeight}px`, margin });
  figure.before(place);
  const { top, bottom } = beside.getBoundingClientRect();
  figure.classList.add('dh-pinned');
  figure.classList.toggle('above', (top + bottom) / 2 > innerHeight / 2);
  // In the top layer nothing around the figure clips it, and its place in the order of the page stays.
  figure.popover = 'manual';
  figure.showPopover();

  await customElements.whenDefined(figure.localName);
  customElements.upgrade(figure);
  const root = figure.shadowRoot!;
  root.adoptedStyleSheets.push(inside);
  const button = document.createElement('button');
  button.className = 'unpin';
  button.type = 'button';
  button.textContent = '✕';
  button.ariaLabel = button.title = say('unpin');
  root.prepend(button);

  const sight = new IntersectionObserver((entries) => entries.at(-1)!.isIntersecting && unpin(), { threshold: 0.5 });
  const unpin = (): void => {
    sight.disconnect();
    figure.popover = null;
    figure.classList.remove('dh-pinned', 'above');
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== inside);
    button.remove();
    place.remove();
  };
  sight.observe(place);
  button.addEventListener('click', unpin);
}
