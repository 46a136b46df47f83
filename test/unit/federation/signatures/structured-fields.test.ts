import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentDigestMatches } from '../../../../federation/signatures/content-digest.ts';
import { parseDictionary, writeInnerList } from '../../../../federation/signatures/structured-fields.ts';

/** The inner list of the only member, written again. */
function rewritten(text: string): string | undefined {
  const member = parseDictionary(text)?.get('a');
  return member?.kind === 'list' ? writeInnerList(member) : undefined;
}

describe('an inner list', () => {
  it.each([
    ['a=()', '()'],
    ['a=("x" "y");created=1;keyid="k"', '("x" "y");created=1;keyid="k"'],
    ['a=(  "x"   "y"  );created=007;  b=?1;c=?0;d', '("x" "y");created=7;b;c=?0;d'],
    ['a=("x";sf "y";key="z");n="\\"\\\\"', '("x";sf "y";key="z");n="\\"\\\\"'],
    ['a=(tok*en/1:2);b=:AAE=:;n=-0', '(tok*en/1:2);b=:AAE=:;n=0'],
  ])('%s is written %s', (text, written) => expect(rewritten(text)).toBe(written));
});

describe('a dictionary', () => {
  it('has its members in order, and their parameters', () => {
    const dictionary = parseDictionary('sig1=:AAEC: ,\t sig2=("@method");created=5, flag;x=1');
    expect([...(dictionary?.keys() ?? [])]).toEqual(['sig1', 'sig2', 'flag']);
    expect(dictionary?.get('sig1')).toMatchObject({ kind: 'item', item: { kind: 'bytes', value: Buffer.of(0, 1, 2) } });
    expect(dictionary?.get('flag')).toMatchObject({ item: { kind: 'boolean', value: true } });
  });

  it.each([
    ['a trailing comma', 'a=1,'],
    ['no comma', 'a=1 b=2'],
    ['a name in capitals', 'A=1'],
    ['a name twice', 'a=1, a=2'],
    ['a parameter twice', 'a=();b=1;b=2'],
    ['an open list', 'a=("x"'],
    ['items that touch', 'a=("x""y")'],
    ['a list in a list', 'a=(("x"))'],
    ['an open string', 'a="x'],
    ['an escape of something else', 'a="\\x"'],
    ['a letter beyond ASCII', 'a="é"'],
    ['open bytes', 'a=:AAAA'],
    ['bytes that are no base64', 'a=:A-_A:'],
    ['a number with 16 digits', 'a=1234567890123456'],
    ['a decimal', 'a=1.5'],
    ['a space before the value', 'a= 1'],
    ['nine members', 'a,b,c,d,e,f,g,h,i'],
    ['33 items', `a=(${'"x" '.repeat(33)})`],
    ['17 parameters', `a${Array.from({ length: 17 }, (_, n) => `;p${n}`).join('')}`],
    ['8193 characters', `a="${'x'.repeat(8189)}"`],
  ])('with %s cannot be read', (_, text) => expect(parseDictionary(text)).toBeUndefined());

  it('as large as it may be is read', () => {
    expect(parseDictionary(`a="${'x'.repeat(8188)}"`)?.size).toBe(1);
    expect(parseDictionary('a,b,c,d,e,f,g,h')?.size).toBe(8);
  });

  it('never throws, and what it reads it writes so that it reads the same', () => {
    const pieces = fc.constantFrom(...'a b=();,:?"\\'.split(''), '1', '-', '"x"', ':AA==:', '?1', '=(', ';k=');
    const almost = fc.array(pieces, { maxLength: 30 }).map((parts) => `a=(${parts.join('')}`);
    fc.assert(
      fc.property(fc.oneof(almost, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const once = rewritten(text);
        if (once !== undefined) expect(rewritten(`a=${once}`)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('Content-Digest', () => {
  const body = Buffer.from('{"hello": "world"}');
  // Both from RFC 9421 and RFC 9530, for this body.
  const sha512 = 'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:';
  const sha256 = 'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:';
  it.each([
    ['sha-512', sha512, true],
    ['sha-256', sha256, true],
    ['both', `${sha256}, ${sha512}`, true],
    ['one we do not know beside', `md5=:AAAA:, ${sha256}`, true],
    ['a false one beside', `${sha256}, sha-512=:AAAA:`, false],
    ['one that is not bytes', 'sha-256="X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE="', false],
    ['only one we do not know', 'md5=:AAAA:', false],
    ['the syntax of Digest', 'SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=', false],
    ['nothing', '', false],
  ])('%s', (_, header, matches) => {
    expect(contentDigestMatches(header, body)).toBe(matches);
    expect(contentDigestMatches(header, Buffer.from('{"hello": "World"}'))).toBe(false);
  });
});
