import { describe, expect, it } from '@jest/globals';
import { type ActorIri, actorIri, type PersonIri, personIri, postIri } from '../../server/community/ids.ts';
import { activity, note, post, unique } from '../support/attacker.ts';
import {
  bobs,
  coven,
  eve,
  evil,
  expectNothing,
  honest,
  INBOXES,
  stage,
  vic,
  withCast,
  writtenBy,
} from '../support/cast.ts';
import { PUBLIC } from '../support/remote-origin.ts';
import { Visitor } from '../support/visitor.ts';

withCast();

const page = async () => (await new Visitor(stage.server).get('/communities/guild')).text;
const known = (iri: string) => stage.house.posts.byIri(postIri(iri));

describe.each(INBOXES)('at the %s inbox, eve', (_name, inbox) => {
  const by = (type: string, object: unknown, more: object = {}) =>
    post(inbox(), eve, activity(type, eve, object, more));

  it.each([
    ['an address of vic’s server', () => `${honest.origin}/notes/${unique('n')}`],
    ['an address of her own', () => `${evil.origin}/notes/${unique('n')}`],
  ])('cannot put words into vic’s mouth, with %s (ORI-01)', async (_where, address) => {
    const forged = { ...note(vic, stage.guild, 'Eve’s words'), id: address() };
    await expectNothing(stage, () => by('Create', forged));
    await expectNothing(stage, () => by('Create', forged.id));
    expect(await page()).not.toContain('Eve’s words');
  });

  it('gets vic’s own words at the most, when the note exists at vic’s (ORI-01)', async () => {
    const genuine = honest.publish({ ...note(vic, stage.guild, 'Vic’s words') });
    await expectNothing(stage, () => by('Create', { ...genuine, content: 'Eve’s words' }));
    await expectNothing(stage, () => by('Create', { ...genuine, content: 'Eve’s words', attributedTo: eve.iri }));
    await expectNothing(stage, () => by('Create', genuine.id));
    evil.publish({ ...note(vic, stage.guild, 'Eve’s words'), id: `${evil.origin}/notes/as-vic` });
    await expectNothing(stage, () => by('Create', `${evil.origin}/notes/as-vic`));
  });

  it('cannot make a stranger known by what she embeds (ORI-02)', async () => {
    const stranger = await honest.actor(`stranger-${_name}`);
    const forged = {
      ...stranger.document,
      publicKey: { id: stranger.keyId, owner: stranger.iri, publicKeyPem: eve.publicKeyPem },
    };
    await by('Create', note(eve, stage.guild, 'With a tag', { tag: [forged] }));
    await by('Create', note(eve, stage.guild, 'In reply', { inReplyTo: forged }));
    await by('Create', forged);
    await by('Follow', forged);
    await by('Like', bobs.iri, { target: forged });
    await by('Update', forged);
    await stage.quiet();
    expect(await stage.house.people.byIri(personIri(stranger.iri))).toBeNull();
    expect(await stage.house.remoteKeys.byKeyId(stranger.keyId)).toBeNull();
    const asStranger = await post(inbox(), { ...eve, keyId: stranger.keyId }, activity('Like', stranger, bobs.iri));
    expect(asStranger.status).toBe(401);
  });

  it('cannot change what bob wrote (ORI-03)', async () => {
    const changed = { id: bobs.iri, type: 'Note', attributedTo: eve.iri, content: 'Changed', to: [PUBLIC] };
    await expectNothing(stage, () => by('Update', changed));
    await expectNothing(stage, () => by('Update', { ...changed, attributedTo: stage.person('bob') }));
    await expectNothing(stage, () => by('Update', bobs.iri));
    await expectNothing(stage, () => by('Create', changed));
    await expectNothing(stage, () => by('Delete', bobs.iri));
    await expectNothing(stage, () => by('Delete', { id: bobs.iri, type: 'Tombstone' }));
  });

  it('cannot change what vic wrote', async () => {
    const written = note(vic, stage.guild, `By vic, ${_name}`);
    await post(inbox(), vic, activity('Create', vic, written));
    await stage.quiet();
    expect((await known(written.id))?.html).toBe(`By vic, ${_name}`);
    await expectNothing(stage, () => by('Update', { ...written, content: 'Changed' }));
    await expectNothing(stage, () => by('Update', { ...written, content: 'Changed', attributedTo: eve.iri }));
    await expectNothing(stage, () => by('Delete', written.id));
    await expectNothing(stage, () => by('Undo', activity('Create', vic, written)));
  });

  it('cannot change an actor, here or elsewhere (ORI-04)', async () => {
    for (const victim of [stage.person('carol'), stage.guild, vic.iri]) {
      const forged = {
        ...eve.document,
        id: victim,
        attributedTo: eve.iri,
        publicKey: { id: `${victim}#main-key`, owner: victim, publicKeyPem: eve.publicKeyPem },
      };
      await expectNothing(stage, () => by('Update', forged));
      await expectNothing(stage, () => by('Delete', victim));
      await expectNothing(stage, () => by('Delete', forged));
    }
  });

  it('cannot change an activity of bob’s (ORI-05)', async () => {
    await expectNothing(stage, () =>
      by('Update', { id: bobs.create, type: 'Create', actor: eve.iri, object: bobs.iri }),
    );
    await expectNothing(stage, () => by('Delete', bobs.create));
    await expectNothing(stage, () => by('Undo', bobs.create));
  });

  it('cannot use the id of an activity twice (ORI-07)', async () => {
    const own = note(eve, stage.guild, `Soon gone, ${_name}`);
    await by('Create', own);
    const deletion = activity('Delete', eve, own.id);
    await post(inbox(), eve, deletion);
    await stage.quiet();
    await expectNothing(stage, () => post(inbox(), eve, { ...deletion, type: 'Create', object: bobs.iri }));
    await expectNothing(stage, () => post(inbox(), eve, { ...deletion, object: bobs.iri }));
  });

  it('cannot undo what vic did', async () => {
    const liked = await writtenBy(stage, 'carol', `What vic likes, ${_name}`);
    const like = activity('Like', vic, liked.iri);
    await post(inbox(), vic, like);
    await stage.quiet();
    const follow = (await stage.house.follows.get(actorIri(vic.iri), stage.guild))?.activity;
    await expectNothing(stage, () => by('Undo', like));
    await expectNothing(stage, () => by('Undo', like.id));
    await expectNothing(stage, () => by('Undo', { ...like, actor: eve.iri }));
    await expectNothing(stage, () => by('Undo', follow));
    await expectNothing(stage, () => by('Undo', { id: follow, type: 'Follow', actor: vic.iri, object: stage.guild }));
  });

  it('cannot accept a Follow that bob never sent (ORI-09)', async () => {
    const invented = {
      id: `${stage.origin}/activities/invented`,
      type: 'Follow',
      actor: stage.person('bob'),
      object: eve.iri,
    };
    for (const answer of ['Accept', 'Reject']) {
      await expectNothing(stage, () => by(answer, invented));
      await expectNothing(stage, () => by(answer, invented.id));
      await expectNothing(stage, () => by(answer, { ...invented, object: coven.iri }));
      await expectNothing(stage, () => by(answer, { ...invented, actor: vic.iri, object: stage.guild }));
    }
  });

  it('cannot accept herself into anything (ORI-10)', async () => {
    const mallory = await evil.actor(`mallory-${_name}`);
    const follow = {
      id: `${evil.origin}/activities/${unique('f')}`,
      type: 'Follow',
      actor: mallory.iri,
      object: stage.guild,
    };
    await post(inbox(), mallory, activity('Accept', mallory, follow));
    await post(inbox(), mallory, activity('Accept', mallory, follow.id));
    await stage.quiet();
    expect(await stage.house.follows.get(actorIri(mallory.iri), stage.guild)).toBeNull();
    await expectNothing(
      stage,
      () => post(inbox(), mallory, activity('Create', mallory, note(mallory, stage.guild, 'Let me in'))),
      ['notices', 'deliveries', 'activities'],
    );
  });

  it('gets no key of our own into the database (ORI-11)', async () => {
    const secret = unique('marker');
    const extra = `"_meta":{"collection":"${secret}"},"_id":"${secret}","_local":"${secret}","__v":"${secret}","__proto__":{"role":"${secret}"},"$set":{"x":"${secret}"}`;
    const withExtra = (json: object) => `{${extra},${JSON.stringify(json).slice(1)}`;
    await post(inbox(), eve, withExtra(activity('Follow', eve, stage.guild)));
    const written = note(eve, stage.guild, 'With keys');
    const create = JSON.stringify(activity('Create', eve, 'OBJECT')).replace('"OBJECT"', withExtra(written));
    expect((await post(inbox(), eve, create)).status).toBe(202);
    await stage.quiet();
    expect(await known(written.id)).not.toBeNull();
    for (const { name } of await stage.db.listCollections().toArray()) {
      const texts = await stage.db.collection(name).find().toArray();
      expect(JSON.stringify(texts)).not.toContain(secret);
    }
  });

  it('counts when she likes and boosts by address alone, once (ORI-13)', async () => {
    for (let times = 0; times < 3; times += 1) {
      expect((await by('Like', bobs.iri)).status).toBe(202);
      expect((await by('Announce', bobs.iri)).status).toBe(202);
      expect((await by('Like', { id: bobs.iri, type: 'Note', content: 'Changed' })).status).toBe(202);
    }
    await stage.quiet();
    const mine = { actor: eve.iri, post: bobs.iri };
    expect(await stage.db.collection('reactions').countDocuments({ ...mine, kind: 'like' })).toBe(1);
    expect(await stage.db.collection('reactions').countDocuments({ ...mine, kind: 'share' })).toBe(1);
  });

  it.each(['text/html', 'application/json', 'image/png', 'application/ld+json', ''])(
    'is nobody when her document comes as %p (ORI-16)',
    async (type) => {
      const odd = await evil.actor(`odd-${unique('type')}`);
      evil.serve(new URL(odd.iri).pathname, { type, body: odd.document });
      await expectNothing(stage, () => post(inbox(), odd, activity('Follow', odd, stage.guild)));
      expect(await stage.house.people.byIri(personIri(odd.iri))).toBeNull();
    },
  );

  it('cannot take an id of vic’s away from vic (ORI-17)', async () => {
    const genuine = activity('Create', vic, note(vic, stage.guild, `The genuine one, ${_name}`));
    const squatted = await post(inbox(), eve, { ...activity('Like', eve, bobs.iri), id: genuine.id });
    expect([401, 403]).toContain(squatted.status);
    expect((await post(inbox(), vic, genuine)).status).toBe(202);
    await stage.quiet();
    expect(await page()).toContain(`The genuine one, ${_name}`);
  });

  it('cannot pass a look-alike of our origin off as ours (ORI-18)', async () => {
    const { host, port } = new URL(stage.origin);
    const alike = [
      `http://${host}.evil.localhost/actors/guild`,
      `http://${host}@evil.localhost/actors/guild`,
      `http://NORTH.localhost:${port}/actors/guild`,
      `http://north.localhost.:${port}/actors/guild`,
      `https://${host}/actors/guild`,
      `http://nоrth.localhost:${port}/actors/guild`,
      `${stage.origin}/actors/../actors/guild`,
      `${stage.origin}//actors/guild`,
      `${stage.origin}/actors/guild#x`,
    ];
    const stranger = await evil.actor(`lookalike-${_name}`);
    for (const iri of alike) {
      await post(inbox(), stranger, activity('Follow', stranger, iri));
      await post(inbox(), stranger, activity('Create', stranger, note(stranger, iri, 'To a look-alike')));
      await post(inbox(), eve, activity('Like', eve, iri.replace('/actors/guild', new URL(bobs.iri).pathname)));
      const keyId = iri.replace('guild', 'carol');
      const bytes = Buffer.from(keyId).toString('latin1');
      const forged = await post(
        inbox(),
        { ...eve, keyId: bytes },
        { ...activity('Like', eve, bobs.iri), actor: keyId },
      );
      expect(forged.status).toBe(401);
    }
    await stage.quiet();
    const mine = { follower: stranger.iri as ActorIri };
    expect(
      await stage.db.collection('follows').countDocuments({ ...mine, state: 'accepted', target: stage.guild }),
    ).toBe(0);
    expect((await stage.house.states.load(stage.guild))?.members.has(stranger.iri as PersonIri)).toBe(false);
    expect(await page()).not.toContain('To a look-alike');
  });
});
