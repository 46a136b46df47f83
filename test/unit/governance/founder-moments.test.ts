import { describe, expect, it } from '@jest/globals';
import { proposalId, ruleId } from '../../../server/community/ids.ts';
import { addDays } from '../../../server/governance/dates.ts';
import type { Change, Phase, Proposal } from '../../../server/governance/proposal.ts';
import { actAsFounder, type FounderAsk } from '../../../server/governance/roles/founder.ts';
import { isProvisional, NO_LONGER_PROVISIONAL, provisionalEnd } from '../../../server/governance/roles/provisional.ts';
import {
  actsLapseAt,
  callRatification,
  lapseActs,
  provisionalParameters,
  provisionalRules,
  ratificationDueAt,
} from '../../../server/governance/roles/ratification.ts';
import type { Holder } from '../../../server/governance/roles/role.ts';
import type { Rule } from '../../../server/governance/rules/rule.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { from } from './moot.ts';
import { alice, bob, carol, codeOf, dave, GUILD, hostOf, LINK_RULE, mallory, Village } from './village.ts';

const village = Village.of(bob, carol, dave);
const { state: young, now } = village;
const momentBefore = (at: Date): Date => new Date(at.getTime() - 1);
const R1 = ruleId(1);

const ask = (what: FounderAsk, more: Partial<CommunityState> = {}, at = now, by = alice) =>
  actAsFounder({ state: { ...young, ...more }, by, ask: what, now: at });
const APPOINT = (member = bob, role = 'moderator') => ({ kind: 'appoint', role, member }) as FounderAsk;
const rule = (adoptedBy: Rule['adoptedBy'], more: Partial<Rule> = {}): Rule => ({
  ...{ ...LINK_RULE, id: R1, version: 1, adoptedBy, activeFrom: now, sunsetAt: addDays(now, 365) },
  ...more,
});
const ruled = (...versions: readonly Rule[]) => ({ rules: new Map([[R1, versions]]) });
const voted = (change: Change, phase: Phase): Partial<CommunityState> => {
  const proposal = { id: proposalId(1), change, phase } as Proposal;
  return { proposals: new Map([[proposal.id, proposal]]) };
};
const held = (member: typeof bob, by: Holder['by'] = 'founder'): Holder => ({
  ...{ member, organisation: hostOf(member), since: now, until: addDays(now, 180), terms: 1, by },
});

