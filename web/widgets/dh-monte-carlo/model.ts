/** What the core makes of the state: the simulation, the curve it draws from, and what repeated runs and other methods show. */
import { getCore } from '../../core/core.ts';
import type { RemoteExpression } from '../../core/calculus/types.ts';
import type { Estimate, MonteCarloProblem, MonteCarloTarget, PowerLaw, RepeatSummary } from '../../core/monte-carlo/types.ts'; // prettier-ignore
import { getPool } from '../../core/pool.ts';
import type { DistributionChoice, DistributionEntry } from '../../core/probability/types.ts';
import type { StateOf } from '../../fields/fields.ts';
import { FieldError } from '../../fields/field-error.ts';
import { chosenOptions } from '../../figures/descent/optimizer.ts';
import { heights } from '../../figures/descent/heights.ts';
import { language } from '../../language/language.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { METHODS, fields } from './fields.ts';
import { SimulationRun } from './simulation-run.ts';
import type { SimulationHost } from './simulation-run.ts';

export type State = StateOf<typeof fields>;

/** The curve whose mean height is sought, and where draws fall. */
export interface Scene {
  x: Float64Array;
  y: Float64Array;
  /** The vertical window that shows its shape, 0 included. */
  window: [number, number];
  /** Of a distribution: its density at x, or its values with their masses. */
  density: Float64Array | undefined;
  masses: { x: Float64Array; mass: Float64Array } | undefined;
}

/** Typical errors of repeated runs at several n, and the power of n they follow. */
export interface Errors {
  samples: number[];
  /** Root mean squares of estimate − exact value; null where there is no exact value. */
  typical: (number | null)[];
  law: PowerLaw | null;
}

export interface Repeated {
  values: Float64Array;
  halfWidths: Float64Array;
  summary: RepeatSummary;
}

/** A method in comparison. */
export interface Compared {
  id: (typeof METHODS)[number];
  estimates: Estimate[];
  law: PowerLaw | null;
}

const CURVE_SAMPLES = 601;
/** Repeated runs behind a typical error, and the largest n they have. */
const ERROR_RUNS = 64;
const MOST_IN_ERRORS = 1e5;
const MOST_COMPARED = 1e6;
/** Of a discrete distribution so many values are drawn. */
const MOST_VALUES = 400;
/** Evaluations in a job of the pool. */
const JOB = 2e5;

/** What of the state says which simulation it is. */
const PROBLEM = ['target', 'integrand', 'from', 'to', 'g', 'distribution', 'options', 'method', 'strata', 'proposal', 'proposalOptions', 'repeat', 'seed'] as const; // prettier-ignore
type ProblemState = Pick<State, (typeof PROBLEM)[number]>;

function targetOf(state: ProblemState, entries: readonly DistributionEntry[]): MonteCarloTarget {
  const { target, integrand, from, to, g } = state;
  if (target === 'darts') return { kind: 'darts' };
  if (target === 'integral') {
    if (!(from < to)) throw new FieldError('to', { code: 'empty-interval' });
    return { kind: 'integral', integrand, from, to };
  }
  return {
    kind: 'expectation',
    g,
    distribution: choiceOf(entries, state.distribution, state.options, ['distribution', 'options']),
  };
}

function choiceOf(
  entries: readonly DistributionEntry[],
  id: string,
  options: State['options'],
  [key, own]: readonly [key: string, own: string],
): DistributionChoice {
  if (!entries.some((entry) => entry.id === id))
    throw new FieldError(key, { code: 'unknown-id', expected: entries.map(({ name }) => name[language()]).join(', ') });
  return { id, options: chosenOptions(entries, id, options, own) };
}

function problemOf(state: ProblemState, entries: readonly DistributionEntry[]): MonteCarloProblem {
  const { method, strata, proposal, proposalOptions, repeat, seed } = state;
  return {
    target: targetOf(state, entries),
    method,
    seed,
    ...(method === 'stratified' && { strata }),
    ...(method === 'importance' && {
      proposal: choiceOf(entries, proposal, proposalOptions, ['proposal', 'proposalOptions']),
    }),
    ...(repeat > 0 && { repeat }),
  };
}

