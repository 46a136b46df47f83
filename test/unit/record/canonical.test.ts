import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalText, hashOf, isCanonical } from '../../../server/record/canonical.ts';

describe('the canonical text', () => {
  it('does not show in which order things were written down (RFC 8785 §3.2.3)', () => {
    expect(canonicalText({ b: 1, a: [true, null], '€': 'é' })).toBe('{"a":[true,null],"b":1,"€":"é"}');
    expect(
      hashOf(
        new Map([
          ['b', 1],
          ['a', 2],
        ]),
      ),
    ).toBe(
      hashOf(
        new Map([
          ['a', 2],
          ['b', 1],
        ]),
      ),
    );
    expect(hashOf(new Set(['carol', 'alice']))).toBe(hashOf(new Set(['alice', 'carol'])));
  });

  it('writes dates as ISO text and leaves out what is undefined', () => {
    expect(canonicalText({ at: new Date(0), left: undefined })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
  });

  it('has the SHA-256 of the text as its hash', () => {
    expect(hashOf('')).toBe('12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126');
  });

  it('refuses what has no text of its own', () => {
    expect(() => canonicalText({ at: new Date(Number.NaN) })).toThrow(RangeError);
    expect(() => canonicalText({ half: '\ud800' })).toThrow();
    expect(() => canonicalText(undefined)).toThrow(TypeError);
  });

  it('is the one that others write', () => {
    const json = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 });
    const written = (write: (value: unknown) => unknown, value: unknown) => {
      try {
        return write(value);
      } catch {
        return 'refused';
      }
    };
    fc.assert(
      fc.property(json, (value) => expect(written(canonicalText, value)).toBe(written(canonicalize, value))),
      {
        numRuns: 500,
      },
    );
    const named = { 10: 'ten', 9: 'nine', a: [-0, 1e21, 1e-7], ä: { 'a b': null } };
    expect(canonicalText(named)).toBe(canonicalize(named));
  });

  it('reads back as the same JSON value', () => {
    const unharmed = fc.jsonValue({ noUnicodeString: false }).filter((value) => JSON.stringify(value).isWellFormed());
    fc.assert(
      fc.property(unharmed, (value) => {
        fc.pre(!/\\ud[89a-f]/i.test(JSON.stringify(value)));
        expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('whether a text is canonical', () => {
  const json = fc.jsonValue({ noUnicodeString: false });

  it('is answered as writing it again would answer it', () => {
    fc.assert(
      fc.property(json, fc.boolean(), (value, asWritten) => {
        const text = asWritten ? JSON.stringify(value) : canonicalText(value);
        const parsed = JSON.parse(text);
        expect(isCanonical(text, parsed)).toBe(canonicalText(parsed) === text);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['{"b":1,"a":2}', '{"a":1,"a":1}', '{"a": 1}', '[1.0]', '["\\u0041"]', '{"a":{"c":1,"b":1}}', '[1e2]'])(
    'is no for %s',
    (text) => {
      expect(isCanonical(text, JSON.parse(text))).toBe(false);
    },
  );

  it.each(['{"10":1,"2":1}', '{"":1,"a":2}', '[]', '"é"'])('is yes for %s', (text) => {
    expect(isCanonical(text, JSON.parse(text))).toBe(true);
  });
});
