/** What a training has come to in numbers that explain themselves, and whom it takes for whom. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { explained } from '../../controls/explain.ts';
import type { Explanation } from '../../controls/explain.ts';
import { confusionMatrix } from '../../figures/networks/confusion.ts';
import type { Metrics } from '../../core/training/types.ts';
import { equalsLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { formatInteger } from '../../plot/format.ts';
import { epochTime } from './kept-runs.ts';
import type { State } from './model.ts';
import { deadIn } from './view.ts';
import type { Look } from './view.ts';
import { percent } from './words.ts';

export const numberStyles = css`
  .numbers {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
    gap: var(--space-1) var(--space-4);
    margin: 0;
  }
  .numbers div {
    display: flex;
    justify-content: space-between;
    gap: var(--space-2);
    border-block-end: 1px solid var(--dh-grid);
  }
  .numbers dt {
    color: var(--dh-ink-soft);
  }
  .numbers dd {
    margin: 0;
  }
  .confusion {
    border-collapse: separate;
    border-spacing: 2px;
  }
  .scroll {
    overflow-x: auto;
  }
  .confusion caption {
    text-align: start;
  }
  .confusion :is(th, td) {
    padding: var(--space-1) var(--space-2);
    text-align: end;
    font-weight: 400;
    white-space: nowrap;
  }
  .confusion tbody th {
    text-align: start;
  }
  .confusion td.count {
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

interface Entry {
  key: string;
  value: string;
  explain?: () => Explanation;
}

/** The losses, the penalties apart from them, and what else can be counted. */
export function numberList(say: Say, look: Look, state: State): TemplateResult {
  const { metrics, history, parameters, progress } = look;
  const { training, test, l1Penalty, l2Penalty } = metrics;
  const penalty = l1Penalty + l2Penalty;
  const entries: (Entry | false)[] = [
    { key: 'training-loss', value: format(training.loss) },
    test !== undefined && { key: 'test-loss', value: format(test.loss) },
    {
      key: 'penalty',
      value: format(penalty),
      explain: () => explainPenalty(say, { state, l1Penalty, l2Penalty }),
    },
    {
      key: 'minimised',
      value: format(training.loss + penalty),
      explain: () => ({
        title: `${say('minimised')} = ${format(training.loss + penalty)}`,
        latex: `${numberLatex(training.loss, 4)} + ${numberLatex(penalty, 4)} ${equalsLatex(training.loss + penalty, 4)} ${numberLatex(training.loss + penalty, 4)}`,
        text: say('explain-minimised'),
      }),
    },
    ...[training, test].map((metrics, index) => scoreOf(say, index === 0 ? 'training' : 'test', metrics)),
    { key: 'rate-now', value: format(progress.rate) },
    { key: 'dead-units', value: formatInteger(deadIn(look)) },
    { key: 'parameters', value: formatInteger(parameters.length) },
    progress.epoch > 0 && { key: 'epoch-time', value: `${format(epochTime(history), 3)} ms` },
  ];
  return html`<dl class="numbers" data-part="numbers">
    ${entries
      .filter((entry) => entry !== false)
      .map(
        ({ key, value, explain }) =>
          html`<div>
            <dt>${say(key)}</dt>
            <dd>${explain ? html`<button type="button" ${explained(explain)}>${value}</button>` : value}</dd>
          </div>`,
      )}
  </dl>`;
}

function scoreOf(say: Say, set: 'training' | 'test', metrics: Metrics | undefined): Entry | false {
  if (!metrics) return false;
  if (metrics.accuracy === undefined) return { key: `${set}-r-squared`, value: format(metrics.rSquared ?? NaN) };
  const { samples, accuracy } = metrics;
  const right = Math.round(accuracy * samples);
  return {
    key: `${set}-accuracy`,
    value: `${percent(accuracy)}%`,
    explain: () => ({
      title: `${say(`${set}-accuracy`)} = ${percent(accuracy)}%`,
      latex: `\\frac{${right}}{${samples}} ${equalsLatex(accuracy, 4)} ${numberLatex(accuracy, 4)}`,
      text: say('explain-accuracy', { right, samples }),
    }),
  };
}

function explainPenalty(
  say: Say,
  { state, l1Penalty, l2Penalty }: { state: State; l1Penalty: number; l2Penalty: number },
): Explanation {
  const of = (strength: number, sum: number) => `${numberLatex(strength)} \\cdot ${numberLatex(sum, 4)}`;
  const parts = [
    state.l1 > 0 &&
      `\\lambda_1 \\textstyle\\sum |w| = ${of(state.l1, l1Penalty / state.l1)} = ${numberLatex(l1Penalty, 4)}`,
    state.l2 > 0 && `\\tfrac{\\lambda_2}{2} \\textstyle\\sum w^2 = ${of(state.l2 / 2, (2 * l2Penalty) / state.l2)} = ${numberLatex(l2Penalty, 4)}`, // prettier-ignore
  ].filter((part) => part !== false);
  return {
    title: `${say('penalty')} = ${format(l1Penalty + l2Penalty)}`,
    ...(parts.length > 0 && { latex: `\\begin{gathered} ${parts.join(' \\\\ ')} \\end{gathered}` }),
    text: say(parts.length > 0 ? 'explain-penalty' : 'explain-no-penalty'),
  };
}

/** How often points of each class were taken for each; those kept for testing where there are some. */
export function confusionTable(say: Say, { metrics }: Look): TemplateResult | typeof nothing {
  const counted = metrics.test ?? metrics.training;
  const { confusion, precision = [], recall = [] } = counted;
  if (!confusion) return nothing;
  const share = (value: number) => (Number.isNaN(value) ? say('none') : `${percent(value)}%`);
  return html`<div class="scroll">
    ${confusionMatrix({
      caption: say(metrics.test ? 'confusion-test' : 'confusion-training'),
      corner: say('true-predicted'),
      names: precision.map((_, label) => label),
      cell: (label, taken) => {
        const count = confusion[label * precision.length + taken];
        return html`<td class="count ${label === taken ? 'right' : count ? 'wrong' : ''}">${count}</td>`;
      },
      shares: {
        recall: say('recall'),
        precision: say('precision'),
        recallOf: (label) => share(recall[label]),
        precisionOf: (label) => share(precision[label]),
      },
    })}
  </div>`;
}
