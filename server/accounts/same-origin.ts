import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { inEnglish, said } from '../community/said.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses forms that another site made a browser send. Browsers say where a request comes from (Sec-Fetch-Site, or
 * Origin, or Referer in old ones); what says nothing at all is refused too, because it carries no proof.
 */
export function sameOriginOnly(origin: string): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (SAFE.has(request.method) || comesFromHere(request, origin)) return next();
    response.status(403);
    next(new ForeignForm());
  };
}

export const FOREIGN_FORM = said`This form did not come from a page of this server. Open the page again and send it from there.`;

/** A form that did not come from a page of this server. */
export class ForeignForm extends Error {
  readonly status = 403;
  constructor() {
    super(inEnglish(FOREIGN_FORM));
  }
}

function comesFromHere(request: Request, origin: string): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const from = request.get('Origin') ?? request.get('Referer');
  if (from === undefined) return false;
  try {
    return new URL(from).origin === origin;
  } catch {
    return false;
  }
}
