import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardedLookup } from '../../federation/fetch/guarded-connect.ts';
import { activityIri, communityIri, personIri } from '../../server/community/ids.ts';
import type { Person } from '../../server/community/person.ts';
import { activity, note, post, postUnsigned, unique } from '../support/attacker.ts';
import { type Canary, startCanary } from '../support/canary.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { changes, snapshot } from '../support/snapshot.ts';
import { Stage } from '../support/stage.ts';

/** A server as it stands on the internet: loopback is private to it as everything else is. */
let stage: Stage;
let canary: Canary;
/** Somebody whom the server met, long ago, on the public internet; her key pair is all that is left of her server. */
let eve: RemoteActor;
let keys: RemoteOrigin;

beforeAll(async () => {
  [stage, canary, keys] = await Promise.all([
    Stage.open({ env: { ALLOW_LOOPBACK: 'false' } }),
    startCanary(),
    startRemoteOrigin('keys'),
  ]);
  eve = await metLongAgo('eve');
});

afterAll(async () => {
  await Promise.all([stage, canary, keys].map((one) => one?.close()));
});

const ELSEWHERE = 'https://elsewhere.example';

/** Makes somebody known as if her document had been fetched before. */
async function metLongAgo(name: string, inbox = `${ELSEWHERE}/users/${name}/inbox`): Promise<RemoteActor> {
  const { publicKeyPem, privateKey, document } = await keys.actor(name);
  const iri = personIri(`${ELSEWHERE}/users/${name}`);
  const keyId = `${iri}#main-key`;
  const person: Person = {
    iri,
    username: name,
    host: 'elsewhere.example',
    displayName: name,
    summary: '',
    home: 'elsewhere',
    inbox,
    since: new Date(),
  };
  await stage.house.people.keepElsewhere(person);
  await stage.house.remoteKeys.keep({ keyId, owner: iri, publicKeyPem, fetchedAt: new Date() });
  await stage.house.follows.put(
    { follower: iri, target: stage.guild, activity: activityIri(`${iri}#follow`), state: 'accepted', at: new Date() },
    [],
  );
  return { iri, keyId, inbox, publicKeyPem, privateKey, document };
}

/** The same for a community, to which bob belongs. */
async function communityMetLongAgo(name: string): Promise<RemoteActor> {
  const { publicKeyPem, privateKey, document } = await keys.actor(name);
  const iri = communityIri(`${ELSEWHERE}/groups/${name}`);
  const keyId = `${iri}#main-key`;
  const inbox = `${iri}/inbox`;
  const described = { name, host: 'elsewhere.example', title: name, purpose: '', foundedAt: new Date() };
  await stage.house.communities.keepElsewhere({ iri, inbox, home: 'elsewhere', ...described });
  await stage.house.remoteKeys.keep({ keyId, owner: iri, publicKeyPem, fetchedAt: new Date() });
  const bobs = { follower: stage.person('bob'), target: iri, activity: activityIri(`${stage.origin}/f/${name}`) };
  await stage.house.follows.put({ ...bobs, state: 'accepted', at: new Date() }, []);
  return { iri, keyId, inbox, publicKeyPem, privateKey, document };
}

