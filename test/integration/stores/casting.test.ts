import { beforeAll, describe, expect, it } from '@jest/globals';
import { castBallot } from '../../../server/actions/cast-ballot.ts';
import type { PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { personIri } from '../../../server/community/ids.ts';
import type { Result } from '../../../server/community/result.ts';
import { orderBallotsByTurn } from '../../../server/database/migrations/0005-order-ballots-by-turn.ts';
import type { Ballot } from '../../../server/governance/ballot.ts';
import { moveMember } from '../../../server/governance/membership.ts';
import { alice, bob, carol, dave, GUILD, hostOf, LINK_RULE, Village } from '../../unit/governance/village.ts';
import { storeWorld } from './world.ts';

const world = storeWorld();
const village = Village.of(bob, carol, dave);
const proposal: ProposalId = village.toTheVote(alice, { kind: 'adopt-rule', rule: LINK_RULE });
const roll = village.rolls.get(proposal);
let nonces = 0;
/** How often somebody's earlier ballot was looked for. */
let looks = 0;

/** Writes what has happened in the village since the last time. */
async function write(): Promise<void> {
  const { record, states } = world().stores;
  const known = (await states.load(GUILD))?.seq ?? 0;
  for (const entry of village.entries.slice(known)) await record.append(entry);
}

function vote(voter: PersonIri, choice: string, change = false): Promise<Result<Ballot>> {
  const { stores } = world();
  const ballots: typeof stores.ballots = {
    ...stores.ballots,
    by(community, id, name) {
      looks += 1;
      return stores.ballots.by(community, id, name);
    },
  };
  const random = (bytes: number) => {
    nonces += 1;
    return nonces.toString(16).padStart(bytes * 2, '0');
  };
  const addresses = { isHere: (iri: string) => iri !== carol };
  const clock = { now: () => village.now };
  const house = { ...stores, ballots, random, clock, addresses, wake: () => {} };
  return castBallot(house as Parameters<typeof castBallot>[0], {
    community: GUILD,
    proposal,
    voter,
    choice,
    via: 'web',
    change,
  });
}

const refusedWith = (code: string) => ({ ok: false, refusal: { code } });
const stored = (voter: PersonIri) => world().stores.ballots.by(GUILD, proposal, voter);

beforeAll(async () => {
  await write();
  if (roll === undefined) throw new Error('there is no roll');
  await world().stores.boards.keepRoll(GUILD, proposal, roll);
});

describe('a ballot', () => {
  it('of whoever votes for the first time is cast without a look at earlier ones', async () => {
    looks = 0;
    expect(await vote(bob, 'yes')).toMatchObject({ ok: true, value: { voter: bob, choice: 'yes', turn: 1 } });
    expect(looks).toBe(0);
  });

  it('stands when its voter says the same again, something else, or nothing that can be counted', async () => {
    const first = await stored(bob);
    expect(await vote(bob, 'yes')).toEqual({ ok: true, value: first });
    for (const other of ['no', 'perhaps']) expect(await vote(bob, other)).toMatchObject(refusedWith('already-voted'));
    expect(await stored(bob)).toEqual(first);
    expect(await vote(bob, 'no', true)).toMatchObject({ ok: true, value: { turn: 2 } });
    for (const other of ['yes', 'perhaps']) expect(await vote(bob, other)).toMatchObject(refusedWith('already-voted'));
    expect(await vote(bob, 'no')).toMatchObject({ ok: true, value: { turn: 2 } });
  });

  it('that says nothing that can be counted is refused as such to who has not voted, and leaves nothing', async () => {
    for (const change of [false, true])
      expect(await vote(dave, 'perhaps', change)).toMatchObject(refusedWith('bad-choice'));
    expect(await stored(dave)).toBeNull();
  });

  it('changed again and again is always the last, and of an older database as well', async () => {
    const { stores, db } = world();
    for (let turn = 3; turn <= 14; turn += 1) {
      const choice = turn % 2 ? 'yes' : 'no';
      expect(await vote(bob, choice, true)).toMatchObject({ ok: true, value: { turn } });
      expect(await stored(bob)).toMatchObject({ turn, choice });
    }
    const before = await stores.ballots.of(GUILD, proposal);
    const kept = db.collection<{ _id: string; turn: number }>('ballots');
    // As they were named before: the tenth stood before the second.
    for (const ballot of await kept.find({ turn: { $gte: 10 } }).toArray()) {
      await kept.deleteOne({ _id: ballot._id });
      await kept.insertOne({ ...ballot, _id: ballot._id.replace(/ b(\d+)$/, ' $1') });
    }
    expect(await stored(bob)).toMatchObject({ turn: 9 });
    for (const _ of ['once', 'again, as after a stop']) await orderBallotsByTurn.up(db);
    expect(await stored(bob)).toMatchObject({ turn: 14 });
    expect(await stores.ballots.of(GUILD, proposal)).toEqual(before);
  });

  it('is followed by a letter for who votes from elsewhere, and by nothing for who is shown her receipt', async () => {
    const followed = () => world().db.collection('ballots').distinct('voter', { pending: 'receipt' });
    expect(await followed()).toEqual([]);
    expect(await vote(carol, 'no')).toMatchObject({ ok: true });
    expect(await followed()).toEqual([carol]);
    expect(await vote(carol, 'yes', true)).toMatchObject({ ok: true });
  });

  it('cast by twenty at once from different windows is one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, nth) => vote(dave, nth % 2 ? 'yes' : 'no')));
    const standing = await stored(dave);
    for (const answer of answers) {
      if (answer.ok) expect(answer.value).toEqual(standing);
      else expect(answer).toMatchObject(refusedWith('already-voted'));
    }
    expect(answers.filter(({ ok }) => ok)).toHaveLength(10);
  });

  it('of somebody whose account has moved since is hers, and is changed under the name on the roll', async () => {
    const moved = personIri('https://south.example/users/carol-moved');
    const first = await stored(carol);
    village.record(moveMember({ state: village.state, from: carol, to: moved, organisation: hostOf(moved) }));
    await write();
    expect(await vote(moved, 'yes')).toEqual({ ok: true, value: first });
    expect(await vote(moved, 'no')).toMatchObject(refusedWith('already-voted'));
    expect(await vote(moved, 'no', true)).toMatchObject({ ok: true, value: { voter: carol, turn: 3 } });
    expect(await vote(carol, 'no')).toMatchObject(refusedWith('not-a-member'));
  });
});
