import type { ActorIri, JuryId, PersonIri } from '../community/ids.ts';
import { namesOf } from '../governance/ballots.ts';
import { type JuryPurpose, purposeKey } from '../governance/juries/jury.ts';
import { checkPool, type Pool, type Pools } from '../governance/juries/pool.ts';
import { type Recusals, recusalsOn } from '../governance/juries/recusals.ts';
import { placeOf } from '../governance/juries/seating.ts';
import type { Jury } from '../governance/juries/state.ts';
import type { CommunityState } from '../governance/state.ts';
import type { House } from './house.ts';
import { recusedByStores } from './jury-recusals.ts';

export type JuryNeeds = Pick<House, 'people' | 'juryPools' | 'reports'>;

/** What decisions about a jury rest on besides the state. */
export interface JuryFacts {
  readonly pools: Pools;
  readonly recusals: Recusals;
}

export async function factsFor(house: JuryNeeds, state: CommunityState, purpose: JuryPurpose): Promise<JuryFacts> {
  const [pools, more] = await Promise.all([
    house.juryPools.of(state.community),
    recusedByStores(house, state, purpose),
  ]);
  const named = recusalsOn(state, purpose, pools, more);
  return { pools, recusals: { ...named, persons: await underEveryName(house, state, named.persons) } };
}

/**
 * Those persons under every name that is known of them: what their servers say of other accounts of theirs, and what the
 * servers of members say of those (MOD-03: their alias).
 */
async function underEveryName(
  house: JuryNeeds,
  { members }: CommunityState,
  persons: Recusals['persons'],
): Promise<Recusals['persons']> {
  if (persons.size === 0) return persons;
  const known = await house.people.byIris([...new Set([...persons, ...members.keys()])]);
  const names = new Set<ActorIri>(persons);
  for (const person of persons) {
    const { alsoKnownAs = [], movedTo } = known.get(person) ?? {};
    for (const name of [...alsoKnownAs, ...(movedTo === undefined ? [] : [movedTo])]) names.add(name);
    for (const name of members.get(person)?.formerly ?? []) names.add(name);
  }
  for (const { iri, alsoKnownAs = [], movedTo } of known.values()) {
    const others = [...alsoKnownAs, ...(movedTo === undefined ? [] : [movedTo])];
    if (others.some((name) => names.has(name))) names.add(iri);
  }
  return names as ReadonlySet<PersonIri>;
}

/** A jury's pool, if it is the one that was frozen; anything else somebody put into the database. */
export function wholePool(jury: Jury, pools: Pools): Pool | null {
  const pool = pools.get(jury.id);
  return pool !== undefined && checkPool(pool, jury) ? pool : null;
}

/** Somebody's place on a jury, from 1, or `null`. */
export async function seatOf(
  house: Pick<House, 'juryPools'>,
  state: CommunityState,
  { jury: id, person }: { readonly jury: JuryId; readonly person: PersonIri },
): Promise<number | null> {
  const jury = state.juries.get(id);
  if (jury === undefined || jury.seats.length === 0) return null;
  const pool = wholePool(jury, await house.juryPools.of(state.community));
  return pool === null ? null : placeOf(jury, pool, namesOf(state, person));
}

/** Whether somebody is on the jury for a matter, the last one where others gave way to it: then she may see what it rests on. */
export async function isJurorOn(
  house: Pick<House, 'juryPools'>,
  state: CommunityState,
  { purpose, person }: { readonly purpose: JuryPurpose; readonly person: PersonIri },
): Promise<boolean> {
  const key = purposeKey(purpose);
  const jury = [...state.juries.values()].findLast((one) => purposeKey(one.purpose) === key);
  return jury !== undefined && (await seatOf(house, state, { jury: jury.id, person })) !== null;
}
