import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { ErrorModel } from '../../views/pages/error.ts';
import { errorPage } from '../../views/pages/error.ts';
import { FOREIGN_FORM, ForeignForm } from '../accounts/same-origin.ts';
import { type Sentence, said } from '../community/said.ts';
import { RecordFault } from '../record/fault.ts';
import type { PagesParts } from './context.ts';
import { goTo, NotFound, SignInFirst, shellOf, show } from './context.ts';
import { textFor } from './text-for.ts';

/** What is said about something that went wrong: to the person, and by which status. */
interface Answer {
  readonly status: number;
  /** Absent: the error page's own words for the status. */
  readonly text?: Sentence;
  readonly onward?: ErrorModel['onward'];
  readonly headers?: Readonly<Record<string, string>>;
}

/** For addresses where nothing is. */
export const nothingHere: RequestHandler = () => {
  throw new NotFound('There is nothing at this address.');
};

/** Everything that goes wrong ends here: a page that says what to do, or JSON for a program that asks for it. */
export function answerErrors(parts: PagesParts): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof RecordFault) parts.house.log.error({ err: error, seq: error.seq }, 'a record does not add up');
    if (error instanceof SignInFirst && (request.method === 'GET' || request.method === 'HEAD')) {
      return goTo(response, `/sign-in?next=${encodeURIComponent(request.originalUrl)}`);
    }
    const answer = expected(error) ?? unexpected(parts, request, error);
    response.set({ 'Cache-Control': 'no-store', ...answer.headers });
    send(parts, request, response, answer);
  };
}

function expected(error: unknown): Answer | null {
  if (error instanceof NotFound) return { status: 404 };
  if (error instanceof SignInFirst) return { status: 401, onward: { path: '/sign-in', label: said`Sign in` } };
  if (error instanceof ForeignForm) return { status: 403, text: FOREIGN_FORM };
  if (error instanceof RecordFault) return { status: 503, text: BROKEN_BOOK, headers: { 'Retry-After': '3600' } };
  if (isDatabaseAway(error)) return { status: 503, headers: { 'Retry-After': '10' } };
  const status = statusOf(error);
  return status === null ? null : { status };
}

/** Nothing is shown as decided, and nothing decided, while a community's book does not add up. */
const BROKEN_BOOK = said`The open book of this community was changed in the database, so nothing is decided until it is restored. Whoever runs this server finds the entry with: ${'npm run folkmoot -- record verify'}`;

/** What the body parser and the router refuse says so by its status. */
function statusOf(error: unknown): number | null {
  const { status } = (error ?? {}) as { readonly status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

/** The driver's names for a server that does not answer. */
const AWAY: ReadonlySet<string> = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoPoolClearedError',
  'PoolClearedOnNetworkError',
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
  'MongoOperationTimeoutError',
]);
const isDatabaseAway = (error: unknown): boolean => error instanceof Error && AWAY.has(error.name);

/** A bug, or a broken machine: the log has everything under a short number, the person has the number. */
function unexpected({ house }: PagesParts, request: Request, error: unknown): Answer {
  const incident = house.random(4);
  // Not the address itself: it may carry an invitation's secret.
  const route: unknown = request.route?.path;
  house.log.error({ incident, err: error, method: request.method, route }, 'a request failed');
  const text = said`Nothing you did was wrong. Whoever runs this server finds what happened in its log under ${incident}. Try again in a while.`;
  return { status: 500, text };
}

const PAGES: ReadonlySet<number> = new Set<ErrorModel['status']>([400, 401, 403, 404, 410, 413, 429, 500, 503]);

function send(parts: PagesParts, request: Request, response: Response, answer: Answer): void {
  const { status, text, onward } = answer;
  if (request.accepts(['html', 'json']) === 'json') {
    response.status(status).json({
      error: ERRORS[status] ?? 'refused',
      ...(text === undefined ? {} : { message: textFor(response, text) }),
    });
    return;
  }
  const model: ErrorModel = {
    shell: shellOf(parts, request),
    status: (PAGES.has(status) ? status : 400) as ErrorModel['status'],
    ...(text === undefined ? {} : { text }),
    ...(onward === undefined ? {} : { onward }),
  };
  show(response, errorPage(model), status);
}

/** For programs. */
const ERRORS: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'sign_in_first',
  403: 'forbidden',
  404: 'not_found',
  413: 'too_large',
  500: 'internal_error',
  503: 'not_ready',
};
