import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actorIri, personIri } from '../../server/community/ids.ts';
import { activity, note, post, unique } from '../support/attacker.ts';
import { expectNothing } from '../support/cast.ts';
import { type KeyPair, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { spareKeys } from '../support/spare-keys.ts';
import { Stage } from '../support/stage.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

let stage: Stage;
let evil: RemoteOrigin;
let honest: RemoteOrigin;
let eve: RemoteActor;
let vic: RemoteActor;
let keys: KeyPair;

beforeAll(async () => {
  [stage, evil, honest, keys] = await Promise.all([
    Stage.open(),
    startRemoteOrigin('eve'),
    startRemoteOrigin('vic'),
    spareKeys(),
  ]);
  [eve, vic] = await Promise.all([evil.actor('eve', { keys }), honest.actor('vic')]);
  await stage.join(eve);
  await stage.join(vic);
});
afterAll(async () => {
  await Promise.all([stage, evil, honest].map((one) => one?.close()));
});

const INBOXES = [
  ['personal', () => stage.inboxOf('guild')],
  ['shared', () => stage.sharedInbox],
] as const;

const home = (actor: RemoteActor) => (actor.iri.startsWith(evil.origin) ? evil : honest);
const says = (actor: RemoteActor, more: object) =>
  home(actor).serve(new URL(actor.iri).pathname, { body: { ...actor.document, ...more } });
const moves = (actor: RemoteActor, target: unknown, more: object = {}) =>
  activity('Move', actor, actor.iri, { target, ...more });
const member = async (iri: string) => {
  const found = (await stage.house.states.load(stage.guild))?.members.get(personIri(iri));
  return found !== undefined && found.leftAt === undefined;
};

describe.each(INBOXES)('a Move, at the %s inbox', (_name, inbox) => {
  /** Whoever is met on the way may become known; nothing else changes. */
  const nothing = (as: RemoteActor, sent: object) =>
    expectNothing(stage, () => post(inbox(), as, sent), ['actors', 'remoteKeys']);

  it('to somebody who does not know of it takes nobody’s place', async () => {
    const [strange, wrong, list] = (await Promise.all(
      ['strange', 'wrong', 'list'].map((name) => honest.actor(unique(name), { keys })),
    )) as [RemoteActor, RemoteActor, RemoteActor];
    says(wrong, { alsoKnownAs: [vic.iri, `${eve.iri}x`, `${eve.iri}#x`] });
    says(list, { alsoKnownAs: { [eve.iri]: true } });
    for (const target of [strange.iri, wrong.iri, list.iri, vic.iri]) await nothing(eve, moves(eve, target));
    // What the Move itself says of the new one counts for nothing.
    const { document } = strange;
    await nothing(eve, moves(eve, { ...document, alsoKnownAs: [eve.iri] }));
    await nothing(eve, { ...moves(eve, strange.iri), alsoKnownAs: [eve.iri] });
    expect(await member(eve.iri)).toBe(true);
    expect(await member(strange.iri)).toBe(false);
  });

  it('of somebody else is refused, though the new one says that it is she', async () => {
    const thief = await evil.actor(unique('thief'), { keys });
    says(thief, { alsoKnownAs: [vic.iri, stage.person('bob'), stage.guild] });
    for (const victim of [vic.iri, stage.person('bob'), stage.guild]) {
      for (const as of [eve, thief]) {
        await nothing(as, activity('Move', as, victim, { target: thief.iri }));
        await nothing(as, activity('Move', as, { id: victim, movedTo: thief.iri }, { target: thief.iri }));
      }
    }
    const coven = await evil.actor(unique('coven'), { type: 'Group', keys });
    await nothing(coven, activity('Announce', coven, activity('Move', vic, vic.iri, { target: thief.iri })));
    expect(await member(vic.iri)).toBe(true);
    expect(await member(thief.iri)).toBe(false);
  });

  it('to somebody or something of ours, or to nowhere, is refused', async () => {
    const targets = [
      stage.person('bob'),
      stage.person('nobody'),
      stage.guild,
      stage.house.addresses.server,
      stage.sharedInbox,
      `${stage.origin.toUpperCase()}/actors/bob`,
      eve.iri,
      `${evil.origin}/users/nobody`,
      `${evil.origin}/notes/1`,
      'x',
      null,
      7,
      [],
    ];
    for (const target of targets) await nothing(eve, moves(eve, target));
    expect(await member(eve.iri)).toBe(true);
  });

  it('there and back, in a circle, or by two at once, makes no more members than there were', async () => {
    const [one, two, three] = (await Promise.all(
      ['one', 'two', 'three'].map((name) => evil.actor(unique(name), { keys })),
    )) as [RemoteActor, RemoteActor, RemoteActor];
    const all = [one, two, three].map(({ iri }) => iri);
    for (const actor of [one, two, three]) says(actor, { alsoKnownAs: all });
    await stage.join(one);
    await stage.join(two);
    const count = async () => (await Promise.all(all.map(member))).filter(Boolean).length;
    for (const [from, to] of [
      [one, three],
      [two, three],
      [three, one],
      [one, two],
      [two, one],
    ] as const) {
      await post(inbox(), from, moves(from, to.iri));
    }
    await stage.quiet();
    expect(await count()).toBeLessThanOrEqual(2);
    const before = await count();
    for (let round = 0; round < 3; round += 1) {
      for (const [from, to] of [
        [one, two],
        [two, three],
        [three, one],
      ] as const) {
        await post(inbox(), from, moves(from, to.iri));
        await stage.quiet();
      }
    }
    expect(await count()).toBeLessThanOrEqual(before);
    expect(await stage.db.collection('received').countDocuments({ outcome: 'failed' })).toBe(0);
  });
});

describe.each(INBOXES)('three communities that follow each other, at the %s inbox', (_name, inbox) => {
  it('pass nothing round: what two others announce, the guild announces to nobody', async () => {
    const one = await evil.actor(unique('one'), { type: 'Group', keys });
    const two = await honest.actor(unique('two'), { type: 'Group', keys });
    // As it stands when the members have decided on both links: the guild follows both, and both follow it.
    for (const group of [one, two]) {
      await post(inbox(), group, activity('Follow', group, stage.guild));
      await until('the guild was asked', () => stage.house.follows.get(actorIri(group.iri), actorIri(stage.guild)));
      for (const [follower, target] of [
        [group.iri, stage.guild],
        [stage.guild, group.iri],
      ] as const) {
        const id = stage.house.addresses.activity('follow', follower, target);
        const follow = { follower: actorIri(follower), target: actorIri(target), activity: id, at: new Date() };
        await stage.house.follows.put({ ...follow, state: 'accepted' }, []);
      }
    }
    await stage.quiet();
    const ours = await stage.actions.publishPost({
      author: stage.person('bob'),
      community: stage.guild,
      text: `Round and round, ${_name}`,
    });
    if (!ours.ok) throw new Error(ours.refusal.text);
    await until('both have it', () =>
      [one, two].every((group) => JSON.stringify(home(group).delivered(group)).includes(`Round and round, ${_name}`)),
    );
    await stage.quiet();
    const sent = () => stage.db.collection('activities').countDocuments({ actor: stage.guild });
    const before = await sent();
    const theirs = note(one, one.iri, `From one, ${_name}`);
    evil.publish(theirs);
    const create = activity('Create', one, theirs);
    evil.publish(create);
    const announced = activity('Announce', one, create);
    evil.publish(announced);
    const passing = [ours.value.iri, ours.value.activity, theirs.id, create, announced, announced.id];
    for (const object of passing) {
      for (const group of [one, two]) {
        await post(inbox(), group, activity('Announce', group, object));
        await post(inbox(), group, activity('Announce', group, activity('Announce', one, object)));
      }
    }
    await stage.quiet();
    expect(await sent()).toBe(before);
    for (const group of [one, two]) {
      const types = home(group)
        .delivered(group)
        .filter(({ type }) => type === 'Announce');
      expect(JSON.stringify(types)).not.toContain(`From one, ${_name}`);
    }
  });
});

describe.each(INBOXES)('a Flag, at the %s inbox', (_name, inbox) => {
  const reports = () => stage.db.collection('reports').countDocuments();

  it('about a hundred thousand things is refused, or read a little way', async () => {
    const before = await reports();
    const many = (count: number) =>
      Array.from({ length: count }, (_, number) => `${stage.origin.slice(0, 9)}/${number.toString(36)}`);
    expect((await post(inbox(), eve, activity('Flag', eve, many(100_000)))).status).toBeGreaterThanOrEqual(400);
    const began = performance.now();
    const flags = Array.from({ length: 10 }, () => activity('Flag', eve, [...many(19_000), stage.person('bob')]));
    for (const flag of flags) expect((await post(inbox(), eve, flag)).status).toBe(202);
    expect((await new Visitor(stage.server).get('/health')).status).toBe(200);
    await stage.quiet();
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await reports()).toBe(before);
  });

  it('about many people of ours is one report about each, and says who sent it to nobody', async () => {
    const before = await reports();
    const about = ['alice', 'bob', 'carol', 'nobody'].map((name) => stage.person(name));
    const flag = activity('Flag', eve, [...about, ...about, stage.guild], { content: 'x'.repeat(200_000) });
    expect((await post(inbox(), eve, flag)).status).toBe(202);
    expect((await post(inbox(), eve, flag)).status).toBe(202);
    await stage.quiet();
    expect((await reports()) - before).toBe(4);
    const kept = await stage.db.collection('reports').find().toArray();
    expect(JSON.stringify(kept)).not.toContain(eve.iri);
    for (const report of kept) expect(String(report.text).length).toBeLessThanOrEqual(5000);
  });
});
