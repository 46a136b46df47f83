import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { communityIri, personIri } from '../../server/community/ids.ts';
import { activity, note, post, unique } from '../support/attacker.ts';
import { type Canary, startCanary } from '../support/canary.ts';
import { AS, type KeyPair, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { spareKeys } from '../support/spare-keys.ts';
import { Stage } from '../support/stage.ts';
import { until } from '../support/wait.ts';

let stage: Stage;
let evil: RemoteOrigin;
let honest: RemoteOrigin;
let vic: RemoteActor;
let canary: Canary;
/** Two key pairs for everybody, to save time. */
let keys: KeyPair;
let otherKeys: KeyPair;

beforeAll(async () => {
  [stage, evil, honest, canary, keys, otherKeys] = await Promise.all([
    Stage.open(),
    startRemoteOrigin('eve'),
    startRemoteOrigin('vic'),
    startCanary(),
    spareKeys(),
    spareKeys(),
  ]);
  vic = await honest.actor('vic');
  await stage.join(vic);
});
afterAll(async () => {
  await Promise.all([stage, evil, honest, canary].map((one) => one?.close()));
});

const INBOXES = [
  ['personal', () => stage.inboxOf('alice')],
  ['shared', () => stage.sharedInbox],
] as const;

const like = (actor: RemoteActor) => activity('Like', actor, `${evil.origin}/nothing`);
const somebody = (name: string) => evil.actor(unique(name), { keys });
/** Her document says something else from now on. */
const says = (actor: RemoteActor, more: object) =>
  (actor.iri.startsWith(evil.origin) ? evil : honest).serve(new URL(actor.iri).pathname, {
    body: { ...actor.document, ...more },
  });

describe.each(INBOXES)('a key, at the %s inbox', (_name, inbox) => {
  const asks = async (as: RemoteActor, keyId: string, privateKey = as.privateKey): Promise<number> => {
    const answer = await post(inbox(), { keyId, privateKey }, like(as));
    expect(answer.ms).toBeLessThan(10_000);
    return answer.status;
  };

  it('that two actors claim is whose its own document says, whoever was known first (SIG-10)', async () => {
    const [eve, fay] = [await somebody('eve'), await somebody('fay')];
    const shared = `${evil.origin}/keys/${unique('key')}`;
    const claimedBy = ({ iri }: RemoteActor) => ({ id: shared, owner: iri, publicKeyPem: keys.publicKeyPem });
    evil.serve(new URL(shared).pathname, { body: { '@context': AS, type: 'Key', ...claimedBy(eve) } });
    says(eve, { publicKey: claimedBy(eve) });
    says(fay, { publicKey: [claimedBy(fay), fay.document.publicKey] });
    expect(await asks(fay, fay.keyId)).toBe(202);
    const update = activity('Update', fay, { id: fay.iri, type: 'Person' });
    expect((await post(inbox(), fay, update)).status).toBe(202);
    await stage.quiet();
    expect(await stage.outcome(update.id)).toBe('done: profile');
    expect([401, 403]).toContain(await asks(fay, shared));
    expect(await asks(eve, shared)).toBe(202);
    expect((await post(inbox(), fay, activity('Update', fay, { id: fay.iri, type: 'Person' }))).status).toBe(202);
    await stage.quiet();
    expect(await asks(eve, shared)).toBe(202);
    expect([401, 403]).toContain(await asks(fay, shared));
  });

  it('whose owner does not name it is nobody’s, whatever it says (SIG-10)', async () => {
    const eve = await somebody('eve');
    const path = `/keys/${unique('key')}`;
    const id = evil.origin + path;
    const key = { id, owner: eve.iri, publicKeyPem: keys.publicKeyPem };
    const forms = [
      { '@context': AS, type: 'Key', ...key },
      { '@context': AS, id, publicKey: key },
      { '@context': AS, id, type: 'Multikey', controller: eve.iri, publicKeyPem: keys.publicKeyPem },
    ];
    for (const [number, body] of forms.entries()) {
      const again = `${path}-${number}`;
      evil.serve(again, { body: JSON.parse(JSON.stringify(body).replaceAll(id, evil.origin + again)) });
      expect(await asks(eve, evil.origin + again)).toBe(401);
    }
  });

  it('named by vic, but shown by another server, is not vic’s (SIG-10)', async () => {
    const val = await honest.actor(unique('val'), { keys: otherKeys });
    const path = `/keys/${unique('key')}`;
    const foreign = { id: evil.origin + path, owner: val.iri, publicKeyPem: keys.publicKeyPem };
    evil.serve(path, { body: { '@context': AS, type: 'Key', ...foreign } });
    says(val, { publicKey: [val.document.publicKey, foreign, foreign.id] });
    expect(await asks(val, foreign.id, createPrivateKey(keys.privateKeyPem))).toBe(401);
    expect(await asks(val, val.keyId)).toBe(202);
  });

  it('whose document leads to another server is refused, there and back (SIG-10)', async () => {
    const eve = await somebody('eve');
    for (const [from, to] of [
      [evil, vic.iri],
      [evil, vic.keyId],
      [honest, eve.iri],
    ] as const) {
      const path = `/moved/${unique('key')}`;
      from.serve(path, { status: 302, headers: { Location: to } });
      for (const actor of [vic, eve]) {
        const id = `${new URL(actor.iri).origin}/activities/${unique('like')}`;
        const answer = await post(inbox(), eve, { ...like(actor), id }, { keyId: from.origin + path });
        expect(answer.status).toBe(401);
      }
    }
    expect(await asks(vic, vic.keyId)).toBe(202);
  });

  it('is one of several that an actor has, each under its own name; one never named is not hers', async () => {
    const eve = await somebody('eve');
    const second = `${eve.iri}#second`;
    says(eve, {
      publicKey: [eve.document.publicKey, { id: second, owner: eve.iri, publicKeyPem: otherKeys.publicKeyPem }],
    });
    const other = createPrivateKey(otherKeys.privateKeyPem);
    expect(await asks(eve, second, other)).toBe(202);
    expect(await asks(eve, eve.keyId)).toBe(202);
    expect(await asks(eve, second)).toBe(401);
    expect(await asks(eve, eve.keyId, other)).toBe(401);
    expect(await asks(eve, `${eve.iri}#third`)).toBe(401);
    expect(await asks(eve, second, other)).toBe(202);
  });

  it('of a kind that is not safe, or is no key, is refused', async () => {
    const spki = { type: 'spki', format: 'pem' } as const;
    const pairs: readonly { publicKey: KeyObject; privateKey: KeyObject }[] = [
      generateKeyPairSync('rsa', { modulusLength: 1024 }),
      generateKeyPairSync('rsa', { modulusLength: 1536 }),
      generateKeyPairSync('ec', { namedCurve: 'P-256' }),
      generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
      generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }),
    ];
    for (const { publicKey, privateKey } of pairs) {
      const eve = await somebody('weak');
      const publicKeyPem = publicKey.export(spki).toString();
      says(eve, { publicKey: { id: eve.keyId, owner: eve.iri, publicKeyPem } });
      expect(await asks(eve, eve.keyId, privateKey)).toBe(401);
    }
    const garbage = [
      '',
      'x',
      null,
      7,
      {},
      [],
      keys.privateKeyPem,
      generateKeyPairSync('x25519').publicKey.export(spki).toString(),
      keys.publicKeyPem.slice(0, 200),
      `${keys.publicKeyPem}${'A'.repeat(1_000_000)}`,
      '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
    ];
    for (const publicKeyPem of garbage) {
      const eve = await somebody('garbage');
      says(eve, { publicKey: { id: eve.keyId, owner: eve.iri, publicKeyPem } });
      expect(await asks(eve, eve.keyId)).toBe(401);
    }
  });

  it('that is cached is not exchanged by what eve says about it in an activity (ORI-02)', async () => {
    const eve = await somebody('eve');
    expect(await asks(eve, eve.keyId)).toBe(202);
    const publicKey = { id: vic.keyId, owner: vic.iri, publicKeyPem: keys.publicKeyPem };
    const claims = [
      { ...vic.document, publicKey },
      { id: vic.iri, publicKey },
      { id: vic.keyId, type: 'Key', owner: vic.iri, publicKeyPem: keys.publicKeyPem },
    ];
    for (const claim of claims) {
      for (const type of ['Create', 'Update', 'Add', 'Announce', 'Follow']) {
        await post(inbox(), eve, activity(type, eve, claim, { publicKey, tag: [claim], target: claim }));
      }
    }
    await stage.quiet();
    expect((await post(inbox(), { keyId: vic.keyId, privateKey: eve.privateKey }, like(vic))).status).toBe(401);
    expect(await asks(vic, vic.keyId)).toBe(202);
  });
});

