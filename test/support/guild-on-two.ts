import type { CommunityIri, PersonIri } from '../../server/community/ids.ts';
import { account, community, must } from './people.ts';
import { type RunningServer, runServer } from './running-server.ts';
import { Visitor } from './visitor.ts';
import { until } from './wait.ts';

/** A guild on north, which alice founded and bob joined; dora takes part from her own server south. */
export interface GuildOnTwo {
  readonly north: RunningServer;
  readonly south: RunningServer;
  readonly guild: CommunityIri;
  /** Each at her browser, signed in. */
  readonly alice: Visitor;
  readonly bob: Visitor;
  readonly dora: Visitor;
  readonly doraIri: PersonIri;
  /** The path of the guild's page on south. */
  readonly there: string;
  readonly stop: () => Promise<unknown>;
}

export async function guildOnTwo(): Promise<GuildOnTwo> {
  const [north, south] = await Promise.all([runServer('north.localhost'), runServer('south.localhost')]);
  const guild = (await community(north, await account(north, 'alice'), 'guild')).iri;
  must(await north.actions.joinCommunity({ person: await account(north, 'bob'), community: guild }));
  const doraIri = await account(south, 'dora');
  const [alice, bob, dora] = await Promise.all([
    signedIn(north, 'alice'),
    signedIn(north, 'bob'),
    signedIn(south, 'dora'),
  ]);
  await dora.submit('/communities/lookup', { address: guild });
  must(await south.actions.joinCommunity({ person: doraIri, community: guild }));
  await until('dora is a member', async () => (await south.house.follows.get(doraIri, guild))?.state === 'accepted');
  const there = `/communities/guild@${north.house.addresses.host}`;
  return {
    north,
    south,
    guild,
    alice,
    bob,
    dora,
    doraIri,
    there,
    stop: () => Promise.all([north.stop(), south.stop()]),
  };
}

async function signedIn(server: RunningServer, name: string): Promise<Visitor> {
  const visitor = new Visitor(server);
  await visitor.signIn(name, 'a long enough password');
  return visitor;
}
