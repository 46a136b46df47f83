import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri, PersonIri } from '../../../server/community/ids.ts';
import { communityIri } from '../../../server/community/ids.ts';
import { adoptChange, days } from '../../support/adopted-rule.ts';
import { activity, note, post } from '../../support/attacker.ts';
import { account, community, must } from '../../support/people.ts';
import { type KeyPair, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { spareKeys } from '../../support/spare-keys.ts';
import { until } from '../../support/wait.ts';

let north: RunningServer;
let old: RemoteOrigin;
let fresh: RemoteOrigin;
let keys: KeyPair;
let ana: PersonIri;
let guild: CommunityIri;

beforeAll(async () => {
  [north, old, fresh, keys] = await Promise.all([
    runServer('north.localhost'),
    startRemoteOrigin('old'),
    startRemoteOrigin('fresh'),
    spareKeys(),
  ]);
  ana = await account(north, 'ana');
  guild = (await community(north, ana, 'guild')).iri;
});

afterAll(async () => {
  await Promise.all([north?.stop(), old?.close(), fresh?.close()]);
});

const outcomeOf = async (id: string) =>
  (await north.database.db.collection<{ _id: string; outcome?: string }>('received').findOne({ _id: id }))?.outcome;

async function send(by: RemoteActor, what: { readonly id: string }): Promise<string | undefined> {
  expect((await post(north.house.addresses.sharedInbox, by, what)).status).toBe(202);
  await until('it is carried out', async () => (await outcomeOf(what.id)) !== undefined);
  await north.settle();
  return outcomeOf(what.id);
}

/** Her document names the old one as herself. */
const knownAs = (home: RemoteOrigin, actor: RemoteActor, alsoKnownAs: readonly string[]) =>
  home.serve(new URL(actor.iri).pathname, { body: { ...actor.document, alsoKnownAs } });
const moves = (from: RemoteActor, to: { readonly iri: string }, by = from) =>
  activity('Move', by, from.iri, { target: to.iri });
const member = async (who: string) => {
  const found = (await north.house.states.load(guild))?.members.get(who as PersonIri);
  return found?.leftAt === undefined ? found : undefined;
};
const follow = async (who: string) => (await north.house.follows.get(who as PersonIri, guild))?.state;

describe('somebody elsewhere whose account moves', () => {
  it('stays the member she was, under the new name, and writes there', async () => {
    const [mia, there] = [await old.actor('mia', { keys }), await fresh.actor('mia', { keys })];
    await send(mia, activity('Follow', mia, guild));
    const before = await member(mia.iri);
    await days(north, 10);
    knownAs(fresh, there, [mia.iri]);
    expect(await send(mia, moves(mia, there))).toBe('done: moved');
    expect([await follow(mia.iri), await follow(there.iri)]).toEqual(['ended', 'accepted']);
    expect(await member(mia.iri)).toBeUndefined();
    expect((await member(there.iri))?.joinedAt).toEqual(before?.joinedAt);
    expect(await send(there, activity('Create', there, note(there, guild, 'Here I am')))).toBe('done: kept');
    expect(await send(mia, activity('Create', mia, note(mia, guild, 'And here?')))).toBe('refused: not-a-member');
    expect(await send(mia, moves(mia, there))).toBe('done: nothing to move');
  });

  it('is not believed when the new account does not name the old one, or somebody else says it', async () => {
    const [noa, thief] = [await old.actor('noa', { keys }), await fresh.actor('thief', { keys })];
    await send(noa, activity('Follow', noa, guild));
    expect(await send(noa, moves(noa, thief))).toBe('refused: the new one does not know of it');
    knownAs(fresh, thief, [noa.iri]);
    expect(await send(thief, moves(noa, thief, thief))).toBe('refused: somebody else’s move');
    expect([await follow(noa.iri), await follow(thief.iri)]).toEqual(['accepted', undefined]);
  });
});

describe('a community elsewhere that moves', () => {
  it('is followed to its new place by whoever here belongs to it', async () => {
    const [club, there] = [
      await old.actor('club', { type: 'Group', keys }),
      await fresh.actor('club', { type: 'Group', keys }),
    ];
    await send(club, activity('Like', club, `${old.origin}/nothing`));
    const asked = must(await north.actions.joinCommunity({ person: ana, community: communityIri(club.iri) }));
    await send(club, activity('Accept', club, asked.activity));
    knownAs(fresh, there, [club.iri]);
    expect(await send(club, moves(club, there))).toBe('done: moved');
    await until('it is asked there', () => fresh.delivered(there).some(({ type }) => type === 'Follow'));
    await until('and left here', () => old.delivered(club).some(({ type }) => type === 'Undo'));
    expect((await north.house.follows.get(ana, communityIri(club.iri)))?.state).toBe('ended');
    expect(await north.actions.joinCommunity({ person: ana, community: communityIri(club.iri) })).toMatchObject({
      refusal: { code: 'moved-away' },
    });
  });
});

describe('somebody here who moves out', () => {
  it('is believed when the other account names this one; her followers and communities are told', async () => {
    const [fan, there] = [await old.actor('fan', { keys }), await fresh.actor('ben', { keys })];
    const ben = await account(north, 'ben');
    must(await north.actions.joinCommunity({ person: ben, community: guild }));
    await send(fan, activity('Follow', fan, ben));
    await send(there, activity('Like', there, `${fresh.origin}/nothing`));
    const to = there.iri as PersonIri;
    expect(await north.actions.moveOut({ person: ben, to })).toMatchObject({ refusal: { code: 'not-confirmed' } });
    const known = await north.house.people.byIri(to);
    if (known === null) throw new Error('ben’s new account is not known');
    await north.house.people.keepElsewhere({ ...known, alsoKnownAs: [ben] });
    must(await north.actions.moveOut({ person: ben, to }));
    await north.settle();
    const told = await until('her follower is told', () => old.delivered(fan).find(({ type }) => type === 'Move'));
    expect(told).toMatchObject({ actor: ben, object: ben, target: to });
    expect((await north.house.people.byIri(ben))?.movedTo).toBe(to);
    expect([await follow(ben), await follow(to)]).toEqual(['ended', 'accepted']);
  });

  it('comes home the same way: an account here names the old one', async () => {
    const cleo = await old.actor('cleo', { keys });
    await send(cleo, activity('Follow', cleo, guild));
    const here = await account(north, 'cleo');
    expect(await send(cleo, moves(cleo, { iri: here }))).toBe('refused: the new one does not know of it');
    must(await north.actions.nameAliases({ person: here, aliases: [cleo.iri] }));
    expect(await send(cleo, moves(cleo, { iri: here }))).toBe('done: moved');
    expect([await follow(cleo.iri), await follow(here)]).toEqual(['ended', 'accepted']);
    expect(await north.actions.nameAliases({ person: here, aliases: ['not an address'] })).toMatchObject({
      refusal: { code: 'bad-alias' },
    });
  });
});

describe('a community here that moves by decision', () => {
  it('tells its followers when the new one names it, and takes in nothing more', async () => {
    const annex = (await community(north, ana, 'annex')).iri;
    const there = await fresh.actor('annex', { type: 'Group', keys });
    const eva = await old.actor('eva', { keys });
    await send(eva, activity('Follow', eva, annex));
    knownAs(fresh, there, [annex]);
    await send(there, activity('Like', there, `${fresh.origin}/nothing`));
    await days(north, 31);
    await adoptChange(north, annex, [ana, eva.iri as PersonIri], {
      kind: 'move-community',
      target: communityIri(there.iri),
    });
    await north.settle();
    const told = await until('eva is told', () => old.delivered(eva).find(({ type }) => type === 'Move'));
    expect(told).toMatchObject({ actor: annex, object: annex, target: there.iri });
    expect((await north.house.communities.byIri(annex))?.movedTo).toBe(there.iri);
    expect(await north.actions.publishPost({ author: ana, community: annex, text: 'Hello?' })).toMatchObject({
      refusal: { code: 'moved-away' },
    });
  });
});
