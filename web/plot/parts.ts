/** Names for what a plot is made of, by which a lesson asks for it: to be hidden before a guess, to be marked after a run. */

/** A layer, a handle, or an element of the page. */
type Part = Element | { readonly element: Element };

/** Gives parts their names; several may share one, and one may be called twice to have two. */
export function nameParts(parts: Readonly<Record<string, Part | readonly Part[]>>): void {
  for (const [name, named] of Object.entries(parts))
    for (const part of [named].flat() as Part[]) {
      const element = part instanceof Element ? part : part.element;
      const names = new Set(element.getAttribute('data-part')?.split(' ') ?? []);
      element.setAttribute('data-part', [...names.add(name)].join(' '));
    }
}
