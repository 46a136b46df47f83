import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activity, note, post, postUnsigned } from '../support/attacker.ts';
import { send } from '../support/http-client.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { Stage } from '../support/stage.ts';
import { Visitor } from '../support/visitor.ts';

let stage: Stage;
let honest: RemoteOrigin;
let vic: RemoteActor;

beforeAll(async () => {
  [stage, honest] = await Promise.all([Stage.open(), startRemoteOrigin('vic')]);
  vic = await honest.actor('vic');
  await stage.join(vic);
});
afterAll(async () => {
  await Promise.all([stage, honest].map((one) => one?.close()));
});

const INBOXES = [
  ['personal', () => stage.inboxOf('alice')],
  ['shared', () => stage.sharedInbox],
] as const;

const deep = (levels: number) => `${'{"object":'.repeat(levels)}{}${'}'.repeat(levels)}`;
const withRaw = (raw: string) => JSON.stringify(activity('Create', vic, 'RAW')).replace('"RAW"', raw);
const withType = (type: unknown) =>
  JSON.stringify({ ...activity('Create', vic, note(vic, stage.guild, 'Odd type')), type });
/** Alive: it answers, and is not swollen. */
const healthy = async () => (await new Visitor(stage.server).get('/health')).status;

describe.each(INBOXES)('strange activities at the %s inbox, signed', (_name, inbox) => {
  it.each<[string, () => string]>([
    ['type is a list (LD-03)', () => withType(['Create', 'Note'])],
    ['type is missing (LD-03)', () => withType(undefined)],
    ['type is a number (LD-03)', () => withType(7)],
    ['type is null (LD-03)', () => withType(null)],
    ['type is unknown (LD-03)', () => withType('Teleport')],
    ['type has a space at its end (LD-03)', () => withType('Create ')],
    ['type is __proto__', () => withType('__proto__')],
    [
      'null stands in @context (LD-05)',
      () => JSON.stringify({ ...JSON.parse(withType('Create')), '@context': [null, { actor: 'x', id: 'y' }] }),
    ],
    ['nested 7000 deep (LD-06)', () => withRaw(deep(7000))],
    ['a list nested 100000 deep', () => withRaw(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
    [
      'a text of a million characters (LD-06)',
      () => withRaw(JSON.stringify({ ...note(vic, stage.guild, 'x'), content: 'x'.repeat(900_000) })),
    ],
    [
      'a hundred thousand keys (LD-06)',
      () => withRaw(`{${Array.from({ length: 100_000 }, (_, number) => `"k${number}":1`).join()}}`),
    ],
    [
      'NUL and lone surrogates (LD-06)',
      () => withRaw(JSON.stringify(note(vic, stage.guild, 'a\u0000b')).replace('a\\u0000b', 'a\\u0000b\\ud800')),
    ],
    ['huge numbers (LD-06)', () => withRaw(`{"id":1e999,"type":"Note","attributedTo":-1e999}`)],
    [
      'the same key twice',
      () => `${JSON.stringify(activity('Create', vic, 'x')).slice(0, -1)},"actor":"${stage.person('carol')}"}`,
    ],
    ['no JSON', () => 'This is not JSON.'],
    ['a list', () => '[]'],
    ['nothing', () => ''],
    ['a number', () => '1'],
    ['no id', () => JSON.stringify({ ...activity('Create', vic, 'x'), id: undefined })],
    ['an id that is no address', () => JSON.stringify({ ...activity('Create', vic, 'x'), id: 'urn:x:1' })],
    [
      'an id of ten thousand characters',
      () => JSON.stringify({ ...activity('Create', vic, 'x'), id: `${honest.origin}/${'x'.repeat(10_000)}` }),
    ],
    [
      'dates from other ages',
      () =>
        JSON.stringify(
          activity(
            'Create',
            vic,
            note(vic, stage.guild, 'Old', { published: '-271821-04-20T00:00:00Z', updated: '9999-99-99' }),
          ),
        ),
    ],
    [
      'everything is a list of lists',
      () =>
        JSON.stringify(
          activity('Create', vic, {
            id: [[]],
            type: [[]],
            attributedTo: [[{}]],
            to: [[[]]],
            content: [[[]]],
            tag: [[]],
          }),
        ),
    ],
    [
      'texts where objects belong',
      () =>
        JSON.stringify(
          activity('Create', vic, {
            ...note(vic, stage.guild, 'x'),
            tag: 'x',
            attachment: 'x',
            contentMap: 'x',
            inReplyTo: 7,
          }),
        ),
    ],
  ])('are answered and break nothing: %s', async (_what, make) => {
    const answer = await post(inbox(), vic, make());
    expect([202, 400, 401, 403, 413, 415, 422]).toContain(answer.status);
    expect(answer.ms).toBeLessThan(5000);
    await stage.quiet();
    expect(
      await stage.db.collection('received').countDocuments({ $or: [{ outcome: 'failed' }, { attempts: { $gt: 1 } }] }),
    ).toBe(0);
    expect(await healthy()).toBe(200);
  });

  it('more than a mebibyte is not read', async () => {
    const large = withRaw(JSON.stringify({ ...note(vic, stage.guild, 'x'), content: 'x'.repeat(1_200_000) }));
    expect((await post(inbox(), vic, large)).status).toBe(413);
    expect(await healthy()).toBe(200);
  });

  it('other types of content are not read', async () => {
    for (const contentType of [
      'text/html',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'application/jsonp',
      '',
    ]) {
      const answer = await post(inbox(), vic, activity('Like', vic, 'x'), { contentType });
      expect([400, 401, 415]).toContain(answer.status);
    }
  });
});

it('markup in names and texts is harmless on every page (CON-01)', async () => {
  const loud = await honest.actor('loud');
  const script = `<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)><a href="javascript:alert(1)">x</a><iframe srcdoc=x></iframe>`;
  honest.serve(new URL(loud.iri).pathname, { body: { ...loud.document, name: script, summary: script } });
  await stage.join(loud);
  await post(
    stage.sharedInbox,
    loud,
    activity('Create', loud, note(loud, stage.guild, `Loud ${script}`, { name: script })),
  );
  await stage.quiet();
  const anonymous = new Visitor(stage.server);
  const pages = await Promise.all(
    ['/communities/guild', '/communities/guild/record', `/people/loud@${honest.host}`].map((path) =>
      anonymous.get(path),
    ),
  );
  expect(pages[0]?.text).toContain('Loud');
  for (const { text, headers } of pages) {
    expect(text).not.toMatch(/<script|<img[^>]*onerror|<svg\/|<iframe|href="javascript:/i);
    expect(headers['content-security-policy']).toContain("script-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

it('a body that never ends keeps nobody else waiting', async () => {
  const { host } = new URL(stage.origin);
  const slow = Array.from({ length: 20 }, () =>
    send(stage.server.port, {
      method: 'POST',
      path: '/inbox',
      headers: { Host: host, 'Content-Type': 'application/activity+json', 'Content-Length': '1000' },
    }).catch(() => undefined),
  );
  expect(await healthy()).toBe(200);
  expect((await post(stage.sharedInbox, vic, activity('Like', vic, `${honest.origin}/x`))).status).toBe(202);
  expect((await postUnsigned(stage.sharedInbox, {})).status).toBe(401);
  void Promise.all(slow);
});
