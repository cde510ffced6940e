/** A list of options, as the site renders it: enabled here, read, put back, and answered with feedback per option. */

export class OptionList {
  readonly #inputs: HTMLInputElement[];

  /**
   * @param check the element that holds the list.
   * @param changed called when the reader chooses.
   * @param part which list: a reason has one of statements and one of grounds, each with its title before it.
   */
  constructor(check: HTMLElement, changed: () => void, part = 'options') {
    const list = check.querySelector<HTMLElement>(`.dh-check-options[data-part=${part}]`);
    this.#inputs = [...(list?.querySelectorAll('input') ?? [])];
    if (!list) return;
    // A list of radio buttons is one control with a name; the list itself has nothing to add for a screen reader.
    list.setAttribute('role', this.#inputs[0]?.type === 'checkbox' ? 'group' : 'radiogroup');
    list.setAttribute('aria-labelledby', part === 'options' ? `${check.id}-prompt` : list.previousElementSibling!.id);
    for (const item of list.children) item.setAttribute('role', 'none');
    for (const input of this.#inputs) {
      input.disabled = false;
      input.addEventListener('change', changed);
      this.#feedback(input)?.setAttribute('role', 'status');
    }
  }

  /** Whether the check has options at all. */
  get exists(): boolean {
    return this.#inputs.length > 0;
  }

  /** The indices of the chosen options, as in checks.yaml. */
  get chosen(): number[] {
    return this.#inputs.filter((input) => input.checked).map((input) => Number(input.value));
  }

  choose(options: readonly number[]): void {
    for (const input of this.#inputs) input.checked = options.includes(Number(input.value));
  }

  /** Shows the feedback of the given options and hides that of the others. */
  showFeedback(options: readonly number[]): void {
    for (const input of this.#inputs) {
      const feedback = this.#feedback(input);
      if (feedback) feedback.hidden = !options.includes(Number(input.value));
    }
  }

  /** Shows which options were right, and lets nothing be changed any more. */
  reveal(correct: readonly number[]): void {
    for (const input of this.#inputs) {
      input.disabled = true;
      const item = input.closest<HTMLElement>('[data-option]');
      if (item) item.dataset.verdict = correct.includes(Number(input.value)) ? 'right' : 'wrong';
    }
  }

  #feedback(input: HTMLInputElement): HTMLElement | null {
    return input.closest('[data-option]')?.querySelector<HTMLElement>('.dh-check-feedback') ?? null;
  }
}
