/**
 * What of the lessons written before their form is not brought to it yet. Whatever stands here must still be wrong: a test fails when it has been mended, so
 * that the lists empty. New lessons have no place here.
 */
export const mending = {
  /** Lessons whose Python excerpts do not run as printed, or print nothing. */
  excerpts: [
    'descent-on-data/pseudo-inverse',
    'descent-on-data/regression-by-descent',
    'descent-on-data/stochastic-descent',
    'descent-on-data/why-sgd-works',
    'gentle-descent/derivative',
  ],
  /** Where sentences end in 합니다체 or plainly. */
  register: {
    lessons: [],
    figures: [],
  },
  /** Tasks whose last hint gives the answer. */
  lastHints: [],
} as const;
