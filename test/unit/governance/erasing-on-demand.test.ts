import { describe, expect, it } from '@jest/globals';
import { caseId, type PersonIri, personIri, petitionId, postIri, proposalId } from '../../../server/community/ids.ts';
import { addDays } from '../../../server/governance/dates.ts';
import { eraseText, isOver } from '../../../server/governance/erasure.ts';
import type { GovernanceEvent } from '../../../server/governance/events.ts';
import type { Phase, Proposal } from '../../../server/governance/proposal.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { makeEntry } from '../../../server/record/chain.ts';
import { alice, bob, carol, codeOf, hostOf, mallory, Village } from './village.ts';

const { state: guild, now } = Village.of(bob, carol);
const [P1, P2, RC1, C1] = [proposalId(1), proposalId(2), petitionId(1), caseId(1)];
const POST = postIri('https://north.example/posts/1');

/** Asks for a text of an entry to be taken out. */
function ask(
  event: object,
  path: string,
  by: PersonIri | 'operator',
  state: Partial<CommunityState> = {},
  reason = 'Mine.',
) {
  const entry = makeEntry({
    ...{ community: guild.community, seq: guild.seq, prev: guild.head, at: now, event: event as GovernanceEvent },
    ...{ salt: '00'.repeat(16), textSalt: () => '11'.repeat(16) },
  });
  return eraseText({ state: { ...guild, ...state }, entry, path, by, reason });
}
const code = (...asked: Parameters<typeof ask>) => codeOf(ask(...asked));
const proposed = (phase: Phase['state'], more: object = {}) => {
  const proposal = { id: P1, phase: { state: phase }, submittedAt: now, change: { kind: 'ratify' }, ...more };
  return { proposals: new Map([[P1, proposal as unknown as Proposal]]) };
};

const SUBMITTED = {
  ...{ kind: 'proposal-submitted', proposal: P1, by: bob, title: 'A change', reasons: 'It helps.' },
  ...{ change: { kind: 'ratify' }, matter: 'charter', secondsNeeded: 3, organisationsNeeded: 2, until: now },
};

