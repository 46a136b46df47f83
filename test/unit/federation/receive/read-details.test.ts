import { describe, expect, it } from '@jest/globals';
import { readDetails } from '../../../../federation/receive/read-details.ts';
import { readPost } from '../../../../federation/receive/read-post.ts';
import { postDocument } from '../../../../federation/vocabulary/objects/posts.ts';
import type { JsonObject, JsonValue } from '../../../../federation/vocabulary/read.ts';
import { createAddresses } from '../../../../server/community/addresses.ts';
import type { Post } from '../../../../server/community/post.ts';

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';
const NOTE = {
  id: 'https://far.example/n/1',
  type: 'Note',
  attributedTo: 'https://far.example/u/mia',
  to: [PUBLIC],
  content: '<p>Hello</p>',
};
const details = (more: object, context?: JsonValue) =>
  readDetails({ ...NOTE, ...more } as unknown as JsonObject, context);

describe('a plain note', () => {
  it('has nothing besides its text', () => expect(details({})).toBeUndefined());
});

describe('attachments', () => {
  const MASTODON = {
    type: 'Document',
    mediaType: 'image/png',
    url: 'https://files.far.example/1.png',
    name: 'A cat on a mat',
    blurhash: 'UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH',
    focalPoint: [0, 0],
    width: 640,
    height: 480,
  };

  it.each<[string, object, object]>([
    [
      'Mastodon’s',
      { attachment: [MASTODON] },
      { kind: 'image', url: MASTODON.url, mediaType: 'image/png', alt: 'A cat on a mat', width: 640, height: 480 },
    ],
    ['one that stands bare', { attachment: MASTODON }, { kind: 'image', alt: 'A cat on a mat' }],
    [
      'with a Link for its address (Pixelfed, WordPress)',
      {
        attachment: {
          type: 'Image',
          url: [{ type: 'Link', href: 'https://far.example/i.jpg', mediaType: 'image/jpeg' }],
        },
      },
      { kind: 'image', url: 'https://far.example/i.jpg', mediaType: 'image/jpeg' },
    ],
    [
      'a film',
      { attachment: { type: 'Video', url: 'https://far.example/v' } },
      { kind: 'video', url: 'https://far.example/v' },
    ],
    [
      'a sound',
      { attachment: { type: 'Document', mediaType: 'audio/ogg', url: 'https://far.example/a' } },
      { kind: 'audio' },
    ],
    [
      'some file',
      { attachment: { type: 'Document', mediaType: 'application/pdf', url: 'https://far.example/f' } },
      { kind: 'file' },
    ],
    ['a cover', { type: 'Article', image: { type: 'Image', url: 'https://far.example/c.png' } }, { kind: 'image' }],
    [
      'PeerTube’s film itself',
      {
        type: 'Video',
        url: [
          { type: 'Link', mediaType: 'text/html', href: 'https://far.example/w/1' },
          { type: 'Link', mediaType: 'video/mp4', href: 'https://far.example/1.mp4', height: 720 },
        ],
      },
      { kind: 'video', url: 'https://far.example/1.mp4', mediaType: 'video/mp4', height: 720 },
    ],
  ])('%s', (_name, more, expected) => expect(details(more)?.attachments).toEqual([expect.objectContaining(expected)]));

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example/x',
    'https://a@b.example/x',
    'java\nscript:alert(1)',
    7,
    null,
  ])('lead to no such address: %j', (url) => {
    expect(details({ attachment: { type: 'Image', url } })).toBeUndefined();
    expect(details({ attachment: { type: 'Image', url: { type: 'Link', href: url } } })).toBeUndefined();
  });

  it('are sixteen at the most, each address once, their words bounded, their sizes believable', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      ...MASTODON,
      url: `https://far.example/${index % 100}`,
    }));
    expect(details({ attachment: many })?.attachments).toHaveLength(16);
    const odd = { ...MASTODON, name: `${'x'.repeat(9000)}\u202e`, width: -1, height: 1e12, mediaType: 'x'.repeat(500) };
    const [one] = details({ attachment: [odd] })?.attachments ?? [];
    expect(one).toEqual({ kind: 'file', url: MASTODON.url, alt: 'x'.repeat(1500) });
  });
});

