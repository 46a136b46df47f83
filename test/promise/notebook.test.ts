import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../server/community/addresses.ts';
import type { PostIri } from '../../server/community/ids.ts';
import { appOf } from '../support/api-client.ts';
import { type NotebookStage, newNote, openNotebooks, page, place, words } from '../support/notebook-stage.ts';
import { must } from '../support/people.ts';
import { PUBLIC } from '../support/remote-origin.ts';
import type { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

/** The notebook: what the promise says of notes and collections, row by row, by the pages alone. */

let stage: NotebookStage;
let alice: Visitor;
let bob: Visitor;
let nobody: Visitor;

beforeAll(async () => {
  stage = await openNotebooks();
  ({ alice, bob, nobody } = stage);
});
afterAll(() => stage?.close());

describe('kept in one step', () => {
  const shared = `/capture?${new URLSearchParams({ url: 'https://far.example/press?a=1', title: 'The press', text: 'sticks' })}`;

  it('row 11: a shared address opens the composer filled in, after signing in too, and nothing is kept by that', async () => {
    const { text } = await alice.get(shared);
    expect(text).toContain('value="https://far.example/press?a=1"');
    expect(text).toContain('value="The press"');
    expect(text).toMatch(/<textarea[^>]*name="text"[^>]*>\nsticks<\/textarea>/);
    expect(await stage.north.house.notes.of(stage.aliceIri)).toEqual([]);
    const asked = place(await nobody.get(shared));
    expect(asked).toBe(`/sign-in?next=${encodeURIComponent(shared)}`);
    const manifest = JSON.parse((await nobody.get('/manifest.webmanifest')).text);
    expect(manifest.share_target).toMatchObject({ action: '/capture', method: 'GET' });
    expect((await alice.get('/notebook')).text).toContain(
      `javascript:location.href=&#39;${stage.north.origin}/capture?url=`,
    );
    // Phones put the address at the end of the text.
    const { text: apart } = await alice.get(`/capture?${new URLSearchParams({ text: 'Look: https://far.example/x' })}`);
    expect(apart).toContain('value="https://far.example/x"');
    expect(apart).toContain('Look:</textarea>');
  });

  it('row 11: it becomes a note, or a snag or a spark in a community', async () => {
    const fields = { url: 'https://far.example/press', title: 'The press', text: 'sticks on Mondays' };
    const wrong = await alice.submit('/capture', {
      ...fields,
      where: 'snag',
      community: 'https://elsewhere.example/x',
    });
    expect([wrong.status, words(wrong)]).toEqual([422, expect.stringContaining('Choose the community it is for.')]);
    expect(wrong.text).toContain('value="The press"');
    const thread = place(await alice.submit('/capture', { ...fields, where: 'snag', community: stage.guild.iri }));
    const snag = await page(nobody, thread);
    expect(snag).toContain('sticks on Mondays');
    expect(snag).toMatch(/\bSnag\b/);
    const kept = place(await alice.submit('/capture', { ...fields, where: 'note', days: '14' }));
    expect(kept).toMatch(/^\/notebook\/notes\/\d+$/);
    expect(await page(alice, kept)).toContain('https://far.example/press');
    expect((await alice.submit('/capture', { ...fields, url: 'ftp://x', where: 'note' })).status).toBe(422);
  });
});

describe('private notes', () => {
  const SECRET = 'the torque wrench lies';

  it('row 21: a note is reachable by its writer alone until she publishes it, and a copy of the database does not hold it', async () => {
    const path = await newNote(alice, SECRET, {
      tags: '#Torque, tools',
      addresses: 'https://far.example/wrench',
    });
    expect(await page(alice, path)).toContain(SECRET);
    for (const form of ['', '/edit', '/publish', '/look-back', '/delete']) {
      const asked =
        form === '' || form === '/edit' ? await bob.get(path + form) : await bob.submit(path + form, { text: 'x' });
      expect([form, asked.status]).toEqual([form, form === '/delete' ? 303 : 404]);
    }
    expect(await page(alice, path)).toContain(SECRET);
    expect((await nobody.get(path))?.headers.location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    expect(await stage.isStored('torque')).toBe(false);
    expect(await page(bob, '/notebook')).not.toContain(SECRET);
    expect(await page(bob, '/notebook/sense?q=torque')).not.toContain(SECRET);
    expect(await page(nobody, '/people/alice')).not.toContain('torque');
    expect(await page(alice, '/notebook/sense?q=%23torque')).toContain(SECRET);
    expect(await page(alice, '/notebook/sense?q=another')).toContain('No note has all of these words.');
    // What she takes along has it.
    expect((await alice.get('/you/archive'))?.text).toContain(SECRET);

    place(await alice.submit(`${path}/publish`, { community: stage.guild.iri }));
    await stage.north.settle();
    const [kept] = (await stage.north.house.notes.of(stage.aliceIri)).filter(({ content }) => content.text === SECRET);
    const published = kept?.content.published as PostIri;
    expect(await page(nobody, stage.north.house.addresses.page.thread('guild', published))).toContain(SECRET);
    expect((await bob.get(path))?.status).toBe(404);
    // Published once: again is refused.
    expect((await alice.submit(`${path}/publish`, { community: '' }))?.status).toBe(422);
  });

  it('row 12: who wants to look back gets it, on the day, and nobody else ever gets or sees it', async () => {
    const text = 'did the new order of steps help';
    const path = await newNote(alice, text, { days: '14', notice: 'on' });
    expect(await page(alice, path)).toContain('You look back at it on');
    expect(await page(alice, '/notebook')).not.toContain('You wanted to look back at this');
    await stage.north.settle();
    expect(await page(alice, '/notices')).not.toContain('look back');
    const stored = JSON.stringify(await stage.north.database.db.collection('lookBacks').find().toArray());
    expect(stored).not.toContain('alice');

    stage.north.clock.forward(15 * 24);
    await until('the notice is there', async () => {
      await stage.north.settle();
      return (await page(alice, '/notices')).includes('You wanted to look back at something.');
    });
    expect(await page(alice, '/notices')).not.toContain(text);
    // Her own apps are told that there is something, and nothing of it.
    const app = await appOf(stage.north, 'alice', { password: 'a long enough password' });
    const told = (await app.get('/api/v1/notifications')).text;
    expect(told).toContain('You wanted to look back at something.');
    expect(told).not.toContain(text);
    expect((await app.get(`/api/v2/search?q=${encodeURIComponent('order of steps')}`)).json.statuses).toEqual([]);
    const others = await appOf(stage.north, 'bob', { password: 'a long enough password' });
    expect((await others.get('/api/v1/notifications')).text).not.toContain('look back');
    const due = await page(alice, '/notebook');
    expect(due.indexOf(text)).toBeGreaterThan(due.indexOf('You wanted to look back at this'));
    expect(due.indexOf(text)).toBeLessThan(due.indexOf('New in what you follow'));
    for (const where of ['/notebook', '/notices', path]) expect(await page(bob, where)).not.toContain('look back at');
    expect(await stage.north.database.db.collection('mails').countDocuments()).toBe(0);
    expect(await stage.north.database.db.collection('lookBacks').countDocuments()).toBe(0);

    place(await alice.submit(`${path}/look-back`, { days: '' }));
    expect(await page(alice, path)).not.toContain('You wanted to look back');
    expect(await stage.isStored('order of steps')).toBe(false);
  });
});

describe('collections', () => {
  it('row 34: a bookmark gets a private note, and goes into a public collection that others have as OPML, JSON and RSS', async () => {
    const post = await stage.remotePost('Warm the head first', 'Eleven Mondays without drift.');
    const keep = `/notebook/keep/${postKey(post)}`;
    expect((await alice.get(keep))?.status).toBe(200);
    const collection = place(
      await alice.submit('/notebook/collections', { title: 'Starting up', summary: 'What works & why' }),
    );
    const id = collection.split('/').at(-1) as string;
    const noted = await alice.submit(keep, {
      text: 'try it on line four',
      collection: id,
      sentence: 'It costs <nothing>.',
    });
    place(noted);
    // A bookmark as apps have it.
    expect(await stage.north.house.marks.get(stage.aliceIri, 'bookmark', post)).not.toBeNull();
    expect(await page(alice, '/notebook/bookmarks')).toContain('Your note: try it on line four');
    place(
      await alice.submit(`${collection}/add`, {
        address: 'https://far.example/guide',
        called: 'A guide',
        sentence: '',
      }),
    );

    const shown = `/people/alice/collections/${id}`;
    const document = `${stage.north.origin}/collections/${id}`;
    for (const path of [shown, `${shown}.json`, `${shown}.rss`, `${shown}.opml`, `/collections/${id}`]) {
      expect([path, (await nobody.get(path, { Accept: '*/*' }))?.status]).toEqual([path, 404]);
    }
    expect((await bob.get(collection))?.status).toBe(404);
    expect(await stage.isStored('Starting up')).toBe(false);

    place(await alice.submit(`${collection}/publish`, { publish: 'yes' }));
    const readable = await page(nobody, shown);
    for (const said of [
      'Starting up',
      'What works &amp; why',
      'Warm the head first',
      'by mia',
      'It costs &lt;nothing&gt;.',
      'A guide',
    ])
      expect(readable).toContain(said);
    expect(readable).not.toContain('line four');
    const json = JSON.parse((await nobody.get(`${shown}.json`))?.text ?? '');
    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Starting up',
      feed_url: `${stage.north.origin}${shown}.json`,
    });
    expect(json.items).toMatchObject([
      { title: 'Warm the head first', content_html: '<p>It costs &lt;nothing&gt;.</p>' },
      { url: 'https://far.example/guide', title: 'A guide' },
    ]);
    const { parseOpml, parseRssFeed } = await import('feedsmith');
    const opml = await nobody.get(`${shown}.opml`);
    expect(parseOpml(opml?.text).body?.outlines).toMatchObject([
      { text: 'Warm the head first', description: 'It costs <nothing>.' },
      { text: 'A guide', url: 'https://far.example/guide' },
    ]);
    const rss = await nobody.get(`${shown}.rss`);
    expect(rss?.headers['content-type']).toContain('application/rss+xml');
    expect(parseRssFeed(rss?.text).items).toMatchObject([{ title: 'Warm the head first' }, { title: 'A guide' }]);

    const served = await nobody.get(`/collections/${id}`, { Accept: 'application/activity+json' });
    expect(JSON.parse(served?.text ?? '')).toMatchObject({
      id: document,
      type: 'OrderedCollection',
      attributedTo: stage.aliceIri,
      totalItems: 2,
      orderedItems: [post, { type: 'Link', href: 'https://far.example/guide', name: 'A guide' }],
    });
    const actor = JSON.parse((await nobody.get('/actors/alice', { Accept: 'application/activity+json' }))?.text ?? '');
    const [stream] = [actor.streams].flat();
    const streams = JSON.parse(
      (await nobody.get(new URL(stream).pathname, { Accept: 'application/activity+json' }))?.text ?? '',
    );
    expect(streams).toMatchObject({ type: 'Collection', items: [document] });
    expect(await page(nobody, '/people/alice')).toContain('Starting up');
    // In a browser, its id leads to its page.
    expect((await nobody.get(`/collections/${id}`, { Accept: 'text/html' }))?.headers.location).toBe(
      stage.north.origin + shown,
    );

    place(await alice.submit(`${collection}/publish`, { publish: 'no' }));
    expect((await nobody.get(shown))?.status).toBe(404);
    expect(await stage.isStored('Starting up')).toBe(false);
  });

  it('row 17: a thread from elsewhere stands in a collection, and is passed on with credit only if she says so', async () => {
    const [quiet, loud] = [
      await stage.remotePost('Quietly kept', 'Once.'),
      await stage.remotePost('Worth passing on', 'Twice.'),
    ];
    const collection = place(await alice.submit('/notebook/collections', { title: 'Credit', summary: '' }));
    const announced = () => stage.far.delivered(stage.mia).filter(({ type }) => type === 'Announce');
    const hers = () => announced().filter(({ actor }) => actor === stage.aliceIri);
    place(await alice.submit(`${collection}/add`, { address: quiet, called: '', sentence: '' }));
    place(
      await alice.submit(`${collection}/add`, {
        address: loud,
        called: '',
        sentence: 'So true.',
        passOn: 'on',
      }),
    );
    await until('mia is told', async () => {
      await stage.north.settle();
      return hers().length > 0;
    });
    expect(hers()).toMatchObject([{ object: loud, to: [PUBLIC], cc: expect.arrayContaining([stage.mia.iri]) }]);
    const own = await page(alice, collection);
    expect(own).toContain('Quietly kept');
    expect(own).toContain('Worth passing on');
    expect((await alice.submit(`${collection}/add`, { address: loud, called: '', sentence: '' }))?.status).toBe(422);
  });

  it('what is not for everybody is never shown in a published collection, whoever may see it herself', async () => {
    const circle = must(
      await stage.north.actions.publishPost({
        author: stage.aliceIri,
        community: stage.guild.iri,
        title: 'Pay talk',
        text: 'For bob.',
        circle: [stage.bobIri],
      }),
    );
    const collection = place(await alice.submit('/notebook/collections', { title: 'Mixed', summary: '' }));
    const id = collection.split('/').at(-1) as string;
    place(
      await alice.submit(`${collection}/add`, {
        address: circle.iri,
        called: '',
        sentence: 'about money',
      }),
    );
    place(await alice.submit(`${collection}/publish`, { publish: 'yes' }));
    expect(await page(alice, collection)).toContain('Others do not see this here');
    for (const path of ['', '.json', '.rss', '.opml'])
      expect((await nobody.get(`/people/alice/collections/${id}${path}`))?.text).not.toMatch(/Pay talk|about money/);
    const served = await nobody.get(`/collections/${id}`, { Accept: 'application/activity+json' });
    expect(JSON.parse(served?.text ?? '')).toMatchObject({ totalItems: 0, orderedItems: [] });
    const passed = await alice.submit(`${collection}/add`, {
      address: circle.iri,
      called: '',
      sentence: '',
      passOn: 'on',
    });
    expect(passed?.status).toBe(422);
    // What bob may not see is none that he could collect.
    const direct = must(
      await stage.north.actions.publishPost({
        author: stage.aliceIri,
        community: stage.guild.iri,
        title: 'Alone',
        text: 'x',
        circle: [stage.aliceIri],
      }),
    );
    expect((await bob.get(`/notebook/keep/${postKey(direct.iri)}`))?.status).toBe(
      direct.audience === 'circle' ? 404 : 200,
    );
  });
});
