import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { activity, note, post } from '../support/attacker.ts';
import { type Canary, privateAddress, startCanary } from '../support/canary.ts';
import { type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** Loopback is allowed here, as for trials, so that an origin that misbehaves can be met at all. */
let trial: Stage;
let evil: RemoteOrigin;
let bait: Canary;

beforeAll(async () => {
  [trial, evil, bait] = await Promise.all([Stage.open(), startRemoteOrigin('eve'), startCanary()]);
});
afterAll(async () => {
  await Promise.all([trial, evil, bait].map((one) => one?.close()));
});

const likeBy = async (name: string, keyPath: string) => {
  const actor = await evil.actor(name);
  const keyId = evil.origin + keyPath;
  return post(trial.sharedInbox, actor, activity('Like', actor, 'x'), { keyId });
};

it('the canary would sing', async () => {
  const control = await startCanary();
  const actor = await evil.actor('control');
  void post(trial.sharedInbox, actor, activity('Like', actor, 'x'), {
    keyId: `http://127.0.0.1:${control.port}/k`,
  }).catch(() => {});
  await until('the canary sang', () => control.connections() > 0);
  await control.close();
});

it('a redirect to a private network is not followed (NET-03)', async () => {
  const own = privateAddress();
  const targets = ['10.0.0.1', '169.254.169.254', '0.0.0.0', '[::ffff:10.0.0.1]', ...(own === undefined ? [] : [own])];
  for (const [number, target] of targets.entries()) {
    evil.serve(`/key${number}`, { status: 302, headers: { Location: `http://${target}:${bait.port}/` } });
    const answer = await likeBy(`redirected${number}`, `/key${number}`);
    expect(answer.status).toBe(401);
    expect(answer.ms).toBeLessThan(5000);
  }
  expect(bait.connections()).toBe(0);
});

it('redirects end after a few hops (NET-06)', async () => {
  evil.serve('/self', { status: 301, headers: { Location: `${evil.origin}/self` } });
  for (let hop = 0; hop < 20; hop += 1) {
    evil.serve(`/chain${hop}`, { status: 307, headers: { Location: `/chain${hop + 1}` } });
  }
  const asked = evil.gets();
  expect((await likeBy('selfish', '/self')).status).toBe(401);
  expect((await likeBy('chained', '/chain0')).status).toBe(401);
  expect(evil.gets() - asked).toBeLessThanOrEqual(12);
});

it('an answer without end is left (NET-07), one by drops too (NET-08)', async () => {
  let sent = 0;
  evil.serve('/endless', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/activity+json' });
    const chunk = Buffer.alloc(65_536, ' ');
    const more = () => {
      if (response.destroyed || sent > 2 ** 30) return;
      sent += chunk.length;
      if (response.write(chunk)) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  });
  evil.serve('/drip', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/activity+json' });
    const timer = setInterval(() => (response.destroyed ? clearInterval(timer) : response.write(' ')), 500);
  });
  evil.serve('/silence', () => {});
  const answers = await Promise.all([
    likeBy('endless', '/endless'),
    likeBy('drip', '/drip'),
    likeBy('silent', '/silence'),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(11_500);
  expect(sent).toBeLessThan(16 * 2 ** 20);
});

it('somebody whose server does not answer keeps nobody else waiting', async () => {
  const [slow, quick] = [await evil.actor('slow'), await evil.actor('quick')];
  await trial.join(slow);
  await trial.join(quick);
  evil.serve('/notes/never', () => {});
  for (let number = 0; number < 30; number += 1) {
    await post(trial.sharedInbox, slow, activity('Create', slow, `${evil.origin}/notes/never`));
  }
  const create = activity('Create', quick, note(quick, trial.guild, 'Quickly'));
  await post(trial.sharedInbox, quick, create);
  await until('what quick wrote is there', () => trial.outcome(create.id), 5000);
  await trial.db.collection('received').deleteMany({ sender: slow.iri as never, doneAt: { $exists: false } });
});

it('three hundred mentions make no three hundred fetches (NET-12)', async () => {
  const busy = await evil.actor('busy');
  await trial.join(busy);
  const asked = evil.gets();
  const tag = Array.from({ length: 300 }, (_, number) => ({
    type: 'Mention',
    href: `${evil.origin}/users/m${number}`,
  }));
  const replied = note(busy, trial.guild, 'Hello all', { tag, inReplyTo: `${evil.origin}/notes/unknown` });
  const answer = await post(trial.sharedInbox, busy, activity('Create', busy, replied));
  expect(answer.status).toBe(202);
  await trial.quiet();
  expect(evil.gets() - asked).toBeLessThanOrEqual(10);
});

it('a signed @context is not fetched either (NET-13)', async () => {
  const contextual = await evil.actor('contextual');
  await trial.join(contextual);
  const url = `${evil.origin}/context`;
  const strange = { '@context': [url, { actor: 'x:y', id: 'x:z' }] };
  await post(trial.sharedInbox, contextual, {
    ...activity('Create', contextual, note(contextual, trial.guild, 'Hello')),
    ...strange,
  });
  await trial.quiet();
  expect(evil.gets('/context')).toBe(0);
});
