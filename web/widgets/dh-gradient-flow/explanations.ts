/** What a layer's rows of the three plots say, and where they are. */
import type { Explanation } from '../../controls/explain.ts';
import type { ExplainedMark, MarkPlace } from '../../controls/explained-marks.ts';
import type { Histogram, LayerStatistics } from '../../core/training/types.ts';
import { equalsLatex, numberLatex } from '../../language/latex.ts';
import { format } from '../../language/strings.ts';
import type { Say } from '../../language/strings.ts';
import { sizePlaces, spanOf } from './drawing.ts';
import { sizeOf } from './view.ts';

/** A layer by its index, and what is asked for by its name. */
interface Asked {
  hidden: readonly LayerStatistics[];
  layer: number;
  say: Say;
}

const distribution = ({ mean, deviation, from, to }: Histogram) => ({
  mean: format(mean),
  deviation: format(deviation),
  from: format(from),
  to: format(to),
});

function explainValues({ hidden, layer, say }: Asked): Explanation {
  const { activations, deadUnits, saturated } = hidden[layer];
  return {
    title: say('explain-values', { layer: layer + 1 }),
    text: say('explain-values-words', {
      ...distribution(activations),
      dead: deadUnits,
      saturated: format(100 * saturated, 3),
    }),
  };
}

function explainSlopes({ hidden, layer, say }: Asked): Explanation {
  return {
    title: say('explain-slopes', { layer: layer + 1 }),
    text: say('explain-slopes-words', distribution(hidden[layer].gradients)),
  };
}

export function explainSize({ hidden, layer, say }: Asked): Explanation {
  const { gradients } = hidden[layer];
  const size = sizeOf(gradients);
  const compared = sizeOf(hidden.at(-1)!.gradients);
  return {
    title: say('explain-size', { layer: layer + 1, size: format(size) }),
    latex: `\\sqrt{(${numberLatex(gradients.mean)})^2 + (${numberLatex(gradients.deviation)})^2} ${equalsLatex(size)} ${numberLatex(size)}`,
    text: say('explain-size-words', { share: format(size / compared, 3) }),
  };
}

const marks = (
  asked: Omit<Asked, 'layer'>,
  placeOf: (layer: number) => MarkPlace,
  explain: (asked: Asked) => Explanation,
): ExplainedMark[] =>
  asked.hidden.map((_, layer) => ({
    at: placeOf(layer),
    label: asked.say('layer-mark', { layer: layer + 1 }),
    explain: () => explain({ ...asked, layer }),
  }));

/** A row is the target of its layer, from side to side. */
const acrossRows = (histograms: readonly Histogram[]) => {
  const [left, right] = spanOf(histograms) ?? [0, 1];
  return (layer: number): MarkPlace => ({ box: [left, layer + 1, right, layer + 2] });
};

export const valueMarks = (hidden: readonly LayerStatistics[], say: Say): ExplainedMark[] =>
  marks({ hidden, say }, acrossRows(hidden.map(({ activations }) => activations)), explainValues);

export const slopeMarks = (hidden: readonly LayerStatistics[], say: Say): ExplainedMark[] =>
  marks({ hidden, say }, acrossRows(hidden.map(({ gradients }) => gradients)), explainSlopes);

export const sizeMarks = (hidden: readonly LayerStatistics[], say: Say): ExplainedMark[] =>
  marks({ hidden, say }, (layer) => ({ point: sizePlaces(hidden)[layer] }), explainSize);
