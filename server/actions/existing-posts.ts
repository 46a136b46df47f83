import type { Post } from '../community/post.ts';
import { evaluate } from '../governance/rules/evaluate.ts';
import type { ExistingPost } from '../governance/rules/existing.ts';
import { pastAuthorFacts, reportFacts } from '../governance/rules/facts.ts';
import type { Rule, RuleDraft } from '../governance/rules/rule.ts';
import { asksLater } from '../governance/rules/schema.ts';
import type { PostPlace } from '../governance/rules/state.ts';
import type { CommunityState } from '../governance/state.ts';
import { evidenceOf } from './evidence.ts';
import type { House } from './house.ts';
import { actTime, postFactsOf } from './judge-post.ts';

type Needs = Pick<House, 'timelines' | 'reports'>;

/** So many posts are read at once. */
const PAGE = 500;
/** So many are gone through in one step, at most: a few seconds' work, after which everything else has its turn. */
export const MOST_LOOKED_AT = 5000;

/** What was found in a part of a community's posts. */
export interface Looked {
  readonly found: readonly ExistingPost[];
  /** Where the next part begins; absent: that was the last one. */
  readonly upTo?: PostPlace;
  readonly looked: number;
}

/**
 * Looks for posts that a rule would hide, of those that were received before a time, oldest first. What was deleted,
 * or is out of sight already, is left out, and so is what the community wrote itself. Reads only.
 *
 * @param hides decides about one post
 * @param enough ends the part when so many were found
 */
export async function lookThrough(
  house: Needs,
  {
    state,
    rule,
    before,
    after,
    last,
    hides,
    now,
    enough = Number.POSITIVE_INFINITY,
    most = MOST_LOOKED_AT,
  }: {
    readonly state: CommunityState;
    readonly rule: Pick<RuleDraft, 'when' | 'autoWhen'>;
    readonly before: Date;
    readonly after?: PostPlace | undefined;
    /** Nothing after this place is looked at. */
    readonly last?: PostPlace | undefined;
    readonly hides: (post: ExistingPost) => boolean;
    readonly now: Date;
    readonly enough?: number;
    readonly most?: number;
  },
): Promise<Looked> {
  const found: ExistingPost[] = [];
  let place = after;
  let looked = 0;
  while (looked < most && found.length < enough) {
    const posts = await house.timelines.receivedBefore(state.community, { before, after: place, limit: PAGE });
    for (const post of posts) {
      if (found.length >= enough) break;
      if (last !== undefined && isAfter(post, last)) return { found, looked };
      const existing = await asExisting(house, state, rule, post, now);
      if (existing !== null && hides(existing)) found.push(existing);
      place = { at: post.receivedAt, post: post.iri };
      looked += 1;
    }
    if (posts.length < PAGE && found.length < enough) return { found, looked };
  }
  return { found, looked, ...(place === undefined ? {} : { upTo: place }) };
}

const isAfter = ({ receivedAt, iri }: Post, { at, post }: PostPlace): boolean =>
  receivedAt > at || (receivedAt.getTime() === at.getTime() && iri > post);

/** A post with what can still be known about it; what nobody can tell afterwards is unknown, and has no effect. */
async function asExisting(
  { reports }: Needs,
  state: CommunityState,
  rule: Pick<Rule, 'when' | 'autoWhen'>,
  post: Post,
  now: Date,
): Promise<ExistingPost | null> {
  if (post.standing.state !== 'visible' || post.author === state.community) return null;
  const actAt = actTime(post);
  const reported = asksLater(rule) ? reportFacts({ state, reports: await reports.onPost(post.iri), actAt, now }) : {};
  const facts = { ...postFactsOf(post), ...pastAuthorFacts({ state, author: post.author, at: actAt }), ...reported };
  // Most posts end here: hashing each of them would take longer than all the rest.
  if (evaluate(rule.when, facts) !== true) return null;
  return { post: post.iri, author: post.author, evidence: evidenceOf(post), actAt, facts };
}
