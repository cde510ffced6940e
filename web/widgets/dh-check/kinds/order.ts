/** Items to be put in order, by dragging or by the buttons beside each. The site shows them shuffled. */
import { html, render } from 'lit';
import { inPlace, moved } from '../../../tasks/grading.ts';
import type { Answer, AnswerForm, Check, Verdict } from './answer-form.ts';

const indexOf = (item: Element): number => Number((item as HTMLElement).dataset.item);

/** The text of an item without the invisible copy that KaTeX keeps for screen readers. */
function plainText(item: Element): string {
  const copy = item.querySelector('.dh-check-text')?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll('.katex-mathml') ?? []) hidden.remove();
  return copy?.textContent?.trim() ?? '';
}

export function orderForm(check: Check): AnswerForm {
  const list = check.querySelector('.dh-check-items')!;
  let announcement = '';
  let touched = false;

  const items = (): Element[] => [...list.children];

  /**
   * Moves an item to a place. The other items are carried around it: an element that leaves the page, if only for a moment, loses the focus
   * and the pointer.
   */
  function move(item: Element, place: number): void {
    const before = items();
    const after = moved(before, before.indexOf(item), place);
    const own = after.indexOf(item);
    for (const other of after.slice(0, own)) list.insertBefore(other, item);
    list.append(...after.slice(own + 1));
    touched = true;
    announcement = check.say('item-moved', { item: plainText(item), place: own + 1, count: after.length });
    equip();
    check.edited();
  }

  function nudge(item: Element, by: number): void {
    const place = items().indexOf(item) + by;
    if (place >= 0 && place < items().length) move(item, place);
  }

  function drag(item: HTMLElement, start: PointerEvent): void {
    if (start.button !== 0) return;
    start.preventDefault();
    const handle = start.currentTarget as HTMLElement;
    handle.setPointerCapture(start.pointerId);
    item.toggleAttribute('data-dragged', true);
    const follow = (event: PointerEvent): void => {
      const above = items().filter((other) => {
        const box = other.getBoundingClientRect();
        return other !== item && box.top + box.height / 2 < event.clientY;
      }).length;
      if (above !== items().indexOf(item)) move(item, above);
    };
    const end = (): void => {
      item.removeAttribute('data-dragged');
      handle.removeEventListener('pointermove', follow);
    };
    handle.addEventListener('pointermove', follow);
    handle.addEventListener('lostpointercapture', end, { once: true });
  }

  /** Gives every item its handle and buttons; those at the ends keep a button that does nothing, so that the focus is not lost. */
  function equip(): void {
    items().forEach((item, place, all) => {
      const label = plainText(item);
      const button = (by: number, key: string, sign: string, end: boolean) =>
        html`<button
          type="button"
          aria-label=${check.say(key, { item: label })}
          aria-disabled=${end}
          @click=${() => nudge(item, by)}
        >
          ${sign}
        </button>`;
      let controls = item.querySelector<HTMLElement>('.dh-check-move');
      if (!controls) {
        controls = document.createElement('span');
        controls.className = 'dh-check-move';
        item.append(controls);
        const handle = document.createElement('span');
        handle.className = 'dh-check-handle';
        handle.setAttribute('aria-hidden', 'true');
        handle.textContent = '⠿';
        handle.addEventListener('pointerdown', (event) => drag(item as HTMLElement, event));
        item.prepend(handle);
      }
      render(
        [button(-1, 'item-up', '↑', place === 0), button(1, 'item-down', '↓', place === all.length - 1)],
        controls,
      );
    });
  }

  equip();
  return {
    handedIn: true,
    get answer() {
      return touched ? items().map(indexOf) : undefined;
    },
    restore(answer: Answer) {
      const sorted = items().sort((a, b) => answer.indexOf(indexOf(a) as never) - answer.indexOf(indexOf(b) as never));
      if (typeof answer === 'string' || !sorted.every((item) => answer.includes(indexOf(item)))) return;
      list.append(...sorted);
      touched = true;
      equip();
    },
    render: () => html`<p class="hidden-visually" role="status">${announcement}</p>`,
    async grade(): Promise<Verdict> {
      const order = items().map(indexOf);
      const right = inPlace(order);
      if (right === order.length) return { kind: 'right' };
      return { kind: 'wrong', why: check.say('order-places', { right, count: order.length }) };
    },
  };
}
