import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pages } from '../../../server/community/addresses.ts';
import type { PersonIri } from '../../../server/community/ids.ts';
import type { Post } from '../../../server/community/post.ts';
import { type ApiClient, appOf, type Json } from '../../support/api-client.ts';
import { type GuildOnTwo, guildOnTwo } from '../../support/guild-on-two.ts';
import { account } from '../../support/people.ts';
import { startRemoteOrigin } from '../../support/remote-origin.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

let stage: GuildOnTwo;
let north: GuildOnTwo['north'];
let south: GuildOnTwo['south'];
let alice: Visitor;
let bobs: ApiClient;
let doras: ApiClient;
let bob: PersonIri;

beforeAll(async () => {
  stage = await guildOnTwo();
  ({ north, south, alice } = stage);
  const password = 'a long enough password';
  [bobs, doras] = await Promise.all([appOf(north, 'bob', { password }), appOf(south, 'dora', { password })]);
  bob = north.house.addresses.person('bob');
});
afterAll(() => stage?.stop());

const GUILD = '/communities/guild';
/** Sends a form of the pages; the post that came of it. */
async function write(by: Visitor, path: string, fields: Readonly<Record<string, string>>): Promise<Post> {
  const answer = await by.submit(path, fields);
  if (answer.status !== 303) throw new Error(`not written: ${answer.status} ${answer.text.slice(0, 2000)}`);
  await Promise.all([north.settle(), south.settle()]);
  const place = String(answer.headers.location);
  const post = await north.house.posts.byKey(/#p-(.*)$/.exec(place)?.[1] ?? place.split('/').at(-1) ?? '');
  if (post === null) throw new Error(`no post at ${place}`);
  return post;
}
const keyOf = (post: Post): string => pages.thread('', post.iri).split('/').at(-1) ?? '';
const mentionsOf = async (app: ApiClient): Promise<readonly Json[]> =>
  (await app.get('/api/v1/notifications?types[]=mention')).json;
const toldOf = async (app: ApiClient): Promise<readonly string[]> =>
  (await mentionsOf(app)).map(({ status }) => status.content.replaceAll(/<[^>]*>/g, ''));
const linkTo = (page: string, text: string) =>
  `<span class="h-card"><a href="${page}" class="u-url mention" rel="nofollow noopener noreferrer">${text}</a></span>`;
/** A post as anybody elsewhere reads it. */
const onTheWire = async ({ iri }: Post): Promise<Json> =>
  JSON.parse((await new Visitor(north).get(new URL(iri).pathname, { Accept: 'application/activity+json' })).text);

describe('a post written on a page', () => {
  it('tells bob, who is here, that it names him, and leads its readers to him', async () => {
    const post = await write(alice, `${GUILD}/posts`, { text: 'Ask @bob about the *drift*.' });
    expect(post.to).toEqual([bob]);
    expect(post.html).toBe(`<p>Ask ${linkTo(`${north.origin}/people/bob`, '@bob')} about the <em>drift</em>.</p>`);
    const [told] = await mentionsOf(bobs);
    expect(told).toMatchObject({ type: 'mention', account: { acct: 'alice' }, status: { uri: post.iri } });
    expect(told.status.mentions).toContainEqual(expect.objectContaining({ url: `${north.origin}/people/bob` }));
    const page = await alice.get(`${GUILD}/threads/${keyOf(post)}`);
    expect(page.text).toContain(`href="${north.origin}/people/bob"`);
  });

  it('reaches dora elsewhere as a mention of her, in its text and beside it', async () => {
    const handle = `@dora@${south.house.addresses.host}`;
    const post = await write(alice, `${GUILD}/posts`, { text: `${handle}, is this yours?` });
    const { to, tag, content } = await onTheWire(post);
    expect(to).toContain(stage.doraIri);
    expect(tag).toContainEqual({ type: 'Mention', href: stage.doraIri, name: handle });
    expect(content).toContain(linkTo(stage.doraIri, handle));
    await until('dora is told', async () => (await toldOf(doras)).includes(`${handle}, is this yours?`));
  });

  it('names nobody by names that nobody has, by code, addresses and e-mail, and asks no server for them', async () => {
    const far = await startRemoteOrigin('far');
    const text = `Not @nobody, @who@${far.host}, \`@bob\`, \\@bob, x@bob or [@bob](https://a.example/@bob).`;
    const post = await write(alice, `${GUILD}/posts`, { text });
    expect(post.to).toEqual([]);
    expect(post.html).not.toContain('mention');
    expect(post.html).toContain(`Not @nobody, @who@${far.host}, <code>@bob</code>, @bob, x@bob or `);
    expect(far.arrivals).toEqual([]);
    await far.close();
  });

  it('leads to a community that it names, and stands in its own alone', async () => {
    const carol = await account(north, 'carol');
    const founded = await north.actions.foundCommunity({
      founder: carol,
      name: 'choir',
      title: 'Choir',
      purpose: 'Sing.',
    });
    expect(founded.ok).toBe(true);
    const post = await write(alice, `${GUILD}/posts`, { text: 'The @choir sings to @guild.' });
    expect([post.community, post.to]).toEqual([stage.guild, []]);
    expect(post.html).toContain(linkTo(`${north.origin}/communities/choir`, '@choir'));
    expect((await onTheWire(post)).tag.map(({ href }: Json) => href)).toEqual([stage.guild]);
  });

  it.each<[string, (on: Post) => readonly [string, Readonly<Record<string, string>>]]>([
    ['an answer', (on) => [`${GUILD}/posts`, { inReplyTo: keyOf(on), text: 'An answer for @bob' }]],
    ['a quote', (on) => [`${GUILD}/threads/${keyOf(on)}/quote`, { text: 'A quote for @bob' }]],
    ['a problem', () => [`${GUILD}/problems`, { question: 'Why?', framing: 'A problem for @bob' }]],
    ['a session', () => [`${GUILD}/sessions`, { title: 'Belts', text: 'A session for @bob' }]],
  ])('tells him as well by %s', async (_what, form) => {
    const on = await write(alice, `${GUILD}/posts`, { text: 'Something to go on from' });
    const [path, fields] = form(on);
    const post = await write(alice, path, fields);
    expect(post.to).toEqual(expect.arrayContaining([bob]));
    expect((await mentionsOf(bobs))[0].status.uri).toBe(post.iri);
  });

  it('says the same as one that an app sends', async () => {
    const alices = await appOf(north, 'alice', { password: 'a long enough password' });
    const text = `@bob and @dora@${south.house.addresses.host}, look`;
    const first = await write(alice, `${GUILD}/posts`, { text });
    const { json } = await alices.post('/api/v1/statuses', { status: `@guild ${text}` });
    const sent = await north.house.posts.byIri(json.uri);
    expect(sent?.to).toEqual(first.to);
    expect(sent?.html).toBe(first.html.replace('<p>', `<p>${linkTo(`${north.origin}${GUILD}`, '@guild')} `));
  });
});

describe('whom a name lets read', () => {
  it('is nobody more: who is named beside a circle is not told, and does not see it', async () => {
    const handle = `@dora@${south.house.addresses.host}`;
    const before = await mentionsOf(bobs);
    const fields = { text: 'Not a word to @bob.', circle: handle };
    const post = await write(alice, `${GUILD}/posts`, fields);
    expect([post.audience, post.to]).toEqual(['circle', [stage.doraIri]]);
    expect(await mentionsOf(bobs)).toEqual(before);
    expect((await stage.bob.get(`${GUILD}/threads/${keyOf(post)}`)).status).toBe(404);
    const edited = await alice.submit(`${GUILD}/threads/${keyOf(post)}/edit`, { text: 'Not one word to @bob.' });
    expect(edited.status).toBe(303);
    expect((await north.house.posts.byIri(post.iri))?.to).toEqual([stage.doraIri]);
    expect((await stage.bob.get(`${GUILD}/threads/${keyOf(post)}`)).status).toBe(404);
  });

  it('stays when she changes the text, and grows by whom she names then', async () => {
    const post = await write(alice, `${GUILD}/posts`, { text: 'Thanks, @bob' });
    const text = `Thanks to @dora@${south.house.addresses.host}`;
    const edited = await alice.submit(`${GUILD}/threads/${keyOf(post)}/edit`, { text });
    expect(edited.status).toBe(303);
    await Promise.all([north.settle(), south.settle()]);
    const after = await onTheWire(post);
    expect(after.tag.map(({ href }: Json) => href)).toEqual(expect.arrayContaining([bob, stage.doraIri]));
    expect(after.content).toContain(linkTo(stage.doraIri, `@dora@${south.house.addresses.host}`));
  });

  it('is not bob while he has blocked alice, however she names him', async () => {
    const [{ account: hers }] = await mentionsOf(bobs);
    expect((await bobs.post(`/api/v1/accounts/${hers.id}/block`)).status).toBe(200);
    const first = await write(alice, `${GUILD}/posts`, { text: 'Hey @bob' });
    await write(alice, `${GUILD}/posts`, { inReplyTo: keyOf(first), text: `@bob@${north.house.addresses.host} @BOB` });
    const edited = await alice.submit(`${GUILD}/threads/${keyOf(first)}/edit`, { text: 'Hey you, @bob' });
    expect(edited.status).toBe(303);
    expect(await mentionsOf(bobs)).toEqual([]);
    await bobs.post(`/api/v1/accounts/${hers.id}/unblock`);
    expect(await toldOf(bobs)).toContain('Hey you, @bob');
  });
});
