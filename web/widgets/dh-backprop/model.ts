/** The calculation as a graph, gone through by the core, and what two other ways say of its gradients. */
import { CoreError } from '../../core/error.ts';
import { getCore } from '../../core/core.ts';
import type { RemoteExpression } from '../../core/calculus/types.ts';
import type { StateOf } from '../../fields/fields.ts';
import { plan } from '../../widget/plan.ts';
import type { ModelOf } from '../../widget/plan.ts';
import { checkGradients } from './check.ts';
import { fields } from './fields.ts';
import { namesIn, networkFormula, valueOf } from './formula.ts';
import { graphOf, isConstant } from './graph.ts';
import { Passes } from './passes.ts';

export type State = StateOf<typeof fields>;

export interface Formula {
  text: string;
  names: readonly string[];
  expression: RemoteExpression;
}

/** More boxes than these nobody follows with the eye. */
const MOST_NODES = 40;

export const model = plan(fields)
  .derive('typed', ['expression'], async ({ expression }) => readFormula(expression, namesIn(expression)))
  .derive('network', ['source', 'hidden', 'activation'], async ({ source, hidden, activation }) => {
    if (source !== 'network') return undefined;
    const { text, names } = networkFormula(hidden, activation);
    return readFormula(text, names);
  })
  .derive(
    'formula',
    ['typed', 'network', 'expression', 'hidden', 'activation'],
    ({ typed, network, expression, hidden, activation }): Formula =>
      network
        ? { ...networkFormula(hidden, activation), expression: network }
        : { text: expression, names: namesIn(expression), expression: typed },
  )
  .derive('understood', ['typed'], async ({ typed }) => {
    const [latex, doubts] = await Promise.all([typed.latex, typed.doubts]);
    return { latex, doubts };
  })
  .derive('leaves', ['formula', 'source', 'values'], ({ formula, source, values }) =>
    formula.names.map((name) => ({ name, value: valueOf(name, { source, values }) })),
  )
  .derive('graph', ['formula', 'leaves'], async ({ formula, leaves }) =>
    graphOf(
      formula,
      leaves.map(({ value }) => value),
    ),
  ) // prettier-ignore
  .derive('check', ['formula', 'leaves'], ({ formula, leaves }) => checkGradients(formula.expression, leaves))
  .derive('passes', ['graph', 'quiz'], ({ graph, quiz }) => new Passes(graph, quiz));

export type Model = ModelOf<typeof model>;

async function readFormula(text: string, names: readonly string[]): Promise<RemoteExpression> {
  const core = await getCore('tape', 'calculus');
  const expression = await core.expression(text, names);
  const tape = await core.tape({ expression: text, variables: names, values: names.map(() => 1) });
  const nodes = await tape.nodes();
  await tape.free();
  const drawn = nodes.filter((node) => !isConstant(node)).length;
  if (drawn === 0 || names.length === 0) throw new CoreError({ code: 'no-variable', parameter: 'expression' });
  if (drawn > MOST_NODES)
    throw new CoreError({
      code: 'too-many-nodes',
      parameter: 'expression',
      value: drawn,
      expected: String(MOST_NODES),
    });
  return expression;
}
