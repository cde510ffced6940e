interface Freeable {
  free(): unknown;
}

/** Waits for several things of the core. If one cannot be had the others are freed, and its error is thrown. */
export async function allOrNone<Thing extends Freeable>(promises: readonly Promise<Thing>[]): Promise<Thing[]> {
  const outcomes = await Promise.allSettled(promises);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  const things = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  if (!failed) return things;
  for (const thing of things) void thing.free();
  throw failed.reason;
}
