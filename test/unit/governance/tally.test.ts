import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Organisation, PersonIri } from '../../../server/community/ids.ts';
import { organisation, personIri } from '../../../server/community/ids.ts';
import { DEFAULT_PARAMETERS } from '../../../server/governance/charter.ts';
import type { Matter, Roll, RollEntry } from '../../../server/governance/proposal.ts';
import { quorumFor as quorumUnder } from '../../../server/governance/quorum.ts';
import type { Choice } from '../../../server/governance/tally/tally.ts';
import { CHOICES } from '../../../server/governance/tally/tally.ts';
import type { CountedBallot, Delegated } from '../../../server/governance/tally/votes.ts';
import { votesOf } from '../../../server/governance/tally/votes.ts';
import { capsOf, tallyYesNo as tally } from '../../../server/governance/tally/yes-no.ts';
import { hashOf } from '../../../server/record/canonical.ts';

/** `LONG_TESTS=true` for the thorough search; the short one runs every time. */
const many = (runs: number): number => (process.env.LONG_TESTS === 'true' ? Math.max(10_000, runs) : runs);
const person = (number: number): PersonIri => personIri(`https://north.example/actors/m${number}`);

function rollOf(organisations: readonly Organisation[]): Roll {
  const entries = organisations.map(
    (of, index): RollEntry => ({ member: person(index), organisation: of, active: true }),
  );
  return { entries, root: hashOf(entries), active: entries.length };
}

function ballot(voter: number, choice: Choice): CountedBallot {
  return { voter: person(voter), choice, leaf: hashOf([voter, choice]) };
}

interface Vote {
  readonly ballots: readonly CountedBallot[];
  readonly roll: Roll;
  readonly matter: Matter;
  readonly quorum: number;
  readonly delegations?: readonly Delegated[];
}

const read = (choice: string): string | null => (CHOICES.some((known) => known === choice) ? choice : null);

function tallyYesNo({ ballots, delegations = [], ...vote }: Vote) {
  return tally({ ...vote, votes: votesOf({ ballots, roll: vote.roll, delegations, read }) });
}

const quorumFor = (matter: Matter, active: number) => quorumUnder(matter, active, DEFAULT_PARAMETERS);

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
    const organisations = 'aaaaaaaaaaaabbbbcccc';
    expect(count('charter', organisations, 'yyyyyyyyyyyy--------')).toMatchObject({ quorum: 9, yesForQuorum: 5 });
    expect(count('charter', organisations, 'yyyyyyyyyyyyyyy-y---').result).toBe('passed');
    expect(count('charter', organisations, 'yyyyyyyyyyyyyyy-----').result).toBe('rejected');
  });

  it('can be passed where one organisation is large and the others tiny, with half of these, never without them', () => {
    const organisations = `${'a'.repeat(20)}bc`;
    const quorum = { quorum: 10 };
    expect(count('charter', organisations, `${'y'.repeat(20)}y-`)).toMatchObject({ ...quorum, result: 'passed' });
    expect(count('charter', organisations, 'y'.repeat(20))).toMatchObject({ yesForQuorum: 9, result: 'rejected' });
    expect(count('charter', organisations, `${'y'.repeat(20)}nn`).result).toBe('rejected');
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

describe('a matter of federation', () => {
  it('needs no two thirds, and a majority in most organisations', () => {
    expect(count('federation', 'aaaabbbbcccc', 'yyyyy-nnnyyy')).toMatchObject({ result: 'passed' });
    expect(count('federation', 'aaaaaaaaabc', 'yyyyyyyyynn')).toMatchObject({ tests: { dualMajority: false } });
  });
});

describe('a recall', () => {
  it('needs more yes than no and the quorum of federation; its secret ballots count without their voters', () => {
    const roll = rollOf(Array.from({ length: 12 }, () => organisation('a.example')));
    const secret = (votes: string) =>
      [...votes].map((letter): CountedBallot => ({ choice: letter === 'y' ? 'yes' : 'no' }));
    const recall = (votes: string) =>
      tallyYesNo({ ballots: secret(votes), roll, matter: 'recall', quorum: quorumFor('recall', 12) });
    expect(recall('yyyyyynnnnn')).toMatchObject({ yes: 6, no: 5, quorum: 6, result: 'passed', byOrganisation: [] });
    expect(recall('yyyyynnnn')).toMatchObject({ result: 'rejected', tests: { quorum: false, majority: true } });
  });
});

describe('voting for somebody else', () => {
  const roll = rollOf(['a', 'a', 'b', 'b', 'c'].map((name) => organisation(`${name}.example`)));
  const vote = { roll, matter: 'ordinary', quorum: 3 } as const;
  const delegation = (by: number, to: number): Delegated => ({ by: person(by), to: person(to) });

  it('counts as her delegate voted, in her own organisation', () => {
    expect(tallyYesNo({ ...vote, ballots: [ballot(0, 'yes')], delegations: [delegation(2, 0)] })).toMatchObject({
      yes: 2,
      turnout: 2,
      delegated: 1,
      byOrganisation: [
        { organisation: 'a.example', yes: 1 },
        { organisation: 'b.example', yes: 1 },
      ],
    });
  });

  it('does not count where she votes herself, where her delegate does not, or one step further', () => {
    const chain = [delegation(2, 1), delegation(1, 0)];
    const own = tallyYesNo({ ...vote, ballots: [ballot(0, 'yes'), ballot(1, 'no')], delegations: chain });
    expect(own).toMatchObject({ yes: 1, no: 2, delegated: 1 });
    const further = tallyYesNo({ ...vote, ballots: [ballot(0, 'yes')], delegations: chain });
    expect(further).toMatchObject({ yes: 2, no: 0, turnout: 2 });
    expect(tallyYesNo({ ...vote, ballots: [], delegations: chain })).not.toHaveProperty('delegated');
    const stranger = tallyYesNo({ ...vote, ballots: [ballot(9, 'yes')], delegations: [delegation(0, 9)] });
    expect(stranger.turnout).toBe(0);
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
