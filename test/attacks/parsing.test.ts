import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postIri } from '../../server/community/ids.ts';
import { activity, note, post, signedBytes, unique } from '../support/attacker.ts';
import { send } from '../support/http-client.ts';
import { AS, type KeyPair, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { spareKeys } from '../support/spare-keys.ts';
import { Stage } from '../support/stage.ts';
import { Visitor } from '../support/visitor.ts';

let stage: Stage;
let evil: RemoteOrigin;
let honest: RemoteOrigin;
let eve: RemoteActor;
let vic: RemoteActor;
let keys: KeyPair;
/** What vic wrote in the guild. */
let vics: string;

beforeAll(async () => {
  [stage, evil, honest, keys] = await Promise.all([
    Stage.open(),
    startRemoteOrigin('eve'),
    startRemoteOrigin('vic'),
    spareKeys(),
  ]);
  [eve, vic] = await Promise.all([evil.actor('eve'), honest.actor('vic')]);
  await stage.join(eve);
  await stage.join(vic);
  const written = note(vic, stage.guild, 'Vic’s own words');
  await post(stage.sharedInbox, vic, activity('Create', vic, written));
  vics = written.id;
  await stage.quiet();
});
afterAll(async () => {
  await Promise.all([stage, evil, honest].map((one) => one?.close()));
});

const INBOXES = [
  ['personal', () => stage.inboxOf('alice')],
  ['shared', () => stage.sharedInbox],
] as const;

const known = (iri: string) => stage.house.posts.byIri(postIri(iri));

/** Whatever was sent: vic said nothing new, nothing failed here, and the server is well. */
async function nothingOfVics(): Promise<void> {
  await stage.quiet();
  const posts = await stage.db.collection('posts').find({ author: vic.iri }).toArray();
  expect(posts.map(({ _id, html }) => [String(_id), html])).toEqual([[vics, 'Vic’s own words']]);
  expect(await stage.db.collection('posts').countDocuments({ _id: { $regex: '^http://vic' } as never })).toBe(1);
  expect(await stage.house.follows.get(vic.iri as never, stage.guild)).toMatchObject({ state: 'accepted' });
  const failed = { $or: [{ outcome: 'failed' }, { attempts: { $gt: 1 } }] };
  expect(await stage.db.collection('received').countDocuments(failed)).toBe(0);
  expect((await new Visitor(stage.server).get('/health')).status).toBe(200);
}

/** Object members as text, so that one may come twice. */
const raw = (...members: readonly (readonly [string, unknown])[]): string =>
  `{${members.map(([name, value]) => `${name.startsWith('"') ? name : JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`;

describe.each(INBOXES)('bytes that may be read in two ways, at the %s inbox', (_name, inbox) => {
  const sendBytes = (body: Buffer, contentType?: string) =>
    send(stage.server.port, signedBytes(inbox(), eve, body, contentType === undefined ? {} : { contentType }));
  const create = (text: string) => activity('Create', eve, note(eve, stage.guild, text));

  it('a byte order mark is no part of what is said: what was taken is carried out', async () => {
    const marked = create('With a mark');
    const body = Buffer.from(`\uFEFF${JSON.stringify(marked)}`);
    expect((await sendBytes(body)).status).toBe(202);
    await stage.quiet();
    expect(await stage.outcome(marked.id)).toBe('done: kept');
  });

  it.each<[string, (text: string) => Buffer]>([
    ['UTF-16 with a mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without one', (text) => Buffer.from(text, 'utf16le')],
    ['UTF-16, the other way round', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['Latin-1', (text) => Buffer.from(text.replace('MARK', 'é'), 'latin1')],
    ['an overlong quotation mark', (text) => split(text, Buffer.from([0xc0, 0xa2]))],
    ['half a character', (text) => split(text, Buffer.from([0xe2, 0x82]))],
    ['a surrogate in UTF-8', (text) => split(text, Buffer.from([0xed, 0xa0, 0x80]))],
    ['a bare continuation byte', (text) => split(text, Buffer.from([0x80]))],
    ['a byte that never occurs', (text) => split(text, Buffer.from([0xff]))],
    ['two marks', (text) => Buffer.from(`\uFEFF\uFEFF${text}`)],
    ['a comment', (text) => Buffer.from(`/* x */${text}`)],
    ['a comma at the end', (text) => Buffer.from(text.replace(/\}$/, ',}'))],
    ['two values', (text) => Buffer.from(text + text)],
    ['a NUL at the end', (text) => Buffer.from(`${text}\0`)],
    ['NaN', (text) => Buffer.from(text.replace('"MARK"', 'NaN'))],
    ['single quotes', (text) => Buffer.from(text.replaceAll('"', "'"))],
    ['nothing but a mark', () => Buffer.from('\uFEFF')],
  ])('%s: not read at all', async (_what, bytes) => {
    const sent = { ...create('In other bytes'), odd: 'MARK' };
    expect((await sendBytes(bytes(JSON.stringify(sent)))).status).toBe(400);
    expect(await stage.outcome(sent.id)).toBeUndefined();
  });

  it('another charset is claimed: it is read as UTF-8, or not at all', async () => {
    for (const charset of ['utf-16', 'utf-7', 'iso-8859-1', 'x', '"utf-8', 'utf-8; charset=utf-16']) {
      const answer = await sendBytes(
        Buffer.from(JSON.stringify(create('é claimed'))),
        `application/activity+json; charset=${charset}`,
      );
      expect([202, 400, 415]).toContain(answer.status);
    }
    await stage.quiet();
    expect(await stage.db.collection('posts').countDocuments({ html: { $regex: 'claimed', $ne: 'é claimed' } })).toBe(
      0,
    );
  });

  it('a name stands twice: whoever is checked is who acts, and nobody else', async () => {
    const mine = () => `${evil.origin}/activities/${unique('twice')}`;
    const theirs = () => `${honest.origin}/activities/${unique('twice')}`;
    const as = (...members: readonly (readonly [string, unknown])[]) => raw(['@context', AS], ...members);
    const words = note(eve, stage.guild, 'By eve');
    const inVicsName = { ...note(vic, stage.guild, 'In vic’s name'), id: `${honest.origin}/notes/${unique('n')}` };
    const escaped = '"\\u0061ctor"';
    const refused = [
      as(['id', mine()], ['type', 'Create'], ['actor', eve.iri], ['object', words], ['actor', vic.iri]),
      as(['id', mine()], ['type', 'Create'], ['actor', eve.iri], ['object', words], [escaped, vic.iri]),
      as(['id', mine()], ['type', 'Create'], ['actor', eve.iri], ['object', words], ['id', theirs()]),
      as(['id', mine()], ['type', 'Create'], ['actor', eve.iri], ['actor', null], ['object', words]),
    ];
    const taken = [
      as(
        ['id', theirs()],
        ['id', mine()],
        ['type', 'Create'],
        ['actor', vic.iri],
        ['actor', eve.iri],
        ['object', vics],
      ),
      as([escaped, vic.iri], ['actor', eve.iri], ['id', mine()], ['type', 'Create'], ['object', inVicsName]),
      as(
        ['id', mine()],
        ['type', 'Like'],
        ['actor', eve.iri],
        ['object', eve.iri],
        ['type', 'Delete'],
        ['object', vics],
      ),
      as(['id', mine()], ['type', 'Create'], ['actor', eve.iri], ['object', words], ['object', inVicsName]),
      as(['id', mine()], ['type', 'Delete'], ['actor', eve.iri], ['object', words.id], ['object', vics]),
      as(['id', mine()], ['type', 'Update'], ['actor', eve.iri], ['object', { ...words, id: vics }]),
    ];
    for (const body of refused) expect((await sendBytes(Buffer.from(body))).status).toBe(403);
    for (const body of taken) expect((await sendBytes(Buffer.from(body))).status).toBe(202);
    await nothingOfVics();
  });

  it('a context gives the words another meaning: they keep their own (LD-05)', async () => {
    const full = (name: string) => `${AS}#${name}`;
    const meanings: readonly [context: unknown, more: object][] = [
      [[AS, { actor: 'as:object', object: 'as:actor' }], {}],
      [[AS, { agent: 'as:actor' }], { agent: vic.iri }],
      [
        [AS, { id: 'as:url', type: 'as:name', key: '@id', kind: '@type' }],
        { key: `${honest.origin}/x`, kind: 'Delete' },
      ],
      [[AS, { '@vocab': 'https://evil.example/' }], { [full('actor')]: vic.iri, 'as:actor': vic.iri }],
      [[null, { '@base': honest.origin }], {}],
      [{ '@version': 1.1, '@import': `${evil.origin}/context` }, {}],
      [[AS, { Create: 'as:Delete', Note: 'as:Tombstone' }], {}],
      [null, { '@id': `${honest.origin}/y`, '@type': 'Delete' }],
      [7, {}],
      [[[], [[]], {}], { '@graph': [{ id: vics, type: 'Note', content: 'Changed' }], '@included': [vic.document] }],
    ];
    for (const [context, more] of meanings) {
      const words = note(eve, stage.guild, 'Eve says so', { '@context': context, ...more });
      const sent = { ...create(''), object: words, ...more, '@context': context };
      expect((await post(inbox(), eve, sent)).status).toBe(202);
      await stage.quiet();
      expect(await stage.outcome(sent.id)).toBe('done: kept');
      expect(await known(words.id)).toMatchObject({ author: eve.iri, html: 'Eve says so' });
    }
    const { actor: _, ...nobody } = create('By nobody');
    for (const more of [
      { agent: eve.iri, '@context': [AS, { agent: 'as:actor' }] },
      { [full('actor')]: eve.iri },
      { 'as:actor': eve.iri },
    ]) {
      expect((await post(inbox(), eve, { ...nobody, ...more })).status).toBe(403);
    }
    await nothingOfVics();
    expect(evil.gets('/context')).toBe(0);
  });
});

