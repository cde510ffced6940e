/** The numbers of a joint distribution by name, and where each comes from. */
import type { Explanation } from '../../controls/explain.ts';
import { alignedLatex, equalsLatex, factorLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import type { Model, State } from './model.ts';

const DIGITS = 5;

export type Name = 'x' | 'y';

const number = (value: number): string => numberLatex(value, DIGITS);
const equals = (value: number): string => `${equalsLatex(value, DIGITS)} ${number(value)}`;

/** The variable as it is written: a capital for a discrete one. */
const letter = ({ shown }: Model, name: Name): string => (shown[name].discrete ? name.toUpperCase() : name);

/** P where all that is spoken of is discrete, p for a density. */
const mark = ({ shown }: Model, ...names: Name[]): string => (names.every((name) => shown[name].discrete) ? 'P' : 'p');

const valueOf = ({ here }: Model, name: Name): string => format(here[name]);
const is = (now: Model, name: Name): string => `${letter(now, name)} = ${valueOf(now, name)}`;

/** Names of the numbers at the place, as text; they are good as LaTeX too. */
export const names = {
  joint: (now: Model): string => `${mark(now, 'x', 'y')}(${is(now, 'x')}, ${is(now, 'y')})`,
  marginal: (now: Model, name: Name): string => `${mark(now, name)}(${is(now, name)})`,
  conditional: (now: Model, given: Name): string => {
    const other = given === 'x' ? 'y' : 'x';
    return `${mark(now, other)}(${is(now, other)} | ${is(now, given)})`;
  },
  /** Of whole distributions. */
  marginals: (now: Model, name: Name): string => `${mark(now, name)}(${letter(now, name)})`,
  conditionals: (now: Model, given: Name): string => {
    const other = given === 'x' ? 'y' : 'x';
    return `${mark(now, other)}(${letter(now, other)} | ${is(now, given)})`;
  },
};

const latex = (name: string): string => name.replace('|', '\\mid').replaceAll('−', '-');

export const marginalAt = ({ here }: Model, name: Name): number => (name === 'x' ? here.marginalX : here.marginalY);

export const titleOf = (name: string, value: number, say: Say): string =>
  Number.isFinite(value) ? `${name} = ${format(value)}` : say('impossible', { name });

export function explainJoint(now: Model, say: Say): Explanation {
  const title = titleOf(names.joint(now), now.here.joint, say);
  return { title, text: say(`explain-joint-${now.shown.kind}`) };
}

/** A marginal as the sum or integral that it is. */
export function explainMarginal(now: Model, name: Name, say: Say): Explanation {
  const { shown, here } = now;
  const value = marginalAt(now, name);
  const title = titleOf(names.marginal(now, name), value, say);
  const other = name === 'x' ? 'y' : 'x';
  const left = latex(names.marginal(now, name));
  const both = `${mark(now, 'x', 'y')}(${name === 'x' ? `${latex(is(now, 'x'))}, ${letter(now, 'y')}` : `${letter(now, 'x')}, ${latex(is(now, 'y'))}`}`;
  if (!shown[other].discrete)
    return {
      title,
      latex: alignedLatex(left, `= \\int_{-\\infty}^{\\infty} ${both})\\,d${other}`, equals(value)),
      text: say('explain-integral', { name: other }),
    };
  const columns = shown.x.places.length;
  const terms = Array.from(shown[other].places, (_, index) =>
    shown.kind === 'discrete'
      ? shown.grid[name === 'x' ? index * columns + here.column : here.row * columns + index]
      : here.slice[index],
  );
  // Of a density the values along the line are known only where the line goes this way.
  const written = shown.kind === 'discrete' || given(now) === name ? terms.map(number).join(' + ') : undefined;
  return {
    title,
    latex: alignedLatex(
      left,
      `= \\sum_{${other}} ${both} = ${other})`,
      ...(written ? [`= ${written}`] : []),
      equals(value),
    ),
    text: say('explain-sum', { name: letter(now, other) }),
  };
}

/** Which variable the slice of a model belongs to. */
const given = ({ shown, here }: Model): Name => (here.slice.length === shown.y.places.length ? 'x' : 'y');

/** A conditional as the quotient that it is. */
export function explainConditional(now: Model, state: State, say: Say): Explanation {
  const name = state.given as Name;
  const { here } = now;
  const known = marginalAt(now, name);
  const title = titleOf(names.conditional(now, name), here.value, say);
  const left = latex(names.conditional(now, name));
  const quotient = `\\frac{${latex(names.joint(now))}}{${latex(names.marginal(now, name))}}`;
  if (!(known > 0)) return { title, latex: `${left} = ${quotient} = \\frac{0}{0}`, text: say('explain-impossible') };
  return {
    title,
    latex: alignedLatex(left, `= ${quotient}`, `= \\frac{${number(here.joint)}}{${number(known)}}`, equals(here.value)),
    text: say('explain-quotient', { known: is(now, name) }),
  };
}

/** The product of the marginals beside the joint value. */
export function explainProduct(now: Model, say: Say): Explanation {
  const { marginalX, marginalY, joint } = now.here;
  const product = marginalX * marginalY;
  const [x, y] = [names.marginal(now, 'x'), names.marginal(now, 'y')];
  return {
    title: `${x} · ${y} = ${format(product)}`,
    latex: alignedLatex(
      `${latex(x)} \\cdot ${latex(y)}`,
      `= ${number(marginalX)} \\cdot ${factorLatex(marginalY, DIGITS)}`,
      equals(product),
    ),
    text: say(now.shown.independent ? 'explain-independent' : 'explain-dependent', {
      joint: titleOf(names.joint(now), joint, say),
    }),
  };
}
