import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engineDirectories } from '../../server/database/embedded/directories.ts';
import { liveLock } from '../../server/database/embedded/instance-lock.ts';
import { activity, note, signedRequest, unique } from '../support/attacker.ts';
import { type Answered, type Sending, send } from '../support/http-client.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/wait.ts';

let stage: Stage;
let honest: RemoteOrigin;
let vic: RemoteActor;
let val: RemoteActor;

beforeAll(async () => {
  [stage, honest] = await Promise.all([Stage.open({ ownEngine: true }), startRemoteOrigin('vic')]);
  [vic, val] = await Promise.all([honest.actor('vic'), honest.actor('val')]);
  await stage.join(vic);
  await stage.join(val);
});
afterAll(async () => {
  await Promise.all([stage, honest].map((one) => one?.close()));
});

/** Longer than the driver takes to notice. */
const AWAY_MS = 8_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const HEALTH = (): Sending => ({ path: '/health', headers: { Host: new URL(stage.origin).host } });
const health = () => send(stage.server.port, HEALTH());

/** The engine's process now. */
function enginePid(): number {
  const pid = liveLock(engineDirectories(stage.server.dataDir).lock)?.engine?.pid;
  if (pid === undefined) throw new Error('the engine’s process is not noted');
  return pid;
}

/** What was sent while the database was away, and what became of it. */
interface Sent {
  readonly what: 'post' | 'page' | 'health';
  readonly id: string;
  readonly answer: Answered;
}

const NO_ANSWER: Answered = { status: 0, headers: {}, text: '', ms: Number.POSITIVE_INFINITY };
const asked = async (what: Sent['what'], id: string, request: Sending): Promise<Sent> => ({
  what,
  id,
  answer: await send(stage.server.port, request).catch(() => NO_ANSWER),
});

/** Writes and reads without pause until told to stop. */
function traffic() {
  const all: Promise<Sent>[] = [];
  let stopped = false;
  const page = { path: '/communities/guild', headers: { Host: new URL(stage.origin).host, Accept: 'text/html' } };
  const running = (async () => {
    while (!stopped) {
      const written = note(vic, stage.guild, unique('While it was away'));
      const request = signedRequest(stage.sharedInbox, vic, activity('Create', vic, written));
      all.push(asked('post', written.id, request), asked('page', '', page), asked('health', '', HEALTH()));
      await pause(250);
    }
  })();
  return async (): Promise<readonly Sent[]> => {
    stopped = true;
    await running;
    return Promise.all(all);
  };
}

const everybodyHas = (words: string) => () =>
  [vic, val].every((actor) =>
    honest.delivered(actor).some((one) => one.type === 'Announce' && JSON.stringify(one).includes(words)),
  );
const postsOf = (sent: readonly Sent[], status: number) =>
  sent.filter(({ what, answer }) => what === 'post' && answer.status === status).map(({ id }) => id);

describe.each<[string, () => Promise<void>]>([
  [
    'dies and is started again',
    async () => {
      process.kill(enginePid(), 'SIGKILL');
      await pause(3000);
    },
  ],
  [
    'dies again each time it is started',
    async () => {
      const over = performance.now() + AWAY_MS;
      const killed = new Set<number>();
      while (performance.now() < over) {
        const pid = enginePid();
        if (!killed.has(pid)) process.kill(pid, 'SIGKILL');
        killed.add(pid);
        await pause(20);
      }
    },
  ],
  [
    'stands still for some seconds',
    async () => {
      const pid = enginePid();
      process.kill(pid, 'SIGSTOP');
      await pause(AWAY_MS);
      process.kill(pid, 'SIGCONT');
    },
  ],
])('the database %s (DAT-03)', (_how, takeAway) => {
  it('whoever asks meanwhile is told to come again; nothing is lost, nothing hangs, all goes on by itself', async () => {
    const words = unique('Sent before it went away');
    const alice = await stage.visitor('alice');
    expect((await alice.submit('/communities/guild/posts', { title: words, text: words })).status).toBe(303);
    const stop = traffic();
    await pause(500);
    await takeAway();
    const back = performance.now();
    await until('the server is well again', async () => (await health()).status === 200);
    expect(performance.now() - back).toBeLessThan(15_000);
    await pause(500);
    const sent = await stop();

    for (const { what, answer } of sent) {
      expect([what, answer.status]).toEqual([what, answer.status === 503 ? 503 : what === 'post' ? 202 : 200]);
      if (answer.status === 503) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      // Whoever watches over the server learns it at once.
      expect(answer.ms).toBeLessThan(what === 'health' ? 2_000 : 15_000);
    }
    // Nobody posts anything new: what was under way goes on by itself.
    await until('what was sent before is delivered', everybodyHas(words));
    const accepted = postsOf(sent, 202);
    expect(accepted.length).toBeGreaterThan(0);
    const kept = () => stage.db.collection('posts').countDocuments({ _id: { $in: accepted as never } });
    await until(
      'what was accepted is carried out',
      async () => (await kept().catch(() => 0)) === accepted.length,
      30_000,
    );
    const last = accepted.at(-1) ?? '';
    await until('the last of it is delivered', everybodyHas(last));
    expect(stage.server.output()).not.toMatch(/unhandled|Unhandled/);
  });
});
