import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signRequest } from '../../federation/signatures/sign-request.ts';
import { postKey } from '../../server/community/addresses.ts';
import { postIri } from '../../server/community/ids.ts';
import { activity, note, post, unique } from '../support/attacker.ts';
import { writtenBy } from '../support/cast.ts';
import { type Answered, send } from '../support/http-client.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { Stage } from '../support/stage.ts';
import { allSent } from '../support/unsealed.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

/** What is not for somebody is to her as if it had never been: byte by byte (PRI-01, PRI-02, PRI-10). */

let stage: Stage;
let evil: RemoteOrigin;
let honest: RemoteOrigin;
/** A stranger who signs what she asks; a member elsewhere. */
let eve: RemoteActor;
let vic: RemoteActor;

/** A post that hides, and the activity that brought it. */
interface Hidden {
  readonly what: string;
  readonly iri: string;
  readonly create: string;
  readonly words: string;
}
const hidden: Hidden[] = [];

beforeAll(async () => {
  [stage, evil, honest] = await Promise.all([Stage.open(), startRemoteOrigin('eve'), startRemoteOrigin('vic')]);
  [eve, vic] = await Promise.all([evil.actor('eve'), honest.actor('vic')]);
  await stage.join(vic);
  await post(stage.sharedInbox, eve, activity('Like', eve, `${evil.origin}/nothing`));
  await hideAll();
});
afterAll(async () => {
  await Promise.all([stage, evil, honest].map((one) => one?.close()));
});

async function hideAll(): Promise<void> {
  const posts = stage.db.collection<{ _id: string }>('posts');
  const keep = async (what: string, change: object | null) => {
    const words = unique(what);
    const { iri, create } = await writtenBy(stage, 'bob', words);
    if (change !== null) await posts.updateOne({ _id: iri }, { $set: change });
    hidden.push({ what, iri, create, words });
  };
  const cited = { rule: 'R-1', version: 1 };
  await keep('for-members', { audience: 'members' });
  await keep('for-few', { audience: 'circle', to: [stage.person('alice')] });
  await keep('held', { standing: { state: 'held', cited, until: new Date(Date.now() + 86_400_000) } });
  await keep('removed', { standing: { state: 'removed', by: stage.guild, at: new Date() } });
  await keep('hidden-and-deleted', { audience: 'direct', to: [stage.person('alice')], deletedAt: new Date() });
  const stranger = await honest.actor('stranger');
  await post(stage.sharedInbox, stranger, activity('Create', stranger, note(stranger, stage.guild, 'May I?')));
  const letter = await until('the stranger is told', () =>
    honest.delivered(stranger).find(({ type }) => type === 'Create'),
  );
  const { id, object } = letter as { id: string; object: { id: string; content: string } };
  hidden.push({ what: 'a letter', iri: object.id, create: id, words: object.content });
  // Answers at hand are a second old at the most.
  await new Promise((resolve) => setTimeout(resolve, 1100));
}

const JSON_LD = 'application/activity+json';

/** All of an answer but its date. */
function bytesOf({ status, headers, text }: Answered) {
  const { date: _, ...others } = headers;
  return { status, headers: others, text };
}

/** Whoever has no right to see anything: anonymous at a program or a browser, a stranger with a signature, carol. */
const askers = (): readonly (readonly [string, (path: string, accept: string) => Promise<Answered>])[] => [
  ['nobody', (path, Accept) => new Visitor(stage.server).get(path, { Accept })],
  [
    'eve, signed',
    async (path, Accept) => {
      const url = stage.origin + path;
      const signed = await signRequest({
        method: 'GET',
        url,
        keyId: eve.keyId,
        privateKey: eve.privateKey,
        now: new Date(),
      });
      return send(stage.server.port, { path, headers: { Accept, ...signed } });
    },
  ],
  [
    'eve, signed wrongly',
    async (path, Accept) => {
      const url = stage.origin + path;
      const signed = await signRequest({
        method: 'GET',
        url,
        keyId: vic.keyId,
        privateKey: eve.privateKey,
        now: new Date(),
      });
      return send(stage.server.port, { path, headers: { Accept, ...signed } });
    },
  ],
];