describe('a warning', () => {
  it.each<[object, object | undefined]>([
    [
      { summary: 'Spoilers', sensitive: true },
      { warning: 'Spoilers', sensitive: true },
    ],
    [{ summary: 'Spoilers' }, { warning: 'Spoilers' }],
    [{ summary: '<b>Spoil</b>ers &amp; more' }, { warning: 'Spoilers & more' }],
    [{ summary: '', sensitive: true }, { sensitive: true }],
    [{ summary: null, sensitive: 'yes' }, undefined],
    [{ summary: { en: 'no text' } }, undefined],
    [
      { type: 'Article', summary: 'What it is about' },
      { kind: 'article', abstract: 'What it is about' },
    ],
    [
      { type: 'Video', summary: 'Blood', sensitive: true },
      { kind: 'video', warning: 'Blood', sensitive: true },
    ],
  ])('%j → %j', (more, expected) => expect(details(more)).toEqual(expected));

  it('is bounded', () => expect(details({ summary: 'x'.repeat(90_000) })?.warning).toHaveLength(500));
});

describe('the language', () => {
  it.each<[string, object, JsonValue | undefined, string | undefined]>([
    ['by contentMap', { contentMap: { de: '<p>Hallo</p>' } }, undefined, 'de'],
    ['the one of the text', { contentMap: { de: '<p>Hallo</p>', en: '<p>Hello</p>' } }, undefined, 'en'],
    ['by the activity’s context', {}, [PUBLIC, { '@language': 'pt-BR' }], 'pt-BR'],
    ['by the object’s own context', { '@context': { '@language': 'fr' } }, { '@language': 'en' }, 'fr'],
    ['by Lemmy', { type: 'Page', language: { identifier: 'fr', name: 'Français' } }, undefined, 'fr'],
    ['by schema.org', { inLanguage: 'nl' }, undefined, 'nl'],
    ['undetermined', { contentMap: { und: '<p>Hello</p>' } }, undefined, undefined],
    ['no language at all', { contentMap: { '"><script>': '<p>Hello</p>' } }, undefined, undefined],
  ])('%s', (_name, more, context, expected) => expect(details(more, context)?.language).toBe(expected));
});

describe('tags', () => {
  it('are custom emoji and hashtags, each once', () => {
    const icon = { type: 'Image', url: 'https://far.example/blob.png' };
    const tag = [
      { type: 'Emoji', name: ':blob_cat:', icon },
      { type: 'Emoji', name: 'blob_cat', icon },
      { type: 'Emoji', name: ':<b>:', icon },
      { type: 'Emoji', name: ':none:', icon: { url: 'javascript:x' } },
      { type: 'Hashtag', name: '#Machines', href: 'https://far.example/tags/machines' },
      { type: 'Hashtag', name: 'Machines' },
      { type: 'Hashtag', name: '#"><script>' },
      { type: 'Mention', href: 'https://far.example/u/mia' },
      'nonsense',
      null,
    ];
    expect(details({ tag })).toEqual({
      emojis: [{ shortcode: 'blob_cat', url: icon.url }],
      hashtags: ['Machines'],
    });
  });

  it('are sixty-four of a kind at the most', () => {
    const tag = Array.from({ length: 5000 }, (_, index) => ({ type: 'Hashtag', name: `#t${index}` }));
    expect(details({ tag })?.hashtags).toHaveLength(64);
  });
});

describe('addresses', () => {
  it.each<[string, object, object | undefined]>([
    ['the page at its own server', { url: 'https://far.example/@mia/1' }, { page: 'https://far.example/@mia/1' }],
    ['its id again', { url: NOTE.id }, undefined],
    ['a page at another server, which its own server may not name so', { url: 'https://phish.example/1' }, undefined],
    [
      'what a Page of Lemmy is about',
      { type: 'Page', attachment: [{ type: 'Link', href: 'https://news.example/1' }] },
      { kind: 'page', link: 'https://news.example/1' },
    ],
    [
      'what an older Lemmy’s Page is about',
      { type: 'Page', url: 'https://news.example/1' },
      { kind: 'page', link: 'https://news.example/1' },
    ],
    ['nowhere', { type: 'Page', attachment: { type: 'Link', href: 'javascript:x' } }, { kind: 'page' }],
  ])('%s', (_name, more, expected) => expect(details(more)).toEqual(expected));
});

