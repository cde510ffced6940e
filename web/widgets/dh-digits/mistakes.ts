/** The test pictures that the network reads wrongly, the pairs it confuses most often, and a way to look at each. */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { focusButtonByKey } from '../../controls/nearest.ts';
import { pictureOf } from '../../figures/networks/digit-images.ts';
import type { DigitImages } from '../../figures/networks/digit-images.ts';
import type { Say } from '../../language/strings.ts';
import { bitmap } from './bitmap.ts';
import { DIGITS } from './fields.ts';
import type { Lab, Look } from './lab.ts';
import type { State } from './model.ts';
import { wrongOnes } from './report.ts';
import { percent } from './words.ts';

export const mistakeStyles = css`
  :is(.mistakes, .wall) .name {
    font-weight: 600;
  }
  :is(.mistakes, .wall) p {
    margin: 0;
  }
  :is(.mistakes, .wall) .words {
    margin-block-end: var(--space-1);
    color: var(--dh-ink-soft);
  }
  .mistakes ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(3.5rem, 1fr));
    gap: var(--space-1);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .mistakes li button {
    position: relative;
    display: grid;
    width: 100%;
    height: auto;
    padding: 2px;
    line-height: 1.3;
    color: var(--dh-ink);
  }
  .mistakes li button[aria-pressed='true'] {
    border-color: var(--dh-accent);
    box-shadow: inset 0 0 0 1px var(--dh-accent);
  }
  .mistakes canvas {
    width: 100%;
    image-rendering: pixelated;
  }
`;

/** So many are shown. */
const MOST_SHOWN = 60;
const MOST_PAIRS = 3;

/** The pictures as numbers, made once each. */
const pictures = new Map<number, Float32Array>();
function pictureIn(images: DigitImages, image: number): Float32Array {
  let picture = pictures.get(image);
  if (!picture) pictures.set(image, (picture = pictureOf(images, image)));
  return picture;
}

export function mistakes(of: {
  say: Say;
  lab: Lab;
  look: Look;
  images: DigitImages;
  state: State;
  choose(image: number): void;
}) {
  const { say, look, images, state, choose } = of;
  const wrong = wrongOnes(look, images.digits);
  const shown = wrong.slice(0, MOST_SHOWN);
  const current = Math.max(0, shown.findIndex(({ image }) => image === state.image)); // prettier-ignore
  return html`<section class="mistakes" data-part="mistakes" aria-label=${say('mistakes')}>
    <p class="name">${say('mistakes')}</p>
    <p class="words">
      ${say(wrong.length > shown.length ? 'mistakes-first' : 'mistakes-words', { count: wrong.length, shown: shown.length })}
      ${pairs(say, look)}
    </p>
    ${
      shown.length === 0
        ? nothing
        : html`<ul @keydown=${focusButtonByKey}>
            ${repeat(
              shown,
              ({ image }) => image,
              ({ image, digit, taken, sure }, index) =>
                html`<li>
                  <button
                    type="button"
                    tabindex=${index === current ? 0 : -1}
                    aria-pressed=${image === state.image}
                    @click=${() => choose(image)}
                  >
                    <canvas aria-hidden="true" ${bitmap(pictureIn(images, image), 'ink')}></canvas>
                    <span>${digit} → ${taken}</span>
                    <span class="hidden-visually">${say('mistake', { digit, taken, sure: percent(sure) })}</span>
                  </button>
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

/** Which digit is taken for which, the most frequent first. */
function pairs(say: Say, { metrics }: Look): string {
  const found = (metrics.test?.confusion ?? [])
    .map((count, index) => ({ count, digit: Math.floor(index / DIGITS), taken: index % DIGITS }))
    .filter(({ count, digit, taken }) => count > 0 && digit !== taken)
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_PAIRS);
  if (found.length === 0) return '';
  return say('pairs', { pairs: found.map((pair) => say('pair', pair)).join(', ') });
}
