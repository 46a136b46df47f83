import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri, ProposalId } from '../../../server/community/ids.ts';
import { type ApexPeer, startApexPeer } from '../../peers/apex/client.ts';
import { account, community, LINKS_RULE, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { until } from '../../support/wait.ts';

/** Nia's server is activitypub-express as it is, with everything that security.md §3 says of it. */
let naive: ApexPeer;
let north: RunningServer;
let ana: PersonIri;
let ben: PersonIri;
let guild: CommunityIri;
let nia: PersonIri;

const kept = (iri: string) => north.house.posts.byIri(iri as PostIri);
const state = async () => {
  const found = await north.house.states.load(guild);
  if (found === null) throw new Error('the guild has no record');
  return found;
};
const membersOf = async () =>
  [...(await state()).members.values()].filter((one) => one.leftAt === undefined).map(({ member }) => member);
/** What became of an activity that was answered 202. */
const outcome = async (id: string) =>
  (await north.database.db.collection<{ _id: string; outcome?: string }>('received').findOne({ _id: id }))?.outcome;
const inboxHolds = async (...texts: readonly string[]) =>
  (await naive.inbox('nia')).some((one) => texts.every((text) => JSON.stringify(one).includes(text)));

beforeAll(async () => {
  [north, naive] = await Promise.all([runServer('north.localhost'), startApexPeer()]);
  ana = await account(north, 'ana');
  ben = await account(north, 'ben');
  guild = (await community(north, ana, 'guild')).iri;
  must(await north.actions.joinCommunity({ person: ben, community: guild }));
  nia = naive.actorIri('nia') as PersonIri;
});

afterAll(async () => {
  await naive?.stop();
  await north?.stop();
});

describe('nia, a member on a naive server', () => {
  it('joins by a Follow, is accepted, and stands in the record', async () => {
    expect((await naive.follow('nia', guild)).status).toBe(201);
    await until('she is a member', async () => (await membersOf()).includes(nia));
    await until('the Accept is taken in there', async () =>
      (await naive.health()).arrived.some(({ type, status }) => type === 'Accept' && status === 200),
    );
  });

  it('writes to the guild, edits, and deletes', async () => {
    const post = await naive.post('nia', guild, 'Hello from a naive server.');
    expect(await until('her post is kept', () => kept(post.object))).toMatchObject({
      community: guild,
      author: nia,
      standing: { state: 'visible' },
    });
    await until('it comes back to her, passed on', () => inboxHolds('"Announce"', 'Hello from a naive server.'));

    expect(await naive.edit('nia', post.object, 'Hello, edited.', guild)).toMatchObject({ status: 201 });
    await until('the edit has arrived', async () => (await kept(post.object))?.html.includes('edited'));

    expect(await naive.delete('nia', post.object, guild)).toMatchObject({ status: 201 });
    await until('the deletion has arrived', async () => (await kept(post.object))?.deletedAt);
  });

  it('reads what ana writes, edits and deletes, though her server refuses the plain boost of it', async () => {
    const post = must(
      await north.actions.publishPost({ author: ana, community: guild, title: 'Tea', text: 'At five?' }),
    );
    await until('it reaches nia', async () => (await naive.kept(post.iri))?.type === 'Note');
    await until('the boost is answered 400 there', async () =>
      (await naive.health()).arrived.some(({ type, status }) => type === 'Announce' && status === 400),
    );
    const reply = await naive.reply('nia', post.iri, [guild], 'Gladly.');
    expect(await until('her reply is in the thread', () => kept(reply.object))).toMatchObject({
      community: guild,
      inReplyTo: post.iri,
      thread: post.thread,
    });

    must(await north.actions.editPost({ post: post.iri, by: ana, text: 'At six?' }));
    await until('the edit reaches nia', () => inboxHolds('"Announce"', '"Update"', 'At six?'));
    must(await north.actions.deletePost({ post: post.iri, by: ana }));
    await until('the deletion reaches nia', () => inboxHolds('"Announce"', '"Delete"', post.iri));
  });

  it('likes a post and takes the like back, naming the like by its id alone', async () => {
    const post = must(await north.actions.publishPost({ author: ana, community: guild, text: 'Like this.' }));
    const likes = async () => (await north.house.reactions.count(post.iri)).likes;
    expect((await naive.like('nia', post.iri, ana)).status).toBe(400);
    const like = { id: `${naive.origin}/s/like-1`, type: 'Like', object: post.iri };
    expect((await naive.raw('nia', `${ana}/inbox`, like)).status).toBe(202);
    await until('it counts', async () => (await likes()) === 1);
    const undo = { id: `${naive.origin}/s/undo-1`, type: 'Undo', object: like.id };
    expect((await naive.raw('nia', `${ana}/inbox`, undo)).status).toBe(202);
    await until('it is taken back', async () => (await likes()) === 0);
  });

  it('likes and boosts as her server does, by the id of the Create, once each however often', async () => {
    const post = must(await north.actions.publishPost({ author: ana, community: guild, text: 'Like this too.' }));
    const counts = () => north.house.reactions.count(post.iri);
    await until('her server has the Create', () => naive.kept(post.activity));
    const like = await naive.like('nia', post.activity, ana);
    expect(like.status).toBe(201);
    await naive.like('nia', post.activity, ana);
    await naive.announce('nia', post.activity, ana);
    await until('both count', async () => {
      const { likes, shares } = await counts();
      return likes === 1 && shares === 1;
    });
  });

  it('dislikes a post and reports it', async () => {
    const post = must(await north.actions.publishPost({ author: ana, community: guild, text: 'Rude.' }));
    const dislike = await naive.say('nia', { type: 'Dislike', to: [ana], object: post.iri });
    const flag = await naive.say('nia', { type: 'Flag', to: [ana], object: [ana, post.iri], content: 'Rude!' });
    expect([dislike.status, flag.status]).toEqual([201, 201]);
    await until('the dislike counts', async () => (await north.house.reactions.count(post.iri)).dislikes === 1);
    const [report] = await until('the report is kept', async () => {
      const found = await north.house.reports.about(ana, 5);
      return found.length > 0 && found;
    });
    expect(report).toMatchObject({ from: naive.host, posts: [post.iri], text: 'Rude!' });
  });

  it('sends what her server can say and ours has no use for, and nothing comes of it', async () => {
    const post = must(await north.actions.publishPost({ author: ana, community: guild, text: 'Stays as it is.' }));
    const before = await kept(post.iri);
    const sent = await Promise.all([
      naive.say('nia', { type: 'Listen', to: [ana], object: post.iri }),
      naive.say('nia', { type: 'Question', to: [guild], content: 'A question that is an activity' }),
      naive.say('nia', { type: 'Arrive', to: [guild], location: { type: 'Place', name: 'Here' } }),
    ]);
    for (const { status, activity } of sent) {
      expect(status).toBe(201);
      await until('it is dealt with', async () => (await outcome(activity))?.startsWith('ignored'));
    }
    expect(await kept(post.iri)).toEqual(before);
  });

  it('leaves, naming her Follow by its id alone, and joins again', async () => {
    const [follow] = await north.house.follows.communitiesOf(nia);
    expect((await naive.undo('nia', String(follow?.activity), guild)).status).toBe(201);
    await until('she has left', async () => !(await membersOf()).includes(nia));
    await naive.follow('nia', guild);
    await until('she is back', async () => (await membersOf()).includes(nia));
  });
});

describe('a vote in which nia takes part', () => {
  const P1 = 'P-1' as ProposalId;
  const phase = async () => (await state()).proposals.get(P1)?.phase.state;
  const days = (count: number) => north.clock.forward(count * 24);
  const reach = (wanted: string) => until(wanted, async () => (await phase()) === wanted);

  /** The id of a poll that reached her, by one of its options. */
  const pollWith = (option: string) =>
    until(`a poll with “${option}” reaches nia`, async () => {
      const found = (await naive.inbox('nia')).find((one) => JSON.stringify(one).includes(`"name":"${option}"`));
      const inner = Object(found?.object);
      return (inner.type === 'Question' ? inner.id : Object(inner.object).id) as string | undefined;
    });

  it('takes her second and her ballot, each once, and refuses her second ballot', async () => {
    days(31);
    must(
      await north.actions.submitProposal({
        community: guild,
        by: ana,
        title: LINKS_RULE.title,
        reasons: 'Link spam.',
        change: { kind: 'adopt-rule', rule: LINKS_RULE },
      }),
    );
    must(await north.actions.secondProposal({ community: guild, proposal: P1, by: ben }));
    await naive.vote('nia', await pollWith('I second this'), 'I second this', guild);
    await reach('discussion');
    days(5);
    await reach('frozen');
    days(2);
    await reach('voting');
    const question = await pollWith('Abstain');
    const first = await naive.vote('nia', question, 'Yes', guild);
    await until('her ballot is cast', async () => (await outcome(first.activity)) === 'done: ballot cast');
    const second = await naive.vote('nia', question, 'No', guild);
    await until('the second is refused', async () => (await outcome(second.activity))?.startsWith('refused'));
    expect(await north.house.ballots.count(guild, P1)).toBe(1);
    await until('she is told', () => inboxHolds('was not counted'));
  });

  it('never passes her vote on, as if it were a post', async () => {
    expect(await inboxHolds('"Announce"', '"name":"Yes"', '"Note"')).toBe(false);
    const shown = await north.house.timelines.community(guild, ben, { limit: 50 });
    expect(shown.filter(({ author }) => author === nia).map(({ html }) => html)).toEqual([]);
  });
});
