import { describe, expect, it } from '@jest/globals';
import { createAddresses } from '../../../server/community/addresses.ts';
import type { Community } from '../../../server/community/community.ts';
import { communityIri } from '../../../server/community/ids.ts';
import { createLookUp, type LookUpParts } from '../../../server/pages/look-up.ts';

const CHOIR = 'https://south.example/c/choir';
const self = (href: unknown, type = 'application/activity+json') => ({ links: [{ rel: 'self', type, href }] });

/** A look-up among two communities, where WebFinger answers as a test says. */
function looking({
  webFinger = self(CHOIR) as unknown,
  status = 200,
  met = 'community' as 'person' | 'community' | null,
  allowLoopback = false,
} = {}) {
  const asked: string[] = [];
  const known = ['https://north.example/actors/guild', CHOIR].map((iri) => ({ iri }) as unknown as Community);
  const parts: LookUpParts = {
    house: {
      addresses: createAddresses('https://north.example'),
      people: {
        byIri: async (iri: string) => (met === 'person' && iri === CHOIR ? { iri } : null),
      } as unknown as LookUpParts['house']['people'],
      communities: {
        byIri: async (iri: string) => (met === 'person' ? null : (known.find((one) => one.iri === iri) ?? null)),
      } as unknown as LookUpParts['house']['communities'],
    },
    fetch: {
      async get(url) {
        asked.push(url);
        const body = typeof webFinger === 'string' ? webFinger : JSON.stringify(webFinger);
        return { ok: true, status, body: Buffer.from(body) };
      },
    },
    async meet(iri) {
      asked.push(iri);
      return met;
    },
    allowLoopback,
  };
  return { lookUp: createLookUp(parts), asked };
}

describe('a community is found', () => {
  it.each(['@choir@south.example', 'choir@south.example', '  @choir@south.example '])(
    'by its handle: %s',
    async (text) => {
      const { lookUp, asked } = looking();
      expect(await lookUp(text)).toMatchObject({ ok: true, community: { iri: CHOIR } });
      expect(asked).toEqual([
        'https://south.example/.well-known/webfinger?resource=acct%3Achoir%40south.example',
        CHOIR,
      ]);
    },
  );

  it('by its address', async () => {
    const { lookUp, asked } = looking();
    expect(await lookUp(CHOIR)).toMatchObject({ ok: true, community: { iri: CHOIR } });
    expect(asked).toEqual([CHOIR]);
  });

  it.each(['@guild@north.example', '@Guild@north.example', 'https://north.example/actors/guild'])(
    'without asking anybody when it is of here: %s',
    async (text) => {
      const { lookUp, asked } = looking();
      expect(await lookUp(text)).toMatchObject({
        ok: true,
        community: { iri: communityIri('https://north.example/actors/guild') },
      });
      expect(asked).toEqual([]);
    },
  );

  it('in plain http on this machine alone, and only in trials', async () => {
    const trial = looking({ allowLoopback: true });
    await trial.lookUp('@choir@south.localhost:8081');
    expect(trial.asked[0]).toMatch(/^http:\/\/south\.localhost:8081\//);
    await trial.lookUp('@choir@localhost.example');
    expect(trial.asked[2]).toMatch(/^https:\/\/localhost\.example\//);
    const earnest = looking();
    await earnest.lookUp('@choir@south.localhost:8081');
    expect(earnest.asked[0]).toMatch(/^https:/);
  });
});

describe('no community is found', () => {
  it.each([
    ['when the server does not know the name', { status: 404 }, /does not know this name/],
    ['when the answer is no JSON', { webFinger: '<html>' }, /does not know this name/],
    ['when the answer has no links', { webFinger: { links: null } }, /does not know this name/],
    ['when its links are nonsense', { webFinger: { links: [null, 3, 'x'] } }, /does not know this name/],
    ['when the link is no text', { webFinger: self(7) }, /does not know this name/],
    ['when the link is a page', { webFinger: self(CHOIR, 'text/html') }, /does not know this name/],
    ['when the link is no address', { webFinger: self('javascript:alert(1)') }, /handle like/],
    ['when it is a person', { met: 'person' as const }, /person, not a community/],
    ['when nobody can be met there', { met: null }, /does not answer with a community/],
  ])('%s, and a sentence says so', async (_, how, sentence) => {
    const answer = await looking(how).lookUp('@choir@south.example');
    expect(answer).toMatchObject({ ok: false, text: { pattern: expect.stringMatching(sentence) } });
  });

  it.each([
    '',
    'choir',
    '@choir',
    'south.example',
    '@choir@south.example/x',
    '@a b@south.example',
    'ftp://south.example',
  ])('for what is no handle and no address: “%s”', async (text) => {
    const { lookUp, asked } = looking();
    expect(await lookUp(text)).toMatchObject({ ok: false, text: { pattern: expect.stringMatching(/handle like/) } });
    expect(asked).toEqual([]);
  });

  it('for one of here that is not there', async () => {
    expect(await looking().lookUp('@nobody@north.example')).toMatchObject({
      ok: false,
      text: { pattern: 'There is no such community here.' },
    });
  });
});
