import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Organisation, organisation } from '../../../../server/community/ids.ts';
import type { Matter, Roll, RollEntry } from '../../../../server/governance/proposal.ts';
import { CHOICES, type Choice } from '../../../../server/governance/tally/tally.ts';
import type { CountedBallot } from '../../../../server/governance/tally/votes.ts';
import { capsOf } from '../../../../server/governance/tally/yes-no.ts';
import { hashOf } from '../../../../server/record/canonical.ts';
import { ballot, person, quorumFor, rollOf, tallyYesNo } from './yes-no-votes.ts';

/** `LONG_TESTS=true` for the thorough search; the short one runs every time. */
const many = (runs: number): number => (process.env.LONG_TESTS === 'true' ? Math.max(10_000, runs) : runs);

describe('properties of the count', () => {
  const organisations = fc.array(
    fc.constantFrom('a.example', 'b.example', 'c.example', 'd.example').map(organisation),
    {
      minLength: 1,
      maxLength: 30,
    },
  );
  // Mostly yes, so that about half of the votes pass and both sides of every test are visited.
  const choice = fc.constantFrom<Choice | null>('yes', 'yes', 'yes', 'no', 'abstain', null);
  const votes = fc.record({
    organisations,
    choices: fc.array(choice, { minLength: 30, maxLength: 30 }),
    matter: fc.constantFrom<Matter>('ordinary', 'federation', 'charter'),
  });
  const setUp = ({
    organisations: of,
    choices,
    matter,
  }: {
    organisations: Organisation[];
    choices: (Choice | null)[];
    matter: Matter;
  }) => {
    const roll = rollOf(of);
    const ballots = choices.slice(0, of.length).flatMap((one, index) => (one === null ? [] : [ballot(index, one)]));
    return { roll, ballots, matter, quorum: quorumFor(matter, roll.active) };
  };

  it('P1: another yes never defeats, another no never passes, an abstention never changes what passes', () => {
    const seen = { passed: 0, rejected: 0, lapsed: 0 };
    fc.assert(
      fc.property(votes, (vote) => {
        const counted = setUp(vote);
        const before = tallyYesNo(counted);
        seen[before.result] += 1;
        const voted = new Set(counted.ballots.map(({ voter }) => voter));
        const silent = counted.roll.entries.findIndex(({ member }) => !voted.has(member));
        if (silent < 0) return;
        const passes = (one: Choice) =>
          tallyYesNo({ ...counted, ballots: [...counted.ballots, ballot(silent, one)] }).result === 'passed';
        const passed = before.result === 'passed';
        if (passed) expect(passes('yes')).toBe(true);
        if (!passed) expect(passes('no')).toBe(false);
        expect(passes('abstain')).toBe(passed);
      }),
      { numRuns: many(5000) },
    );
    // The property says nothing unless all results were seen.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });

  it('P2: the order of ballots does not matter, even with two of one voter', () => {
    fc.assert(
      fc.property(votes, fc.infiniteStream(fc.nat()), (vote, random) => {
        const counted = setUp(vote);
        const twice = [
          ...counted.ballots,
          ...counted.ballots
            .slice(0, 2)
            .flatMap(({ voter }) => (voter === undefined ? [] : [{ voter, choice: 'no', leaf: hashOf(voter) }])),
        ];
        const shuffled = twice
          .map((one) => ({ one, key: random.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(tallyYesNo({ ...counted, ballots: shuffled })).toEqual(tallyYesNo({ ...counted, ballots: twice }));
      }),
      { numRuns: many(1000) },
    );
  });

  it('P3: nobody is counted who is not on the roll, and nobody twice', () => {
    fc.assert(
      fc.property(votes, fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...CHOICES))), (vote, stuffed) => {
        const counted = setUp(vote);
        const more = stuffed.map(([number, one]) => ballot(number, one));
        const tally = tallyYesNo({ ...counted, ballots: [...counted.ballots, ...more] });
        const voters = new Set([...counted.ballots, ...more].map(({ voter }) => voter));
        const entitled = counted.roll.entries.filter(({ member }) => voters.has(member));
        expect(tally.turnout).toBe(entitled.length);
        expect(tally.yes + tally.no + tally.abstain).toBe(tally.turnout);
      }),
      { numRuns: many(1000) },
    );
  });

  it('the last ballot of each voter counts, in whichever order they are read', () => {
    fc.assert(
      fc.property(
        votes,
        fc.array(fc.tuple(fc.nat(29), fc.constantFrom(...CHOICES)), { maxLength: 20 }),
        (vote, later) => {
          const counted = setUp(vote);
          const turns = new Map<string, number>();
          const changed = later.map(([voter, choice]): CountedBallot => {
            const turn = (turns.get(person(voter)) ?? 1) + 1;
            turns.set(person(voter), turn);
            return { ...ballot(voter, choice), turn };
          });
          const last = new Map([...counted.ballots, ...changed].map((one) => [one.voter, one]));
          const all = [...changed.toReversed(), ...counted.ballots];
          expect(tallyYesNo({ ...counted, ballots: all })).toEqual(
            tallyYesNo({ ...counted, ballots: [...last.values()] }),
          );
        },
      ),
      { numRuns: many(500) },
    );
  });

  it('a cap never makes a quorum unreachable that everybody active could reach', () => {
    const rolls = fc.array(fc.tuple(fc.nat(5), fc.boolean()), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(rolls, fc.constantFrom<Matter>('federation', 'charter'), (lines, matter) => {
        const entries = lines.map(([of, active], index): RollEntry => {
          // Squared, so that some organisations are far larger than others.
          return { member: person(index), organisation: organisation(`o${Math.floor((of * of) / 5)}.example`), active };
        });
        const roll: Roll = { entries, root: hashOf(entries), active: entries.filter(({ active }) => active).length };
        const quorum = quorumFor(matter, roll.active);
        const cap = capsOf(roll, quorum);
        const sizes = new Map<Organisation, number>();
        for (const one of entries) {
          if (one.active) sizes.set(one.organisation, (sizes.get(one.organisation) ?? 0) + 1);
        }
        const most = [...sizes].reduce((sum, [of, size]) => sum + Math.min(size, cap(of)), 0);
        expect(most).toBeGreaterThanOrEqual(quorum);
        // And nobody alone fills it where others are there to bring anything.
        if (sizes.size > 1 && quorum > 1) for (const of of sizes.keys()) expect(cap(of)).toBeLessThan(quorum);
      }),
      { numRuns: many(2000) },
    );
  });
});
