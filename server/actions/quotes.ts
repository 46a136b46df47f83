import type { ActivityIri, ActorIri, PersonIri, PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import { mayQuote, type QuotePolicy } from '../community/quote.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { hostOf, isCutOff } from '../governance/servers.ts';
import type { PostEffect } from '../ports/posts.ts';
import type { House } from './house.ts';
import { maySee } from './may-see.ts';

type Deciding = Pick<House, 'follows' | 'marks' | 'states'>;
type Giving = Deciding & Pick<House, 'posts' | 'quoteLeaves' | 'addresses' | 'clock' | 'wake'>;
type TakingBack = Pick<House, 'posts' | 'quoteLeaves' | 'clock' | 'wake'>;

/** Whether somebody may quote a post written here: by the post, its author's policy, her blocks, her community's decisions. */
async function isAllowed(house: Deciding, post: Post, quoter: ActorIri): Promise<boolean> {
  const { author, community } = post;
  const [follow, blocks, state] = await Promise.all([
    house.follows.get(quoter, author),
    house.marks.about(author as PersonIri, ['block', 'domain'], [quoter, hostOf(quoter)]),
    community === undefined ? null : house.states.load(community),
  ]);
  const isBlocked = blocks.length > 0 || (state !== null && isCutOff(state, hostOf(quoter)));
  return mayQuote(post, { iri: quoter, isFollower: follow?.state === 'accepted', isBlocked });
}

/**
 * Somebody elsewhere asks whether her post may quote one that was written here (FEP-044f). She is answered, with a stamp
 * where it may; once the author has taken it back the answer stays no.
 */
export async function answerQuoteRequest(
  house: Giving,
  ask: {
    readonly request: ActivityIri;
    readonly quoter: ActorIri;
    readonly quoting: PostIri;
    readonly quoted: PostIri;
  },
): Promise<'accepted' | 'rejected' | 'unknown'> {
  const post = await house.posts.byIri(ask.quoted);
  // What is for some people alone is there for nobody else.
  const isThere = post?.home === 'here' && post.deletedAt === undefined && post.audience !== 'direct';
  if (!isThere || post.audience === 'circle') return 'unknown';
  const stamp = house.addresses.stamp(ask.quoting, ask.quoted);
  const before = await house.quoteLeaves.byStamp(stamp);
  const may = before?.takenBackAt === undefined && (await isAllowed(house, post, ask.quoter));
  const answer = may ? 'accepted' : 'rejected';
  const at = may && before?.answer === 'accepted' ? before.at : house.clock.now();
  await house.quoteLeaves.put({ ...ask, stamp, author: post.author, answer, at }, ['answer']);
  house.wake();
  return answer;
}

/** A post that is about to be written, and what it is to quote. */
interface Quoting {
  readonly post: Post;
  readonly quote?: PostIri | undefined;
}

export type QuoteRefusal = 'no-such-post' | 'not-quotable';

/**
 * A post with what it quotes. Where both are of this server its author is given leave at once; elsewhere it is asked for
 * once the post is there. Only what everybody may read is quoted, and not in what is for some people alone.
 */
export async function withQuote(house: Giving, { post, quote }: Quoting): Promise<Result<Post, QuoteRefusal>> {
  if (quote === undefined) return accepted(post);
  const quoted = await house.posts.byIri(quote);
  if (quoted === null || !(await maySee(house, quoted, post.author as PersonIri))) {
    return refused('no-such-post', 'The post you quote is not there, or not any more.');
  }
  if (quoted.audience !== 'public' || quoted.standing.state !== 'visible') {
    return refused('not-quotable', 'Only what everybody may read can be quoted. Link to the post instead.');
  }
  if (post.audience === 'direct' || post.audience === 'circle') {
    return refused('not-quotable', 'What is for some people alone quotes nothing. Link to the post instead.');
  }
  const isHers = quoted.author === post.author;
  if (quoted.home === 'here' && !(await isAllowed(house, quoted, post.author))) {
    return refused('not-quotable', 'Its author does not want this post to be quoted. Link to it instead.');
  }
  if (isHers || quoted.home === 'elsewhere')
    return accepted({ ...post, details: { ...post.details, quote: { post: quote } } });
  const stamp = house.addresses.stamp(post.iri, quote);
  return accepted({
    ...post,
    details: { ...post.details, quote: { post: quote, stamp } },
    quoteApproval: { stamp, by: quoted.author },
  });
}

/** What follows from a post written here because of what it quotes: before it is sent anywhere. */
export const quotesFirst = ({ home, details }: Pick<Post, 'home' | 'details'>): readonly PostEffect[] =>
  home === 'here' && details?.quote !== undefined ? ['quote'] : [];

/** The author of what a post of somebody here quotes has answered: with a stamp, or with no. Nobody else is heard. */
export async function quoteAnswered(
  house: Pick<House, 'posts' | 'clock' | 'wake'>,
  { post: iri, by, stamp }: { readonly post: PostIri; readonly by: ActorIri; readonly stamp?: string },
): Promise<boolean> {
  const post = await house.posts.byIri(iri);
  const quote = post?.details?.quote;
  if (post?.home !== 'here' || quote === undefined) return false;
  if ((await house.posts.byIri(quote.post))?.author !== by) return false;
  const said = stamp === undefined ? ({ post: quote.post, refused: true } as const) : { post: quote.post, stamp };
  const details = { ...post.details, quote: said };
  // Other servers are told of the stamp; that there is none they know.
  const effects: readonly PostEffect[] = stamp === undefined ? [] : ['deliver-update'];
  await house.posts.edit(iri, { details, restatedAt: house.clock.now() }, effects);
  house.wake();
  return true;
}

/** An author takes back that a post may quote hers. It is not given again. */
export async function takeQuoteBack(
  house: TakingBack & Pick<House, 'addresses'>,
  { by, quoted, quoting }: { readonly by: PersonIri; readonly quoted: PostIri; readonly quoting: PostIri },
): Promise<Result<null, 'no-such-post'>> {
  const leave = await house.quoteLeaves.byStamp(house.addresses.stamp(quoting, quoted));
  if (leave === null || leave.author !== by) {
    return refused('no-such-post', 'This is no quote of a post of yours, or it is gone.');
  }
  await endLeave(house, by, leave.stamp);
  return accepted(null);
}

/** Whom somebody blocks, or whose server, quotes nothing of hers any more. */
export async function takeQuotesBackFrom(
  house: TakingBack,
  by: PersonIri,
  quoter: { readonly actor: ActorIri } | { readonly host: string },
): Promise<void> {
  for (const { stamp } of await house.quoteLeaves.givenTo(by, quoter)) await endLeave(house, by, stamp);
}

async function endLeave(house: TakingBack, by: PersonIri, stamp: string): Promise<void> {
  await house.quoteLeaves.takeBack(stamp, house.clock.now(), ['take-back']);
  await house.posts.takeStampBack(stamp, by);
  house.wake();
}

/** Somebody says who may quote a post of hers from now on; what may quote it already still may. */
export async function setQuotePolicy(
  house: Pick<House, 'posts' | 'clock' | 'wake'>,
  { by, post: iri, policy }: { readonly by: PersonIri; readonly post: PostIri; readonly policy: QuotePolicy },
): Promise<Result<null, 'no-such-post' | 'not-yours'>> {
  const post = await house.posts.byIri(iri);
  if (post === null || post.deletedAt) return refused('no-such-post', 'This post is gone.');
  if (post.author !== by) return refused('not-yours', 'Only its author says who may quote a post.');
  // What is not for everybody is quoted by nobody anyway.
  if (post.audience !== 'public' || (post.quotePolicy ?? 'public') === policy) return accepted(null);
  await house.posts.edit(iri, { quotePolicy: policy, restatedAt: house.clock.now() }, ['deliver-update']);
  house.wake();
  return accepted(null);
}
