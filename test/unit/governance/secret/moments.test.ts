import { describe, expect, it } from '@jest/globals';
import { digest, type PersonIri, proposalId } from '../../../../server/community/ids.ts';
import { addDays, addHours } from '../../../../server/governance/dates.ts';
import type { Phase } from '../../../../server/governance/proposal.ts';
import {
  closeSecretBoard,
  countSecretVote,
  endSecretVoting,
  failSecretVote,
  remindTellers,
} from '../../../../server/governance/secret/count.ts';
import {
  disputableUntil,
  disputePapers,
  mayHavePaper,
  openSecretVote,
} from '../../../../server/governance/secret/papers.ts';
import type { SecretVote } from '../../../../server/governance/secret/state.ts';
import { depositKey, openKey, tellerIn } from '../../../../server/governance/secret/tellers.ts';
import { carol, codeOf, dave, hostOf, mallory } from '../village.ts';
import {
  boardOf,
  COUNTING,
  guild,
  holding,
  leavesOf,
  now,
  P,
  roll,
  setup,
  VOTING,
  withVote,
} from './secret-village.ts';

const OTHER = proposalId(9);
const DECIDED: Phase = { state: 'rejected', at: now } as never;
const OPENED = [{ teller: setup.tellers[0]?.teller as PersonIri }, { teller: carol }];
const moment = (at: Date): Date => new Date(at.getTime() - 1);

describe('a paper', () => {
  const ask = (phase: Phase, at = now) => openSecretVote({ state: withVote(phase).state, proposal: P, now: at });

  it('is given to the last moment of the vote, and what is open or is no vote says so', () => {
    const end = addDays(now, 7);
    expect([codeOf(ask(VOTING, moment(end))), codeOf(ask(VOTING, end))]).toEqual(['accepted', 'closed']);
    expect(codeOf(openSecretVote({ state: withVote(VOTING).state, proposal: OTHER, now }))).toBe('no-such-proposal');
    expect(ask({ state: 'discussion', until: end })).toMatchObject({
      refusal: { code: 'not-open-yet', text: 'The vote on this has not begun.' },
    });
    expect(ask({ state: 'frozen', until: end })).toMatchObject({
      refusal: { code: 'not-open-yet', text: expect.stringContaining('Voting on this begins on ') },
    });
    const { state, proposal, pinned } = withVote(VOTING);
    const { secret: _, ...open } = pinned;
    const proposals = new Map([[P, { ...proposal, pinned: open }]]);
    expect(codeOf(openSecretVote({ state: { ...state, proposals }, proposal: P, now }))).toBe('not-secret');
  });

  it('goes by the name on the roll, also after a move; to nobody who is not on it, and not without a roll', () => {
    const { state } = withVote(VOTING);
    const ask = (member: PersonIri, of = state, given: typeof roll | null = roll) =>
      mayHavePaper({ state: of, proposal: P, member, roll: given, now });
    expect(ask(carol)).toMatchObject({ value: { entry: { member: carol }, proposal: { id: P } } });
    expect(() => ask(carol, state, null)).toThrow('not the one that was pinned');
    const moved = 'https://moved.example/users/carol' as PersonIri;
    const members = new Map(state.members);
    members.set(moved, { ...(members.get(carol) as never as object), member: moved, formerly: [carol] } as never);
    expect(ask(moved, { ...state, members })).toMatchObject({ value: { entry: { member: carol } } });
    members.set(mallory, { member: mallory, organisation: hostOf(mallory), joinedAt: now } as never);
    expect(codeOf(ask(mallory, { ...state, members }))).toBe('not-on-roll');
  });

  it('is disputed from the board to the last moment, and only in a secret vote', () => {
    const dispute = (secret: Partial<SecretVote>, at: Date, proposal = P, phase: Phase = COUNTING) =>
      codeOf(disputePapers({ state: withVote(phase, { secret }).state, proposal, by: carol, why: 'No.', now: at }));
    const board = boardOf(3, 3);
    const end = addHours(now, 48);
    expect([dispute({ board }, moment(end)), dispute({ board }, end)]).toEqual(['accepted', 'too-late']);
    expect([dispute({}, now), dispute({ board }, now, OTHER)]).toEqual(['not-yet', 'no-such-proposal']);
    expect(dispute({ board }, now, P, { state: 'discussion', until: end })).toBe('no-such-proposal');
    const { state, proposal } = withVote(COUNTING, { secret: { board } });
    expect(disputableUntil(state, proposal)).toEqual(end);
    const { votingEndedAt: _, ...running } = proposal;
    expect(disputableUntil(state, running)).toBeNull();
  });
});

