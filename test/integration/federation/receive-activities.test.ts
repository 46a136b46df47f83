import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { actorIri, communityIri, personIri, postIri } from '../../../server/community/ids.ts';
import { activity, note, post, unique } from '../../support/attacker.ts';
import { account, community, must } from '../../support/people.ts';
import {
  type KeyPair,
  PUBLIC,
  type RemoteActor,
  type RemoteOrigin,
  startRemoteOrigin,
} from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { spareKeys } from '../../support/spare-keys.ts';
import { takenIn } from '../../support/taken-in.ts';

let north: RunningServer;
let far: RemoteOrigin;
let third: RemoteOrigin;
let keys: KeyPair;
let choir: RemoteActor;
let mod: RemoteActor;
let mia: RemoteActor;
let alice: PersonIri;
let guild: CommunityIri;
let asked: PostIri;

beforeAll(async () => {
  keys = await spareKeys();
  [north, far, third] = await Promise.all([
    runServer('north.localhost'),
    startRemoteOrigin('far'),
    startRemoteOrigin('third'),
  ]);
  alice = await account(north, 'alice');
  guild = (await community(north, alice, 'guild')).iri;
  [choir, mod, mia] = [
    await far.actor('choir', { type: 'Group', keys }),
    await far.actor('mod', { keys }),
    await third.actor('mia', { keys }),
  ];
  // By a real delivery it becomes known.
  await post(north.house.addresses.sharedInbox, choir, activity('Like', choir, `${far.origin}/nothing`));
  await joinChoir(alice);
  asked = must(await north.actions.publishPost({ author: alice, community: guild, title: 'Well?', text: 'Who?' })).iri;
  await north.settle();
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close(), third?.close()]);
});

/** Somebody says something, once, properly signed; what became of it. */
async function said(by: RemoteActor, what: ReturnType<typeof activity>): Promise<string | undefined> {
  const [fate] = await takenIn(north, [what], by.iri);
  expect(fate).not.toHaveProperty('why');
  return fate?.outcome;
}
const passedOn = (inner: object) => said(choir, activity('Announce', choir, inner));
const known = (iri: string) => north.house.posts.byIri(postIri(iri));
const reactions = (iri: string = asked) => north.house.reactions.count(postIri(iri));
const follow = (who: string, whom: string) => north.house.follows.get(personIri(who), actorIri(whom));
const told = async (who: PersonIri) => (await north.house.notices.to(who, 20)).map(({ text }) => text).join('\n');

async function joinChoir(who: PersonIri): Promise<void> {
  must(await north.actions.joinCommunity({ person: who, community: communityIri(choir.iri) }));
  await north.settle();
  const asking = await north.house.follows.get(who, communityIri(choir.iri));
  await said(choir, activity('Accept', choir, { id: asking?.activity, type: 'Follow', actor: who, object: choir.iri }));
  expect((await follow(who, choir.iri))?.state).toBe('accepted');
}

/** A post in the choir by mia, which the choir passed on. */
async function sung(more: object = {}): Promise<{ readonly id: string }> {
  const wrote = third.publish(note(mia, choir.iri, '<p>Which key?</p>', more));
  expect(await passedOn(activity('Create', mia, wrote))).toBe('done: kept');
  return wrote;
}

