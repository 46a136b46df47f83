import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { invite } from '../../server/accounts/sign-up.ts';
import { usualQuietHours } from '../../server/community/quiet-hours.ts';
import { HumaneStage } from '../support/humane-stage.ts';
import { LINKS_RULE, must } from '../support/people.ts';
import { operatorCommandWith } from '../support/server-process.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

const SECRET = 'said-by-the-mail-server-that-hands-letters-over';
let stage: HumaneStage;
beforeAll(async () => {
  stage = await HumaneStage.open({
    MAIL_REPLY: 'reply@in.north.example',
    MAIL_TRUSTS: 'mx.north.example',
    MAIL_IN_SECRET: SECRET,
  });
});
afterAll(() => stage.stop());

type Texts = { readonly title?: { readonly value?: string } | string };
const titleOf = ({ title }: Texts) => (typeof title === 'string' ? title : title?.value);
const GUILD = '/communities/guild';
const anybody = () => new Visitor(stage.server);

async function write(by: string, text: string, more: { title?: string; circle?: string } = {}): Promise<void> {
  const visitor = await stage.visitor(by);
  const answer = await visitor.submit(`${GUILD}/posts`, { text, ...more });
  if (answer.status !== 303) throw new Error(`not written: ${answer.status} ${answer.text.slice(0, 300)}`);
  await stage.server.settle();
}

