import { describe, expect, it } from '@jest/globals';
import { feedNamedIn, readFeed } from '../../../server/actions/notebook/read-feed.ts';
import { LONGEST_ITEM, MOST_ITEMS } from '../../../server/community/notebook/feed.ts';

const NOW = new Date('2026-05-01T12:00:00Z');
const FROM = 'https://a.example/blog/feed.xml';

async function read(text: string) {
  const found = await readFeed(text, FROM, NOW);
  if (!found.ok) throw new Error(`${found.refusal.code}: ${found.refusal.log}`);
  return found.value;
}

const rss = (items: string, head = '<title>News</title><link>/blog</link>') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>${head}${items}</channel></rss>`;

describe('a feed', () => {
  it('is read in each of the four ways of writing one', async () => {
    const at = new Date('2026-04-30T10:00:00Z');
    const item = { title: 'One', url: 'https://a.example/1', html: '<p>Text</p>', at };
    const ways = {
      rss: rss(
        '<item><guid isPermaLink="false">g</guid><title>One</title><link>/1</link><pubDate>Thu, 30 Apr 2026 10:00:00 GMT</pubDate><content:encoded><![CDATA[<p>Text</p>]]></content:encoded></item>',
      ),
      atom: `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><link href="/blog"/><link rel="self" href="/x"/><entry><id>g</id><title>One</title><link href="https://a.example/1"/><updated>2026-04-30T10:00:00Z</updated><content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>`,
      json: JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'News',
        home_page_url: 'https://a.example/blog',
        items: [
          {
            id: 'g',
            title: 'One',
            url: 'https://a.example/1',
            content_html: '<p>Text</p>',
            date_published: '2026-04-30T10:00:00Z',
          },
        ],
      }),
      rdf: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>News</title><link>https://a.example/blog</link><description>d</description></channel><item rdf:about="g"><title>One</title><link>https://a.example/1</link><description>&lt;p&gt;Text&lt;/p&gt;</description><dc:date>2026-04-30T10:00:00Z</dc:date></item></rdf:RDF>`,
    };
    for (const [way, text] of Object.entries(ways)) {
      const feed = await read(text);
      expect([way, feed.title, feed.site, feed.items]).toEqual([
        way,
        'News',
        'https://a.example/blog',
        [expect.objectContaining(item)],
      ]);
    }
  });

  it('is made harmless: no scripts, no pictures, no other addresses than those of the web', async () => {
    const { items } = await read(
      rss(
        '<item><title>&lt;b&gt;Bold&lt;/b&gt; &amp;amp; &lt;script&gt;x&lt;/script&gt;</title><link>javascript:alert(1)</link><description>&lt;p onclick="x"&gt;&lt;img src="https://spy.example/p.gif"&gt;&lt;a href="javascript:x"&gt;a&lt;/a&gt;&lt;iframe src="x"&gt;&lt;/iframe&gt;&lt;style&gt;p{}&lt;/style&gt;&lt;/p&gt;</description></item>',
      ),
    );
    expect(items).toMatchObject([{ title: 'Bold &' }]);
    expect(items[0]?.url).toBeUndefined();
    expect(items[0]?.html).toBe('<p><a rel="nofollow noopener noreferrer">a</a></p>');
  });

  it('declares no entities: they stay as they are written', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
    const feed = await read(rss('<item><title>&b;</title><link>/1</link></item>').replace('<rss', `${bomb}<rss`));
    expect(feed.items[0]?.title).toBe('&b;');
    const outside = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    expect((await read(rss('<item><title>&x;</title></item>').replace('<rss', `${outside}<rss`))).items[0]?.title).toBe(
      '&x;',
    );
  });

  it('says no later time than now, has no two things at the same moment, and the newest first and only', async () => {
    const day = (count: number) =>
      Array.from(
        { length: count },
        (_, at) =>
          `<item><guid>${at}</guid><title>${at}</title><pubDate>Fri, 01 Jan 2027 00:00:00 GMT</pubDate></item>`,
      ).join('');
    const { items } = await read(rss(day(MOST_ITEMS + 20)));
    expect(items).toHaveLength(MOST_ITEMS);
    const times = items.map(({ at }) => at.getTime());
    expect(new Set(times).size).toBe(MOST_ITEMS);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect(times[0]).toBe(NOW.getTime());
  });

  it('is bounded, also in one item', async () => {
    const { items } = await read(
      rss(`<item><title>Long</title><description>${'word '.repeat(20_000)}</description></item>`),
    );
    expect(items[0]?.html.length).toBeLessThan(LONGEST_ITEM);
    expect(items[0]?.html).toMatch(/…<\/p>$/);
  });

  it('is nothing else: no page, no broken text', async () => {
    for (const text of ['<html><body>x</body></html>', '', '{"version":"x"}', '<rss><channel><title>', 'plain'])
      expect([text, (await readFeed(text, FROM, NOW)).ok]).toEqual([text, false]);
  });

  it('is found on a page that names it', () => {
    const page = `<head><link rel="stylesheet" href="/x.css"><link href='/f?a&amp;b' type="application/atom+xml" rel="home alternate"></head>`;
    expect(feedNamedIn(page, 'https://a.example/blog/')).toBe('https://a.example/f?a&b');
    expect(feedNamedIn('<link rel="alternate" type="application/rss+xml" href="javascript:x">', FROM)).toBeNull();
    expect(feedNamedIn('<link rel="alternate" hreflang="de" href="/de">', FROM)).toBeNull();
  });
});
