import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonIri } from '../../server/community/ids.ts';
import { activity, note, post, signedRequest, voteNote } from '../support/attacker.ts';
import { send } from '../support/http-client.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { Stage } from '../support/stage.ts';
import { Visitor } from '../support/visitor.ts';
import { DAY, type OpenVote, openVote } from '../support/voting-stage.ts';
import { until } from '../support/wait.ts';

let stage: Stage;
let evil: RemoteOrigin;
let honest: RemoteOrigin;
let open: OpenVote;
/** Members long enough; each votes in one test only. */
let vic: RemoteActor;
let val: RemoteActor;
let vera: RemoteActor;
let vito: RemoteActor;
let vlad: RemoteActor;
let vela: RemoteActor;
/** A member for too short a time, one who left, and a stranger. */
let newt: RemoteActor;
let lea: RemoteActor;
let eve: RemoteActor;

beforeAll(async () => {
  [stage, evil, honest] = await Promise.all([Stage.open(), startRemoteOrigin('eve'), startRemoteOrigin('vic')]);
  const name = (called: string) => honest.actor(called);
  [vic, val, vera, vito, vlad, vela] = await Promise.all([
    name('vic'),
    name('val'),
    name('vera'),
    name('vito'),
    name('vlad'),
    name('vela'),
  ]);
  [newt, lea, eve] = await Promise.all([name('newt'), name('lea'), evil.actor('eve')]);
  for (const member of [vic, val, vera, vito, vlad, vela, lea]) await stage.join(member);
  await stage.forward(31 * DAY);
  await stage.join(newt);
  open = await openVote(stage, 'Links by newcomers', [
    stage.person('bob'),
    stage.person('carol'),
    vic.iri as PersonIri,
  ]);
  await post(stage.sharedInbox, lea, activity('Undo', lea, activity('Follow', lea, stage.guild)));
  await until(
    'lea left',
    async () => (await stage.house.states.load(stage.guild))?.members.get(lea.iri as PersonIri)?.leftAt,
  );
});

afterAll(async () => {
  await Promise.all([evil, honest, stage].map((one) => one?.close()));
});

const ballots = () => stage.house.ballots.of(stage.guild, open.proposal);
const ballotsBy = async (voter: string) => (await ballots()).filter((ballot) => ballot.voter === voter);
const vote = (voter: RemoteActor, choice: unknown, more: object = {}) =>
  activity('Create', voter, voteNote(voter, open.question, stage.guild, choice, more), { to: [stage.guild] });
const INBOXES = [
  ['personal', () => stage.inboxOf('guild')],
  ['shared', () => stage.sharedInbox],
] as const;

/** What the community told somebody elsewhere by direct message. */
const told = (origin: RemoteOrigin, reader: RemoteActor): readonly string[] =>
  origin
    .delivered(reader)
    .filter(({ type, to }) => type === 'Create' && [to].flat().includes(reader.iri))
    .map(({ object }) => String((object as { content?: unknown }).content));

describe('one member, many votes (VOT-01)', () => {
  it('bob votes fifty times at once, from three browsers: one ballot, which stays', async () => {
    const browsers = await Promise.all([1, 2, 3].map(() => stage.visitor('bob')));
    const path = `/communities/guild/proposals/${open.proposal}/ballot`;
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) => {
        const browser = browsers[number % 3] as Visitor;
        return browser.submit(path, { choice: ['yes', 'no', 'abstain'][number % 3] ?? 'yes' });
      }),
    );
    for (const { status } of answers) expect([303, 200, 409, 422]).toContain(status);
    const [first, ...more] = await ballotsBy(stage.person('bob'));
    expect(more).toEqual([]);
    const bob = await stage.visitor('bob');
    await bob.submit(path, { choice: first?.choice === 'yes' ? 'no' : 'yes' });
    expect(await ballotsBy(stage.person('bob'))).toEqual([first]);
  });

  it('vic votes fifty times at once, each time with another id and at another inbox: one ballot', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) => {
        const inbox = number % 2 ? stage.sharedInbox : stage.inboxOf('guild');
        return post(inbox, vic, vote(vic, ['Yes', 'No', 'Abstain'][number % 3]));
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    await stage.quiet();
    expect(await ballotsBy(vic.iri)).toHaveLength(1);
    await until('vic has his receipt', () => told(honest, vic).some((text) => text.includes('Receipt')));
    await until('vic knows that the others did not count', () =>
      told(honest, vic).some((text) => text.includes('already voted')),
    );
  });
});

