import type { Run } from '../../../../views/pages/record.ts';
import { timeInWords } from '../../../governance/dates.ts';
import { type EmergencyEnd, HARMS } from '../../../governance/emergency/emergency.ts';
import type { EmergencyEvent } from '../../../governance/events/emergency.ts';
import type { Naming, Tellings } from './naming.ts';

type Declared = Extract<EmergencyEvent, { readonly kind: 'emergency-declared' }>;

const ENDS: Readonly<Record<EmergencyEnd, string>> = {
  'not-confirmed': 'nobody confirmed it in time.',
  'time-over': 'its time was over.',
  lifted: 'a moderator lifted it.',
  decided: 'the members have decided.',
};

/** What the book says about what was done at once. */
export const emergencyTellings = {
  'emergency-declared': (event, name) => ({
    says: [
      { strong: `Emergency ${event.emergency}` },
      ': ',
      name.person(event.by),
      ...actRuns(event, name),
      `, because of ${HARMS[event.harm]}.`,
    ],
    sub: `As a moderator; ends on ${timeInWords(event.confirmUntil)} unless a second one confirms it, else on ${timeInWords(event.until)}`,
  }),
  'emergency-confirmed': ({ emergency, by, organisation }, name) => ({
    says: [name.person(by), ` confirmed ${emergency}.`],
    sub: `As a moderator; counts for ${organisation}`,
  }),
  'emergency-ended': ({ emergency, how, by }, name) => ({
    says: [`${emergency} is over: ${ENDS[how]}`],
    ...(by === undefined ? { sub: 'By itself' } : { sub: `Lifted by ${plain(name.person(by))}` }),
  }),
} as const satisfies Tellings<EmergencyEvent>;

function actRuns({ act }: Declared, name: Naming): readonly Run[] {
  switch (act.do) {
    case 'hide-post':
      return [' hid a post by ', name.person(act.author)];
    case 'mute':
      return [' muted ', name.person(act.person)];
    case 'block-server':
      return [' blocked ', { strong: act.server }];
  }
}

const plain = (run: Run): string => (typeof run === 'string' ? run : 'strong' in run ? run.strong : run.link);
