import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { type FedifyPeer, startFedifyPeer } from '../../peers/fedify/client.ts';
import { send } from '../../support/http-client.ts';
import { account, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { until } from '../../support/wait.ts';

/** The crew lets people in one by one, and writes for its members only. */
let crew: CommunityIri;
let elsewhere: FedifyPeer;
let north: RunningServer;
let alice: PersonIri;
const person = (name: string) => elsewhere.actorIri(name) as PersonIri;

const kept = (iri: string) => north.house.posts.byIri(iri as PostIri);
const followState = async (name: string) => (await north.house.follows.get(person(name), crew))?.state;
const stateThere = async (name: string) =>
  (await elsewhere.following(name)).find(({ target }) => target === crew)?.state;
const sees = async (name: string, iri: string) => (await elsewhere.timeline(name)).find(({ id }) => id === iri);

beforeAll(async () => {
  [north, elsewhere] = await Promise.all([
    runServer('north.localhost'),
    startFedifyPeer({ users: ['carol', 'dave', 'erin'] }),
  ]);
  alice = await account(north, 'alice');
  const about = { founder: alice, name: 'crew', title: 'The crew', purpose: 'Our own things.' };
  crew = must(await north.actions.foundCommunity({ ...about, membersOnly: true, admission: 'request' })).iri;
  must(await north.actions.joinCommunity({ person: alice, community: crew }));
});

afterAll(async () => {
  await elsewhere?.stop();
  await north?.stop();
});

describe('carol and dave, on a server built on Fedify, and a community that decides whom it lets in', () => {
  it('both ask, and wait', async () => {
    for (const name of ['carol', 'dave']) {
      await elsewhere.follow(name, crew);
      await until(`${name} waits`, async () => (await followState(name)) === 'requested');
      expect(await stateThere(name)).toBe('requested');
    }
    expect((await elsewhere.lookup('carol', crew)).document).toMatchObject({ manuallyApprovesFollowers: true });
  });

  it('carol is let in, dave is turned away, and each server knows', async () => {
    must(await north.actions.admitMember({ community: crew, person: person('carol'), by: alice }));
    must(await north.actions.declineMember({ community: crew, person: person('dave'), by: alice }));
    await until('carol is in', async () => (await stateThere('carol')) === 'accepted');
    await until('dave is not', async () => (await stateThere('dave')) === 'rejected');
    const members = (await north.house.states.load(crew))?.members;
    expect([members?.has(person('carol')), members?.has(person('dave'))]).toEqual([true, false]);
  });

  it('what alice writes reaches carol, fetched with a signature, and nobody else', async () => {
    const post = must(await north.actions.publishPost({ author: alice, community: crew, text: 'Among ourselves.' }));
    expect(await until('carol sees it', () => sees('carol', post.iri))).toMatchObject({ announcedBy: [crew] });
    expect(await sees('dave', post.iri)).toBeUndefined();
    const headers = { Host: new URL(north.origin).host, Accept: 'application/activity+json' };
    const unsigned = async (iri: string) => (await send(north.port, { path: new URL(iri).pathname, headers })).status;
    expect([await unsigned(crew), await unsigned(post.iri)]).toEqual([200, 404]);
    expect((await elsewhere.lookup('carol', post.iri)).type).toBe('Note');
  });

  it('what carol writes stays among the members, even when her own server calls it public', async () => {
    const { note } = await elsewhere.note('carol', { content: 'Between us', mention: crew });
    expect(await until('it is kept', () => kept(note))).toMatchObject({ community: crew, audience: 'members' });
  });

  it('nothing of ours was refused there, or could not be read', async () => {
    const { refused, unverified, inboxErrors } = await elsewhere.health();
    expect([...refused, ...unverified, ...inboxErrors]).toEqual([]);
  });
});
