import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, appOf, ApiClient as Client, type Json } from '../../support/api-client.ts';
import { type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { Stage } from '../../support/stage.ts';
import { until } from '../../support/wait.ts';

let stage: Stage;
let garden: RemoteOrigin;
let alice: ApiClient;
let anybody: ApiClient;

beforeAll(async () => {
  [stage, garden] = await Promise.all([Stage.open(), startRemoteOrigin('garden')]);
  alice = await appOf(stage.server, 'alice');
  anybody = new Client(stage.server);
});
afterAll(async () => {
  await garden.close();
  await stage.close();
});

const page = (body: string) => ({ type: 'text/html; charset=utf-8', body: `<!doctype html><body>${body}</body>` });
const say = async (fields: readonly (readonly [string, string])[], client = alice) =>
  client.patch('/api/v1/accounts/update_credentials', {
    fields_attributes: fields.map(([name, value]) => ({ name, value })),
  });
const shown = async (): Promise<readonly Json[]> =>
  (await anybody.get('/api/v1/accounts/lookup?acct=alice')).json.fields;
/** Every page that her profile names has been looked at. */
const lookedAt = () =>
  until(
    'the pages are looked at',
    async () => (await stage.db.collection('actors').countDocuments({ linksCheckAt: { $exists: true } })) === 0,
  );

describe('what somebody says of herself part by part', () => {
  it('is shown in apps, on her page, and to other servers', async () => {
    const { status, json } = await say([
      ['Trade', 'roofs & <walls>'],
      ['Garden', `${garden.origin}/nothing`],
      ['', ''],
    ]);
    expect([status, json.source.fields]).toEqual([
      200,
      [
        { name: 'Trade', value: 'roofs & <walls>', verified_at: null },
        { name: 'Garden', value: `${garden.origin}/nothing`, verified_at: null },
      ],
    ]);
    const [trade, site] = await shown();
    expect(trade).toEqual({ name: 'Trade', value: 'roofs &amp; &lt;walls&gt;', verified_at: null });
    expect(site.value).toContain(`<a href="${garden.origin}/nothing" rel="me nofollow noopener noreferrer">`);
    const html = (await anybody.get('/people/alice')).text;
    expect(html).toContain('<dt>Trade</dt><dd>roofs &amp; &lt;walls&gt;</dd>');
    expect(html).toMatch(/<a href="[^"]+\/nothing" rel="me /);
    const document = await anybody.get(new URL(stage.person('alice')).pathname, {
      Accept: 'application/activity+json',
    });
    expect(document.json.attachment).toMatchObject([{ type: 'PropertyValue', name: 'Trade' }, { name: 'Garden' }]);
  });

  it('is said in a form too, four parts at most, each with both of its sides', async () => {
    const form = new FormData();
    form.append('fields_attributes[0][name]', 'Tools');
    form.append('fields_attributes[0][value]', 'hammer');
    form.append('fields_attributes[1][name]', 'Tea');
    form.append('fields_attributes[1][value]', 'black');
    const { json } = await alice.multipart('/api/v1/accounts/update_credentials', form, 'PATCH');
    expect(json.fields.map(({ name, value }: Json) => [name, value])).toEqual([
      ['Tools', 'hammer'],
      ['Tea', 'black'],
    ]);
    const five = ['a', 'b', 'c', 'd', 'e'].map((name) => [name, name] as const);
    expect((await say(five)).json.error).toContain('at most 4 things');
    expect((await say([['Tea', '']])).json.error).toContain('a name and what it is');
    await alice.patch('/api/v1/accounts/update_credentials', { note: 'I build.' });
    expect(await shown()).toHaveLength(2);
    expect((await say([])).json.fields).toEqual([]);
  });
});

describe('a page that somebody names on her profile', () => {
  const verified = async () => (await shown()).map(({ name, verified_at }) => [name, verified_at !== null]);

  it('is verified where it leads back to her, by her page or her id, and by nothing less', async () => {
    const hers = `${stage.origin}/people/alice`;
    garden.serve('/', page(`<footer><a rel="nofollow me" href="${hers}">me</a></footer>`));
    garden.serve('/head', page(`<link rel="ME" href="${stage.person('alice')}">`));
    garden.serve('/plain', page(`<a href="${hers}">a friend</a> <p>rel="me" ${hers}</p>`));
    garden.serve('/other', page(`<a rel="me" href="${stage.origin}/people/bob">me</a>`));
    await say([
      // As people write it: without the slash at the end.
      ['root', garden.origin],
      ...['head', 'plain', 'other'].map((path) => [path, `${garden.origin}/${path}`] as const),
    ]);
    await lookedAt();
    expect(await verified()).toEqual([
      ['root', true],
      ['head', true],
      ['plain', false],
      ['other', false],
    ]);
    expect((await anybody.get('/people/alice')).text).toContain('(this page links back here)');
  });

  it('stays verified while she names it, is asked for once after a change, and anew when she changes it', async () => {
    const before = (await shown())[0].verified_at;
    const asked = garden.gets('/');
    await say([['Home', garden.origin]]);
    await lookedAt();
    expect([(await shown())[0], garden.gets('/')]).toMatchObject([{ name: 'Home', verified_at: before }, asked]);
    await say([['Home', `${garden.origin}/plain`]]);
    await lookedAt();
    expect(await verified()).toEqual([['Home', false]]);
  });

  it('that is not there, or leads into this server’s own network, is not verified and harms nothing', async () => {
    await say([
      ['gone', `${garden.origin}/gone`],
      ['inside', 'http://10.0.0.1/'],
      ['words', 'see https://garden.example'],
    ]);
    await lookedAt();
    expect(await verified()).toEqual([
      ['gone', false],
      ['inside', false],
      ['words', false],
    ]);
  });

  it('of somebody elsewhere is shown without a word on whether it leads back, and cleaned', async () => {
    const ana = await garden.actor('ana');
    const attachment = [
      {
        type: 'PropertyValue',
        name: 'Site',
        value: '<a href="https://ana.example" onclick="x()">ana</a><script>1</script>',
      },
      { type: 'Image', name: 'no' },
    ];
    garden.serve('/users/ana', { body: { ...ana.document, attachment } });
    const { json } = await alice.get(`/api/v2/search?resolve=true&q=${encodeURIComponent(ana.iri)}`);
    expect(json.accounts[0].fields).toEqual([
      {
        name: 'Site',
        value: expect.stringMatching(/^<a href="https:\/\/ana.example" rel="[^"]*">ana<\/a>$/),
        verified_at: null,
      },
    ]);
  });
});
