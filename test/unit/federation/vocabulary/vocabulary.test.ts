import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readActor } from '../../../../federation/vocabulary/actor.ts';
import { originOf, parseIri, sameIri, sameOrigin } from '../../../../federation/vocabulary/iri.ts';
import { isPublic } from '../../../../federation/vocabulary/names.ts';
import {
  asArray,
  dateOf,
  idOf,
  idsOf,
  isOneOf,
  memberOf,
  parseJsonObject,
  stringOf,
  typesOf,
} from '../../../../federation/vocabulary/read.ts';
import { createAddresses } from '../../../../server/community/addresses.ts';

const OURS = 'https://s.test';
const { isHere } = createAddresses(OURS);

describe('which IRIs are ours (ORI-18)', () => {
  it.each(['https://s.test/', 'https://s.test/u/carol', 'https://s.test/u/carol#main-key'])('%s is', (iri) => {
    expect(isHere(iri)).toBe(true);
  });
  it.each([
    'https://s.test.evil.test/u/carol',
    'https://s.test@evil.test/u/carol',
    'https://s.test:pass@evil.test/',
    'https://evil.test@s.test/u/carol',
    'https://s.test:8443/u/carol',
    'https://s.test./u/carol',
    'https://ѕ.test/u/carol',
    'https://xn--s-test-/u/carol',
    'http://s.test/u/carol',
    '//s.test/u/carol',
    '',
  ])('%j is not', (iri) => expect(isHere(iri)).toBe(false));

  it('what leads to us in another spelling is still of our origin, and so can be refused', () => {
    expect(sameOrigin('https://S.TEST:443/u/carol', OURS)).toBe(true);
    expect(sameIri('https://S.TEST:443/u/carol', 'https://s.test/u/carol')).toBe(true);
    expect(sameOrigin('https://s.test./u/carol', OURS)).toBe(false);
  });
  it('two that are no IRIs have no origin in common', () => {
    expect(sameOrigin(undefined, undefined)).toBe(false);
    expect(sameOrigin('data:a', 'data:b')).toBe(false);
    expect(sameIri('nonsense', 'nonsense')).toBe(false);
    expect(originOf('javascript:1')).toBeUndefined();
    expect(parseIri(`https://s.test/${'a'.repeat(5000)}`)).toBeUndefined();
  });
});

describe('JSON from the wire', () => {
  it('loses members that a store or a prototype would obey (ORI-11)', () => {
    const text = '{"_meta":1,"__proto__":{"x":1},"_id":1,"$set":1,"a\\u0000b":1,"type":[{"__v":1,"name":"kept"}]}';
    const object = parseJsonObject(text) ?? {};
    expect(object).toEqual({ type: [{ name: 'kept' }] });
    expect(memberOf(object, 'constructor')).toBeUndefined();
    expect(memberOf(object, 'x')).toBeUndefined();
  });
  it.each([
    ['deep', `{"a":${'['.repeat(7000)}${']'.repeat(7000)}}`],
    ['broad', JSON.stringify({ a: Array(100_000).fill(0) })],
    ['of many keys', JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, n])))],
    ['a list', '[]'],
    ['nothing', ''],
  ])('that is %s is refused (LD-06)', (_, text) => expect(parseJsonObject(text)).toBeUndefined());
  it('that is not UTF-8 is refused, surrogates and huge numbers are tamed', () => {
    expect(parseJsonObject(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).toBeUndefined();
    expect(parseJsonObject('{"a":"\\ud800","b":1e999}')).toEqual({ a: '\ufffd', b: null });
  });
  it('is read without a throw whatever its shape (LD-03)', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const object = parseJsonObject(JSON.stringify({ id: value, type: value, publicKey: value, icon: value }));
        if (object === undefined) return;
        for (const member of [object, object.id]) {
          asArray(member);
          idOf(member);
          idsOf(member);
          stringOf(member);
          dateOf(member);
          expect(isOneOf(member, ['Create'])).toBeUndefined();
        }
        expect(readActor({ ...object, endpoints: object }).ok).toBe(false);
      }),
    );
  });
  it('names types exactly', () => {
    const ofType = (type: unknown) => isOneOf(parseJsonObject(JSON.stringify({ type })), ['Note', 'Question']);
    expect([ofType('Note'), ofType(['x', 'Question']), ofType('Note '), ofType(7), ofType(null)]).toEqual([
      'Note',
      'Question',
      undefined,
      undefined,
      undefined,
    ]);
    expect(typesOf({ type: ['a', 1, null] })).toEqual(['a']);
  });
  it('names ids bare, embedded, once', () => {
    expect(idsOf(['a', { id: 'b' }, 'a', null, 7, ['c'], { id: 7 }])).toEqual(['a', 'b']);
    expect(idOf({ id: 'a' })).toBe('a');
    expect(dateOf('2026-11-23T01:00:00Z')?.getTime()).toBe(Date.UTC(2026, 10, 23, 1));
    expect(dateOf('foo 1')).toBeUndefined();
  });
});

