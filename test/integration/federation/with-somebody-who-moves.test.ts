import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri } from '../../../server/community/ids.ts';
import { type FedifyPeer, startFedifyPeer } from '../../peers/fedify/client.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

/** Everybody whose name begins alike is one person with two accounts. */
let elsewhere: FedifyPeer;
let north: RunningServer;
let ana: PersonIri;
let guild: CommunityIri;
const there = (name: string) => elsewhere.actorIri(name) as PersonIri;

const member = async (person: PersonIri) => {
  const found = (await north.house.states.load(guild))?.members.get(person);
  return found !== undefined && found.leftAt === undefined ? found : undefined;
};
const join = async (name: string) => {
  await elsewhere.follow(name, guild);
  await until(`${name} is a member`, () => member(there(name)));
};
const outcome = async (id: string) =>
  (await north.database.db.collection<{ _id: string; outcome?: string }>('received').findOne({ _id: id }))?.outcome;

beforeAll(async () => {
  [north, elsewhere] = await Promise.all([
    runServer('north.localhost'),
    startFedifyPeer({ users: ['carol', 'cara', 'dora', 'andrea', 'finn'], groups: ['choir', 'chorus'] }),
  ]);
  ana = await account(north, 'ana');
  guild = (await community(north, ana, 'guild')).iri;
});

afterAll(async () => {
  await elsewhere?.stop();
  await north?.stop();
});

describe('a member moves between accounts', () => {
  it('carol moves to cara, once both accounts say so: her membership goes along, with its tenure', async () => {
    await join('carol');
    const since = (await member(there('carol')))?.joinedAt;
    const alone = await elsewhere.move('carol', there('cara'));
    await until('it is refused', async () => (await outcome(alone.activity))?.startsWith('refused'));
    expect(await member(there('carol'))).toBeDefined();

    north.clock.forward(24);
    await elsewhere.alias('cara', there('carol'));
    await elsewhere.move('carol', there('cara'));
    const moved = await until('cara is the member', () => member(there('cara')));
    expect(moved.joinedAt).toEqual(since);
    expect(await member(there('carol'))).toBeUndefined();
  });

  it('dora moves to this server, and is the member dana here', async () => {
    await join('dora');
    const dana = await account(north, 'dana');
    must(await north.actions.nameAliases({ person: dana, aliases: [there('dora')] }));
    await elsewhere.move('dora', dana);
    await until('dana is the member', () => member(dana));
    expect(await member(there('dora'))).toBeUndefined();
  });

  it('ana moves away to andrea, and her follower finn goes along, at his own server', async () => {
    await elsewhere.follow('finn', ana);
    await until('he follows ana', async () =>
      (await elsewhere.following('finn')).some(({ state }) => state === 'accepted'),
    );
    await elsewhere.follow('andrea', ana);
    await until('andrea is known here', () => north.house.people.byIri(there('andrea')));
    expect((await north.actions.moveOut({ person: ana, to: there('andrea') })).ok).toBe(false);
    await elsewhere.alias('andrea', ana);
    await elsewhere.rename('andrea', 'Andrea');
    await until('her own document says so', async () =>
      (await north.house.people.byIri(there('andrea')))?.alsoKnownAs?.includes(ana),
    );
    must(await north.actions.moveOut({ person: ana, to: there('andrea') }));
    await until('finn follows andrea', async () => (await elsewhere.followers('andrea')).includes(there('finn')));
  });
});

describe('a group on a server built on Fedify moves', () => {
  it('takes its members here along', async () => {
    const bo = await account(north, 'bo');
    const choir = there('choir') as string as CommunityIri;
    const chorus = there('chorus') as string as CommunityIri;
    const browser = new Visitor(north);
    await browser.signIn('bo', 'a long enough password');
    expect((await browser.submit('/communities/lookup', { address: elsewhere.handle('choir') })).status).toBe(303);
    must(await north.actions.joinCommunity({ person: bo, community: choir }));
    const state = async (of: CommunityIri) => (await north.house.follows.get(bo, of))?.state;
    await until('bo sings', async () => (await state(choir)) === 'accepted');
    await elsewhere.alias('chorus', choir);
    await elsewhere.move('choir', chorus);
    await until('bo sings in the chorus', async () => (await state(chorus)) === 'accepted');
    expect(await state(choir)).toBe('ended');
    await until('the choir has let him go', async () => !(await elsewhere.followers('choir')).includes(bo));
  });
});
