import type { Dispatcher } from 'undici';
import { type FetchAnswer, isRedirect, refusalOf, singleHeaders, tooManyRedirects } from './fetch-answer.ts';
import { fetchableUrl } from './fetch-url.ts';
import { guardedConnector, type Resolve, resolveByDns } from './guarded-connect.ts';
import { createOriginPools } from './origin-pools.ts';
import { readBody } from './read-body.ts';

/** Bounds of every fetch. */
export interface FetchLimits {
  /** Of one answer's body. Default 1 MiB. */
  readonly maxBytes: number;
  /** For everything together: name, connection, redirects, headers, body. Default 10 s. */
  readonly deadlineMs: number;
  /** Followed by GET. Default 3. */
  readonly maxRedirects: number;
  /** Origins with kept connections. Default 500. */
  readonly origins: number;
  /** Connections to one origin. Default 2. */
  readonly connectionsPerOrigin: number;
}

const DEFAULTS: FetchLimits = {
  maxBytes: 1024 * 1024,
  deadlineMs: 10_000,
  maxRedirects: 3,
  origins: 500,
  connectionsPerOrigin: 2,
};

/** A POST's answer is its status; of its body only the beginning is kept, for the log. */
const POST_BODY_BYTES = 16 * 1024;

/** Headers to send with a request to this URL: asked for anew on each redirect, because the target is signed. */
export type SignGet = (url: string) => Promise<Readonly<Record<string, string>>>;

export interface GetOptions {
  readonly accept: string;
  /** Sent besides, also after a redirect: nothing that only the first address may know. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly sign?: SignGet | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface PostOptions {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** The one way out to other servers. Refusals are values; every status is an answer. */
export interface GuardedFetch {
  /** Follows up to three redirects, each under the same rules. */
  get(url: string, options: GetOptions): Promise<FetchAnswer>;
  /** Follows none: a signed POST belongs to its address. The body of the answer is cut at 16 KiB. */
  post(url: string, options: PostOptions): Promise<FetchAnswer>;
  close(): Promise<void>;
}

/** What createGuardedFetch is given. */
export interface GuardedFetchOptions {
  /** For tests and the demo: this machine, and plain http. Never where the public URL is not local. */
  readonly allowLoopback: boolean;
  readonly userAgent: string;
  readonly limits?: Partial<FetchLimits>;
  readonly resolve?: Resolve;
}

/** Builds the fetcher. Private addresses are refused while connecting (guarded-connect.ts), on each redirect anew. */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const { allowLoopback, userAgent, resolve = resolveByDns } = options;
  const limits = { ...DEFAULTS, ...options.limits };
  const connect = guardedConnector({ allowLoopback, resolve, timeoutMs: limits.deadlineMs });
  const pools = createOriginPools(connect, limits);
  const common = { 'user-agent': userAgent, 'accept-encoding': 'identity' };

  const request = (
    url: URL,
    { signal, brokenOff }: Deadline,
    rest: Pick<Dispatcher.RequestOptions, 'method' | 'headers' | 'body'>,
  ) =>
    Promise.race([
      pools.of(url).request({ ...rest, signal, origin: url.origin, path: url.pathname + url.search }),
      brokenOff,
    ]);

  async function get(
    text: string,
    { accept, headers: more, sign }: GetOptions,
    deadline: Deadline,
  ): Promise<FetchAnswer> {
    let next = text;
    for (let hop = 0; hop <= limits.maxRedirects; hop += 1) {
      const url = fetchableUrl(next, { allowLoopback });
      if (!url.ok) return url;
      const headers = { ...common, ...more, accept, ...(await sign?.(url.value.href)) };
      const answer = await request(url.value, deadline, { method: 'GET', headers });
      const location = isRedirect(answer.statusCode) ? singleHeaders(answer.headers).location : undefined;
      if (location === undefined) return readAnswer(answer, url.value, limits.maxBytes);
      await answer.body.dump({ limit: POST_BODY_BYTES, signal: deadline.signal });
      next = URL.parse(location, url.value.href)?.href ?? location;
    }
    return tooManyRedirects(text, limits.maxRedirects);
  }

  async function post(text: string, { body, headers }: PostOptions, deadline: Deadline): Promise<FetchAnswer> {
    const url = fetchableUrl(text, { allowLoopback });
    if (!url.ok) return url;
    const answer = await request(url.value, deadline, { method: 'POST', headers: { ...common, ...headers }, body });
    const { statusCode: status, headers: received } = answer;
    // The status decides about the delivery: a body that is too large or breaks off does not undo it.
    const kept = await readBody(answer.body, POST_BODY_BYTES).catch(() => Buffer.alloc(0));
    return { ok: true, status, headers: singleHeaders(received), body: kept, finalUrl: url.value.href };
  }

  return {
    get: (url, rest) => withDeadline(url, rest.signal, limits.deadlineMs, (deadline) => get(url, rest, deadline)),
    post: (url, rest) => withDeadline(url, rest.signal, limits.deadlineMs, (deadline) => post(url, rest, deadline)),
    close: () => pools.close(),
  };
}

async function readAnswer(answer: Dispatcher.ResponseData, url: URL, maxBytes: number): Promise<FetchAnswer> {
  const headers = singleHeaders(answer.headers);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    answer.body.on('error', () => {}).destroy();
    return refusalOf(new Error(`answered in ${encoding}, which was not asked for`), url.href);
  }
  const body = await readBody(answer.body, maxBytes);
  return { ok: true, status: answer.statusCode, headers, body, finalUrl: url.href };
}

/** The end of a fetch, by its deadline or its caller. */
interface Deadline {
  readonly signal: AbortSignal;
  /** Rejects with it: undici heeds the signal only once it is connected, and looking up and connecting may hang. */
  readonly brokenOff: Promise<never>;
}

/** Runs a fetch under one deadline for all of it; what it throws becomes a refusal. */
async function withDeadline(
  url: string,
  callers: AbortSignal | undefined,
  deadlineMs: number,
  run: (deadline: Deadline) => Promise<FetchAnswer>,
): Promise<FetchAnswer> {
  const controller = new AbortController();
  const { promise: brokenOff, reject } = Promise.withResolvers<never>();
  brokenOff.catch(() => {});
  const breakOff = (why: unknown) => {
    controller.abort(why);
    reject(controller.signal.reason);
  };
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    breakOff(undefined);
  }, deadlineMs);
  const onAbort = () => breakOff(callers?.reason);
  if (callers?.aborted) onAbort();
  callers?.addEventListener('abort', onAbort, { once: true });
  try {
    return await run({ signal: controller.signal, brokenOff });
  } catch (error) {
    return refusalOf(error, url, { timedOut });
  } finally {
    clearTimeout(timer);
    callers?.removeEventListener('abort', onAbort);
  }
}