describe('a gesture of somebody elsewhere', () => {
  it('counts as what it is, once, and is taken back by its Undo', async () => {
    const like = activity('Like', mia, asked);
    expect(await said(mia, like)).toBe('done: liked');
    expect(await said(mia, activity('Like', mia, asked))).toBe('done: liked');
    expect(await reactions()).toEqual({ likes: 1, dislikes: 0, shares: 0, emojis: [] });
    expect(await said(mia, activity('Dislike', mia, asked))).toBe('done: disliked');
    expect(await reactions()).toMatchObject({ likes: 0, dislikes: 1 });
    // Lemmy's Undo names what it undoes by an id that nobody has seen before.
    expect(await said(mia, activity('Undo', mia, activity('Dislike', mia, asked)))).toBe('done: taken back');
    expect(await reactions()).toMatchObject({ likes: 0, dislikes: 0 });
  });

  it.each([
    ['Pleroma’s', 'EmojiReact', '🎉', '🎉'],
    ['Misskey’s Like with a sign', 'Like', '👍🏽', '👍🏽'],
    ['Misskey’s with a picture', 'Like', ':blobcat@far.example:', ':blobcat@far.example:'],
    ['a family', 'EmojiReact', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['a key', 'EmojiReact', '1️⃣', '1️⃣'],
  ])('%s is a sign: %s %s', async (_name, type, content, emoji) => {
    const by = await third.actor(unique('sign'), { keys });
    const sign = activity(type, by, asked, { content, _misskey_reaction: content });
    expect(await said(by, sign)).toBe('done: reacted');
    expect((await reactions()).emojis).toEqual([{ emoji, count: 1 }]);
    expect(await said(by, activity('Undo', by, sign))).toBe('done: taken back');
    expect((await reactions()).emojis).toEqual([]);
  });

  it.each(['<script>alert(1)</script>', 'I like this', '🎉'.repeat(100), '\u202e', 7, null, ['🎉', '🎉'].join(' ')])(
    'with something else than a sign in it is a like: %j',
    async (content) => {
      const by = await third.actor(unique('odd'), { keys });
      expect(await said(by, activity('EmojiReact', by, asked, { content }))).toBe('done: liked');
      await said(by, activity('Undo', by, activity('Like', by, asked)));
    },
  );

  it('is taken back by its id, where the sign is not repeated (snac), and nothing else with it', async () => {
    const sign = activity('EmojiReact', mia, asked, { content: '👍' });
    await said(mia, activity('Like', mia, asked));
    await said(mia, sign);
    const bare = { id: sign.id, type: 'EmojiReact', actor: mia.iri, object: asked };
    expect(await said(mia, activity('Undo', mia, bare))).toBe('done: taken back');
    expect(await reactions()).toEqual({ likes: 1, dislikes: 0, shares: 0, emojis: [] });
    expect(await said(mia, activity('Undo', mia, { ...bare, id: `${sign.id}-other` }))).toBe('ignored: unknown here');
    expect(await said(mia, activity('Undo', mia, activity('Like', mia, asked)))).toBe('done: taken back');
  });

  it('may name the Create of a post instead of the post (activitypub-express)', async () => {
    const create = (await known(asked))?.activity;
    expect(await said(mia, activity('Like', mia, create))).toBe('done: liked');
    expect(await said(mia, activity('Announce', mia, create))).toBe('done: boosted');
    expect(await reactions()).toMatchObject({ likes: 1, shares: 1 });
    expect(await said(mia, activity('Undo', mia, activity('Announce', mia, create)))).toBe('done: taken back');
    expect(await said(mia, activity('Undo', mia, activity('Like', mia, create)))).toBe('done: taken back');
    expect(await reactions()).toMatchObject({ likes: 0, shares: 0 });
  });
});

describe('what a community elsewhere passes on', () => {
  it('counts for its own server’s people, and not for those of a third server', async () => {
    const { id } = await sung();
    expect(await passedOn(activity('Like', mod, id))).toBe('done: counted');
    expect(await passedOn(activity('Dislike', mia, id))).toMatch(/^ignored/);
    expect(await passedOn(activity('Like', { iri: alice }, id))).toMatch(/^ignored/);
    expect(await reactions(id)).toMatchObject({ likes: 1, dislikes: 0 });
    expect(await passedOn(activity('Like', mod, asked))).toBe('ignored: not a post of that community');
    expect(await passedOn(activity('Undo', mod, activity('Like', mod, id)))).toBe('done: taken back');
    expect(await reactions(id)).toMatchObject({ likes: 0 });
    expect(third.gets(new URL(id).pathname)).toBe(1);
  });

  it('closes a thread: nobody here answers in it until it is open again', async () => {
    const { id } = await sung();
    const reply = () =>
      north.actions.publishPost({
        author: alice,
        community: communityIri(choir.iri),
        inReplyTo: postIri(id),
        text: 'B flat',
      });
    const first = must(await reply());
    expect(await passedOn(activity('Lock', mod, id, { audience: choir.iri }))).toBe('done: locked');
    expect(await reply()).toMatchObject({
      ok: false,
      refusal: { code: 'locked', text: expect.stringContaining('closed') },
    });
    const deeper = await north.actions.publishPost({
      author: alice,
      community: communityIri(choir.iri),
      inReplyTo: first.iri,
      text: 'or C',
    });
    expect(deeper).toMatchObject({ ok: false, refusal: { code: 'locked' } });
    expect(await passedOn(activity('Undo', mod, activity('Lock', mod, id)))).toBe('done: unlocked');
    expect(await reply()).toMatchObject({ ok: true });
  });

  it('is pinned and unpinned by its featured collection, and by no other', async () => {
    const { id } = await sung();
    const add = (target: string) => passedOn(activity('Add', mod, id, { target }));
    expect(await add(`${mod.iri}/featured`)).toBe('ignored: another collection');
    expect(await add(`${choir.iri}/moderators`)).toBe('ignored: another collection');
    expect((await known(id))?.pinnedAt).toBeUndefined();
    expect(await add(`${choir.iri}/featured`)).toBe('done: pinned');
    expect((await known(id))?.pinnedAt).toBeInstanceOf(Date);
    expect(await passedOn(activity('Remove', mod, id, { target: `${choir.iri}/featured` }))).toBe('done: unpinned');
    expect((await known(id))?.pinnedAt).toBeUndefined();
    expect(await passedOn(activity('Add', mod, mia.iri, { target: `${choir.iri}/moderators` }))).toMatch(/^ignored/);
  });

  it('is taken out with a reason, put back by its Undo, and still its author’s to delete', async () => {
    const { id } = await sung();
    const removal = activity('Delete', mod, id, { summary: 'Off topic' });
    const seen = async () =>
      (await north.house.timelines.community(communityIri(choir.iri), alice, { limit: 50 })).some(
        ({ iri }) => iri === id,
      );
    expect(await seen()).toBe(true);
    expect(await passedOn(removal)).toBe('done: removed');
    expect((await known(id))?.standing).toMatchObject({ state: 'removed', by: choir.iri, why: 'Off topic' });
    expect(await seen()).toBe(false);
    expect(await passedOn(activity('Undo', mod, removal))).toBe('done: restored');
    expect(await seen()).toBe(true);
    expect(await passedOn(removal)).toBe('done: removed');
    expect(await said(mia, activity('Delete', mia, id))).toBe('done: deleted');
    expect(await passedOn(activity('Undo', mod, removal))).toMatch(/^(ignored|done: restored)/);
    expect((await known(id))?.deletedAt).toBeInstanceOf(Date);
  });

  it('by somebody here is told to her when it is taken out, and stays hers', async () => {
    const wrote = must(
      await north.actions.publishPost({
        author: alice,
        community: communityIri(choir.iri),
        title: 'Mine',
        text: 'Hers',
      }),
    );
    await north.settle();
    expect(await passedOn(activity('Delete', mod, wrote.iri, { summary: 'Not about <b>singing</b>' }))).toBe(
      'done: removed',
    );
    expect(await told(alice)).toContain('The reason given: Not about singing');
    expect(await known(wrote.iri)).toMatchObject({ html: '<p>Hers</p>', standing: { state: 'removed' } });
    const shown = await north.house.timelines.community(communityIri(choir.iri), alice, { limit: 50 });
    expect(shown.map(({ iri }) => iri)).toContain(wrote.iri);
  });

  it('is nothing about another community, here or elsewhere', async () => {
    expect(await passedOn(activity('Lock', mod, asked))).toBe('ignored: not of a community of theirs');
    expect(await passedOn(activity('Delete', mod, asked, { summary: 'x' }))).toBe(
      'ignored: not of a community of theirs',
    );
    expect(await passedOn(activity('Add', mod, asked, { target: `${guild}/featured` }))).toMatch(/^ignored/);
    expect(await passedOn(activity('Block', mod, alice, { target: guild }))).toBe(
      'ignored: not of a community of theirs',
    );
    expect(await known(asked)).toMatchObject({ standing: { state: 'visible' } });
    expect(await known(asked)).not.toHaveProperty('lockedAt');
    expect((await follow(alice, guild))?.state).toBe('accepted');
  });

  it('a Create by its id alone is followed one step (Guppe)', async () => {
    const wrote = third.publish(note(mia, choir.iri, '<p>By a relay</p>'));
    const create = third.publish(activity('Create', mia, wrote.id));
    expect(await passedOn(create.id as unknown as object)).toBe('done: kept');
    const loop = third.publish(activity('Create', mia, create.id));
    expect(await passedOn(loop.id as unknown as object)).toBe('ignored: not a post');
  });
});

describe('a moderator elsewhere, by her own server’s word', () => {
  it('closes a thread of a community at her server, and of no other', async () => {
    const { id } = await sung();
    expect(await said(mia, activity('Lock', mia, id))).toBe('ignored: not of a community of theirs');
    expect(await known(id)).not.toHaveProperty('lockedAt');
    expect(await said(mod, activity('Lock', mod, id))).toBe('done: locked');
    expect(await said(mod, activity('Undo', mod, activity('Lock', mod, id)))).toBe('done: unlocked');
  });

  it('bans somebody here: she is part of that community no more, is told why, and may ask again', async () => {
    const bob = await account(north, unique('bob').replaceAll('-', '_').slice(0, 25));
    await joinChoir(bob);
    const ban = { target: choir.iri, summary: 'Too loud', endTime: '2027-01-01T00:00:00Z' };
    expect(await said(mia, activity('Block', mia, bob, ban))).toBe('ignored: not of a community of theirs');
    expect((await follow(bob, choir.iri))?.state).toBe('accepted');
    expect(await said(mod, activity('Block', mod, bob, ban))).toBe('done: banned');
    expect((await follow(bob, choir.iri))?.state).toBe('ended');
    expect(await told(bob)).toMatch(/has banned you until 1 January 2027.*The reason given: Too loud/);
    expect(await passedOn(activity('Block', mod, bob, ban))).toBe('ignored: nobody here');
    await joinChoir(bob);
  });
});

describe('PieFed’s PollVote', () => {
  it('in a poll that is not ours, or with no words, is no vote', async () => {
    const poll = third.publish({
      ...note(mia, choir.iri, 'Sing what?'),
      type: 'Question',
      oneOf: [
        { type: 'Note', name: 'Bach' },
        { type: 'Note', name: 'Verdi' },
      ],
      to: [PUBLIC],
    });
    await passedOn(activity('Create', mia, poll));
    expect(await said(mia, activity('PollVote', mia, poll.id, { choice_text: 'Bach' }))).toBe(
      'ignored: a vote in a poll elsewhere',
    );
    expect(await said(mia, activity('PollVote', mia, asked, { choice_text: 'Bach' }))).toBe(
      'ignored: not a poll known here',
    );
    expect(await said(mia, activity('PollVote', mia, asked, { choice_text: 7 }))).toBe('refused: a vote for nothing');
    expect(await passedOn(activity('PollVote', mia, poll.id, { choice_text: 'Bach' }))).toBe(
      'ignored: another activity',
    );
  });
});
