import type { PersonIri } from '../../server/community/ids.ts';
import type { CommunityState } from '../../server/governance/state.ts';
import { CAPTOR, HOME, HOSTS, membersByHost, type World } from './world.ts';

export const hostOf = (person: PersonIri): string => new URL(person).host;
export const isCaptor = (person: PersonIri): boolean => hostOf(person) === CAPTOR;
export const isHere = (person: PersonIri): boolean => hostOf(person) === HOME;

/** Who may vote and propose by now, without those who rest, have left or were removed. */
export function tenured(state: CommunityState, now: Date): readonly PersonIri[] {
  const since = now.getTime() - state.charter.parameters.tenureDays * 86_400_000;
  return [...state.members.values()]
    .filter(({ joinedAt, leftAt, suspendedBy }) => !leftAt && !suspendedBy && joinedAt.getTime() <= since)
    .map(({ member }) => member);
}

/** The founder and the first nine, who are few enough that she acts provisionally. */
export async function foundGuild(world: World): Promise<PersonIri> {
  const founder = await world.meet(HOME, 'founder');
  const founded = await world.actions.foundCommunity({
    founder,
    name: 'guild',
    title: 'Guild',
    purpose: 'To live through a year.',
  });
  if (!founded.ok) throw new Error(founded.refusal.text);
  const joined = await world.actions.joinCommunity({ person: founder, community: world.guild });
  if (!joined.ok) throw new Error(joined.refusal.text);
  return founder;
}

/** Everybody else joins, a host after the other, in an order of chance. */
export async function joinAll(world: World, members: number, onJoin: (count: number) => void): Promise<void> {
  const all = HOSTS.flatMap((host) =>
    Array.from({ length: (membersByHost(members).get(host) ?? 0) - (host === HOME ? 1 : 0) }, (_, at) => ({
      host,
      name: `${host.split('.')[0]}${at + 1}`,
    })),
  );
  let count = 1;
  for (const { host, name } of world.chance.some(all, all.length)) {
    await world.join(host, name);
    count += 1;
    onJoin(count);
  }
}
