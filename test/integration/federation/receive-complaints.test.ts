import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { actorIri, personIri } from '../../../server/community/ids.ts';
import { activity, note, unique } from '../../support/attacker.ts';
import { account, community, must } from '../../support/people.ts';
import { type KeyPair, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { spareKeys } from '../../support/spare-keys.ts';
import { takenIn } from '../../support/taken-in.ts';

let north: RunningServer;
let far: RemoteOrigin;
let third: RemoteOrigin;
let keys: KeyPair;
let mod: RemoteActor;
let mia: RemoteActor;
let alice: PersonIri;
let guild: CommunityIri;
let asked: PostIri;

beforeAll(async () => {
  keys = await spareKeys();
  [north, far, third] = await Promise.all([
    runServer('north.localhost'),
    startRemoteOrigin('far'),
    startRemoteOrigin('third'),
  ]);
  alice = await account(north, 'alice');
  guild = (await community(north, alice, 'guild')).iri;
  [mod, mia] = [await far.actor('mod', { keys }), await third.actor('mia', { keys })];
  asked = must(await north.actions.publishPost({ author: alice, community: guild, title: 'Well?', text: 'Who?' })).iri;
  await north.settle();
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close(), third?.close()]);
});

/** Somebody says something, once, properly signed; what became of it. */
async function said(by: RemoteActor, what: ReturnType<typeof activity>): Promise<string | undefined> {
  const [fate] = await takenIn(north, [what], by.iri);
  expect(fate).not.toHaveProperty('why');
  return fate?.outcome;
}
const follow = (who: string, whom: string) => north.house.follows.get(personIri(who), actorIri(whom));
const told = async (who: PersonIri) => (await north.house.notices.to(who, 20)).map(({ text }) => text).join('\n');

describe('a Block between people', () => {
  it('parts them both ways, and tells nobody', async () => {
    await said(mia, activity('Follow', mia, alice));
    expect((await follow(mia.iri, alice))?.state).toBe('accepted');
    const before = await told(alice);
    expect(await said(mia, activity('Block', mia, alice))).toBe('done: they are parted');
    expect((await follow(mia.iri, alice))?.state).toBe('ended');
    expect(await told(alice)).toBe(before);
    expect(await said(mia, activity('Undo', mia, activity('Block', mia, alice)))).toMatch(/^ignored/);
  });

  it('of a community here is leaving it', async () => {
    const una = await third.actor('una', { keys });
    await said(una, activity('Follow', una, guild));
    expect((await follow(una.iri, guild))?.state).toBe('accepted');
    await said(una, activity('Block', una, guild));
    expect((await follow(una.iri, guild))?.state).toBe('ended');
  });
});

describe('a report', () => {
  const WIRE = new URL('../../fixtures/wire/', import.meta.url);
  const kept = () => north.database.db.collection('reports').find().toArray();

  it.each(['gotosocial', 'nodebb'])('as %s sends it is kept as its server’s, not as its person’s', async (software) => {
    const { body } = JSON.parse(readFileSync(new URL(`${software}/flag.json`, WIRE), 'utf8'));
    const named = [body.object].flat() as string[];
    const isAccount = (iri: string) => !/(obj|notes|statuses|post)/.test(iri);
    const object = named.map((iri) => (isAccount(iri) ? alice : asked));
    const before = (await kept()).length;
    const id = `${third.origin}/users/mia/flags/${unique('flag')}`;
    const sent = { ...body, id, actor: mia.iri, object };
    expect(await said(mia, sent)).toBe('done: kept');
    expect(await said(mia, { ...sent, id })).toBe('done: kept');
    const [report] = (await kept()).slice(before);
    expect(await kept()).toHaveLength(before + 1);
    expect(report).toMatchObject({ from: third.host, about: alice, text: body.content ?? expect.any(String) });
    expect(JSON.stringify(report)).not.toContain('mia');
    expect(JSON.stringify(report)).not.toContain(id);
    expect(await north.house.reports.about(alice, 10)).not.toHaveLength(0);
  });

  it('names posts and accounts in any order, whole or by id, and each person gets one', async () => {
    const una = await third.actor(unique('una'), { keys });
    await said(una, activity('Follow', una, guild));
    const hers = note(una, guild, '<p>Buy!</p>');
    await said(una, activity('Create', una, hers));
    const about = [{ id: hers.id, type: 'Note' }, alice, asked, `${far.origin}/users/nobody`];
    expect(await said(mod, activity('Flag', mod, about, { content: '<p>Please <b>look</b></p>' }))).toBe('done: kept');
    const [ofUna] = await north.house.reports.about(actorIri(una.iri), 5);
    expect(ofUna).toMatchObject({ from: far.host, posts: [hers.id], text: 'Please look' });
    const [ofAlice] = await north.house.reports.about(alice, 1);
    expect(ofAlice?.posts).toEqual([asked]);
  });

  it('about nobody here is nobody’s affair here', async () => {
    expect(await said(mod, activity('Flag', mod, [mia.iri, 'x', 7, null]))).toBe('ignored: about nobody here');
  });
});
