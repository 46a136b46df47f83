import { describe, expect, it } from '@jest/globals';
import { organisation } from '../../../server/community/ids.ts';
import type { CountedBallot, Delegated } from '../../../server/governance/tally/votes.ts';
import { capsOf } from '../../../server/governance/tally/yes-no.ts';
import { ballot, count, person, quorumFor, rollOf, tallyYesNo } from './tally/yes-no-votes.ts';

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

  it('does not pass with half of the organisations, nor counts one as agreeing that is split', () => {
    expect(count('charter', 'aaaaaabbbbbbccdd', 'yyyyyyyyyyyynnnn')).toMatchObject({
      result: 'rejected',
      tests: { quorum: true, majority: true, dualMajority: false },
    });
    expect(count('charter', 'aaaaaaaabbbbbbbbcc', 'yyyyyyyynnnnyyyyyn')).toMatchObject({
      result: 'rejected',
      tests: { quorum: true, majority: true, dualMajority: false },
    });
  });

  it('caps by what the active could bring: who has long done nothing brings nothing', () => {
    const { entries, root } = rollOf([...'aaaaaaaaaabbbb'].map((letter) => organisation(`${letter}.example`)));
    const resting = entries.map((entry, at) => ({ ...entry, active: at < 10 }));
    const [a, b] = [organisation('a.example'), organisation('b.example')];
    const capOf = capsOf({ entries: resting, root, active: 10 }, 6);
    expect([capOf(a), capOf(b)]).toEqual([6, 4]);
    const awake = capsOf({ entries, root, active: 14 }, 6);
    expect([awake(a), awake(b)]).toEqual([4, 4]);
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
    const forStranger = tallyYesNo({ ...vote, ballots: [ballot(0, 'yes')], delegations: [delegation(9, 0)] });
    expect(forStranger.turnout).toBe(1);
  });
});

describe('ballots', () => {
  const vote = { roll: rollOf([organisation('a.example')]), matter: 'ordinary', quorum: 1 } as const;

  it('count by the last turn, whichever is read first', () => {
    const turns = [ballot(0, 'no'), { ...ballot(0, 'yes'), turn: 2 }, { ...ballot(0, 'abstain'), turn: 3 }];
    for (const ballots of [turns, turns.toReversed(), [turns[1], turns[2], turns[0]] as CountedBallot[]]) {
      expect(tallyYesNo({ ...vote, ballots })).toMatchObject({ yes: 0, no: 0, abstain: 1, turnout: 1 });
    }
  });

  it('of the same turn, which cannot be, count by the lower receipt', () => {
    const [yes, no] = [ballot(0, 'yes'), ballot(0, 'no')];
    const [lower] = [yes, no].toSorted((a, b) => (String(a.leaf) < String(b.leaf) ? -1 : 1));
    for (const ballots of [
      [yes, no],
      [no, yes],
    ]) {
      expect(tallyYesNo({ ...vote, ballots })).toMatchObject({ turnout: 1, [String(lower?.choice)]: 1 });
    }
  });

  it('that mean nothing are no turnout, and nobody votes by them for somebody else', () => {
    const roll = rollOf(['a', 'b'].map((name) => organisation(`${name}.example`)));
    const odd = { ...ballot(0, 'yes'), choice: 'perhaps' };
    const delegations = [{ by: person(1), to: person(0) }];
    expect(tallyYesNo({ ...vote, roll, ballots: [odd, { choice: 'perhaps' }], delegations }).turnout).toBe(0);
  });
});
