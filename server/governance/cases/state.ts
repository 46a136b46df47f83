/** Cases and sanctions, as the record has them. */
export type CasesState = Readonly<Record<never, never>>;

export const NO_CASES: CasesState = {};
