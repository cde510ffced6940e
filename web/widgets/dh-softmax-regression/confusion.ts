/** The confusion matrix as a table: what each species was taken for. */
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { explained } from '../../controls/explain.ts';
import { confusionMatrix } from '../../figures/networks/confusion.ts';
import type { Say } from '../../language/strings.ts';

export const confusionStyles = css`
  .confusion {
    border-collapse: separate;
    border-spacing: 2px;
  }
  .confusion caption {
    text-align: start;
    color: var(--dh-ink-soft);
    padding-block-end: var(--space-1);
  }
  .confusion th,
  .confusion td {
    padding: var(--space-1) var(--space-2);
    text-align: end;
    font-weight: 400;
  }
  .confusion tbody th {
    text-align: start;
  }
  .confusion td {
    background: var(--dh-panel);
  }
  .confusion .right {
    font-weight: 700;
  }
  .confusion .wrong {
    color: var(--dh-error);
    font-weight: 700;
  }
`;

/** `counts` row by row: the true class by rows, the predicted by columns. */
export function confusionTable(
  counts: readonly number[],
  names: readonly string[],
  caption: string,
  say: Say,
): TemplateResult {
  const classes = names.length;
  const cell = (row: number, column: number) => {
    const count = counts[row * classes + column];
    const all = counts.slice(row * classes, (row + 1) * classes).reduce((sum, other) => sum + other, 0);
    const words = { true: names[row], taken: names[column], count, all };
    return html`<td class=${row === column ? 'right' : count ? 'wrong' : ''}>
      <button
        type="button"
        ${explained(() => ({ title: say('explain-count', words), text: say('explain-count-words', words) }))}
      >
        ${count}
      </button>
    </td>`;
  };
  return confusionMatrix({ caption, corner: say('true-predicted'), names, cell });
}