const pathOf = (iri: string): string => new URL(iri).pathname;
/** Everywhere that a post could be asked for. */
const pathsOf = (iri: string, create: string): readonly string[] => [
  pathOf(iri),
  pathOf(create),
  ...['likes', 'shares', 'replies', 'context', 'activity'].map((more) => `${pathOf(iri)}/${more}`),
  `${pathOf(iri)}?page=true`,
  `/communities/guild/threads/${postKey(postIri(iri))}`,
  `/communities/guild/threads/${postKey(postIri(iri))}/edit`,
];

/** Pages repeat the address that was asked for, in links that lead back to it. */
const withoutName = (answer: ReturnType<typeof bytesOf>, iri: string, create: string): string => {
  const names = [postKey(postIri(iri)), pathOf(iri).split('/').at(-1) ?? '', pathOf(create).split('/').at(-1) ?? ''];
  const text = names.reduce(
    (all, name) => all.replaceAll(name, 'NAME').replaceAll(encodeURIComponent(name), 'NAME'),
    JSON.stringify(answer),
  );
  return text.replace(/"content-length":"\d+",?/, '').replace(/"etag":"[^"]*\\"[^"]*\\"",?/, '');
};

describe('what is hidden', () => {
  it('answers as what never was: status, headers and body, to everybody who may not see it (PRI-01)', async () => {
    const never = {
      iri: `${stage.origin}/posts/${unique('never')}`,
      create: `${stage.origin}/activities/${unique('never')}`,
    };
    for (const [who, ask] of askers()) {
      for (const accept of [JSON_LD, 'text/html', '*/*']) {
        const expected: string[] = [];
        for (const path of pathsOf(never.iri, never.create)) {
          const answer = bytesOf(await ask(path, accept));
          expect([303, 401, 403, 404]).toContain(answer.status);
          expected.push(withoutName(answer, never.iri, never.create));
        }
        for (const { what, iri, create, words } of hidden) {
          for (const [number, path] of pathsOf(iri, create).entries()) {
            const answer = bytesOf(await ask(path, accept));
            expect(answer.text).not.toContain(words);
            expect([what, who, accept, path, withoutName(answer, iri, create)]).toEqual([
              what,
              who,
              accept,
              path,
              expected[number],
            ]);
          }
        }
      }
    }
  });

  it('stands in no list: outbox, featured, timelines, people, record (PRI-01)', async () => {
    const guild = '/actors/guild';
    for (const [, ask] of askers()) {
      const outbox = JSON.parse((await ask(`${guild}/outbox`, JSON_LD)).text) as { first?: string };
      const lists = [
        [guild, JSON_LD],
        [`${guild}/outbox`, JSON_LD],
        [(outbox.first ?? '').replace(stage.origin, ''), JSON_LD],
        [`${guild}/featured`, JSON_LD],
        ['/actors/bob', JSON_LD],
        ['/actors/bob/outbox', JSON_LD],
        ['/actors/bob/outbox?page=true', JSON_LD],
        ['/', 'text/html'],
        ['/communities/guild', 'text/html'],
        ['/communities/guild/record', 'text/html'],
        ['/communities/guild/record.json', '*/*'],
        ['/people/bob', 'text/html'],
      ] as const;
      for (const [path, accept] of lists) {
        const { text } = await ask(path, accept);
        for (const { what, iri, words } of hidden.filter((one) => one.what !== 'removed')) {
          expect([path, what, text.includes(words), text.includes(iri)]).toEqual([path, what, false, false]);
        }
      }
    }
  });

  it('is not brought out by naming it: in a like, a boost, an answer, a report, an edit, an Undo', async () => {
    const kinds = ['Like', 'Announce', 'Flag', 'Update', 'Delete', 'Undo', 'Create', 'Add', 'Lock', 'EmojiReact'];
    const never = `${stage.origin}/posts/${unique('never')}`;
    const answers = async (iri: string) => {
      const all: unknown[] = [];
      for (const kind of kinds) {
        for (const as of [eve, vic]) {
          for (const inbox of [stage.sharedInbox, stage.inboxOf('bob')]) {
            const { status, text } = await post(inbox, as, activity(kind, as, iri, { to: [stage.guild] }));
            all.push({ kind, status, text });
          }
        }
      }
      return all;
    };
    const before = [evil, honest].map((origin) => origin.arrivals.length);
    const expected = await answers(never);
    for (const { iri } of hidden) expect(await answers(iri)).toEqual(expected);
    await stage.quiet();
    const [evils, honests] = [evil, honest].map((origin, number) =>
      origin.arrivals.slice(before[number]).filter(({ method }) => method === 'POST'),
    );
    for (const { iri, words } of hidden) {
      expect(JSON.stringify([evils, honests])).not.toContain(words);
      expect((await stage.house.posts.byIri(postIri(iri)))?.author).not.toBe(eve.iri);
    }
  });

  it('is not looked up by its address (PRI-02)', async () => {
    const carol = await stage.visitor('carol');
    const asks = async (visitor: Visitor, address: string) => {
      const { status, text } = await visitor.submit('/communities/lookup', { address });
      return { status, text: text.replaceAll(address, 'ADDRESS') };
    };
    for (const visitor of [carol, new Visitor(stage.server)]) {
      const expected = await asks(visitor, `${stage.origin}/posts/${unique('never')}`);
      expect(expected.status).not.toBe(200);
      for (const { iri } of hidden) expect(await asks(visitor, iri)).toEqual(expected);
    }
  });
});

