import { proposalId, type RuleId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted } from '../../community/result.ts';
import { inEnglish } from '../../community/said.ts';
import type { Charter, CharterParameters } from '../charter.ts';
import { addDays } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { notDue } from '../proposals/not-due.ts';
import { RATIFICATION_TITLE } from '../proposals/titles.ts';
import { amountOf } from '../rules/vocabulary.ts';
import type { CommunityState } from '../state.ts';
import { provisionalEnd, ratificationOf } from './provisional.ts';
import { ROLES, type Role } from './role.ts';

/** When the members are asked whether what the founder did stands; `null` when they have been. */
export function ratificationDueAt(state: CommunityState): Date | null {
  if (state.seq === 0 || state.movedTo !== undefined || ratificationOf(state) !== undefined) return null;
  return provisionalEnd(state);
}

/** One vote on everything that the founder did, the founding included (governance.md §3.1, Bootstrap). */
export function callRatification({ state, now }: Transition): Result<EventOf<'vote-called'>, 'not-due'> {
  const at = ratificationDueAt(state);
  if (at === null || now < at) return notDue('the ratification');
  return accepted({
    kind: 'vote-called',
    proposal: proposalId(state.proposals.size + 1),
    title: inEnglish(RATIFICATION_TITLE),
    reasons: `The founder’s provisional time is over. ${actsInWords(state)} If it is not adopted, that lapses by itself; the community and its default charter stay.`,
    change: { kind: 'ratify' },
    matter: 'charter',
    until: addDays(now, state.charter.parameters.charterDiscussionDays),
  });
}

/** When what she did lapses, because the members did not ratify it; `null` when it does not. */
export function actsLapseAt(state: CommunityState): Date | null {
  const phase = ratificationOf(state)?.phase;
  if (phase === undefined || state.actsLapsedAt !== undefined) return null;
  return phase.state === 'rejected' || phase.state === 'lapsed' || phase.state === 'voided' ? phase.at : null;
}

/** All that was provisional ends, in one entry. */
export function lapseActs({ state, now }: Transition): Result<EventOf<'acts-lapsed'>, 'not-due'> {
  const at = actsLapseAt(state);
  const ratification = ratificationOf(state);
  if (at === null || now < at || ratification === undefined) return notDue('the end of what the founder did');
  const charter = charterWithoutHers(state);
  return accepted({
    kind: 'acts-lapsed',
    proposal: ratification.id,
    rules: provisionalRules(state, now),
    appointed: appointedBy(state),
    ...(charter === null ? {} : { charter }),
  });
}

/** Rules in force that she adopted, and nobody since. */
export function provisionalRules({ rules }: CommunityState, now: Date): readonly RuleId[] {
  return [...rules].flatMap(([id, versions]) => {
    const last = versions.at(-1);
    const stands = last?.adoptedBy === 'founder' && last.activeTo === undefined && now < last.sunsetAt;
    return stands ? [id] : [];
  });
}

/** Parameters that are as she set them: the last change of each was hers. */
export function provisionalParameters(state: CommunityState): readonly (keyof CharterParameters)[] {
  const hers = new Set(state.unvotedCharters.flatMap(({ version, why }) => (why === 'founder' ? [version] : [])));
  const names = Object.keys(state.charter.parameters) as (keyof CharterParameters)[];
  return hers.size === 0 ? [] : names.filter((name) => hers.has(setIn(state, name)));
}

/** The version of the charter in which a parameter became what it is. */
function setIn({ charters }: CommunityState, name: keyof CharterParameters): number {
  const index = charters.findLastIndex((one, at) => one.parameters[name] !== charters[at - 1]?.parameters[name]);
  return charters[index]?.version ?? 1;
}

function charterWithoutHers(state: CommunityState): Charter | null {
  const [first] = state.charters;
  const names = provisionalParameters(state);
  if (first === undefined || names.length === 0) return null;
  const { version, parameters } = state.charter;
  const restored = Object.fromEntries(names.map((name) => [name, first.parameters[name]]));
  const kept = Object.entries({ ...parameters, ...restored }).filter(([, value]) => value !== undefined);
  return { version: version + 1, parameters: Object.fromEntries(kept) as CharterParameters };
}

function appointedBy({ holders }: CommunityState) {
  return ROLES.flatMap((role: Role) =>
    (holders.get(role) ?? []).flatMap(({ member, by }) => (by === 'founder' ? [{ role, member }] : [])),
  );
}

function actsInWords(state: CommunityState): string {
  const rules = provisionalRules(state, state.at);
  const parts = [
    ...(rules.length ? [`rules adopted: ${rules.join(', ')}`] : []),
    ...(provisionalParameters(state).length
      ? [`the charter changed in ${amountOf(provisionalParameters(state).length, ['place', 'places'])}`]
      : []),
    ...(appointedBy(state).length
      ? [`${amountOf(appointedBy(state).length, ['role', 'roles'])} given to members`]
      : []),
  ];
  return parts.length
    ? `What she did for the community until now: ${parts.join('; ')}.`
    : 'She founded the community, and did nothing else for it without a vote.';
}
