import type { Community } from '../community/community.ts';
import type { CommunityIri } from '../community/ids.ts';
import { refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { Change } from '../governance/proposal.ts';
import { mirrorNext } from '../governance/rules/instance.ts';
import { isInstance } from '../governance/rules/precedence.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<House, 'communities' | 'states' | 'record' | 'clock' | 'random' | 'wake'>;

/** The home community of this server: the first that was founded here. */
export async function homeCommunity({ communities }: Pick<House, 'communities'>): Promise<Community | null> {
  const [home] = await communities.here();
  return home ?? null;
}

/** Rules of the whole server are proposed in its home community alone; `null` where nothing is in the way. */
export async function wrongScope(house: Pick<House, 'communities'>, community: CommunityIri, change: Change) {
  if (!('rule' in change) || !isInstance(change.rule)) return null;
  const home = await homeCommunity(house);
  if (home?.iri === community) return null;
  return refused(
    'bad-rule',
    home === null
      ? 'Rules of the whole server are decided in its home community. Propose it there, or for this community alone.'
      : said`Rules of the whole server are decided in its home community, ${home.title}. Propose it there, or for this community alone.`,
  );
}

/**
 * Brings the records of this server's communities into line with what the home community has decided for all of them:
 * of one community, where one has just been founded, else of every one. Doing it again changes nothing.
 */
export async function mirrorInstanceRules(house: Needs, only?: CommunityIri): Promise<void> {
  const [home, ...others] = await house.communities.here();
  if (home === undefined) return;
  const failed: unknown[] = [];
  for (const { iri } of only === undefined ? others : others.filter((other) => other.iri === only)) {
    // One whose record was changed in the database holds up no other.
    await mirrorInto(house, home.iri, iri).catch((cause) => failed.push(cause));
  }
  if (failed.length > 0) throw failed[0];
}

async function mirrorInto(house: Needs, home: CommunityIri, community: CommunityIri): Promise<void> {
  for (let recorded = true; recorded; ) {
    const decided = await house.states.load(home);
    if (decided === null) return;
    const done = await decideAndRecord(house, community, (state, now) => mirrorNext({ state, home: decided, now }));
    recorded = done.ok;
  }
}
