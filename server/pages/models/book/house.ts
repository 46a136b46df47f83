import type { HouseEvent } from '../../../governance/events/house.ts';
import { amountOf } from '../../../governance/rules/vocabulary.ts';
import type { Tellings } from './naming.ts';

const ENTRIES = ['entry', 'entries'] as const;

/** What the book says about whoever runs the machine. */
export const houseTellings = {
  'attempt-refused': ({ what, target, through }) => ({
    says: ['The operator tried to ', { strong: what }, ` (${target}), and was refused.`],
    sub: `By the ${through === 'command' ? 'operator’s command' : 'operator’s address'}; it takes a decision of the members`,
  }),
  'password-link-made': ({ member }, name) => ({
    says: ['The operator made a link by which ', name.person(member), ' can set a new password.'],
    sub: 'Whoever has the link can act in her name; she was told',
  }),
  'inconsistency-seen': ({ origin, seen, shown }) => ({
    says: [
      'The record of ',
      { strong: origin },
      ` does not agree with itself: it was seen with ${amountOf(seen.size, ENTRIES)}, and what it shows now, with ${amountOf(shown.size, ENTRIES)}, does not go on from there.`,
    ],
    sub: 'Found while countersigning; both are kept here, signed by that community itself',
  }),
  'text-erased': ({ seq, by, reason }, name) => ({
    says: [
      'A text in entry ',
      { link: `№ ${seq}`, path: `?before=${seq + 1}#e-${seq}` },
      by === 'operator' ? ' was erased by the operator, since the law demands it.' : ' was erased by its author, ',
      ...(by === 'operator' ? [] : [name.person(by), '.']),
    ],
    sub: reason === '' ? 'What was decided stays' : `${reason}; what was decided stays`,
  }),
} as const satisfies Tellings<HouseEvent>;
