import { describe, expect, it } from '@jest/globals';
import { type PersonIri, petitionId, proposalId } from '../../../server/community/ids.ts';
import { addDays } from '../../../server/governance/dates.ts';
import type { Phase, Proposal } from '../../../server/governance/proposal.ts';
import {
  answerPetition,
  callRecall,
  isCollecting,
  lapsePetition,
  petitionDueAt,
  petitionRecall,
  recallAfter,
  signPetition,
} from '../../../server/governance/roles/recalls.ts';
import type { Holder } from '../../../server/governance/roles/role.ts';
import { nominate, stand, standDown } from '../../../server/governance/roles/standing.ts';
import { formerKey, type Petition } from '../../../server/governance/roles/state.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { from } from './moot.ts';
import { alice, bob, carol, codeOf, dave, hostOf, mallory, Village } from './village.ts';

const eight = from('far.example', 'e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7', 'e8');
const village = Village.of(bob, carol, dave, mallory, ...eight);
const { now } = village;
const momentBefore = (at: Date): Date => new Date(at.getTime() - 1);
const RC1 = petitionId(1);

const holder = (member: PersonIri, since = addDays(now, -40)): Holder => ({
  ...{ member, organisation: hostOf(member), since, until: addDays(now, 100), terms: 1, by: proposalId(9) },
});
const petition = (more: Partial<Petition> = {}): Petition => ({
  ...{ id: RC1, role: 'moderator', member: bob, reasons: 'Never there.', openedAt: now, until: addDays(now, 14) },
  ...{ needed: 5, organisationsNeeded: 2, signatures: [{ by: carol, organisation: hostOf(carol) }] },
  ...more,
});
const vote = (phase: Phase, submittedAt = now, member = bob): Proposal =>
  ({ id: proposalId(7), change: { kind: 'recall', role: 'moderator', member }, phase, submittedAt }) as Proposal;
/** Bob moderates, for forty days by now; more of it as given. */
function governed(
  more: Partial<CommunityState> = {},
  petitions: readonly Petition[] = [],
  votes: readonly Proposal[] = [],
) {
  return {
    ...village.state,
    holders: new Map([['moderator' as const, [holder(bob)]]]),
    petitions: new Map(petitions.map((one) => [one.id, one])),
    proposals: new Map(votes.map((one) => [one.id, one])),
    ...more,
  };
}
const ask = (state: CommunityState, more: object = {}) =>
  petitionRecall({ state, role: 'moderator', member: bob, by: carol, reasons: 'Never there.', now, ...more });
const DISCUSSION: Phase = { state: 'discussion', until: addDays(now, 5) };

