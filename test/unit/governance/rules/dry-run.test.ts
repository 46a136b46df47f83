import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { personIri, postIri } from '../../../../server/community/ids.ts';
import { addDays, addHours } from '../../../../server/governance/dates.ts';
import { DRY_RUN_DAYS, dryRun, type PastAct } from '../../../../server/governance/rules/dry-run.ts';
import { pastAuthorFacts, postFacts, reportFacts } from '../../../../server/governance/rules/facts.ts';
import type { Facts, RuleDraft } from '../../../../server/governance/rules/rule.ts';
import { bob, carol, dave, LINK_RULE, mallory, Village } from '../village.ts';

const village = Village.of(bob, carol, dave);
village.pass(120);
const { state } = village;
const to = village.now;
const from = addDays(to, -DRY_RUN_DAYS);
const oldest = addDays(from, -3);

/** Posts by somebody, so many days ago each. */
const acts = (author: string, facts: Facts, ...daysAgo: readonly number[]): PastAct[] =>
  daysAgo.map((days) => ({
    post: postIri(`${author}/${days}`),
    author: personIri(author),
    at: addDays(to, -days),
    facts,
  }));
const newestFirst = (all: readonly PastAct[]) => [...all].sort((a, b) => b.at.getTime() - a.at.getTime());
const run = (draft: Pick<RuleDraft, 'when' | 'autoWhen' | 'effects'>, all: readonly PastAct[], since = oldest) =>
  dryRun({ draft, acts: newestFirst(all), state, from, to, oldest: since });
const LINKS: Facts = { 'post.links': 5, 'author.tenureDays': 3 };

