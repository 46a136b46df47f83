/** Who votes for whom, as the record has it. */
export type DelegationsState = Readonly<Record<never, never>>;

export const NO_DELEGATIONS: DelegationsState = {};
