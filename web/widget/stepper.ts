/** What the player drives: a run that knows where it stands and can go to any step. */
export interface Stepper {
  /** The step that is shown; 0 is the start. */
  readonly position: number;
  /** The furthest step computed so far. */
  readonly reached: number;
  /** Whether the run ends at `reached`. */
  readonly ended: boolean;
  /** Go to a step, computing what is missing; a step beyond the end means the end. */
  seek(step: number): Promise<void>;
}

/** Several runs played as one; those that end early wait for the others. */
export function together(steppers: readonly Stepper[]): Stepper {
  const furthest = (value: (stepper: Stepper) => number) => Math.max(0, ...steppers.map(value));
  return {
    get position() {
      return furthest((stepper) => stepper.position);
    },
    get reached() {
      return furthest((stepper) => stepper.reached);
    },
    get ended() {
      return steppers.every((stepper) => stepper.ended);
    },
    async seek(step) {
      await Promise.all(steppers.map((stepper) => stepper.seek(step)));
    },
  };
}
