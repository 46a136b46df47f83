import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type RequestHandler, Router } from 'express';
import type { House } from '../../actions/house.ts';
import { LARGEST_MAIL } from './read.ts';
import { type HandedOver, receiveMail } from './receive.ts';

/**
 * `POST /mail-in`, for mail servers that hand letters over by HTTP: one letter as it is (`message/rfc822`), with the
 * secret as a bearer token, and the envelope's recipient as `?to=`. 200: taken, or rightly ignored; 422: not taken, with
 * the sentence for the bounce. Anything else: to be tried again.
 */
export function mailInDoor(
  house: House,
  {
    secret,
    trusts,
    throttle,
  }: { readonly secret?: string; readonly trusts: string; readonly throttle: HandedOver['throttle'] },
): Router {
  const router = Router({ caseSensitive: true });
  if (secret === undefined) return router;
  const body = express.raw({ type: () => true, limit: LARGEST_MAIL });
  router.post('/mail-in', knows(secret), body, async (request, response) => {
    const { to } = request.query;
    const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const received = await receiveMail(house, { raw, trusts, throttle, ...(typeof to === 'string' ? { to } : {}) });
    if (received.outcome === 'refused') response.status(422).json({ outcome: 'refused', message: received.text });
    else response.json({ outcome: received.outcome });
  });
  return router;
}

function knows(secret: string): RequestHandler {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return (request, response, next) => {
    const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (timingSafeEqual(digest(given), digest(secret))) next();
    else response.status(401).json({ error: 'unauthorized', message: 'Send MAIL_IN_SECRET as a bearer token.' });
  };
}
