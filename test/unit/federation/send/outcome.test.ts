import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DELIVERY_LIMITS } from '../../../../federation/send/limits.ts';
import {
  type Attempt,
  backOffMs,
  hostFails,
  outcomeOf,
  retryAfterMs,
  type Tried,
} from '../../../../federation/send/outcome.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const outcomeAfter = (attempt: Attempt, more: Partial<Tried> = {}) =>
  outcomeOf({ attempt, attempts: 0, since: NOW, now: NOW, jitter: 0.5, ...more });
const waitOf = (attempt: Attempt, more: Partial<Tried> = {}) => {
  const outcome = outcomeAfter(attempt, more);
  return outcome.is === 'retry' ? outcome.at.getTime() - NOW.getTime() : outcome.is;
};

describe('what becomes of a delivery (DAT-07)', () => {
  it.each([200, 201, 202, 204])('%i is done', (status) => {
    expect(outcomeAfter({ status })).toEqual({ is: 'done' });
  });

  it.each([404, 410])('%i: bob is gone', (status) => {
    expect(outcomeAfter({ status })).toEqual({ is: 'dead', why: 'gone' });
  });

  it.each([301, 302, 303, 307, 308])('%i is no success: an inbox that moved is announced by its actor', (status) => {
    expect(outcomeAfter({ status })).toMatchObject({ is: 'dead' });
  });

  it.each([400, 403, 405, 406, 409, 413, 415, 422, 451])('%i is final', (status) => {
    expect(outcomeAfter({ status })).toMatchObject({ is: 'dead', why: `the inbox answered ${status}` });
  });

  it.each([401, 408, 429, 500, 501, 502, 503, 504, 599])('%i is tried again in a minute', (status) => {
    expect(waitOf({ status })).toBe(MINUTE);
  });

  it.each(['timeout', 'unreachable', 'too-large'] as const)('%s is tried again in a minute', (failure) => {
    expect(waitOf({ failure })).toBe(MINUTE);
  });

  it.each(['private-address', 'bad-url', 'too-many-redirects'] as const)('%s is final', (failure) => {
    expect(outcomeAfter({ failure })).toMatchObject({ is: 'dead' });
  });

  it('only a 2xx is ever counted as success', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), (status) => {
        expect(outcomeAfter({ status }).is === 'done').toBe(status >= 200 && status < 300);
      }),
    );
  });

  it('a failure after seven days is the last one, and says what it was', () => {
    const since = new Date(NOW.getTime() - 7 * DAY);
    expect(outcomeAfter({ status: 503 }, { since })).toEqual({
      is: 'dead',
      why: 'given up after 7 days: the inbox answered 503',
    });
    expect(outcomeAfter({ status: 503 }, { since: new Date(since.getTime() + 1) }).is).toBe('retry');
    expect(outcomeAfter({ status: 202 }, { since }).is).toBe('done');
  });
});

describe('back-off', () => {
  it('is one minute, then two and a half times as long each time, up to twelve hours', () => {
    const minutes = [0, 1, 2, 3, 7, 8, 20].map((attempts) => backOffMs(attempts, 0.5) / MINUTE);
    expect(minutes).toEqual([1, 2.5, 6.25, 15.625, expect.closeTo(610.35, 1), 720, 720]);
  });

  it('is never under 48 seconds and never over 12 hours', () => {
    const attempts = fc.integer({ min: 0, max: 1_000_000 });
    const jitter = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(attempts, jitter, (tries, chance) => {
        const wait = backOffMs(tries, chance);
        expect(wait).toBeGreaterThanOrEqual(48_000);
        expect(wait).toBeLessThanOrEqual(12 * HOUR);
      }),
    );
  });

  it('does not send everybody back at once', () => {
    expect([0, 1].map((jitter) => backOffMs(0, jitter))).toEqual([48_000, 72_000]);
  });

  it('tries about twenty times in seven days', () => {
    let [now, attempts] = [NOW, 0];
    for (;;) {
      const outcome = outcomeAfter({ failure: 'unreachable' }, { attempts, now });
      if (outcome.is !== 'retry') break;
      [now, attempts] = [outcome.at, attempts + 1];
    }
    expect(attempts).toBeGreaterThan(15);
    expect(attempts).toBeLessThan(25);
  });
});

describe('Retry-After', () => {
  it('is honoured in seconds and as a date', () => {
    expect(waitOf({ status: 429, retryAfter: '3600' })).toBe(HOUR);
    expect(waitOf({ status: 503, retryAfter: 'Mon, 23 Nov 2026 14:00:00 GMT' })).toBe(2 * HOUR);
  });

  it('is capped at 24 hours', () => {
    expect(waitOf({ status: 429, retryAfter: '99999999' })).toBe(DAY);
  });

  it('never shortens the wait', () => {
    expect(waitOf({ status: 429, retryAfter: '1' })).toBe(MINUTE);
    expect(waitOf({ status: 429, retryAfter: 'Mon, 23 Nov 2026 11:00:00 GMT' })).toBe(MINUTE);
  });

  it.each([undefined, '', 'soon', '-5', '1e9', '1.5', '1234567890123'])('%p is passed over', (text) => {
    expect(retryAfterMs(text, NOW)).toBe(0);
  });

  it('whatever it says, the wait is between the back-off and 24 hours', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, seconds) => {
        for (const retryAfter of [text, String(seconds)]) {
          const wait = waitOf({ status: 429, retryAfter });
          expect(wait).toBeGreaterThanOrEqual(MINUTE);
          expect(wait).toBeLessThanOrEqual(DAY);
        }
      }),
    );
  });
});

describe('a host is in trouble', () => {
  it.each([{ status: 500 }, { status: 503 }, { status: 429 }, { failure: 'timeout' }, { failure: 'unreachable' }])(
    'after %p',
    (attempt) => expect(hostFails(attempt as Attempt)).toBe(true),
  );

  it.each([{ status: 202 }, { status: 401 }, { status: 410 }, { status: 404 }, { failure: 'private-address' }])(
    'not after %p: that is about one inbox',
    (attempt) => expect(hostFails(attempt as Attempt)).toBe(false),
  );

  it('the limits are those of the design', () => {
    expect(DELIVERY_LIMITS).toMatchObject({ inFlight: 64, perHost: 2, hostFailures: 3, giveUpMs: 7 * DAY });
  });
});
