import { position, seed } from '../../fields/common.ts';
import type { Facts } from '../../fields/facts.ts';
import type { Fields } from '../../fields/fields.ts';

export const TARGETS = ['integral', 'expectation', 'darts'] as const;
/** The ways to draw that the core has. */
export const METHODS = ['plain', 'antithetic', 'stratified', 'importance', 'sobol'] as const;
export const VIEWS = ['estimate', 'error', 'repeats', 'compare'] as const;

export const fields = {
  target: { kind: 'choice', default: 'integral', options: TARGETS },
  integrand: { kind: 'text', default: 'exp(-x^2)', symbol: 'f', colour: 'f' },
  from: { kind: 'number', default: -1, minimum: -1e6, maximum: 1e6 },
  to: { kind: 'number', default: 1, minimum: -1e6, maximum: 1e6 },
  /** What is averaged over draws from a distribution, in x. */
  g: { kind: 'text', default: 'x^2', symbol: 'g', colour: 'f' },
  distribution: { kind: 'choice', default: 'normal' },
  options: { kind: 'options', default: {} },
  method: { kind: 'choice', default: 'plain', options: METHODS },
  /** Of stratified: into how many pieces. */
  strata: {
    kind: 'number',
    default: 16,
    minimum: 2,
    maximum: 4096,
    track: [2, 1024],
    scale: 'logarithmic',
    precision: 2,
    integer: true,
  },
  /** Of importance: where it draws from. */
  proposal: { kind: 'choice', default: 'normal' },
  proposalOptions: { kind: 'options', default: {} },
  /** The chance that a draw is the last one again; 0 for independent draws. */
  repeat: { kind: 'number', default: 0, minimum: 0, maximum: 0.99, precision: 2 },
  /** Where the run ends. */
  samples: {
    kind: 'number',
    default: 10_000,
    minimum: 10,
    maximum: 1e9,
    scale: 'logarithmic',
    precision: 1,
    integer: true,
    symbol: 'n',
  },
  view: { kind: 'choice', default: 'estimate', options: VIEWS },
  /** Of repeated runs: how many, and how many samples each has. */
  runs: { kind: 'number', default: 1000, minimum: 20, maximum: 5000, precision: 2, integer: true },
  each: {
    kind: 'number',
    default: 1000,
    minimum: 2,
    maximum: 20_000,
    scale: 'logarithmic',
    precision: 2,
    integer: true,
  },
  seed: seed(),
  at: position(1000),
} as const satisfies Fields;

export const facts = {
  outcome: ['running', 'limit-reached'],
  /** Samples drawn so far, the estimate from them, and what is known of its error. */
  samples: 'number',
  value: 'number',
  standardError: 'number',
  halfWidth: 'number',
  effective: 'number',
  undefinedDraws: 'number',
  /** The exact value, and how far the estimate is from it; null where there is none. */
  exact: 'number',
  error: 'number',
  holds: 'flag',
  /** Of the view of errors: the largest n of the repeated runs, their typical error there, and the power of n that it follows. */
  typicalSamples: 'number',
  typicalError: 'number',
  slope: 'number',
  /** Of the view of repeated runs: the share of intervals that hold the exact value. */
  coverage: 'number',
  /** Of the view of methods: the one with the smallest standard error, and how many times smaller than of plain draws it is. */
  best: 'text',
  ratio: 'number',
} as const satisfies Facts;
