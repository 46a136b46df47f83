import type { Organisation, PersonIri } from '../../community/ids.ts';
import type { CommunityState, Member } from '../state.ts';
import { type JuryPurpose, purposeKey } from './jury.ts';
import type { Pools } from './pool.ts';
import { namesOn } from './serving.ts';
import { juriesWanted } from './wanted.ts';

/** Who cannot judge a matter (governance.md §3.4). */
export interface Recusals {
  /** Under every name that is known of them. */
  readonly persons: ReadonlySet<PersonIri>;
  readonly organisations: readonly Organisation[];
}

export const NO_RECUSALS: Recusals = { persons: new Set(), organisations: [] };

/**
 * Everybody who cannot judge a matter: those whom the area that asks for the jury names, those whom only stores know of,
 * and whoever sat on an earlier jury in the same case.
 *
 * @param more from stores: reporters, aliases
 */
export function recusalsOn(state: CommunityState, purpose: JuryPurpose, pools: Pools, more = NO_RECUSALS): Recusals {
  const key = purposeKey(purpose);
  const wanted = juriesWanted(state).find((one) => purposeKey(one.purpose) === key);
  return {
    persons: new Set([...(wanted?.excluded ?? []), ...firstJurors(state, purpose, pools), ...more.persons]),
    organisations: [...new Set([...(wanted?.excludedOrganisations ?? []), ...more.organisations])],
  };
}

/** Whether somebody is recused, under any name she has or had. */
export function isRecused(
  { persons }: Recusals,
  { member, formerly = [] }: Pick<Member, 'member' | 'formerly'>,
): boolean {
  return persons.has(member) || formerly.some((name) => persons.has(name));
}

function firstJurors(state: CommunityState, purpose: JuryPurpose, pools: Pools): readonly PersonIri[] {
  if (purpose.kind !== 'appeal' && purpose.kind !== 'case') return [];
  const { case: id } = purpose;
  const first = [purposeKey({ kind: 'interim', case: id })];
  if (purpose.kind === 'appeal') first.push(purposeKey({ kind: 'case', case: id }));
  const juries = [...state.juries.values()].filter((one) => first.includes(purposeKey(one.purpose)));
  return juries.flatMap((jury) => namesOn(jury, pools, () => true));
}
