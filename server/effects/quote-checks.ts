import type { House } from '../actions/house.ts';
import type { ActorIri, PostIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import type { QuoteApproval } from '../community/quote.ts';
import { createLoop, type Loop } from '../loop.ts';

type Needs = Pick<House, 'posts' | 'quoteLeaves' | 'addresses' | 'log'>;

/** Who a stamp is by, if it says that this post may quote that one; `null` for anything else. */
export type ReadStamp = (
  stamp: string,
  of: { readonly quoting: PostIri; readonly quoted: PostIri },
) => Promise<ActorIri | null>;

const LOOK_EVERY_MS = 2000;
/** Longer than both documents take. */
const LEASE_MS = 60_000;

/**
 * Looks up what posts from elsewhere quote, and whether the quoted author's server says that they may (FEP-044f): each
 * once, and again when its author says something else. One after the other, and by itself rather than where posts come
 * in, so that nobody can make this server ask many others at once.
 */
export function createQuoteChecks(
  house: Needs,
  {
    bringIn,
    readStamp,
    wall,
  }: {
    /** Asks the quoted post's server for it, if it is not known here. */
    readonly bringIn: (post: PostIri) => Promise<unknown>;
    readonly readStamp: ReadStamp;
    readonly wall: () => Date;
  },
): Loop {
  async function check({ iri, author, details }: Post): Promise<QuoteApproval | undefined> {
    const { post: quoted, stamp } = details?.quote ?? {};
    if (quoted === undefined) return undefined;
    if (house.addresses.isHere(quoted))
      return stamp === undefined ? undefined : ourStamp(stamp, { quoting: iri, quoted });
    const by = stamp === undefined ? null : await readStamp(stamp, { quoting: iri, quoted });
    // What may not be shown is not asked for.
    if (by === null && !isSameServer(quoted, author)) return undefined;
    await bringIn(quoted);
    if (stamp === undefined || by === null) return undefined;
    return (await house.posts.byIri(quoted))?.author === by ? { stamp, by } : undefined;
  }

  /** What was said here need not be asked for. */
  async function ourStamp(
    stamp: string,
    { quoting, quoted }: { readonly quoting: PostIri; readonly quoted: PostIri },
  ): Promise<QuoteApproval | undefined> {
    const leave = await house.quoteLeaves.byStamp(stamp);
    if (leave?.answer !== 'accepted' || leave.takenBackAt !== undefined) return undefined;
    return leave.quoting === quoting && leave.quoted === quoted ? { stamp, by: leave.author } : undefined;
  }

  return createLoop({
    async look() {
      const until = new Date(wall().getTime() + LEASE_MS);
      const post = await house.posts.claimQuoteCheck(wall(), until);
      if (post === null) return false;
      const approval = await check(post);
      await house.posts.quoteChecked(post.iri, { claim: until, ...(approval === undefined ? {} : { approval }) });
      return true;
    },
    everyMs: LOOK_EVERY_MS,
    onFault: (cause) => house.log.error({ err: cause }, 'a quote could not be looked up; tried again soon'),
  });
}

/** Only then she may be quoting herself. */
const isSameServer = (quoted: PostIri, author: ActorIri): boolean =>
  URL.parse(quoted)?.origin !== undefined && URL.parse(quoted)?.origin === URL.parse(author)?.origin;
