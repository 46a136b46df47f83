import { takeOut } from '../removals.ts';
import { releasePost, tellReasons } from '../restrictions.ts';
import type { Consequences } from './consequences.ts';

/** What rules did is told to whom they did it, and to the community's followers. */
export const ruleConsequences = {
  async 'post-held'(parts, head, event) {
    await takeOut(parts, head, event);
    await tellReasons(parts, head, event);
  },
  'post-labelled': tellReasons,
  'hold-ended': releasePost,
} as const satisfies Consequences;
