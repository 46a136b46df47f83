import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signRequest } from '../../../federation/signatures/sign-request.ts';
import { type ActorIri, activityIri, actorIri } from '../../../server/community/ids.ts';
import type { Answered } from '../../support/http-client.ts';
import { signMessage } from '../../support/message-signer.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { signWith } from '../../unit/federation/signatures/sign-with.ts';
import { type ServedGuild, servedGuild } from './served-guild.ts';

let north: ServedGuild;
let south: RemoteOrigin;
let east: RemoteOrigin;
/** A member; somebody else on her server; the server itself; and somebody on a server without members. */
let carol: RemoteActor;
let dave: RemoteActor;
let service: RemoteActor;
let eve: RemoteActor;
/** A post for members, with its Create; one for a circle of carol; one to carol alone. */
let forMembers: string;
let itsCreate: string;
let forCircle: string;
let toCarol: string;

beforeAll(async () => {
  [north, south, east] = await Promise.all([servedGuild(), startRemoteOrigin('south'), startRemoteOrigin('east')]);
  carol = await south.actor('carol');
  dave = await south.actor('dave');
  service = await south.actor('service', { type: 'Application' });
  eve = await east.actor('eve');
  await north.house.follows.put(
    {
      follower: actorIri(carol.iri),
      target: north.guild,
      activity: activityIri(`${south.origin}/follows/1`),
      state: 'accepted',
      at: new Date(),
    },
    [],
  );
  [forMembers, itsCreate] = await said('For members.', 'members');
  [forCircle] = await said('For a circle.', 'circle', [actorIri(carol.iri)]);
  [toCarol] = await said('To carol.', 'direct', [actorIri(carol.iri)]);
});
afterAll(async () => {
  await Promise.all([north.stop(), south.close(), east.close()]);
});

/** Alice's post for some, as it is stored: never public, nor the Create that brings it. */
async function said(text: string, audience: string, to: readonly ActorIri[] = []): Promise<[string, string]> {
  const { iri, activity } = await north.says(text);
  const { db } = north.database;
  await db.collection<{ _id: string }>('posts').updateOne({ _id: iri }, { $set: { audience, to } });
  await db.collection('activities').updateMany({}, { $set: { public: false } });
  return [iri, activity];
}

async function askAs(signer: RemoteActor, iri: string, more: { now?: Date; keyId?: string; signed?: string } = {}) {
  const { keyId = signer.keyId, now = new Date(), signed = iri } = more;
  return north.ask(iri, await signRequest({ method: 'GET', url: signed, keyId, privateKey: signer.privateKey, now }));
}

/** Status, text and headers: everything by which one answer can be told from another. */
const told = ({ status, text, headers }: Answered) => ({ status, text, headers: { ...headers, date: '' } });
const ofNothing = async () => told(await north.ask('/posts/never-was'));

