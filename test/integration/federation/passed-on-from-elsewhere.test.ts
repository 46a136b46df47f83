import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri } from '../../../server/community/ids.ts';
import { communityIri, postIri } from '../../../server/community/ids.ts';
import type { Post } from '../../../server/community/post.ts';
import { activity, note, post, voteNote } from '../../support/attacker.ts';
import { account, community, must } from '../../support/people.ts';
import { PUBLIC, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { spareKeys } from '../../support/spare-keys.ts';
import { until } from '../../support/wait.ts';

let north: RunningServer;
let far: RemoteOrigin;
let third: RemoteOrigin;
let choir: RemoteActor;
let mia: RemoteActor;
let alice: PersonIri;
let guild: CommunityIri;
let opening: Post;

beforeAll(async () => {
  const keys = await spareKeys();
  [north, far, third] = await Promise.all([
    runServer('north.localhost'),
    startRemoteOrigin('far'),
    startRemoteOrigin('third'),
  ]);
  alice = await account(north, 'alice');
  guild = (await community(north, alice, 'guild')).iri;
  choir = await far.actor('choir', { type: 'Group', keys });
  mia = await third.actor('mia', { keys });
  await send(choir, activity('Like', choir, `${far.origin}/nothing`));
  await north.actions.joinCommunity({ person: alice, community: communityIri(choir.iri) });
  await north.settle();
  const [follow] = await until('alice’s Follow arrives', () => {
    const found = far.delivered(choir).filter(({ type }) => type === 'Follow');
    return found.length > 0 && found;
  });
  await send(choir, activity('Accept', choir, follow));
  opening = must(await north.actions.publishPost({ author: alice, community: guild, title: 'Ours', text: 'In here.' }));
  await north.settle();
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close(), third?.close()]);
});

async function send(by: RemoteActor, what: { readonly id: string }): Promise<string> {
  expect((await post(north.house.addresses.sharedInbox, by, what)).status).toBe(202);
  const received = north.database.db.collection<{ _id: string; outcome?: string }>('received');
  const outcome = await until('it is carried out', async () => (await received.findOne({ _id: what.id }))?.outcome);
  await north.settle();
  return outcome;
}
const known = (iri: string) => north.house.posts.byIri(postIri(iri));

describe('a community elsewhere to which alice belongs', () => {
  it('passes on an edit of a post, and alice reads the new words', async () => {
    const wrote = third.publish(note(mia, choir.iri, 'First words'));
    await send(choir, activity('Announce', choir, activity('Create', mia, wrote)));
    expect((await known(wrote.id))?.html).toContain('First words');
    const edited = third.publish({ ...wrote, content: 'Better words' });
    expect(await send(choir, activity('Announce', choir, activity('Update', mia, edited)))).toBe('done: edited');
    expect((await known(wrote.id))?.html).toContain('Better words');
  });

  it('cannot put its own words into an edit of somebody at a third server', async () => {
    const wrote = third.publish(note(mia, choir.iri, 'Hers'));
    await send(choir, activity('Announce', choir, activity('Create', mia, wrote)));
    await send(choir, activity('Announce', choir, activity('Update', mia, { ...wrote, content: 'Forged' })));
    expect((await known(wrote.id))?.html).toContain('Hers');
  });

  it('cannot change a post that is in another community', async () => {
    const choirs = far.publish(note({ iri: choir.iri }, guild, 'In the guild', { inReplyTo: opening.iri }));
    await send(choir, activity('Announce', choir, choirs));
    expect(await known(choirs.id)).toBeNull();
    const thread = await north.house.timelines.thread(opening.iri, null);
    expect(thread.map(({ html }) => html).join()).not.toContain('In the guild');
  });

  it('does not make public what was not written for everybody', async () => {
    const closed = far.publish({
      ...note({ iri: choir.iri }, choir.iri, 'For singers only'),
      to: [`${choir.iri}/followers`],
    });
    await send(choir, activity('Announce', choir, closed));
    const seen = await north.house.timelines.community(communityIri(choir.iri), null, { limit: 20 });
    expect(seen.map(({ html }) => html).join()).not.toContain('singers only');
  });

  it('passes on who voted what, as some servers do, and it is not kept', async () => {
    const poll = far.publish({
      ...note({ iri: choir.iri }, choir.iri, 'Sing what?'),
      type: 'Question',
      oneOf: [
        { type: 'Note', name: 'Bach' },
        { type: 'Note', name: 'Verdi' },
      ],
    });
    await send(choir, activity('Announce', choir, poll));
    expect((await known(poll.id))?.poll?.options).toEqual(['Bach', 'Verdi']);
    const vote = third.publish(voteNote(mia, poll.id, choir.iri, 'Bach', { to: [PUBLIC, choir.iri] }));
    expect(await send(choir, activity('Announce', choir, activity('Create', mia, vote)))).toMatch(/^ignored/);
    expect(await known(vote.id)).toBeNull();
  });

  it('cannot make this server ask a third one for many documents by one activity', async () => {
    const before = third.arrivals.length;
    const objects = Array.from({ length: 50 }, (_, index) => `${third.origin}/notes/made-up-${index}`);
    await send(choir, activity('Create', choir, objects));
    expect(third.arrivals.length - before).toBeLessThanOrEqual(1);
  });
});

describe('alice', () => {
  it('cannot answer in one community what was written in another', async () => {
    const shed = (await community(north, await account(north, 'bob'), 'shed')).iri;
    must(await north.actions.joinCommunity({ person: alice, community: shed }));
    const crossed = await north.actions.publishPost({
      author: alice,
      community: shed,
      inReplyTo: opening.iri,
      text: 'From the shed',
    });
    expect(crossed).toMatchObject({ ok: false, refusal: { code: 'no-such-post' } });
  });
});

describe('a community elsewhere that passes a member’s post on first', () => {
  it('does not get it: the author’s own word brings it home', async () => {
    await send(mia, activity('Follow', mia, guild));
    const wrote = third.publish(note(mia, guild, 'For the guild', { cc: [guild] }));
    await send(choir, activity('Announce', choir, wrote.id));
    expect((await known(wrote.id))?.community).toBe(choir.iri);
    await send(mia, activity('Create', mia, wrote));
    expect((await known(wrote.id))?.community).toBe(guild);
    const shown = await north.house.timelines.community(guild, alice, { limit: 20 });
    expect(shown.map(({ iri }) => iri)).toContain(wrote.id);
  });
});
