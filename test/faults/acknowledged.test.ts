import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { activity, note, signedRequest, unique } from '../support/attacker.ts';
import { send } from '../support/http-client.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/wait.ts';

let stage: Stage;
let honest: RemoteOrigin;
let writers: readonly RemoteActor[];

beforeAll(async () => {
  [stage, honest] = await Promise.all([Stage.open({ ownEngine: true }), startRemoteOrigin('vic')]);
  writers = await Promise.all(Array.from({ length: 6 }, (_, number) => honest.actor(`writer${number}`)));
  for (const writer of writers) await stage.join(writer);
});
afterAll(async () => {
  await Promise.all([stage, honest].map((one) => one?.close()));
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Several people who write without pause, until they are stopped; what each of them was told is there is kept. */
class Writing {
  readonly words = unique('From elsewhere');
  readonly posts = new Set<string>();
  readonly titles = new Set<string>();
  readonly requests = new Map<string, ReturnType<typeof signedRequest>>();
  private stopped = false;
  private readonly all: Promise<void>[];

  constructor({ everyMs }: { readonly everyMs: number }) {
    this.all = [...writers.map((writer) => this.fromElsewhere(writer, everyMs)), this.onPages()];
  }

  private async fromElsewhere(writer: RemoteActor, everyMs: number): Promise<void> {
    while (!this.stopped) {
      const written = note(writer, stage.guild, this.words);
      const request = signedRequest(stage.sharedInbox, writer, activity('Create', writer, written));
      this.requests.set(written.id, request);
      const answer = await send(stage.server.port, request).catch(() => undefined);
      if (answer?.status === 202) this.posts.add(written.id);
      await pause(everyMs);
    }
  }

  private async onPages(): Promise<void> {
    const bob = await stage.visitor('bob');
    while (!this.stopped) {
      const title = `From the page ${this.titles.size} ${Date.now()}`;
      const answer = await bob.submit('/communities/guild/posts', { title, text: 'Words' }).catch(() => undefined);
      if (answer?.status === 303) this.titles.add(title);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.all);
  }
}

/** security.md DAT-01 asks for fifty: they take half an hour. */
const KILLS = process.env.LONG_TESTS === 'true' ? 50 : 2;

it.each(Array.from({ length: KILLS }, (_, number) => number + 1))(
  'whatever was acknowledged before kill -9 is there after it, once (DAT-01, kill %i)',
  async () => {
    const writing = new Writing({ everyMs: 200 });
    try {
      await until(
        'enough is acknowledged',
        () => writing.posts.size >= 100 + Math.floor(Math.random() * 150) && writing.titles.size >= 3,
      );
    } finally {
      await stage.server.kill();
      await writing.stop();
    }
    await stage.kill();
    await stage.restart();

    const posts = stage.db.collection<{ _id: string; title?: string }>('posts');
    const { titles, requests } = writing;
    const kept = () => posts.countDocuments({ _id: { $in: [...writing.posts] } });
    await until('all of them are carried out', async () => (await kept()) === writing.posts.size, 140_000);
    const fromPages = await posts.find({ title: { $in: [...titles] } }).toArray();
    expect(fromPages).toHaveLength(titles.size);

    for (const request of requests.values()) expect((await send(stage.server.port, request)).status).toBe(202);
    await stage.quiet();
    expect(await stage.db.collection('posts').countDocuments({ html: writing.words })).toBe(requests.size);
    const creates = { actor: stage.guild, type: 'Announce', body: { $regex: writing.words } };
    expect(await stage.db.collection('activities').countDocuments(creates)).toBe(requests.size);
  },
  180_000,
);

it('a flood from elsewhere keeps nobody on the pages waiting', async () => {
  const writing = new Writing({ everyMs: 0 });
  try {
    await until('the flood rises', () => writing.posts.size >= 100);
    const carol = await stage.visitor('carol');
    const answer = await carol.submit('/communities/guild/posts', { title: 'In the flood', text: 'Words' });
    expect(answer.status).toBe(303);
    expect(answer.ms).toBeLessThan(5000);
  } finally {
    await writing.stop();
  }
});
