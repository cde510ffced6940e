/** How long a training took to get to its steps. The core itself has no clock: its runs are the same whenever they are made. */
export class Stopwatch {
  /** Steps, and the milliseconds until there; both grow. */
  #steps = [0];
  #milliseconds = [0];

  /** It went from one step to another in so many milliseconds. Going back takes back what came after. */
  note(from: number, to: number, milliseconds: number): void {
    if (to < from) {
      const until = this.at(to);
      const kept = this.#steps.findLastIndex((step) => step < to) + 1;
      this.#steps.length = this.#milliseconds.length = kept;
      this.#add(to, until);
    } else if (to > from) {
      if (this.#steps.at(-1)! < from && this.#steps.length === 1) this.#add(from, 0);
      this.#add(to, this.#milliseconds.at(-1)! + milliseconds);
      if (this.#steps.length > MOST) this.#thin();
    }
  }

  /** Milliseconds until a step, as if all between two notes took equally long. */
  at(step: number): number {
    const next = this.#steps.findIndex((noted) => noted >= step);
    if (next < 0) return this.#milliseconds.at(-1)!;
    if (next === 0) return this.#milliseconds[0];
    const [from, to] = [this.#steps[next - 1], this.#steps[next]];
    const [began, ended] = [this.#milliseconds[next - 1], this.#milliseconds[next]];
    return began + ((ended - began) * (step - from)) / (to - from);
  }

  copy(): Stopwatch {
    const copy = new Stopwatch();
    copy.#steps = [...this.#steps];
    copy.#milliseconds = [...this.#milliseconds];
    return copy;
  }

  #add(step: number, milliseconds: number): void {
    this.#steps.push(step);
    this.#milliseconds.push(milliseconds);
  }

  /** Leaves out every second note but the last. */
  #thin(): void {
    const last = this.#steps.length - 1;
    const stays = (_: number, index: number) => index % 2 === 0 || index === last;
    this.#steps = this.#steps.filter(stays);
    this.#milliseconds = this.#milliseconds.filter(stays);
  }
}

const MOST = 2000;
