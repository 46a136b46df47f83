import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { adoptChange, days } from '../../support/adopted-rule.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

interface Side {
  readonly server: RunningServer;
  readonly founder: PersonIri;
  readonly home: CommunityIri;
}
let north: Side;
let south: Side;

async function side(server: RunningServer, founder: string, name: string): Promise<Side> {
  const iri = await account(server, founder);
  return { server, founder: iri, home: (await community(server, iri, name)).iri };
}

/** Whoever looks a community up makes it known at her server. */
async function lookUp(at: Side, other: Side): Promise<void> {
  const visitor = new Visitor(at.server);
  await visitor.signIn(at === north ? 'ana' : 'sol', 'a long enough password');
  expect((await visitor.submit('/communities/lookup', { address: other.home })).status).toBe(303);
}

beforeAll(async () => {
  const first = await runServer('north.localhost');
  const second = await runServer('south.localhost', { TEST_CLOCK: first.clock.file });
  north = await side(first, 'ana', 'guild');
  // One clock drives both.
  south = await side({ ...second, clock: first.clock }, 'sol', 'forge');
  await lookUp(north, south);
  await lookUp(south, north);
  await days(first, 31);
});

afterAll(async () => {
  await Promise.all([north?.server.stop(), south?.server.stop()]);
});

const link = (at: Side, to: Side, kind: 'link-community' | 'unlink-community' = 'link-community') =>
  adoptChange(at.server, at.home, [at.founder], { kind, community: to.home });
const stateAt = async (at: Side, from: Side, to: Side) =>
  (await at.server.house.follows.get(from.home, to.home))?.state;
const received = (at: Side) => at.server.database.db.collection('received').countDocuments();
const page = async (at: Side, name: string) => (await new Visitor(at.server).get(`/communities/${name}`)).text;
async function quiet(): Promise<void> {
  for (let rounds = 0; rounds < 5; rounds += 1) {
    for (const { server } of [north, south]) await server.settle();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('two communities', () => {
  it('are not linked by the decision of one: the other keeps its asking', async () => {
    await link(north, south);
    await until('south is asked', async () => (await stateAt(south, north, south)) === 'requested');
    expect(await stateAt(north, north, south)).toBe('requested');
    expect(await south.server.house.follows.countFollowers(south.home)).toBe(1);
  });

  it('are linked when the other decides the same', async () => {
    await link(south, north);
    for (const at of [north, south]) {
      await until('both follow each other', async () =>
        [await stateAt(at, north, south), await stateAt(at, south, north)].every((state) => state === 'accepted'),
      );
    }
  });

  it('show each other’s posts under their own name, and pass nothing on again: nothing goes round', async () => {
    await quiet();
    const before = [await received(north), await received(south)];
    const text = 'Does anybody know a good lathe?';
    const ask = { author: north.founder, community: north.home, title: 'Lathes', text };
    const written = must(await north.server.actions.publishPost(ask));
    await until('south shows it', async () => (await page(south, 'forge')).includes('Lathes'));
    expect(await page(south, 'forge')).toContain('From linked communities');
    await quiet();
    // The whole activity and the plain post, both announced by the guild, and nothing in return.
    expect(await received(south)).toBe((before[1] ?? 0) + 2);
    expect(await received(north)).toBe(before[0]);
    const mirrored = await south.server.house.posts.byIri(written.iri as PostIri);
    expect(mirrored).toMatchObject({ community: north.home, home: 'elsewhere' });
    expect(JSON.stringify(await south.server.house.activities.outbox(south.home, { limit: 100 }))).not.toContain(
      written.iri,
    );
  });

  it('are no longer linked when one decides so', async () => {
    await link(south, north, 'unlink-community');
    for (const at of [north, south]) {
      await until('neither follows the other', async () =>
        [await stateAt(at, north, south), await stateAt(at, south, north)].every((state) => state === 'ended'),
      );
    }
    expect(await page(south, 'forge')).not.toContain('From linked communities');
  });
});

describe('two communities of one server', () => {
  it('are linked by the decision of both, too', async () => {
    const { server, founder, home } = north;
    const second = (await community(server, founder, 'annex')).iri;
    await days(server, 31);
    await adoptChange(server, home, [founder], { kind: 'link-community', community: second });
    expect((await server.house.follows.get(home, second))?.state).toBe('requested');
    await adoptChange(server, second, [founder], { kind: 'link-community', community: home });
    const states = await Promise.all([server.house.follows.get(home, second), server.house.follows.get(second, home)]);
    expect(states.map((follow) => follow?.state)).toEqual(['accepted', 'accepted']);
  });
});
