/** What stands below the controls: the run in numbers, files, and the runs that were kept. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Say } from '../../language/strings.ts';
import { keptTable } from './kept-runs.ts';
import { MOST_KEPT } from './loss-plot.ts';
import type { KeptRun } from './loss-plot.ts';
import type { State } from './model.ts';
import { confusionTable, numberList } from './numbers.ts';
import type { Look } from './view.ts';

export function runDetails(of: {
  say: Say;
  look: Look;
  state: State;
  runs: readonly KeptRun[];
  keep(): void;
  save(): void;
  open(file: File): void;
  show(run: KeptRun): void;
  drop(run: KeptRun): void;
}): TemplateResult {
  const { say, look, runs } = of;
  return html`${numberList(say, look, of.state)} ${confusionTable(say, look)}
    <div class="row" data-part="files">
      <button type="button" ?disabled=${runs.length === MOST_KEPT || !look.progress.step} @click=${() => of.keep()}>
        ${say('keep')}
      </button>
      <button type="button" @click=${() => of.save()}>${say('save-model')}</button>
      <button type="button" @click=${() => chooseFile((file) => of.open(file))}>${say('open-model')}</button>
    </div>
    ${runs.length ? keptTable({ say, runs, show: (run) => of.show(run), drop: (run) => of.drop(run) }) : nothing}`;
}

function chooseFile(open: (file: File) => void): void {
  const input = Object.assign(document.createElement('input'), { type: 'file', accept: '.json,application/json' });
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) open(file);
  });
  input.click();
}