describe('what is deleted (PRI-10)', () => {
  it.each([
    ['by bob, here', 'bob'],
    ['by vic, elsewhere', 'vic'],
  ])('%s, is gone everywhere', async (_what, who) => {
    const words = unique('deleted');
    let iri: string;
    const json = (path: string) => new Visitor(stage.server).get(path, { Accept: JSON_LD });
    const page = (path: string) => new Visitor(stage.server).get(path, { Accept: 'text/html' });
    if (who === 'bob') {
      ({ iri } = await writtenBy(stage, 'bob', words));
      expect((await json(pathOf(iri))).text).toContain(words);
      expect((await json('/actors/guild/outbox?page=true')).status).toBe(200);
      await stage.actions.deletePost({ post: postIri(iri), by: stage.person('bob') });
    } else {
      const written = note(vic, stage.guild, words);
      iri = written.id;
      await post(stage.sharedInbox, vic, activity('Create', vic, written));
      await stage.quiet();
      expect((await page('/communities/guild')).text).toContain(words);
      await post(stage.sharedInbox, vic, activity('Delete', vic, { id: iri, type: 'Tombstone' }));
    }
    await stage.quiet();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    if (who === 'bob') {
      const gone = await json(pathOf(iri));
      expect(gone.status).toBe(410);
      expect(JSON.parse(gone.text)).toMatchObject({ id: iri, type: 'Tombstone' });
      expect(gone.text).not.toContain(words);
    }
    const outbox = JSON.parse((await json('/actors/guild/outbox')).text) as { first?: string };
    const lists = [
      await json((outbox.first ?? '').replace(stage.origin, '')),
      await json('/actors/bob/outbox?page=true'),
      await page('/communities/guild'),
      await page('/'),
      await page(`/communities/guild/threads/${postKey(postIri(iri))}`),
      await page('/people/bob'),
      await page(`/people/vic@${honest.host}`),
      await page('/communities/guild/record'),
    ];
    const sent = await stage.db
      .collection('activities')
      .find({ object: { $regex: iri } })
      .toArray();
    const kept = (await allSent(stage.house, stage.db)).filter(({ body }) => body.includes(iri));
    const ids = [...sent.map(({ _id }) => String(_id)), ...kept.map((one) => one.iri)];
    for (const id of ids) lists.push(await json(pathOf(id)));
    expect(kept.length).toBeGreaterThan(0);
    for (const { text } of lists) expect(text).not.toContain(words);
    expect(JSON.stringify(await stage.db.collection('posts').findOne({ _id: iri as never }))).not.toContain(words);
  });
});