describe('an event', () => {
  const EVENT = { type: 'Event', startTime: '2026-12-01T18:00:00Z', endTime: '2026-12-01T20:00:00+00:00' };
  const times = { startsAt: new Date('2026-12-01T18:00:00Z'), endsAt: new Date('2026-12-01T20:00:00Z') };

  it.each<[string, JsonValue, string | undefined]>([
    [
      'a place with a name (Mobilizon)',
      { type: 'Place', name: 'The old hall', address: { addressLocality: 'Porto' } },
      'The old hall',
    ],
    [
      'a place with an address',
      { type: 'Place', address: { streetAddress: 'Rua 1', addressLocality: 'Porto' } },
      'Rua 1, Porto',
    ],
    ['words', 'The old hall', 'The old hall'],
    [
      'several',
      [
        { type: 'Place', name: 'Here' },
        { type: 'Place', name: 'There' },
      ],
      'Here',
    ],
    ['nothing', null, undefined],
  ])('has its times, and %s', (_name, location, place) => {
    expect(details({ ...EVENT, location })?.event).toEqual({ ...times, ...(place === undefined ? {} : { place }) });
  });

  it('has times only where they can be read', () =>
    expect(details({ ...EVENT, startTime: 'soon', endTime: 7 })?.event).toBeUndefined());
  it('is not what a poll’s end makes', () =>
    expect(details({ type: 'Question', endTime: EVENT.endTime })).toBeUndefined());
});

describe('the text', () => {
  const html = (more: object) => readPost({ ...NOTE, ...more } as unknown as JsonObject, 'a')?.html;
  it('is Markdown where it says so (PeerTube)', () => {
    expect(html({ content: 'A *film*\n\n<script>x</script>', mediaType: 'text/markdown' })).toContain('<em>film</em>');
    expect(html({ content: '<script>x</script>', mediaType: 'text/markdown' })).not.toContain('<script>');
  });
  it('is plain where it says so', () =>
    expect(html({ content: 'a < b', mediaType: 'text/plain' })).toBe('<p>a &lt; b</p>'));
  it('is HTML otherwise', () => expect(html({ mediaType: 'text/html' })).toBe(NOTE.content));
});

describe('what a community here passes on', () => {
  it('is read again as it was read first', () => {
    const object = {
      ...NOTE,
      type: 'Event',
      name: 'Meeting',
      summary: 'About sealing',
      sensitive: false,
      contentMap: { en: NOTE.content },
      attachment: [
        {
          type: 'Document',
          mediaType: 'image/png',
          url: 'https://far.example/1.png',
          name: 'A map',
          width: 2,
          height: 1,
        },
        { type: 'Link', href: 'https://news.example/1' },
      ],
      tag: [
        { type: 'Emoji', name: ':blob:', icon: { type: 'Image', url: 'https://far.example/b.png' } },
        { type: 'Hashtag', name: '#machines' },
      ],
      url: 'https://far.example/@mia/1',
      startTime: '2026-12-01T18:00:00Z',
      location: { type: 'Place', name: 'The old hall' },
      updated: '2026-11-23T09:00:00Z',
      published: '2026-11-23T08:00:00Z',
    } as unknown as JsonObject;
    const incoming = readPost(object, 'https://far.example/a/1');
    expect(incoming?.details).toMatchObject({ kind: 'event', language: 'en', link: 'https://news.example/1' });
    const { addressed, ...rest } = incoming as NonNullable<typeof incoming>;
    const post: Post = {
      ...rest,
      thread: rest.iri,
      to: [],
      home: 'elsewhere',
      publishedAt: rest.publishedAt ?? new Date(0),
      receivedAt: new Date(0),
      standing: { state: 'visible' },
      labels: [],
    };
    const around = { addresses: createAddresses('https://north.example'), author: { iri: post.author } };
    const again = readPost(postDocument(post, around), 'https://far.example/a/1');
    expect(again).toEqual({ ...incoming, addressed: again?.addressed });
  });
});