it('everybody is written in three ways', () => {
  const ways = ['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public', 'public', 'toot:Public'];
  expect(ways.map(isPublic)).toEqual([true, true, true, false, false]);
});

describe('an actor', () => {
  const id = 'https://e.test/u/eve';
  const publicKey = { id: `${id}#k`, owner: id, publicKeyPem: 'PEM' };
  const eve = { id, type: 'Person', preferredUsername: 'eve', inbox: `${id}/inbox`, publicKey };
  const codeOf = (document: object) => {
    const actor = readActor(JSON.parse(JSON.stringify(document)));
    return actor.ok ? 'ok' : actor.refusal.code;
  };

  it.each([
    [{}, 'ok'],
    [{ type: ['Person', 'x'] }, 'ok'],
    [{ type: 'Note' }, 'not-an-actor'],
    [{ type: undefined }, 'not-an-actor'],
    [{ id: undefined }, 'not-an-actor'],
    [{ id: 'acct:eve@e.test' }, 'not-an-actor'],
    [{ preferredUsername: undefined }, 'not-an-actor'],
    [{ preferredUsername: 'eve@v.test' }, 'not-an-actor'],
    [{ preferredUsername: 'e'.repeat(200) }, 'not-an-actor'],
    [{ inbox: undefined }, 'no-inbox'],
    [{ inbox: 'https://v.test/inbox' }, 'no-inbox'],
    [{ inbox: 'https://e.test.v.test/inbox' }, 'no-inbox'],
    [{ publicKey: undefined }, 'no-key'],
    [{ publicKey: { ...publicKey, owner: 'https://v.test/u/vic' } }, 'no-key'],
    [{ publicKey: { ...publicKey, owner: 'https://e.test/u/other' } }, 'no-key'],
    [{ publicKey: { ...publicKey, owner: undefined } }, 'no-key'],
    [{ publicKey: { ...publicKey, id: 'https://v.test/k' } }, 'no-key'],
    [{ publicKey: { ...publicKey, publicKeyPem: 7 } }, 'no-key'],
    [{ publicKey: { ...publicKey, publicKeyPem: 'x'.repeat(10_000) } }, 'no-key'],
    [{ publicKey: 'https://e.test/k' }, 'no-key'],
  ])('with %j → %s', (change, code) => expect(codeOf({ ...eve, ...change })).toBe(code));

  it('keeps addresses of its own origin and leaves out the rest', () => {
    const actor = readActor({
      ...eve,
      name: 'Eve',
      endpoints: { sharedInbox: 'https://v.test/inbox' },
      followers: 'https://v.test/f',
      outbox: `${id}/outbox`,
      icon: [{ type: 'Image', url: [{ type: 'Link', href: 'https://cdn.test/eve.png' }] }],
      manuallyApprovesFollowers: true,
    });
    expect(actor).toEqual({
      ok: true,
      value: {
        id,
        type: 'Person',
        preferredUsername: 'eve',
        inbox: `${id}/inbox`,
        publicKeyId: `${id}#k`,
        publicKeyPem: 'PEM',
        name: 'Eve',
        outbox: `${id}/outbox`,
        iconUrl: 'https://cdn.test/eve.png',
        manuallyApprovesFollowers: true,
      },
    });
    expect(readActor({ ...eve, icon: { url: 'javascript:1' } })).not.toHaveProperty('value.iconUrl');
  });
});
