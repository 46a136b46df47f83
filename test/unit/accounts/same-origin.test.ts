import { describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import { ForeignForm, sameOriginOnly } from '../../../server/accounts/same-origin.ts';

const HERE = 'https://north.example';

/** What becomes of a request with these headers. */
function passes(headers: Readonly<Record<string, string>>, method = 'POST'): boolean {
  let answer: unknown = 'nothing';
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const request = { method, get: (name: string) => lower.get(name.toLowerCase()) } as unknown as Request;
  sameOriginOnly(HERE)(request, { status: () => {} } as unknown as Response, (cause?: unknown) => {
    answer = cause;
  });
  if (answer !== undefined && !(answer instanceof ForeignForm)) throw new Error(`not answered: ${answer}`);
  return answer === undefined;
}

describe('a form', () => {
  it.each([
    ['from a page here', { 'Sec-Fetch-Site': 'same-origin', Origin: HERE }],
    ['that the person sent again by hand', { 'Sec-Fetch-Site': 'none' }],
    ['from an old browser', { Origin: HERE }],
    ['from an older one', { Referer: `${HERE}/communities/guild` }],
  ])('is taken %s', (_, headers) => {
    expect(passes(headers)).toBe(true);
  });

  it.each([
    ['from another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
    ['from another site that names us as its origin', { 'Sec-Fetch-Site': 'cross-site', Origin: HERE }],
    ['from a neighbour under the same name', { 'Sec-Fetch-Site': 'same-site', Origin: 'https://x.north.example' }],
    ['from a longer name', { Origin: 'https://north.example.evil.example' }],
    ['from another port', { Origin: 'https://north.example:8443' }],
    ['in plain http', { Origin: 'http://north.example' }],
    ['from a page without an origin', { Origin: 'null' }],
    ['with our name before an @', { Referer: 'https://north.example@evil.example/' }],
    ['that says nothing of where it comes from', {}],
    ['that says nonsense', { Origin: 'north.example' }],
    ['whose Referer is ours but whose Origin is not', { Origin: 'https://evil.example', Referer: `${HERE}/` }],
  ])('is refused %s', (_, headers) => {
    expect(passes(headers)).toBe(false);
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'post'])('is as little taken by %s', (method) => {
    expect(passes({ Origin: 'https://evil.example' }, method)).toBe(false);
  });
});

describe('reading', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'])('by %s is open to whoever comes from anywhere', (method) => {
    expect(passes({ 'Sec-Fetch-Site': 'cross-site' }, method)).toBe(true);
  });
});
