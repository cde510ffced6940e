/**
 * A number explains itself: a click, Enter or Space on a number, a bar or an edge opens its formula with the numbers put in. Marks of a plot
 * are covered by targets of their own: see `explained-marks.ts`.
 */
import { css, noChange } from 'lit';
import { Directive, PartType, directive } from 'lit/directive.js';
import type { ElementPart, PartInfo } from 'lit/directive.js';
import type { Explanation, ExplanationPanel } from './explanation.ts';

export type { Explanation } from './explanation.ts';

/** What each target explains now. */
const explanations = new WeakMap<Element, () => Explanation>();

let loading: Promise<ExplanationPanel> | undefined;
let panel: ExplanationPanel | undefined;

/** The panel is fetched when the first explanation is asked for. */
async function loadPanel(): Promise<ExplanationPanel> {
  loading ??= import('./explanation.ts').then(({ explanationPanel }) => (panel = explanationPanel()));
  loading.catch(() => (loading = undefined));
  return loading;
}

async function open(target: Element): Promise<void> {
  const loaded = await loadPanel();
  await loaded.open(target, explanations.get(target)!());
}

/** Makes an element explain itself. Called again it explains something else from then on, also while it is open. */
export function explain(target: Element, of: () => Explanation): void {
  const known = explanations.has(target);
  explanations.set(target, of);
  if (panel?.target === target) panel.content = of();
  if (known) return;
  target.classList.add('explained');
  target.setAttribute('aria-haspopup', 'dialog');
  target.setAttribute('aria-expanded', 'false');
  if (target.localName !== 'button') {
    target.setAttribute('role', 'button');
    if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '0');
    target.addEventListener('keydown', (event) => {
      if (!['Enter', ' '].includes((event as KeyboardEvent).key)) return;
      event.preventDefault();
      event.stopPropagation();
      void open(target);
    });
  }
  // Pressing closes what is open; the click that follows must not open it again.
  let wasOpen = false;
  target.addEventListener('pointerdown', () => (wasOpen = panel?.target === target));
  target.addEventListener('click', () => {
    if (!wasOpen) void open(target);
    wasOpen = false;
  });
}

class Explained extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('explained() stands in the tag of an element.');
  }

  render(_of: () => Explanation): unknown {
    return noChange;
  }

  update({ element }: ElementPart, [of]: [() => Explanation]): unknown {
    explain(element, of);
    return noChange;
  }
}

/** The same in a template: `<button type="button" ${explained(() => …)}>1.4</button>`. */
export const explained = directive(Explained);

/** How numbers look that explain themselves, and the targets over marks. */
export const explainStyles = css`
  .explained {
    cursor: pointer;
    touch-action: manipulation;
  }
  button.explained {
    all: unset;
    cursor: pointer;
    border-radius: 3px;
    text-decoration: underline dotted var(--dh-accent);
    text-underline-offset: 0.2em;
  }
  button.explained:hover {
    text-decoration-style: solid;
  }
  button.explained:focus-visible {
    outline: 2px solid var(--dh-accent);
    outline-offset: 2px;
  }
  svg .explained {
    fill: transparent;
    stroke: transparent;
    pointer-events: all;
    outline: none;
  }
  svg path.explained {
    fill: none;
    stroke-width: 16px;
    pointer-events: stroke;
  }
  svg .explained:is(:hover, :focus-visible) {
    stroke: var(--dh-accent);
    stroke-width: 2px;
  }
`;
