/** A message as it lies in time: each sign with its marks as long as they sound, and the gaps after it. */
import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { explained } from '../../controls/explain.ts';
import type { MorseMessage, MorseSign, MorseSignal } from '../../core/puzzles/morse-types.ts';
import type { Say } from '../../language/strings.ts';
import { explainSign } from './words.ts';

/** Gaps longer than so many dots are drawn shorter, and say how long they are. */
const LONGEST_GAP = 36;

const long = (units: number) => styleMap({ '--units': String(units) });

const marks = ({ code }: MorseSign) =>
  [...code].map((mark) => html`<span class="mark" style=${long(mark === '-' ? 3 : 1)}></span>`);

function gap(seconds: number, dot: number) {
  const units = seconds / dot;
  if (units <= LONGEST_GAP) return html`<span class="gap" style=${long(units)}></span>`;
  return html`<span class="gap cut" style=${long(LONGEST_GAP)}>${seconds.toFixed(1)} s</span>`;
}

export function strip({ words }: MorseMessage, signal: MorseSignal, say: Say) {
  const { dot, letterGap, wordGap } = signal;
  const after = (word: number, sign: number) => {
    if (sign < words[word].length - 1) return gap(letterGap, dot);
    return word < words.length - 1 ? gap(wordGap, dot) : nothing;
  };
  return html`<div class="strip scroll" role="region" tabindex="0" aria-label=${say('strip')} data-part="strip">
    ${words.map((signs, word) =>
      signs.map(
        (sign, index) =>
          html`<span class="sign">
            <button
              type="button"
              class="letter"
              aria-label=${say('sign-units', { sign: sign.text, units: sign.units })}
              ${explained(() => explainSign(sign, dot, say))}
            >
              <span class="marks" aria-hidden="true">${marks(sign)}</span>
              <span aria-hidden="true">${sign.text}</span>
            </button>
            ${after(word, index)}
          </span>`,
      ),
    )}
  </div>`;
}
