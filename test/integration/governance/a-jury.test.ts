import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Community } from '../../../server/community/community.ts';
import type { JuryId, PersonIri } from '../../../server/community/ids.ts';
import { proposalId } from '../../../server/community/ids.ts';
import { addDays } from '../../../server/governance/dates.ts';
import type { DrawBundle } from '../../../server/governance/juries/draw-bundle.ts';
import { verdictOn } from '../../../server/governance/juries/jury.ts';
import { verifyDraw } from '../../../server/governance/juries/verify-draw.ts';
import { purgeJuries } from '../../../server/stores/juries.ts';
import { days } from '../../support/adopted-rule.ts';
import { browsers, callJury, jurorsOf, juryOf } from '../../support/jury-stage.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';

const PURPOSE = { kind: 'challenge', proposal: proposalId(1) } as const;

let server: RunningServer;
let guild: Community;
let members: readonly PersonIri[];
let at: ReturnType<typeof browsers>;
let id: JuryId;
const jury = () => juryOf(server, guild.iri, id);
const jurors = () => jurorsOf(server, guild.iri, id);
const path = () => `/communities/guild/juries/${id}`;
const ana = () => members[0] as PersonIri;

beforeAll(async () => {
  server = await runServer();
  at = browsers(server);
  const names = ['anastasia', 'bertil', 'cleopatra', 'dagobert', 'evelina', 'finnegan'];
  members = await Promise.all(names.map((name) => account(server, name)));
  guild = await community(server, ana(), 'guild');
  for (const person of members.slice(1)) must(await server.actions.joinCommunity({ person, community: guild.iri }));
  await days(server, 31);
  id = await callJury(server, guild.iri, { purpose: PURPOSE });
});

afterAll(() => server?.stop());

it('members who are asked give their parts of the seed and show them; then the jury is drawn', async () => {
  const { asked } = await jury();
  expect(asked).toHaveLength(5);
  for (const person of asked) {
    const browser = await at(person);
    expect((await browser.get('/notices')).text).toContain('the draw needs a few words');
    expect((await browser.get('/jury-duty')).text).toContain('Contribute to the draw');
    expect((await browser.get(path())).text).toContain('Your words');
    const given = await browser.submit(`${path()}/seed`, { text: `secret words of ${person}`, commitment: '' });
    expect(given.status).toBe(303);
  }
  await server.settle();
  expect((await jury()).phase.state).toBe('revealing');
  for (const person of asked) {
    const browser = await at(person);
    expect((await browser.get('/jury-duty')).text).toContain('Show the words');
    await browser.submit(`${path()}/seed/show`, { secret: `secret words of ${person}` });
  }
  await server.settle();
  // They are all of one organisation here, and the record says that this is less than it should be.
  expect(await jury()).toMatchObject({ phase: { state: 'answering' }, relaxed: ['contributors', 'organisation-cap'] });
});

it('those who were drawn are told; one declines, and the next is asked', async () => {
  const [first, ...others] = (await jurors()) as [PersonIri, ...PersonIri[]];
  const decliner = await at(first);
  expect((await decliner.get('/notices')).text).toContain('You were drawn by lot');
  await decliner.submit(`${path()}/answer`, { answer: 'decline' });
  const after = await jurors();
  expect(after.slice(0, 2)).toEqual(others);
  expect([first, ...others]).not.toContain(after[2]);
  // Ana founded the guild a short while ago, so she acts as its clerk: not as a juror as well.
  if (after.includes(ana())) await (await at(ana())).submit(`${path()}/answer`, { answer: 'decline' });
  for (const person of await jurors()) {
    expect((await (await at(person)).get(path())).text).toContain('You were drawn by lot');
    await (await at(person)).submit(`${path()}/answer`, { answer: 'accept' });
  }
  await server.settle();
  expect((await jury()).phase).toMatchObject({ state: 'voting', round: 'blind' });
});

