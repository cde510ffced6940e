/** What each digit was taken for, over the test pictures. */
import { css, html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { confusionMatrix } from '../../figures/networks/confusion.ts';
import type { Say } from '../../language/strings.ts';
import { DIGITS } from './fields.ts';
import type { Look } from './lab.ts';

export const confusionStyles = css`
  .scroll {
    overflow-x: auto;
  }
  .confusion {
    border-collapse: separate;
    border-spacing: 1px;
    width: 100%;
    max-width: 36rem;
  }
  .confusion caption {
    text-align: start;
  }
  .confusion :is(th, td) {
    padding: 2px;
    text-align: center;
    font-weight: 400;
    white-space: nowrap;
  }
  .confusion td.count {
    background: color-mix(in srgb, var(--dh-error) var(--share), var(--dh-panel));
  }
  .confusion td.none {
    color: var(--dh-ink-soft);
  }
  .confusion td.right {
    background: var(--dh-panel);
    font-weight: 700;
  }
`;

const all = Array.from({ length: DIGITS }, (_, digit) => digit);

export function confusionTable(say: Say, { metrics }: Look) {
  const { confusion = [], recall = [], precision = [] } = metrics.test!;
  const share = (value: number) => (Number.isNaN(value) ? '–' : Math.round(100 * value));
  const cell = (digit: number, taken: number) => {
    const count = confusion[digit * DIGITS + taken];
    const kind = digit === taken ? 'right' : count === 0 ? 'none' : 'wrong';
    const tint = kind === 'wrong' ? Math.min(50, 12 + 4 * count) : 0;
    return html`<td class="count ${kind}" style=${styleMap({ '--share': `${tint}%` })}>
      ${count === 0 ? '·' : count}
    </td>`;
  };
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${say('confusion')}>
    ${confusionMatrix({
      caption: say('confusion'),
      corner: '',
      names: all,
      cell,
      shares: {
        recall: say('recall'),
        precision: say('precision'),
        recallOf: (digit) => share(recall[digit]),
        precisionOf: (digit) => share(precision[digit]),
      },
    })}
  </div>`;
}
