/** The numbers of a guess with where they come from, and the sentence on what the figure shows. */
import type { Explanation } from '../../controls/explain.ts';
import { alignedLatex, equalsLatex, factorLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { namesOf } from './drawing.ts';
import { ofClasses } from './model.ts';
import type { Model, State } from './model.ts';

const DIGITS = 5;
/** The part of the axis by which a guess may miss the best one and still looks like it. */
const NEAR = 5e-4;

const number = (value: number): string => numberLatex(value, DIGITS);
const factor = (value: number): string => factorLatex(value, DIGITS);
const equals = (value: number): string => `${equalsLatex(value, DIGITS)} ${number(value)}`;

/** A number of the figure: what it is called with its value, and where that comes from. */
export interface Told {
  text: string;
  part: string;
  explain(): Explanation;
}

const known = ({ here }: Model): string => `x = ${number(here.x)}`;
const tell = (value: number, say: Say): string => (Number.isNaN(value) ? say('no-value') : format(value));

/** Whether the guess is among the best, as far as an eye can see. */
export function isBest({ costs, shown }: Model, { guess }: State): boolean {
  const [from, to] = costs.interval;
  const room = NEAR * (shown.y.window[1] - shown.y.window[0]);
  return from - room <= guess && guess <= to + room;
}

/** What the guess costs, the best guess, and what that one costs. */
export function numbersOf(now: Model, state: State, say: Say): Told[] {
  const { costs, here } = now;
  const { best, least } = namesOf(state.loss);
  const x = format(here.x);
  const told = (key: string, value: number, part: string, of: () => Omit<Explanation, 'title'>): Told => {
    const text = say(`number-${key}`, { x, c: format(state.guess), value: tell(value, say) });
    const explain = () =>
      here.possible ? { title: text, ...of() } : { title: text, text: say('explain-impossible', { x }) };
    return { text, part, explain };
  };
  return [
    told(`risk-${state.loss}`, costs.chosen, 'number-risk', () => explainRisk(now, state, say)),
    told(best, costs.best, 'number-best', () => explainBest(now, state, say)),
    told(least, costs.least, 'number-least', () => explainLeast(now, state, say)),
  ];
}

// ---- Where they come from --------------------------------------------------------------------------------------------------------

/** The mean of something over all y, as the sum or integral that it is: over classes with the numbers put in. */
function overAll(now: Model, state: State, of: string, put: (y: number) => string): string[] {
  if (!ofClasses(state)) return [`= \\int ${of} \\cdot p(y \\mid x)\\,dy`];
  const [none, one] = now.here.conditional;
  return [
    `= \\sum_y ${of} \\cdot P(y \\mid x)`,
    `= ${put(0)} \\cdot ${number(none)} + ${put(1)} \\cdot ${number(one)}`,
  ];
}

function explainRisk(now: Model, state: State, say: Say): Omit<Explanation, 'title'> {
  const { here, costs } = now;
  const c = `\\pred{${factor(state.guess)}}`;
  const left = 'R(\\pred{c})';
  if (state.loss === 'squared')
    return {
      latex: alignedLatex(
        left,
        ...overAll(now, state, '(y - \\pred{c})^2', (y) => `(${y} - ${c})^2`),
        '= \\operatorname{Var}(y \\mid x) + (\\mathbb{E}[y \\mid x] - \\pred{c})^2',
        `= ${number(here.variance)} + (${number(here.mean)} - ${c})^2`,
        equals(costs.chosen),
      ),
      text: say('explain-risk-squared'),
    };
  if (state.loss === 'absolute')
    return {
      latex: alignedLatex(
        left,
        ...overAll(now, state, '|y - \\pred{c}|', (y) => `|${y} - ${c}|`),
        equals(costs.chosen),
      ),
      text: say('explain-risk-absolute'),
    };
  const [none, one] = here.conditional;
  if (!Number.isFinite(costs.chosen))
    return { text: say(costs.chosen === Infinity ? 'explain-infinite' : 'explain-no-probability') };
  return {
    latex: alignedLatex(
      left,
      '= -P(1 \\mid x) \\log \\pred{c} - P(0 \\mid x) \\log(1 - \\pred{c})',
      `= -${number(one)} \\log ${c} - ${number(none)} \\log(1 - ${c})`,
      equals(costs.chosen),
    ),
    text: say('explain-risk-cross-entropy'),
  };
}

/** How probable class 1 is at x: softmax of a score that is linear in x. */
function classLatex({ held, here }: Model): string {
  const { share, gap, deviation } = held.facts.options;
  const slope = gap / deviation ** 2;
  const score = slope * (here.x - gap / 2) + Math.log(share / (1 - share));
  return alignedLatex(
    'z',
    `= \\frac{\\delta}{\\sigma^2} \\left( x - \\frac{\\delta}{2} \\right) + \\log \\frac{q}{1 - q}`,
    `= ${number(slope)} \\left( ${number(here.x)} - ${number(gap / 2)} \\right) + \\log \\frac{${number(share)}}{${number(1 - share)}}`,
    `${equals(score)} \\\\[0.5em] P(1 \\mid x) &= \\frac{e^z}{e^0 + e^z}`,
    equals(here.mean),
  );
}

function explainBest(now: Model, state: State, say: Say): Omit<Explanation, 'title'> {
  const { here, held, costs } = now;
  const classes = ofClasses(state);
  if (state.loss === 'absolute') {
    const [from, to] = costs.interval;
    const text = to - from > 1e-9 ? say('explain-medians', { from: format(from), to: format(to) }) : say('explain-median');
    return { text };
  }
  if (classes) {
    const { share } = held.facts.options;
    const certain = share === 0 || share === 1;
    return { ...(!certain && { latex: classLatex(now) }), text: say(state.loss === 'squared' ? 'explain-mean-of-class' : 'explain-probability') };
  }
  return {
    latex: alignedLatex(
      `\\mathbb{E}[y \\mid ${known(now)}]`,
      ...overAll(now, state, 'y', String),
      equals(here.mean),
    ),
    text: say('explain-mean'),
  };
} // prettier-ignore

function explainLeast(now: Model, state: State, say: Say): Omit<Explanation, 'title'> {
  const { here, costs } = now;
  if (state.loss === 'absolute')
    return {
      latex: alignedLatex(
        'R(m)',
        ...overAll(now, state, '|y - m|', (y) => `|${y} - ${factor(costs.best)}|`),
        equals(costs.least),
      ),
      text: say('explain-least-absolute'),
    };
  if (state.loss === 'squared')
    return {
      latex: alignedLatex(
        `\\operatorname{Var}(y \\mid ${known(now)})`,
        ...overAll(now, state, '(y - \\mathbb{E}[y \\mid x])^2', (y) => `(${y} - ${factor(here.mean)})^2`),
        equals(here.variance),
      ),
      text: say('explain-variance'),
    };
  const [none, one] = here.conditional;
  const terms = [one, none].filter((p) => p > 0).map((p) => `${number(p)} \\log ${number(p)}`);
  return {
    latex: alignedLatex('-\\sum_y P(y \\mid x) \\log P(y \\mid x)', `= -${terms.join(' - ')}`, equals(costs.least)),
    text: say('explain-entropy'),
  };
}

// ---- What the figure shows -------------------------------------------------------------------------------------------------------

export function sentence(now: Model, state: State, say: Say): string {
  const { here, costs } = now;
  const values = {
    x: format(here.x),
    c: format(state.guess),
    risk: tell(costs.chosen, say),
    best: format(costs.best),
    from: format(costs.interval[0]),
    to: format(costs.interval[1]),
    least: format(costs.least),
    rest: format(costs.chosen - costs.least),
  };
  if (!here.possible) return say('status-impossible', values);
  const wide = costs.interval[1] - costs.interval[0] > 1e-9;
  const what =
    state.loss === 'cross-entropy' && !Number.isFinite(costs.chosen)
      ? say(costs.chosen === Infinity ? 'status-infinite' : 'status-no-probability', values)
      : isBest(now, state)
        ? say(wide ? 'status-best-wide' : `status-best-${state.loss}`, values)
        : say(wide ? 'status-own-wide' : `status-own-${state.loss}`, values);
  return [what, ...drawsSentence(now, say)].join(' ');
}

function drawsSentence({ drawn, onLine }: Model, say: Say): string[] {
  if (!drawn || !onLine) return [];
  const values = { count: format(drawn.x.length, 6), line: format(onLine.count, 6), mean: format(onLine.mean) };
  return [say(onLine.count ? 'status-draws' : 'status-draws-none', values)];
}
