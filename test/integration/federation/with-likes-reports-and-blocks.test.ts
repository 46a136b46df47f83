import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { type FedifyPeer, startFedifyPeer } from '../../peers/fedify/client.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

let elsewhere: FedifyPeer;
let north: RunningServer;
let ana: PersonIri;
let guild: CommunityIri;
let carol: PersonIri;
let choir: CommunityIri;

const kept = (iri: string) => north.house.posts.byIri(iri as PostIri);
const byAna = async (text: string) =>
  must(await north.actions.publishPost({ author: ana, community: guild, text: `${text} (by ana)` }));
const counts = (post: PostIri) => north.house.reactions.count(post);
const nothing = { likes: 0, dislikes: 0, shares: 0, emojis: [] };

beforeAll(async () => {
  [north, elsewhere] = await Promise.all([
    runServer('north.localhost'),
    startFedifyPeer({ users: ['carol'], groups: ['choir'] }),
  ]);
  ana = await account(north, 'ana');
  guild = (await community(north, ana, 'guild')).iri;
  carol = elsewhere.actorIri('carol') as PersonIri;
  choir = elsewhere.actorIri('choir') as CommunityIri;
  await elsewhere.follow('carol', guild);
  await until('carol is a member', async () => (await north.house.states.load(guild))?.members.has(carol));
});

afterAll(async () => {
  await elsewhere?.stop();
  await north?.stop();
});

describe('carol, on a server built on Fedify, says what she thinks of a post here', () => {
  it('boosts it, and takes the boost back', async () => {
    const { iri } = await byAna('Pass this on');
    const boost = await elsewhere.announce('carol', iri);
    await until('it counts', async () => (await counts(iri)).shares === 1);
    await elsewhere.undo('carol', boost.activity);
    await until('it is taken back', async () => (await counts(iri)).shares === 0);
  });

  it('dislikes it, and takes that back', async () => {
    const { iri } = await byAna('Pineapple');
    const dislike = await elsewhere.dislike('carol', iri);
    await until('it counts', async () => (await counts(iri)).dislikes === 1);
    await elsewhere.undo('carol', dislike.activity);
    await until('it is taken back', async () => (await counts(iri)).dislikes === 0);
  });

  it('puts an emoji on it, once, and takes it away', async () => {
    const { iri } = await byAna('Good news');
    const first = await elsewhere.react('carol', iri, '🎉');
    await elsewhere.react('carol', iri, '🎉');
    await until('it is there', async () => (await counts(iri)).emojis.length === 1);
    expect(await counts(iri)).toEqual({ ...nothing, emojis: [{ emoji: '🎉', count: 1 }] });
    await elsewhere.undo('carol', first.activity);
    await until('it is gone', async () => (await counts(iri)).emojis.length === 0);
  });

  it('takes back an emoji without saying again which it was, as snac does, and keeps her like', async () => {
    const { iri } = await byAna('Very good news');
    await elsewhere.like('carol', iri);
    const { activity } = await elsewhere.react('carol', iri, '🎉');
    await until('both count', async () => (await counts(iri)).emojis.length === 1 && (await counts(iri)).likes === 1);
    await elsewhere.send('carol', ana, {
      '@context': ['https://www.w3.org/ns/activitystreams', { EmojiReact: 'http://litepub.social/ns#EmojiReact' }],
      type: 'Undo',
      object: { id: activity, type: 'EmojiReact', actor: carol, object: iri },
    });
    await until('the emoji is gone', async () => (await counts(iri)).emojis.length === 0);
    expect((await counts(iri)).likes).toBe(1);
  });
});

describe('carol has had enough', () => {
  it('reports ana and her post: the report is kept as her server’s, not as hers', async () => {
    const { iri } = await byAna('Rude');
    await elsewhere.flag('carol', { account: ana, posts: [iri], content: 'This is rude.' });
    const [report] = await until('it is kept', async () => {
      const found = await north.house.reports.about(ana, 5);
      return found.length > 0 && found;
    });
    expect(report).toMatchObject({ from: new URL(carol).host, about: ana, posts: [iri], text: 'This is rude.' });
    expect(JSON.stringify(report)).not.toContain('carol');
  });

  it('blocks ana: she follows her no more, and is still a member of the guild', async () => {
    await elsewhere.follow('carol', ana);
    const follow = () => north.house.follows.get(carol, ana);
    await until('she follows ana', async () => (await follow())?.state === 'accepted');
    await elsewhere.block('carol', ana);
    await until('she does not', async () => (await follow())?.state === 'ended');
    expect((await north.house.follows.get(carol, guild))?.state).toBe('accepted');
  });

  it('takes another name, and is known by it here', async () => {
    await elsewhere.rename('carol', 'Carol the Calm');
    await until('she is', async () => (await north.house.people.byIri(carol))?.displayName === 'Carol the Calm');
  });
});

describe('ana, here, says what she thinks of posts elsewhere', () => {
  const reaction = async (type: string) => (await elsewhere.reactions('carol')).find((one) => one.type === type);

  it('likes what carol wrote in the guild: carol’s server reads it, and reads that it is taken back', async () => {
    const { note } = await elsewhere.note('carol', { content: 'A customer speaks.', mention: guild });
    await until('it is here', () => kept(note));
    must(await north.actions.likePost({ post: note as PostIri, by: ana, kind: 'like' }));
    expect(await until('the like is there', () => reaction('Like'))).toMatchObject({ from: ana, object: note });
    must(await north.actions.takeLikeBack({ post: note as PostIri, by: ana }));
    await until('it is taken back', async () => (await reaction('Like')) === undefined);
  });

  it('dislikes a post in a group there: the group passes the dislike on, and then the like in its stead', async () => {
    const browser = new Visitor(north);
    await browser.signIn('ana', 'a long enough password');
    expect((await browser.submit('/communities/lookup', { address: elsewhere.handle('choir') })).status).toBe(303);
    must(await north.actions.joinCommunity({ person: ana, community: choir }));
    await until('ana sings', async () => (await north.house.follows.get(ana, choir))?.state === 'accepted');
    await elsewhere.follow('carol', choir);
    await elsewhere.until(async () => (await elsewhere.followers('choir')).includes(carol), 'carol sings too');

    const { note } = await elsewhere.note('carol', { content: 'A song', mention: choir });
    await until('it is here', () => kept(note));
    must(await north.actions.likePost({ post: note as PostIri, by: ana, kind: 'dislike' }));
    expect(await until('the dislike is there', () => reaction('Dislike'))).toMatchObject({ from: ana, object: note });
    must(await north.actions.likePost({ post: note as PostIri, by: ana, kind: 'like' }));
    await until('the like stands in its stead', async () => (await reaction('Like')) && !(await reaction('Dislike')));
  });

  it('sees what the group pins, and what it no longer does', async () => {
    const { note } = await elsewhere.note('carol', { content: 'Read this first', mention: choir });
    await until('it is here', () => kept(note));
    await elsewhere.pin('choir', note);
    await until('it is pinned', async () => (await kept(note))?.pinnedAt);
    await elsewhere.pin('choir', note, true);
    await until('it is not', async () => (await kept(note))?.pinnedAt === undefined);
  });

  it('nothing of ours was refused there, or could not be read', async () => {
    const { refused, unverified, inboxErrors } = await elsewhere.health();
    expect([...refused, ...unverified, ...inboxErrors]).toEqual([]);
  });
});
