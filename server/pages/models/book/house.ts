import type { HouseEvent } from '../../../governance/events/house.ts';
import type { Tellings } from './naming.ts';

/** What the book says about whoever runs the machine. */
export const houseTellings = {
  'attempt-refused': ({ what, target, through }) => ({
    says: ['The operator tried to ', { strong: what }, ` (${target}), and was refused.`],
    sub: `By the ${through === 'command' ? 'operator’s command' : 'operator’s address'}; it takes a decision of the members`,
  }),
} as const satisfies Tellings<HouseEvent>;
