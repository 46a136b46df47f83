import { settleLink } from '../../actions/links.ts';
import { reconcileFollows } from '../../actions/sever.ts';
import type { CommunityIri } from '../../community/ids.ts';
import type { EntryHead } from '../../record/entry.ts';
import { moveCommunity } from '../moves.ts';
import type { EffectParts } from '../parts.ts';
import type { Consequences } from './consequences.ts';

const reconcile = ({ house }: EffectParts, { community }: EntryHead) => reconcileFollows(house, community);
const settle = ({ house }: EffectParts, { community }: EntryHead, { community: other }: { community: CommunityIri }) =>
  settleLink(house, { community, other });

/** Follows come into line with what was decided about servers and communities. */
export const federationConsequences = {
  'server-limited': reconcile,
  'charter-amended': reconcile,
  'relations-ended': reconcile,
  'community-linked': settle,
  'community-unlinked': settle,
  'community-moved': moveCommunity,
} as const satisfies Consequences;