it('the same vote, byte by byte at both inboxes and then with new ids, is one ballot (VOT-02)', async () => {
  const same = vote(val, 'Yes');
  for (const inbox of [stage.inboxOf('guild'), stage.sharedInbox]) {
    const signed = signedRequest(inbox, val, same);
    for (let times = 0; times < 5; times += 1) expect((await send(stage.server.port, signed)).status).toBe(202);
  }
  for (let times = 0; times < 3; times += 1) await post(stage.sharedInbox, val, vote(val, 'No'));
  await stage.quiet();
  const [ballot, ...more] = await ballotsBy(val.iri);
  expect(ballot).toMatchObject({ choice: 'yes', via: 'federation' });
  expect(more).toEqual([]);
});

describe.each(INBOXES)('at the %s inbox', (_name, inbox) => {
  const voters = () =>
    [
      ['a stranger', eve, evil, /member/],
      ['a member for too short a time', newt, honest, /roll/],
      ['one who left', lea, honest, /member/],
    ] as const;

  it('strangers, newcomers and those who left do not vote, and are told (VOT-05)', async () => {
    const before = await ballots();
    for (const [, voter] of voters()) {
      expect((await post(inbox(), voter, vote(voter, 'Yes'))).status).toBe(202);
    }
    await stage.quiet();
    expect(await ballots()).toEqual(before);
    for (const [who, voter, home, why] of voters()) {
      await until(`${who} is told`, () =>
        told(home, voter).some((text) => text.includes(open.proposal) && why.test(text)),
      );
    }
  });

  it.each([
    ['words that stand on no ballot', 'Maybe'],
    ['nothing', ''],
    ['an object', { $gt: '' }],
    ['a number', 1],
    ['null', null],
    ['a key of objects', '__proto__'],
  ])('a vote for %s counts for nothing (VOT-07)', async (_what, choice) => {
    const before = await ballots();
    expect((await post(inbox(), vera, vote(vera, choice))).status).toBe(202);
    await stage.quiet();
    expect(await ballots()).toEqual(before);
  });

  it('nobody votes in vera’s name', async () => {
    const before = await ballots();
    const forged = voteNote(vera, open.question, stage.guild, 'Yes');
    const forgeries = [
      activity('Create', eve, forged),
      activity('Create', eve, { ...forged, id: `${evil.origin}/votes/1` }),
      activity('Create', eve, forged.id),
      activity('Create', eve, { ...forged, attributedTo: [eve.iri, vera.iri] }),
      activity('Announce', eve, activity('Create', vera, forged)),
      activity('Create', vito, forged),
      activity('Update', eve, forged),
    ];
    for (const forgery of forgeries) await post(inbox(), forgery.actor === vito.iri ? vito : eve, forgery);
    const asVera = await post(inbox(), eve, vote(vera, 'Yes'));
    expect([401, 403]).toContain(asVera.status);
    await stage.quiet();
    expect(await ballots()).toEqual(before);
  });
});

it('a vote that stands at the voter’s own server counts by its address alone', async () => {
  const own = honest.publish(voteNote(vera, open.question, stage.guild, 'No'));
  await post(stage.sharedInbox, vera, activity('Create', vera, own.id));
  await stage.quiet();
  expect(await ballotsBy(vera.iri)).toMatchObject([{ choice: 'no' }]);
});

