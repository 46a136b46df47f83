import type { CaseId, PersonIri } from '../community/ids.ts';
import { organisation } from '../community/ids.ts';
import type { JuryPurpose } from '../governance/juries/jury.ts';
import { NO_RECUSALS, type Recusals } from '../governance/juries/recusals.ts';
import type { CommunityState } from '../governance/state.ts';
import type { House } from './house.ts';

type Asked<Kind> = Extract<JuryPurpose, { readonly kind: Kind }>;
type Finds = {
  readonly [Kind in JuryPurpose['kind']]: (
    house: Pick<House, 'people' | 'juryPools' | 'reports'>,
    state: CommunityState,
    purpose: Asked<Kind>,
  ) => Promise<Recusals>;
};

/**
 * Who cannot judge a matter beyond those whom the record names: reporters above all, who stand in no record. Each area
 * that asks for juries fills in its line.
 */
const FINDS: Finds = {
  case: (house, state, purpose) => reportersOf(house, state, purpose.case),
  appeal: (house, state, purpose) => reportersOf(house, state, purpose.case),
  interim: (house, state, purpose) => reportersOf(house, state, purpose.case),
  /** Whoever proposed it is a party; those who challenge it, the state names. */
  async challenge(_, { proposals }, { proposal }) {
    const by = proposals.get(proposal)?.by;
    return by === undefined ? NO_RECUSALS : { ...NO_RECUSALS, persons: new Set([by as PersonIri]) };
  },
  interpretation: async () => NO_RECUSALS,
};

/**
 * Who reported what a case is about, and whence (governance.md §3.4, Recuse). They stand in no record; that somebody is
 * passed over for this reason is told to nobody.
 */
async function reportersOf(
  { reports }: Pick<House, 'reports'>,
  { community, members }: CommunityState,
  id: CaseId,
): Promise<Recusals> {
  const all = await reports.inCase(community, id);
  const hidden = await Promise.all(all.map((report) => reports.hidden(report.id)));
  const persons = hidden.flatMap(({ reporter }) => reporter ?? []);
  const theirs = persons.flatMap((person) => members.get(person)?.organisation ?? []);
  return { persons: new Set(persons), organisations: [...theirs, ...all.map(({ from }) => organisation(from))] };
}

export function recusedByStores(
  house: Pick<House, 'people' | 'juryPools' | 'reports'>,
  state: CommunityState,
  purpose: JuryPurpose,
): Promise<Recusals> {
  const find = FINDS[purpose.kind] as (h: typeof house, s: CommunityState, p: JuryPurpose) => Promise<Recusals>;
  return find(house, state, purpose);
}