describe('a teller', () => {
  it('gives her key in time, for a secret vote that there is', () => {
    const give = (phase: Phase, more: { proposal?: typeof P } = {}) => {
      const { state } = withVote(phase);
      return depositKey({ state: holding(state, carol), proposal: P, by: carol, key: 'k', now, ...more });
    };
    const until = addDays(now, 1);
    expect(give({ state: 'nomination', until })).toMatchObject({
      value: { kind: 'teller-key-deposited', teller: carol, organisation: hostOf(carol), key: 'k' },
    });
    expect(codeOf(give({ state: 'nomination', until }, { proposal: OTHER }))).toBe('no-such-proposal');
    const { state, proposal } = withVote({ state: 'discussion', until });
    const proposals = new Map([[P, { ...proposal, matter: 'ordinary' as const }]]);
    const open = { ...holding(state, carol), proposals };
    expect(codeOf(depositKey({ state: open, proposal: P, by: carol, key: 'k', now }))).toBe('not-secret');
  });

  it('opens between the board and the decision, and not where nothing is sealed to her', () => {
    const open = (phase: Phase, secret: Partial<SecretVote>, proposal = P) =>
      codeOf(openKey({ state: withVote(phase, { secret }).state, proposal, teller: carol, key: 'k' }));
    const board = boardOf(12, 12);
    expect(open(COUNTING, { board })).toBe('accepted');
    expect([open(COUNTING, { board }, OTHER), open({ state: 'discussion', until: now }, {})]).toEqual([
      ...['no-such-proposal', 'no-such-proposal'],
    ]);
    expect([open({ state: 'frozen', until: now }, { board }), open(VOTING, { board })]).toEqual(['not-yet', 'not-yet']);
    expect([open(DECIDED, { board }), open(DECIDED, {})]).toEqual(['too-late', 'too-late']);
    expect(open(COUNTING, { board, opened: [{ teller: dave }] })).toBe('accepted');
  });

  it('is found by her name, or as the machine', () => {
    const machine = { ...setup, tellers: [{ teller: 'machine' as const, key: 'm' }] };
    expect(tellerIn(guild, machine, 'machine')).toMatchObject({ key: 'm' });
    expect([tellerIn(guild, machine, carol), tellerIn(guild, setup, 'machine')]).toEqual([null, null]);
    expect(tellerIn(guild, setup, carol)).toMatchObject({ teller: carol });
  });
});

