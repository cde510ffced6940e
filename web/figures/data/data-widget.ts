/** What figures share that show a line through points, which the reader can choose, move, add, delete and bring along. */
import { html } from 'lit';
import { extent } from '../../plot/scale.ts';
import type { Domain } from '../../plot/plot.ts';
import type { Option } from '../../controls/choice.ts';
import { dataChoice, dataControlStyles, dataDetails, pointTools } from './data-controls.ts';
import { DataSource, LOADED, MOST_POINTS, OWN, isGenerated, sayOfData } from './data-set.ts';
import type { DataSet, DataState } from './data-set.ts';
import { pointEditorStyles } from './point-editor.ts';
import type { PointEditor } from './point-editor.ts';
import { Widget } from '../../widget/widget.ts';

/** Residuals of more points would be a solid patch. */
export const MOST_RESIDUALS = 2000;

/** A window with all of the points and some room around them. */
export function windowOf({ x, y }: Pick<DataSet, 'x' | 'y'>): Domain {
  return {
    x: extent(x, { padding: 0.06, fallback: [0, 10] }),
    y: extent(y, { padding: 0.12, fallback: [0, 10] }),
  };
}

/** Whether all points lie in a window. */
const contains = ({ x: [left, right], y: [low, high] }: Domain, { x, y }: Pick<DataSet, 'x' | 'y'>): boolean =>
  x.every((value, index) => value >= left && value <= right && y[index] >= low && y[index] <= high);

interface DataModel {
  data: DataSet;
  /** All data that can be chosen. */
  options: readonly Option[];
}

export abstract class DataWidget<State extends DataState, Model extends DataModel> extends Widget<State, Model> {
  static styles = [Widget.styles, pointEditorStyles, dataControlStyles];

  protected readonly source = new DataSource();
  protected removing = false;
  /** The points that were last changed by hand. */
  #moved: readonly (readonly number[])[] | undefined;

  /** The editor of the points, once the plots stand. */
  protected abstract get pointEditor(): PointEditor | undefined;

  /** Show other data, also where the state does not tell them from those there are. */
  protected arrive(patch: Partial<DataState>): void {
    void this.propose(patch as Partial<State>);
  }

  protected movedByHand({ points }: State): boolean {
    return points === this.#moved;
  }

  /** New data get a window of their own; points that are moved by hand stay in the one there is. */
  protected windowFor(data: DataSet, state: State, before: Domain | undefined): Domain {
    return before && this.movedByHand(state) && contains(before, data) ? before : windowOf(data);
  }

  protected edit(change: (points: number[][]) => number[][]): void {
    const patch = this.source.edited(this.model!.data, change);
    this.#moved = patch.points;
    void Widget.prototype.propose.call(this, patch);
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
  protected dataControls({ data, options }: Model, state: State) {
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
    if (data === OWN && this.model!.data.x.length <= MOST_POINTS && !this.state.points.length) this.edit((all) => all);
    else void this.propose({ data } as Partial<State>);
  }

  /** Where the data come from, and the panel for the reader's own. */
  protected dataDetails({ data }: Model) {
    return dataDetails({
      data,
      name: this.id || this.localName,
      byHand: true,
      take: (points) => this.arrive(this.source.take(points)),
    });
  }
}
