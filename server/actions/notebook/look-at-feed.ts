import { feedAddress, nextLook, type ReadFeed } from '../../community/notebook/feed.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused, sentenceOf } from '../../community/result.ts';
import type { Sentence } from '../../community/said.ts';
import type { KeptFeed, Looked } from '../../ports/notebook.ts';
import type { House } from '../house.ts';
import { feedNamedIn, readFeed } from './read-feed.ts';

/** What another server answered when it was asked for a feed. */
export type FeedAnswer = {
  /** How long it asks to be left alone, if it says so. */
  readonly asksMinutes?: number;
} & (
  | { readonly state: 'unchanged' }
  | {
      readonly state: 'answered';
      readonly text: string;
      readonly finalUrl: string;
      readonly isPage: boolean;
      readonly etag?: string;
      readonly lastModified?: string;
    }
  /** `why`: a sentence for people. */
  | { readonly state: 'failed'; readonly why: Sentence; readonly gone: boolean }
);

/** Asks another server for a feed, or whether it has changed since. */
export type FetchFeed = (
  url: string,
  since?: { readonly etag?: string; readonly lastModified?: string },
) => Promise<FeedAnswer>;

/** A feed that was found at an address. */
export interface FoundFeed {
  readonly url: string;
  readonly feed: ReadFeed;
  readonly etag?: string;
  readonly lastModified?: string;
}

const NO_FEED =
  'No feed was found at this address. Give the address of the feed itself; many pages link to it as “RSS” or “Atom”.';

/**
 * Finds the feed at an address that somebody gives: the feed itself, or the first one that a page names. It is asked
 * for each time, so that no answer tells whether somebody else follows it.
 */
export async function findFeed(
  { clock }: Pick<House, 'clock'>,
  fetchFeed: FetchFeed,
  said: string,
): Promise<Result<FoundFeed>> {
  const address = feedAddress(said);
  if (address === null) return refused('bad-address', 'Give the web address of a feed, or of a page that has one.');
  const first = await fetchFeed(address);
  if (first.state !== 'answered') return refused('no-answer', first.state === 'failed' ? first.why : NO_FEED);
  const read = await readFeed(first.text, first.finalUrl, clock.now());
  if (read.ok) return accepted({ url: address, feed: read.value, ...validatorsOf(first) });
  const named = first.isPage ? feedNamedIn(first.text, first.finalUrl) : null;
  const url = named === null ? null : feedAddress(named);
  const second = url === null ? null : await fetchFeed(url);
  if (url === null || second?.state !== 'answered') return refused('no-feed', NO_FEED);
  const readNext = await readFeed(second.text, second.finalUrl, clock.now());
  return readNext.ok ? accepted({ url, feed: readNext.value, ...validatorsOf(second) }) : refused('no-feed', NO_FEED);
}

/** What tells a server whether a feed has changed since. */
function validatorsOf({ etag, lastModified }: { readonly etag?: string; readonly lastModified?: string }) {
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}

/** Looks at a feed that is kept: what came of it, and when it is asked again. Refuses nothing and keeps nothing. */
export async function lookAtFeed(
  kept: Pick<KeptFeed, 'url' | 'etag' | 'lastModified' | 'failures'>,
  { fetchFeed, now, wall }: { readonly fetchFeed: FetchFeed; readonly now: Date; readonly wall: Date },
): Promise<Looked> {
  const { url } = kept;
  const answer = await fetchFeed(url, validatorsOf(kept));
  const asks = answer.asksMinutes === undefined ? {} : { asksMinutes: answer.asksMinutes };
  const failed = (why: Sentence, gone = false): Looked => {
    const nextAt = nextLook({ failures: kept.failures + 1, ...asks }, wall);
    return { state: 'failed', why, gone, nextAt };
  };
  if (answer.state === 'failed') return failed(answer.why, answer.gone);
  if (answer.state === 'unchanged') return { state: 'unchanged', nextAt: nextLook({ failures: 0, ...asks }, wall) };
  const read = await readFeed(answer.text, answer.finalUrl, now);
  if (!read.ok) return failed(sentenceOf(read.refusal));
  const { ttlMinutes = answer.asksMinutes } = read.value;
  const said = ttlMinutes === undefined ? {} : { asksMinutes: ttlMinutes };
  return {
    state: 'read',
    feed: read.value,
    nextAt: nextLook({ failures: 0, ...said }, wall),
    ...validatorsOf(answer),
  };
}
