import { type CommunityIri, type PersonIri, ruleId } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { addDays } from '../governance/dates.ts';
import { memberOf } from '../governance/membership.ts';
import { DRY_RUN_DAYS, type DryRun, dryRun as decide, type PastAct } from '../governance/rules/dry-run.ts';
import { hidesExisting } from '../governance/rules/existing.ts';
import { pastAuthorFacts, postFacts } from '../governance/rules/facts.ts';
import { ownRules } from '../governance/rules/instance.ts';
import type { RuleDraft } from '../governance/rules/rule.ts';
import type { CommunityState } from '../governance/state.ts';
import { RecentlyUsed } from '../recently-used.ts';
import { hashOf } from '../record/canonical.ts';
import { lookThrough } from './existing-posts.ts';
import type { House } from './house.ts';
import { notBefore } from './record.ts';

type Needs = Pick<House, 'states' | 'timelines' | 'posts' | 'reports' | 'clock'>;

/** More posts than the newest of them are not looked at: the answer has to come while somebody waits for it. */
const MOST_POSTS = 20_000;
/** For what existed all posts count, also older ones; more than these are not looked at while somebody waits. */
const MOST_EXISTING = 100_000;
const MOST_SHOWN = 5;
/** Limits may look so far back; those posts are counted, and not judged. */
const WINDOW_DAYS = 3;
const KEPT_MS = 10 * 60_000;

/** What a rule would have done, and examples that the one who asks may see anyway. */
export interface TriedOut extends Reckoned {
  readonly shown: readonly Post[];
}

/** The numbers, and for a rule that is also about what exists, how many posts it would hide now. */
type Reckoned = DryRun & { readonly existing?: ExistingCount };

export interface ExistingCount {
  readonly posts: number;
  /** Distinct authors. */
  readonly authors: number;
  /** False where there are more posts than are looked at. */
  readonly complete: boolean;
}

/** Numbers are the same for everybody who asks within ten minutes; they are reckoned once. */
const lately = new WeakMap<object, RecentlyUsed<string, Promise<Reckoned>>>();

/**
 * What a drafted rule would have done to the posts of the last ninety days, for a member: numbers, and up to five of
 * the posts. `null` for anybody else. Reads only.
 */
export async function dryRun(
  house: Needs,
  {
    community,
    draft,
    viewer,
  }: { readonly community: CommunityIri; readonly draft: RuleDraft; readonly viewer: PersonIri },
): Promise<TriedOut | null> {
  const state = await house.states.load(community);
  if (state === null || memberOf(state, viewer) === null) return null;
  const now = notBefore(state.at, house.clock.now());
  const known = lately.get(house.timelines) ?? new RecentlyUsed<string, Promise<Reckoned>>({ limit: 50 });
  lately.set(house.timelines, known);
  const { when, autoWhen, effects, existing } = draft;
  const optional = { ...(autoWhen === undefined ? {} : { autoWhen }), ...(existing === undefined ? {} : { existing }) };
  const asked = hashOf({ when, effects, ...optional });
  const key = [community, asked, Math.floor(now.getTime() / KEPT_MS)].join(' ');
  const run = known.get(key) ?? reckon(house, state, draft, now);
  known.set(key, run);
  // What failed is tried again by whoever asks next.
  run.catch(() => known.delete(key));
  const reckoned = await run;
  return { ...reckoned, shown: await shownTo(house, reckoned, viewer) };
}

async function reckon(house: Needs, state: CommunityState, draft: RuleDraft, now: Date): Promise<Reckoned> {
  const from = addDays(now, -DRY_RUN_DAYS);
  const since = addDays(from, -WINDOW_DAYS);
  const acts: PastAct[] = [];
  for await (const post of house.timelines.everything(state.community, since, MOST_POSTS)) {
    // What the community itself writes, its polls, no rule looks at.
    if (post.author !== state.community) acts.push(pastAct(state, post));
  }
  const last = acts.at(-1);
  const oldest = acts.length < MOST_POSTS || last === undefined ? since : last.at;
  const reckoned = decide({ draft, acts, state, from, to: now, oldest });
  return draft.existing === undefined
    ? reckoned
    : { ...reckoned, existing: await existingOf(house, state, draft, now) };
}

/** What the rule would hide if it came into force now, by the same look as when it does. */
async function existingOf(house: Needs, state: CommunityState, draft: RuleDraft, now: Date): Promise<ExistingCount> {
  const rule = { ...draft, id: ruleId(ownRules(state) + 1), version: 1 };
  const { found, upTo } = await lookThrough(house, {
    ...{ state, rule, now, before: now, most: MOST_EXISTING },
    hides: (post) => hidesExisting(state, rule, post, now),
  });
  const authors = new Set(found.map(({ author }) => author)).size;
  return { posts: found.length, authors, complete: upTo === undefined };
}

/** The same facts as when it arrived, as far as they can still be told. */
function pastAct(state: CommunityState, post: Post): PastAct {
  const facts = {
    ...postFacts({
      html: post.html,
      isReply: post.inReplyTo !== undefined,
      origin: post.home,
      isPoll: post.poll !== undefined,
      details: post.details,
    }),
    ...pastAuthorFacts({ state, author: post.author, at: post.receivedAt }),
  };
  return { post: post.iri, author: post.author, at: post.receivedAt, facts };
}

/** The newest of the matched posts that somebody, a member, may see. */
async function shownTo({ posts }: Needs, { examples }: DryRun, viewer: PersonIri): Promise<readonly Post[]> {
  const found = await Promise.all(examples.map((iri) => posts.byIri(iri)));
  return found.filter((post) => post !== null && maySee(post, viewer)).slice(0, MOST_SHOWN) as readonly Post[];
}

const maySee = ({ deletedAt, standing, audience, author, to }: Post, viewer: PersonIri): boolean =>
  deletedAt === undefined &&
  (author === viewer ||
    (standing.state === 'visible' && (audience === 'public' || audience === 'members' || to.includes(viewer))));
