import { describe, expect, it } from '@jest/globals';
import type { PostIri } from '../../../server/community/ids.ts';
import { feedsInOpml } from '../../../server/community/imports/opml.ts';
import {
  type CollectionItem,
  changedCollection,
  EMPTY_COLLECTION,
  MOST_COLLECTED,
} from '../../../server/community/notebook/collection.ts';
import { feedAddress, nextLook } from '../../../server/community/notebook/feed.ts';
import {
  changedNote,
  emptyNote,
  holdsWords,
  isDue,
  LONGEST_NOTE_TEXT,
  lookingBack,
  webAddress,
} from '../../../server/community/notebook/note.ts';

const NOON = new Date('2026-05-01T12:00:00Z');
const post = 'https://north.example/posts/1' as PostIri;
const codeOf = (result: ReturnType<typeof changedNote> | ReturnType<typeof changedCollection>) =>
  result.ok ? 'ok' : result.refusal.code;

describe('a note', () => {
  const empty = emptyNote(NOON);
  const write = (said: Parameters<typeof changedNote>[1]) => changedNote(empty, said, NOON);

  it('has something to be seen in it, or something that it is about', () => {
    expect(codeOf(write({}))).toBe('empty');
    expect(codeOf(write({ text: ' \u200b\n' }))).toBe('empty');
    expect(codeOf(write({ text: 'x' }))).toBe('ok');
    expect(codeOf(write({ posts: [post] }))).toBe('ok');
    expect(codeOf(write({ text: 'x'.repeat(LONGEST_NOTE_TEXT + 1) }))).toBe('too-long');
    expect(codeOf(write({ title: 'x'.repeat(201), text: 'x' }))).toBe('too-long');
  });

  it('names web addresses and tags, each once, and nothing else', () => {
    const written = write({
      addresses: 'https://a.example/x\nhttps://a.example/x  http://b.example',
      tags: '#Belt, belt  heat',
    });
    expect(written.ok && written.value.links).toEqual([
      { kind: 'address', url: 'https://a.example/x' },
      { kind: 'address', url: 'http://b.example' },
    ]);
    expect(written.ok && written.value.tags).toEqual(['belt', 'heat']);
    for (const address of ['javascript:alert(1)', 'a.example', 'https://u:p@a.example', 'file:///etc/passwd'])
      expect([address, codeOf(write({ addresses: address }))]).toEqual([address, 'bad-address']);
    expect(codeOf(write({ text: 'x', tags: 'a-b' }))).toBe('bad-tag');
    expect(
      codeOf(
        write({ text: 'x', addresses: Array.from({ length: 21 }, (_, at) => `https://a.example/${at}`).join(' ') }),
      ),
    ).toBe('too-many');
    expect(webAddress('HTTPS://A.example')).toBe('https://a.example/');
  });

  it('keeps what is not said', () => {
    const before = changedNote(
      empty,
      { title: 'T', text: 'x', posts: [post], addresses: 'https://a.example', tags: 'b' },
      NOON,
    );
    if (!before.ok) throw new Error('refused');
    const later = new Date(NOON.getTime() + 1);
    const after = changedNote(before.value, { text: 'y' }, later);
    expect(after.ok && after.value).toEqual({ ...before.value, text: 'y', changedAt: later });
  });

  it('is due from the moment that was asked for, and not any more once it is put away', () => {
    const asked = lookingBack(empty, { days: 14, notice: true }, NOON);
    expect(asked.lookBack).toEqual({ at: new Date('2026-05-15T12:00:00Z'), notice: true });
    expect(isDue(asked, new Date('2026-05-15T11:59:59.999Z'))).toBe(false);
    expect(isDue(asked, new Date('2026-05-15T12:00:00Z'))).toBe(true);
    expect(isDue(lookingBack(asked, null, NOON), new Date('2030-01-01'))).toBe(false);
  });

  it('is found by all words of a query, in any case, and by its tags', () => {
    const note = { ...empty, title: 'Second heater', text: 'Ask Tomasz', tags: ['belt'] };
    for (const query of ['tomasz HEATER', '#belt', '#Belt ask'])
      expect([query, holdsWords(note, query)]).toEqual([query, true]);
    for (const query of ['tomasz belt', '#heater', 'ask nobody'])
      expect([query, holdsWords(note, query)]).toEqual([query, false]);
  });
});

