import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { type ApexPeer, startApexPeer } from '../../peers/apex/client.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

/** The choir is a Group on activitypub-express, which accepts every Follow and announces every Create it is sent. */
let naive: ApexPeer;
let north: RunningServer;
let ana: PersonIri;
let guild: CommunityIri;
let choir: CommunityIri;

const kept = (iri: string) => north.house.posts.byIri(iri as PostIri);
const outcome = async (id: string) =>
  (await north.database.db.collection<{ _id: string; outcome?: string }>('received').findOne({ _id: id }))?.outcome;
const answered = async (type: string, status: number) =>
  (await naive.health()).arrived.some((one) => one.type === type && one.status === status);

beforeAll(async () => {
  [north, naive] = await Promise.all([
    runServer('north.localhost'),
    startApexPeer({ people: ['nia'], groups: ['choir'] }),
  ]);
  ana = await account(north, 'ana');
  guild = (await community(north, ana, 'guild')).iri;
  choir = naive.actorIri('choir') as CommunityIri;
});

afterAll(async () => {
  await naive?.stop();
  await north?.stop();
});

describe('ana, and a group on a naive server', () => {
  const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';

  it('finds the group by its handle, joins it, and is accepted', async () => {
    const browser = new Visitor(north);
    expect((await browser.signIn('ana', 'a long enough password')).status).toBe(303);
    const found = await browser.submit('/communities/lookup', { address: naive.handle('choir') });
    expect(found.status).toBe(303);
    must(await north.actions.joinCommunity({ person: ana, community: choir }));
    await until('she is accepted', async () => (await north.house.follows.get(ana, choir))?.state === 'accepted');
  });

  it('writes to it, edits, and deletes, and the package takes each of them', async () => {
    const post = must(await north.actions.publishPost({ author: ana, community: choir, text: 'A new song.' }));
    await until('it is kept there', async () => (await naive.kept(post.iri))?.content === '<p>A new song.</p>');
    must(await north.actions.editPost({ post: post.iri, by: ana, text: 'An old song.' }));
    await until('so is the edit', async () => (await naive.kept(post.iri))?.content === '<p>An old song.</p>');
    must(await north.actions.deletePost({ post: post.iri, by: ana }));
    await until('and the deletion', async () => (await naive.kept(post.iri))?.type === 'Tombstone');
    expect(await answered('Create', 200)).toBe(true);
  });

  it('reads what nia writes to it, though the group announces no more than the id of the Create', async () => {
    await naive.follow('nia', choir);
    const post = await naive.post('nia', choir, 'Tenors are late.');
    expect(await until('it is here', () => kept(post.object))).toMatchObject({
      community: choir,
      author: naive.actorIri('nia'),
      home: 'elsewhere',
    });
  });

  it('votes in its poll, and the package takes the vote', async () => {
    const option = (name: string) => ({ type: 'Note', name, replies: { type: 'Collection', totalItems: 0 } });
    const followers = `${choir}/followers`;
    const question = {
      type: 'Question',
      attributedTo: choir,
      to: [PUBLIC],
      cc: [followers],
      content: 'Bach?',
      endTime: new Date(Date.now() + 3_600_000).toISOString(),
      oneOf: [option('Yes'), option('No')],
    };
    const asked = await naive.say('choir', { type: 'Create', to: [PUBLIC], cc: [followers], object: question });
    const poll = await until('the poll is here', async () => (await kept(asked.object))?.poll);
    expect(poll).toMatchObject({ options: ['Yes', 'No'], multiple: false });
    must(await north.actions.voteElsewhere({ question: asked.object as PostIri, voter: ana, choice: 'Yes' }));
    await until('the vote is there', async () =>
      (await naive.inbox('choir')).some((one) => Object(one.object).name === 'Yes' && Object(one.object).inReplyTo),
    );
  });

  it('leaves it, and is counted among its followers no more', async () => {
    const followers = async () => (await fetchJson(`${choir}/followers`)).totalItems;
    expect(await followers()).toBe(2);
    must(await north.actions.leaveCommunity({ person: ana, community: choir }));
    await until('she is gone', async () => (await followers()) === 1);
  });

  it('is not passed round for ever: a group that follows a group here gets nothing for it', async () => {
    const follow = await naive.say('choir', { type: 'Follow', to: [guild], object: guild });
    await until('the Follow is dealt with', () => outcome(follow.activity));
    expect((await north.house.follows.get(choir, guild))?.state).not.toBe('accepted');
    const before = (await naive.health()).arrived.length;
    const post = must(await north.actions.publishPost({ author: ana, community: guild, text: 'Among ourselves.' }));
    await north.settle();
    expect((await naive.health()).arrived).toHaveLength(before);
    expect(await naive.kept(post.iri)).toBeNull();
  });

  async function fetchJson(url: string): Promise<Record<string, unknown>> {
    const answer = await fetch(url.replace(new URL(url).hostname, '127.0.0.1'), {
      headers: { accept: 'application/activity+json' },
    });
    return (await answer.json()) as Record<string, unknown>;
  }
});

