import { describe, expect, it } from '@jest/globals';
import { proposalId } from '../../../server/community/ids.ts';
import type { Ballot } from '../../../server/governance/ballot.ts';
import { castBallot, checkBallot, checkBoard, leafOf, makeBoard } from '../../../server/governance/ballots.ts';
import type { Change } from '../../../server/governance/proposal.ts';
import { inclusionProof, verifyInclusion } from '../../../server/record/merkle.ts';
import { agreed, alice, bob, carol, codeOf, GUILD, LINK_RULE, mallory, Village } from './village.ts';

const ADOPT: Change = { kind: 'adopt-rule', rule: LINK_RULE };

describe('voting', () => {
  it('gives a receipt over everything in the ballot', () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    const ballot = agreed(village.vote(carol, id, 'yes'));
    expect(ballot).toMatchObject({ voter: carol, organisation: 'south.example', choice: 'yes', castAt: village.now });
    expect(checkBallot(ballot)).toBe(true);
    expect(leafOf({ ...ballot, nonce: 'f'.repeat(32) })).not.toBe(ballot.leaf);
    expect(checkBallot({ ...ballot, choice: 'no' })).toBe(false);
  });

  it('is refused with the reason: nothing there, not open, no member, not on the roll, twice, no choice, too late', () => {
    const village = Village.of(bob, carol);
    expect(codeOf(village.vote(bob, proposalId(9), 'yes'))).toBe('no-such-proposal');
    const id = village.propose(alice, ADOPT);
    expect(codeOf(village.vote(bob, id, 'yes'))).toBe('not-open-yet');
    for (const person of [bob, carol]) village.second(person, id);
    village.pass(5);
    expect(village.vote(bob, id, 'yes')).toMatchObject({
      refusal: { code: 'not-open-yet', text: 'Voting on this begins on 11 February 2026, 09:00 UTC. Vote then.' },
    });
    village.pass(2);
    expect(codeOf(village.vote(mallory, id, 'yes'))).toBe('not-a-member');
    village.join(mallory);
    expect(village.vote(mallory, id, 'yes')).toMatchObject({
      refusal: { code: 'not-on-roll', text: expect.stringContaining('You have been a member since 11 February 2026.') },
    });
    expect(village.vote(bob, id, 'maybe')).toMatchObject({
      refusal: { code: 'bad-choice', text: 'Vote yes, no, abstain; nothing else can be counted.' },
    });
    expect(codeOf(village.vote(bob, id, 'toString'))).toBe('bad-choice');
    expect(codeOf(village.vote(bob, id, 'yes'))).toBe('accepted');
    expect(codeOf(village.vote(bob, id, 'no'))).toBe('already-voted');
    village.now = new Date('2026-02-18T09:00:00.000Z');
    const closed = {
      refusal: { code: 'closed', text: expect.stringContaining('closed on 18 February 2026, 09:00 UTC') },
    };
    expect(village.vote(carol, id, 'yes')).toMatchObject(closed);
  });

  it('again the same gives the ballot that is there; otherwise only to who says that she changes her vote', () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    const first = agreed(village.vote(bob, id, 'yes'));
    expect(agreed(village.vote(bob, id, 'yes', { change: true }))).toBe(first);
    expect(codeOf(village.vote(bob, id, 'no'))).toBe('already-voted');
    const second = agreed(village.vote(bob, id, 'no', { change: true }));
    expect(second).toMatchObject({ turn: 2, choice: 'no', voter: bob });
    expect(checkBallot({ ...second, turn: 1 })).toBe(false);
    expect(agreed(village.vote(bob, id, 'yes', { change: true }))).toMatchObject({ turn: 3 });
    expect(codeOf(village.vote(bob, id, 'maybe', { change: true }))).toBe('bad-choice');
    expect(village.ballotsOn(id)).toHaveLength(3);
  });

  it('before there were turns still stands, and counts as a first one', () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    const { turn: _, ...old } = agreed(village.vote(bob, id, 'yes'));
    const before: Ballot = { ...old, leaf: leafOf(old) };
    expect(before.leaf).not.toBe(village.ballots[0]?.leaf);
    expect(checkBallot(before)).toBe(true);
    village.ballots[0] = before;
    expect(agreed(village.vote(bob, id, 'no', { change: true })).turn).toBe(2);
  });

  it('goes on being refused after the count, with the time', () => {
    const village = Village.of(bob, carol);
    const id = village.adopt(alice, ADOPT);
    expect(village.vote(bob, id, 'no')).toMatchObject({
      refusal: { code: 'closed', text: expect.stringContaining('18 February') },
    });
  });

  it('says what is open and what is not, and until when', () => {
    const village = Village.of(bob, carol);
    const id = village.propose(alice, ADOPT);
    for (const person of [bob, carol]) village.second(person, id);
    expect(village.vote(bob, id, 'yes')).toMatchObject({
      refusal: { code: 'not-open-yet', text: 'The vote on this has not begun; you will hear when it does.' },
    });
    village.pass(7);
    village.join(mallory);
    expect(village.vote(mallory, id, 'yes')).toMatchObject({
      refusal: {
        text: expect.stringMatching(/before it opened on 11 February 2026, with those .* members for 30 days by then/),
      },
    });
    const lapsed = village.propose(bob, { kind: 'adopt-rule', rule: { ...LINK_RULE, title: 'Another' } });
    village.pass(60);
    expect(village.phaseOf(lapsed)).toBe('lapsed');
    expect(village.vote(bob, lapsed, 'yes')).toMatchObject({
      refusal: { code: 'closed', text: 'There is no vote on this any more.' },
    });
  });

  it('is changed by who says so, and not by who says nothing', () => {
    const village = Village.of(bob, carol);
    const proposal = village.toTheVote(alice, ADOPT);
    const before = agreed(village.vote(bob, proposal, 'yes'));
    const again = { proposal, voter: bob, choice: 'no', via: 'web', nonce: 'f'.repeat(32) } as const;
    const roll = village.rolls.get(proposal) ?? null;
    expect(codeOf(castBallot({ ...again, state: village.state, roll, before, now: village.now }))).toBe(
      'already-voted',
    );
  });

  it('stops when the roll is not the one that was pinned, or is gone', () => {
    const village = Village.of(bob, carol);
    const id = village.toTheVote(alice, ADOPT);
    const roll = village.rolls.get(id);
    village.rolls.delete(id);
    expect(() => village.vote(bob, id, 'yes')).toThrow('not the one that was pinned');
    if (roll) village.rolls.set(id, { ...roll, root: leafOf({ nonce: '' } as Ballot) });
    expect(() => village.vote(bob, id, 'yes')).toThrow('not the one that was pinned');
  });
});