describe('a petition', () => {
  it('says why, in plain text, up to five thousand characters', () => {
    const say = (reasons: string) => codeOf(ask(governed(), { reasons }));
    expect([say(''), say('x'.repeat(5001)), say('x'.repeat(5000)), say('x')]).toEqual([
      ...['bad-reasons', 'bad-reasons', 'accepted', 'accepted'],
    ]);
    expect(ask(governed())).toMatchObject({
      value: { petition: RC1, organisation: hostOf(carol), until: addDays(now, 14), needed: 5, organisationsNeeded: 2 },
    });
  });

  it('is possible thirty days into office: to the moment, by what the refusal says', () => {
    const since = (at: Date) => ask(governed({ holders: new Map([['moderator', [holder(bob, at)]]]) }));
    expect(since(addDays(now, -30))).toMatchObject({ ok: true });
    expect(since(addDays(now, -29))).toMatchObject({
      refusal: { code: 'immune', text: expect.stringMatching(/from \d/) },
    });
    expect(codeOf(since(new Date(addDays(now, -30).getTime() + 1)))).toBe('immune');
  });

  it('is not asked for twice at once, nor while its vote is under way', () => {
    const with_ = (petitions: readonly Petition[], votes: readonly Proposal[] = []) =>
      codeOf(ask(governed({}, petitions, votes)));
    expect(with_([petition()])).toBe('already-petitioned');
    expect(with_([petition({ member: dave })])).toBe('accepted');
    expect(with_([petition({ role: 'clerk' })])).toBe('accepted');
    expect(with_([petition({ completedAt: now })])).toBe('already-petitioned');
    expect(with_([petition({ completedAt: now })], [vote(DISCUSSION)])).toBe('already-petitioned');
    expect(with_([petition({ completedAt: now })], [vote({ state: 'timelock', until: now })])).toBe(
      'already-petitioned',
    );
  });

  it('that failed can be tried again: two weeks after it lapsed, ninety days after a vote, to the moment', () => {
    const lapsedAt = addDays(now, -14);
    const lapsed = (at: Date) => codeOf(ask(governed({}, [petition({ lapsedAt: at })])));
    expect([lapsed(lapsedAt), lapsed(new Date(lapsedAt.getTime() + 1))]).toEqual(['accepted', 'too-soon']);
    const completedAt = addDays(now, -120);
    const rejected = (at: Date) =>
      ask(governed({}, [petition({ completedAt })], [vote({ state: 'rejected', at }, completedAt)]));
    expect(codeOf(rejected(addDays(now, -90)))).toBe('accepted');
    expect(rejected(new Date(addDays(now, -90).getTime() + 1))).toMatchObject({
      refusal: { code: 'too-soon', text: expect.stringContaining('again from') },
    });
    // Of another's vote nothing follows.
    const others = vote({ state: 'rejected', at: now }, now, dave);
    expect(codeOf(ask(governed({}, [], [others])))).toBe('accepted');
  });

  it('asks for a tenth of those who counted on the last roll, where that is more', () => {
    const needed = (active: number, percent = 10) => {
      const { charter } = village.state;
      const parameters = { ...charter.parameters, recallPetitionPercent: percent };
      const pinned = { ...vote({ state: 'rejected', at: addDays(now, -99) }, now, dave), pinned: { active } } as never;
      const asked = ask(governed({ charter: { ...charter, parameters } }, [], [pinned]));
      return asked.ok ? asked.value.needed : asked.refusal.code;
    };
    expect([0, 50, 51, 60, 61].map((active) => needed(active))).toEqual([5, 5, 6, 6, 7]);
    // Never more than there are who could sign: all but bob.
    expect(needed(1000)).toBe(12);
    expect(needed(0, 50)).toBe(7);
  });
});

describe('a signature', () => {
  it('is possible to the last moment, and not any more when it is complete or has lapsed', () => {
    const sign = (at: Date, more: Partial<Petition> = {}) =>
      signPetition({ state: governed({}, [petition(more)]), petition: RC1, by: dave, now: at });
    const until = addDays(now, 14);
    expect([codeOf(sign(momentBefore(until))), codeOf(sign(until))]).toEqual(['accepted', 'petition-over']);
    for (const more of [{ completedAt: now }, { lapsedAt: now }]) expect(codeOf(sign(now, more))).toBe('petition-over');
    const signatures = [carol, dave].map((by) => ({ by, organisation: hostOf(by) }));
    expect(codeOf(sign(now, { signatures }))).toBe('already-signed');
    expect(codeOf(signPetition({ state: governed(), petition: RC1, by: dave, now }))).toBe('no-such-petition');
    expect(isCollecting(petition(), momentBefore(until))).toBe(true);
    expect(isCollecting(petition(), until)).toBe(false);
  });
});

describe('her answer', () => {
  const answer = (state: CommunityState, text = 'I was ill.', by = bob) =>
    codeOf(answerPetition({ state, petition: RC1, by, text, now }));
  const completed = petition({ completedAt: now });

  it('is hers alone, in plain text, until the text of the vote is frozen', () => {
    expect(answer(governed())).toBe('no-such-petition');
    expect(answer(governed({}, [petition()]), 'Yes.', carol)).toBe('not-a-holder');
    expect([answer(governed({}, [petition()])), answer(governed({}, [petition()]), '')]).toEqual([
      'accepted',
      'bad-reasons',
    ]);
    expect(answer(governed({}, [petition({ lapsedAt: now })]))).toBe('petition-over');
    expect(answer(governed({}, [completed]))).toBe('accepted');
    expect(answer(governed({}, [completed], [vote(DISCUSSION)]))).toBe('accepted');
    expect(answer(governed({}, [completed], [vote({ state: 'frozen', until: now })]))).toBe('petition-over');
  });
});

