import type { ErrorRequestHandler } from 'express';
import { MulterError } from 'multer';
import { ZodError } from 'zod';
import { OAuthRefusal } from '../accounts/oauth/provider.ts';
import type { Refusal } from '../community/result.ts';
import type { Log } from '../log.ts';

/** A request that is refused: its sentence is what an app shows to the person. */
export class ApiError extends Error {
  readonly status: number;
  /** What is wrong with each field, where an app shows it there. */
  readonly details: Readonly<Record<string, unknown>> | undefined;
  constructor(status: number, text: string, details?: Readonly<Record<string, unknown>>) {
    super(text);
    this.status = status;
    this.details = details;
  }
}

/** What is not there, or not for her: the two look the same. */
export const notFound = (): ApiError => new ApiError(404, 'Record not found');

const STATUSES: Readonly<Record<string, number>> = {
  'no-such-post': 404,
  'no-such-person': 404,
  'no-such-community': 404,
  'no-such-poll': 404,
  'no-such-proposal': 404,
  'no-such-report': 404,
  'not-there': 404,
  'no-such-keyword': 404,
  'not-yours': 403,
  'not-a-member': 403,
  muted: 403,
};

/** What an action refused, as an error for the app: its own sentence, which says what to do. */
export function refusalError({ code, text }: Refusal): ApiError {
  return new ApiError(STATUSES[code] ?? 422, text);
}

/** Every error is JSON with one sentence (Mastodon’s `Error` entity); a bug gets a number for the log. */
export function answerApiErrors({
  log,
  random,
}: {
  readonly log: Log;
  readonly random: (bytes: number) => string;
}): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    response.set('Cache-Control', 'no-store');
    if (error instanceof OAuthRefusal) {
      if (error.status === 401) response.set('WWW-Authenticate', 'Basic realm="Folkmoot"');
      return void response.status(error.status).json({ error: error.error, error_description: error.message });
    }
    if (error instanceof ApiError) {
      if (error.status === 401) response.set('WWW-Authenticate', 'Bearer realm="Folkmoot"');
      const { details } = error;
      return void response.status(error.status).json({ error: error.message, ...(details ? { details } : {}) });
    }
    if (error instanceof MulterError) return void response.status(422).json({ error: formText(error) });
    if (error instanceof ZodError) return void response.status(422).json({ error: validationText(error) });
    const { status } = (error ?? {}) as { readonly status?: unknown };
    if (typeof status === 'number' && status >= 400 && status < 500) {
      return void response.status(status).json({ error: 'What was sent could not be read.' });
    }
    const incident = random(4);
    log.error({ incident, err: error, method: request.method, route: request.route?.path }, 'an API request failed');
    response.status(500).json({ error: `This server failed. Whoever runs it finds why in its log under ${incident}.` });
  };
}

/** What was wrong with a form, and what to do. */
function formText({ code }: MulterError): string {
  if (code === 'LIMIT_UNEXPECTED_FILE' || code === 'LIMIT_FILE_COUNT') {
    return 'There is a file where none is taken. Send one file at a time, in the field “file”.';
  }
  return 'This form has more, or longer, fields than are taken here. Send those alone that are needed.';
}

function validationText({ issues }: ZodError): string {
  const said = issues.slice(0, 5).map(({ path, message }) => `${path.join('.') || 'request'}: ${message}`);
  return `Validation failed: ${said.join('; ')}`;
}
