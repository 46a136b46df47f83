import type { Request, RequestHandler, Response } from 'express';
import { RecentlyUsed } from '../recently-used.ts';
import { ApiError } from './errors.ts';

/** So long a count runs, from the first request of it on. */
const WINDOW_MS = 5 * 60 * 1000;
/** Who asked longest ago is forgotten when so many have asked: a crowd of addresses takes no more memory than this. */
const MOST_COUNTED = 50_000;

interface Window {
  asked: number;
  readonly endsAt: number;
}

/** What is left of a limit. */
interface Left {
  readonly limit: number;
  readonly remaining: number;
  readonly endsAt: number;
  readonly isOver: boolean;
}

/**
 * How often apps may ask in five minutes, counted in this process alone: a count in the database would cost every
 * request a write. Where several processes serve, each lets as much through; what guesses at passwords, or registers
 * apps, is counted in the database (`accounts/throttle.ts`).
 *
 * @param perAccount for each account, whatever apps it uses; an address alone may ask a fifth of that without a token,
 *   and five times as often with all who ask from there
 */
export function createLimits({ perAccount, wall }: { readonly perAccount: number; readonly wall: () => Date }): {
  /** Everybody at one address together, before it is known who asks. */
  readonly byAddress: RequestHandler;
  /** Who asks: an account, an app that asks for nobody, or an address without a token. Tells her app what is left. */
  readonly byAsker: RequestHandler;
} {
  const windows = new RecentlyUsed<string, Window>({ limit: MOST_COUNTED });
  const count = (who: string, limit: number): Left => {
    const now = wall().getTime();
    const known = windows.get(who);
    const window = known === undefined || known.endsAt <= now ? { asked: 0, endsAt: now + WINDOW_MS } : known;
    window.asked += 1;
    windows.set(who, window);
    const { asked, endsAt } = window;
    return { limit, remaining: Math.max(0, limit - asked), endsAt, isOver: asked > limit };
  };
  const refuse = (response: Response, { endsAt }: Left) => {
    const seconds = Math.max(1, Math.ceil((endsAt - wall().getTime()) / 1000));
    response.set('Retry-After', String(seconds));
    throw new ApiError(429, `Too many requests from here. Wait ${inWords(seconds)}, then try again.`);
  };
  return {
    byAddress(request, response, next) {
      const left = count(`all ${networkOf(request)}`, perAccount * 5);
      if (!left.isOver) return next();
      tell(response, left);
      refuse(response, left);
    },
    byAsker(request, response, next) {
      const left = count(askerOf(request), request.asking === undefined ? Math.ceil(perAccount / 5) : perAccount);
      tell(response, left);
      if (left.isOver) refuse(response, left);
      next();
    },
  };
}

const askerOf = (request: Request): string => {
  const { asking } = request;
  if (asking === undefined) return `from ${networkOf(request)}`;
  return asking.person === undefined ? `app ${asking.app}` : `by ${asking.person.iri}`;
};

/** An address; of IPv6 the network of it, since one caller has a whole network of addresses (RFC 6177: /64 or more). */
function networkOf({ ip = '' }: Request): string {
  if (!ip.includes(':') || ip.includes('.')) return ip;
  const [head = '', tail] = ip.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...(tail === undefined ? [] : zeros), ...after].slice(0, 4).join(':');
}

/** As Mastodon says it. */
function tell(response: Response, { limit, remaining, endsAt }: Left): void {
  response.set({
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': new Date(endsAt).toISOString(),
  });
}

const inWords = (seconds: number): string =>
  seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : seconds === 1 ? 'a second' : `${seconds} seconds`;
