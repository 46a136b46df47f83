import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { PersonIri } from '../../server/community/ids.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** DAT-07: what an inbox answers, and who is dropped for it. */
let stage: Stage;
let south: RemoteOrigin;
let number = 0;
let dora: RemoteActor;

/** The wait before a second look is ten times as long as before a retry. */
const SECOND_LOOK_MS = 2000;

beforeAll(async () => {
  stage = await Stage.open({ ownEngine: true, env: { FIRST_RETRY_MS: `${SECOND_LOOK_MS / 10}` } });
  south = await startRemoteOrigin('south');
});
afterAll(async () => {
  await Promise.all([stage, south].map((one) => one?.close()));
});
beforeEach(async () => {
  number += 1;
  dora = await south.actor(`dora${number}`);
  await stage.join(dora);
  await until('she is accepted', () => arrived('Accept') === 1);
});

const arrived = (type: string) => south.delivered(dora).filter((one) => one.type === type).length;
const pageOf = (actor: RemoteActor) => new URL(actor.iri).pathname;
const state = async () => (await stage.house.follows.get(dora.iri as PersonIri, stage.guild))?.state;

/** Alice writes something; what became of its delivery to dora. */
async function tell(): Promise<Record<string, unknown>> {
  // Her Accept may still be being settled.
  const hers = { inbox: dora.inbox, activity: { $not: /\/accept-/ } };
  const before = await deliveries().countDocuments(hers);
  const alice = await stage.visitor('alice');
  const sent = await alice.submit('/communities/guild/posts', { title: 'News', text: `Words ${number}` });
  expect(sent.status).toBe(303);
  return until('it is tried', async () => {
    const [latest] = await deliveries().find(hers).sort({ $natural: -1 }).limit(1).toArray();
    const all = await deliveries().countDocuments(hers);
    return all > before && (latest?.why || latest?.doneAt) ? latest : undefined;
  });
}
const deliveries = () => stage.db.collection('deliveries');

it('410 from her inbox, and her own document is gone: she has left', async () => {
  south.inboxAnswers(dora, { status: 410 });
  south.serve(pageOf(dora), { status: 410 });
  expect(await tell()).toMatchObject({ why: 'gone', deadAt: expect.any(Date) });
  await until('she is known to be gone', async () => (await stage.house.people.byIri(dora.iri as PersonIri))?.goneAt);
  expect(await state()).toBe('ended');
  expect((await stage.house.states.load(stage.guild))?.members.get(dora.iri as PersonIri)?.leftAt).toBeDefined();
  // Nothing more is even queued for her.
  const before = await deliveries().countDocuments({ inbox: dora.inbox });
  const alice = await stage.visitor('alice');
  await alice.submit('/communities/guild/posts', { title: 'More news', text: 'More words' });
  await stage.quiet();
  expect(await deliveries().countDocuments({ inbox: dora.inbox })).toBe(before);
});

it('410 from her inbox, but her document is there: she stays', async () => {
  south.inboxAnswers(dora, { status: 410 });
  const asked = south.gets(pageOf(dora));
  await tell();
  await until('she is looked for', () => south.gets(pageOf(dora)) > asked);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await state()).toBe('accepted');
});

it('404 from everything, as of a proxy that is being repaired, drops nobody at once; only when it stays so', async () => {
  south.inboxAnswers(dora, { status: 404 });
  south.serve(pageOf(dora), { status: 404 });
  const asked = south.gets(pageOf(dora));
  await tell();
  await until('she is looked for', () => south.gets(pageOf(dora)) > asked);
  await new Promise((resolve) => setTimeout(resolve, SECOND_LOOK_MS / 4));
  expect(await state()).toBe('accepted');
  await until('she has left', async () => (await state()) === 'ended');
  expect(south.gets(pageOf(dora))).toBe(asked + 2);
});

it('404 from everything for a moment: she stays', async () => {
  south.inboxAnswers(dora, { status: 404 });
  south.serve(pageOf(dora), { status: 404 });
  const asked = south.gets(pageOf(dora));
  await tell();
  await until('she is looked for', () => south.gets(pageOf(dora)) > asked);
  south.serve(pageOf(dora), { body: dora.document });
  await until('she is looked for again', () => south.gets(pageOf(dora)) > asked + 1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await state()).toBe('accepted');
});

it('an inbox that moved is learnt from her document, and gets what comes next', async () => {
  const inbox = `${south.origin}/new/inbox`;
  south.inboxAnswers(dora, { status: 404 });
  south.serve(pageOf(dora), { body: { ...dora.document, inbox } });
  await tell();
  await until('it is learnt', async () => {
    const known = await stage.house.people.byIri(dora.iri as PersonIri);
    return known?.inbox === inbox;
  });
  const alice = await stage.visitor('alice');
  await alice.submit('/communities/guild/posts', { title: 'News', text: 'To the new place' });
  await until('it arrives there', () => south.delivered({ inbox }).some(({ type }) => type === 'Announce'));
  expect(await state()).toBe('accepted');
});

it.each([
  [401, {}],
  [408, {}],
  [500, {}],
  [429, { 'Retry-After': '1' }],
] as const)('%i %j: it is tried again until it arrives, and nobody asks for her', async (status, headers) => {
  const asked = south.gets(pageOf(dora));
  south.inboxAnswers(dora, { status, headers });
  const began = Date.now();
  const refused = await tell();
  expect(refused).toMatchObject({ nextAt: expect.any(Date) });
  // Other news for her may be under way, and knows of no refusal.
  const tries = () => south.delivered(dora).filter(({ id }) => id === refused.activity).length;
  const before = tries();
  south.inboxAnswers(dora, { status: 202 });
  await until('it arrives', () => tries() > before);
  if ('Retry-After' in headers) expect(Date.now() - began).toBeGreaterThanOrEqual(1_000);
  await until(
    'it is done',
    async () => (await deliveries().countDocuments({ inbox: dora.inbox, nextAt: { $exists: true } })) === 0,
  );
  expect(await deliveries().countDocuments({ inbox: dora.inbox, deadAt: { $exists: true } })).toBe(0);
  expect(south.gets(pageOf(dora))).toBe(asked);
  expect(await state()).toBe('accepted');
});

it('302 is no success and no reason to look elsewhere: given up, and she stays', async () => {
  south.inboxAnswers(dora, { status: 302, headers: { Location: `${south.origin}/elsewhere` } });
  expect(await tell()).toMatchObject({ why: expect.stringContaining('moved'), deadAt: expect.any(Date) });
  expect(south.arrivals.some(({ path }) => path === '/elsewhere')).toBe(false);
  expect(await state()).toBe('accepted');
});
