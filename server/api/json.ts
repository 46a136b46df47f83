import type { RequestHandler } from 'express';

const TYPE = 'application/json; charset=utf-8';

/**
 * Answers as JSON without an ETag: nothing of the API is kept by anybody in between, and to hash each answer takes as
 * long as to write it.
 */
export const plainJson: RequestHandler = (_request, response, next) => {
  response.json = (body: unknown) => {
    const text = JSON.stringify(body);
    if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', TYPE);
    response.setHeader('Content-Length', Buffer.byteLength(text));
    return response.end(text);
  };
  next();
};
