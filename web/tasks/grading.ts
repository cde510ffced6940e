/**
 * Grading without the core: goals over the facts of a figure, numbers, sets of options, orders.
 *
 * Everything here is pure, so that what counts as right is tested without a page. (Expressions are graded by the core's `equivalent`.)
 */

type Plain = string | number | boolean;

/** One condition on a fact; CONTRIBUTING.md says what each holds for. */
export type Condition =
  | Plain
  | readonly Plain[]
  | { min?: number; max?: number }
  | { near: number | readonly number[]; tolerance: number }
  | { any: readonly Condition[] }
  | { not: Condition }
  | { every: Condition }
  | { some: Condition }
  | { count: Condition };

/** A condition for each named fact; a dot in a name goes into it: `others.0.steps`. */
export type Conditions = Record<string, Condition>;

/** What a figure must show; all conditions must hold. A state and a report may use one name for different things. */
export interface Goal {
  state?: Conditions;
  report?: Conditions;
}

/** What a figure shows. */
export interface Facts {
  state?: object;
  report?: object;
}

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

/** A list as an array, also a typed one; undefined for anything else. */
const listOf = (fact: unknown): readonly unknown[] | undefined =>
  Array.isArray(fact) ? fact : ArrayBuffer.isView(fact) ? Array.from(fact as Float64Array) : undefined;

const isWithin = (fact: unknown, place: number, tolerance: number): boolean =>
  typeof fact === 'number' && Math.abs(fact - place) <= tolerance;

function equals(fact: unknown, value: Plain): boolean {
  if (typeof value === 'number') return typeof fact === 'number' && isNear(fact, value, { relative: ROUNDING });
  // x^2+1 and x^2 + 1 are one formula.
  if (typeof value === 'string')
    return typeof fact === 'string' && fact.replace(/\s/g, '') === value.replace(/\s/g, '');
  return fact === value;
}

const isList = (condition: Condition): condition is readonly Plain[] => Array.isArray(condition);

/** Whether a fact meets a condition; a fact that is missing or not finite meets none but a `not`. */
export function meets(fact: unknown, condition: Condition): boolean {
  if (typeof condition !== 'object') return equals(fact, condition);
  const list = listOf(fact);
  if (isList(condition))
    return list?.length === condition.length && condition.every((value, index) => equals(list[index], value));
  if ('any' in condition) return condition.any.some((other) => meets(fact, other));
  if ('not' in condition) return fact !== undefined && !meets(fact, condition.not);
  if ('every' in condition) return list !== undefined && list.every((item) => meets(item, condition.every));
  if ('some' in condition) return list !== undefined && list.some((item) => meets(item, condition.some));
  if ('count' in condition) return meets(typeof fact === 'string' ? fact.length : list?.length, condition.count);
  if ('near' in condition) {
    const { near, tolerance } = condition;
    if (typeof near === 'number') return isWithin(fact, near, tolerance);
    return list?.length === near.length && near.every((place, index) => isWithin(list[index], place, tolerance));
  }
  const { min = -Infinity, max = Infinity } = condition as { min?: number; max?: number };
  return typeof fact === 'number' && Number.isFinite(fact) && fact >= min && fact <= max;
}

/** The fact of that name; a dot goes into lists and records. */
export const factOf = (facts: object | undefined, name: string): unknown =>
  name.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], facts);

/** Whether what a figure shows meets a goal: false as soon as one named fact is missing or outside its condition. */
export function meetsGoal(facts: Facts, goal: Goal): boolean {
  return (['state', 'report'] as const).every((part) =>
    Object.entries(goal[part] ?? {}).every(([name, condition]) => meets(factOf(facts[part], name), condition)),
  );
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
