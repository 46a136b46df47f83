import type { PersonIri, PostIri } from '../../community/ids.ts';
import { emergencyId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import { addDays, addHours, earlier } from '../dates.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import { actsAs } from '../roles/role.ts';
import { plainText } from '../rules/schema.ts';
import { covers, hostOf, parseServer } from '../servers.ts';
import type { CommunityState } from '../state.ts';
import { type EmergencyAct, HARMS, type Harm, standing, targetOf } from './emergency.ts';

export type DeclareRefusal =
  | 'not-a-moderator'
  | 'unknown-harm'
  | 'bad-facts'
  | 'no-grounds'
  | 'grounds-used'
  | 'standing-already'
  | 'own-cause'
  | 'bad-server';

export interface Declaration {
  readonly by: PersonIri;
  readonly harm: string;
  readonly act: EmergencyAct;
  readonly facts: string;
  readonly grounds: readonly PostIri[];
}

const factsText = plainText(10, 2000);
const MOST_GROUNDS = 20;

/**
 * A moderator meets a listed harm at once (governance.md §3.8). It lapses unless a second moderator, from another
 * organisation, confirms it in time; the posts it rests on are never a ground again.
 */
export function declareEmergency({
  state,
  now,
  ...ask
}: Declaration & { readonly state: CommunityState; readonly now: Date }): Result<
  EventOf<'emergency-declared'>,
  DeclareRefusal
> {
  const member = memberOf(state, ask.by);
  if (member === null || !actsAs(state, ask.by, 'moderator', now)) {
    return refused('not-a-moderator', 'Only a moderator can do this. Report the post; a moderator will look at it.');
  }
  if (!Object.hasOwn(HARMS, ask.harm)) return refused('unknown-harm', 'Choose one of the harms that are listed.');
  const facts = factsText.safeParse(ask.facts);
  if (!facts.success) return refused('bad-facts', 'Say what happened, in 10 to 2,000 characters of plain text.');
  const grounds = [...new Set(ask.grounds)];
  if (grounds.length === 0 || grounds.length > MOST_GROUNDS) {
    return refused('no-grounds', said`Name the posts that it rests on: at least one, at most ${MOST_GROUNDS}.`);
  }
  if (grounds.some((post) => state.emergencyGrounds.has(post))) {
    return refused(
      'grounds-used',
      'One of these posts has been the ground for an emergency measure already. The same facts are never used twice: open a case instead.',
    );
  }
  const act = checkAct(state, ask.by, ask.act);
  if (!act.ok) return act;
  if (standing(state).some((other) => targetOf(other.act) === targetOf(act.value))) {
    return refused('standing-already', 'There is an emergency measure about this already.');
  }
  return accepted(
    declared(state, now, { ...ask, facts: facts.data, grounds, act: act.value, organisation: member.organisation }),
  );
}

function checkAct(
  state: CommunityState,
  by: PersonIri,
  act: EmergencyAct,
): Result<EmergencyAct, 'own-cause' | 'bad-server'> {
  if (act.do !== 'block-server') {
    const whom = act.do === 'mute' ? act.person : act.author;
    return whom === by ? refused('own-cause', 'You cannot do this in your own cause.') : accepted(act);
  }
  const server = parseServer(act.server);
  if (server === null) return refused('bad-server', 'Name the server by its address, like “north.example”.');
  if (covers(server, hostOf(state.community))) {
    return refused('bad-server', 'This is the community’s own server; a community cannot cut itself off from it.');
  }
  return accepted({ do: act.do, server });
}

function declared(
  state: CommunityState,
  now: Date,
  { harm, ...told }: Declaration & Pick<EventOf<'emergency-declared'>, 'organisation'>,
): EventOf<'emergency-declared'> {
  const { emergencyHours, emergencyConfirmHours, emergencyBlockDays } = state.charter.parameters;
  const until = told.act.do === 'block-server' ? addDays(now, emergencyBlockDays) : addHours(now, emergencyHours);
  return {
    kind: 'emergency-declared',
    emergency: emergencyId(state.emergencies.size + 1),
    ...told,
    harm: harm as Harm,
    confirmUntil: earlier(addHours(now, emergencyConfirmHours), until),
    until,
  };
}