/** A text of JSON with bytes in place of its MARK. */
function split(text: string, bytes: Buffer): Buffer {
  const [before = '', after = ''] = text.split('MARK');
  return Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)]);
}

describe.each(INBOXES)('a document fetched because of what came to the %s inbox', (_name, inbox) => {
  /** Eve serves these words as a post of hers, and sends a Create of its address; what became of it. */
  async function fetched(make: (id: string) => string | Buffer): Promise<string | undefined> {
    const id = `${evil.origin}/notes/${unique('odd')}`;
    const bytes = make(id);
    evil.serve(new URL(id).pathname, (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/activity+json' }).end(bytes);
    });
    const create = activity('Create', eve, id);
    expect((await post(inbox(), eve, create)).status).toBe(202);
    await stage.quiet();
    return stage.outcome(create.id);
  }
  const words = (id: string, more: object = {}) => ({ ...note(eve, stage.guild, 'Fetched'), id, ...more });

  it.each<[string, unknown, RegExp]>([
    ['a list', ['Note', 'Teleport'], /^done: kept$/],
    ['missing', undefined, /^ignored/],
    ['a number', 7, /^ignored/],
    ['null', null, /^ignored/],
    ['a list of lists', [['Note']], /^ignored/],
    ['an object', { id: 'Note' }, /^ignored/],
    ['unknown', 'Teleport', /^ignored/],
    ['spelled with a space', 'Note ', /^ignored/],
    ['that of an actor', 'Person', /^ignored/],
    ['__proto__', '__proto__', /^ignored/],
  ])('whose type is %s breaks nothing (LD-03)', async (_what, type, outcome) => {
    expect(await fetched((id) => JSON.stringify(words(id, { type })))).toMatch(outcome);
    await nothingOfVics();
  });

  it.each<[string, (id: string) => string | Buffer, RegExp]>([
    ['with null in its context', (id) => JSON.stringify(words(id, { '@context': [null, AS, null] })), /^done: kept$/],
    [
      'whose context gives words another meaning',
      (id) =>
        JSON.stringify(words(id, { '@context': [AS, { attributedTo: 'as:url', by: 'as:attributedTo' }], by: vic.iri })),
      /^done: kept$/,
    ],
    ['that names its author in a graph', (id) => JSON.stringify({ '@graph': [words(id)] }), /^refused/],
    ['with a mark in front', (id) => `\uFEFF${JSON.stringify(words(id))}`, /^done: kept$/],
    ['in UTF-16', (id) => Buffer.from(`\uFEFF${JSON.stringify(words(id))}`, 'utf16le'), /^refused/],
    ['in Latin-1', (id) => Buffer.from(JSON.stringify(words(id, { x: 'é' })), 'latin1'), /^refused/],
    ['that is a list', (id) => JSON.stringify([words(id)]), /^refused/],
    ['that is empty', () => '', /^refused/],
    ['by vic', (id) => JSON.stringify(words(id, { attributedTo: vic.iri })), /^refused: not by its sender$/],
    ['by eve and vic', (id) => JSON.stringify(words(id, { attributedTo: [eve.iri, vic.iri] })), /^refused/],
    [
      'by eve, and then by vic',
      (id) => `${JSON.stringify(words(id)).slice(0, -1)},"attributedTo":${JSON.stringify(vic.iri)}}`,
      /^refused: not by its sender$/,
    ],
    [
      'whose id is vic’s after its own',
      (id) => `${JSON.stringify(words(id)).slice(0, -1)},"id":"${vics}"}`,
      /^refused/,
    ],
    ['whose id is a list', (id) => JSON.stringify(words(id, { id: [vics, id] })), /^refused/],
    ['nested 7000 deep (LD-06)', (id) => `${`{"id":"${id}","object":`.repeat(5000)}{}${'}'.repeat(5000)}`, /^refused/],
    [
      'of a hundred thousand names (LD-06)',
      (id) => `{"id":"${id}",${Array.from({ length: 60_000 }, (_, number) => `"k${number}":1`).join()}}`,
      /^refused/,
    ],
    [
      'with NUL, lone surrogates and huge numbers (LD-06)',
      (id) =>
        JSON.stringify(words(id, { x: 0 }))
          .replace('Fetched', 'a\\u0000b\\ud800')
          .replace('"x":0', '"x":1e999'),
      /^done: kept$/,
    ],
    [
      'with names that a store would obey (ORI-11)',
      (id) =>
        JSON.stringify(
          words(id, { _id: vics, $set: { html: 'x' }, constructor: 'x', prototype: 'x', _local: true }),
        ).replace('"_local"', '"__proto__"'),
      /^done: kept$/,
    ],
  ])('%s means what it says, and to eve’s account', async (_what, make, outcome) => {
    expect(await fetched(make)).toMatch(outcome);
    await nothingOfVics();
  });

  it('that is an actor’s, with an odd type or context, makes nobody else of anybody', async () => {
    const odd: readonly [object, number][] = [
      [{ type: ['Person', 'Teleport'] }, 202],
      [{ '@context': [null, { publicKey: 'as:url', inbox: 'as:outbox' }] }, 202],
      [{ type: 7 }, 401],
      [{ type: null }, 401],
      [{ type: 'Person ' }, 401],
      [{ type: [['Person']] }, 401],
      [{ id: vic.iri }, 401],
      [{ id: null, '@id': vic.iri }, 401],
    ];
    for (const [more, status] of odd) {
      const one = await evil.actor(unique('odd'), { keys });
      evil.serve(new URL(one.iri).pathname, { body: { ...one.document, ...more } });
      expect((await post(inbox(), one, activity('Like', one, vics))).status).toBe(status);
    }
    await nothingOfVics();
    expect((await post(inbox(), vic, activity('Like', vic, `${honest.origin}/x`))).status).toBe(202);
  });
});
