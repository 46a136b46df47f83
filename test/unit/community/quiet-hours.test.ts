import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTimeZone, localTime } from '../../../server/community/local-time.ts';
import {
  longestQuietMs,
  type QuietHours,
  quietUntil,
  readQuietHours,
  usualQuietHours,
} from '../../../server/community/quiet-hours.ts';

const MINUTE = 60_000;
const usual = usualQuietHours('UTC');
const until = (hours: QuietHours, now: string) => quietUntil(hours, new Date(now))?.toISOString() ?? null;

describe('quiet hours', () => {
  it('are from nine in the evening until eight in the morning, where she is', () => {
    expect(until(usual, '2026-11-25T20:59:59Z')).toBeNull();
    expect(until(usual, '2026-11-25T21:00:00Z')).toBe('2026-11-26T08:00:00.000Z');
    expect(until(usual, '2026-11-26T07:59:59.999Z')).toBe('2026-11-26T08:00:00.000Z');
    expect(until(usual, '2026-11-26T08:00:00Z')).toBeNull();
    const kathmandu = usualQuietHours('Asia/Kathmandu');
    expect(until(kathmandu, '2026-11-25T15:14:59Z')).toBeNull();
    expect(until(kathmandu, '2026-11-25T15:15:00Z')).toBe('2026-11-26T02:15:00.000Z');
    expect(until({ ...usual, on: false }, '2026-11-25T23:00:00Z')).toBeNull();
  });

  it('may be in the day, and on all of a weekend with the nights around it', () => {
    const siesta = { ...usual, from: 13, until: 15 };
    expect(until(siesta, '2026-11-25T14:00:00Z')).toBe('2026-11-25T15:00:00.000Z');
    expect(until(siesta, '2026-11-25T15:00:00Z')).toBeNull();
    const weekends = { ...usual, weekends: true };
    // Friday evening to Monday morning.
    expect(until(weekends, '2026-11-27T21:00:00Z')).toBe('2026-11-30T08:00:00.000Z');
    expect(until(weekends, '2026-11-28T12:00:00Z')).toBe('2026-11-30T08:00:00.000Z');
    expect(until(usual, '2026-11-28T12:00:00Z')).toBeNull();
  });

  it('go by the clock on the wall where that is put forward or back', () => {
    const berlin = usualQuietHours('Europe/Berlin');
    expect(until(berlin, '2026-03-28T20:00:00Z')).toBe('2026-03-29T06:00:00.000Z');
    expect(until(berlin, '2026-10-24T19:00:00Z')).toBe('2026-10-25T07:00:00.000Z');
    // The clock goes from two to three: what lasts until two ends then.
    expect(until({ ...berlin, until: 2 }, '2026-03-29T00:30:00Z')).toBe('2026-03-29T01:00:00.000Z');
    // Lord Howe puts its clocks back by half an hour.
    expect(until(usualQuietHours('Australia/Lord_Howe'), '2026-04-04T12:00:00Z')).toBe('2026-04-04T21:30:00.000Z');
  });

  const zones = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'Africa/Casablanca',
    'Pacific/Chatham',
  );
  const hour = fc.integer({ min: 0, max: 23 });
  const anyHours: fc.Arbitrary<QuietHours> = fc
    .record({ on: fc.constant(true), from: hour, until: hour, weekends: fc.boolean(), zone: zones })
    .filter(({ from, until }) => from !== until);
  const moment = fc
    .integer({ min: Date.UTC(2024, 0, 1) / MINUTE, max: Date.UTC(2030, 0, 1) / MINUTE })
    .map((minutes) => new Date(minutes * MINUTE));

  it('last until the first moment that is outside of them, and not longer than is said', () => {
    fc.assert(
      fc.property(anyHours, moment, fc.double({ min: 0, max: 1, noNaN: true }), (hours, now, share) => {
        const end = quietUntil(hours, now);
        if (end === null) return;
        expect(end.getTime()).toBeGreaterThan(now.getTime());
        expect(quietUntil(hours, end)).toBeNull();
        const between = new Date(now.getTime() + Math.floor((end.getTime() - now.getTime()) * share * 0.999999));
        expect(quietUntil(hours, between)).toEqual(end);
        expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(longestQuietMs(hours));
      }),
    );
  });

  it('hold what the clock on the wall says, by another reckoning', () => {
    fc.assert(
      fc.property(anyHours, moment, (hours, now) => {
        const said = now.toLocaleString('en-GB', { timeZone: hours.zone, hour: '2-digit', hourCycle: 'h23' });
        const day = now.toLocaleString('en-GB', { timeZone: hours.zone, weekday: 'long' });
        const asleep = Array.from({ length: (hours.until - hours.from + 24) % 24 }, (_, at) => (hours.from + at) % 24);
        const quiet = asleep.includes(Number(said)) || (hours.weekends && /^S/.test(day));
        expect(quietUntil(hours, now) !== null).toBe(quiet);
      }),
    );
  });

  it('are read from a form, and refused in words', () => {
    const form = { on: true, from: '22', until: '07', weekends: true, zone: 'Europe/Paris' };
    expect(readQuietHours(form)).toEqual({ ok: true, value: { ...form, from: 22, until: 7 } });
    for (const wrong of [{ from: '7' }, { from: '24' }, { from: '' }, { until: '8:30' }, { from: '-1' }]) {
      expect(readQuietHours({ ...form, ...wrong })).toMatchObject({ ok: false, refusal: { code: 'bad-hours' } });
    }
    expect(readQuietHours({ ...form, zone: 'Paris' })).toMatchObject({ ok: false, refusal: { code: 'bad-zone' } });
  });
});

describe('time zones', () => {
  it('are those that have a name, and nothing that only looks like one', () => {
    for (const zone of ['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5']) {
      expect([zone, isTimeZone(zone)]).toEqual([zone, true]);
    }
    for (const text of ['', '+02:00', 'Europe', '../etc/passwd', 'Europe/Berlin\n', 'x'.repeat(5000), '__proto__']) {
      expect([text, isTimeZone(text)]).toEqual([text, false]);
    }
  });

  it('tell weekday and minute', () => {
    expect(localTime(new Date('2026-11-28T23:59:00Z'), 'Asia/Tokyo')).toEqual({ weekday: 0, minute: 539 });
    expect(localTime(new Date('2026-11-28T00:00:00Z'), 'UTC')).toEqual({ weekday: 6, minute: 0 });
  });
});
