/**
 * Grading without the core: goals over the facts of a figure, numbers, sets of options, orders.
 *
 * Everything here is pure, so that what counts as right is tested without a page. (Expressions are graded by the core's `equivalent`.)
 */

/** One condition of a goal: an exact value, a range, a neighbourhood, or any of several values. */
export type Condition =
  | string
  | number
  | boolean
  | { min?: number; max?: number }
  | { near: number; tolerance: number }
  | (string | number | boolean)[];

/** What a figure must show: a condition for each named fact; all of them must hold. */
export type Goal = Record<string, Condition>;

/** How far from the answer a number may be; both given means either suffices. Neither given means "as good as equal". */
export interface Tolerance {
  /** Absolute, in the unit of the answer. */
  tolerance?: number;
  /** Relative to the size of the answer: 0.01 is one percent. */
  relative?: number;
}

/** What stands left of a typed answer: `y =`, `f(x) =`, `f′(x) =`. */
const LEFT_SIDE = /^\s*[a-z]\s*['′’]{0,2}\s*(?:\(\s*[a-z](?:\s*,\s*[a-z])*\s*\))?\s*=(?!=)\s*/i;

/** How many characters of a typed expression are only its left side, as in `y = 6x - 9`; 0 for a bare expression. */
export const leftSideOf = (text: string): number => LEFT_SIDE.exec(text)?.[0].length ?? 0;

/** Room for the rounding of a few operations in double precision: what "equal" means for a typed number. */
const ROUNDING = 1e-9;

function meets(fact: unknown, condition: Condition): boolean {
  if (Array.isArray(condition)) return condition.some((value) => value === fact);
  if (typeof condition !== 'object') return fact === condition;
  if (typeof fact !== 'number' || !Number.isFinite(fact)) return false;
  if ('near' in condition) return Math.abs(fact - condition.near) <= condition.tolerance;
  return fact >= (condition.min ?? -Infinity) && fact <= (condition.max ?? Infinity);
}

/**
 * Whether the facts of a figure meet a goal.
 * @param facts state and report of the widget, merged.
 * @returns false as soon as one named fact is missing, not finite, or outside its condition.
 */
export function meetsGoal(facts: Record<string, unknown>, goal: Goal): boolean {
  return Object.entries(goal).every(([name, condition]) => meets(facts[name], condition));
}

/**
 * Whether a number is near enough to the answer.
 * @returns false for anything that is not finite, so that 1/0 is never right.
 */
export function isNear(given: number, answer: number, { tolerance, relative }: Tolerance): boolean {
  if (!Number.isFinite(given)) return false;
  const size = Math.abs(answer);
  const allowed =
    tolerance === undefined && relative === undefined
      ? ROUNDING * Math.max(1, size)
      : Math.max(tolerance ?? 0, (relative ?? 0) * size);
  // The last term forgives the rounding of decimal limits: 0.3 is within 0.1 of 0.2 for a reader, though not for a double.
  return Math.abs(given - answer) <= allowed + ROUNDING * allowed;
}

/** Whether exactly the right options were chosen, in whatever order. */
export function isSameSet(chosen: readonly number[], correct: readonly number[]): boolean {
  const given = new Set(chosen);
  return given.size === new Set(correct).size && correct.every((option) => given.has(option));
}

/**
 * How many items of an order stand in their place.
 * @param order for each place, the index of the item in the right order.
 */
export function inPlace(order: readonly number[]): number {
  return order.filter((item, place) => item === place).length;
}

/** A copy of a list with one item moved to another place; places outside the list are brought to its ends. */
export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const result = [...list];
  const [item] = result.splice(from, 1);
  result.splice(Math.max(0, Math.min(result.length, to)), 0, item);
  return result;
}
