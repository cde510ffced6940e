/** The toolbar of a figure: the player for runs, and saving, sharing and the help on keys for all. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { copyText, save } from './save.ts';
import { icons } from '../controls/icons.ts';
import { KEYS } from './keys.ts';
import type { Menu } from '../controls/menu.ts';
import { SPEEDS } from './player.ts';
import type { Player, Speed } from './player.ts';
import { say } from '../language/strings.ts';
import { toCsv } from '../controls/table.ts';
import type { Table } from '../controls/table.ts';
import '../controls/menu.ts';

/** What the toolbar needs to know of a widget. */
export interface ToolbarHost {
  /** The player of the widget's run; undefined where there is nothing to play. */
  player: Player | undefined;
  /** The id under which links and files are named. */
  name: string;
  linkParameters(): string;
  /** The words on the player: the widget's own where it counts something other than steps. */
  say(key: string, values?: Record<string, string | number>): string;
  /** What to say beside, when the link has been copied. */
  linkNote: string;
  /** Draws another seed; undefined where nothing is random. */
  reseed?: () => void;
  reset(): void;
  /** The figure as an image; undefined where there is none to save. */
  picture?: (kind: 'png' | 'svg') => Promise<Blob>;
  table?: () => Table | undefined;
  /** Tell the reader that something was done. */
  tell(sentence: string): void;
}

export const toolbarStyles = css`
  .toolbar {
    container-type: inline-size;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }
  .tools .buttons,
  .tools .menus {
    display: flex;
    gap: var(--space-1);
  }
  .tools .menus {
    margin-inline-start: auto;
  }
  .tools .scrubber {
    flex: 1 1 5rem;
    min-width: 4rem;
    accent-color: var(--dh-accent);
    height: var(--control-height);
    margin: 0;
  }
  .tools .position {
    min-width: 5em;
    text-align: end;
    color: var(--dh-ink-soft);
    white-space: nowrap;
  }
  .actions {
    display: grid;
    gap: 2px;
  }
  .actions button {
    justify-content: start;
    border-color: transparent;
    width: 100%;
    height: auto;
    min-height: var(--control-height);
    text-align: start;
  }
  .keys {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--space-1) var(--space-3);
    margin: var(--space-1);
  }
  .keys dt,
  .keys dd {
    margin: 0;
  }
  .keys-intro {
    margin: var(--space-1);
    color: var(--dh-ink-soft);
  }
  kbd {
    font: inherit;
    padding: 0 0.4em;
    border: 1px solid var(--dh-line);
    border-radius: 3px;
    background: var(--dh-panel);
  }
  @container (max-width: 31.5rem) {
    .tools > :not(.buttons, .menus) {
      order: -1;
    }
    .tools .scrubber {
      flex-basis: calc(100% - 12rem);
    }
  }
`;

export function toolbar(host: ToolbarHost): TemplateResult {
  return html`<div class="toolbar">
    <div class="tools">
      ${host.player ? playerControls(host.player, host) : host.reseed ? reseedButton(host.reseed) : nothing}
      <div class="menus">${saveMenu(host)} ${host.player ? keysMenu() : nothing}</div>
    </div>
  </div>`;
}

function iconButton(
  label: string,
  icon: TemplateResult,
  act: () => unknown,
  disabled = false,
  kind = '',
): TemplateResult {
  return html`<button
    type="button"
    class=${kind}
    aria-label=${label}
    title=${label}
    ?disabled=${disabled}
    @click=${act}
  >
    ${icon}
  </button>`;
}

const reseedButton = (reseed: () => void) => iconButton(say('reseed'), icons.reseed, reseed);

