import type { EmergencyId } from '../../community/ids.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import { type Emergency, endsAt } from '../emergency/emergency.ts';
import type { EmergencyEvent } from '../events/emergency.ts';
import type { Handlers } from './handlers.ts';
import { noteAct } from './note-act.ts';

export const emergencyHandlers = {
  'emergency-declared'(context, { kind: _, emergency: id, ...said }) {
    const { draft, at } = context;
    if (draft.emergencies.has(id)) senseless(context, `there is a measure ${id} already`);
    for (const post of said.grounds) {
      if (draft.emergencyGrounds.has(post)) senseless(context, `${post} is the ground for a second measure`);
      draft.emergencyGrounds.add(post);
    }
    noteAct(context, said.by);
    draft.emergencies.set(id, { ...said, id, declaredAt: at });
  },
  'emergency-confirmed'(context, { emergency: id, by, organisation }) {
    const emergency = standing(context, id);
    const { at } = context;
    if (emergency.by === by || emergency.confirmed) senseless(context, `${id} is not confirmed by a second person`);
    if (at >= emergency.confirmUntil) senseless(context, `${id} is confirmed too late`);
    noteAct(context, by);
    context.draft.emergencies.set(id, { ...emergency, confirmed: { by, organisation, at } });
  },
  'emergency-ended'(context, { emergency: id, how }) {
    const emergency = standing(context, id);
    const { at, draft } = context;
    const tooEarly = (how === 'not-confirmed' || how === 'time-over') && at < endsAt(emergency);
    if (tooEarly) senseless(context, `${id} ends before its time`);
    draft.emergencies.set(id, { ...emergency, ended: { how, at } });
  },
} as const satisfies Handlers<EmergencyEvent>;

function standing(context: Context, id: EmergencyId): Emergency {
  const emergency = context.draft.emergencies.get(id);
  if (emergency === undefined || emergency.ended !== undefined) return senseless(context, `${id} does not stand`);
  return emergency;
}