describe('an actor’s document', () => {
  const inboxesOf = async ({ iri }: RemoteActor) => {
    const found = await stage.db.collection('actors').findOne({ _id: iri as never });
    return found && { inbox: found.inbox, sharedInbox: found.sharedInbox };
  };
  const foreign = () => [
    stage.sharedInbox,
    stage.inboxOf('guild'),
    `http://127.0.0.1:${canary.port}/inbox`,
    vic.inbox,
    `${evil.origin.replace('eve.localhost', 'x@eve.localhost.evil.localhost')}/inbox`,
    'javascript:alert(1)',
    'file:///etc/passwd',
  ];

  it('cannot name an inbox at our server or at anybody else’s: such an actor is nobody (NET-01)', async () => {
    for (const inbox of foreign()) {
      const eve = await somebody('eve');
      says(eve, { inbox });
      expect((await post(stage.sharedInbox, eve, like(eve))).status).toBe(401);
      expect(await inboxesOf(eve)).toBeNull();
    }
  });

  it('cannot turn its deliveries elsewhere later, by inbox, sharedInbox or a redirect (NET-01)', async () => {
    const eve = await somebody('eve');
    await stage.join(eve);
    for (const other of foreign()) {
      for (const more of [{ endpoints: { sharedInbox: other } }, { inbox: other }]) {
        says(eve, more);
        await post(stage.sharedInbox, eve, activity('Update', eve, { ...eve.document, ...more }));
        await stage.quiet();
        expect(await inboxesOf(eve)).toEqual({ inbox: eve.inbox, sharedInbox: undefined });
      }
    }
    const Location = `http://127.0.0.1:${canary.port}/inbox`;
    const movers: RemoteActor[] = [];
    for (const [number, status] of [301, 302, 303, 307, 308].entries()) {
      const mover = await somebody('mover');
      movers.push(mover);
      await stage.join(mover);
      evil.inboxAnswers(mover, { status, headers: { Location: number === 0 ? stage.sharedInbox : Location } });
    }
    const arrived = await stage.db.collection('received').countDocuments({ sender: stage.guild as never });
    const written = await stage.actions.publishPost({
      author: stage.person('bob'),
      community: stage.guild,
      text: 'Goes to followers',
    });
    expect(written.ok).toBe(true);
    await stage.quiet();
    await until('eve has it, where she always had it', () =>
      JSON.stringify(evil.delivered(eve)).includes('Goes to followers'),
    );
    for (const mover of movers) await until('it was tried', () => evil.delivered(mover).length > 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(canary.connections()).toBe(0);
    expect(await stage.db.collection('received').countDocuments({ sender: stage.guild as never })).toBe(arrived);
  });

  it('does not turn a member into a community, nor a community into a person', async () => {
    const [eve, coven] = [await somebody('eve'), await evil.actor(unique('coven'), { type: 'Group', keys })];
    await stage.join(eve);
    await post(stage.sharedInbox, coven, activity('Follow', coven, stage.guild));
    await until('the coven is known', () => stage.house.communities.byIri(communityIri(coven.iri)));
    for (const [actor, type] of [
      [eve, 'Group'],
      [coven, 'Person'],
    ] as const) {
      says(actor, { type });
      await post(stage.sharedInbox, actor, activity('Update', actor, { ...actor.document, type }));
    }
    await stage.quiet();
    expect(await stage.house.communities.byIri(communityIri(eve.iri))).toBeNull();
    expect(await stage.house.people.byIri(personIri(eve.iri))).not.toBeNull();
    expect(await stage.house.people.byIri(personIri(coven.iri))).toBeNull();
    await post(stage.sharedInbox, eve, activity('Undo', eve, activity('Follow', eve, stage.guild)));
    await stage.quiet();
    const member = (await stage.house.states.load(stage.guild))?.members.get(personIri(eve.iri));
    expect(member?.leftAt).toBeDefined();
    expect(await stage.house.follows.get(personIri(eve.iri), stage.guild)).toMatchObject({ state: 'ended' });
  });

  it('of somebody whose name is no name is nobody’s', async () => {
    for (const preferredUsername of ['', ' ', 'a b', 'a@b', '../x', '<b>x</b>', 'x\u0000', 'x\n', 7, null, {}, ['']]) {
      const eve = await somebody('eve');
      says(eve, { preferredUsername });
      const create = activity('Create', eve, note(eve, stage.guild, 'Nameless'));
      expect((await post(stage.sharedInbox, eve, create)).status).toBe(401);
    }
  });
});
