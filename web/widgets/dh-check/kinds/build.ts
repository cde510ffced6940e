/** A table or a line with several cells, each graded for itself. The cells stand in the page; this enables, reads and marks them. */
import { html } from 'lit';
import { composes } from '../../../controls/composition.ts';
import { isFailure, problemFrom, sentenceOf } from '../../../fields/problem.ts';
import type { Cell } from '../../../tasks/check-element.ts';
import type { Answer, AnswerForm, Check, Verdict } from './answer-form.ts';
import { gradeTyped } from './grade-typed.ts';

type Input = HTMLInputElement | HTMLSelectElement;

export function buildForm(check: Check): AnswerForm {
  const cells = check.data.cells ?? [];
  const inputs = new Map(
    cells.map((cell) => [cell, check.querySelector<Input>(`[data-cell="${cell.key}"]`)!] as const),
  );
  for (const input of inputs.values()) {
    input.disabled = false;
    input.addEventListener('input', () => {
      mark(input, undefined);
      check.edited();
    });
    input.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter' && !composes(event as KeyboardEvent)) void check.handIn();
    });
  }

  async function grade(cell: Cell, value: string): Promise<Verdict> {
    if (!cell.correct) return gradeTyped(value, cell, check.say);
    return cell.correct.includes(Number(value)) ? { kind: 'right' } : { kind: 'wrong', why: '', slip: value };
  }

  /** What is wrong with one cell, with its name before it. */
  const about = ({ label }: Cell, why: string): string => (why ? `${label}: ${why}` : label);

  return {
    handedIn: true,
    get answer() {
      const given = [...inputs].map(([{ key }, { value }]) => [key, value.trim()]);
      return given.every(([, value]) => value !== '') ? JSON.stringify(Object.fromEntries(given)) : undefined;
    },
    restore(answer: Answer) {
      for (const [key, value] of Object.entries(readAnswer(answer))) {
        const input = [...inputs].find(([cell]) => cell.key === key)?.[1];
        if (input) input.value = String(value);
      }
    },
    render: () => html``,
    async grade(): Promise<Verdict> {
      const verdicts: [Cell, Verdict][] = [];
      for (const [cell, input] of inputs) {
        const verdict = await grade(cell, input.value).catch((error: unknown): Verdict => {
          const problem = problemFrom(error);
          if (isFailure(problem)) throw error;
          return { kind: 'nothing', why: about(cell, sentenceOf(problem, cell.label)) };
        });
        mark(input, verdict.kind === 'right');
        verdicts.push([cell, verdict]);
      }
      const unread = verdicts.find(([, { kind }]) => kind === 'nothing');
      if (unread) return unread[1];
      const right = verdicts.filter(([, { kind }]) => kind === 'right').length;
      if (right === verdicts.length) return { kind: 'right' };
      const wrong = verdicts.flatMap(([cell, verdict]) => (verdict.kind === 'wrong' ? [{ cell, ...verdict }] : []));
      const [first] = wrong;
      const known = wrong.find(({ slip }) => slip !== undefined);
      const why = check.say('cells-right', { right, count: verdicts.length });
      if (known) return { kind: 'wrong', why, slip: `${known.cell.key}.${known.slip}` };
      return { kind: 'wrong', why: `${why} ${about(first.cell, first.why)}` };
    },
  };
}

/** Shows whether a cell is right; undefined takes the mark away. */
function mark(input: Input, right: boolean | undefined): void {
  input.classList.toggle('right', right === true);
  if (right === false) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}

function readAnswer(answer: Answer): Record<string, unknown> {
  try {
    return typeof answer === 'string' ? (JSON.parse(answer) as Record<string, unknown>) : {};
  } catch {
    return {}; // of an older task of this name
  }
}
