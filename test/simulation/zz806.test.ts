import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase } from '../support/engine.ts';
import { meddle } from './operator.ts';
import { World } from './world.ts';
import { Year } from './year.ts';

const database = await openTestDatabase();
let world: World;
let year: Year;

beforeAll(async () => {
  world = await World.open(database.db, 'a small year');
  year = new Year(world, { members: 80, proposals: 6, cases: 9, ticksADay: 1 });
  await year.live();
}, 300_000);
afterAll(async () => {
  world.close();
  await database.close();
});

/** `npm run simulate` lives through a year of 2,500 members; this is the same one, small. */
describe('a simulated year of twelve organisations on five servers', () => {
  it('has elections, votes of every kind, cases, juries, appeals and emergencies', () => {
    const { ledger } = year;
    for (const what of [
      ...['entry seats-filled', 'entry acts-ratified', 'entry rule-in-force', 'entry charter-amended'],
      ...['entry alternative-proposed', 'entry delegation-given', 'entry emergency-ended', 'entry jury-verdict'],
      ...['entry sanction-imposed', 'entry sanction-stayed', 'entry review-decided', 'entry challenge-decided'],
      ...['secret ballots', 'keys of tellers opened', 'ballots by poll', 'votes changed', 'latecomers'],
    ]) {
      expect([what, ledger.of(what) > 0]).toEqual([what, true]);
    }
  });

  it('keeps what the model promises, also against one organisation of three tenths', () => {
    expect(year.ledger.broken()).toEqual([]);
    expect([...year.ledger.promises.keys()]).toEqual(
      expect.arrayContaining([
        'one organisation alone passes no charter matter',
        'one organisation alone passes no federation matter',
        'no organisation holds more than a third of the seats',
        'no organisation has more than a third of a jury',
        'who joins after the freeze does not vote',
        'P12: the record replays to the same state',
      ]),
    );
  });

  it('an operator who edits the database is found out, whatever she edits', async () => {
    await meddle(world, year.ledger);
    expect(year.ledger.broken()).toEqual([]);
  }, 300_000);
});
