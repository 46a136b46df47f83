import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activity, note, post, unique } from '../support/attacker.ts';
import { type Cast, openCast, writtenBy } from '../support/cast.ts';
import { PUBLIC, type RemoteActor, type RemoteOrigin } from '../support/remote-origin.ts';
import type { Stage } from '../support/stage.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

let cast: Cast;
let stage: Stage;
let evil: RemoteOrigin;
let honest: RemoteOrigin;
let eve: RemoteActor;
let vic: RemoteActor;
let coven: RemoteActor;

beforeAll(async () => {
  cast = await openCast();
  ({ stage, evil, honest, eve, vic, coven } = cast);
  evil.serveElse((request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/activity+json' });
    response.end(JSON.stringify(endless(request.url ?? '')));
  });
});
afterAll(() => cast?.close());

const INBOXES = [
  ['personal', () => stage.inboxOf('alice')],
  ['shared', () => stage.sharedInbox],
] as const;

/** One sender's activities are carried out one after the other: a thousand of them take half a minute. */
const LIKES = process.env.LONG_TESTS === 'true' ? 1000 : 200;

/** A web without end: every note answers the next and names new people, everybody names the next person. */
function endless(path: string): object {
  const [, kind = '', name = '', number = '0'] = /^\/(\w+)\/(.*?)(\d+)$/.exec(path) ?? [];
  const next = `${evil.origin}/${kind}/${name}${Number(number) + 1}`;
  const people = [1, 2, 3].map((one) => `${evil.origin}/people/${name}${Number(number) * 3 + one}`);
  const tag = people.map((href) => ({ type: 'Mention', href, name: '@somebody' }));
  const iri = evil.origin + path;
  if (kind === 'people')
    return { ...eve.document, id: iri, tag, alsoKnownAs: people, movedTo: next, attributedTo: next };
  const cyclic = name.startsWith('ring') && Number(number) >= 3;
  return {
    id: iri,
    type: 'Note',
    attributedTo: eve.iri,
    to: [PUBLIC, stage.guild, ...people],
    inReplyTo: cyclic ? iri.replace(/\d+$/, '0') : next,
    content: `${name} ${number}`,
    context: next,
    replies: { type: 'Collection', first: next, items: people },
    tag,
  };
}

/** How many documents are asked for until everything is quiet. */
async function fetchesOf(ask: () => Promise<unknown>): Promise<number> {
  const before = evil.gets() + honest.gets();
  await ask();
  await stage.quiet();
  return evil.gets() + honest.gets() - before;
}

