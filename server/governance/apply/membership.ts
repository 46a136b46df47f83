import type { PersonIri } from '../../community/ids.ts';
import { organisation, ruleId } from '../../community/ids.ts';
import { homeOf } from '../affiliation.ts';
import { completed } from '../charter.ts';
import { addMonths, earlier } from '../dates.ts';
import { moveDelegations } from '../delegations/move.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { MembershipEvent } from '../events/membership.ts';
import type { EventOf } from '../events.ts';
import type { Fork } from '../fork.ts';
import { moveInRoles } from '../roles/moved.ts';
import type { Member } from '../state.ts';
import type { Handlers } from './handlers.ts';
import { noteAct } from './note-act.ts';
import { renamed } from './renamed.ts';
import { enact, putRule } from './rules.ts';
import { moveCases } from './sanctions.ts';

export function applyFounding(context: Context, event: EventOf<'community-founded'>): void {
  const { draft, at } = context;
  const { by, title, purpose, provisionalUntil, membersOnly, admission } = event;
  const charter = completed(event.charter);
  Object.assign(draft, { founder: by, title, purpose, charter, charters: [charter], provisionalUntil });
  if (membersOnly) draft.membersOnly = membersOnly;
  if (admission) draft.admission = admission;
  if (event.intent) draft.intent = event.intent;
  if (event.fork) beginAsFork(context, event.fork);
  if (!URL.canParse(by)) senseless(context, `“${by}” is nobody’s name`);
  // Founders act from this server, so its name is their organisation (organisationOf in community/person.ts).
  const { host } = new URL(by);
  draft.members.set(by, { member: by, organisation: organisation(host), joinedAt: at, lastActAt: at });
}

export function applyMembership(
  context: Context,
  event: EventOf<'member-joined' | 'member-left' | 'member-moved'>,
): void {
  if (event.kind === 'member-moved') {
    applyMove(context, event);
    return;
  }
  const { draft, at } = context;
  const { member } = event;
  const before = draft.members.get(member);
  const isMember = before !== undefined && before.leftAt === undefined;
  if (event.kind === 'member-joined') {
    if (isMember) senseless(context, `${member} joins without having left`);
    if (event.admittedBy !== undefined) noteAct(context, event.admittedBy);
    const { organisation, host } = event;
    const home = host === undefined ? {} : { host };
    draft.members.set(member, { member, organisation, ...home, joinedAt: at, lastActAt: at });
    return;
  }
  if (!isMember) senseless(context, `${member} leaves without being a member`);
  draft.members.set(member, { ...before, leftAt: at });
}

/**
 * Her membership goes on under the new name, with her tenure; what she proposed and seconded stays hers. Where the new
 * name was a member already, the two become one, with the longer tenure.
 */
function applyMove(context: Context, { from, to, organisation }: EventOf<'member-moved'>): void {
  const { draft, at } = context;
  const before = draft.members.get(from);
  if (before === undefined || before.leftAt !== undefined) senseless(context, `${from} moves without being a member`);
  if (from === to) senseless(context, `${from} moves to the same name`);
  const other = draft.members.get(to);
  const there = other !== undefined && other.leftAt === undefined ? other : undefined;
  const joinedAt = there === undefined ? before.joinedAt : earlier(before.joinedAt, there.joinedAt);
  const formerly = [...(there?.formerly ?? []), ...(before.formerly ?? []), from].filter((name) => name !== to);
  draft.members.set(from, { ...before, leftAt: at });
  draft.members.set(to, { member: to, organisation, joinedAt, lastActAt: at, formerly: [...new Set(formerly)] });
  moveCases(context, from, to);
  if (draft.founder === from) draft.founder = to;
  moveDelegations(draft, from, to);
  moveInRoles(draft, { from, to, organisation });
  for (const [id, proposal] of draft.proposals) {
    const by = proposal.by === from ? to : proposal.by;
    const seconds = proposal.seconds.map((second) => (second.by === from ? { ...second, by: to } : second));
    draft.proposals.set(id, { ...proposal, by, seconds, ...renamed(proposal, from, to) });
  }
}

/** Rules that were taken along are the founder's, provisionally: members are asked whether they stand. */
function beginAsFork(context: Context, { of, rules }: Fork): void {
  const { draft, at } = context;
  if (of === draft.community) senseless(context, `${of} is forked from itself`);
  draft.forkedFrom = of;
  const sunsetAt = addMonths(at, draft.charter.parameters.ruleSunsetMonths);
  rules.forEach((rule, nth) => {
    putRule(context, { ...rule, id: ruleId(nth + 1), version: 1, adoptedBy: 'founder', activeFrom: at, sunsetAt });
  });
}

function present(context: Context, name: PersonIri, what: string): Member {
  const member = context.draft.members.get(name);
  if (member === undefined || member.leftAt !== undefined) senseless(context, `${name} ${what} without being a member`);
  return member;
}

export const membershipHandlers = {
  'community-founded': applyFounding,
  'intent-stated'(context, { proposal, heading, text }) {
    context.draft.intent = { ...context.draft.intent, [heading]: text };
    enact(context, proposal);
  },
  'member-joined': applyMembership,
  'member-left': applyMembership,
  'member-moved': applyMembership,
  'affiliation-chosen'(context, { member: name, organisation, countsFrom }) {
    const { draft, at } = context;
    const { chosen: _, ...member } = present(context, name, 'chooses what she counts for');
    if (countsFrom < at) senseless(context, `${name} counts for ${organisation} before she chose it`);
    const back = organisation === member.organisation;
    draft.members.set(name, back ? member : { ...member, chosen: { organisation, countsFrom } });
  },
  'affiliation-counts'(context, { member: name, organisation }) {
    const { draft, at } = context;
    const { chosen, host: _, ...member } = present(context, name, 'counts for another organisation');
    if (chosen?.organisation !== organisation || at < chosen.countsFrom) {
      senseless(context, `${name} does not count for ${organisation} yet`);
    }
    const home = homeOf(draft.members.get(name) ?? member);
    draft.members.set(name, { ...member, organisation, ...(home === organisation ? {} : { host: home }) });
  },
  'account-let-in': (context, { account, by }) => {
    if (context.draft.accountsLetIn.has(account)) senseless(context, `${account} is let in twice`);
    noteAct(context, by);
    context.draft.accountsLetIn.add(account);
  },
} as const satisfies Handlers<MembershipEvent>;
