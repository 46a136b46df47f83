import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invite, signUp } from '../../../server/accounts/sign-up.ts';
import type { CommunityIri, PersonIri } from '../../../server/community/ids.ts';
import { type FedifyPeer, startFedifyPeer } from '../../peers/fedify/client.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { until } from '../../support/wait.ts';

let north: RunningServer;
let elsewhere: FedifyPeer;
let ana: PersonIri;
let guild: CommunityIri;

async function account(name: string): Promise<PersonIri> {
  const invitation = await invite(north.house, { purpose: 'join' });
  const opened = await signUp(north.house, { username: name, password: 'a long enough password', invitation });
  if (!opened.ok) throw new Error(opened.refusal.text);
  return opened.value.iri;
}

const membersOf = async () => {
  const state = await north.house.states.load(guild);
  return [...(state?.members.values() ?? [])]
    .filter((one) => one.leftAt === undefined)
    .map((one) => one.member as string);
};

beforeAll(async () => {
  [north, elsewhere] = await Promise.all([runServer('north.localhost'), startFedifyPeer({ users: ['carol', 'dave'] })]);
  ana = await account('ana');
  const founded = await north.actions.foundCommunity({
    founder: ana,
    name: 'guild',
    title: 'Guild',
    purpose: 'To try things.',
  });
  if (!founded.ok) throw new Error(founded.refusal.text);
  guild = founded.value.iri;
  await north.actions.joinCommunity({ person: ana, community: guild });
});

afterAll(async () => {
  await elsewhere?.stop();
  await north?.stop();
});

describe('carol, on a server built on Fedify, and the guild', () => {
  it('carol follows the guild, is accepted, and stands in its record as a member', async () => {
    await elsewhere.follow('carol', guild);
    await until('carol is accepted', async () =>
      (await elsewhere.following('carol')).some((one) => JSON.stringify(one).includes('accepted')),
    );
    expect(await membersOf()).toContain(elsewhere.actorIri('carol'));
  });

  it('a post by ana reaches carol, announced whole and as a plain boost', async () => {
    const post = await north.actions.publishPost({
      author: ana,
      community: guild,
      title: 'Hello',
      text: 'Who is here?',
    });
    expect(post.ok).toBe(true);
    await until('carol sees it', async () =>
      JSON.stringify(await elsewhere.timeline('carol')).includes('Who is here?'),
    );
    await until('both forms arrive', async () => {
      const inbox = (await elsewhere.inbox('carol')).map((one) => JSON.stringify(one));
      const announces = inbox.filter((one) => one.includes('"Announce"'));
      return announces.some((one) => one.includes('"Create"')) && announces.some((one) => !one.includes('"Create"'));
    });
  });

  it('a post by carol that mentions the guild is in it, and her edit and deletion too', async () => {
    const note = await elsewhere.note('carol', { content: 'I am a customer.', to: 'public', mention: guild });
    const kept = await until('her post is kept', () => north.house.posts.byIri(note.note as never));
    expect(kept).toMatchObject({
      community: guild,
      author: elsewhere.actorIri('carol'),
      standing: { state: 'visible' },
    });
    await elsewhere.edit('carol', note.note, 'I am a happy customer.');
    await until('her edit arrived', async () =>
      (await north.house.posts.byIri(note.note as never))?.html.includes('happy'),
    );
    await elsewhere.delete('carol', note.note);
    await until('her deletion arrived', async () => (await north.house.posts.byIri(note.note as never))?.deletedAt);
  });

  it('carol answers ana without naming the guild, ana answers carol, and both stand in one thread', async () => {
    const post = await north.actions.publishPost({ author: ana, community: guild, text: 'Any questions?' });
    if (!post.ok) throw new Error(post.refusal.text);
    const { note } = await elsewhere.note('carol', { content: 'Just one.', inReplyTo: post.value.iri });
    const kept = await until('her answer is kept', () => north.house.posts.byIri(note as never));
    expect(kept).toMatchObject({ community: guild, inReplyTo: post.value.iri, thread: post.value.thread });

    const answer = await north.actions.publishPost({
      author: ana,
      community: guild,
      inReplyTo: kept.iri,
      text: 'Which?',
    });
    if (!answer.ok) throw new Error(answer.refusal.text);
    const { iri } = answer.value;
    const seen = await until('carol has ana’s answer', async () =>
      (await elsewhere.timeline('carol')).find(({ id }) => id === iri),
    );
    expect(seen).toMatchObject({ author: ana, inReplyTo: note });
    expect(seen.mentions).toContain(guild);
  });

  it('dave, who is no member, is turned away and told how to join', async () => {
    const note = await elsewhere.note('dave', { content: 'Buy!', to: 'public', mention: guild });
    await until('dave is told', async () =>
      JSON.stringify(await elsewhere.messages('dave')).includes('only members write'),
    );
    expect(await north.house.posts.byIri(note.note as never)).toBeNull();
  });

  it('a like by carol is counted once, however often she sends it', async () => {
    const post = await north.actions.publishPost({ author: ana, community: guild, text: 'Like this.' });
    if (!post.ok) throw new Error(post.refusal.text);
    const liked = await elsewhere.like('carol', post.value.iri);
    await elsewhere.like('carol', post.value.iri);
    await until('it is counted', async () => (await north.house.reactions.count(post.value.iri)).likes === 1);
    await elsewhere.undo('carol', liked.activity);
    await until('and taken back', async () => (await north.house.reactions.count(post.value.iri)).likes === 0);
  });

  it('carol unfollows and is no member any more', async () => {
    await elsewhere.unfollow('carol', guild);
    await until('she left', async () => !(await membersOf()).includes(elsewhere.actorIri('carol')));
  });
});
