import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../../../server/governance/dates.ts';
import { leave } from '../../../../server/governance/membership.ts';
import { authorFacts, pastAuthorFacts, postFacts, reportFacts } from '../../../../server/governance/rules/facts.ts';
import { bob, carol, mallory, Village } from '../village.ts';

const of = (html: string, more: object = {}) => postFacts({ html, isReply: false, origin: 'here', ...more });

describe('of a post', () => {
  it('links are counted, also those written out, once each; mentions and hashtags are none', () => {
    const links = (html: string) => of(html)['post.links'];
    expect(links('<p>See <a href="https://a.example/">this</a> and http://b.example, HTTPS://c.example</p>')).toBe(3);
    expect(
      links('<a href="https://a.example/">https://a.example/\nand more</a> <a href="https://b.example">b</a>'),
    ).toBe(2);
    expect(links('<A HREF="https://a.example">x</A><a>no link</a><a href="">none</a>')).toBe(1);
    expect(links('<a class="x mention" href="https://a.example/@b">@b</a>')).toBe(0);
    expect(links('<a class="mention  hashtag" rel="tag" href="https://a.example/tags/x">#x</a>')).toBe(0);
    expect(links('<a rel="nofollow\ttag" href="https://a.example/tags/x">#x</a>')).toBe(0);
    expect(links("<a class='mention' href='https://a.example/@b' class='link'>@b</a>")).toBe(0);
    expect(links('<a CLASS="Mention" HREF="https://a.example/@b">@b</a>')).toBe(0);
    expect(links('<a title="a > b" class="mention" href="https://a.example/@b">@b</a>')).toBe(0);
    expect(links('<p>https://a.example<br>https://b.example</p><p>https://c.example</p>')).toBe(3);
    expect(
      of('<a class="mention" href="https://a.example/@b">@b</a> <a class="mention hashtag" href="x">#y</a>'),
    ).toMatchObject({ 'post.mentions': 1 });
  });

  it('the length is that of what is read, in characters', () => {
    const length = (html: string) => of(html)['post.length'];
    expect(length('<p>one</p>\n<p class="x">two</p>')).toBe('one\ntwo'.length);
    expect(length('one<br>two<br />three<br/>four')).toBe('one\ntwo\nthree\nfour'.length);
    expect(length(' &amp;&lt;&gt;&quot;&#39;x&nbsp;y &other; ')).toBe(`&<>"'x y &other;`.length);
    expect(length('👩🏽 é')).toBe(4);
  });

  it('hashtags are those written and those its server names, lower case, in order, at most thirty', () => {
    const tags = (html: string, hashtags?: readonly string[]) => of(html, { details: { hashtags } })['post.hashtags'];
    expect(tags('<p>#Sale #sale #b_1 a#no /#no &amp;#no #2026 ##no</p>', ['Zoo'])).toEqual(['b_1', 'sale', 'zoo']);
    expect(
      tags(
        '',
        Array.from({ length: 40 }, (_, at) => `t${at + 10}`),
      ),
    ).toHaveLength(30);
    expect(of('#one')).toMatchObject({ 'post.hashtagCount': 1, 'post.hashtags': ['one'] });
    expect(of('')['post.hashtags']).toEqual([]);
  });

  it('its language, kind, pictures and warning are as its server says', () => {
    const language = (text: string) => of('', { details: { language: text } })['post.language'];
    expect(['en', 'EN-GB', 'deu', 'xyzw', '1en', ''].map(language)).toEqual([
      'en',
      'en',
      'deu',
      ...Array(3).fill(undefined),
    ]);
    expect(of('')).not.toHaveProperty('post.language');
    const kind = (more: object) => of('', more)['act.type'];
    expect([{}, { isReply: true }, { isPoll: true }, { isEdit: true, isPoll: true }].map(kind)).toEqual([
      ...['post', 'reply', 'poll', 'edit'],
    ]);
    const about = (details: object) => of('', { details });
    expect(about({})).toMatchObject({ 'post.hasMedia': false, 'post.isSensitive': false });
    expect(about({ attachments: [{}] })).toMatchObject({ 'post.hasMedia': true });
    expect(about({ attachments: [] })).toMatchObject({ 'post.hasMedia': false });
    expect(about({ sensitive: true })).toMatchObject({ 'post.isSensitive': true });
    expect(about({ warning: 'Spiders' })).toMatchObject({ 'post.isSensitive': true });
  });
});

describe('of its author', () => {
  it('tenure is known of members alone, and what she posted where it was counted', () => {
    const village = Village.of(bob);
    const now = (author: typeof bob, more: object = {}) =>
      authorFacts({ state: village.state, author, at: village.now, ...more });
    expect(now(bob)).toEqual({ 'author.isMember': true, 'author.tenureDays': 30 });
    expect(now(mallory, { postsLastDay: 0 })).toEqual({ 'author.isMember': false, 'author.postsLastDay': 0 });
  });

  it('long ago she was a member from when she joined to when she left; before that nobody knows', () => {
    const village = Village.of(bob);
    const joined = addDays(village.now, -30);
    const then = (days: number, ms = 0, author = bob) =>
      pastAuthorFacts({ state: village.state, author, at: new Date(addDays(joined, days).getTime() + ms) });
    expect(then(0, -1)).toEqual({});
    expect(then(0)).toEqual({ 'author.isMember': true, 'author.tenureDays': 0 });
    expect(then(7)).toEqual({ 'author.isMember': true, 'author.tenureDays': 7 });
    expect(then(7, 0, mallory)).toEqual({ 'author.isMember': false });
    village.record(leave({ state: village.state, person: bob, now: village.now }));
    expect(then(30, -1)).toMatchObject({ 'author.isMember': true });
    expect(then(30)).toEqual({ 'author.isMember': false });
    expect(then(31)).toEqual({ 'author.isMember': false });
  });
});

it('reports count from the act on, of organisations whose members may vote here', () => {
  const village = Village.of(bob, carol);
  village.join(mallory);
  const { state, now } = village;
  const reported = (from: string, at: Date = now) => ({ from, at });
  const facts = (...reports: ReturnType<typeof reported>[]) => reportFacts({ state, reports, actAt: now, now });
  expect(facts(reported('north.example'), reported('south.example'), reported('south.example'))).toEqual({
    'reports.count': 3,
    'reports.distinctOrgs': 2,
  });
  // Of who joined today, of a server that nobody is from, and from before the act.
  const before = reported('north.example', new Date(now.getTime() - 1));
  expect(facts(reported('west.example'), reported('nowhere.example'), before)).toMatchObject({ 'reports.count': 0 });
});
