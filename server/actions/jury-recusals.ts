import type { PersonIri } from '../community/ids.ts';
import type { JuryPurpose } from '../governance/juries/jury.ts';
import { NO_RECUSALS, type Recusals } from '../governance/juries/recusals.ts';
import type { CommunityState } from '../governance/state.ts';
import type { House } from './house.ts';

type Asked<Kind> = Extract<JuryPurpose, { readonly kind: Kind }>;
type Finds = {
  readonly [Kind in JuryPurpose['kind']]: (
    house: Pick<House, 'people' | 'juryPools'>,
    state: CommunityState,
    purpose: Asked<Kind>,
  ) => Promise<Recusals>;
};

/**
 * Who cannot judge a matter beyond those whom the record names: reporters above all, who stand in no record. Each area
 * that asks for juries fills in its line.
 */
const FINDS: Finds = {
  case: async () => NO_RECUSALS,
  appeal: async () => NO_RECUSALS,
  /** Whoever proposed it is a party; those who challenge it, the state names. */
  async challenge(_, { proposals }, { proposal }) {
    const by = proposals.get(proposal)?.by;
    return by === undefined ? NO_RECUSALS : { ...NO_RECUSALS, persons: new Set([by as PersonIri]) };
  },
  interpretation: async () => NO_RECUSALS,
};

export function recusedByStores(
  house: Pick<House, 'people' | 'juryPools'>,
  state: CommunityState,
  purpose: JuryPurpose,
): Promise<Recusals> {
  const find = FINDS[purpose.kind] as (h: typeof house, s: CommunityState, p: JuryPurpose) => Promise<Recusals>;
  return find(house, state, purpose);
}