it('the clerk briefs the jury, and only the jury reads it', async () => {
  const clerk = await at(ana());
  expect((await clerk.get(path())).text).toContain('Brief the jury');
  await clerk.submit(`${path()}/briefing`, { text: 'The charter asks for five days of discussion.' });
  const [juror] = (await jurors()) as [PersonIri];
  expect((await (await at(juror)).get(path())).text).toContain('The charter asks for five days of discussion.');
  const on = await jurors();
  const outsider = members.find((one) => one !== ana() && !on.includes(one)) as PersonIri;
  expect((await (await at(outsider)).get(path())).text).not.toContain('five days of discussion');
});

it('the blind vote closes when all have voted; nobody is shown a vote but its juror', async () => {
  const on = await jurors();
  for (const person of on) {
    const browser = await at(person);
    expect((await browser.get(path())).text).toContain('Your blind vote');
    await browser.submit(`${path()}/vote`, { option: 'kept' });
    if (person === on[0]) expect((await browser.get(path())).text).toContain('Your receipt');
    if (person === on[1]) expect((await browser.get(path())).text).toContain('You have voted');
  }
  await server.settle();
  expect(await jury()).toMatchObject({ phase: { state: 'deliberation' }, rounds: { blind: { votes: 3 } } });
});

it('jurors talk it over by their numbers', async () => {
  const [one, two] = (await jurors()) as [PersonIri, PersonIri];
  await (await at(one)).submit(`${path()}/deliberation`, { text: 'The roll was frozen an hour late.' });
  const { text } = await (await at(two)).get(`${path()}/deliberation`);
  expect(text).toContain('The roll was frozen an hour late.');
  expect(text).toMatch(/Juror \d/);
  expect(text).not.toContain(one.slice(one.lastIndexOf('/') + 1));
});

it('they vote again, who does not stands by the first vote, and the verdict is shown to members', async () => {
  await days(server, 1);
  const on = await jurors();
  for (const person of on.slice(0, 2)) {
    await (await at(person)).submit(`${path()}/vote`, { option: 'broken' });
  }
  await days(server, 1);
  const reminded = await Promise.all(on.map(async (person) => (await (await at(person)).get('/notices')).text));
  expect(reminded.map((text) => text.includes('is waiting for your vote'))).toEqual([false, false, true]);
  await days(server, 1);
  const state = await server.house.states.load(guild.iri);
  expect(state && verdictOn(state, PURPOSE)).toMatchObject({ option: 'broken', hung: false });
  const { text } = await (await at(ana())).get(path());
  expect(text).toContain('The verdict');
  expect(text).toContain('<th scope="row">It did not.</th><td>0</td><td>2</td>');
});

it('any member can draw the jury again from what she is given, and it fits the record', async () => {
  const { status, text } = await (await at(members[5] as PersonIri)).get(`${path()}/draw.json`);
  expect(status).toBe(200);
  const bundle = JSON.parse(text) as DrawBundle;
  expect(verifyDraw(bundle)).toEqual([]);
  const { pool, seed, machine, contributions, drawings } = await jury();
  expect(bundle).toMatchObject({ root: pool?.root, seed, machine, contributions, drawings });
  expect(bundle.pool.map(({ member }) => member).toSorted()).toEqual([...members].sort());
});

it('the book tells it without a juror’s name, and what was said and voted is marked to be forgotten', async () => {
  const { text } = await (await at(ana())).get('/communities/guild/record');
  expect(text).toContain('has decided');
  expect(text).toContain('Juror 1 of jury J-1');
  const { db } = server.database;
  for (const [name, count] of [
    ['juryTexts', 2],
    ['juryVotes', 5],
  ] as const) {
    expect(await db.collection(name).countDocuments({ forgetFrom: { $exists: true } })).toBe(count);
    expect(await db.collection(name).countDocuments({})).toBe(count);
  }
  const { now } = server.house.clock;
  expect(await purgeJuries(db, now())).toBe(0);
  expect(await purgeJuries(db, addDays(now(), 7))).toBe(7);
});
