import { BOOK_HOUSE } from '../../../../views/words/book-servers.ts';
import type { HouseEvent } from '../../../governance/events/house.ts';
import { english, type Tellings, text, told } from './naming.ts';

/** What the book says about whoever runs the machine. */
export const houseTellings = {
  'attempt-refused': ({ what, target, through }, name) => ({
    says: told(name, BOOK_HOUSE.refused, {
      what: name.say.language === 'en' ? { strong: what } : english(what),
      target,
    }),
    sub: text(name, through === 'command' ? BOOK_HOUSE.byCommand : BOOK_HOUSE.byAddress),
  }),
  'password-link-made': ({ member }, name) => ({
    says: told(name, BOOK_HOUSE.passwordLink, { member: name.person(member) }),
    sub: text(name, BOOK_HOUSE.whoeverHas),
  }),
  'inconsistency-seen': ({ origin, seen, shown }, name) => ({
    says: told(name, BOOK_HOUSE.inconsistent, { origin, seen: seen.size, shown: shown.size }),
    sub: text(name, BOOK_HOUSE.bothKept),
  }),
  'text-erased': ({ seq, by, reason }, name) => {
    const entry = { link: `№ ${seq}`, path: `?before=${seq + 1}#e-${seq}` };
    return {
      says:
        by === 'operator'
          ? told(name, BOOK_HOUSE.erasedByOperator, { entry })
          : told(name, BOOK_HOUSE.erasedByAuthor, { entry, by: name.person(by) }),
      sub: reason === '' ? text(name, BOOK_HOUSE.decisionStays) : text(name, BOOK_HOUSE.reasonAndStays, { reason }),
    };
  },
} as const satisfies Tellings<HouseEvent>;
