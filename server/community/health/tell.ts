import type { CommunityIri } from '../ids.ts';
import { countsOf, type Happened } from './measures.ts';
import type { Month } from './month.ts';
import { networkOfCommunities, networkOfOrganisations } from './network.ts';
import { K } from './publishable.ts';
import type { Counts, Release } from './release.ts';

/**
 * What is told of a month.
 *
 * @param happened in all communities that are named, and in no others
 */
export function releaseOf(
  month: Month,
  happened: Happened,
  { open, closed }: { readonly open: readonly CommunityIri[]; readonly closed: readonly CommunityIri[] },
  k: number = K,
): Release {
  const public_ = within(happened, new Set(open));
  const { all, each } = countsOf(public_, open, k);
  return {
    month,
    server: all,
    open: toldOnly(each),
    closed: toldOnly(
      Object.fromEntries(
        closed.map((community) => [community, countsOf(within(happened, new Set([community])), [], k).all]),
      ),
    ),
    organisations: networkOfOrganisations(public_.replies, k),
    communities: networkOfCommunities(public_, k),
  };
}

function within({ threads, replies, outcomes }: Happened, communities: ReadonlySet<CommunityIri>): Happened {
  const isThere = ({ marks }: { readonly marks: { readonly community: CommunityIri } }) =>
    communities.has(marks.community);
  return {
    threads: threads.filter(isThere),
    replies: replies.filter(isThere),
    outcomes: outcomes.filter(isThere),
  };
}

/** A community of which nothing is told is not named: it looks like one in which nothing happened. */
function toldOnly(each: Readonly<Record<CommunityIri, Counts>>): Readonly<Record<CommunityIri, Counts>> {
  return Object.fromEntries(Object.entries(each).filter(([, counts]) => Object.keys(counts).length > 0));
}
