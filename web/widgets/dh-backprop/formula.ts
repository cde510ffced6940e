/** What formula is taken apart: the names in a typed one, or that of the small network. */
/** Runs of letters that are no product of variables, though they are short. */
const KNOWN = ['ln', 'lg', 'pi', 'if', 'tg'];

/**
 * The names that a typed formula may mean as variables, in the order in which they come: single letters but e, also two in a row, and letters
 * with a number such as w1. A longer run of letters is a function, or a slip for the core to complain of.
 */
export function namesIn(text: string): string[] {
  const runs = text.match(/[a-zA-Z]+\d*/g) ?? [];
  const names = runs.flatMap((run) => {
    const letters = run.replace(/\d+$/, '');
    if (letters.length > 2 || KNOWN.includes(letters.toLowerCase())) return [];
    return [...letters.slice(0, -1), letters.at(-1)! + run.slice(letters.length)];
  });
  return [...new Set(names)].filter((name) => !/^e/i.test(name));
}

const SQUASHED: Record<string, (sum: string) => string> = {
  linear: (sum) => `(${sum})`,
  relu: (sum) => `relu(${sum})`,
  sigmoid: (sum) => `sigmoid(${sum})`,
  tanh: (sum) => `tanh(${sum})`,
};

/** The squared error of a network with one input x, some hidden units and no bias at its output, for one sample with the target t. */
export function networkFormula(hidden: number, activation: string): { text: string; names: string[] } {
  const units = Array.from({ length: hidden }, (_, index) => index + 1);
  const parts = units.map((unit) => `v${unit}*${SQUASHED[activation](`w${unit}*x + b${unit}`)}`);
  return {
    text: `(${parts.join(' + ')} - t)^2`,
    names: ['x', ...units.flatMap((unit) => [`w${unit}`, `b${unit}`]), ...units.map((unit) => `v${unit}`), 't'],
  };
}

/** What the network starts with: small weights of both signs, as a random draw would give. */
const START: Record<string, number> = {
  x: 1.5, t: 1, w1: 0.8, b1: -0.4, w2: -0.5, b2: 0.3, w3: 0.4, b3: 0.6, v1: 1.2, v2: -0.7, v3: 0.9,
}; // prettier-ignore

/** The value of a leaf. */
export const valueOf = (
  name: string,
  { source, values }: { source: string; values: Readonly<Record<string, number>> },
): number => values[name] ?? (source === 'network' ? START[name] : undefined) ?? 1;