/** A feed in one of its forms, read by others' programs: it is well-formed, and what they find in it. */
async function atomAt(path: string) {
  const { status, text, headers } = await anybody().get(`${path}.atom`);
  expect([status, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
  expect(XMLValidator.validate(text)).toBe(true);
  return parseAtomFeed(text);
}
async function rssAt(path: string) {
  const { status, text, headers } = await anybody().get(`${path}.rss`);
  expect([status, headers['content-type']]).toEqual([200, 'application/rss+xml; charset=utf-8']);
  expect(XMLValidator.validate(text)).toBe(true);
  return parseRssFeed(text);
}

describe('quiet hours', () => {
  it('row 8: a mention at 21:00 sends nothing until 08:00 in the recipient’s time zone', async () => {
    const [alice, bob, carol] = await Promise.all(['alice', 'bob', 'carol'].map((name) => stage.app(name)));
    if (!alice || !bob || !carol) throw new Error('nobody is there');
    // Nobody chose anything, but bob lives where it is morning then.
    await stage.server.house.quietHours.suggestZone(stage.person('bob'), 'Pacific/Auckland');
    expect(await stage.server.house.quietHours.of(stage.person('alice'))).toEqual(usualQuietHours('UTC'));
    const [hers, his] = [await stage.phone(alice, 'alice'), await stage.phone(bob, 'bob')];

    stage.at(21);
    await carol.post('/api/v1/statuses', { status: '@alice @bob did you see the lathe?' });
    await until('bob’s phone is told', () => his.heard().length === 1);
    await stage.phonesLookedAt();
    expect(hers.heard()).toEqual([]);

    stage.at(7, 59);
    await carol.post('/api/v1/statuses', { status: '@alice it is mended' });
    await stage.phonesLookedAt();
    expect(hers.heard()).toEqual([]);

    stage.at(8);
    await until('alice’s phone is told of both', () => hers.heard().length === 2);
    expect(hers.heard().map(({ body }) => body)).toEqual(['@alice @bob did you see the lathe?', '@alice it is mended']);
    expect(his.heard()).toHaveLength(1);
  });

  it('row 8: the time zone comes from the browser where an account is opened; what is none is passed over', async () => {
    const { house } = stage.server;
    for (const [username, zone, kept] of [
      ['tomoko', 'Asia/Tokyo', 'Asia/Tokyo'],
      ['frodo', 'Middle-earth/Shire', 'UTC'],
      ['plain', '', 'UTC'],
    ] as const) {
      const path = `/invitations/${await invite(house, { purpose: 'join' })}`;
      const page = await anybody().get(path);
      expect(page.text).toContain('<script type="module" src="/assets/zone.js">');
      expect(page.headers['content-security-policy']).toContain("script-src 'self'");
      const opened = await anybody().submit(path, { username, password: 'a long enough password', zone });
      expect(opened.status).toBe(303);
      expect(await house.quietHours.of(house.addresses.person(username))).toEqual(usualQuietHours(kept));
    }
  });

  it('row 8: no form and no app can say who is present, and nobody’s quiet hours are shown to others', async () => {
    const { json } = await (await stage.app('bob')).get(`/api/v1/accounts/lookup?acct=alice`);
    expect(JSON.stringify(json)).not.toMatch(/zone|quiet|last_seen|presence|online/i);
    const page = await (await stage.visitor('bob')).get('/people/alice');
    expect(page.text).not.toMatch(/quiet|UTC/);
  });
});

describe('letters by e-mail', () => {
  const ALICE = 'alice@works.example';

  it('come only if she has confirmed an address and says how often; none before', async () => {
    const alice = await stage.visitor('alice');
    expect((await alice.get('/you/quiet')).text).toContain('href="/you/email"');
    await alice.submit('/you/letters', { way: 'daily' });
    expect(await stage.server.house.letterWishes.of(stage.person('alice'))).toBeNull();
    await stage.confirm('alice', ALICE);
    expect((await alice.get('/you/quiet')).text).toContain('value="off" checked');
    await write('bob', 'Nobody is written to about this.', { title: 'Too early' });
    expect((await alice.submit('/you/letters', { way: 'daily' })).status).toBe(303);
    expect((await alice.get('/you/quiet')).text).toContain('value="daily" checked');
  });

  it('row 8: one digest of what is new, at eight where she is, with an end; words for some alone stay here', async () => {
    await write('bob', 'I measured it: *40 Hz*.', { title: 'The hum has a number' });
    await write('carol', 'The code is 4711.', {
      title: 'For alice alone',
      circle: `@alice@${stage.server.house.addresses.host}`,
    });
    await write('alice', 'My own words.', { title: 'By herself' });
    stage.at(7, 59);
    expect(stage.mail.to(ALICE)).toHaveLength(1);
    stage.at(8);
    const letter = await stage.mail.nth(ALICE, 2);
    expect(letter.subject).toMatch(/^New in your communities/);
    expect(letter.text).toContain('The hum has a number');
    expect(letter.text).toContain('I measured it: 40 Hz.');
    expect(letter.text).toContain('You’re caught up.');
    expect(letter.text).toMatch(/carol wrote[\s\S]*not for everybody/);
    expect(letter.text).not.toMatch(/4711|Too early|By herself/);
    // Nothing of it is loaded from anywhere, so that nobody learns that it was opened.
    expect(letter.raw).toMatch(/^content-type: multipart\/alternative/im);
    expect(letter.raw).not.toMatch(/<img|<link|<script|@import|url\(/i);
  });

  it('do not come in quiet hours, where she has others than most', async () => {
    const { house } = stage.server;
    await stage.server.actions.keepQuiet({
      person: stage.person('alice'),
      hours: { ...usualQuietHours('UTC'), until: 10 },
    });
    stage.at(7);
    await write('bob', 'A second number.', { title: 'Later that day' });
    stage.at(9, 59);
    expect((await house.letterWishes.of(stage.person('alice')))?.dueAt).toEqual(expect.any(Date));
    expect(stage.mail.to(ALICE)).toHaveLength(2);
    stage.at(10);
    expect((await stage.mail.nth(ALICE, 3)).text).toContain('Later that day');
  });

  it('end by one click of a mail program (RFC 8058), and never by a look', async () => {
    const { headers } = await stage.mail.nth(ALICE, 3);
    const unfolded = headers.replaceAll(/\r\n[ \t]/g, '');
    expect(unfolded).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    const link = new URL(/^List-Unsubscribe: ?<([^>]+)>$/m.exec(unfolded)?.[1] ?? '').pathname;
    const way = async () => (await stage.server.house.letterWishes.of(stage.person('alice')))?.way;
    expect([(await anybody().get(link)).status, await way()]).toEqual([200, 'daily']);
    // A mail program sends neither a cookie nor an origin.
    const clicked = await anybody().submit(link, 'List-Unsubscribe=One-Click', { Origin: '' });
    expect([clicked.status, await way()]).toEqual([200, 'off']);
    // The same link, opened by hand, turns them on again.
    expect((await anybody().submit(link, { way: 'weekly' })).status).toBe(303);
    expect(await way()).toBe('weekly');
    await (await stage.visitor('alice')).submit('/you/letters/renew', {});
    expect((await anybody().get(link)).status).toBe(404);
    expect([(await anybody().submit(link, { way: 'off' })).status, await way()]).toEqual([404, 'weekly']);
    expect((await anybody().get(`${link}x`)).status).toBe(404);
  });
});

describe('letters when somebody names or answers her', () => {
  it('row 8: are gathered, wait for quiet hours to end as well, and are answered by an answer to the letter', async () => {
    const ALICE = 'alice@works.example';
    const { house, actions } = stage.server;
    await actions.keepQuiet({ person: stage.person('alice'), hours: usualQuietHours('UTC') });
    await actions.wishForLetters({ person: stage.person('alice'), way: 'off' });
    stage.at(20, 30);
    await actions.wishForLetters({ person: stage.person('alice'), way: 'gathered' });
    const before = stage.mail.to(ALICE).length;
    await (await stage.app('carol')).post('/api/v1/statuses', { status: '@alice @guild is the belt torn?' });
    await stage.server.settle();
    stage.at(21, 30);
    stage.at(7, 59);
    expect((await house.letterWishes.of(stage.person('alice')))?.dueAt).toEqual(expect.any(Date));
    expect(stage.mail.to(ALICE)).toHaveLength(before);
    stage.at(8);
    const letter = await stage.mail.nth(ALICE, before + 1);
    expect(letter.subject).toMatch(/^Somebody wrote to you/);
    expect(letter.text).toContain('is the belt torn?');
    const replyTo = /^Reply-To: <?(reply\+[a-z2-7]{55}@in\.north\.example)>?$/im.exec(
      letter.headers.replaceAll(/\r\n[ \t]+/g, ' '),
    );
    expect(replyTo).not.toBeNull();
    expect(letter.text).toContain(`Answer: ${replyTo?.[1]}`);
    // Nothing was said since: an hour later there is no letter.
    stage.at(9, 30);
    await until('the next one is due later', async () => {
      const due = (await house.letterWishes.of(stage.person('alice')))?.dueAt;
      return due !== undefined && due > house.clock.now();
    });
    expect(stage.mail.to(ALICE)).toHaveLength(before + 1);
  });
});

describe('answers by e-mail', () => {
  const BOB = 'bob@works.example';
  const PASSES = 'mx.north.example; dkim=pass header.d=works.example; dmarc=pass header.from=works.example';
  let address: string;

  interface Written {
    readonly from?: string;
    readonly to?: string;
    readonly results?: string;
    readonly headers?: readonly string[];
    readonly text: string;
    readonly id: string;
  }
  const letter = ({ from = `Bob <${BOB}>`, to = address, results = PASSES, headers = [], text, id }: Written) =>
    [
      `Authentication-Results: ${results}`,
      'Received: from mail.works.example by mx.north.example; Sun, 29 Nov 2026 10:00:00 +0000',
      ...headers,
      `From: ${from}`,
      `To: <${to}>`,
      'Subject: Re: This week in your communities',
      `Message-ID: <${id}@works.example>`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      ...text.split('\n'),
    ].join('\r\n');
  const handOver = async (written: Written, secret = SECRET) => {
    const answer = await anybody().submit('/mail-in', letter(written), {
      'Content-Type': 'message/rfc822',
      Authorization: `Bearer ${secret}`,
      Origin: '',
    });
    await stage.server.settle();
    return { status: answer.status, ...JSON.parse(answer.text) };
  };
  const feedOfGuild = async () => (await anybody().get(`${GUILD}/feed.atom`)).text;
  const postsOfBob = async () =>
    (await stage.server.house.timelines.author(stage.person('bob'), { limit: 40 })).map(({ source }) => source);

  it('row 3: an answer to a digest mail appears in the thread', async () => {
    await stage.confirm('bob', BOB);
    await (await stage.visitor('bob')).submit('/you/letters', { way: 'weekly' });
    await write('carol', 'Who has a spare belt?', { title: 'A belt is torn' });
    // Monday morning, where bob lives, comes within the week. Whatever the hour is then, at ten in Greenwich in the
    // evening it is day where he is.
    stage.server.clock.forward(7 * 24);
    stage.at(22);
    const digest = await stage.mail.nth(BOB, 2);
    expect(digest.subject).toMatch(/^This week in your communities/);
    const item = /A belt is torn\r?\n[\s\S]*?Answer: (\S+)/.exec(digest.text);
    address = item?.[1] ?? '';
    expect(address).toMatch(/^reply\+[a-z2-7]{55}@in\.north\.example$/);
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);

    const text = `I have **two**.\n\nOn Mon, 30 Nov 2026 at 08:00, <folkmoot@north.example> wrote:\n\n> A belt is torn\n> Answer: ${address}\n\n-- \nBob, workshop 3, +44 20 7946 0000`;
    expect(await handOver({ id: 'one', text })).toEqual({ status: 200, outcome: 'posted' });
    const [post] = await stage.server.house.timelines.author(stage.person('bob'), { limit: 1 });
    expect([post?.source, post?.html.trim()]).toEqual(['I have **two**.', '<p>I have <strong>two</strong>.</p>']);
    const thread = /A belt is torn<\/title>\s*<link[^>]*href="([^"]+)"/.exec(await feedOfGuild())?.[1] ?? '';
    expect((await anybody().get(new URL(thread).pathname)).text).toContain('I have <strong>two</strong>.');
    // The same letter handed over again is the same post.
    expect((await handOver({ id: 'one', text })).status).toBe(200);
    expect((await postsOfBob()).filter((source) => source === 'I have **two**.')).toHaveLength(1);
  });

  it('row 3: nobody else answers by her address, and a wrong signature is respected', async () => {
    const before = await postsOfBob();
    const refused: readonly Written[] = [
      {
        id: 'a',
        text: 'x',
        results: 'mx.north.example; dkim=fail header.d=works.example; dmarc=fail header.from=works.example',
      },
      {
        id: 'b',
        text: 'x',
        results: 'mx.elsewhere.example; dkim=pass header.d=works.example; dmarc=pass header.from=works.example',
      },
      {
        id: 'c',
        text: 'x',
        results: 'mx.north.example; dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=evil.example',
      },
      { id: 'd', text: 'x', results: 'mx.north.example; none', headers: [`Authentication-Results: ${PASSES}`] },
      { id: 'e', text: 'x', from: 'Eve <eve@works.example>' },
      { id: 'f', text: 'x', from: `${BOB}, eve@works.example` },
      { id: 'g', text: 'x', to: address.replace(/\+(.)/, (_, sign) => `+${sign === 'a' ? 'b' : 'a'}`) },
      { id: 'h', text: 'x', to: 'reply@in.north.example' },
      { id: 'i', text: '> only a quote' },
    ];
    for (const written of refused) {
      const { status, outcome, message } = await handOver(written);
      expect([written.id, status, outcome, typeof message]).toEqual([written.id, 422, 'refused', 'string']);
    }
    expect((await handOver({ id: 'j', text: 'x' }, 'something else')).status).toBe(401);
    expect(await postsOfBob()).toEqual(before);
  });

  it('programs are not answered: holidays and bounces are passed over, and end no loop by a bounce', async () => {
    const before = await postsOfBob();
    for (const header of [
      'Auto-Submitted: auto-replied',
      'Precedence: bulk',
      'Return-Path: <>',
      'List-Id: <x.example>',
    ]) {
      expect([header, (await handOver({ id: header, text: 'I am away.', headers: [header] })).outcome]).toEqual([
        header,
        'ignored',
      ]);
    }
    expect(await postsOfBob()).toEqual(before);
    expect((await handOver({ id: 'auto', text: 'By hand.', headers: ['Auto-Submitted: no'] })).outcome).toBe('posted');
  });

  it('names alice where the answer does', async () => {
    const text = 'One for @alice.';
    expect((await handOver({ id: 'naming', text })).outcome).toBe('posted');
    const [post] = await stage.server.house.timelines.author(stage.person('bob'), { limit: 1 });
    // Carol wrote what is answered.
    expect(post?.to).toEqual([stage.person('carol'), stage.person('alice')]);
    expect(post?.html).toBe(
      `<p>One for <span class="h-card"><a href="${stage.server.origin}/people/alice" class="u-url mention" rel="nofollow noopener noreferrer">@alice</a></span>.</p>`,
    );
  });

  it('comes through the operator’s command as well, as a mail server runs it', async () => {
    const run = (text: string) => operatorCommandWith(stage.server.env, text, 'mail-in', '--to', address);
    expect(await run(letter({ id: 'piped', text: 'By the pipe.' }))).toEqual({ code: 0, output: '' });
    expect(await postsOfBob()).toContain('By the pipe.');
    const refused = await run(letter({ id: 'forged', text: 'x', results: 'mx.north.example; dmarc=fail' }));
    expect(refused.code).toBe(77);
    expect(refused.output).toMatch(
      /^5\.7\.1 Your answer was not posted, because .* Answer on the page of the thread\.\n$/,
    );
  });

  it('all addresses in letters of hers are void when she says so, and after a month', async () => {
    await (await stage.visitor('bob')).submit('/you/letters/renew', {});
    expect((await handOver({ id: 'late', text: 'Too late.' })).message).toMatch(/takes no answers any more/);
    expect(await postsOfBob()).not.toContain('Too late.');
    const { house } = stage.server;
    const post = (await house.timelines.author(stage.person('carol'), { limit: 1 }))[0]?.iri;
    const until = new Date(house.clock.now().getTime() - 24 * 3_600_000);
    const over = house.replyAddresses?.issue({ person: stage.person('bob'), post: post as never, epoch: 1, until });
    expect((await handOver({ id: 'later', to: over ?? '', text: 'Too late.' })).status).toBe(422);
  });
});

