import { describe, expect, it } from '@jest/globals';
import { organisation } from '../../../../server/community/ids.ts';
import { addDays } from '../../../../server/governance/dates.ts';
import type { EventOf, GovernanceEvent } from '../../../../server/governance/events.ts';
import type { Phase } from '../../../../server/governance/proposal.ts';
import type { SecretVote } from '../../../../server/governance/secret/state.ts';
import { boardOf, COUNTING, now, P, VOTING, withVote } from '../secret/secret-village.ts';
import { alice, bob, carol, dave } from '../village.ts';
import { stateAfter, told } from './telling.ts';

const DISCUSSION: Phase = { state: 'discussion', until: now };
const at = (phase: Phase, secret: Partial<SecretVote> = {}) => ({ state: withVote(phase, { secret }).state, now });
const board = boardOf(12, 14);

const deposits = (teller = alice, key = 'hers'): EventOf<'teller-key-deposited'> => {
  return { kind: 'teller-key-deposited', proposal: P, teller, organisation: organisation('north.example'), key };
};
const closed = { kind: 'secret-board-closed', proposal: P, ...board } as const;
const opens = (teller: EventOf<'teller-key-opened'>['teller'] = alice, key?: string): EventOf<'teller-key-opened'> => {
  return { kind: 'teller-key-opened', proposal: P, teller, ...(key && { key }) };
};
const reminded = { kind: 'tellers-reminded', proposal: P } as const;
const failed = { kind: 'secret-vote-failed', proposal: P, why: 'not-opened', refileFrom: addDays(now, 14) } as const;
const disputed = { kind: 'papers-disputed', proposal: P, by: bob, why: 'Carol never had one.' } as const;
const voteAfter = (where: ReturnType<typeof at>, event: GovernanceEvent) => stateAfter(where, event).secretVotes.get(P);

describe('a record is not read in which a secret vote', () => {
  it('has keys deposited after its text is frozen; until then a teller can give another one', () => {
    expect(told(at(VOTING), deposits())).toMatch(/stands in voting, not in nomination or discussion/);
    expect(told(at({ state: 'nomination', until: now }), deposits())).toBe('read');
    const before = { deposits: [deposits(alice, 'old'), deposits(carol)] };
    expect(voteAfter(at(DISCUSSION, before), deposits())?.deposits.map(({ teller, key }) => [teller, key])).toEqual([
      [carol, 'hers'],
      [alice, 'hers'],
    ]);
  });

  it('has its board closed while it is open, or twice', () => {
    expect(told(at(VOTING), closed)).toMatch(/stands in voting, not in counting/);
    expect(voteAfter(at(COUNTING), closed)?.board).toEqual(board);
    expect(told(at(COUNTING, { board }), closed)).toMatch(/the board of P-1 is closed twice/);
  });

  it('is opened, or given up, before its ballots stand fixed', () => {
    for (const event of [opens(), reminded, failed, disputed])
      expect([event.kind, told(at(COUNTING), event)]).toEqual([event.kind, 'the board of P-1 is not closed.']);
    for (const event of [opens(), reminded, failed, disputed])
      expect(told(at(COUNTING, { board }), event)).toBe('read');
    for (const event of [opens(), reminded, failed])
      expect(told(at(VOTING, { board }), event)).toMatch(/stands in voting, not in counting/);
  });

  it('is opened by whoever has no key to it, or twice by one', () => {
    expect(told(at(COUNTING, { board }), opens(bob))).toMatch(/nothing of P-1 is sealed to .*bob/);
    const opened = { board, opened: [{ teller: alice }] };
    expect(told(at(COUNTING, opened), opens())).toMatch(/alice opens P-1 twice/);
    expect(voteAfter(at(COUNTING, opened), opens(dave, 'hers'))?.opened).toEqual([
      { teller: alice },
      { teller: dave, key: 'hers' },
    ]);
    expect(voteAfter(at(COUNTING, { board }), opens())?.opened).toEqual([{ teller: alice }]);
  });

  it('which failed has lapsed, and says from when on it can be asked again; disputes are kept with their time', () => {
    const where = at(COUNTING, { board });
    expect(stateAfter(where, failed).proposals.get(P)?.phase).toEqual({
      ...{ state: 'lapsed', at: now, why: 'not-counted', refileFrom: addDays(now, 14) },
    });
    expect(voteAfter(where, reminded)).toMatchObject({ reminded: true, board });
    const before = { by: carol, why: 'Nor did I.', at: now };
    expect(voteAfter(at(COUNTING, { board, disputes: [before] }), disputed)?.disputes).toEqual([
      before,
      { by: bob, why: 'Carol never had one.', at: now },
    ]);
  });
});