async function sceneOf(
  { target, from, to }: ProblemState,
  problem: MonteCarloProblem,
  expression: RemoteExpression | undefined,
): Promise<Scene | undefined> {
  if (!expression) return undefined;
  const across = (low: number, high: number) =>
    Float64Array.from({ length: CURVE_SAMPLES }, (_, index) => low + ((high - low) * index) / (CURVE_SAMPLES - 1));
  const withZero = (y: Float64Array): [number, number] => {
    const [low, high] = heights(y);
    return [Math.min(low, 0), Math.max(high, 0)];
  };
  if (target === 'integral' || problem.target.kind !== 'expectation') {
    const y = await expression.sample(from, to, CURVE_SAMPLES);
    return { x: across(from, to), y, window: withZero(y), density: undefined, masses: undefined };
  }
  const distribution = await (await getCore('probability')).distribution(problem.target.distribution);
  try {
    const { window, discrete } = await distribution.facts();
    // Values stand apart: room for the first and last of them.
    const [low, high] = discrete || window[0] === window[1] ? [window[0] - 0.6, window[1] + 0.6] : window;
    const x = across(low, high);
    const [y, curves, masses] = await Promise.all([
      expression.sample(low, high, CURVE_SAMPLES),
      discrete ? undefined : distribution.curves(x),
      discrete ? distribution.masses(low, high, MOST_VALUES) : undefined,
    ]);
    return { x, y, window: withZero(y), density: curves?.density, masses };
  } finally {
    void distribution.free();
  }
}

/** The same simulation repeated, shared out among all cores; the answer does not depend on how many there are. */
async function repeat(problem: MonteCarloProblem, samples: number, runs: number) {
  const stride = Math.max(1, Math.round(JOB / samples));
  const jobs = Array.from({ length: Math.ceil(runs / stride) }, (_, job) => job * stride);
  const parts = await getPool('monte-carlo').map(jobs, (core, first) =>
    core.monteCarloRepeats(problem, samples, first, Math.min(first + stride, runs)),
  );
  const joined = (key: 'values' | 'halfWidths') => Float64Array.from(parts.flatMap((part) => [...part[key]]));
  return { values: joined('values'), halfWidths: joined('halfWidths') };
}

/** Numbers of samples, two for each power of ten, that are whole units. */
function decades(unit: number, most: number): number[] {
  const all: number[] = [];
  for (let n = 10; n <= most * 1.0001; n *= Math.sqrt(10)) {
    const whole = Math.ceil(Math.round(n) / unit) * unit;
    // Of fewer units there is no spread to speak of.
    if (whole >= 4 * unit && whole !== all.at(-1)) all.push(whole);
  }
  return all;
}

async function errorsOf(run: SimulationRun, problem: MonteCarloProblem, limit: number): Promise<Errors> {
  await run.opened();
  const { unit, exact } = run.facts;
  const samples = decades(unit, Math.min(limit, MOST_IN_ERRORS));
  const core = await getCore('monte-carlo');
  const summaries = [];
  for (const n of samples) summaries.push(await core.repeatSummary(await repeat(problem, n, ERROR_RUNS), exact.value));
  const typical = summaries.map(({ error }) => error);
  return {
    samples,
    typical,
    law: await core.powerLaw(
      samples,
      typical.map((error) => error ?? NaN),
    ),
  };
}

async function repeatsOf(
  run: SimulationRun,
  problem: MonteCarloProblem,
  { each, runs }: Pick<State, 'each' | 'runs'>,
): Promise<Repeated> {
  await run.opened();
  const core = await getCore('monte-carlo');
  const all = await repeat(problem, each, runs);
  return { ...all, summary: await core.repeatSummary(all, run.facts.exact.value) };
}

