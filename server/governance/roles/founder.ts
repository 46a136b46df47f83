import type { PersonIri } from '../../community/ids.ts';
import { ruleId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { phrase, type Said, said } from '../../community/said.ts';
import { checkChange } from '../changes/index.ts';
import type { ChangeOf, ChangeRefusal } from '../changes/kind-of-change.ts';
import { versionOf } from '../changes/rules.ts';
import type { CharterParameters } from '../charter.ts';
import { PARAMETER_WORDS } from '../charter-words.ts';
import type { FounderAct } from '../events/roles.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import { ownRules } from '../rules/instance.ts';
import type { CommunityState } from '../state.ts';
import { actsAsFounder, holdersOf, ROLES, type Role } from './role.ts';
import { isCapped, isFull, seatsOf, termFrom } from './seats.ts';

/** What a founder may do without a vote while her acts are provisional; checked like what members propose. */
export type FounderAsk =
  | ChangeOf<'adopt-rule' | 'amend-rule' | 'repeal-rule' | 'amend-charter'>
  | { readonly kind: 'appoint'; readonly role: Role; readonly member: PersonIri };

export type FounderRefusal =
  | ChangeRefusal
  | 'not-provisional'
  | 'decided-by-members'
  | 'kept-for-members'
  | 'no-seat'
  | 'already-holds-it'
  | 'organisation-full';

interface Asking<Ask> {
  readonly state: CommunityState;
  readonly by: PersonIri;
  readonly ask: Ask;
  readonly now: Date;
}

/**
 * The founder acts for the community, provisionally (governance.md §3.1, Bootstrap). She changes nothing that members
 * decided, and nothing of how they will decide about what she did.
 */
export function actAsFounder(asking: Asking<FounderAsk>): Result<EventOf<'founder-acted'>, FounderRefusal> {
  const { state, by, ask, now } = asking;
  if (!actsAsFounder(state, by, now)) {
    return refused('not-provisional', 'Only the founder acts without a vote, and only at the beginning.');
  }
  const act = ask.kind === 'appoint' ? appoint({ state, by, ask, now }) : change({ state, by, ask, now });
  return act.ok ? accepted({ kind: 'founder-acted', by, act: act.value }) : act;
}

/**
 * What the ratification itself goes by: its roll, its time, what it has to reach. The founder leaves it as it is, so
 * that she cannot choose who judges what she did, nor how.
 */
export const KEPT_FOR_MEMBERS: ReadonlySet<keyof CharterParameters> = new Set([
  'tenureDays',
  'activeDays',
  'federation',
  'freezeHours',
  'charterDiscussionDays',
  'charterVotingDays',
  'extensionDays',
  'lateQuorumHours',
  'charterTimelockHours',
  'charterQuorumPercent',
  'charterQuorumFloor',
  'ballotDisputeHours',
  'juryRandomness',
]);

function change({
  state,
  ask,
  now,
}: Asking<Exclude<FounderAsk, { kind: 'appoint' }>>): Result<FounderAct, FounderRefusal> {
  const checked = checkChange({ state, change: ask, now });
  if (!checked.ok) return checked;
  const understood = checked.value as typeof ask;
  switch (understood.kind) {
    case 'amend-charter':
      return amendCharter(state, understood.parameters);
    case 'repeal-rule':
      return isHers(state, understood.id)
        ? accepted({ do: 'end-rule', id: understood.id, version: state.rules.get(understood.id)?.length ?? 1 })
        : decidedByMembers(understood.id);
    case 'adopt-rule':
    case 'amend-rule': {
      const id = understood.kind === 'amend-rule' ? understood.id : ruleId(ownRules(state) + 1);
      if (understood.rule.scope === 'instance') {
        return refused('bad-rule', 'A rule for every community of this server takes a decision of the members.');
      }
      if (understood.rule.existing !== undefined) {
        return refused('bad-rule', 'A rule that also hides what was posted before it takes a decision of the members.');
      }
      const touched = [...(understood.kind === 'amend-rule' ? [id] : []), ...understood.rule.overrides];
      const other = touched.find((one) => !isHers(state, one));
      if (other !== undefined) return decidedByMembers(other);
      return accepted({
        do: 'put-rule',
        rule: versionOf({ state, draft: understood.rule, id, adoptedBy: 'founder', now }),
      });
    }
  }
}

const isHers = (state: CommunityState, id: ReturnType<typeof ruleId>): boolean =>
  state.rules.get(id)?.at(-1)?.adoptedBy === 'founder';

const decidedByMembers = (what: string | Said) =>
  refused('decided-by-members', said`Members decided about ${what}, so only a vote changes it. Propose it to them.`);

function amendCharter(
  state: CommunityState,
  parameters: Partial<CharterParameters>,
): Result<FounderAct, FounderRefusal> {
  const names = Object.keys(parameters) as (keyof CharterParameters)[];
  const kept = names.find((name) => KEPT_FOR_MEMBERS.has(name));
  if (kept !== undefined) {
    const text = said`“${phrase(PARAMETER_WORDS[kept])}” is part of how members will decide about what you did. Only they change it.`;
    return refused('kept-for-members', text);
  }
  const voted = names.find((name) => isVoted(state, name));
  if (voted !== undefined) return decidedByMembers(said`“${phrase(PARAMETER_WORDS[voted])}”`);
  const { version, parameters: before } = state.charter;
  return accepted({
    do: 'amend-charter',
    parameters,
    charter: { version: version + 1, parameters: { ...before, ...parameters } },
  });
}

function isVoted({ proposals }: CommunityState, name: keyof CharterParameters): boolean {
  return [...proposals.values()].some(
    ({ change: one, phase }) => one.kind === 'amend-charter' && phase.state === 'in-force' && name in one.parameters,
  );
}

function appoint({
  state,
  ask: { role, member },
  now,
}: Asking<Extract<FounderAsk, { kind: 'appoint' }>>): Result<FounderAct, FounderRefusal> {
  if (!ROLES.includes(role)) return refused('bad-role', 'Choose one of the roles of the charter.');
  const person = memberOf(state, member);
  if (person === null) return refused('no-such-member', 'Only members hold roles. They have to join first.');
  const holders = holdersOf(state, role, now);
  if (holders.some((one) => one.member === member)) return refused('already-holds-it', 'They hold this role already.');
  const seats = seatsOf(state, role);
  if (holders.length >= seats) return refused('no-seat', 'All seats of this role are taken.');
  if (isCapped(state) && isFull(holders, seats, person.organisation)) {
    const text = said`${person.organisation} holds as many of these seats as one organisation may: a third.`;
    return refused('organisation-full', text);
  }
  const holder = termFrom(state, { role, member, by: 'founder', now });
  return holder === null
    ? refused('no-such-member', 'Only members hold roles.')
    : accepted({ do: 'appoint', role, holder });
}