describe('a founder', () => {
  it('acts until the sixtieth day, to the moment, and no longer once the members are asked', () => {
    const end = young.provisionalUntil;
    expect([momentBefore(end), end].map((at) => codeOf(ask(APPOINT(), {}, at)))).toEqual([
      'accepted',
      'not-provisional',
    ]);
    expect(codeOf(ask(APPOINT(), voted({ kind: 'ratify' }, { state: 'discussion', until: end })))).toBe(
      'not-provisional',
    );
    expect(codeOf(ask(APPOINT(), {}, now, bob))).toBe('not-provisional');
    const founder = young.members.get(alice);
    const members = new Map(young.members);
    if (founder) members.set(alice, { ...founder, leftAt: now });
    expect(codeOf(ask(APPOINT(), { members }))).toBe('not-provisional');
  });

  it('gives roles that there are, to members, while there are seats, one of an organisation where there are three', () => {
    expect(ask(APPOINT(carol))).toMatchObject({
      value: { act: { do: 'appoint', holder: { by: 'founder', terms: 1 } } },
    });
    expect(codeOf(ask(APPOINT(bob, 'king')))).toBe('bad-role');
    expect(codeOf(ask(APPOINT(mallory)))).toBe('no-such-member');
    const holding = (...people: readonly (typeof bob)[]) => ({
      holders: new Map([['moderator' as const, people.map((one) => held(one))]]),
    });
    expect(codeOf(ask(APPOINT(bob), holding(bob)))).toBe('already-holds-it');
    expect(ask(APPOINT(bob), holding(alice))).toMatchObject({
      refusal: { code: 'organisation-full', text: expect.stringContaining('north.example holds as many') },
    });
    expect(codeOf(ask(APPOINT(bob), holding(carol, dave)))).toBe('accepted');
    expect(codeOf(ask(APPOINT(bob), holding(carol, dave, mallory)))).toBe('accepted');
    expect(codeOf(ask(APPOINT(bob), holding(carol, dave, alice)))).toBe('no-seat');
    const two = Village.of(bob, carol);
    const state = { ...two.state, ...holding(alice) };
    expect(codeOf(actAsFounder({ state, by: alice, ask: APPOINT(bob), now }))).toBe('accepted');
  });

  it('adopts no rule for the whole server, none about what was posted before, and overrides none of the members’', () => {
    const adopt = (more: object, state: Partial<CommunityState> = {}) =>
      ask({ kind: 'adopt-rule', rule: { ...LINK_RULE, ...more } }, state);
    expect(adopt({})).toMatchObject({
      value: { act: { do: 'put-rule', rule: { id: R1, version: 1, adoptedBy: 'founder' } } },
    });
    expect(adopt({ scope: 'instance' })).toMatchObject({
      refusal: { text: expect.stringContaining('every community') },
    });
    expect(adopt({ existing: 'hide' })).toMatchObject({ refusal: { text: expect.stringContaining('posted before') } });
    expect(codeOf(adopt({ title: '' }))).toBe('bad-rule');
    const other = { when: { gt: ['post.length', 9] }, fixtures: { match: [{ 'post.length': 10 }], noMatch: [{}] } };
    expect(adopt({ ...other, overrides: [R1] }, ruled(rule('founder')))).toMatchObject({
      value: { act: { rule: { id: 'R-2' } } },
    });
    expect(adopt({ ...other, overrides: [R1] }, ruled(rule(proposalId(1))))).toMatchObject({
      refusal: { code: 'decided-by-members', text: expect.stringContaining('decided about R-1') },
    });
  });

  it('changes and ends what is hers as it stands now, and nothing that members have made theirs', () => {
    const amend: FounderAsk = { kind: 'amend-rule', id: R1, rule: { ...LINK_RULE, title: 'Other words' } };
    const repeal: FounderAsk = { kind: 'repeal-rule', id: R1 };
    const hers = ruled(rule('founder', { activeTo: now }), rule('founder', { version: 2 }));
    expect(ask(amend, hers)).toMatchObject({ value: { act: { do: 'put-rule', rule: { id: R1, version: 3 } } } });
    expect(ask(repeal, hers)).toMatchObject({ value: { act: { do: 'end-rule', id: R1, version: 2 } } });
    const theirs = ruled(rule('founder', { activeTo: now }), rule(proposalId(1), { version: 2 }));
    expect([codeOf(ask(amend, theirs)), codeOf(ask(repeal, theirs))]).toEqual(Array(2).fill('decided-by-members'));
  });

  it('changes of the charter what no vote has decided', () => {
    const amend: FounderAsk = { kind: 'amend-charter', parameters: { votingDays: 9, discussionDays: 4 } };
    const byVote = (parameters: object, phase: Phase = { state: 'in-force', since: now }) =>
      ask(amend, voted({ kind: 'amend-charter', parameters }, phase));
    expect(byVote({ votingDays: 8 })).toMatchObject({
      refusal: { code: 'decided-by-members', text: expect.stringMatching(/Members decided about “.*”/) },
    });
    expect(codeOf(byVote({ votingDays: 8 }, { state: 'rejected', at: now }))).toBe('accepted');
    expect(codeOf(byVote({ refileDays: 8 }))).toBe('accepted');
    expect(codeOf(ask(amend, voted({ kind: 'ratify' }, { state: 'in-force', since: now })))).toBe('not-provisional');
    const kept = ask({ kind: 'amend-charter', parameters: { votingDays: 9, tenureDays: 1 } });
    expect(kept).toMatchObject({
      refusal: { code: 'kept-for-members', text: expect.stringContaining('Only they change it') },
    });
    const { version, parameters } = young.charter;
    expect(ask(amend)).toMatchObject({
      value: {
        act: { charter: { version: version + 1, parameters: { ...parameters, votingDays: 9, discussionDays: 4 } } },
      },
    });
  });
});

