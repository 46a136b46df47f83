import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readPoll, readPost, readVote } from '../../../../federation/receive/read-post.ts';
import { type JsonObject, type JsonValue, memberOf, parseJsonObject } from '../../../../federation/vocabulary/read.ts';

const WIRE = new URL('../../../fixtures/wire/', import.meta.url);

/** What a server really sent. */
function sent(software: string, name: string): JsonObject {
  const recorded = parseJsonObject(readFileSync(new URL(`${software}/${name}.json`, WIRE), 'utf8'));
  const body = memberOf(recorded, 'body');
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Error(`${name} has no body`);
  return body as JsonObject;
}
const objectOf = (activity: JsonValue | undefined): JsonObject => {
  const object = memberOf(activity, 'object');
  const first = Array.isArray(object) ? object[0] : object;
  return first as JsonObject;
};

const NOTE = {
  id: 'https://far.example/n/1',
  type: 'Note',
  attributedTo: 'https://far.example/u/mia',
  to: ['https://www.w3.org/ns/activitystreams#Public'],
  content: '<p>Hello</p>',
};

describe('votes on the wire', () => {
  it.each([
    ['gotosocial', 'create-vote', 'green'],
    ['gotosocial', 'create-vote-multiple', 'blue'],
    ['snac', 'create-vote', 'red'],
    ['snac', 'create-vote-multiple', 'red'],
  ])('by %s (%s) say what was chosen, and where', (software, name, choice) => {
    const vote = readVote(objectOf(sent(software, name)));
    expect(vote).toEqual({ choice, question: expect.stringMatching(/^https:\/\/ours\.test\/.*\/obj\/\d+$/) });
  });

  it('are no votes without a name, a question, or being a Note', () => {
    const vote = { ...NOTE, name: 'Yes', inReplyTo: 'https://north.example/posts/1' };
    expect(readVote(vote)).toEqual({ choice: 'Yes', question: 'https://north.example/posts/1' });
    const { name, ...nameless } = vote;
    expect(readVote(nameless)).toBeUndefined();
    expect(readVote({ ...vote, inReplyTo: null })).toBeUndefined();
    expect(readVote({ ...vote, type: 'Article' })).toBeUndefined();
    expect(readVote({ ...vote, name: 7 })).toBeUndefined();
  });
});

