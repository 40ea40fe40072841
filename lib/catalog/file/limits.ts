/**
 * How much an unknown file may cost before anything walks it. A file of 430 bytes can name one value a billion times,
 * so what counts is the size after every alias is followed, and it is counted without expanding.
 */
export type ReadLimits = {
  charactersMax: number;
  /** Values after following aliases: scalars, lists and maps. */
  valuesMax: number;
  depthMax: number;
  aliasesMax: number;
};

export const DEFAULT_LIMITS: ReadLimits = {
  charactersMax: 2_000_000,
  valuesMax: 100_000,
  depthMax: 64,
  aliasesMax: 200,
};
