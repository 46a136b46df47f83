import { describe, expect, it } from '@jest/globals';
import { createAnswerCache } from '../../../../federation/serve/answer-cache.ts';
import { finishedAnswer } from '../../../../federation/serve/finished.ts';

const PUBLIC = { 'cache-control': 'public, max-age=30' };
function answer(body: string, headers: Record<string, string> = PUBLIC, status = 200) {
  return finishedAnswer(status, headers, Buffer.from(body));
}
function kept(body: string) {
  const made = answer(body);
  if (made === undefined) throw new Error('not an answer for everybody');
  return made;
}

describe('which answers may be kept', () => {
  it('keeps what calls itself public, and what is gone; nothing for one caller, no refusal, no redirect', () => {
    expect(answer('{}')).toBeDefined();
    expect(answer('{}', PUBLIC, 410)).toBeDefined();
    for (const status of [204, 303, 400, 404, 500])
      expect([status, answer('{}', PUBLIC, status)]).toEqual([status, undefined]);
    for (const rule of ['private, no-store', 'no-store', 'private, no-cache']) {
      expect([rule, answer('{}', { 'cache-control': rule })]).toEqual([rule, undefined]);
    }
    expect(answer('{}', {})).toBeUndefined();
    expect(answer('{}', { ...PUBLIC, 'set-cookie': 'a=b' })).toBeUndefined();
  });

  it('gives other bytes another ETag, and the same bytes the same', () => {
    expect(kept('{"a":1}').etag).toBe(kept('{"a":1}').etag);
    expect(kept('{"a":1}').etag).not.toBe(kept('{"a":2}').etag);
  });
});

describe('how long an answer is kept', () => {
  it('gives it until something it is made of is written to, or it is old', () => {
    let now = 0;
    const cache = createAnswerCache({ oldestMs: 1000, bytes: 1 << 20 }, () => now);
    cache.put('alice', kept('one'), 5);
    expect(cache.get('alice', 5)?.body.toString()).toBe('one');
    expect(cache.get('alice', 6)).toBeUndefined();
    expect(cache.get('alice', 5)).toBeUndefined();
    cache.put('alice', kept('two'), 6);
    now = 1000;
    expect(cache.get('alice', 6)?.body.toString()).toBe('two');
    now = 1001;
    expect(cache.get('alice', 6)).toBeUndefined();
    expect(cache.bytes).toBe(0);
  });

  it('never holds more than its limit: what was used longest ago goes first, what is too large never comes', () => {
    const limit = 1 << 20;
    const cache = createAnswerCache({ oldestMs: 1000, bytes: limit }, () => 0);
    cache.put('huge', kept('x'.repeat(limit / 4)), 0);
    expect([cache.bytes, cache.get('huge', 0)]).toEqual([0, undefined]);
    cache.put('wanted', kept('wanted'), 0);
    for (let number = 0; number < 1000; number++) {
      cache.put(`page ${number}`, kept('x'.repeat(10_000)), 0);
      expect(cache.bytes).toBeLessThanOrEqual(limit);
      expect(cache.get('wanted', 0)).toBeDefined();
    }
    expect(cache.get('page 0', 0)).toBeUndefined();
    expect(cache.get('page 999', 0)).toBeDefined();
  });
});
