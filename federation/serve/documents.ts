import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Changes, Noun } from '../../server/ports/changes.ts';
import { isSigned } from '../signatures/incoming-get.ts';
import { type AnswerCacheLimits, createAnswerCache } from './answer-cache.ts';
import { wantsPage } from './answers.ts';
import { type Finished, finishedAnswer, writeFinished } from './finished.ts';

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

export interface DocumentsParts {
  readonly changes: Changes;
  /** Answers whatever is not at hand: Express, with activitypub-express behind it. */
  readonly otherwise: Answering;
  readonly limits?: Partial<AnswerCacheLimits>;
}

/** Other processes' writes are seen after a second at the latest; our own at once. */
const LIMITS: AnswerCacheLimits = { oldestMs: 1000, bytes: 16 * 1024 * 1024 };

const EVERYTHING: readonly Noun[] = ['actors', 'posts', 'activities', 'follows', 'entries'];

/** What is kept at hand, and what its answers are made of. With another query than these it is not kept. */
const KEPT: readonly { readonly path: RegExp; readonly madeOf: readonly Noun[] }[] = [
  { path: /^\/actors\/[^/?]+$/, madeOf: ['actors', 'entries'] },
  { path: /^\/\.well-known\/webfinger\?resource=[^&]+$/, madeOf: ['actors'] },
  { path: /^\/actors\/[^/?]+\/outbox(\?page=[^&]+)?$/, madeOf: ['actors', 'posts', 'activities'] },
  { path: /^\/actors\/[^/?]+\/(followers|following)$/, madeOf: ['actors', 'follows'] },
  { path: /^\/actors\/[^/?]+\/(moderators|featured)$/, madeOf: EVERYTHING },
  { path: /^\/(posts|activities)\/[^/?]+$/, madeOf: ['actors', 'posts', 'activities'] },
  { path: /^\/(\.well-known\/(nodeinfo|host-meta)|nodeinfo\/[\d.]+)$/, madeOf: ['actors', 'entries'] },
];
const LONGEST_URL = 1000;

/** Whether a document for programs is asked for that may be at hand: answered before, and instead of, everything else. */
export function isDocumentGet(request: IncomingMessage): boolean {
  return keptOf(request) !== undefined && !(MAY_BE_A_PAGE.test(request.headers.accept ?? '') && wantsPage(request));
}

/** Whoever takes no text wants the document, without weighing what else is accepted. */
const MAY_BE_A_PAGE = /text\//i;

function keptOf({ method, url = '' }: IncomingMessage): (typeof KEPT)[number] | undefined {
  if ((method !== 'GET' && method !== 'HEAD') || url.length > LONGEST_URL) return undefined;
  return KEPT.find(({ path }) => path.test(url));
}

/**
 * Finished answers in front of everything that makes them: status, headers, bytes and a strong ETag. What is kept is
 * what activitypub-express answered, and only if the answer calls itself public, so that nothing which is for some
 * readers alone ever gets in. While an answer is being made, all who ask the same wait for that one.
 */
export function createDocuments({ changes, otherwise, limits }: DocumentsParts): Answering {
  const cache = createAnswerCache({ ...LIMITS, ...limits });
  const underWay = new Map<string, Promise<Finished | undefined>>();

  return (request, response) => {
    const kept = keptOf(request);
    if (kept === undefined) return otherwise(request, response);
    const seen = changes.of(kept.madeOf);
    const key = `${request.headers.host} ${request.url}`;
    const atHand = cache.get(key, seen);
    if (atHand !== undefined) return writeFinished(atHand, request, response);
    // Its signature covers the method, which must stay as it is.
    if (request.method === 'HEAD' && isSigned(request)) return otherwise(request, response);
    // Before a write and after it are different answers.
    const asked = `${seen} ${key}`;
    const waiting = underWay.get(asked);
    if (waiting !== undefined) {
      void waiting.then((answer) =>
        answer === undefined ? otherwise(request, response) : writeFinished(answer, request, response),
      );
      return;
    }
    underWay.set(
      asked,
      watched(request, response, (answer) => {
        underWay.delete(asked);
        if (answer !== undefined) cache.put(key, answer, seen);
      }),
    );
    otherwise(request, response);
  };
}

/**
 * What is answered to this request, as soon as it is; undefined when it is not one for everybody, or never came.
 * The request becomes a plain GET, so that the whole answer is made; it leaves as it was asked for.
 */
function watched(
  request: IncomingMessage,
  response: ServerResponse,
  done: (answer: Finished | undefined) => void,
): Promise<Finished | undefined> {
  const { method, headers } = request;
  const asked = { method, headers: { ...headers } } as IncomingMessage;
  request.method = 'GET';
  delete headers['if-none-match'];
  return new Promise((resolve) => {
    let settled = false;
    const settle = (answer: Finished | undefined) => {
      if (settled) return;
      settled = true;
      done(answer);
      resolve(answer);
    };
    response.once('close', () => settle(undefined));
    const end = response.end.bind(response) as (...parts: unknown[]) => ServerResponse;
    response.end = ((...parts: unknown[]) => {
      response.end = end as typeof response.end;
      const [body] = parts;
      const isWhole = !response.headersSent && (typeof body === 'string' || Buffer.isBuffer(body));
      const answer = isWhole
        ? finishedAnswer(response.statusCode, response.getHeaders(), Buffer.from(body as string))
        : undefined;
      settle(answer);
      if (answer === undefined) return end(...parts);
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      writeFinished(answer, asked, response);
      return response;
    }) as typeof response.end;
  });
}
