import type { Community } from '../community/community.ts';
import { hostOf, isCutOff } from '../governance/servers.ts';
import type { House } from './house.ts';

/** For so long the list of communities here is not read again. */
const KNOWN_MS = 10_000;

/**
 * Whether every community of this server has cut a server off. Then nothing is fetched from it either: no community
 * here could use it. As long as one lets it in, it is spoken with for that one.
 */
export function createSuspendedByAll(
  house: Pick<House, 'communities' | 'states'>,
  wall: () => Date,
): (address: string) => Promise<boolean> {
  let known: { readonly until: number; readonly here: readonly Community[] } = { until: 0, here: [] };

  async function communitiesHere(): Promise<readonly Community[]> {
    const now = wall().getTime();
    if (now >= known.until) known = { until: now + KNOWN_MS, here: await house.communities.here() };
    return known.here;
  }

  return async (address) => {
    const host = hostOf(address);
    const here = await communitiesHere();
    for (const { iri } of here) {
      // A record that cannot be read decides nothing, and keeps nobody else from being spoken with.
      const state = await house.states.load(iri).catch(() => null);
      if (state === null || !isCutOff(state, host)) return false;
    }
    return here.length > 0;
  };
}