describe('whoever wrote a text has it taken out', () => {
  it('when nothing is decided on it any more, and nobody else does', () => {
    for (const state of ['in-force', 'rejected', 'lapsed', 'withdrawn', 'voided'] as const)
      expect([state, code(SUBMITTED, 'reasons', bob, proposed(state))]).toEqual([state, 'accepted']);
    for (const state of ['seconding', 'discussion', 'frozen', 'voting', 'counting', 'timelock'] as const) {
      expect(isOver({ phase: { state } } as Proposal)).toBe(false);
      expect([state, code(SUBMITTED, 'reasons', bob, proposed(state))]).toEqual([state, 'not-yet']);
    }
    expect(code(SUBMITTED, 'reasons', carol, proposed('rejected'))).toBe('not-hers');
    expect(ask(SUBMITTED, 'reasons', bob, proposed('rejected'))).toEqual({
      ok: true,
      value: {
        ...{ kind: 'text-erased', seq: guild.seq, of: 'proposal-submitted', subject: P1, path: 'reasons', by: bob },
        reason: 'Mine.',
      },
    });
  });

  it('also under the name that she has now', () => {
    const to = personIri('https://new.example/users/bob');
    const member = { member: to, organisation: hostOf(to), joinedAt: now, lastActAt: now, formerly: [bob] };
    const members = new Map(guild.members).set(to, member);
    expect(code(SUBMITTED, 'title', to, { ...proposed('rejected'), members })).toBe('accepted');
  });

  it('of an appeal when the case is over, of one about a held post when it is held no more', () => {
    const appeal = { kind: 'appeal-filed', case: C1, by: mallory, words: 'It was not.', verdictBy: now };
    const judged = (state: string) => ({ cases: new Map([[C1, { id: C1, phase: { state } } as never]]) });
    const states = ['open', 'jury', 'decided', 'demanded', 'appealed', 'final', 'withdrawn'];
    expect(states.map((state) => code(appeal, 'words', mallory, judged(state)))).toEqual([
      ...[...Array<string>(5).fill('not-yet'), 'accepted', 'accepted'],
    ]);
    expect(code(appeal, 'words', mallory)).toBe('accepted');
    const look = { kind: 'hold-appealed', post: POST, by: mallory, words: 'Look.' };
    expect(code(look, 'words', mallory)).toBe('accepted');
    expect(code(look, 'words', mallory, { holdAppeals: new Map([[POST, {} as never]]) })).toBe('not-yet');
  });

  it('of a petition when it has lapsed, or its vote is over', () => {
    const asked = { kind: 'recall-petitioned', petition: RC1, role: 'moderator', member: alice, by: bob };
    const event = {
      ...asked,
      organisation: hostOf(bob),
      reasons: 'Why.',
      needed: 5,
      organisationsNeeded: 2,
      until: now,
    };
    const petition = { id: RC1, role: 'moderator', member: alice, openedAt: now, signatures: [{ by: bob }] };
    const state = (more: object, votes: readonly object[] = []) => ({
      petitions: new Map([[RC1, { ...petition, ...more } as never]]),
      proposals: new Map(votes.map((one, at) => [proposalId(at + 1), one as never])),
    });
    const change = { kind: 'recall', role: 'moderator', member: alice };
    const vote = (phase: string, more: object = {}) => ({ change, submittedAt: now, phase: { state: phase }, ...more });
    const erase = (...said: Parameters<typeof state>) => code(event, 'reasons', bob, state(...said));
    expect([erase({}), erase({ lapsedAt: now }), code(event, 'reasons', bob)]).toEqual([
      'not-yet',
      'accepted',
      'accepted',
    ]);
    expect([erase({}, [vote('voting')]), erase({}, [vote('rejected')])]).toEqual(['not-yet', 'accepted']);
    expect(erase({}, [vote('rejected'), vote('voting')])).toBe('not-yet');
    // Others' votes, about others or before, say nothing about this one.
    for (const other of [
      { change: { ...change, role: 'clerk' } },
      { change: { ...change, member: carol } },
      { change: { kind: 'elect', role: 'moderator', seats: 3 } },
      { submittedAt: addDays(now, -1) },
    ])
      expect(erase({}, [vote('rejected', other)])).toBe('not-yet');
    const answer = { kind: 'recall-answered', petition: RC1, by: alice, text: 'I was ill.' };
    expect(code(answer, 'text', alice, state({}))).toBe('not-yet');
    expect(code(answer, 'text', alice, state({ lapsedAt: now }))).toBe('accepted');
    // The vote says again what whoever opened the petition wrote.
    const called = {
      kind: 'vote-called',
      proposal: P2,
      title: 'Recall',
      reasons: 'Why.',
      change,
      matter: 'recall',
      until: now,
    };
    expect(code(called, 'reasons', bob, state({}))).toBe('accepted');
    expect(code(called, 'reasons', carol, state({}))).toBe('not-hers');
    expect(code(called, 'reasons', bob, state({ member: carol }))).toBe('not-hers');
    expect(code({ ...called, change: { kind: 'ratify' } }, 'reasons', bob, state({}))).toBe('not-hers');
  });

  it('of what she said of herself when she stood, whoever had asked her', () => {
    const stood = {
      kind: 'nomination-accepted',
      proposal: P1,
      member: bob,
      organisation: hostOf(bob),
      nominee: 'N-1',
      says: 'Me.',
    };
    expect([code(stood, 'says', bob), code(stood, 'says', carol)]).toEqual(['accepted', 'not-hers']);
    expect(code(stood, 'says', bob, proposed('nomination'))).toBe('not-yet');
  });
});

describe('reasons for what was done to somebody', () => {
  const proposal = { kind: 'measure-proposed', case: C1, by: alice, level: 3, facts: 'It is spam.' };

  it('are not their author’s to take back; the operator does it by law, and says by which', () => {
    expect(code(proposal, 'facts', alice)).toBe('not-hers');
    expect(code(proposal, 'facts', 'operator', {}, 'Order 12')).toBe('accepted');
    expect([code(proposal, 'facts', 'operator', {}, ''), code(proposal, 'facts', 'operator', {}, '  ')]).toEqual([
      ...['no-reason', 'no-reason'],
    ]);
  });
});

describe('what cannot be taken out', () => {
  it('is what is no text, is not there, or is in no entry', () => {
    expect(code(SUBMITTED, 'matter', 'operator')).toBe('no-such-text');
    expect(code({ kind: 'member-left', member: bob }, 'member', 'operator')).toBe('no-such-text');
    const nowhere = eraseText({ state: guild, entry: null, path: 'reasons', by: 'operator', reason: 'Order 12' });
    expect(codeOf(nowhere)).toBe('no-such-text');
  });
});