/** Every method on the same problem, each in its own steps; one that cannot be used here is left out. */
async function compare(
  problem: MonteCarloProblem,
  state: ProblemState,
  entries: readonly DistributionEntry[],
  limit: number,
): Promise<Compared[]> {
  const core = await getCore('monte-carlo');
  const one = async (id: Compared['id']): Promise<Compared | undefined> => {
    try {
      const { repeat: _, ...rest } = problemOf({ ...state, method: id, repeat: 0 }, entries);
      const simulation = await core.monteCarlo({ ...rest, target: problem.target });
      const { unit } = await simulation.facts();
      const estimates = await simulation.trace(decades(unit, Math.min(limit, MOST_COMPARED)));
      void simulation.free();
      const law = await core.powerLaw(
        estimates.map(({ samples }) => samples),
        estimates.map(({ standardError }) => standardError ?? NaN),
      );
      return { id, estimates, law };
    } catch (error) {
      if (id === state.method) throw error;
      return undefined;
    }
  };
  const all = await Promise.all(METHODS.map(one));
  return all.filter((compared) => compared !== undefined);
}

const needsDistribution = ({ target, method, view }: Pick<State, 'target' | 'method' | 'view'>): boolean =>
  target === 'expectation' || method === 'importance' || view === 'compare';

export const modelFor = (host: SimulationHost) =>
  plan(fields)
    // Fetched where one is to be chosen. Those that are given by a list of weights need an editor of their own.
    .derive(
      'distributions',
      ['target', 'method', 'view'],
      async (state): Promise<readonly DistributionEntry[]> => {
        if (!needsDistribution(state)) return [];
        const { distributions } = await (await getCore('probability')).probabilityCatalog();
        return distributions.filter(({ weights }) => !weights);
      },
      { keep: (known, state) => known.length > 0 || !needsDistribution(state) },
    )
    // Each formula is a part of its own, so that what is wrong with it is told at its field.
    .derive('written', ['integrand'], async ({ integrand }) => (await getCore('calculus')).expression(integrand, ['x']))
    .derive('averaged', ['g'], async ({ g }) => (await getCore('calculus')).expression(g, ['x']))
    .derive(
      'expression',
      ['target', 'written', 'averaged'],
      ({ target, written, averaged }) => ({ integral: written, expectation: averaged })[target],
    )
    .derive('notes', ['written', 'averaged'], async ({ written, averaged }) => ({
      integrand: { latex: await written.latex, doubts: await written.doubts },
      g: { latex: await averaged.latex, doubts: await averaged.doubts },
    }))
    .derive('problem', ['distributions', ...PROBLEM], ({ distributions, ...state }) => problemOf(state, distributions))
    .derive('scene', ['problem', 'expression', ...PROBLEM], ({ problem, expression, ...state }) =>
      sceneOf(state, problem, expression),
    )
    .derive(
      'run',
      ['expression', 'problem', 'samples', 'view'],
      ({ problem, samples, view }, { first }) => {
        // The first look at an area costs a phone no more than its curve.
        const plain = problem.target.kind === 'integral' && problem.method === 'plain' && view === 'estimate';
        return first && plain
          ? SimulationRun.late(problem, samples, host)
          : SimulationRun.start(problem, samples, host);
      },
      { free: (run) => run.free(), keep: (_run, _given, same) => same('problem', 'samples') },
    )
    .derive('errors', ['run', 'problem', 'view', 'samples'], ({ run, problem, view, samples }) =>
      view === 'error' ? errorsOf(run, problem, samples) : undefined,
    )
    .derive('repeats', ['run', 'problem', 'view', 'each', 'runs'], ({ run, problem, view, each, runs }) =>
      view === 'repeats' ? repeatsOf(run, problem, { each, runs }) : undefined,
    )
    .derive(
      'compared',
      ['distributions', 'problem', 'view', 'samples', ...PROBLEM],
      ({ distributions, problem, view, samples, ...state }) =>
        view === 'compare' ? compare(problem, state, distributions, samples) : undefined,
    );

export type Model = ModelOf<ReturnType<typeof modelFor>>;
