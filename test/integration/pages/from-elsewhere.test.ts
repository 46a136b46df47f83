import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../../server/community/addresses.ts';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { communityIri, postIri } from '../../../server/community/ids.ts';
import { activity, note } from '../../support/attacker.ts';
import { account, community, must } from '../../support/people.ts';
import { PUBLIC, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { takenIn } from '../../support/taken-in.ts';
import { Visitor } from '../../support/visitor.ts';

let north: RunningServer;
let far: RemoteOrigin;
let bob: Visitor;
let bobIri: PersonIri;
let there: CommunityIri;
let theirs: PostIri;

const pathOf = (post: PostIri) => north.house.addresses.page.thread(`technology@${far.host}`, post);

/** Bob is in a community elsewhere that passes a post and an answer on to him. */
beforeAll(async () => {
  [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
  const alice = await account(north, 'alice');
  await community(north, alice, 'guild');
  bobIri = await account(north, 'bob');
  bob = new Visitor(north);
  await bob.signIn('bob', 'a long enough password');
  const [group, mia] = [await far.actor('technology', { type: 'Group' }), await far.actor('mia')];
  there = communityIri(group.iri);
  await bob.submit('/communities/lookup', { address: group.iri });
  must(await north.actions.joinCommunity({ person: bobIri, community: there }));
  await north.settle();
  const asked = await north.house.follows.get(bobIri, there);
  await takenIn(north, [
    activity('Accept', group, { id: asked?.activity, type: 'Follow', actor: bobIri, object: there }),
  ]);
  const wrote = far.publish(note(mia, there, '<p>They moved it again.</p>', { name: 'The deadline' }));
  const answer = far.publish(note(mia, there, '<p>And again.</p>', { inReplyTo: wrote.id }));
  for (const one of [wrote, answer]) {
    await takenIn(north, [activity('Announce', group, activity('Create', mia, one), { to: [PUBLIC] })]);
  }
  theirs = postIri(wrote.id);
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

describe('a thread that a community elsewhere has pinned and closed', () => {
  it('says both, and leads nobody to a form for an answer', async () => {
    const before = (await bob.get(pathOf(theirs))).text;
    expect(before).toContain('id="reply"');
    expect(before.match(/\?to=[\w-]+#reply/g)).toHaveLength(2);
    await north.actions.pinElsewhere({ post: theirs, community: there, pinned: true });
    await north.actions.lockElsewhere({ post: theirs, community: there, locked: true });
    const after = (await bob.get(pathOf(theirs))).text;
    expect(after).toContain('<p class="pinned">Pinned</p>');
    expect(after).toContain('<b>Closed</b> for answers since');
    expect(after).toContain('Nobody can answer here any more.');
    expect(after).not.toContain('id="reply"');
    expect(after).not.toContain('?to=');
    await north.actions.lockElsewhere({ post: theirs, community: there, locked: false });
    expect((await bob.get(pathOf(theirs))).text).toContain('id="reply"');
  });
});

describe('what people say of a post by one gesture', () => {
  it('is counted for members, never with a name, and not shown to anybody else', async () => {
    const like = { post: theirs, actor: there, at: new Date() };
    const [two, three] = ['a', 'b'].map((name) => ({ ...like, actor: `${far.origin}/users/${name}` as PersonIri }));
    if (two === undefined || three === undefined) throw new Error('two of them');
    await north.house.reactions.add({ ...two, kind: 'like', activity: 'https://far.example/1' });
    await north.house.reactions.add({ ...three, kind: 'like', activity: 'https://far.example/2' });
    await north.house.reactions.add({ ...two, kind: 'share', activity: 'https://far.example/3' });
    await north.house.reactions.add({ ...three, kind: 'emoji', emoji: '🎉', activity: 'https://far.example/4' });
    await north.house.reactions.add({ ...two, kind: 'emoji', emoji: '🎉', activity: 'https://far.example/5' });
    await bob.submit(`${pathOf(theirs)}/gesture`, { gesture: 'dislike' });
    const counts = async (by: Visitor) =>
      /<p class="counts">.*?<\/p>/.exec((await by.get(pathOf(theirs))).text)?.[0].replaceAll(/<[^>]+>/g, '');
    expect(await counts(bob)).toBe('2 people like this. One dislikes it. Passed on once. 🎉 2 ');
    expect(await counts(new Visitor(north))).toBeUndefined();
  });
});

describe('a post that a community elsewhere took out', () => {
  it('is shown to its author alone, with the reason, and cannot be answered', async () => {
    const ask = { author: bobIri, community: there, title: 'My old lathe', text: 'It squeaks.' };
    const { iri } = must(await north.actions.publishPost(ask));
    await north.actions.removedElsewhere({ post: iri, community: there, why: 'No sales <here>.' });
    const page = (await bob.get(pathOf(iri))).text;
    expect(page).toContain('<b>Taken out</b> of technology');
    expect(page).toContain('The reason given: <bdi>No sales &lt;here&gt;.</bdi>');
    expect(page).toContain('This thread was taken out of the community.');
    expect(page).not.toContain(`?to=${postKey(iri)}`);
    expect((await new Visitor(north).get(pathOf(iri))).status).toBe(404);
  });
});

describe('founding a community', () => {
  const wanted = {
    community: 'crew',
    title: 'The crew',
    purpose: 'Our things.',
    readers: 'members',
    joining: 'request',
  };

  it('is for whoever has an account here', async () => {
    expect((await new Visitor(north).get('/found')).headers.location).toBe('/sign-in?next=%2Ffound');
    expect((await new Visitor(north).submit('/found', wanted)).status).toBe(401);
    expect((await new Visitor(north).get('/communities')).text).not.toContain('href="/found"');
    expect((await bob.get('/communities')).text).toContain('href="/found"');
  });

  it('says at its field what is wrong, and founds nothing then', async () => {
    const refused = await bob.submit('/found', { ...wanted, purpose: ' ' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="purpose-error"');
    expect(await north.house.communities.byName('crew')).toBeNull();
  });

  it('makes the founder its first member, and needs nobody’s approval', async () => {
    const founded = await bob.submit('/found', wanted);
    expect(founded.headers.location).toBe('/communities/crew');
    const crew = await north.house.communities.byName('crew');
    expect(crew).toMatchObject({ founder: bobIri, membersOnly: true, admission: 'request' });
    expect((await bob.get('/communities/crew')).text).toContain('You are a member.');
    expect((await bob.submit('/found', wanted)).status).toBe(422);
  });
});
