/** What can be known in a game: the secrets left, the best guesses, the answers of one of them, and the computer's whole strategy. */
import { html, nothing } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { explained } from '../../controls/explain.ts';
import { group } from '../../controls/group.ts';
import type { BaseballGuess, StrategyResult } from '../../core/puzzles/types.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import type { Hints } from './model.ts';
import { explainGuess, explainPart, marks, scoreWords } from './words.ts';

/** How many of the secrets left are written out. */
const WRITTEN = 60;

const bar = (share: number) =>
  html`<span class="track" aria-hidden="true" style=${styleMap({ '--share': `${100 * share}%` })}></span>`;

interface Answers {
  say: Say;
  consider(guess: string): void;
}

export function hintPanels(hints: Hints, candidates: readonly string[], answering: Answers) {
  const { say } = answering;
  return html`<div class="panels" data-part="hints">
    ${ranking(hints, answering)} ${answers(hints.considered, candidates.length, say)} ${secretsLeft(candidates, say)}
  </div>`;
}

function ranking({ kinds, considered }: Hints, { say, consider }: Answers) {
  const most = kinds[0].bits;
  return group(
    say('best'),
    html`<table>
        <thead>
          <tr>
            <th scope="col">${say('guess')}</th>
            <th scope="col" class="wide">${say('bits')}</th>
            <th scope="col">${say('expected-left')}</th>
            <th scope="col">${say('many')}</th>
          </tr>
        </thead>
        <tbody>
          ${kinds.map(
            ({ guess, bits, possible, expectedLeft, many }) =>
              html`<tr>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed=${guess === considered.guess}
                    aria-label=${say(possible ? 'consider-possible' : 'consider', { guess })}
                    @click=${() => consider(guess)}
                  >
                    ${guess}${possible ? html`<span aria-hidden="true">★</span>` : nothing}
                  </button>
                </th>
                <td><span class="measured">${bar(most > 0 ? bits / most : 0)}${bits.toFixed(3)}</span></td>
                <td>${format(expectedLeft, 3)}</td>
                <td>${say('so-many-numbers', { count: many })}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="note">${say('star')}</p>`,
  );
}

function answers(considered: BaseballGuess, left: number, say: Say) {
  const { guess, bits, parts, largest } = considered;
  return html`<div data-part="parts">
    ${group(
      say('answers-to', { guess }),
      html`<ul class="bars">
          ${parts.map((part) => {
            const score = scoreWords(part, say);
            return html`<li class=${part.count === 0 ? 'none' : nothing}>
              ${marks(part)}
              <span class="score">${score}</span>
              ${bar(part.count / largest)}
              <button
                type="button"
                aria-label=${say('part', { score, count: part.count })}
                ${explained(() => explainPart(part, left, say))}
              >
                ${say('so-many-numbers', { count: part.count })}
              </button>
            </li>`;
          })}
        </ul>
        <p class="note">
          ${say('average-bits')}
          <button
            type="button"
            aria-label=${say('guess-bits', { guess, bits: format(bits) })}
            ${explained(() => explainGuess(considered, left, say))}
          >
            ${say('so-many-bits', { bits: format(bits) })}
          </button>
        </p>`,
    )}
  </div>`;
}

function secretsLeft(candidates: readonly string[], say: Say) {
  const rest = candidates.length - WRITTEN;
  return html`<div class="whole" data-part="candidates">
    ${group(
      say('candidates', { left: candidates.length }),
      html`<p class="numbers">
        ${candidates.slice(0, WRITTEN).map((number) => html`<span>${number}</span> `)}
        ${rest > 0 ? html`<span>${say('and-more', { rest })}</span>` : nothing}
      </p>`,
    )}
  </div>`;
}

/** How many of the secrets the computer finds with the first, second … guess. */
export function strategyPanel({ secrets, average, worst }: StrategyResult, say: Say) {
  const all = secrets.reduce((sum, count) => sum + count, 0);
  const largest = Math.max(...secrets);
  return html`<div data-part="strategy">
    ${group(
      say('strategy'),
      html`<p class="note">
          ${say('strategy-result', { all, average: average.toFixed(4), worst, last: secrets[worst - 1] })}
        </p>
        <ul class="bars">
          ${secrets.map(
            (count, index) =>
              html`<li class="tally">
                <span>${say('so-many-guesses', { guesses: index + 1 })}</span>
                ${bar(count / largest)}
                <span class="count">${say('so-many-numbers', { count })}</span>
              </li>`,
          )}
        </ul>`,
    )}
  </div>`;
}
