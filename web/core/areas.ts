/**
 * The areas of the core, which pages load apart from each other. One is its line here, `src/<area>/`, `src/bindings/bind_<area>*.cpp` and
 * `web/core/<area>/`: nothing else names it. cmake/wasm.cmake reads the lines too, so each stays on one.
 */
export const AREAS = {
  calculus: { needs: [], load: () => import('./calculus/direct.ts') },
  optimize: { needs: ['calculus'], load: () => import('./optimize/direct.ts') },
  tape: { needs: ['calculus'], load: () => import('./tape/direct.ts') },
  equivalence: { needs: ['calculus'], load: () => import('./equivalence/direct.ts') },
  'many-runs': { needs: ['optimize'], load: () => import('./many-runs/direct.ts') },
  regression: { needs: [], load: () => import('./regression/direct.ts') },
  data: { needs: [], load: () => import('./data/direct.ts') },
  neural: { needs: ['data'], load: () => import('./neural/direct.ts') },
  training: { needs: ['neural'], load: () => import('./training/direct.ts') },
  piecewise: { needs: ['neural'], load: () => import('./piecewise/direct.ts') },
  probability: { needs: [], load: () => import('./probability/direct.ts') },
  'monte-carlo': { needs: ['calculus', 'probability'], load: () => import('./monte-carlo/direct.ts') },
  batches: { needs: [], load: () => import('./batches/direct.ts') },
  puzzles: { needs: [], load: () => import('./puzzles/direct.ts') },
} as const satisfies Record<string, { needs: readonly string[]; load(): Promise<{ methods(module: never): object }> }>;

export type AreaName = keyof typeof AREAS;

type Methods<Name extends AreaName> = ReturnType<Awaited<ReturnType<(typeof AREAS)[Name]['load']>>['methods']>;
type Together<T> = (T extends unknown ? (each: T) => void : never) extends (all: infer All) => void ? All : never;

/** What some areas answer, all of them unless told. */
export type Core<Name extends AreaName = AreaName> = Together<Name extends AreaName ? Methods<Name> : never>;

/** What an area answers over a module that has it, or will have it. */
export async function methodsOf(name: AreaName, loaded: unknown): Promise<object> {
  const [{ methods }, module] = await Promise.all([AREAS[name].load(), loaded]);
  return methods(module as never);
}
