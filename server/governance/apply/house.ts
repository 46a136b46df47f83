import type { HouseEvent } from '../events/house.ts';
import type { Handlers } from './handlers.ts';

export const houseHandlers = {
  'attempt-refused': ({ draft }) => {
    draft.refusedAttempts += 1;
  },
} as const satisfies Handlers<HouseEvent>;
