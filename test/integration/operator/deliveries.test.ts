import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { operatorCommand } from '../../support/server-process.ts';
import { Stage } from '../../support/stage.ts';
import { until } from '../../support/wait.ts';

let stage: Stage;
let origins: readonly RemoteOrigin[];
let followers: readonly { readonly origin: RemoteOrigin; readonly actor: RemoteActor }[];

beforeAll(async () => {
  stage = await Stage.open();
  origins = await Promise.all(['south', 'west'].map((name) => startRemoteOrigin(name)));
  followers = await Promise.all(
    origins.flatMap((origin, nth) =>
      ['dora', 'emil'].slice(nth).map(async (name) => ({ origin, actor: await origin.actor(name) })),
    ),
  );
  for (const { actor } of followers) await stage.join(actor);
});
afterAll(async () => {
  await Promise.all([stage, ...(origins ?? [])].map((one) => one?.close()));
});

/** A post goes out in both forms that servers understand. */
const FORMS = 2;

const folkmoot = (...args: readonly string[]) => operatorCommand(stage.server.env, 'deliveries', ...args);
const deliveries = () => stage.db.collection('deliveries');
const dead = () => deliveries().countDocuments({ deadAt: { $exists: true } });
const announced = () =>
  followers.map(({ origin, actor }) => origin.delivered(actor).filter(({ type }) => type === 'Announce').length);

it('both commands explain themselves with an example', async () => {
  for (const args of [['--help'], ['replay', '--help']]) {
    expect(await folkmoot(...args)).toMatchObject({ code: 0, output: expect.stringContaining('Example:') });
  }
});

it('nothing was given up: it says so, and there is nothing to replay', async () => {
  expect(await folkmoot()).toMatchObject({ code: 0, output: expect.stringContaining('Nothing was given up') });
  expect((await folkmoot('replay', '--all')).code).toBe(1);
  expect(await folkmoot('replay')).toMatchObject({ code: 2, output: expect.stringContaining('--host') });
});

it('shows what was given up by host and reason, and replays one, a host’s, or all, which then arrive', async () => {
  for (const { origin, actor } of followers) origin.inboxAnswers(actor, { status: 403 });
  const alice = await stage.visitor('alice');
  const sent = await alice.submit('/communities/guild/posts', { title: 'News', text: 'Words for everybody' });
  expect(sent.status).toBe(303);
  await until('all are given up', async () => (await dead()) === 3 * FORMS);
  const [south, west] = origins.map(({ host }) => host) as [string, string];

  const { output } = await folkmoot();
  expect(output).toContain(`${south}: ${2 * FORMS} (the inbox answered 403)`);
  expect(output).toContain(`${west}: ${FORMS} (the inbox answered 403)`);
  const { counts, latest } = JSON.parse((await folkmoot('--host', south, '--json')).output);
  expect(counts).toMatchObject([{ host: south, count: 2 * FORMS, why: 'the inbox answered 403' }]);
  expect(latest).toHaveLength(2 * FORMS);
  expect((await folkmoot('--host', south)).output).toContain(latest[0].id);

  const before = announced();
  for (const { origin, actor } of followers) origin.inboxAnswers(actor, { status: 202 });
  expect((await folkmoot('replay', '--id', latest[0].id)).output).toContain('1 delivery is in the queue again');
  await until('it arrives', () => total(announced()) === total(before) + 1);
  expect((await folkmoot('replay', '--host', south)).output).toContain(`${2 * FORMS - 1} deliveries are`);
  await until('it arrives', () => total(announced()) === total(before) + 2 * FORMS);
  expect((await folkmoot('replay', '--all')).code).toBe(0);
  await until('all have it', () => announced().every((count, nth) => count === (before[nth] ?? 0) + FORMS));
  await until('nothing is given up any more', async () => (await dead()) === 0);
});

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
