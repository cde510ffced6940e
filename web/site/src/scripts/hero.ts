/** The figure on the home page shows what the book is about by doing it: it starts by itself, once, unless the reader wants no motion or came for a state. */

interface Playable extends HTMLElement {
  ready: Promise<void>;
  play(): void;
}

export async function playHero(): Promise<void> {
  const figure = document.querySelector<Playable>('.dh-hero-figure > .dh-figure');
  if (!figure || location.hash || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  await customElements.whenDefined(figure.localName);
  await figure.ready;
  figure.play();
}
