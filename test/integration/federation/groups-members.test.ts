import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../../server/community/addresses.ts';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { activity, note, post } from '../../support/attacker.ts';
import { account, must } from '../../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { spareKeys } from '../../support/spare-keys.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

let north: RunningServer;
let far: RemoteOrigin;
let mia: RemoteActor;
let noa: RemoteActor;
let alice: PersonIri;
let bob: PersonIri;
let cem: PersonIri;
let crew: CommunityIri;

beforeAll(async () => {
  const keys = await spareKeys();
  [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
  [alice, bob, cem] = await Promise.all([account(north, 'alice'), account(north, 'bob'), account(north, 'cem')]);
  const about = { founder: alice, name: 'crew', title: 'The crew', purpose: 'Our own things.' };
  crew = must(await north.actions.foundCommunity({ ...about, membersOnly: true, admission: 'request' })).iri;
  must(await north.actions.joinCommunity({ person: alice, community: crew }));
  [mia, noa] = [await far.actor('mia', { keys }), await far.actor('noa', { keys })];
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

const outcomeOf = async (id: string) =>
  (await north.database.db.collection<{ _id: string; outcome?: string }>('received').findOne({ _id: id }))?.outcome;

async function send(by: RemoteActor, what: { readonly id: string }): Promise<string | undefined> {
  expect((await post(north.house.addresses.sharedInbox, by, what)).status).toBe(202);
  await until('it is carried out', async () => (await outcomeOf(what.id)) !== undefined);
  await north.settle();
  return outcomeOf(what.id);
}

const stateOf = async (who: string) => (await north.house.follows.get(who as PersonIri, crew))?.state;
const member = async (who: string) => (await north.house.states.load(crew))?.members.get(who as PersonIri);
const answers = (who: RemoteActor, type: string) => far.delivered(who).filter((one) => one.type === type);
const signedIn = async (name: string): Promise<Visitor> => {
  const visitor = new Visitor(north);
  await visitor.signIn(name, 'a long enough password');
  return visitor;
};
const write = async (author: PersonIri, text: string, more: object = {}): Promise<PostIri> => {
  const written = must(await north.actions.publishPost({ author, community: crew, text, ...more }));
  await north.settle();
  return written.iri;
};

describe('a community that one joins by request', () => {
  it('takes its founder in, and lets others wait for a member', async () => {
    expect(await stateOf(alice)).toBe('accepted');
    must(await north.actions.joinCommunity({ person: bob, community: crew }));
    await send(mia, activity('Follow', mia, crew));
    await send(noa, activity('Follow', noa, crew));
    expect([await stateOf(bob), await stateOf(mia.iri)]).toEqual(['requested', 'requested']);
    expect(await member(bob)).toBeUndefined();
    expect(answers(mia, 'Accept')).toEqual([]);
    expect((await (await signedIn('bob')).get('/communities/crew')).text).toContain('A member has to let you in');
  });

  it('is entered by whom a member lets in, from here and from elsewhere, and the record says by whom', async () => {
    const visitor = await signedIn('alice');
    expect((await visitor.get('/communities/crew')).text).toContain('Asking to join');
    for (const person of [bob, mia.iri]) {
      await visitor.submit('/communities/crew/requests', { person, answer: 'admit' });
    }
    await north.settle();
    expect([await stateOf(bob), await stateOf(mia.iri)]).toEqual(['accepted', 'accepted']);
    expect(await member(mia.iri)).toBeDefined();
    await until('mia is told', () => answers(mia, 'Accept').length === 1);
    const events = [];
    for await (const { event } of north.house.record.after(crew, 0)) events.push(event);
    expect(events).toContainEqual(expect.objectContaining({ kind: 'member-joined', member: bob, admittedBy: alice }));
  });

  it('turns away whom a member turns away; she is told, and may ask again', async () => {
    const visitor = await signedIn('bob');
    await visitor.submit('/communities/crew/requests', { person: noa.iri, answer: 'decline' });
    expect(await stateOf(noa.iri)).toBe('ended');
    await until('noa is told', () => answers(noa, 'Reject').length === 1);
    await send(noa, activity('Follow', noa, crew));
    expect(await stateOf(noa.iri)).toBe('requested');
  });

  it('is not opened by somebody who is no member', async () => {
    const asked = { community: crew, person: noa.iri as PersonIri };
    expect(await north.actions.admitMember({ ...asked, by: cem })).toMatchObject({ refusal: { code: 'not-a-member' } });
    expect(await north.actions.admitMember({ ...asked, by: noa.iri as PersonIri })).toMatchObject({ ok: false });
  });
});

describe('what is written in a community for members only', () => {
  it('is passed on to its followers and to nobody else, and stands in no outbox', async () => {
    const iri = await write(alice, 'Among ourselves');
    expect((await north.house.posts.byIri(iri))?.audience).toBe('members');
    const arrived = await until('mia gets it', () => {
      const found = far.delivered(mia).filter((one) => JSON.stringify(one).includes(iri));
      return found.length >= 2 && found;
    });
    expect(arrived.map(({ type }) => type)).toEqual(['Announce', 'Announce']);
    expect(JSON.stringify(arrived)).not.toContain('#Public');
    for (const one of arrived) expect(one.to).toEqual([north.house.addresses.followers(crew)]);
    for (const actor of [crew, alice]) {
      expect(JSON.stringify(await north.house.activities.outbox(actor, { limit: 100 }))).not.toContain(iri);
    }
  });

  it('is read by members; for everybody else there is nothing', async () => {
    const iri = await write(bob, 'Words for members');
    const path = `/communities/crew/threads/${postKey(iri)}`;
    expect((await (await signedIn('alice')).get(path)).text).toContain('Words for members');
    for (const visitor of [new Visitor(north), await signedIn('cem')]) {
      expect((await visitor.get(path)).status).toBe(404);
      expect((await visitor.get(`/communities/crew/threads/${'x'.repeat(16)}`)).status).toBe(404);
      expect((await visitor.get('/communities/crew')).text).not.toContain('Words for members');
      expect((await visitor.get('/people/bob')).text).not.toContain('Words for members');
      for (const page of ['record', 'proposals'])
        expect((await visitor.get(`/communities/crew/${page}`)).status).toBe(404);
    }
    expect((await (await signedIn('alice')).get('/communities/crew/record')).status).toBe(200);
  });

  it('stays for members when a member writes it from elsewhere, however she addressed it', async () => {
    const wrote = note(mia, crew, 'From afar');
    expect(await send(mia, activity('Create', mia, wrote))).toBe('done: kept');
    expect((await north.house.posts.byIri(wrote.id as PostIri))?.audience).toBe('members');
    expect((await new Visitor(north).get('/communities/crew')).text).not.toContain('From afar');
  });

  it('is not shown any more to who has left', async () => {
    const visitor = await signedIn('bob');
    expect((await visitor.get('/communities/crew')).text).toContain('Among ourselves');
    must(await north.actions.leaveCommunity({ person: bob, community: crew }));
    expect((await visitor.get('/communities/crew')).text).not.toContain('Among ourselves');
    must(await north.actions.joinCommunity({ person: bob, community: crew }));
    must(await north.actions.admitMember({ community: crew, person: bob, by: alice }));
  });
});

describe('what is written for a circle', () => {
  it('reaches and is shown to the people named, and to no other member', async () => {
    must(await north.actions.joinCommunity({ person: cem, community: crew }));
    must(await north.actions.admitMember({ community: crew, person: cem, by: alice }));
    const before = far.delivered(noa).length;
    const iri = await write(alice, 'Just the three of us', { circle: [bob, mia.iri] });
    expect((await north.house.posts.byIri(iri))?.audience).toBe('circle');
    const arrived = await until('mia gets it', () =>
      far.delivered(mia).find((one) => JSON.stringify(one).includes(iri)),
    );
    expect(arrived).toMatchObject({ type: 'Create', actor: alice });
    expect(JSON.stringify(arrived)).not.toMatch(/Public|followers/);
    expect(far.delivered(noa).length).toBe(before);
    const path = `/communities/crew/threads/${postKey(iri)}`;
    expect((await (await signedIn('bob')).get(path)).text).toContain('Just the three of us');
    expect((await (await signedIn('cem')).get(path)).status).toBe(404);

    const answer = await write(bob, 'Yes, us', { inReplyTo: iri });
    expect(await north.house.posts.byIri(answer)).toMatchObject({ audience: 'circle', to: [alice, mia.iri] });
    const refusal = await north.actions.publishPost({ author: cem, community: crew, text: 'Me too', inReplyTo: iri });
    expect(refusal).toMatchObject({ refusal: { code: 'no-such-post' } });
  });

  it('names members only', async () => {
    const ask = { author: alice, community: crew, text: 'Psst', circle: [noa.iri as PersonIri] };
    expect(await north.actions.publishPost(ask)).toMatchObject({ refusal: { code: 'not-a-member' } });
  });

  it('is not passed on when somebody elsewhere mentions the community in a letter', async () => {
    const letter = note(mia, crew, 'A letter', { to: [crew, alice] });
    await send(mia, activity('Create', mia, letter));
    expect(await north.house.posts.byIri(letter.id as PostIri)).toBeNull();
    expect(JSON.stringify(far.delivered(mia))).not.toContain(letter.id);
  });
});
