import { mirrorInstanceRules } from '../../actions/instance-rules.ts';
import type { EntryHead } from '../../record/entry.ts';
import { announceToAuthors, hidePosts, showPosts } from '../existing.ts';
import type { EffectParts } from '../parts.ts';
import { takeOut } from '../removals.ts';
import { releasePost, tellReasons } from '../restrictions.ts';
import type { Consequences } from './consequences.ts';

/** What the home community decides for the whole server comes into every community's record. */
async function mirror({ house }: EffectParts, { community }: EntryHead): Promise<void> {
  const [home] = await house.communities.here();
  if (home?.iri === community) await mirrorInstanceRules(house);
}

/** What rules did is told to whom they did it, and to the community's followers. */
export const ruleConsequences = {
  async 'post-held'(parts, head, event) {
    await takeOut(parts, head, event);
    await tellReasons(parts, head, event);
  },
  'post-labelled': tellReasons,
  'hold-ended': releasePost,
  'existing-announced': announceToAuthors,
  'existing-hidden': hidePosts,
  'existing-shown': showPosts,
  'rule-in-force': mirror,
  'rule-repealed': mirror,
  'rule-expired': mirror,
  'rules-renewed': mirror,
  /** A community that is founded later has the rules of the whole server from its second entry on. */
  'community-founded': ({ house }, { community }) => mirrorInstanceRules(house, community),
} as const satisfies Consequences;
