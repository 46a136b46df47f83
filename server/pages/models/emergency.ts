import type { EmergenciesModel, EmergencyModel } from '../../../views/pages/emergencies.ts';
import { longTime } from '../../../views/parts/time.ts';
import { EMERGENCIES, HARMS } from '../../../views/words/emergencies.ts';
import type { Say } from '../../../views/words/speaking.ts';
import type { Pages } from '../../community/addresses.ts';
import type { PersonIri } from '../../community/ids.ts';
import { type Emergency, type EmergencyAct, endsAt } from '../../governance/emergency/emergency.ts';
import { confirmEmergency } from '../../governance/emergency/settle.ts';
import { actsAs } from '../../governance/roles/role.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { NameOf } from './names.ts';

interface Seen {
  readonly state: CommunityState;
  readonly viewer: PersonIri | null;
  readonly isMember: boolean;
  readonly now: Date;
  readonly nameOf: NameOf;
  readonly pages: Pages;
  readonly handle: string;
  readonly say: Say;
}

/** What was done at once, newest first, as one viewer may know it: names and words are for members. */
export function emergencyModels(seen: Seen): Pick<EmergenciesModel, 'standing' | 'past' | 'harms'> {
  const all = [...seen.state.emergencies.values()].reverse();
  return {
    standing: all.filter(({ ended }) => ended === undefined).map((one) => model(seen, one)),
    past: all.filter(({ ended }) => ended !== undefined).map((one) => model(seen, one)),
    harms: Object.entries(HARMS).map(([value, label]) => ({ value, label: capital(seen.say.text(label)) })),
  };
}

const ENDED = {
  'not-confirmed': EMERGENCIES.endedNotConfirmed,
  'time-over': EMERGENCIES.endedTimeOver,
  lifted: EMERGENCIES.endedLifted,
  decided: EMERGENCIES.endedDecided,
} as const;

/** What a measure does and until when, in a sentence for people. */
export function actWords(act: EmergencyAct, until: Date, say: Say): string {
  const time = longTime(until, say.language);
  switch (act.do) {
    case 'hide-post':
      return say.text(EMERGENCIES.hidden, { time });
    case 'mute':
      return say.text(EMERGENCIES.muted, { time });
    case 'block-server':
      return say.text(EMERGENCIES.blocked, { server: act.server, time });
  }
}

function model(seen: Seen, emergency: Emergency): EmergencyModel {
  const { id, act, harm, by, confirmed, facts, ended, vote, declaredAt, confirmUntil } = emergency;
  const { nameOf, pages, handle, say } = seen;
  const open = ended === undefined;
  return {
    id,
    what: actWords(act, endsAt(emergency), say),
    harm: capital(say.text(HARMS[harm])),
    declaredAt,
    ...(open && confirmed === undefined ? { confirmUntil } : {}),
    ...(ended === undefined ? {} : { ended: say.text(ENDED[ended.how]) }),
    ...(vote === undefined ? {} : { vote: { id: vote, path: pages.proposal(handle, vote) } }),
    ...(seen.isMember
      ? { told: { by: nameOf(by), facts, ...(confirmed ? { confirmedBy: nameOf(confirmed.by) } : {}) } }
      : {}),
    may: mayDo(seen, emergency),
  };
}

function mayDo({ state, viewer, now }: Seen, { id, ended }: Emergency): EmergencyModel['may'] {
  if (viewer === null || ended !== undefined) return { confirm: false, lift: false };
  return {
    confirm: confirmEmergency({ state, emergency: id, by: viewer, now }).ok,
    lift: actsAs(state, viewer, 'moderator', now),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
