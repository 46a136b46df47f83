import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bring, type NotebookStage, newNote, openNotebooks, page, place, words } from '../support/notebook-stage.ts';
import type { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

/** What somebody follows, row by row of the promise; and what of a notebook she takes along, and leaves behind. */

let stage: NotebookStage;
let alice: Visitor;
let bob: Visitor;
let nobody: Visitor;

beforeAll(async () => {
  stage = await openNotebooks();
  ({ alice, bob, nobody } = stage);
});
afterAll(() => stage?.close());

const ATOM = (title: string, entries: string) =>
  `<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title><link href="/"/>${entries}</feed>`;
const ENTRY = (id: string, title: string, html: string, at: string) =>
  `<entry><id>${id}</id><title>${title}</title><link href="/posts/${id}"/><updated>${at}</updated><content type="html">${html}</content></entry>`;

describe('seek', () => {
  const XML = { type: 'application/atom+xml', headers: { etag: '"one"' } };
  const asked: (string | undefined)[] = [];
  const due = () => stage.north.database.db.collection('feeds').updateMany({}, { $set: { nextAt: new Date(0) } });

  it('row 34: feeds, people and communities stand in one list by time that ends, and a feed is harmless and asked for once', async () => {
    const evil = ENTRY(
      '1',
      'Belts &amp;lt;b&amp;gt;',
      '&lt;p&gt;Slack &lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=y&gt;&lt;a href="javascript:x"&gt;belt&lt;/a&gt;&lt;/p&gt;',
      '2026-01-02T00:00:00Z',
    );
    await stage.remotePost('It sticks on Mondays', 'Every one.');
    stage.far.serve('/feed', (request, response) => {
      asked.push(request.headers['if-none-match']);
      if (request.headers['if-none-match'] === '"one"') return void response.writeHead(304).end();
      response
        .writeHead(200, { 'Content-Type': XML.type, etag: '"one"' })
        .end(ATOM('Belt news', evil + ENTRY('2', 'Second', 'x', '2026-01-01T00:00:00Z')));
    });
    stage.far.serve('/blog', {
      type: 'text/html',
      body: '<html><head><link rel="alternate" type="application/atom+xml" href="/feed"></head></html>',
    });
    // Her own, by its page; bob the feed itself.
    place(await alice.submit('/notebook/feeds', { address: `${stage.far.origin}/blog` }));
    place(await bob.submit('/notebook/feeds', { address: `${stage.far.origin}/feed` }));
    expect(await page(alice, '/notebook/feeds')).toContain('Belt news');
    const before = asked.length;
    await due();
    await stage.north.settle();
    expect(asked.slice(before)).toEqual(['"one"']);

    const list = await page(alice, '/notebook/seek');
    expect(list).toContain('Belt news');
    expect(list).toContain('sticks on Mondays');
    expect(list.indexOf('sticks on Mondays')).toBeLessThan(list.indexOf('Second'));
    expect(list).toContain('You’re caught up.');
    const [item = ''] = /\/notebook\/seek\/items\/[\w-]+/.exec((await alice.get('/notebook/seek'))?.text ?? '') ?? [];
    const read = await alice.get(item);
    expect(read?.text).toContain('Slack');
    expect(read?.text).not.toMatch(/<script>alert|onerror|javascript:x|<img src=x/);
    // Neither a copy of the database nor anybody else learns who follows it.
    expect(await stage.isStored(`${stage.far.host}/feed`)).toBe(false);
    expect(await stage.isStored('Belt news')).toBe(false);
    expect(await page(nobody, '/people/alice')).not.toContain('Belt');
    expect((await nobody.get(item))?.status).toBe(303);

    const feed = /name="feed" value="([\w-]+)"/.exec((await bob.get('/notebook/feeds'))?.text ?? '')?.[1] ?? '';
    place(await bob.submit('/notebook/feeds/leave', { feed }));
    expect((await bob.get(item))?.status).toBe(404);
    expect((await alice.get(item))?.status).toBe(200);
    place(await alice.submit('/notebook/feeds/leave', { feed }));
    for (const name of ['feeds', 'feedItems', 'feedFollows'])
      expect([name, await stage.north.database.db.collection(name).countDocuments()]).toEqual([name, 0]);
  });

  it('refuses what is no feed, too large, or inside; one that fails is asked less and less, and one that is gone no more', async () => {
    stage.far.serve('/page', { type: 'text/html', body: '<html>nothing</html>' });
    stage.far.serve('/large', { type: 'application/rss+xml', body: `<rss>${'x'.repeat(2 ** 21)}</rss>` });
    const wrong = async (address: string) => {
      const answer = await alice.submit('/notebook/feeds', { address });
      expect([address.slice(0, 40), answer.status]).toEqual([address.slice(0, 40), 422]);
      return words(answer);
    };
    expect(await wrong(`${stage.far.origin}/page`)).toContain('No feed was found at this address.');
    expect(await wrong(`${stage.far.origin}/large`)).toContain('more than can be accepted');
    expect(await wrong('http://10.0.0.1/feed')).toContain('private network');
    expect(await wrong('http://169.254.169.254/latest')).toContain('private network');
    expect(await wrong('javascript:alert(1)')).toContain('Give the web address of a feed');

    let answer = 200;
    stage.far.serve('/failing', (_request, response) => {
      response.writeHead(answer, { 'Content-Type': 'application/rss+xml' });
      response.end(
        answer === 200
          ? '<rss version="2.0"><channel><title>Failing</title><item><title>a</title></item></channel></rss>'
          : '',
      );
    });
    place(await alice.submit('/notebook/feeds', { address: `${stage.far.origin}/failing` }));
    const _id = stage.north.house.feeds.idOf(`${stage.far.origin}/failing`);
    const feeds = stage.north.database.db.collection<{ _id: string; nextAt?: Date }>('feeds');
    const nextAt = async () => (await feeds.findOne({ _id }))?.nextAt?.getTime();
    answer = 500;
    const waits: number[] = [];
    for (let tries = 0; tries < 3; tries += 1) {
      await due();
      await stage.north.settle();
      waits.push(Math.round((((await nextAt()) ?? 0) - Date.now()) / 3_600_000));
    }
    expect(waits).toEqual([1, 2, 4]);
    expect(await page(alice, '/notebook/feeds')).toContain('answered with status 500');
    answer = 410;
    await due();
    await stage.north.settle();
    expect(await nextAt()).toBeUndefined();
    expect(await page(alice, '/notebook/feeds')).toContain('gone for good');
  });

  it('row 49: a list of feeds (OPML) becomes feeds and comes out again; a CSV of follows becomes requests to follow', async () => {
    const opml = `<opml version="2.0"><body><outline text="News"><outline type="rss" text="A &amp; B" xmlUrl="${stage.far.origin}/a.xml?x=1&amp;y=2"/><outline type="rss" text="C" xmlUrl="${stage.far.origin}/c.xml"/></outline></body></opml>`;
    place(await bring(alice, '/notebook/feeds/import', {}, opml));
    const feeds = await page(alice, '/notebook/feeds');
    expect(feeds).toContain('2 feeds are new');
    expect(feeds).toContain('A &amp; B');
    const { parseOpml } = await import('feedsmith');
    const out = await alice.get('/notebook/feeds.opml');
    expect(parseOpml(out?.text).body?.outlines).toEqual(
      expect.arrayContaining([expect.objectContaining({ text: 'A & B', xmlUrl: `${stage.far.origin}/a.xml?x=1&y=2` })]),
    );
    expect((await bring(alice, '/notebook/feeds/import', {}, 'no list')).status).toBe(422);

    stage.far.serve(`/.well-known/webfinger?resource=${encodeURIComponent(`acct:mia@${stage.far.host}`)}`, {
      type: 'application/jrd+json',
      body: { links: [{ rel: 'self', type: 'application/activity+json', href: stage.mia.iri }] },
    });
    const file = place(
      await bring(bob, '/you/import', { kind: 'follows', mode: 'merge' }, `Account address\nmia@${stage.far.host}\n`),
    );
    await bob.submit(`${file}/start`, {});
    await until('mia is asked', () =>
      stage.far.delivered(stage.mia).some(({ type, actor }) => type === 'Follow' && actor === stage.bobIri),
    );
  });
});

describe('leaving', () => {
  it('takes the notebook along, and leaves nothing of it here', async () => {
    const { iri: carolIri, visitor: carol } = await stage.arrive('carol');
    await newNote(carol, 'to be forgotten', { days: '7', notice: 'on' });
    place(await carol.submit('/notebook/collections', { title: 'Hers', summary: '' }));
    place(
      await bring(
        carol,
        '/notebook/feeds/import',
        {},
        `<opml><outline xmlUrl="${stage.far.origin}/carols.xml"/></opml>`,
      ),
    );
    const archive = JSON.parse((await carol.get('/you/archive')).text);
    expect(archive).toMatchObject({
      notes: [{ text: 'to be forgotten' }],
      feeds: [{ url: `${stage.far.origin}/carols.xml` }],
      collections: [{ title: 'Hers' }],
    });
    const { db } = stage.north.database;
    const counted = ['lookBacks', 'feedFollows', 'collections'] as const;
    const before = await Promise.all(counted.map((name) => db.collection(name).countDocuments()));
    place(await carol.submit('/you/leave', { password: 'a long enough password', posts: 'keep' }));
    await until('she is forgotten', async () => {
      await stage.north.settle();
      return (await stage.north.house.notes.of(carolIri)).length === 0;
    });
    await stage.north.settle();
    const after = await Promise.all(counted.map((name) => db.collection(name).countDocuments()));
    expect(after).toEqual(before.map((count) => count - 1));
    expect(await db.collection('keepsakes').countDocuments({ person: carolIri })).toBe(0);
  });
});
