/** The core's one kind of error, for every way in: directly, through the worker, through the pool. */

/** What a request to the core can fail with; `code` is one of `catalog().errorCodes`, or `core-unavailable`, `core-late`, `core-broken`. */
export interface Fault {
  code: string;
  /** Which input: an option's id, a variable's or function's name. Empty where only one input is possible. */
  parameter?: string;
  /** The number at fault, where there is one. */
  value?: number;
  /** Index into the typed text where the fault is, or the row (0 first) of the data, where there is one. */
  position?: number;
  /** What would have been right: a token, a range such as "[0, 1]", a list of ids. May be empty. */
  expected?: string;
}

export class CoreError extends Error implements Fault {
  readonly code: string;
  readonly parameter: string;
  readonly value: number;
  readonly position: number | undefined;
  readonly expected: string;

  constructor({ code, parameter = '', value = NaN, position, expected = '' }: Fault, options?: ErrorOptions) {
    super([code, parameter, expected && `expected ${expected}`].filter(Boolean).join(': '), options);
    this.name = 'CoreError';
    this.code = code;
    this.parameter = parameter;
    this.value = value;
    this.position = position;
    this.expected = expected;
  }

  /** The facts alone, which survive a message between threads. */
  get fault(): Fault {
    const { code, parameter, value, position, expected } = this;
    return { code, parameter, value, position, expected };
  }
}
