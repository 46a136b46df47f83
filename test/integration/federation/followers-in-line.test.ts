import { setTimeout as pass } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signRequest } from '../../../federation/signatures/sign-request.ts';
import type { CommunityIri, PersonIri } from '../../../server/community/ids.ts';
import { send } from '../../support/http-client.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { until } from '../../support/wait.ts';

/** A community on north; bob and carol of south belong to it. */
let north: RunningServer;
let south: RunningServer;
let guild: CommunityIri;
let alice: PersonIri;
let bob: PersonIri;
let carol: PersonIri;

beforeAll(async () => {
  [north, south] = await Promise.all([runServer('north.localhost'), runServer('south.localhost')]);
  alice = await account(north, 'alice');
  guild = (await community(north, alice, 'guild')).iri;
  [bob, carol] = [await account(south, 'bob'), await account(south, 'carol')];
  await meet(south);
  for (const person of [bob, carol]) await joins(person);
});

afterAll(async () => {
  await Promise.all([north?.stop(), south?.stop()]);
});

/** Another server learns who the community is. */
async function meet(server: RunningServer): Promise<void> {
  const known = await north.house.communities.byIri(guild);
  if (known === null) throw new Error('north does not know its own community');
  const { founder: _, ...elsewhere } = known;
  await server.house.communities.keepElsewhere({ ...elsewhere, home: 'elsewhere' });
}

const stands = async (server: RunningServer, person: PersonIri) =>
  (await server.house.follows.get(person, guild))?.state ?? 'nothing';

async function joins(person: PersonIri): Promise<void> {
  must(await south.actions.joinCommunity({ person, community: guild }));
  await until('both know it', async () => (await stands(south, person)) === 'accepted');
}

/** Something is lost: one side forgets what the other still knows. */
const forget = (server: RunningServer, person: PersonIri) =>
  server.database.db.collection('follows').updateOne({ follower: person, target: guild }, { $set: { state: 'ended' } });

const posts = async (text: string) => must(await north.actions.publishPost({ author: alice, community: guild, text }));

/** The list as somebody gets it, signed by an actor of south or by nobody. */
async function listFor(signer?: PersonIri) {
  const url = `${guild}/followers_synchronization`;
  const key = signer && (await south.house.keys.signingKey(signer));
  const signed = key ? await signRequest({ method: 'GET', url, ...key, now: new Date() }) : {};
  const headers = { Accept: 'application/activity+json', Host: new URL(url).host, ...signed };
  return send(north.port, { path: new URL(url).pathname, headers });
}

describe('two servers that disagree about who follows whom (FEP-8fcf)', () => {
  it('agree after the next post: one whom the community forgot is no longer shown as its member', async () => {
    await forget(north, bob);
    await posts('Who is still with us?');
    await until('bob is out on south too', async () => (await stands(south, bob)) === 'ended');
    expect(await stands(south, carol)).toBe('accepted');
  });

  it('agree the other way round: one who left without being heard is let go', async () => {
    const again = await runServer('east.localhost');
    try {
      const dora = await account(again, 'dora');
      await meet(again);
      must(await again.actions.joinCommunity({ person: dora, community: guild }));
      const state = async (server: RunningServer) => (await server.house.follows.get(dora, guild))?.state;
      await until('dora belongs to it', async () => (await state(again)) === 'accepted');
      await forget(again, dora);
      await until('north believes she does', async () => (await state(north)) === 'accepted');
      await pass(2000); // What is said of followers was counted a moment ago, before she came.
      await posts('And who else?');
      await until('north lets her go', async () => (await state(north)) === 'ended');
    } finally {
      await again.stop();
    }
  });

  it('give the list of a server’s own followers to that server, and to nobody else', async () => {
    const answer = await listFor(carol);
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect(JSON.parse(answer.text)).toMatchObject({ type: 'OrderedCollection', orderedItems: [carol] });
    expect((await listFor()).status).toBe(404);
  });
});
