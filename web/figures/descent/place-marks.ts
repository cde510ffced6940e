/** Marks on a typed curve where it is not smooth: kinks, the ends of jumps, asymptotes, holes and stretches without values. */
import type { Ink } from '../../plot/inks.ts';
import { band } from '../../plot/layers/band.ts';
import { labels } from '../../plot/layers/labels.ts';
import type { Label } from '../../plot/layers/labels.ts';
import { points } from '../../plot/layers/points.ts';
import { lines } from '../../plot/layers/segments.ts';
import type { Plot } from '../../plot/plot.ts';
import type { Place } from './places.ts';
import { say } from '../../language/strings.ts';

/** With more places than this their names would cover the curve. */
const MOST_NAMES = 6;

export class PlaceMarks {
  readonly #plot: Plot;
  readonly #named: boolean;
  readonly #gaps;
  readonly #asymptotes;
  readonly #kinks;
  readonly #open;
  readonly #closed;
  readonly #names;

  /** Make it after the curve, in whose ink it draws: its marks lie on top. */
  constructor(plot: Plot, { ink = 'f', named = true }: { ink?: Ink; named?: boolean } = {}) {
    this.#plot = plot;
    this.#named = named;
    this.#gaps = band(plot, { ink: 'ink-soft', opacity: 0.1 });
    this.#asymptotes = lines(plot, { ink: 'ink-soft', dash: 'dashed', weight: 'thin' });
    this.#kinks = points(plot, { ink: 'warning', marker: 'diamond', radius: 5, showOutside: false });
    this.#open = points(plot, { ink, hollow: true, showOutside: false });
    this.#closed = points(plot, { ink, showOutside: false });
    this.#names = labels(plot);
  }

  show(places: readonly Place[]): void {
    const of = (...kinds: Place['kind'][]) => places.filter(({ kind }) => kinds.includes(kind));
    const [low, high] = this.#plot.domain.y;
    const gaps = of('gap');
    const column = <Value>(first: (place: Place) => Value, second: (place: Place) => Value, between: Value) =>
      gaps.flatMap((place) => [first(place), second(place), between]);
    this.#gaps.update({
      x: column(
        ({ x }) => x,
        ({ to }) => to,
        NaN,
      ),
      lower: gaps.flatMap(() => [low, low, NaN]),
      upper: gaps.flatMap(() => [high, high, NaN]),
    });
    this.#asymptotes.update(of('pole').map(({ x }) => ({ x })));
    this.#kinks.update({ x: of('kink').map(({ x }) => x), y: of('kink').map(({ value }) => value) });
    // At a jump or a hole the curve runs up to values that it does not take: open circles; the one it takes is filled.
    const ends = of('jump', 'hole').flatMap((place) =>
      [place.left, place.right]
        .filter(({ value }) => !near(value, place.value))
        .map(({ value }) => ({ x: place.x, y: value })),
    );
    this.#open.update({ x: ends.map(({ x }) => x), y: ends.map(({ y }) => y) });
    this.#closed.update({ x: of('jump').map(({ x }) => x), y: of('jump').map(({ value }) => value) });
    this.name(places);
  }

  /** Name the places, but for the one where something else stands. */
  name(places: readonly Place[], occupied?: Place): void {
    const named = !this.#named || places.length > MOST_NAMES ? [] : places.filter((place) => place !== occupied);
    this.#names.update(named.flatMap((place) => this.#name(place)));
  }

  #name(place: Place): Label[] {
    const { kind, x, to, left, right } = place;
    const [low, high] = this.#plot.domain.y;
    const text = say(`place-${kind}`);
    switch (kind) {
      case 'kink': {
        // Outside the corner, where no curve is, if there is room.
        const room = this.#plot.view.height - this.#plot.toPixel(x, place.value)[1];
        const below = right.slope > left.slope && room > 32;
        return [{ x, y: place.value, text, ink: 'warning', anchor: 'middle', dy: below ? 22 : -20 }];
      }
      case 'gap':
        return [{ x: (x + to) / 2, y: low, text, ink: 'ink-soft', anchor: 'middle', dy: -16 }];
      case 'pole':
        return [{ x, y: high, text, ink: 'ink-soft', dx: 6, dy: 14 }];
      default:
        return [{ x, y: left.value, text, ink: 'warning', anchor: 'end', dx: -10, dy: -16 }];
    }
  }
}

/** Are two values the same but for what a limit taken numerically is off? */
function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one), Math.abs(other));
}