describe('the end of the provisional time', () => {
  const nine = from('far.example', ...'abcdefghi');
  /** Alice, and nine who joined so many days after her; some have not been heard of for so long. */
  const grown = (joined: readonly number[], silent = 0): CommunityState => {
    const founded = Village.founded();
    const members = new Map(founded.state.members);
    for (const [at, days] of joined.entries()) {
      const [member = bob] = nine.slice(at);
      const joinedAt = addDays(founded.now, days);
      members.set(member, { member, organisation: hostOf(member), joinedAt, lastActAt: joinedAt });
    }
    for (const member of nine.slice(0, silent)) {
      const one = members.get(member);
      if (one)
        members.set(member, { ...one, joinedAt: addDays(founded.now, -300), lastActAt: addDays(founded.now, -300) });
    }
    return { ...founded.state, members };
  };
  const start = Village.founded().now;
  const memberOf = (member: typeof bob) => ({
    member,
    organisation: hostOf(member),
    joinedAt: start,
    lastActAt: start,
  });
  const end = (state: CommunityState) => (provisionalEnd(state).getTime() - start.getTime()) / 86_400_000;

  it('is the day on which the tenth active member has full tenure, and the sixtieth at the latest', () => {
    expect(NO_LONGER_PROVISIONAL).toBe(10);
    expect(end(grown(Array(9).fill(0)))).toBe(30);
    expect(end(grown([0, 0, 0, 9, 0, 0, 0, 0, 0]))).toBe(39);
    expect(end(grown(Array(8).fill(0)))).toBe(60);
    expect(end(grown([0, 0, 0, 0, 0, 0, 0, 0, 29.5]))).toBe(59.5);
    expect(end(grown([0, 0, 0, 0, 0, 0, 0, 0, 31]))).toBe(60);
    expect(end({ ...grown(Array(9).fill(0)), provisionalUntil: addDays(start, 20) })).toBe(20);
  });

  it('counts nobody who has not been heard of for ninety days', () => {
    expect(end(grown(Array(9).fill(0), 1))).toBe(60);
    // An eleventh who comes later makes up for her.
    const eleventh = (days: number, silentFor: number) => {
      const state = grown(Array(9).fill(0));
      const joinedAt = addDays(start, days);
      const members = new Map(state.members).set(mallory, { ...memberOf(mallory), joinedAt, lastActAt: joinedAt });
      const [silent = bob] = nine;
      const longAgo = { joinedAt: addDays(start, -300), lastActAt: addDays(start, -silentFor) };
      return end({ ...state, members: members.set(silent, { ...memberOf(silent), ...longAgo }) });
    };
    expect(eleventh(9, 300)).toBe(39);
    // Heard of ninety days before, to the moment, she counts on the day itself.
    expect([eleventh(9, 60), eleventh(9, 61)]).toEqual([30, 39]);
    const state = grown(Array(9).fill(0));
    expect([isProvisional(state, momentBefore(addDays(start, 30))), isProvisional(state, addDays(start, 30))]).toEqual([
      ...[true, false],
    ]);
  });
});

