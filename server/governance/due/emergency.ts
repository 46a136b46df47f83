import type { EmergencyId } from '../../community/ids.ts';
import { earlier } from '../dates.ts';
import { type Emergency, endsAt, standing } from '../emergency/emergency.ts';
import { decided, wantsVote } from '../emergency/settle.ts';
import type { CommunityState } from '../state.ts';

export interface EmergencyStep {
  readonly step: 'end-emergency' | 'call-vote-on-block';
  readonly emergency: EmergencyId;
  readonly at: Date;
}

/** Ends of emergency measures, and the votes about blocked servers. */
export function comingEmergency(state: CommunityState): readonly EmergencyStep[] {
  if (state.emergencies.size === 0) return [];
  return standing(state).flatMap((emergency) => stepsOf(state, emergency));
}

function stepsOf(state: CommunityState, emergency: Emergency): readonly EmergencyStep[] {
  const { id, confirmed } = emergency;
  const end = earlier(endsAt(emergency), decided(state, emergency) ?? endsAt(emergency));
  const calls = confirmed !== undefined && wantsVote(state, emergency);
  return [
    { step: 'end-emergency', emergency: id, at: end },
    ...(calls ? [{ step: 'call-vote-on-block', emergency: id, at: confirmed.at } as const] : []),
  ];
}
