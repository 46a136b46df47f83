import { describe, expect, it } from '@jest/globals';
import { organisation } from '../../../server/community/ids.ts';
import type { CountedBallot, Delegated } from '../../../server/governance/tally/votes.ts';
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
