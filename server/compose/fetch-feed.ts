import type { GuardedFetch } from '../../federation/fetch/guarded-fetch.ts';
import type { FetchFeed } from '../actions/notebook/look-at-feed.ts';
import { sentenceOf } from '../community/result.ts';
import { said } from '../community/said.ts';

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5';

/** Feeds over the one guarded way out to other servers, asked for only if they have changed (RFC 9110 §13.1). */
export function fetchFeedWith(fetch: Pick<GuardedFetch, 'get'>): FetchFeed {
  return async (url, { etag, lastModified } = {}) => {
    const headers = {
      ...(etag === undefined ? {} : { 'if-none-match': etag }),
      ...(lastModified === undefined ? {} : { 'if-modified-since': lastModified }),
    };
    const answer = await fetch.get(url, { accept: ACCEPT, headers });
    if (!answer.ok) return { state: 'failed', why: sentenceOf(answer.refusal), gone: false };
    const { status, headers: sent, body, finalUrl } = answer;
    const asksMinutes = minutesIn(sent);
    const waits = asksMinutes === undefined ? {} : { asksMinutes };
    if (status === 304) return { state: 'unchanged', ...waits };
    if (status !== 200) {
      const why = status === 410 ? GONE : said`The other server answered with status ${status}.`;
      return { state: 'failed', why, gone: status === 410, ...waits };
    }
    return {
      state: 'answered',
      text: decoded(body, sent['content-type']),
      finalUrl,
      isPage: /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(sent['content-type'] ?? ''),
      ...waits,
      ...(sent.etag === undefined ? {} : { etag: sent.etag.slice(0, LONGEST_VALIDATOR) }),
      ...(sent['last-modified'] === undefined
        ? {}
        : { lastModified: sent['last-modified'].slice(0, LONGEST_VALIDATOR) }),
    };
  };
}

const GONE = said`The other server says that this feed is gone for good.`;
const LONGEST_VALIDATOR = 500;

/** How long it asks to be left alone: `Retry-After` in seconds, or how old an answer may become. */
function minutesIn(headers: Readonly<Record<string, string>>): number | undefined {
  const seconds = /^\d{1,9}$/.exec(headers['retry-after']?.trim() ?? '')?.[0];
  const age = /\bmax-age=(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1];
  const said = seconds ?? age;
  return said === undefined ? undefined : Number(said) / 60;
}

/** In the encoding that its header names, or its XML declaration (RFC 7303 §3); else UTF-8. */
function decoded(body: Buffer, contentType: string | undefined): string {
  const start = body.subarray(0, 200).toString('latin1');
  const named = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1];
  try {
    return new TextDecoder(named ?? declared ?? 'utf-8').decode(body);
  } catch {
    return body.toString('utf8');
  }
}