it('a ballot’s time is when it came here, whatever Date was signed and whatever the vote says (VOT-04)', async () => {
  const hours = 11 * 3_600_000;
  const published = new Date(Date.now() - 40 * 86_400_000).toISOString();
  const before = stage.house.clock.now();
  const date = new Date(Date.now() - hours).toUTCString();
  const dated = vote(vela, 'Yes', { published, updated: published });
  await post(stage.sharedInbox, vela, { ...dated, published, endTime: published }, { date });
  await stage.quiet();
  const [ballot] = await ballotsBy(vela.iri);
  expect(ballot?.castAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
  expect(ballot?.castAt.getTime()).toBeLessThanOrEqual(stage.house.clock.now().getTime());
});

it('of several votes in one Create the first counts (VOT-07)', async () => {
  const all = ['Abstain', 'Yes', 'Yes'].map((choice) => voteNote(vito, open.question, stage.guild, choice));
  await post(stage.sharedInbox, vito, activity('Create', vito, all));
  await stage.quiet();
  expect(await ballotsBy(vito.iri)).toMatchObject([{ choice: 'abstain' }]);
});

it('what is no vote at this poll is no vote: another option’s words in a thread, a poll elsewhere', async () => {
  const before = await ballots();
  const reply = note(newt, stage.guild, 'Yes', { inReplyTo: open.question });
  await post(stage.sharedInbox, newt, activity('Create', newt, reply));
  await post(
    stage.sharedInbox,
    newt,
    activity('Create', newt, { ...voteNote(newt, `${honest.origin}/polls/1`, stage.guild, 'Yes') }),
  );
  await stage.quiet();
  expect(await ballots()).toEqual(before);
});

it('nobody changes the Question or its counts', async () => {
  const before = await stage.house.posts.byIri(open.question);
  const forged = {
    id: open.question,
    type: 'Question',
    attributedTo: stage.guild,
    oneOf: ['Yes', 'No', 'Abstain'].map((name) => ({
      type: 'Note',
      name,
      replies: { type: 'Collection', totalItems: 1000 },
    })),
    closed: new Date().toISOString(),
  };
  for (const type of ['Update', 'Create', 'Delete', 'Announce'])
    await post(stage.sharedInbox, vic, activity(type, vic, forged));
  await stage.quiet();
  expect(await stage.house.posts.byIri(open.question)).toEqual(before);
});

it('no vote is shown or passed on: not in the outbox, not in the thread, to no follower', async () => {
  const anonymous = new Visitor(stage.server);
  const json = { Accept: 'application/activity+json' };
  const outbox = JSON.parse((await anonymous.get('/actors/guild/outbox', json)).text) as { first?: unknown };
  const first =
    typeof outbox.first === 'string' ? await anonymous.get(outbox.first.replace(stage.origin, ''), json) : { text: '' };
  const question = await anonymous.get(new URL(open.question).pathname, json);
  const page = await anonymous.get(`/communities/guild/proposals/${open.proposal}`, { Accept: 'text/html' });
  const passedOn = JSON.stringify(honest.delivered(newt).filter(({ type }) => type === 'Announce'));
  for (const text of [JSON.stringify(outbox), first.text, question.text, page.text, passedOn]) {
    expect(text).not.toContain('/votes/');
    expect(text).not.toMatch(/"choice"|"totalItems":[1-9]\d*,"name"/);
  }
  expect(JSON.parse(question.text)).toMatchObject({ votersCount: 0 });
  expect(page.text).not.toContain(vic.iri);
  expect(await stage.db.collection('posts').countDocuments({ _id: { $regex: '/votes/' } as never })).toBe(0);
});

it('after the close no vote counts, whatever date it bears, and the voter is told (VOT-05)', async () => {
  const cast = await ballots();
  const yesterday = new Date(Date.now() - 40 * 86_400_000).toISOString();
  const late = vote(vlad, 'Yes', { published: yesterday });
  for (let day = 0; day < 3 && (await stage.house.ballots.of(stage.guild, open.proposal)).length > 0; day += 1) {
    await stage.forward(8 * DAY);
    await stage.quiet();
  }
  await until('the vote is over', async () => {
    const phase = (await stage.house.states.load(stage.guild))?.proposals.get(open.proposal)?.phase.state;
    return phase !== undefined && !['voting', 'counting'].includes(phase);
  });
  for (const inbox of [stage.inboxOf('guild'), stage.sharedInbox]) {
    // Signed before the close as its Date says, which is as old as a signature may be (VOT-04).
    const date = new Date(Date.now() - 11 * 3_600_000).toUTCString();
    expect((await post(inbox, vlad, { ...late, id: `${late.id}-${inbox.length}` }, { date })).status).toBe(202);
  }
  const carol = await stage.visitor('carol');
  await carol.submit(`/communities/guild/proposals/${open.proposal}/ballot`, { choice: 'no' });
  await stage.quiet();
  expect(await ballots()).toEqual(cast);
  await until('vlad is told', () => told(honest, vlad).some((text) => /closed|no vote on this any more/.test(text)));
  const tally = (await stage.house.states.load(stage.guild))?.proposals.get(open.proposal)?.outcome?.tally;
  expect(tally?.turnout).toBe(cast.length);
});
