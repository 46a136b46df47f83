import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { followersDigest, writeSynchronisation } from '../../federation/vocabulary/synchronisation.ts';
import { actorIri, communityIri } from '../../server/community/ids.ts';
import { activity, post, unique } from '../support/attacker.ts';
import {
  AS,
  type KeyPair,
  type Page,
  type RemoteActor,
  type RemoteOrigin,
  startRemoteOrigin,
} from '../support/remote-origin.ts';
import { spareKeys } from '../support/spare-keys.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** What others say of who follows them (FEP-8fcf): believed of nobody but themselves, and asked for seldom. */

let stage: Stage;
let evil: RemoteOrigin;
let honest: RemoteOrigin;
let eve: RemoteActor;
let keys: KeyPair;

beforeAll(async () => {
  [stage, evil, honest, keys] = await Promise.all([
    Stage.open(),
    startRemoteOrigin('eve'),
    startRemoteOrigin('vic'),
    spareKeys(),
  ]);
  eve = await evil.actor('eve', { keys });
  await stage.join(eve);
});
afterAll(async () => {
  await Promise.all([stage, evil, honest].map((one) => one?.close()));
});

const INBOXES = [
  ['personal', () => stage.inboxOf('bob')],
  ['shared', () => stage.sharedInbox],
] as const;
const NOBODY = followersDigest([]);

const stateOf = async (name: string, group: RemoteActor) =>
  (await stage.house.follows.get(stage.person(name), actorIri(group.iri)))?.state;

/** A community elsewhere to which bob belongs. */
async function withBob(): Promise<RemoteActor> {
  const group = await evil.actor(unique('coven'), { type: 'Group', keys });
  await post(stage.sharedInbox, group, activity('Like', group, `${evil.origin}/nothing`));
  const community = communityIri(group.iri);
  await until('it is known', () => stage.house.communities.byIri(community));
  await stage.actions.joinCommunity({ person: stage.person('bob'), community });
  const follow = await until('bob’s Follow arrived', () => evil.delivered(group).find(({ type }) => type === 'Follow'));
  await post(stage.sharedInbox, group, activity('Accept', group, follow));
  await until('bob belongs to it', async () => (await stateOf('bob', group)) === 'accepted');
  return group;
}

const followersOf = (group: RemoteActor) => `${group.iri}/followers`;
const listOf = (group: RemoteActor) => `${group.iri}/followers_synchronization`;
const saying = (group: RemoteActor, more: Partial<Parameters<typeof writeSynchronisation>[0]> = {}) =>
  writeSynchronisation({ collectionId: followersOf(group), url: listOf(group), digest: NOBODY, ...more });

/** Something harmless with this header. */
async function says(inbox: string, sender: RemoteActor, header: string): Promise<void> {
  const sent = activity('Like', sender, `${evil.origin}/nothing`);
  const headers = { 'collection-synchronization': header };
  expect((await post(inbox, sender, sent, { headers })).status).toBe(202);
  await until('it is carried out', () => stage.outcome(sent.id));
}

const list = (group: RemoteActor, items: unknown): Page => ({
  body: { '@context': AS, id: listOf(group), type: 'OrderedCollection', orderedItems: items },
});
const serve = (group: RemoteActor, page: Page) => evil.serve(new URL(listOf(group)).pathname, page);
const asked = (group: RemoteActor) => evil.gets(new URL(listOf(group)).pathname);