describe('trying out a rule on the past', () => {
  it('counts the posts it would have been about, their weeks and authors, and what would have become of them', () => {
    const found = run(LINK_RULE, [
      ...acts(bob, LINKS, 1, 2, 30),
      ...acts(carol, { 'post.links': 0 }, 1, 4),
      ...acts(dave, LINKS, 200),
    ]);
    expect(found).toMatchObject({
      looked: 5,
      matched: 3,
      held: 3,
      labelled: 0,
      limited: 0,
      authors: 'few',
      complete: true,
    });
    expect(found.byWeek).toHaveLength(13);
    expect(found.byWeek.at(-1)).toMatchObject({ posts: 2 });
    expect(found.examples).toEqual([`${bob}/1`, `${bob}/2`, `${bob}/30`]);
  });

  it('says how many it cannot tell about, and does nothing to those', () => {
    const found = run(LINK_RULE, acts(bob, { 'post.links': 9 }, 1, 2));
    expect(found).toMatchObject({ matched: 0, held: 0, unknown: 2, authors: 0, others: 0 });
  });

  it('does not know reports of the past, so that nothing would have been hidden, and says so', () => {
    const hide = {
      ...LINK_RULE,
      autoWhen: { gte: ['reports.distinctOrgs', 2] } as const,
      effects: [{ do: 'hide', hours: 5 }] as const,
    };
    expect(run(hide, acts(bob, LINKS, 1))).toMatchObject({ matched: 1, held: 0, notKnown: ['reports.distinctOrgs'] });
  });

  it('reckons limits by what the author had written in the hours before', () => {
    const limit = {
      when: { gte: ['post.links', 0] } as const,
      effects: [{ do: 'limit', posts: 2, hours: 24 }] as const,
    };
    const day = acts(bob, { 'post.links': 0 }, 1, 1.1, 1.2, 1.3, 40);
    expect(run(limit, day)).toMatchObject({ matched: 5, limited: 2 });
    expect(run(limit, [...day, ...acts(carol, { 'post.links': 0 }, 1, 1.1, 1.2)])).toMatchObject({ limited: 3 });
  });

  it('names an organisation only where at least three of its people are concerned', () => {
    const east = [1, 2, 3].flatMap((number) => acts(`https://east.example/users/m${number}`, LINKS, number));
    const found = run(LINK_RULE, [...east, ...acts(mallory, LINKS, 5, 6, 7), ...acts(bob, LINKS, 8)]);
    expect(found).toMatchObject({
      matched: 7,
      authors: 5,
      byOrganisation: [{ organisation: 'east.example', posts: 3 }],
      others: 4,
    });
  });

  it('adds up, whatever was posted', () => {
    const post = fc.record({
      author: fc.constantFrom<string>(
        bob,
        carol,
        dave,
        mallory,
        'https://east.example/users/x',
        'https://east.example/users/y',
      ),
      days: fc.double({ min: 0, max: 100, noNaN: true }),
      links: fc.nat(5),
    });
    const draft = { ...LINK_RULE, when: { gt: ['post.links', 2] } as const };
    fc.assert(
      fc.property(fc.array(post, { maxLength: 40 }), fc.boolean(), (posted, cut) => {
        const all = posted.flatMap(({ author, days, links }) => acts(author, { 'post.links': links }, days));
        const found = run(draft, all, cut ? addDays(to, -20) : oldest);
        const sum = (counts: readonly { readonly posts: number }[]) =>
          counts.reduce((total, { posts }) => total + posts, 0);
        expect(sum(found.byWeek)).toBe(found.matched);
        expect(sum(found.byOrganisation) + found.others).toBe(found.matched);
        expect(found.complete).toBe(!cut);
        const since = cut ? addDays(to, -20) : from;
        expect(found.matched).toBe(all.filter(({ at, facts }) => at >= since && (facts['post.links'] ?? 0) > 2).length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is known of the past', () => {
  it('is a tenure as it was then, and nothing of who joined later', () => {
    const member = state.members.get(bob);
    if (member === undefined) throw new Error('bob is no member');
    const then = addDays(member.joinedAt, 12);
    expect(pastAuthorFacts({ state, author: bob, at: then })).toEqual({
      'author.isMember': true,
      'author.tenureDays': 12,
    });
    expect(pastAuthorFacts({ state, author: bob, at: addHours(member.joinedAt, -1) })).toEqual({});
    expect(pastAuthorFacts({ state, author: mallory, at: then })).toEqual({ 'author.isMember': false });
  });
});

describe('reports', () => {
  const actAt = addDays(to, -1);
  const report = (from: string, at = to) => ({ from, at });
  const of = (...reports: readonly { readonly from: string; readonly at: Date }[]) =>
    reportFacts({ state, reports, actAt, now: to });

  it('count from organisations with members here, each organisation once, and only of the post as it is now', () => {
    expect(of(report('south.example'), report('SOUTH.example'), report('north.example'))).toEqual({
      'reports.count': 3,
      'reports.distinctOrgs': 2,
    });
    expect(of(report('south.example', addDays(to, -2)))).toEqual({ 'reports.count': 0, 'reports.distinctOrgs': 0 });
  });

  it('count nothing from servers that somebody has just set up, nor from members who have just come', () => {
    const farm = Array.from({ length: 40 }, (_, number) => report(`farm${number}.example`));
    expect(of(...farm)).toEqual({ 'reports.count': 0, 'reports.distinctOrgs': 0 });
    const grown = Village.of(bob);
    grown.join(mallory);
    const heard = reportFacts({
      state: grown.state,
      reports: [report('west.example', grown.now)],
      actAt: grown.now,
      now: grown.now,
    });
    expect(heard['reports.count']).toBe(0);
  });
});

describe('a post’s facts', () => {
  const of = (html: string, more: Partial<Parameters<typeof postFacts>[0]> = {}) =>
    postFacts({ html, isReply: false, origin: 'here', ...more });

  it('say what it is: an edit before anything else', () => {
    expect(of('')['act.type']).toBe('post');
    expect(of('', { isReply: true })['act.type']).toBe('reply');
    expect(of('', { isReply: true, isPoll: true })['act.type']).toBe('poll');
    expect(of('', { isPoll: true, isEdit: true })['act.type']).toBe('edit');
  });

  it('have its hashtags from the text and from its server, once and in small letters', () => {
    const facts = of('<p>Try #Tea, #tea and#no &#39;#42 https://x.example/#part</p>', {
      details: { hashtags: ['Jobs', 'TEA'] },
    });
    expect([facts['post.hashtags'], facts['post.hashtagCount']]).toEqual([['jobs', 'tea'], 2]);
  });

  it('have language, pictures and warnings as its server says, and no language where it says none', () => {
    const details = {
      language: 'pt-BR',
      warning: 'Spiders',
      attachments: [{ kind: 'image', url: 'https://x.example/1' }],
    } as const;
    expect(of('', { details })).toMatchObject({
      'post.language': 'pt',
      'post.isSensitive': true,
      'post.hasMedia': true,
    });
    expect(of('')).toMatchObject({ 'post.isSensitive': false, 'post.hasMedia': false });
    expect(of('')['post.language']).toBeUndefined();
  });
});