describe('feeds', () => {
  it('row 3: RSS and Atom of a community validate, and lead to its threads', async () => {
    await write('alice', 'The **lathe** hums at 40 Hz & shakes <i>all</i>.', { title: 'The lathe & I <3' });
    const feed = await atomAt(`${GUILD}/feed`);
    expect(feed).toMatchObject({ title: { value: 'The guild' }, subtitle: { value: 'To try things.' } });
    expect(feed.id).toBe(`${stage.server.origin}${GUILD}/feed.atom`);
    const entry = feed.entries?.find((one) => titleOf(one) === 'The lathe & I <3');
    expect(entry?.content?.value).toContain('<strong>lathe</strong>');
    expect(entry?.authors).toEqual([{ name: 'alice', uri: `${stage.server.origin}/people/alice` }]);
    const page = await anybody().get(new URL(entry?.links?.[0]?.href ?? '').pathname);
    expect([page.status, page.text.includes('The lathe &amp; I')]).toEqual([200, true]);
    for (const { id, title, updated, authors } of feed.entries ?? []) {
      expect([
        typeof id,
        typeof titleOf({ title } as Texts),
        Number.isNaN(Date.parse(updated ?? '')),
        authors?.length,
      ]).toEqual(['string', 'string', false, 1]);
    }
    const channel = await rssAt(`${GUILD}/feed`);
    expect(channel.items?.map(titleOf)).toEqual(feed.entries?.map(titleOf));
    // And the page says where they are.
    const { text } = await anybody().get(GUILD);
    expect(text).toContain(
      '<link rel="alternate" type="application/atom+xml" title="The guild" href="/communities/guild/feed.atom">',
    );
  });

  it('row 14: what works and what does not have each a feed, as Atom and RSS', async () => {
    await write('alice', 'Oil it on Mondays. #works');
    await write('bob', 'Oiling it with butter. #doesntwork');
    for (const [tag, words] of [
      ['works', 'Oil it on Mondays. #works'],
      ['doesntwork', 'Oiling it with butter. #doesntwork'],
    ] as const) {
      const feed = await atomAt(`${GUILD}/tags/${tag}/feed`);
      expect(feed.entries?.map((one) => [titleOf(one), one.categories])).toEqual([[words, [{ term: tag }]]]);
      expect((await rssAt(`${GUILD}/tags/${tag}/feed`)).items).toHaveLength(1);
    }
  });

  it('are there for threads, people and decisions as well', async () => {
    const thread = (await atomAt(`${GUILD}/feed`)).entries?.find((one) => titleOf(one) === 'The lathe & I <3');
    const path = new URL(thread?.links?.[0]?.href ?? '').pathname;
    const answered = await (await stage.visitor('bob')).submit(`${GUILD}/posts`, {
      text: 'Put felt under it.',
      inReplyTo: path.split('/').at(-1) ?? '',
    });
    expect(answered.status).toBe(303);
    await stage.server.settle();
    const feed = await atomAt(`${path}/feed`);
    expect(feed.entries?.map(titleOf)).toEqual(['Put felt under it.', 'The lathe & I <3']);
    expect(feed.entries?.[0]?.thr?.inReplyTos?.[0]?.ref).toBe(thread?.id);
    expect((await rssAt(`${path}/feed`)).items).toHaveLength(2);

    expect((await atomAt('/people/bob/feed')).entries?.map(titleOf)).toContain('Put felt under it.');
    expect((await anybody().get('/people/bob')).text).toContain('href="/people/bob/feed.atom"');

    // Members of a month may propose.
    stage.server.clock.forward(40 * 24);
    must(
      await stage.server.actions.submitProposal({
        community: stage.server.house.addresses.community('guild'),
        by: stage.person('bob'),
        title: 'Links from new members wait',
        reasons: 'Spam.',
        change: { kind: 'adopt-rule', rule: LINKS_RULE },
      }),
    );
    for (const where of [`${GUILD}/proposals/feed`, '/decisions/feed']) {
      const [decision] = (await atomAt(where)).entries ?? [];
      expect([decision && titleOf(decision), decision?.content?.value]).toEqual([
        'P-1 Links from new members wait',
        expect.stringMatching(/^<p>(Looking for seconders|Being discussed), until .*<\/p>$/),
      ]);
      expect((await rssAt(where)).items).toHaveLength(1);
    }
  });

  it('hold nothing that is not for everybody, and nothing that was taken back', async () => {
    await write('alice', 'The code is 4711.', {
      title: 'For bob alone',
      circle: `@bob@${stage.server.house.addresses.host}`,
    });
    await write('carol', 'I will regret this.');
    const at = async (path: string) => (await anybody().get(path)).text;
    const feeds = [`${GUILD}/feed.atom`, `${GUILD}/feed.rss`, '/people/alice/feed.atom', '/people/carol/feed.atom'];
    expect((await Promise.all(feeds.map(at))).join()).not.toContain('4711');
    expect(await at(feeds[0] ?? '')).toContain('I will regret this.');

    const { house, actions } = stage.server;
    const [latest] = await house.timelines.author(stage.person('carol'), { limit: 1 });
    if (latest === undefined) throw new Error('carol has written nothing');
    must(await actions.deletePost({ post: latest.iri, by: stage.person('carol') }));
    await stage.server.settle();
    expect((await Promise.all(feeds.map(at))).join()).not.toContain('regret');

    const nowhere = [
      '/communities/nowhere/feed.atom',
      `${GUILD}/threads/xxxxxxxxxxxxxxxx/feed.atom`,
      '/people/no_one_here/feed.rss',
    ];
    for (const path of nowhere) expect([path, (await anybody().get(path)).status]).toEqual([path, 404]);
  });

  it('are not sent again to who has them already, and carry no cookie', async () => {
    const first = await anybody().get(`${GUILD}/feed.atom`);
    const { etag, 'last-modified': since, 'set-cookie': cookie } = first.headers;
    expect([typeof etag, Number.isNaN(Date.parse(String(since))), cookie]).toEqual(['string', false, undefined]);
    const again = await anybody().get(`${GUILD}/feed.atom`, { 'If-None-Match': String(etag) });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await anybody().get(`${GUILD}/feed.atom`, { 'If-Modified-Since': String(since) })).status).toBe(304);
    await write('bob', 'Something new.');
    expect((await anybody().get(`${GUILD}/feed.atom`, { 'If-None-Match': String(etag) })).status).toBe(200);
  });
});