describe('the board', () => {
  const voted = () => {
    const village = Village.of(bob, carol);
    const proposal = village.toTheVote(alice, ADOPT);
    const ballots = [alice, bob, carol].map((person) => agreed(village.vote(person, proposal, 'yes')));
    return { ballots, board: makeBoard({ community: GUILD, proposal, ballots }) };
  };

  it('proves to each voter that her ballot is on it', () => {
    const { ballots, board } = voted();
    for (const { leaf } of ballots) {
      const index = board.leaves.indexOf(leaf);
      const proof = inclusionProof(board.leaves, index);
      expect(verifyInclusion({ leaf, index, size: board.leaves.length, proof, root: board.root })).toBe(true);
    }
  });

  it('is the same whoever voted first', () => {
    const { ballots, board } = voted();
    expect(makeBoard({ ...board, ballots: ballots.toReversed() })).toEqual(board);
    expect(checkBoard(board, ballots)).toEqual({ faults: [], notCounted: [] });
  });

  it('holds each voter’s last ballot alone; those before it are no fault, and no surprise', () => {
    const village = Village.of(bob, carol);
    const proposal = village.toTheVote(alice, ADOPT);
    agreed(village.vote(bob, proposal, 'yes'));
    const last = agreed(village.vote(bob, proposal, 'no', { change: true }));
    const ballots = village.ballotsOn(proposal);
    const board = makeBoard({ community: GUILD, proposal, ballots });
    expect(board.leaves).toEqual([last.leaf]);
    expect(checkBoard(board, ballots)).toEqual({ faults: [], notCounted: [] });
    // Added behind the program's back, or too late: named.
    const later: Ballot = { ...last, turn: 3, leaf: leafOf({ ...last, turn: 3 }) };
    expect(checkBoard(board, [...ballots, later]).notCounted).toEqual([later]);
    // Put beside one that counts, as the same turn, which no program of ours could do: named as well.
    const twin: Ballot = { ...last, choice: 'yes', leaf: leafOf({ ...last, choice: 'yes' }) };
    expect(checkBoard(board, [...ballots, twin])).toEqual({ faults: [], notCounted: [twin] });
    // Taking away the last one so that the one before would count: the board misses it.
    expect(checkBoard(board, ballots.slice(0, 1)).faults).toMatchObject([{ what: 'ballot-missing', leaf: last.leaf }]);
  });

  it('names a ballot that was changed, replaced, lost or added', () => {
    const { ballots, board } = voted();
    const [hers, his, third] = ballots as [Ballot, Ballot, Ballot];
    const turned: Ballot = { ...his, choice: 'no' };
    expect(checkBoard(board, [hers, turned, third]).faults).toMatchObject([{ what: 'ballot-changed', voter: bob }]);
    const forged: Ballot = { ...turned, leaf: leafOf(turned) };
    expect(checkBoard(board, [hers, forged, third])).toMatchObject({
      faults: [{ what: 'ballot-missing', leaf: his.leaf }],
      notCounted: [{ voter: bob }],
    });
    expect(checkBoard(board, [hers, third]).faults).toMatchObject([{ what: 'ballot-missing' }]);
    expect(checkBoard({ ...board, leaves: board.leaves.slice(1) }, ballots).faults).toMatchObject([{ what: 'root' }]);
    const late: Ballot = { ...his, voter: mallory, leaf: leafOf({ ...his, voter: mallory }) };
    expect(checkBoard(board, [...ballots, late])).toMatchObject({ faults: [], notCounted: [{ voter: mallory }] });
  });
});
