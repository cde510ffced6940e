/**
 * Whether a key belongs to an input method, whose Enter ends a syllable and means nothing else. Safari ends the composition before it tells the
 * key, and lets only the old key code say where it went.
 */
export const composes = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;