describe('a collection', () => {
  const item = (id: string, more: object): CollectionItem =>
    ({ id, sentence: '', at: NOON, kind: 'post', post, ...more }) as CollectionItem;
  const page = (id: string, url = `https://a.example/${id}`) => item(id, { kind: 'link', url, title: '' });
  const of = (...items: CollectionItem[]) => ({ ...EMPTY_COLLECTION, title: 'T', items });

  it('has a name, and holds each thing once', () => {
    expect(codeOf(changedCollection(EMPTY_COLLECTION, { title: ' ' }))).toBe('no-title');
    expect(codeOf(changedCollection(of(item('1', {})), { add: item('2', {}) }))).toBe('in-it-already');
    expect(codeOf(changedCollection(of(page('1')), { add: page('2', 'https://a.example/1') }))).toBe('in-it-already');
    expect(codeOf(changedCollection(of(), { add: page('1', 'javascript:x') }))).toBe('bad-address');
    expect(codeOf(changedCollection(of(), { add: { ...page('1'), sentence: 'x'.repeat(501) } }))).toBe('too-long');
    const full = of(...Array.from({ length: MOST_COLLECTED }, (_, at) => page(String(at))));
    expect(codeOf(changedCollection(full, { add: item('x', {}) }))).toBe('too-many');
    const named = changedCollection(of(), { add: page('1') });
    expect(named.ok && named.value.items).toMatchObject([{ title: 'https://a.example/1' }]);
  });

  it('is put in order one place at a time, and its ends stay its ends', () => {
    const all = of(page('1'), page('2'), page('3'));
    const order = (change: Parameters<typeof changedCollection>[1]) => {
      const changed = changedCollection(all, change);
      return changed.ok ? changed.value.items.map(({ id }) => id).join('') : changed.refusal.code;
    };
    expect(order({ move: { id: '3', by: -1 } })).toBe('132');
    expect(order({ move: { id: '1', by: 1 } })).toBe('213');
    expect(order({ move: { id: '1', by: -1 } })).toBe('123');
    expect(order({ move: { id: '3', by: 1 } })).toBe('123');
    expect(order({ remove: '2' })).toBe('13');
    expect(order({ remove: '9' })).toBe('not-in-it');
    const said = changedCollection(all, { say: { id: '2', sentence: ' because \n it is ' } });
    expect(said.ok && said.value.items[1]?.sentence).toBe('because it is');
  });
});

describe('feeds', () => {
  const hours = (asked: Parameters<typeof nextLook>[0]) =>
    (nextLook(asked, NOON).getTime() - NOON.getTime()) / 3_600_000;

  it('are asked as often as they ask for, between twice an hour and once a day, and less and less while they fail', () => {
    expect(hours({ failures: 0 })).toBe(1);
    expect(hours({ failures: 0, asksMinutes: 0 })).toBe(0.5);
    expect(hours({ failures: 0, asksMinutes: 120 })).toBe(2);
    expect(hours({ failures: 0, asksMinutes: 1e9 })).toBe(24);
    expect(hours({ failures: 0, asksMinutes: Number.NaN })).toBe(1);
    expect([1, 2, 3, 8, 1000].map((failures) => hours({ failures }))).toEqual([1, 2, 4, 128, 168]);
    expect(hours({ failures: 1, asksMinutes: 300 })).toBe(5);
  });

  it('are named by an address, however it is written', () => {
    expect(feedAddress(' feed://a.example/x#part ')).toBe('https://a.example/x');
    expect(feedAddress('feed:https://a.example/x')).toBe('https://a.example/x');
    expect(feedAddress('a.example/x')).toBe('https://a.example/x');
    expect(feedAddress('localhost:8080/x')).toBe('https://localhost:8080/x');
    for (const said of ['', 'javascript:x', 'file:///x', 'https://u:p@a.example'])
      expect([said, feedAddress(said)]).toEqual([said, null]);
  });

  it('are read from a list, whatever stands around them', () => {
    const list = `<?xml version="1.0"?><opml><body><outline text='Group'><outline text="A &amp; &quot;B&quot;" xmlUrl="https://a.example/?x=1&amp;amp;y"/></outline><outline title="C" xmlUrl='https://c.example'/><outline htmlUrl="https://d.example"/></body></opml>`;
    expect(feedsInOpml(list, 10)).toEqual([
      { url: 'https://a.example/?x=1&amp;y', title: 'A & "B"' },
      { url: 'https://c.example', title: 'C' },
    ]);
    expect(feedsInOpml(list, 1)).toHaveLength(2);
  });
});
