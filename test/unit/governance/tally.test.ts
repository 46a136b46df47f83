import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Organisation, PersonIri } from '../../../server/community/ids.ts';
import { organisation, personIri } from '../../../server/community/ids.ts';
import type { Matter, Roll, RollEntry } from '../../../server/governance/proposal.ts';
import { quorumFor } from '../../../server/governance/quorum.ts';
import type { Choice } from '../../../server/governance/tally/tally.ts';
import { CHOICES } from '../../../server/governance/tally/tally.ts';
import type { CountedBallot } from '../../../server/governance/tally/yes-no.ts';
import { tallyYesNo } from '../../../server/governance/tally/yes-no.ts';
import { hashOf } from '../../../server/record/canonical.ts';

const NOON = new Date('2026-03-01T12:00:00.000Z');
const person = (number: number): PersonIri => personIri(`https://north.example/actors/m${number}`);

function rollOf(organisations: readonly Organisation[]): Roll {
  const entries = organisations.map(
    (of, index): RollEntry => ({ member: person(index), organisation: of, active: true }),
  );
  return { entries, root: hashOf(entries), active: entries.length };
}

function ballot(voter: number, choice: Choice): CountedBallot {
  return { voter: person(voter), choice, castAt: NOON, leaf: hashOf([voter, choice]) };
}

/** A roll from a text such as `aabbc`, one letter per member for her organisation; votes such as `yn-a`. */
function count(matter: Matter, organisations: string, votes: string) {
  const roll = rollOf([...organisations].map((letter) => organisation(`${letter}.example`)));
  const choices: Readonly<Record<string, Choice>> = { y: 'yes', n: 'no', a: 'abstain' };
  const ballots = [...votes].flatMap((letter, index) => {
    const choice = choices[letter];
    return choice === undefined ? [] : [ballot(index, choice)];
  });
  return tallyYesNo({ ballots, roll, matter, quorum: quorumFor(matter, roll.active) });
}

describe('an ordinary matter', () => {
  it('passes with the quorum in yes votes and more yes than no', () => {
    expect(count('ordinary', 'aaaaaaaaaa', 'yyyyynnnn-').result).toBe('passed');
    expect(count('ordinary', 'aaaaaaaaaa', 'yyyynnn---').result).toBe('rejected');
    expect(count('ordinary', 'aaaaaaaaaa', 'yyyyynnnnn').result).toBe('rejected');
  });

  it('lapses when fewer vote than the quorum', () => {
    expect(count('ordinary', 'aaaaaaaaaa', 'yyyy------').result).toBe('lapsed');
  });

  it('counts an abstention as turnout only', () => {
    const tally = count('ordinary', 'aaaaaaaaaa', 'yyyya-----');
    expect(tally).toMatchObject({ turnout: 5, yes: 4, abstain: 1, result: 'rejected' });
    expect(tally.tests).toEqual({ turnout: true, quorum: false, majority: true });
  });

  it('asks for no majority of organisations', () => {
    expect(count('ordinary', 'aaaaaabbcc', 'yyyyyynnnn')).toMatchObject({ result: 'passed', yesForQuorum: 6 });
  });
});

describe('a charter matter', () => {
  it('needs two thirds of yes and no', () => {
    expect(count('charter', 'aaaaaaaaaaaaaaaaaaaaa', 'yyyyyyyyyynnnnn').result).toBe('passed');
    expect(count('charter', 'aaaaaaaaaaaaaaaaaaaaa', 'yyyyyyyyyynnnnnn').result).toBe('rejected');
  });

  it('needs a majority in more than half of the organisations that voted, from three on the roll on', () => {
    expect(count('charter', 'aaaabbbbcccc', 'yyyyyyyynnnn')).toMatchObject({
      result: 'passed',
      tests: { dualMajority: true },
    });
    // Two thirds of the people, but one organisation of three.
    expect(count('charter', 'aaaaaaaaabc', 'yyyyyyyyynn')).toMatchObject({
      result: 'rejected',
      tests: { dualMajority: false },
    });
    expect(count('charter', 'aaaaaaaaabb', 'yyyyyyyyynn').tests.dualMajority).toBeUndefined();
  });

  it('lets no organisation fill more than half of the quorum, rounded up', () => {
    const tally = count('charter', 'aaaaaaaaaaaabc', 'yyyyyyyyyyyyyy');
    expect(tally).toMatchObject({ quorum: 7, yes: 14, yesForQuorum: 6, result: 'rejected' });
  });

  it('does not count an organisation as voting in which people only abstained', () => {
    expect(count('charter', 'aaaabbbbcd', 'yyyyyyyyaa')).toMatchObject({
      result: 'passed',
      tests: { dualMajority: true },
    });
  });

  it('does not pass without a single yes, even on a roll of nobody active', () => {
    expect(tallyYesNo({ ballots: [], roll: rollOf([]), matter: 'charter', quorum: 0 }).result).toBe('rejected');
  });
});

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
    matter: fc.constantFrom<Matter>('ordinary', 'charter'),
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
      { numRuns: 5000 },
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
            .map(({ voter }) => ({ voter, choice: 'no' as const, castAt: NOON, leaf: hashOf(voter) })),
        ];
        const shuffled = twice
          .map((one) => ({ one, key: random.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(tallyYesNo({ ...counted, ballots: shuffled })).toEqual(tallyYesNo({ ...counted, ballots: twice }));
      }),
      { numRuns: 1000 },
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
      { numRuns: 1000 },
    );
  });
});
