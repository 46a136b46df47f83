import type { Run } from '../../../../views/pages/record.ts';
import { BOOK } from '../../../../views/words/book.ts';
import { BOOK_EMERGENCIES } from '../../../../views/words/book-emergencies.ts';
import { HARMS } from '../../../../views/words/emergencies.ts';
import type { EmergencyEvent } from '../../../governance/events/emergency.ts';
import { at, type Naming, plain, type Tellings, text, told } from './naming.ts';

type Declared = Extract<EmergencyEvent, { readonly kind: 'emergency-declared' }>;

/** What the book says about what was done at once. */
export const emergencyTellings = {
  'emergency-declared': (event, name) => ({
    says: declared(event, name),
    sub: text(name, BOOK_EMERGENCIES.ends, {
      confirm: at(name, event.confirmUntil),
      until: at(name, event.until),
    }),
  }),
  'emergency-confirmed': ({ emergency, by, organisation }, name) => ({
    says: told(name, BOOK_EMERGENCIES.confirmed, { by: name.person(by), emergency }),
    sub: text(name, BOOK_EMERGENCIES.asModeratorFor, { organisation }),
  }),
  'emergency-ended': ({ emergency, how, by }, name) => ({
    says: told(name, BOOK_EMERGENCIES[how], { emergency }),
    sub:
      by === undefined
        ? text(name, BOOK.byItself)
        : text(name, BOOK_EMERGENCIES.liftedBy, { by: plain(name.person(by)) }),
  }),
} as const satisfies Tellings<EmergencyEvent>;

function declared({ emergency, by, act, harm }: Declared, name: Naming): readonly Run[] {
  const around = { emergency, by: name.person(by), harm: text(name, HARMS[harm]) };
  switch (act.do) {
    case 'hide-post':
      return told(name, BOOK_EMERGENCIES.hid, { ...around, author: name.person(act.author) });
    case 'mute':
      return told(name, BOOK_EMERGENCIES.muted, { ...around, person: name.person(act.person) });
    case 'block-server':
      return told(name, BOOK_EMERGENCIES.blocked, { ...around, server: act.server });
  }
}