describe('a post for the members of a community', () => {
  it('is given to every server with a member on it, whoever signs there, and kept by nobody in between', async () => {
    for (const reader of [carol, dave, service]) {
      const answer = await askAs(reader, forMembers);
      expect([reader.iri, answer.status]).toEqual([reader.iri, 200]);
      expect(answer.headers['cache-control']).toBe('private, no-store');
      expect(answer.headers['content-type']).toMatch(/^application\/activity\+json/);
      expect(JSON.parse(answer.text)).toMatchObject({ id: forMembers, to: [`${north.guild}/followers`] });
    }
    const create = await askAs(carol, itsCreate);
    expect([create.status, JSON.parse(create.text).type]).toEqual([200, 'Create']);
  });

  it('is not there for anybody else, before and after a member has read it: the answer of what never was', async () => {
    await askAs(carol, forMembers);
    for (const iri of [forMembers, itsCreate]) {
      expect(told(await north.ask(iri))).toEqual(await ofNothing());
      expect(told(await askAs(eve, iri))).toEqual(await ofNothing());
    }
    for (const path of ['outbox?page=true', 'featured']) {
      for (const actor of [north.alice, north.guild]) {
        expect((await askAs(carol, `${actor}/${path}`)).text).not.toContain('For members');
      }
    }
    expect(JSON.parse((await north.ask(`${north.guild}/outbox`)).text).totalItems).toBe(0);
  });

  it('is read by HEAD, and by a message signature (RFC 9421)', async () => {
    const { host, pathname: path } = new URL(forMembers);
    const request = { method: 'HEAD', path, rawBody: new Uint8Array(), expectedHost: host, now: new Date() };
    const headers = { host, date: new Date().toUTCString() };
    const names = ['(request-target)', 'host', 'date'];
    const signed = signWith(carol.privateKey, { ...request, headers }, names, { keyId: `"${carol.keyId}"` });
    const head = await north.ask(forMembers, signed.headers as Record<string, string>, 'HEAD');
    expect([head.status, head.text]).toEqual([200, '']);
    const message = { method: 'GET', url: forMembers, keyId: carol.keyId, privateKey: carol.privateKey };
    expect((await north.ask(forMembers, { ...(await signMessage(message)), Accept: '*/*' })).status).toBe(200);
    const byEve = { ...message, keyId: eve.keyId, privateKey: eve.privateKey };
    expect((await north.ask(forMembers, await signMessage(byEve))).status).toBe(404);
  });

  it('is not there for a forged, old, early, foreign or incomplete signature', async () => {
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
    const forged = [
      await askAs(eve, forMembers, { keyId: carol.keyId }),
      await askAs(carol, forMembers, { now: hours(-13) }),
      await askAs(carol, forMembers, { now: hours(2) }),
      await askAs(carol, forMembers, { signed: north.alice }),
      await askAs(carol, forMembers, { signed: forMembers.replace(north.origin, east.origin) }),
      await askAs(carol, forMembers, { keyId: `${north.alice}#main-key` }),
      await askAs(carol, forMembers, { keyId: `${south.origin}/users/nobody#main-key` }),
      await north.ask(forMembers, { Signature: 'garbage' }),
    ];
    const { host, pathname: path } = new URL(forMembers);
    const headers = { host, date: new Date().toUTCString() };
    const request = { method: 'GET', path, headers, rawBody: new Uint8Array(), expectedHost: host, now: new Date() };
    for (const names of [['date'], ['host', 'date'], ['(request-target)', 'host'], ['(request-target)', 'date']]) {
      const { headers: sent } = signWith(carol.privateKey, request, names, { keyId: `"${carol.keyId}"` });
      forged.push(await north.ask(forMembers, sent as Record<string, string>));
    }
    const nothing = { status: 404, text: (await ofNothing()).text };
    for (const { status, text, headers } of forged) {
      expect({ status, text }).toEqual(nothing);
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  it('is a Tombstone to its readers once it is deleted, and still nothing to others', async () => {
    const [iri] = await said('Soon gone.', 'members');
    await north.actions.deletePost({ post: north.house.addresses.post(iri.split('/').pop() ?? ''), by: north.alice });
    const gone = await askAs(carol, iri);
    expect([gone.status, JSON.parse(gone.text).type, gone.headers['cache-control']]).toEqual([
      410,
      'Tombstone',
      'private, no-store',
    ]);
    expect(told(await north.ask(iri))).toEqual(await ofNothing());
  });

  it('is not there any more for a server whose last member has left', async () => {
    const follow = await north.house.follows.get(actorIri(carol.iri), north.guild);
    if (follow === null) throw new Error('carol does not follow');
    await north.house.follows.put({ ...follow, state: 'ended' }, []);
    expect((await askAs(carol, forMembers)).status).toBe(404);
    await north.house.follows.put({ ...follow, state: 'requested' }, []);
    expect((await askAs(carol, forMembers)).status).toBe(404);
    await north.house.follows.put({ ...follow, state: 'accepted' }, []);
    expect((await askAs(carol, forMembers)).status).toBe(200);
  });
});

describe('a post for a circle, and a direct one', () => {
  it('is given to those it names, and not to others on their server', async () => {
    for (const iri of [forCircle, toCarol]) {
      expect([iri, (await askAs(carol, iri)).status]).toEqual([iri, 200]);
      for (const other of [dave, service, eve]) expect(told(await askAs(other, iri))).toEqual(await ofNothing());
      expect(told(await north.ask(iri))).toEqual(await ofNothing());
    }
  });
});

describe('what is not a post', () => {
  it('is given to nobody by its id: what a report or a letter says stays between two servers', async () => {
    const iri = activityIri(`${north.origin}/activities/flag-1`);
    const body = JSON.stringify({ id: iri, type: 'Flag', actor: north.guild, object: [forMembers], content: 'Bad.' });
    const flag = { iri, actor: north.guild, type: 'Flag', object: forMembers, body, public: false, at: new Date() };
    await north.house.activities.keep(flag);
    expect(told(await askAs(carol, iri))).toEqual(await ofNothing());
  });
});

describe('whether something is there', () => {
  it('cannot be told from whether the key of a stranger is fetched', async () => {
    const strangers = [await east.actor('one'), await east.actor('two')] as const;
    await askAs(strangers[0], forMembers);
    await askAs(strangers[1], `${north.origin}/posts/never-was`);
    expect([east.gets('/users/one'), east.gets('/users/two')]).toEqual([1, 1]);
  });
});
