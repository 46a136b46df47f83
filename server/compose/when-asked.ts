import type { Request, RequestHandler } from 'express';

/**
 * A part of the server that is loaded when it is first asked: a community whose members use no apps does not carry what
 * only apps need.
 *
 * @param isFor whether a request may be for it; the others go on
 */
export function whenAsked(
  isFor: (request: Pick<Request, 'path'>) => boolean,
  load: () => Promise<RequestHandler>,
): RequestHandler {
  let loading: Promise<RequestHandler> | undefined;
  return (request, response, next) => {
    if (!isFor(request)) return next();
    loading ??= load();
    loading.then((handler) => handler(request, response, next)).catch(next);
  };
}
