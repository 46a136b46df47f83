import { describe, expect, it } from '@jest/globals';
import { MongoNetworkError } from 'mongodb';
import type { CommunityIri } from '../../../server/community/ids.ts';
import { digest, organisation, personIri, proposalId } from '../../../server/community/ids.ts';
import type { Ballot } from '../../../server/governance/ballot.ts';
import type { KeptBallot } from '../../../server/ports/secret-ballots.ts';
import { hashOf } from '../../../server/record/canonical.ts';
import { createCasting } from '../../../server/stores/casting.ts';
import { ballot, founding, next, otherGuild, storeWorld } from './world.ts';

/** What a ballot's write says of the record, over the real database: as MongoDB 8 does it, and as it is done before. */

const world = storeWorld();
const P1 = proposalId(1);
const voter = (nth: number) => personIri(`https://south.example/users/v${nth}`);

let clubs = 0;
/** A record with one entry. */
async function newClub() {
  clubs += 1;
  const community = otherGuild(`against${clubs}`);
  const first = founding(community);
  await world().stores.record.append(first);
  const goOn = () =>
    world().stores.record.append(
      next(first, { kind: 'member-joined', member: voter(0), organisation: organisation('south.example') }),
    );
  return { community, goOn };
}

const open = (community: CommunityIri, nth: number): Ballot => ({ ...ballot(voter(nth)), community });
const secret = (community: CommunityIri, token: number, turn = 1, leaf = `${token} ${turn}`): KeptBallot => ({
  community,
  proposal: P1,
  token: hashOf(['token', token]),
  turn,
  prefix: '',
  paper: 'a paper',
  sealed: 'sealed',
  signature: 'signed',
  leaf: digest(hashOf(['leaf', leaf])),
});

describe.each([
  ['in one write', true, 'counts'],
  ['as before MongoDB 8', false, 'cast'],
] as const)('a ballot, %s', (_, inOneWrite, added) => {
  const stores = () => world().another({ inOneWrite });

  it('is added while the record ends where it was decided, and not at all when it has gone on', async () => {
    const { ballots, secretBallots } = stores();
    const { community, goOn } = await newClub();
    expect(await ballots.cast(open(community, 1), { decidedOn: 1 })).toBe(added);
    expect(await ballots.cast(open(community, 1), { decidedOn: 1 })).toBe('already');
    expect(await secretBallots.cast(secret(community, 1), 1)).toBe(added);
    expect(await secretBallots.cast(secret(community, 1), 1)).toBe('same');
    expect(await secretBallots.cast(secret(community, 1, 1, 'other'), 1)).toBe('taken');
    expect(await goOn()).toBe('appended');
    expect(await ballots.cast(open(community, 2), { decidedOn: 1 })).toBe('overtaken');
    expect(await secretBallots.cast(secret(community, 2), 1)).toBe('overtaken');
    // Whoever has just read the record says so by naming no entry, and one that comes too late is only told.
    expect(await ballots.cast(open(community, 3))).toBe('cast');
    expect((await ballots.of(community, P1)).map((one) => one.voter).sort()).toEqual([voter(1), voter(3)]);
    expect(await secretBallots.turnout({ community, proposal: P1 })).toBe(1);
    // The look at the record changes nothing in it.
    const entries = await world().db.collection('entries').find({ community }).toArray();
    expect(entries.map(({ _id }) => String(_id))).toEqual([`${community} 1`, `${community} 2`]);
  });

  it('of many at once, among them doubles and of two communities, each gets the answer that is its own', async () => {
    const { ballots } = stores();
    const [still, gone] = [await newClub(), await newClub()];
    await gone.goOn();
    const casts = Array.from({ length: 60 }, (_, nth) => ({
      cast: open((nth % 3 === 0 ? gone : still).community, nth % 20),
      goneOn: nth % 3 === 0,
    }));
    const answers = await Promise.all(casts.map(({ cast }) => ballots.cast(cast, { decidedOn: 1 })));
    casts.forEach(({ goneOn }, nth) => {
      if (goneOn) expect(answers[nth]).toBe('overtaken');
      else expect(['counts', 'cast', 'already']).toContain(answers[nth]);
    });
    const kept = await ballots.of(still.community, P1);
    const saidSo = casts.filter((_, nth) => answers[nth] === 'counts' || answers[nth] === 'cast');
    expect(kept.map(({ leaf }) => leaf).sort()).toEqual(saidSo.map(({ cast }) => cast.leaf).sort());
    expect(await ballots.of(gone.community, P1)).toEqual([]);
  });

  it('of which it was said that it counts is there for whoever reads them after the next entry', async () => {
    const seen = { counts: 0, cast: 0, overtaken: 0, already: 0 };
    for (let round = 0; round < 25; round += 1) {
      const { community, goOn } = await newClub();
      const { ballots } = stores();
      // One after the other, and all at once: alone in their writes, and together.
      const someTime = (nth: number) =>
        nth < 6 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, nth % 8));
      const casting = Array.from({ length: 24 }, async (_, nth) => {
        await someTime(nth);
        const cast = open(community, nth);
        return { leaf: cast.leaf, answer: await ballots.cast(cast, { decidedOn: 1 }) };
      });
      await new Promise((resolve) => setTimeout(resolve, round % 6));
      await goOn();
      const counted = new Set((await ballots.of(community, P1)).map(({ leaf }) => leaf));
      const answers = await Promise.all(casting);
      const kept = new Set((await ballots.of(community, P1)).map(({ leaf }) => leaf));
      for (const { leaf, answer } of answers) {
        seen[answer] += 1;
        if (answer === 'counts') expect(counted.has(leaf)).toBe(true);
        expect(kept.has(leaf)).toBe(answer !== 'overtaken');
      }
    }
    // The race was one.
    expect(seen[added]).toBeGreaterThan(0);
    expect(seen.overtaken).toBeGreaterThan(0);
    expect(seen.already).toBe(0);
  });
});

describe('a database that does not know how to do it in one write', () => {
  it('is asked once, and then in the way it knows', async () => {
    const { db } = world();
    const { community } = await newClub();
    let asked = 0;
    const older = Object.create(db, {
      admin: {
        value: () => ({
          // Not before version 8: what the real one answers to a command that it does not know.
          command: () => {
            asked += 1;
            return db.admin().command({ bulkWriteOfTomorrow: 1 });
          },
        }),
      },
    });
    const add = createCasting(older, db.collection<{ _id: string }>('ballots_of_then'));
    const decidedOn = { community, seq: 1 };
    expect(await add({ document: { _id: 'one' }, decidedOn })).toBe('cast');
    expect(await add({ document: { _id: 'one' }, decidedOn })).toBe('already');
    expect(await add({ document: { _id: 'two' }, decidedOn: { community, seq: 0 } })).toBe('overtaken');
    expect(asked).toBe(1);
    expect(await db.collection('ballots_of_then').countDocuments()).toBe(1);
  });

  it('or one whose answer is lost: the ballot is looked for by what is done next, and is there once', async () => {
    const { db } = world();
    const { community } = await newClub();
    const lost = Object.create(db, {
      admin: {
        value: () => ({
          command: async (command: object) => {
            await db.admin().command(command);
            throw new MongoNetworkError('the connection broke');
          },
        }),
      },
    });
    const add = createCasting(lost, db.collection<{ _id: string }>('ballots_lost'));
    expect(await add({ document: { _id: 'one' }, decidedOn: { community, seq: 1 } })).toBe('already');
    expect(await db.collection('ballots_lost').countDocuments()).toBe(1);
  });
});
