import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGuardedFetch } from '../../federation/fetch/guarded-fetch.ts';
import { personIri } from '../../server/community/ids.ts';
import type { Person } from '../../server/community/person.ts';
import { activity, note, post, postUnsigned, unique } from '../support/attacker.ts';
import { type Canary, privateAddress, startCanary } from '../support/canary.ts';
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
}, 60_000);

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
    { follower: iri, target: stage.guild, activity: `${iri}#follow` as never, state: 'accepted', at: new Date() },
    [],
  );
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
}, 30_000);

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
  const fetchWith = (answers: readonly (readonly string[])[]) => {
    let asked = 0;
    return createGuardedFetch({
      allowLoopback: false,
      userAgent: 'test',
      limits: { deadlineMs: 2000 },
      resolve: async () =>
        (answers[Math.min(asked++, answers.length - 1)] ?? []).map((address) => ({ address, family: 4 })),
    });
  };

  it.each([
    ['that is public first and this machine then', [['192.0.2.1'], ['127.0.0.1']]],
    ['with one public and one private address', [['93.184.216.34', '127.0.0.1']]],
    ['that names this machine', [['127.0.0.1']]],
  ])('%s is not connected to', async (_what, answers) => {
    const fetch = fetchWith(answers);
    for (let times = 0; times < 3; times += 1) {
      const answer = await fetch.get(`https://rebind.example:${canary.port}/`, { accept: '*/*' });
      expect(answer.ok).toBe(false);
    }
    await fetch.close();
    expect(canary.connections()).toBe(0);
  });
});

describe('with loopback allowed, for trials', () => {
  let trial: Stage;
  let evil: RemoteOrigin;
  let bait: Canary;
  beforeAll(async () => {
    [trial, evil, bait] = await Promise.all([Stage.open(), startRemoteOrigin('eve'), startCanary()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([trial, evil, bait].map((one) => one?.close()));
  });

  const likeBy = async (name: string, keyPath: string) => {
    const actor = await evil.actor(name);
    const keyId = evil.origin + keyPath;
    return post(trial.sharedInbox, actor, activity('Like', actor, 'x'), { keyId });
  };

  it('a redirect to a private network is not followed (NET-03)', async () => {
    const own = privateAddress();
    const targets = [
      '10.0.0.1',
      '169.254.169.254',
      '0.0.0.0',
      '[::ffff:10.0.0.1]',
      ...(own === undefined ? [] : [own]),
    ];
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
  }, 30_000);

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
});