describe.each(INBOXES)('at the %s inbox, a web without end (NET-11)', (_name, inbox) => {
  it.each([
    ['a chain of answers without end', 'chain'],
    ['a ring of answers', 'ring'],
  ])('%s is not climbed', async (_what, kind) => {
    const first = () => `${evil.origin}/notes/${kind}${unique('x').replaceAll(/\d/g, '')}-${_name}-0`;
    const embedded = first();
    const path = (iri: string) => endless(new URL(iri).pathname);
    const deliveries = [
      () => post(inbox(), eve, activity('Create', eve, path(embedded))),
      () => post(inbox(), eve, activity('Create', eve, `${first()}1`)),
      () => post(inbox(), eve, activity('Update', eve, path(embedded))),
      () => post(inbox(), eve, activity('Like', eve, `${first()}2`)),
      () => post(inbox(), coven, activity('Announce', coven, `${first()}3`)),
      () => post(inbox(), coven, activity('Announce', coven, activity('Create', eve, path(`${first()}4`)))),
      () => post(inbox(), eve, activity('Delete', eve, `${first()}5`)),
      () => post(inbox(), eve, activity('Undo', eve, activity('Like', eve, `${first()}6`))),
    ];
    for (const deliver of deliveries) expect(await fetchesOf(deliver)).toBeLessThanOrEqual(3);
    expect(await stage.outcome('none')).toBeUndefined();
  });

  it('answers that answer each other are shown, each once', async () => {
    const [one, other] = [note(eve, stage.guild, unique('One of a pair')), note(eve, stage.guild, unique('Its other'))];
    const itself = note(eve, stage.guild, unique('Of itself'));
    for (const written of [
      { ...one, inReplyTo: other.id },
      { ...other, inReplyTo: one.id },
      { ...itself, inReplyTo: itself.id },
    ]) {
      expect((await post(inbox(), eve, activity('Create', eve, written))).status).toBe(202);
    }
    await stage.quiet();
    const anonymous = new Visitor(stage.server);
    const eves = await anonymous.get(`/people/eve@${evil.host}`);
    expect(eves.status).toBe(200);
    for (const [, link = ''] of eves.text.matchAll(/href="(\/communities\/guild\/threads\/[^"#?]+)/g)) {
      const page = await anonymous.get(link);
      expect([200, 303]).toContain(page.status);
      expect(page.ms).toBeLessThan(2000);
    }
  });

  it('people who name new people make no crowd', async () => {
    const path = (number: number) => `/people/${_name}crowd${number}`;
    const authored = { ...note(eve, coven.iri, 'x'), attributedTo: evil.origin + path(7) };
    const deliveries = [
      () => post(inbox(), eve, activity('Follow', eve, evil.origin + path(1))),
      () => post(inbox(), eve, activity('Create', eve, endless(path(2)))),
      () => post(inbox(), eve, activity('Update', eve, endless(path(3)))),
      () => post(inbox(), eve, activity('Announce', eve, endless(path(4)))),
      () => post(inbox(), coven, activity('Announce', coven, evil.origin + path(5))),
      () => post(inbox(), coven, activity('Announce', coven, authored)),
    ];
    for (const deliver of deliveries) expect(await fetchesOf(deliver)).toBeLessThanOrEqual(3);
  });

  it('one who comes as a key that nobody knew brings only herself', async () => {
    const iri = `${evil.origin}/people/${unique('newcomer')}-0`;
    const keyId = `${iri}#main-key`;
    const { publicKeyPem } = eve;
    const document = { ...endless(new URL(iri).pathname), publicKey: { id: keyId, owner: iri, publicKeyPem } };
    evil.serve(new URL(iri).pathname, { body: document });
    const newcomer = { ...eve, iri, keyId };
    expect(await fetchesOf(() => post(inbox(), newcomer, activity('Follow', newcomer, stage.guild)))).toBe(1);
  });

  it('ten thousand recipients, three hundred mentions and links cost nothing (NET-12)', async () => {
    const many = Array.from({ length: 10_000 }, (_, number) => `${evil.origin}/people/to${number}`);
    const mentions = many.slice(0, 300).map((href) => ({ type: 'Mention', href, name: '@x' }));
    const links = many.slice(0, 300).map((href) => `<a href="${href}">x</a>`);
    const crowded = note(eve, stage.guild, links.join(' '), { to: [PUBLIC, stage.guild, ...many], tag: mentions });
    const create = activity('Create', eve, crowded);
    expect(await fetchesOf(() => post(inbox(), eve, create))).toBe(0);
    expect(await stage.outcome(create.id)).toBe('done: kept');
    const byAddress = evil.publish({ ...crowded, id: `${evil.origin}/crowded/${unique('n')}` });
    expect(await fetchesOf(() => post(inbox(), eve, activity('Create', eve, byAddress.id)))).toBe(1);
    const elsewhere = activity(
      'Create',
      eve,
      Array.from({ length: 50 }, (_, one) => `${evil.origin}/notes/many${one}`),
    );
    expect(await fetchesOf(() => post(inbox(), eve, elsewhere))).toBeLessThanOrEqual(1);
  });
});

describe('likes without number, each with a new id (RES-03)', () => {
  const kept = (kind: string, iri: string) =>
    stage.db.collection('reactions').countDocuments({ actor: eve.iri, post: iri, kind });
  const underWay = () => stage.db.collection('deliveries').countDocuments({ nextAt: { $exists: true } });
  const sentOut = async () => [
    await stage.db.collection('activities').countDocuments(),
    await stage.db.collection('deliveries').countDocuments(),
  ];

  it('are one like, at both inboxes, embedded and by address; nobody is told so often', async () => {
    const liked = await writtenBy(stage, 'bob', unique('Liked very much'));
    await until('it is delivered', async () => (await underWay()) === 0);
    const before = await sentOut();
    const arrived = evil.arrivals.length + honest.arrivals.length;
    const one = (number: number) => {
      const object = number % 3 === 0 ? { id: liked.iri, type: 'Note', attributedTo: stage.person('bob') } : liked.iri;
      const inbox = number % 2 === 0 ? stage.sharedInbox : stage.inboxOf('bob');
      return post(inbox, eve, activity(number % 10 === 9 ? 'Announce' : 'Like', eve, object));
    };
    for (let number = 0; number < LIKES; number += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, (_, more) => one(number + more)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    }
    await until('all are carried out', async () => (await stage.house.inbox.waiting()) === 0, LIKES * 100);
    expect([await kept('like', liked.iri), await kept('share', liked.iri)]).toEqual([1, 1]);
    expect(await sentOut()).toEqual(before);
    expect(evil.arrivals.length + honest.arrivals.length).toBe(arrived);
    await post(stage.sharedInbox, eve, activity('Undo', eve, activity('Like', eve, liked.iri)));
    await stage.quiet();
    expect([await kept('like', liked.iri), await kept('share', liked.iri)]).toEqual([0, 1]);
  }, 180_000);

  it('nor does eve like for vic, or in the name of nobody', async () => {
    const liked = await writtenBy(stage, 'bob', unique('Liked by few'));
    for (const actor of [
      vic.iri,
      [vic.iri, eve.iri],
      { id: vic.iri, type: 'Person' },
      '',
      null,
      stage.person('carol'),
    ]) {
      const answer = await post(stage.sharedInbox, eve, { ...activity('Like', eve, liked.iri), actor });
      expect([400, 401, 403]).toContain(answer.status);
    }
    await stage.quiet();
    expect(await stage.db.collection('reactions').countDocuments({ post: liked.iri as never })).toBe(0);
  });
});