describe('the ratification', () => {
  const asked = (phase: Phase) => ({ ...young, ...voted({ kind: 'ratify' }, phase) });

  it('is called when the provisional time is over, once, and not where the community has gone or is not founded', () => {
    const end = young.provisionalUntil;
    expect(ratificationDueAt(young)).toEqual(end);
    expect(ratificationDueAt({ ...young, seq: 0 })).toBeNull();
    expect(ratificationDueAt({ ...young, movedTo: GUILD })).toBeNull();
    expect(ratificationDueAt(asked({ state: 'rejected', at: now }))).toBeNull();
    const call = (at: Date, state: CommunityState = young) => callRatification({ state, now: at });
    expect(codeOf(call(momentBefore(end)))).toBe('not-due');
    expect(codeOf(call(end, asked({ state: 'rejected', at: now })))).toBe('not-due');
    expect(call(end)).toMatchObject({
      value: { proposal: 'P-1', change: { kind: 'ratify' }, matter: 'charter', until: addDays(end, 10) },
    });
  });

  it('says what she did: rules, the charter, roles; or that she did nothing', () => {
    const said = (more: Partial<CommunityState>) => {
      const called = callRatification({ state: { ...young, ...more }, now: young.provisionalUntil });
      return called.ok ? called.value.reasons : called.refusal.code;
    };
    expect(said({})).toContain('She founded the community, and did nothing else');
    expect(said(ruled(rule('founder')))).toContain('until now: rules adopted: R-1.');
    expect(said(ruled(rule(proposalId(1))))).toContain('did nothing else');
    const holders = new Map([
      ['moderator' as const, [held(bob), held(carol, proposalId(1))]],
      ['clerk' as const, [held(dave)]],
    ]);
    expect(said({ holders })).toContain('until now: 2 roles given to members.');
    const { version, parameters } = young.charter;
    const hers = { version: version + 1, parameters: { ...parameters, votingDays: 9 } };
    const charters = { charter: hers, charters: [young.charter, hers] };
    const unvotedCharters = [{ version: version + 1, at: now, why: 'founder' as const }];
    expect(said({ ...charters, unvotedCharters, ...ruled(rule('founder')) })).toContain(
      'rules adopted: R-1; the charter changed in 1 place.',
    );
    expect(said(charters)).toContain('did nothing else');
  });

  it('that fails ends what she did, once: whether it was rejected, lapsed or void', () => {
    const lapses = (phase: Phase, more: Partial<CommunityState> = {}) => actsLapseAt({ ...asked(phase), ...more });
    expect(lapses({ state: 'rejected', at: now })).toEqual(now);
    expect(lapses({ state: 'lapsed', at: now, why: 'quorum' })).toEqual(now);
    expect(lapses({ state: 'voided', at: now, why: 'So it is.' })).toEqual(now);
    expect(lapses({ state: 'in-force', since: now })).toBeNull();
    expect(lapses({ state: 'withdrawn', at: now })).toBeNull();
    expect(lapses({ state: 'rejected', at: now }, { actsLapsedAt: now })).toBeNull();
    expect(actsLapseAt(young)).toBeNull();
    const end = (state: CommunityState, at = now) => lapseActs({ state, now: at });
    expect(codeOf(end(young))).toBe('not-due');
    expect(codeOf(end(asked({ state: 'rejected', at: now }), momentBefore(now)))).toBe('not-due');
    expect(end(asked({ state: 'rejected', at: now }))).toEqual({
      ok: true,
      value: { kind: 'acts-lapsed', proposal: 'P-1', rules: [], appointed: [] },
    });
  });

  it('ends of the rules those that are hers and in force', () => {
    const ends = (...versions: readonly Rule[]) => provisionalRules({ ...young, ...ruled(...versions) }, now);
    expect(ends(rule('founder'))).toEqual([R1]);
    expect(ends(rule(proposalId(1)))).toEqual([]);
    expect(ends(rule('founder', { activeTo: now }))).toEqual([]);
    expect(ends(rule('founder', { sunsetAt: now }))).toEqual([]);
    expect(ends(rule('founder', { sunsetAt: new Date(now.getTime() + 1) }))).toEqual([R1]);
    expect(ends(rule('founder', { activeTo: now }), rule(proposalId(1), { version: 2 }))).toEqual([]);
  });

  it('takes back of the charter what is still as she set it, and leaves what others set since or she never touched', () => {
    const { parameters } = young.charter;
    const versions = (...changes: readonly object[]) =>
      changes.reduce<CommunityState['charters']>(
        (all, change) =>
          all.concat({ version: all.length + 1, parameters: { ...all.at(-1)?.parameters, ...change } as never }),
        [{ version: 1, parameters }],
      );
    const state = (hers: readonly number[], ...changes: readonly object[]) => {
      const charters = versions(...changes);
      const unvotedCharters = hers.map((version) => ({ version, at: now, why: 'founder' as const }));
      const charter = charters.at(-1) ?? young.charter;
      return { ...asked({ state: 'rejected', at: now }), charters, charter, unvotedCharters };
    };
    expect(provisionalParameters(state([2], { votingDays: 9 }))).toEqual(['votingDays']);
    expect(provisionalParameters(state([], { votingDays: 9 }))).toEqual([]);
    expect(provisionalParameters(state([2], { votingDays: 9 }, { votingDays: 10 }))).toEqual([]);
    expect(provisionalParameters(state([3], { votingDays: 9 }, { discussionDays: 4 }))).toEqual(['discussionDays']);
    const end = (where: CommunityState) => {
      const lapsed = lapseActs({ state: where, now });
      return lapsed.ok ? lapsed.value.charter : lapsed.refusal.code;
    };
    expect(end(state([2], { votingDays: 9, refileDays: 3 }, { refileDays: 20 }))).toEqual({
      ...{ version: 4, parameters: { ...parameters, refileDays: 20 } },
    });
    expect(end(state([2], { votingDays: 9 }, { votingDays: 10 }))).toBeUndefined();
    // What the charter did not say at the founding it does not say again.
    expect(end(state([2], { federation: 'allow-list' }))).toEqual({ version: 3, parameters });
    const lapsed = state([], { votingDays: 9 });
    const unvotedCharters = [{ version: 2, at: now, why: 'lapsed' as const }];
    expect(provisionalParameters({ ...lapsed, unvotedCharters })).toEqual([]);
  });
});