describe.each(INBOXES)('at the %s inbox', (_name, inbox) => {
  it('what is no such header, or not of its sender’s followers, makes nobody ask', async () => {
    const [group, other] = [await withBob(), await withBob()];
    serve(group, list(group, []));
    serve(other, list(other, []));
    honest.serve('/list', list(group, []));
    const before = honest.gets();
    const headers = [
      '',
      'x',
      saying(group, { url: `${honest.origin}/list` }),
      saying(group, { url: `${honest.origin}@${new URL(evil.origin).host}/list` }),
      saying(group, { url: `${stage.origin}/actors/guild/followers_synchronization` }),
      saying(group, { url: 'file:///etc/passwd' }),
      saying(group, { collectionId: followersOf(other) }),
      saying(group, { collectionId: `${stage.guild}/followers` }),
      saying(group, { digest: 'x'.repeat(64) }),
      saying(group, { digest: NOBODY.slice(1) }),
      saying(group, { digest: followersDigest([stage.person('bob')]) }),
      `${saying(group)}${'x'.repeat(6000)}`,
      `collectionId="${followersOf(group)}", url="${listOf(group)}"`,
    ];
    for (const header of headers) await says(inbox(), group, header);
    await says(inbox(), eve, saying(group));
    await says(inbox(), other, saying(group));
    expect(honest.gets()).toBe(before);
    expect([asked(group), asked(other)]).toEqual([0, 0]);
    expect([await stateOf('bob', group), await stateOf('bob', other)]).toEqual(['accepted', 'accepted']);
  });

  it('a list that is none, or too long, or not the sender’s own, ends nothing', async () => {
    const many = Array.from({ length: 10_001 }, (_, number) => `${stage.origin}/actors/nobody${number}`);
    const pages: readonly ((group: RemoteActor) => Page)[] = [
      (group) => list(group, many),
      (group) => list(group, 'nobody'),
      (group) => list(group, { length: 0 }),
      (group) => ({ body: { '@context': AS, id: listOf(group), type: 'OrderedCollection', totalItems: 0 } }),
      (group) => ({ ...list(group, []), type: 'text/html' }),
      (group) => ({ body: { ...(list(group, []) as { body: object }).body, id: `${honest.origin}/list` } }),
      () => ({ status: 302, headers: { Location: `${honest.origin}/list` } }),
      () => ({ status: 500 }),
      () => ({ status: 404 }),
      () => ({ body: '[]' }),
    ];
    const groups = await Promise.all(pages.map(withBob));
    for (const [number, group] of groups.entries()) {
      serve(group, pages[number]?.(group) ?? {});
      await says(inbox(), group, saying(group));
      expect(asked(group)).toBe(1);
      expect(await stateOf('bob', group)).toBe('accepted');
    }
  });

  it('a list that names people of ours who never followed makes nobody follow', async () => {
    const group = await withBob();
    const named = ['alice', 'bob', 'carol', 'nobody'].map((name) => stage.person(name));
    serve(group, list(group, [...named, stage.guild, stage.house.addresses.server, eve.iri, 7, null, { id: {} }]));
    await says(inbox(), group, saying(group));
    expect(asked(group)).toBe(1);
    expect(await stateOf('bob', group)).toBe('accepted');
    const follows = await stage.db.collection('follows').find({ target: group.iri }).toArray();
    expect(follows.map(({ follower }) => follower)).toEqual([stage.person('bob')]);
    expect(evil.delivered(group).map(({ type }) => type)).toEqual(['Follow']);
  });

  it('who sends it again and again is asked once an hour, whatever it says each time', async () => {
    const group = await withBob();
    serve(group, list(group, [stage.person('bob')]));
    for (let times = 0; times < 8; times += 1) {
      await says(inbox(), group, saying(group, { digest: String(times).repeat(64), url: `${listOf(group)}?${times}` }));
      await says(inbox(), group, saying(group));
    }
    expect(evil.arrivals.filter(({ path }) => path.startsWith(new URL(listOf(group)).pathname))).toHaveLength(1);
    expect(await stateOf('bob', group)).toBe('accepted');
  });

  it('a community’s own word about its own followers counts: without bob in its list, bob is out', async () => {
    const [group, other] = [await withBob(), await withBob()];
    serve(group, list(group, [stage.person('carol')]));
    await says(inbox(), group, saying(group));
    expect(await stateOf('bob', group)).toBe('ended');
    expect(await stateOf('bob', other)).toBe('accepted');
    expect((await stage.house.states.load(stage.guild))?.members.get(stage.person('bob'))?.leftAt).toBeUndefined();
  });
});
