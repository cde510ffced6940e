/** Where an arrow key leads among targets that lie anywhere, such as the bars and points of a plot. */

/** Moves the focus by an arrow key from the target that has it to the nearest of the others; whoever holds them need not see the key any more. */
export function focusByKey(
  event: KeyboardEvent,
  targets: readonly (HTMLElement | SVGElement)[],
  current: number,
): void {
  const nearest = nearestByKey(event.key, targets, current);
  if (nearest === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  targets[nearest].focus();
}

/** The same for a group of buttons that listens to their keys. */
export function focusButtonByKey(event: KeyboardEvent): void {
  const buttons = [...(event.currentTarget as Element).querySelectorAll('button')];
  focusByKey(event, buttons, buttons.indexOf(event.target as HTMLButtonElement));
}

/** The index of the target that is nearest in the direction of an arrow key; the present one where there is none, undefined for other keys. */
function nearestByKey(key: string, targets: readonly Element[], current: number): number | undefined {
  const direction = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!direction) return undefined;
  const centres = targets.map((target) => {
    const { x, y, width, height } = target.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  });
  const here = centres[current];
  // The nearest in that direction, where a way to the side counts double.
  const cost = ([x, y]: number[]) => {
    const along = (x - here[0]) * direction[0] + (y - here[1]) * direction[1];
    const aside = Math.abs((x - here[0]) * direction[1]) + Math.abs((y - here[1]) * direction[0]);
    return along > 0.5 ? along + 2 * aside : Infinity;
  };
  const costs = centres.map(cost);
  const least = Math.min(...costs);
  return least < Infinity ? costs.indexOf(least) : current;
}
