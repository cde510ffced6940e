/** The weights of each unit of the first layer as a picture: where it wants ink, and where it wants none. */
import { css, html } from 'lit';
import { explained } from '../../controls/explain.ts';
import type { Explanation } from '../../controls/explain.ts';
import { focusButtonByKey } from '../../controls/nearest.ts';
import { PIXELS } from '../../figures/networks/digit-images.ts';
import { equalsLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { bitmap } from './bitmap.ts';
import type { Look, Reading } from './lab.ts';

export const wallStyles = css`
  .wall .units {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(2.25rem, 1fr));
    gap: 2px;
  }
  .wall button.explained {
    display: block;
    line-height: 0;
  }
  .wall button.explained:hover {
    outline: 2px solid var(--dh-accent);
  }
  .wall canvas {
    width: 100%;
    image-rendering: pixelated;
  }
`;

/** Slices of the parameters, made once for each look so that each picture is painted once. */
const slices = new WeakMap<Float64Array, { weights: Float64Array[]; reach: number }>();

function weightsOf({ parameters, layers }: Look): { weights: Float64Array[]; reach: number } {
  let found = slices.get(parameters);
  if (!found) {
    const { weights: first, units } = layers[1];
    const weights = Array.from({ length: units }, (_, unit) =>
      parameters.subarray(first + unit * PIXELS, first + (unit + 1) * PIXELS),
    );
    const squares = weights.map((numbers) => numbers.reduce((sum, number) => sum + number * number, 0));
    // Three deviations fill the colours: a few large weights must not pale all others.
    const reach = 3 * Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / (units * PIXELS)) || 1;
    slices.set(parameters, (found = { weights, reach }));
  }
  return found;
}

export function weightWall(say: Say, look: Look, reading: Reading | undefined) {
  const { weights, reach } = weightsOf(look);
  const hidden = look.layers.length > 2;
  return html`<section class="wall" data-part="weights" aria-label=${say('weights')}>
    <p class="name">${say('weights')}</p>
    <p class="words">${say(hidden ? 'weights-words' : 'weights-of-digits')}</p>
    <div class="units" role="group" aria-label=${say('weights')} @keydown=${focusButtonByKey}>
      ${weights.map(
        (numbers, unit) =>
          html`<button
            type="button"
            tabindex=${unit === 0 ? 0 : -1}
            aria-label=${say(hidden ? 'unit' : 'unit-of-digit', { unit: hidden ? unit + 1 : unit })}
            ${explained(() => explain(say, look, reading, unit))}
          >
            <canvas aria-hidden="true" ${bitmap(numbers, 'signed', reach)}></canvas>
          </button>`,
      )}
    </div>
  </section>`;
}

/** The sum that a unit forms of the picture that is looked at. */
function explain(say: Say, { parameters, layers }: Look, reading: Reading | undefined, unit: number): Explanation {
  const hidden = layers.length > 2;
  const title = say(hidden ? 'unit' : 'unit-of-digit', { unit: hidden ? unit + 1 : unit });
  const bias = parameters[layers[1].biases + unit];
  if (!reading) return { title, text: say('explain-unit-none', { bias: format(bias) }) };
  const { sums, outputs } = reading.trace[1];
  const sum = sums[unit];
  return {
    title,
    latex: `z = \\sum_{i=1}^{${PIXELS}} w_i x_i + b ${equalsLatex(sum, 4)} ${numberLatex(sum - bias, 4)} ${bias < 0 ? '-' : '+'} ${numberLatex(Math.abs(bias), 4)} ${equalsLatex(sum, 4)} ${numberLatex(sum, 4)}`,
    text: say(hidden ? 'explain-unit' : 'explain-score', { output: format(outputs[unit]) }),
  };
}