describe('a step of a secret vote', () => {
  const board = boardOf(3, 4);
  const stateOf = (phase: Phase, secret: Partial<SecretVote> = {}) => withVote(phase, { secret }).state;
  const asked = (phase: Phase, secret: Partial<SecretVote> = {}, proposal = P) => {
    const state = stateOf(phase, secret);
    const leaves = leavesOf(3);
    const posted = { root: board.root, leaves };
    const opened = ['yes', 'yes', 'no'];
    return {
      end: codeOf(endSecretVoting({ state, proposal, turnout: 9, now: addDays(now, 7) })),
      close: codeOf(closeSecretBoard({ state, proposal, board: posted, issued: 4 })),
      remind: codeOf(remindTellers({ state, proposal })),
      fail: codeOf(failSecretVote({ state, proposal, now })),
      count: codeOf(countSecretVote({ state, proposal, roll, board: board.root, opened, now })),
    };
  };
  const none = { end: 'not-due', close: 'not-due', remind: 'not-due', fail: 'not-due', count: 'not-due' };

  it('is taken in its own phase alone, once, and of no other vote', () => {
    expect(asked(VOTING)).toEqual({ ...none, end: 'accepted' });
    expect(asked(COUNTING)).toEqual({ ...none, close: 'accepted', remind: 'accepted' });
    expect(asked(COUNTING, { board })).toEqual({ ...none, remind: 'accepted', fail: 'accepted' });
    expect(asked(COUNTING, { board, reminded: true })).toEqual({ ...none, fail: 'accepted' });
    expect(asked(COUNTING, { board, opened: OPENED.slice(1) })).toMatchObject({ count: 'not-due' });
    expect(asked(COUNTING, { board, opened: OPENED })).toMatchObject({ count: 'accepted' });
    expect(asked(DECIDED, { board, opened: OPENED })).toEqual(none);
    expect(asked(COUNTING, { board, opened: OPENED }, OTHER)).toEqual(none);
    expect(asked({ state: 'discussion', until: now })).toEqual(none);
  });

  it('ends the vote at its time, and never a second time later for want of turnout', () => {
    const end = (at: Date) => endSecretVoting({ state: stateOf(VOTING), proposal: P, turnout: 0, now: at });
    const until = addDays(now, 7);
    expect(codeOf(end(moment(until)))).toBe('not-due');
    const { extensionDays } = guild.charter.parameters;
    expect(end(until)).toMatchObject({ value: { why: 'quorum', until: addDays(until, extensionDays) } });
  });

  it('fixes of the board what was posted and what was issued', () => {
    const posted = { root: board.root, leaves: leavesOf(3) };
    expect(closeSecretBoard({ state: stateOf(COUNTING), proposal: P, board: posted, issued: 4 })).toMatchObject({
      value: { kind: 'secret-board-closed', proposal: P, root: board.root, ballots: 3, issued: 4 },
    });
  });

  it('fails with the reason, and can be asked again later', () => {
    const fail = (ballots: number, issued: number) =>
      failSecretVote({ state: stateOf(COUNTING, { board: boardOf(ballots, issued) }), proposal: P, now });
    const refileFrom = addDays(now, guild.charter.parameters.refileDays);
    expect(fail(3, 3)).toMatchObject({ value: { why: 'not-opened', refileFrom } });
    expect(fail(14, 14)).toMatchObject({ value: { why: 'not-opened' } });
    expect([fail(4, 3), fail(3, 15)]).toMatchObject(Array(2).fill({ value: { why: 'more-ballots-than-papers' } }));
  });

  it('counts on the roll that was frozen, and says from when it counts or when it can come again', () => {
    const count = (opened: readonly (string | null)[], given = roll) => {
      const secret = { board: boardOf(opened.length, 9), opened: OPENED };
      const root = secret.board.root;
      return countSecretVote({ state: stateOf(COUNTING, secret), proposal: P, roll: given, board: root, opened, now });
    };
    expect(codeOf(count(['yes'], { ...roll, root: digest('0') }))).toBe('roll-changed');
    const passed = count(['yes', 'yes', 'no']);
    expect(passed).toMatchObject({ value: { ballots: 3, tally: { result: 'passed' }, inForceFrom: now } });
    expect(passed.ok && 'refileFrom' in passed.value).toBe(false);
    const lapsed = count(['yes']);
    const refileFrom = addDays(now, guild.charter.parameters.refileDays);
    expect(lapsed).toMatchObject({ value: { tally: { result: 'lapsed' }, refileFrom } });
    expect(lapsed.ok && 'inForceFrom' in lapsed.value).toBe(false);
    const rejected = count(['no', 'no']);
    expect(rejected.ok && ['inForceFrom', 'refileFrom'].some((name) => name in rejected.value)).toBe(false);
  });
});