describe('what a naive neighbour signs, and what ours believes', () => {
  let serial = 0;
  const id = () => `${naive.origin}/s/raw-${++serial}`;
  const hello = () => ({
    id: id(),
    type: 'Create',
    to: [guild],
    object: { id: id(), type: 'Note', attributedTo: naive.actorIri('nia'), to: [guild], content: 'Hello.' },
  });
  const shared = () => north.house.addresses.sharedInbox;

  it.each([
    ['the date, as its library does unless told otherwise', ['date']],
    ['no digest, as its older versions do', ['(request-target)', 'host', 'date']],
    ['everything but the path', ['host', 'date', 'digest']],
    ['everything but the host', ['(request-target)', 'date', 'digest']],
  ])('a naive neighbour whose signatures cover too little is told 401: %s', async (_what, covers) => {
    const activity = hello();
    const answer = await naive.raw('nia', shared(), activity, { covers });
    expect(answer).toMatchObject({ status: 401, text: expect.stringContaining('must cover') });
    expect(await outcome(activity.id)).toBeUndefined();
    expect(await kept(activity.object.id)).toBeNull();
  });

  it('is told 403 when it forwards in its own name what somebody else did', async () => {
    const activity = { ...hello(), actor: ana };
    expect((await naive.raw('nia', shared(), activity)).status).toBe(403);
    expect(await kept(activity.object.id)).toBeNull();
  });

  it('changes nothing of ours, though its own server would let anybody do these things', async () => {
    const post = must(await north.actions.publishPost({ author: ana, community: guild, text: 'Mine.' }));
    const [before, members] = [await kept(post.iri), (await north.house.states.load(guild))?.members.size];
    const mine = { id: post.iri, type: 'Note', attributedTo: naive.actorIri('nia'), content: 'Hers.', to: [guild] };
    const invented = {
      id: `${north.origin}/activities/f-1`,
      type: 'Follow',
      actor: ana,
      object: naive.actorIri('nia'),
    };
    const attempts = [
      { id: id(), type: 'Update', object: mine },
      { id: id(), type: 'Create', object: mine },
      { id: id(), type: 'Delete', object: post.iri },
      { id: id(), type: 'Update', object: { ...mine, id: ana, type: 'Person', inbox: `${naive.origin}/inbox` } },
      { id: id(), type: 'Accept', object: invented },
      { id: id(), type: 'Undo', object: { ...invented, object: guild } },
      { id: id(), type: 'Follow', object: guild, _meta: { collection: [`${guild}/followers`] }, actor: choir },
    ];
    for (const activity of attempts) {
      const answer = await naive.raw('nia', shared(), activity);
      expect([202, 403]).toContain(answer.status);
      if (answer.status === 403) continue;
      const became = await until(`${activity.type} is dealt with`, () => outcome(activity.id));
      expect(became).toMatch(/^(refused|ignored)/);
    }
    expect(await kept(post.iri)).toEqual(before);
    expect((await north.house.states.load(guild))?.members.size).toBe(members);
    expect(await north.house.follows.get(ana, naive.actorIri('nia') as PersonIri)).toBeNull();
  });
});
