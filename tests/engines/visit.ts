/**
 * What is done with every figure of a page that stands open in a browser, and what its report says after each of it. The function goes into
 * the page as its source, so it needs nothing outside itself.
 */

/** By figure and deed, state and report as JSON. */
export type Visit = Record<string, Record<string, unknown>>;

interface Figure extends HTMLElement {
  ready: Promise<void>;
  state: Record<string, unknown>;
  report: Record<string, unknown>;
}

export async function visit(): Promise<string> {
  const PATIENCE = 60_000;
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const until = async (what: string, holds: () => boolean) => {
    for (const began = performance.now(); !holds(); await pause(20))
      if (performance.now() - began > PATIENCE) throw new Error(`Waited in vain: ${what}`);
  };
  const told = (_: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isFinite(value)
      ? String(value)
      : ArrayBuffer.isView(value)
        ? Array.from(value as Float64Array)
        : value;
  const facts = async (figure: Figure) => {
    await pause(50);
    await figure.ready;
    await pause(20);
    return JSON.parse(JSON.stringify({ state: figure.state, report: figure.report }, told)) as Record<string, unknown>;
  };
  const buttonOf = (figure: Figure, name: string) =>
    figure.shadowRoot!.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]:not([disabled])`);

  const all: Record<string, Record<string, unknown>> = {};
  dispatchEvent(new Event('scroll'));
  const figures = [...document.querySelectorAll<Figure>('.dh-lesson [id]')].filter(
    ({ localName }) => localName.startsWith('dh-') && !['dh-check', 'dh-predict'].includes(localName),
  );
  for (const figure of figures) {
    const deeds: Record<string, unknown> = (all[figure.id] = {});
    figure.removeAttribute('withheld');
    figure.scrollIntoView({ block: 'center', behavior: 'instant' });
    figure.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    await until(`#${figure.id} comes`, () => !!figure.shadowRoot?.querySelector('.frame'));
    await until(`#${figure.id} has a report`, () => Object.keys(figure.report ?? {}).length > 0);
    deeds.opened = await facts(figure);

    if (buttonOf(figure, 'One step forward')) {
      for (let step = 0; step < 3; ++step) {
        await until(`#${figure.id} steps`, () => !!buttonOf(figure, 'One step forward'));
        buttonOf(figure, 'One step forward')!.click();
        await facts(figure);
      }
      deeds.forward = await facts(figure);
      buttonOf(figure, 'One step back')?.click();
      deeds.back = await facts(figure);
      const { at } = figure.state;
      buttonOf(figure, 'Play')?.click();
      await until(`#${figure.id} plays`, () => figure.state.at !== at);
      buttonOf(figure, 'Pause')?.click();
      await facts(figure);
      await until(`#${figure.id} can be rewound`, () => !!buttonOf(figure, 'Rewind to the start'));
      buttonOf(figure, 'Rewind to the start')!.click();
      deeds.rewound = await facts(figure);
    }

    const link = [...document.querySelectorAll<HTMLAnchorElement>('.dh-lesson p a[href^="#"]')].find((anchor) =>
      anchor.getAttribute('href')!.startsWith(`#${figure.id}?`),
    );
    if (link && !link.getAttribute('href')!.includes('play')) {
      link.click();
      await pause(200);
      deeds.linked = await facts(figure);
    }

    const handle = figure.shadowRoot!.querySelector<SVGElement>('.handle[tabindex="0"]');
    if (handle) {
      handle.focus();
      handle.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true, composed: true })); // prettier-ignore
      await pause(200);
      deeds.edited = await facts(figure);
    }
  }
  return JSON.stringify(all);
}
