import { addHours } from '../../governance/dates.ts';
import { webAddress } from './note.ts';

/** A feed that somebody follows; who follows what is known to her alone. */
export interface FollowedFeed {
  readonly url: string;
  /** As she calls it: at first what it calls itself. */
  readonly title: string;
}

export const MOST_FEEDS = 300;
/** So many of a feed's newest items are kept. */
export const MOST_ITEMS = 100;
export const LONGEST_FEED_TITLE = 200;
/** Of an item's text, in characters of HTML. */
export const LONGEST_ITEM = 30_000;

/** What stands in a feed, made harmless. */
export interface FeedItem {
  /** What the feed names it by; else its address. */
  readonly guid: string;
  readonly title: string;
  /** Its own page. */
  readonly url?: string;
  /** Sanitised HTML; may be empty. */
  readonly html: string;
  /** When it says it was written, never later than when it was found. */
  readonly at: Date;
}

/** What was read of a feed. */
export interface ReadFeed {
  readonly title: string;
  /** The page that it is of. */
  readonly site?: string;
  readonly items: readonly FeedItem[];
  /** How long it asks to be left alone. */
  readonly ttlMinutes?: number;
}

/** An address somebody gives for a feed, as it is asked for: also `feed:` and one without `https://`. */
export function feedAddress(said: string): string | null {
  const text = said.trim().replace(/^feed:(?:\/\/)?(?!\/)/i, '');
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+(?:\/|$)/.test(text) ? text : `https://${text}`;
  const url = webAddress(whole);
  return url === null ? null : url.replace(/#.*$/, '');
}

const HOUR = 60;
/** However often a feed changes, it is asked twice an hour at most; however seldom, once a day. */
const [SHORTEST, USUAL, LONGEST] = [HOUR / 2, HOUR, 24 * HOUR];
/** A feed that does not answer is asked once a week in the end. */
const LONGEST_AFTER_FAILURE = 7 * 24 * HOUR;

/**
 * When a feed is asked again.
 *
 * @param failures how often in a row it could not be read; 0: it was read, or has not changed
 * @param asksMinutes how long it asks to be left alone, if it does
 */
export function nextLook(
  { failures, asksMinutes = USUAL }: { readonly failures: number; readonly asksMinutes?: number },
  now: Date,
): Date {
  const asked = Number.isFinite(asksMinutes) ? asksMinutes : USUAL;
  const usual = Math.min(LONGEST, Math.max(SHORTEST, asked));
  if (failures === 0) return addHours(now, usual / HOUR);
  // One hour, two, four …; never sooner than it asked.
  const minutes = Math.max(usual, USUAL * 2 ** Math.min(failures - 1, 10));
  return addHours(now, Math.min(LONGEST_AFTER_FAILURE, minutes) / HOUR);
}