function playerControls(player: Player, { say, reseed }: ToolbarHost): TemplateResult {
  const { position, reached, playing } = player;
  const positionText = say('position', { position });
  return html`<div class="buttons" data-part="player" role="group" aria-label=${say('player')}>
      ${iconButton(say('rewind'), icons.rewind, () => player.rewind(), position === 0)}
      ${iconButton(say('back'), icons.back, () => player.back(), position === 0)}
      ${
        playing
          ? iconButton(say('pause'), icons.pause, () => player.pause(), false, 'primary play')
          : iconButton(say('play'), icons.play, () => player.play(), false, 'primary play')
      }
      ${iconButton(say('step'), icons.step, () => player.step(), player.atEnd)}
      ${reseed ? reseedButton(reseed) : nothing}
    </div>
    <input
      class="scrubber"
      data-part="player"
      type="range"
      min="0"
      step="1"
      .max=${String(Math.max(reached, 1))}
      .value=${String(position)}
      ?disabled=${reached === 0}
      aria-label=${say('scrubber')}
      aria-valuetext=${positionText}
      @input=${(event: InputEvent) => player.seek(Number((event.target as HTMLInputElement).value))}
    />
    <span class="position" data-part="player" aria-hidden="true">${positionText}</span>
    <select
      data-part="player"
      aria-label=${say('speed')}
      title=${say('speed')}
      @change=${(event: Event) => (player.speed = (event.target as HTMLSelectElement).value as Speed)}
    >
      ${Object.keys(SPEEDS).map(
        (speed) => html`<option value=${speed} ?selected=${speed === player.speed}>${say(`speed-${speed}`)}</option>`,
      )}
    </select>`;
}

const close = (event: Event): void => (event.currentTarget as Element).closest<Menu>('dh-menu')!.close();

function saveMenu(host: ToolbarHost): TemplateResult {
  const action = (label: string, act: () => unknown) =>
    html`<button
      type="button"
      @click=${(event: Event) => {
        close(event);
        void act();
      }}
    >
      ${label}
    </button>`;
  const savePicture = async (kind: 'png' | 'svg') => save(`${host.name}.${kind}`, await host.picture!(kind));
  const copy = async (text: string, done: string, note = '') =>
    host.tell(`${(await copyText(text)) ? say(done) : `${say('copy-by-hand')} ${text}`} ${note}`.trim());
  const csv = () => {
    const table = host.table?.();
    return table ? toCsv(table) : '';
  };
  return html`<dh-menu .label=${say('more')} .icon=${icons.more}>
    <div class="actions">
      ${action(say('copy-link'), () => copy(linkTo(host), 'link-copied', host.linkNote))}
      ${host.picture ? [action(say('save-png'), () => savePicture('png')), action(say('save-svg'), () => savePicture('svg'))] : nothing}
      ${
        host.table
          ? [
              // The mark tells spreadsheets that the file is UTF-8.
              action(say('save-csv'), () =>
                save(`${host.name}.csv`, new Blob(['\ufeff', csv()], { type: 'text/csv' })),
              ),
              action(say('copy-csv'), () => copy(csv(), 'csv-copied')),
            ]
          : nothing
      }
      ${action(say('reset'), () => host.reset())}
    </div>
  </dh-menu>`;
}

/** The address of this page with the figure as it is now. */
function linkTo(host: ToolbarHost): string {
  const parameters = host.linkParameters();
  return `${location.href.replace(/#.*$/, '')}#${host.name}${parameters ? `?${parameters}` : ''}`;
}

function keysMenu(): TemplateResult {
  const name = (key: string) => (key.startsWith('key-') ? say(key) : key);
  return html`<dh-menu .label=${say('keys')} .icon=${icons.keys}>
    <p class="keys-intro">${say('keys-intro')}</p>
    <dl class="keys">
      ${KEYS.map(
        ({ keys, does }) =>
          html`<dt>${keys.map((key) => html`<kbd>${name(key)}</kbd> `)}</dt>
            <dd>${say(does)}</dd>`,
      )}
    </dl>
    <p class="keys-intro">${say('key-handle')}</p>
  </dh-menu>`;
}
