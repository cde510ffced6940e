/** How readers bring points of their own, by brush and by table. Few do, so its code comes when it is asked for. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Plot } from '../../plot/plot.ts';
import { translator } from '../../language/strings.ts';
import { Brush, brushStyles } from './brush.ts';
import type { State } from './model.ts';
import strings from './own-points-strings.json' with { type: 'json' };
import { TableEditor, tableStyles } from './table-editor.ts';

const say = translator(strings);

interface Owner {
  /** The points there are. */
  points(): State['points'];
  /** Resolves when they are shown. */
  change(points: State['points']): Promise<unknown>;
  /** Called when there is something else to show. */
  shown(): void;
}

export class OwnPoints {
  readonly styles = [brushStyles, tableStyles];
  readonly #owner: Owner;
  readonly #table: TableEditor;
  #brush: Brush | undefined;
  #plot: Plot | undefined;

  constructor(owner: Owner) {
    this.#owner = owner;
    this.#table = new TableEditor(owner);
  }

  /** Other data are shown. */
  leave(): void {
    this.#brush?.take(undefined);
  }

  /** `plot` is where the brush draws; it may have been made anew. */
  controls(plot: Plot, state: State): TemplateResult {
    if (plot !== this.#plot) this.#brush = new Brush(plot, this.#owner);
    this.#plot = plot;
    return html`${this.#brush!.controls(say, state)} ${this.#table.controls(say, state)}`;
  }
}
