/** What figures share that show a line through points, which the reader can choose, move, add, delete and bring along. */
import { html } from 'lit';
import { dataChoice, dataControlStyles, dataDetails, pointTools } from './data-controls.ts';
import { LOADED, MOST_POINTS, OWN } from './data-fields.ts';
import type { DataState } from './data-fields.ts';
import type { DataModel } from './data-plan.ts';
import { DataSource, isGenerated, sayOfData } from './data-set.ts';
import { pointEditorStyles } from './point-editor.ts';
import type { PointEditor } from './point-editor.ts';
import { Widget } from '../../widget/widget.ts';

/** Residuals of more points would be a solid patch. */
export const MOST_RESIDUALS = 2000;

export abstract class DataWidget<State extends DataState, Model extends DataModel> extends Widget<State, Model> {
  static styles = [Widget.styles, pointEditorStyles, dataControlStyles];

  protected readonly source = new DataSource();
  protected removing = false;

  /** The editor of the points, once the plots stand. */
  protected abstract get pointEditor(): PointEditor | undefined;

  protected edit(change: (points: number[][]) => number[][]): void {
    void this.propose(this.source.edited(this.model!.table, change) as Partial<DataState> as Partial<State>);
  }

  protected get reseedable(): boolean {
    return isGenerated(this.state.data);
  }

  protected get linkNote(): string {
    return this.state.data === LOADED ? sayOfData('stays-here') : '';
  }

  get linkParameters(): string {
    const all = super.linkParameters.split('&');
    return all.filter((parameter) => parameter !== `data=${LOADED}`).join('&');
  }

  /** The choice of data, and the buttons for points. */
  protected dataControls({ table: data, choices: options }: Model, state: State) {
    return html`${dataChoice({
      label: this.sentences('data'),
      value: state.data,
      options,
      error: this.errorOf('data', 'points'),
      choose: (id) => this.#choose(id),
    })}
    ${pointTools({
      data,
      removing: this.removing,
      add: () => this.pointEditor!.add(),
      setRemoving: (removing) => {
        this.removing = removing;
        this.requestUpdate();
      },
    })}`;
  }

  #choose(data: string): void {
    // The points that are shown become the reader's own.
    if (data === OWN && this.model!.table.x.length <= MOST_POINTS && !this.state.points.length) this.edit((all) => all);
    else void this.propose({ data } as Partial<State>);
  }

  /** Where the data come from, and the panel for the reader's own. */
  protected dataDetails({ table: data }: Model) {
    return dataDetails({
      data,
      name: this.id || this.localName,
      byHand: true,
      take: (points) => void this.propose(this.source.take(points) as Partial<DataState> as Partial<State>),
    });
  }
}
