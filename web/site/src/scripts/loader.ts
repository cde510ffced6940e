/** Widgets are found by their folders and loaded when they come near the screen. */

/** `<folder>/<tag>/<tag>.ts` defines the element; other files in the folder are its parts. */
const files = import.meta.glob(['../../../widgets/*/dh-*.ts', '!../../../widgets/*/*.test.ts']);
const definitions = new Map(
  Object.entries(files).flatMap(([path, definition]) => {
    const [folder, file] = path.split('/').slice(-2);
    return file === `${folder}.ts` ? [[folder, definition]] : [];
  }),
);

/** How near is near: about one screen ahead of the reader. */
const AHEAD = '600px';

function load(tag: string): void {
  if (customElements.get(tag)) return;
  definitions.get(tag)!().catch((error: unknown) => {
    console.error(`The figure <${tag}> could not be loaded.`, error);
    for (const figure of document.querySelectorAll(tag)) offerAgain(figure);
  });
}

const again = new Set<string>();

/** Says below the sentence that stands for a figure that its script did not come, and tries again when the reader wants it. */
function offerAgain(figure: Element): void {
  const words = document.querySelector<HTMLTemplateElement>('template[data-figure-failed]');
  const offer = words?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
  if (!offer) return;
  offer.querySelector('button')!.addEventListener('click', () => {
    // There are browsers that remember for as long as the page stands that a script did not come.
    if (again.has(figure.localName)) return location.reload();
    again.add(figure.localName);
    for (const other of document.querySelectorAll(`${figure.localName} > .dh-failed`)) other.remove();
    load(figure.localName);
  });
  figure.append(offer);
}

/** Load the widget of every `dh-…` element on the page once it is near the screen. */
export function loadWidgets(): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        load(target.localName);
      }
    },
    { rootMargin: AHEAD },
  );
  for (const element of document.querySelectorAll(':not(:defined)'))
    if (definitions.has(element.localName)) observer.observe(element);
}