describe('what time makes of a petition', () => {
  const [completedAt, until] = [addDays(now, 3), addDays(now, 14)];
  const completed = petition({ completedAt });
  const none = { holders: new Map() };
  const call = (state: CommunityState, at: Date) => callRecall({ state, petition: RC1, now: at });
  const lapse = (state: CommunityState, at: Date) => codeOf(lapsePetition({ state, petition: RC1, now: at }));

  it('is its vote from the last signature on, or its end when too few have signed', () => {
    expect(petitionDueAt(governed(), petition())).toEqual(until);
    expect(petitionDueAt(governed(), completed)).toEqual(completedAt);
    expect(petitionDueAt(governed(none), petition())).toEqual(village.state.at);
    expect(petitionDueAt(governed(), petition({ lapsedAt: now }))).toBeNull();
    expect(petitionDueAt(governed({}, [], [vote(DISCUSSION, completedAt)]), completed)).toBeNull();
  });

  it('comes to the moment, and once', () => {
    const open = governed({}, [petition()]);
    const full = governed({}, [completed]);
    expect([lapse(open, momentBefore(until)), lapse(open, until)]).toEqual(['not-due', 'accepted']);
    expect(codeOf(call(open, until))).toBe('not-due');
    expect([codeOf(call(full, momentBefore(completedAt))), lapse(full, until)]).toEqual(['not-due', 'not-due']);
    expect(call(full, completedAt)).toMatchObject({
      value: { change: { kind: 'recall', role: 'moderator', member: bob }, reasons: 'Never there.', matter: 'recall' },
    });
    expect(call(full, completedAt)).toMatchObject({ value: { proposal: 'P-1', until: addDays(completedAt, 5) } });
    const voted = governed({}, [completed], [vote(DISCUSSION, completedAt)]);
    expect([codeOf(call(voted, until)), lapse(voted, until)]).toEqual(['not-due', 'not-due']);
    // She holds the role no more: nothing is left to vote on.
    const gone = governed(none, [completed]);
    expect([codeOf(call(gone, until)), lapse(gone, until)]).toEqual(['not-due', 'accepted']);
    expect([codeOf(call(governed(), until)), lapse(governed(), until)]).toEqual(['not-due', 'not-due']);
  });

  it('is the vote that was called since, on the same role and person', () => {
    const found = (submittedAt: Date, member = bob) =>
      recallAfter(governed({}, [], [vote(DISCUSSION, submittedAt, member)]), completed) !== undefined;
    expect([found(momentBefore(completedAt)), found(completedAt), found(completedAt, dave)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(recallAfter(governed({}, [], [vote(DISCUSSION, completedAt)]), petition())).toBeUndefined();
    const other = { ...completed, role: 'clerk' } as const;
    expect(recallAfter(governed({}, [], [vote(DISCUSSION, completedAt)]), other)).toBeUndefined();
  });
});

describe('standing for a role', () => {
  const P1 = proposalId(1);
  const until = addDays(now, 14);
  const electing = (more: Partial<Proposal> = {}, said: Partial<CommunityState> = {}): CommunityState => {
    const election = {
      ...{ id: P1, change: { kind: 'elect', role: 'moderator', seats: 3 }, submittedAt: now },
      ...{ phase: { state: 'nomination', until }, ...more },
    } as unknown as Proposal;
    return { ...village.state, proposals: new Map([[P1, election]]), ...said };
  };
  const stands = (state: CommunityState, { by = bob, at = now, statement = '' } = {}) =>
    stand({ state, proposal: P1, by, statement, now: at });

  it('is possible to the last moment, in an election, with up to two thousand characters about oneself', () => {
    expect(stands(electing())).toMatchObject({ value: { nominee: 'N-1', organisation: hostOf(bob), says: '' } });
    expect([momentBefore(until), until].map((at) => codeOf(stands(electing(), { at })))).toEqual([
      'accepted',
      'not-standing',
    ]);
    expect(codeOf(stands(electing({ phase: DISCUSSION })))).toBe('not-standing');
    expect(codeOf(stands(electing({ change: { kind: 'ratify' } })))).toBe('no-such-election');
    expect(codeOf(stands(village.state))).toBe('no-such-election');
    const say = (length: number) => codeOf(stands(electing(), { statement: 'x'.repeat(length) }));
    expect([say(2000), say(2001)]).toEqual(['accepted', 'bad-statement']);
  });

  it('gives each a number of her own, whoever has stood down meanwhile', () => {
    const nominees = [
      { id: 'N-3', member: carol },
      { id: 'N-1', member: dave },
    ] as never;
    expect(stands(electing({ nominees }))).toMatchObject({ value: { nominee: 'N-4' } });
    expect(codeOf(stands(electing({ nominees }), { by: carol }))).toBe('already-standing');
  });

  it('is closed after three terms in a row, after a recall, and to a full organisation', () => {
    const former = (more: object) =>
      new Map([[formerKey('moderator', bob), { terms: 1, endedAt: now, until, recalled: false, ...more }]]);
    const with_ = (said: Partial<CommunityState>) => codeOf(stands(electing({}, said)));
    expect([2, 3].map((terms) => with_({ formerHolders: former({ terms }) }))).toEqual(['accepted', 'too-many-terms']);
    expect(stands(electing({}, { formerHolders: former({ terms: 3 }) }))).toMatchObject({
      refusal: { text: 'Nobody holds a role for more than 3 terms in a row. Let one term pass.' },
    });
    expect(with_({ formerHolders: former({ recalled: true }) })).toBe('recalled');
    const holding = (member: PersonIri) => ({ holders: new Map([['moderator' as const, [holder(member)]]]) });
    expect([alice, carol, bob].map((member) => with_(holding(member)))).toEqual([
      ...['organisation-full', 'accepted', 'already-holds-it'],
    ]);
  });

  it('can be asked of another by members of full tenure, once; and the refusal is about the other', () => {
    const asks = (state: CommunityState, by = carol, member = bob) =>
      nominate({ state, proposal: P1, by, member, now });
    expect(asks(electing())).toMatchObject({ value: { kind: 'nominated', member: bob, by: carol } });
    const [stranger] = from('x.example', 'nobody');
    expect(codeOf(asks(electing(), stranger))).toBe('not-a-member');
    expect(asks(electing(), carol, stranger)).toMatchObject({
      refusal: { code: 'not-a-member', text: expect.stringMatching(/^They cannot stand\. Only members/) },
    });
    const asked = (member: PersonIri) => ({ asked: new Map([[P1, [{ member, by: dave }]]]) });
    expect([bob, dave].map((member) => codeOf(asks(electing({}, asked(member)))))).toEqual([
      'already-standing',
      'accepted',
    ]);
    const members = new Map(village.state.members);
    const carols = members.get(carol);
    if (carols) members.set(carol, { ...carols, joinedAt: now });
    expect(codeOf(asks(electing({}, { members })))).toBe('too-new');
    expect(asks(electing({}, { members }), bob, carol)).toMatchObject({
      refusal: { code: 'too-new', text: 'They cannot stand. They have not been members for long enough yet.' },
    });
    expect(codeOf(asks(village.state))).toBe('no-such-election');
  });

  it('can be taken back by who stands or was asked, and by nobody else', () => {
    const down = (state: CommunityState) => codeOf(standDown({ state, proposal: P1, by: bob, now }));
    const nominees = (member: PersonIri) => [{ id: 'N-1', member }] as never;
    const asked = (member: PersonIri) => ({ asked: new Map([[P1, [{ member, by: dave }]]]) });
    expect([down(electing({ nominees: nominees(bob) })), down(electing({}, asked(bob)))]).toEqual([
      'accepted',
      'accepted',
    ]);
    expect([down(electing({ nominees: nominees(carol) })), down(electing({}, asked(carol)))]).toEqual([
      ...['not-standing', 'not-standing'],
    ]);
    const both = new Map([[P1, [bob, carol].map((member) => ({ member, by: dave }))]]);
    expect(down(electing({}, { asked: both }))).toBe('accepted');
    expect(codeOf(nominate({ state: electing({}, { asked: both }), proposal: P1, by: dave, member: bob, now }))).toBe(
      'already-standing',
    );
    expect([down(electing()), down(village.state)]).toEqual(['not-standing', 'no-such-election']);
  });
});
