import { describe, expect, it } from '@jest/globals';
import { createHosts } from '../../../../federation/send/hosts.ts';
import { DELIVERY_LIMITS } from '../../../../federation/send/limits.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-23T12:00:00Z');
const at = (minutes: number) => new Date(START + minutes * MINUTE);

/** South fails until it is paused, from that moment on. */
function pausedSouth(now = at(0)) {
  const hosts = createHosts(DELIVERY_LIMITS);
  for (let failure = 0; failure < 3; failure += 1) hosts.failed('south', now);
  return hosts;
}

describe('a host that keeps failing', () => {
  it('is left alone after the third failure in a row, not before', () => {
    const hosts = createHosts(DELIVERY_LIMITS);
    expect([hosts.failed('south', at(0)), hosts.failed('south', at(0))]).toEqual([undefined, undefined]);
    expect(hosts.state('south', at(0))).toBe('doubtful');
    expect(hosts.failed('south', at(0))).toEqual(at(1));
    expect(hosts.state('south', at(0))).toBe('paused');
    expect(hosts.pausedUntil('south', at(0))).toEqual(at(1));
    expect(hosts.state('west', at(0))).toBe('new');
  });

  it('a success in between starts the count anew', () => {
    const hosts = createHosts(DELIVERY_LIMITS);
    hosts.failed('south', at(0));
    hosts.failed('south', at(0));
    expect(hosts.answered('south', true)).toBe(false);
    hosts.failed('south', at(0));
    expect(hosts.state('south', at(0))).toBe('doubtful');
  });

  it('may be probed when the pause is over', () => {
    const hosts = pausedSouth();
    expect(hosts.state('south', at(0.99))).toBe('paused');
    expect(hosts.state('south', at(1))).toBe('probe');
    expect(hosts.pausedUntil('south', at(1))).toBeUndefined();
  });

  it('is fine again after one success', () => {
    const hosts = pausedSouth();
    expect(hosts.answered('south', true)).toBe(true);
    expect(hosts.state('south', at(1))).toBe('fine');
  });

  it('is doubtful while it takes long, and fine when it is quick again', () => {
    const hosts = createHosts(DELIVERY_LIMITS);
    hosts.answered('south', true);
    hosts.slow('south');
    expect(hosts.state('south', at(0))).toBe('doubtful');
    hosts.answered('south', false);
    expect(hosts.state('south', at(0))).toBe('doubtful');
    hosts.answered('south', true);
    expect(hosts.state('south', at(0))).toBe('fine');
  });

  it('is left alone twice as long after each probe that fails, up to two hours', () => {
    const hosts = pausedSouth();
    const pauses: number[] = [];
    let now = at(1);
    for (let probe = 0; probe < 9; probe += 1) {
      const until = hosts.failed('south', now);
      if (until === undefined) throw new Error('not paused');
      pauses.push((until.getTime() - now.getTime()) / MINUTE);
      now = until;
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 120, 120, 120]);
  });

  it('is left alone as long as it asks for, up to two hours', () => {
    const hosts = createHosts(DELIVERY_LIMITS);
    const failed = (host: string, askedMs: number) => {
      for (let failure = 0; failure < 2; failure += 1) hosts.failed(host, at(0), askedMs);
      return hosts.failed(host, at(0), askedMs);
    };
    expect(failed('south', 10 * MINUTE)).toEqual(at(10));
    expect(failed('west', 1000)).toEqual(at(1));
    expect(failed('east', 600 * MINUTE)).toEqual(at(120));
  });

  it('what was still under way when the pause began does not lengthen it', () => {
    const hosts = pausedSouth();
    expect(hosts.failed('south', at(0.5))).toBeUndefined();
    expect(hosts.state('south', at(1))).toBe('probe');
  });

  it('is forgotten when too many others failed since', () => {
    const hosts = createHosts({ ...DELIVERY_LIMITS, hosts: 10 });
    for (const host of ['south', 'south', 'south']) hosts.failed(host, at(0));
    for (let other = 0; other < 10; other += 1) hosts.failed(`host-${other}`, at(0));
    expect(hosts.state('south', at(0))).toBe('new');
  });
});