describe('posts on the wire', () => {
  const posts = ['gotosocial', 'snac', 'nodebb'].flatMap((software) =>
    readdirSync(new URL(`${software}/`, WIRE))
      .filter((file) => /^(create-(note|reply|question)|update-(note|question))/.test(file))
      .map((file) => [software, file.replace('.json', '')] as const),
  );

  it.each(posts)('by %s (%s) are read', (software, name) => {
    const activity = sent(software, name);
    const post = readPost(objectOf(activity), String(memberOf(activity, 'id')));
    expect(post).toMatchObject({
      iri: expect.stringMatching(/^https:\/\//),
      author: memberOf(activity, 'actor'),
      html: expect.stringMatching(/\w/),
    });
    expect(post?.publishedAt).toBeInstanceOf(Date);
  });

  it.each(['gotosocial', 'snac'])('a poll by %s has its options, and no counts before it is closed', (software) => {
    const poll = readPoll(objectOf(sent(software, 'create-question')));
    expect(poll?.options.length).toBeGreaterThanOrEqual(2);
    expect(poll?.closesAt).toBeInstanceOf(Date);
    expect(poll?.counts).toBeUndefined();
  });

  it('a topic of NodeBB has its title, and a reply none', () => {
    const topic = sent('nodebb', 'create-note');
    expect(readPost(objectOf(topic), 'a')?.title).toMatch(/topic/i);
    const reply = readPost(objectOf(sent('nodebb', 'create-reply')), 'a');
    expect(reply?.title).toBeUndefined();
    expect(reply?.inReplyTo).toMatch(/^https:/);
  });
});

describe('a post from elsewhere', () => {
  it('may have its text by languages only', () => {
    const { content, ...without } = NOTE;
    expect(readPost({ ...without, contentMap: { de: '<p>Hallo</p>' } }, 'a')?.html).toBe('<p>Hallo</p>');
    expect(readPost(without, 'a')?.html).toBe('');
  });

  it.each([
    ['nobody', { attributedTo: null }],
    ['two people', { attributedTo: ['https://far.example/u/a', 'https://far.example/u/b'] }],
    ['no id', { id: '' }],
    ['a type that is no post', { type: 'Like' }],
    ['a type spelled wrongly', { type: 'Note ' }],
  ])('is none with %s', (_, more) => {
    expect(readPost({ ...NOTE, ...more } as unknown as JsonObject, 'a')).toBeUndefined();
  });

  it.each([
    [['https://www.w3.org/ns/activitystreams#Public'], 'public'],
    [['as:Public'], 'public'],
    [['Public'], 'public'],
    [['https://far.example/u/mia/followers'], 'direct'],
    [['https://www.w3.org/ns/activitystreams#public'], 'direct'],
    [[], 'direct'],
  ])('addressed to %j is %s', (to, audience) => {
    expect(readPost({ ...NOTE, to }, 'a')?.audience).toBe(audience);
    expect(readPost({ ...NOTE, to: [], cc: to }, 'a')?.audience).toBe(audience);
  });

  it('names everybody addressed once, two hundred at the most', () => {
    const many = Array.from({ length: 500 }, (_, index) => `https://far.example/u/${index}`);
    const tag = [{ type: 'Mention', href: 'https://north.example/actors/guild' }];
    const post = readPost({ ...NOTE, cc: ['https://far.example/u/0', 'https://far.example/u/0'], tag }, 'a');
    expect(post?.addressed).toEqual([...NOTE.to, 'https://far.example/u/0', 'https://north.example/actors/guild']);
    expect(readPost({ ...NOTE, cc: many }, 'a')?.addressed).toHaveLength(200);
  });

  it.each(['javascript:alert(1)', 'x', '', 'https://a@b.example/', 7])('answers no such address: %s', (inReplyTo) => {
    expect(readPost({ ...NOTE, inReplyTo }, 'a')).not.toHaveProperty('inReplyTo');
  });

  it('has its title once, though its text begins with it', () => {
    const titled = { ...NOTE, name: 'A & B', content: '<p><strong>A &amp; B</strong></p><p>Text</p>' };
    expect(readPost(titled, 'a')).toMatchObject({ title: 'A & B', html: '<p>Text</p>' });
  });
});

describe('a poll from elsewhere', () => {
  const poll = (more: object) =>
    readPoll({ type: 'Question', oneOf: [{ name: 'a' }, { name: 'b' }], ...more } as unknown as JsonObject);

  it('has two to fifty options', () => {
    expect(poll({})).toEqual({ options: ['a', 'b'], multiple: false });
    expect(poll({ oneOf: [{ name: 'a' }] })).toBeUndefined();
    expect(poll({ oneOf: Array.from({ length: 51 }, (_, index) => ({ name: `${index}` })) })).toBeUndefined();
    expect(poll({ oneOf: [], anyOf: [{ name: 'a' }, { name: 'b' }] })?.multiple).toBe(true);
  });

  it.each([-1, 1.5, '3', null, Number.MAX_SAFE_INTEGER + 1])(
    'is believed no number of voters like %s',
    (votersCount) => {
      expect(poll({ closed: '2026-01-01T00:00:00Z', votersCount })).not.toHaveProperty('voters');
    },
  );

  it.each([-1, 1.5, '3', null])('is believed no counts with one like %s', (totalItems) => {
    const oneOf = [
      { name: 'a', replies: { totalItems: 1 } },
      { name: 'b', replies: { totalItems } },
    ];
    expect(poll({ closed: '2026-01-01T00:00:00Z', oneOf })).not.toHaveProperty('counts');
  });

  it('has as many counts as options, or none', () => {
    const oneOf = [
      { name: 'a', replies: { totalItems: 1 } },
      { replies: { totalItems: 9 } },
      { name: 'b', replies: { totalItems: 2 } },
    ];
    const read = poll({ closed: '2026-01-01T00:00:00Z', oneOf });
    expect(read?.options).toEqual(['a', 'b']);
    expect(read?.counts ?? [1, 2]).toEqual([1, 2]);
  });
});
