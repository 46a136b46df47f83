import type { Verdict } from './jury.ts';

/** Juries, as the record has them. */
export interface JuriesState {
  /** What was decided, by purpose (`purposeKey`). */
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

export const NO_JURIES: JuriesState = { verdicts: new Map() };
