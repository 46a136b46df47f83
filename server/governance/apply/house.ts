import { senseless } from '../draft.ts';
import type { HouseEvent } from '../events/house.ts';
import { eraserOf } from './erasers.ts';
import type { Handlers } from './handlers.ts';

export const houseHandlers = {
  'attempt-refused': ({ draft }) => {
    draft.refusedAttempts += 1;
  },
  'password-link-made'(context, { member }) {
    if (!context.draft.members.has(member)) senseless(context, `${member} was never a member`);
  },
  'inconsistency-seen': ({ draft, at }, { origin, shown }) => {
    draft.inconsistencies.set(origin, { at, shown });
  },
  /** Also where the text is still in the entry: the state is the same before it is taken out there, and afterwards. */
  'text-erased': (context, { seq, of, subject, path }) => {
    const eraser = eraserOf(of);
    if (eraser === undefined) return senseless(context, `nothing can be erased from “${of}”`);
    if (seq >= context.seq) senseless(context, `a text of entry ${seq}, which is not written yet, is erased`);
    eraser.erase(context.draft, subject, path);
  },
} as const satisfies Handlers<HouseEvent>;
