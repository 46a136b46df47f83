import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rootAt } from '../../../server/actions/record-tree.ts';
import type { CommunityIri, PersonIri, PostIri, ProposalId } from '../../../server/community/ids.ts';
import { rootFrom } from '../../../server/record/checkpoint.ts';
import { type FedifyPeer, startFedifyPeer } from '../../peers/fedify/client.ts';
import { account, community, LINKS_RULE, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { until } from '../../support/wait.ts';

const P1 = 'P-1' as ProposalId;
const THREE_LINKS = 'https://one.example https://two.example https://three.example';

let north: RunningServer;
let south: RunningServer;
let elsewhere: FedifyPeer;
let guild: CommunityIri;
let ana: PersonIri;
let ben: PersonIri;
let petra: PersonIri;

const state = async () => {
  const found = await north.house.states.load(guild);
  if (found === null) throw new Error('the guild has no record');
  return found;
};
const phase = async () => (await state()).proposals.get(P1)?.phase.state;
const ballots = () => north.house.ballots.count(guild, P1);
const days = (count: number) => north.clock.forward(count * 24);
const toldOnce = (user: string, text: string) =>
  until(`${user} is told “${text}”`, async () => JSON.stringify(await elsewhere.messages(user)).includes(text));

/** A poll of the guild as somebody elsewhere has it. */
const pollFor = (option: string) =>
  until(`a poll with “${option}” reaches carol`, async () => {
    const poll = (await elsewhere.polls('carol')).find((one) => JSON.stringify(one).includes(`"${option}"`));
    return poll?.id;
  });

async function petraAnswers(question: string, choice: string): Promise<void> {
  await until('the poll reaches south', () => south.house.posts.byIri(question as PostIri));
  must(await south.actions.voteElsewhere({ question: question as PostIri, voter: petra, choice }));
}

beforeAll(async () => {
  north = await runServer('north.localhost');
  [south, elsewhere] = await Promise.all([
    runServer('south.localhost', { TEST_CLOCK: north.clock.file }),
    startFedifyPeer({ users: ['carol', 'dave'] }),
  ]);
  ana = await account(north, 'ana');
  ben = await account(north, 'ben');
  petra = await account(south, 'petra');
  guild = (await community(north, ana, 'guild')).iri;
  must(await north.actions.joinCommunity({ person: ben, community: guild }));
  await south.house.communities.keepElsewhere(must(await meetGuild()));
  must(await south.actions.joinCommunity({ person: petra, community: guild }));
  await elsewhere.follow('carol', guild);
  await until('all are members', async () => (await state()).members.size === 4);
});

async function meetGuild() {
  const found = await north.house.communities.byIri(guild);
  return found === null
    ? ({ ok: false, refusal: { code: 'none', text: 'no guild' } } as const)
    : ({ ok: true, value: { ...found, home: 'elsewhere' as const } } as const);
}

afterAll(async () => {
  await elsewhere?.stop();
  await south?.stop();
  await north?.stop();
});

describe('a rule that members at three servers make', () => {
  it('an old post with three links is there before the rule', async () => {
    await elsewhere.note('carol', { content: `My links: ${THREE_LINKS}`, to: 'public', mention: guild });
    await until(
      'it is in the guild',
      async () => (await north.house.timelines.community(guild, null, { limit: 5 })).length === 1,
    );
  });

  it('is proposed by ana once she has been a member for 30 days, and not before', async () => {
    const submission = {
      community: guild,
      by: ana,
      title: LINKS_RULE.title,
      reasons: 'Link spam.',
      change: { kind: 'adopt-rule', rule: LINKS_RULE },
    } as const;
    expect((await north.actions.submitProposal(submission)).ok).toBe(false);
    days(31);
    must(await north.actions.submitProposal(submission));
    expect(await phase()).toBe('seconding');
  });

  it('is seconded from north, from south and from elsewhere', async () => {
    must(await north.actions.secondProposal({ community: guild, proposal: P1, by: ben }));
    const poll = await pollFor('I second this');
    await petraAnswers(poll, 'I second this');
    await elsewhere.vote('carol', poll, ['I second this']);
    await until('discussion has begun', async () => (await phase()) === 'discussion');
  });

  it('is frozen, and opened for voting, by itself', async () => {
    days(5);
    await until('frozen', async () => (await phase()) === 'frozen');
    days(2);
    await until('voting', async () => (await phase()) === 'voting');
    expect((await state()).proposals.get(P1)?.pinned).toMatchObject({
      rollSize: 4,
      active: 4,
      organisations: 3,
      quorum: 2,
    });
  });

  it('is voted on from three servers, each vote counted once', async () => {
    must(await north.actions.castBallot({ community: guild, proposal: P1, voter: ben, choice: 'yes', via: 'web' }));
    const question = await pollFor('Abstain');
    await petraAnswers(question, 'Yes');
    // Whoever has the poll can find out years later that the record before it was changed.
    const carried = (await south.house.posts.byIri(question as PostIri))?.html ?? '';
    const { 1: size = '', 2: root = '' } = /The open book then: entry (\d+), root (\S+?)</.exec(carried) ?? [];
    expect(rootFrom(root)).toBe(await rootAt(north.house, guild, Number(size)));
    await elsewhere.vote('carol', question, ['Yes']);
    await until('three ballots', async () => (await ballots()) === 3);
    await toldOnce('carol', 'Receipt');

    const again = await north.actions.castBallot({
      community: guild,
      proposal: P1,
      voter: ben,
      choice: 'no',
      via: 'web',
    });
    expect(again).toMatchObject({ ok: false, refusal: { code: 'already-voted' } });
    await elsewhere.vote('carol', question, ['No']);
    await elsewhere.vote('dave', question, ['No']);
    await toldOnce('carol', 'was not counted');
    await toldOnce('dave', 'was not counted');
    expect(await ballots()).toBe(3);
  });

  it('says nothing of the count before the close, and everything after it', async () => {
    const question = await pollFor('Abstain');
    const during = await elsewhere.lookup('carol', question);
    expect(JSON.stringify(during.document)).not.toMatch(/totalItems":[1-9]/);
    days(7);
    await until('decided', async () => (await phase()) === 'timelock');
    expect((await state()).proposals.get(P1)?.outcome?.tally).toMatchObject({ yes: 3, no: 0, result: 'passed' });
    await until('the closed poll reaches carol', async () =>
      (await elsewhere.polls('carol')).some((one) => one.id === question && one.closed),
    );
    const late = await north.actions.castBallot({
      community: guild,
      proposal: P1,
      voter: ana,
      choice: 'no',
      via: 'web',
    });
    expect(late).toMatchObject({ ok: false, refusal: { code: 'closed' } });
  });

  it('comes into force by itself, holds the next post that breaks it, and leaves the old one alone', async () => {
    days(3);
    await until('in force', async () => (await phase()) === 'in-force');
    await elsewhere.follow('dave', guild);
    await until('dave is a member', async () => (await state()).members.size === 5);
    const note = await elsewhere.note('dave', { content: `Offers: ${THREE_LINKS}`, to: 'public', mention: guild });
    const held = await until('dave’s post is kept', () => north.house.posts.byIri(note.note as PostIri));
    expect(held.standing).toMatchObject({ state: 'held', cited: { rule: 'R-1', version: 1 } });
    await toldOnce('dave', 'held for review');
    expect(JSON.stringify(await elsewhere.timeline('carol'))).not.toContain('Offers');
    const shown = await north.house.timelines.community(guild, ben, { limit: 20 });
    expect(shown.some((post) => post.html.includes('My links'))).toBe(true);
    expect(shown.some((post) => post.html.includes('Offers'))).toBe(false);
  });

  it('the hold ends by itself after its 72 hours, and the post is passed on', async () => {
    days(3);
    await until('carol sees the post', async () =>
      JSON.stringify(await elsewhere.timeline('carol')).includes('Offers'),
    );
    expect((await state()).holds.size).toBe(0);
  });
});