describe('nothing that counts or ranks', () => {
  const textsOf = (page: string) => [...page.matchAll(/<div class="text"[^>]*><p>([^<]*)/g)].map(([, text]) => text);

  it('row 35: what is new is in the order of time, whatever is asked for, and has an end', async () => {
    for (const text of ['first', 'second', 'third']) await write('carol', text);
    const alice = await stage.visitor('alice');
    for (const like of ['bob', 'carol']) {
      const [post] = await stage.server.house.timelines.author(stage.person('carol'), { limit: 3 });
      await stage.server.actions.likePost({ post: post?.iri as never, by: stage.person(like), kind: 'like' });
    }
    for (const query of ['', '?sort=top', '?rank=hot', '?order=asc', '?algorithm=1']) {
      const { text } = await alice.get(`/${query}`);
      expect([query, textsOf(text).slice(0, 3)]).toEqual([query, ['third', 'second', 'first']]);
      const times = [...text.matchAll(/<article[\s\S]*?<time datetime="([^"]+)"/g)].map(([, at]) =>
        Date.parse(at ?? ''),
      );
      expect(times).toEqual(times.toSorted((one, other) => other - one));
      expect(text).toMatch(/You’re caught up|rel="next"/);
    }
    const last = await alice.get('/?before=2026-01-01T00:00:00.000Z');
    expect(last.text).toContain('You’re caught up');
  });

  it('“since you were last here” is known to her browser alone', async () => {
    const { db } = stage.server.database;
    const alice = await stage.visitor('alice');
    const kept = async () =>
      JSON.stringify(await db.collection('actors').findOne({ _id: stage.person('alice') } as never));
    const before = await kept();
    expect((await alice.get('/')).text).not.toContain('Since you were last here');
    await write('bob', 'while you were away');
    // Within the same visit the page is as it was.
    expect((await alice.get('/')).text).not.toContain('Since you were last here');
    stage.server.clock.forward(1);
    await write('bob', 'and this');
    const { text } = await alice.get('/');
    const [fresh = '', older = ''] = text.slice(text.indexOf('Since you were last here')).split('Before that');
    expect([textsOf(fresh), textsOf(older)[0]]).toEqual([['and this'], 'while you were away']);
    expect((await alice.get('/')).text).toContain('Since you were last here');
    stage.server.clock.forward(1);
    expect((await alice.get('/')).text).toContain('Nothing new since you were last here.');
    // Another browser of hers knows nothing of it, since nothing is kept here.
    expect((await (await stage.visitor('alice')).get('/')).text).not.toContain('last here');
    expect(await kept()).toBe(before);
    const names = (await db.listCollections().toArray()).map(({ name }) => name);
    for (const name of names) {
      const found = JSON.stringify(await db.collection(name).find({}).limit(200).toArray());
      expect([
        name,
        /"(lastSeen|lastHere|readAt|seenAt|openedAt|loginCount|visits|online|typing)"/i.test(found),
      ]).toEqual([name, false]);
    }
  });

  it('row 26: leaving and muting notify nobody', async () => {
    const { house, actions, database } = stage.server;
    const guild = house.addresses.community('guild');
    const told = async () => {
      const [notices, mails] = await Promise.all(
        ['notices', 'mails'].map((name) => database.db.collection(name).countDocuments({})),
      );
      return { notices, mails, pushed: stage.service.received.length, sent: stage.mail.letters.length };
    };
    // Bob’s and alice’s letters would come in time anyway: none is due meanwhile.
    for (const name of ['alice', 'bob']) await actions.wishForLetters({ person: stage.person(name), way: 'off' });
    await stage.server.settle();
    await stage.phonesLookedAt();
    const before = await told();
    const carol = await stage.visitor('carol');
    expect((await carol.submit('/people/alice/silence', { do: 'mute' })).status).toBe(303);
    expect((await carol.submit(`${GUILD}/leave`, {})).status).toBe(303);
    await stage.server.settle();
    await stage.phonesLookedAt();
    expect((await house.follows.get(stage.person('carol'), guild))?.state).not.toBe('accepted');
    expect(await told()).toEqual(before);
    for (const path of [GUILD, `${GUILD}/figures`, '/notices']) {
      expect((await (await stage.visitor('alice')).get(path)).text).not.toMatch(/has not|haven’t|inactive|absent/i);
    }
  });
});