/** NET-01 and NET-02: every way to write an address of this machine or of a network behind it. */
const PRIVATE_HOSTS = [
  ...['127.0.0.1', 'localhost', '0.0.0.0', '[::1]', '[::]', '10.0.0.1', '172.16.0.1', '192.168.0.1', '169.254.169.254'],
  ...['100.64.0.1', '192.0.0.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '[fc00::1]', '[fe80::1]'],
  ...[
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    '[::127.0.0.1]',
  ],
  ...[
    '2130706433',
    '0177.0.0.1',
    '0x7f.1',
    '0x7f000001',
    '127.1',
    '127.0.0.1.',
    'localhost.',
    'x.localhost',
    'ip6-localhost',
  ],
  hostname(),
];
const urls = (path: string) => [
  ...PRIVATE_HOSTS.map((host) => `https://${host}:${canary.port}${path}`),
  `http://127.0.0.1:${canary.port}${path}`,
  `http://elsewhere.example@127.0.0.1:${canary.port}${path}`,
  `https://127.0.0.1:${canary.port}\\@elsewhere.example${path}`,
  `ftp://127.0.0.1:${canary.port}${path}`,
  `file:///etc/passwd`,
  `gopher://127.0.0.1:${canary.port}/_GET`,
];

const INBOXES = [
  ['personal', () => stage.inboxOf('alice')],
  ['shared', () => stage.sharedInbox],
] as const;

describe.each(INBOXES)('private addresses at the %s inbox (NET-01, NET-02)', (_name, inbox) => {
  it('are not fetched as keys', async () => {
    const before = await snapshot(stage);
    const answers = await Promise.all(
      urls('/k').map((keyId) =>
        post(inbox(), eve, { ...activity('Like', eve, 'x'), actor: keyId, id: keyId }, { keyId }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(5000);
    expect(canary.connections()).toBe(0);
    expect(changes(before, await snapshot(stage))).toEqual([]);
  });

  it.each<[string, (url: string) => unknown]>([
    ['the object of a Create', (url) => activity('Create', eve, url)],
    [
      'an embedded object of a Create',
      (url) => activity('Create', eve, { id: url, type: 'Note', attributedTo: url, content: 'x' }),
    ],
    ['the object of an Announce', (url) => activity('Announce', eve, url)],
    [
      'the object of a Follow, Like, Update, Delete',
      (url) => activity(['Follow', 'Like', 'Update', 'Delete'][url.length % 4] ?? '', eve, url),
    ],
    ['inReplyTo', (url) => activity('Create', eve, note(eve, stage.guild, 'x', { inReplyTo: url }))],
    [
      'tag, context, icon, attachment, preview',
      (url) => activity('Create', eve, note(eve, stage.guild, `<a href="${url}">x</a>`, everywhere(url))),
    ],
    ['@context', (url) => ({ ...activity('Create', eve, note(eve, stage.guild, 'x')), '@context': [url, { x: url }] })],
    [
      'the actor as an object',
      (url) => ({ ...activity('Create', eve, note(eve, stage.guild, 'x')), actor: { id: eve.iri, inbox: url, url } }),
    ],
  ])('are not fetched as %s', async (_where, make) => {
    for (const url of urls(`/${unique('x')}`)) {
      expect([202, 400, 403]).toContain((await post(inbox(), eve, make(url))).status);
    }
    await stage.quiet();
    expect(canary.connections()).toBe(0);
  });

  it('are not fetched when a community passes them on', async () => {
    const coven = await communityMetLongAgo(`coven-${_name}`);
    const outcomes = new Set<string | undefined>();
    for (const url of urls(`/${unique('x')}`)) {
      const announce = activity('Announce', coven, url);
      await post(inbox(), coven, announce);
      await stage.quiet();
      outcomes.add(await stage.outcome(announce.id));
    }
    expect([...outcomes]).toContain('refused: private-address');
    expect(
      [...outcomes].filter((outcome) => !/^refused: (private-address|bad-url|unreachable)$/.test(outcome ?? '')),
    ).toEqual([]);
    expect(canary.connections()).toBe(0);
  });

  it('are looked at, and refused as what they are', async () => {
    for (const host of ['10.0.0.1', '127.0.0.1', '[::1]', '[::ffff:10.0.0.1]', '0x7f.1', 'localhost', hostname()]) {
      const keyId = `https://${host}:${canary.port}/${unique('key')}`;
      const answer = await post(inbox(), eve, { ...activity('Like', eve, 'x'), actor: keyId, id: keyId }, { keyId });
      expect(answer.text).toContain('leads into a private network');
    }
  });

  it('are not fetched before the signature is checked (NET-13)', async () => {
    for (const url of urls('/context')) {
      const unsigned = { ...activity('Create', eve, url), '@context': url, actor: url };
      expect((await postUnsigned(inbox(), unsigned)).status).toBe(401);
      expect(
        (
          await postUnsigned(inbox(), unsigned, {
            Signature: `keyId="${url.replaceAll('\\', '')}",signature="AAAA",headers="date"`,
          })
        ).status,
      ).toBe(401);
    }
    expect(canary.connections()).toBe(0);
  });
});

function everywhere(url: string) {
  return {
    tag: [
      { type: 'Mention', href: url, name: '@x' },
      { type: 'Emoji', icon: { type: 'Image', url } },
    ],
    context: url,
    conversation: url,
    icon: { type: 'Image', url },
    attachment: [{ type: 'Document', mediaType: 'image/png', url }],
    preview: url,
    replies: url,
    to: [url, stage.guild, 'https://www.w3.org/ns/activitystreams#Public'],
  };
}

it('nothing is delivered to private addresses, though followers name them', async () => {
  for (const [number, url] of urls('/inbox').entries()) await metLongAgo(`follower${number}`, url).catch(() => {});
  const written = await stage.actions.publishPost({
    author: stage.person('alice'),
    community: stage.guild,
    text: 'To everybody',
  });
  expect(written.ok).toBe(true);
  await stage.quiet();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await stage.db.collection('deliveries').countDocuments({ attempts: { $gt: 0 } })).toBeGreaterThan(0);
  expect(canary.connections()).toBe(0);
});

it('a community is not looked for at private addresses (WebFinger)', async () => {
  const visitor = await stage.visitor('alice');
  for (const host of PRIVATE_HOSTS) {
    const address = `@guild@${host}:${canary.port}`;
    for (const fields of [{ address }, { address: `https://${host}:${canary.port}/actors/guild` }]) {
      expect((await visitor.submit('/communities/lookup', fields)).status).toBeLessThan(500);
    }
  }
  expect(canary.connections()).toBe(0);
});

describe('a name of the DNS (NET-04)', () => {
  const looksUp = (answers: readonly (readonly string[])[]) => {
    let asked = 0;
    const resolve = async () =>
      (answers[Math.min(asked++, answers.length - 1)] ?? []).map((address) => ({ address, family: 4 }));
    const lookup = guardedLookup({ allowLoopback: false, resolve, timeoutMs: 2000 });
    return () =>
      new Promise((answer) =>
        lookup('rebind.example', {}, (error, address) => answer(error === null ? address : error.name)),
      );
  };

  it('that is public first and this machine then is checked at every connection', async () => {
    const look = looksUp([['93.184.216.34'], ['127.0.0.1']]);
    expect([await look(), await look(), await look()]).toEqual([
      '93.184.216.34',
      'PrivateAddressError',
      'PrivateAddressError',
    ]);
  });

  it('with one public and one private address is not connected to at all', async () => {
    expect(await looksUp([['93.184.216.34', '127.0.0.1']])()).toBe('PrivateAddressError');
    expect(await looksUp([['10.0.0.1', '93.184.216.34']])()).toBe('PrivateAddressError');
  });
});
