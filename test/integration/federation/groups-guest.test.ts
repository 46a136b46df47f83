import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../../server/community/addresses.ts';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { communityIri } from '../../../server/community/ids.ts';
import { activity, note, post } from '../../support/attacker.ts';
import { account, must } from '../../support/people.ts';
import { PUBLIC, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { spareKeys } from '../../support/spare-keys.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

/** A Lemmy-like server elsewhere: a Group, and somebody who writes in it. */
let lemmy: RemoteOrigin;
let group: RemoteActor;
let lena: RemoteActor;
let north: RunningServer;
let bob: PersonIri;
let there: CommunityIri;

beforeAll(async () => {
  const keys = await spareKeys();
  [north, lemmy] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('lemmy')]);
  bob = await account(north, 'bob');
  group = await lemmy.actor('technology', { type: 'Group', keys });
  lena = await lemmy.actor('lena', { keys });
  there = communityIri(group.iri);
  // Whoever asks for a community makes it known here.
  await send(group, activity('Like', group, `${lemmy.origin}/nothing`));
});

afterAll(async () => {
  await Promise.all([north?.stop(), lemmy?.close()]);
});

const outcomeOf = async (id: string) =>
  (await north.database.db.collection<{ _id: string; outcome?: string }>('received').findOne({ _id: id }))?.outcome;

async function send(by: RemoteActor, what: { readonly id: string }): Promise<string | undefined> {
  expect((await post(north.house.addresses.sharedInbox, by, what)).status).toBe(202);
  await until('it is carried out', async () => (await outcomeOf(what.id)) !== undefined);
  await north.settle();
  return outcomeOf(what.id);
}

const arrived = (type: string, to = group) =>
  until(`a ${type} arrives`, () => {
    const found = lemmy.delivered(to).filter((one) => one.type === type);
    return found.length > 0 && found;
  });
const state = async () => (await north.house.follows.get(bob, there))?.state;
const signedIn = async (): Promise<Visitor> => {
  const visitor = new Visitor(north);
  await visitor.signIn('bob', 'a long enough password');
  return visitor;
};
const pagePath = () => `/communities/technology@${lemmy.host}`;

describe('somebody here who asks to join a community elsewhere', () => {
  it('is shown as asking until it answers; a Reject ends it, and she may ask again', async () => {
    must(await north.actions.joinCommunity({ person: bob, community: there }));
    const [first] = await arrived('Follow');
    expect(await state()).toBe('requested');
    expect((await (await signedIn()).get(pagePath())).text).toContain('You asked to join');
    await send(group, activity('Reject', group, first));
    expect(await state()).toBe('ended');
    expect((await (await signedIn()).get(pagePath())).text).not.toContain('You asked to join');
    must(await north.actions.joinCommunity({ person: bob, community: there }));
    const [, second] = await until('the second Follow', () => {
      const found = lemmy.delivered(group).filter((one) => one.type === 'Follow');
      return found.length === 2 && found;
    });
    await send(group, activity('Accept', group, second));
    expect(await state()).toBe('accepted');
  });
});

describe('what a guest writes there', () => {
  let iri: PostIri;

  it('has the shape that Lemmy and its kin understand', async () => {
    const written = must(
      await north.actions.publishPost({ author: bob, community: there, title: 'Glue', text: 'Which one holds?' }),
    );
    iri = written.iri;
    const [create] = await arrived('Create');
    const { object } = create as { object: Record<string, unknown> };
    expect(create).toMatchObject({ actor: bob, to: [PUBLIC], audience: there });
    expect(object).toMatchObject({
      id: iri,
      attributedTo: bob,
      'dcterms:title': 'Glue',
      audience: there,
      to: [PUBLIC],
    });
    expect(object.cc).toContain(there);
    expect(object.tag).toContainEqual(expect.objectContaining({ type: 'Mention', href: there }));
  });

  it('is changed and deleted there too', async () => {
    must(await north.actions.editPost({ post: iri, by: bob, title: 'Glue', text: 'Which one holds best?' }));
    const [update] = await arrived('Update');
    expect(update).toMatchObject({ actor: bob, audience: there, object: { id: iri } });
    must(await north.actions.deletePost({ post: iri, by: bob }));
    const [gone] = await arrived('Delete');
    expect(gone).toMatchObject({ actor: bob, object: { id: iri, type: 'Tombstone' } });
    expect(gone?.summary).toBeUndefined();
  });
});

describe('what others write there', () => {
  let thread: PostIri;
  const likes = async () => (await north.house.reactions.count(thread)).likes;

  it('is shown here, and answered from here', async () => {
    const page = lemmy.publish(note(lena, there, 'Use the blue one', { type: 'Page', name: 'Blue', audience: there }));
    thread = page.id as PostIri;
    await send(group, activity('Announce', group, activity('Create', lena, page), { to: [PUBLIC] }));
    expect((await (await signedIn()).get(pagePath())).text).toContain('Blue');
    const ask = { author: bob, community: there, inReplyTo: thread, text: 'Why the blue one?' };
    const reply = must(await north.actions.publishPost(ask));
    const found = await until('the answer arrives', () =>
      lemmy.delivered(group).find((one) => JSON.stringify(one).includes(reply.iri)),
    );
    expect(found).toMatchObject({ type: 'Create', object: { inReplyTo: thread, audience: there } });
    expect((found.object as { name?: string }).name).toBeUndefined();
  });

  it('is liked from the page: the author and the community hear it, and nobody else', async () => {
    const visitor = await signedIn();
    const path = `${pagePath()}/threads/${postKey(thread)}`;
    expect((await visitor.get(path)).text).toContain('name="gesture" value="like"');
    await visitor.submit(`${path}/gesture`, { gesture: 'like' });
    await visitor.submit(`${path}/gesture`, { gesture: 'like' });
    await north.settle();
    const found = await arrived('Like');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ actor: bob, object: thread, audience: there });
    expect(JSON.stringify(found[0])).not.toContain('Public');
    await arrived('Like', lena);
    expect(await likes()).toBe(1);
    expect((await visitor.get(path)).text).toContain('One person likes this.');
    expect(JSON.stringify(await north.house.activities.outbox(bob, { limit: 100 }))).not.toContain('"Like"');
  });

  it('is disliked instead, then neither: each is undone before the other is said', async () => {
    must(await north.actions.likePost({ post: thread, by: bob, kind: 'dislike' }));
    await north.settle();
    const [dislike] = await arrived('Dislike');
    const [undone] = await arrived('Undo');
    expect(undone).toMatchObject({ actor: bob, object: { type: 'Like', object: thread } });
    expect(await north.house.reactions.count(thread)).toMatchObject({ likes: 0, dislikes: 1 });
    must(await north.actions.takeLikeBack({ post: thread, by: bob }));
    await north.settle();
    await until('both are undone', () => {
      const all = lemmy.delivered(group).filter((one) => one.type === 'Undo');
      return all.some(({ object }) => (object as { id: string }).id === dislike?.id);
    });
    expect(await north.house.reactions.count(thread)).toMatchObject({ likes: 0, dislikes: 0 });
  });

  it('is liked by nobody who does not belong there', async () => {
    const cem = await account(north, 'cem');
    expect(await north.actions.likePost({ post: thread, by: cem, kind: 'like' })).toMatchObject({
      refusal: { code: 'not-a-member' },
    });
  });
});
