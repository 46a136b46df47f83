import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { signRequest } from '../../federation/signatures/sign-request.ts';
import { postKey } from '../../server/community/addresses.ts';
import { actorIri, type CommunityIri, type PersonIri } from '../../server/community/ids.ts';
import { postNumber } from '../../server/community/numbers.ts';
import type { Post } from '../../server/community/post.ts';
import { ApiClient, appOf } from '../support/api-client.ts';
import { activity, post as send } from '../support/attacker.ts';
import { send as ask } from '../support/http-client.ts';
import { account, community, must } from '../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

const PASSWORD = 'a long enough password';
/** What was said while it was for two people, then for the members, then for everybody; each word is looked for. */
const FOR_FEW = ['zinnia', 'yarrow'];
const FOR_MEMBERS = ['willow', 'violet'];
const FOR_ALL = ['thistle', 'sorrel'];

let north: RunningServer;
let east: RemoteOrigin;
let west: RemoteOrigin;
/** A member elsewhere who was in the circle, and one who was not. */
let ana: RemoteActor;
let eve: RemoteActor;
let guild: CommunityIri;
let bob: PersonIri;
let written: Post;
let thread: string;

/** Bob says it in confidence, and lets more people see it, changing it on the way. */
beforeAll(async () => {
  [north, east, west] = await Promise.all([
    runServer('north.localhost'),
    startRemoteOrigin('east'),
    startRemoteOrigin('west'),
  ]);
  [ana, eve] = await Promise.all([east.actor('ana'), west.actor('eve')]);
  const [alice, carol] = await Promise.all([account(north, 'alice'), account(north, 'carol')]);
  bob = await account(north, 'bob');
  guild = (await community(north, alice, 'guild')).iri;
  for (const person of [bob, carol]) must(await north.actions.joinCommunity({ person, community: guild }));
  for (const member of [ana, eve])
    await send(north.house.addresses.sharedInbox, member, activity('Follow', member, guild));
  await until('all five belong to it', async () => (await north.house.states.load(guild))?.members.size === 5);
  const first = { author: bob, community: guild, title: 'zinnia first', text: 'zinnia first' };
  written = must(await north.actions.publishPost({ ...first, circle: [alice, actorIri(ana.iri) as PersonIri] }));
  // It has gone out as it was first, before it is changed.
  await north.settle();
  thread = `/communities/guild/threads/${postKey(written.iri)}`;
  const atBobs = await visitor('bob');
  const says = async (word: string) => {
    north.clock.forward(1);
    const answer = await atBobs.submit(`${thread}/edit`, { title: word, text: `${word} now` });
    expect(answer.status).toBe(303);
    await north.settle();
  };
  const widens = async (to: string) => {
    expect((await atBobs.submit(`${thread}/widen`, { to })).status).toBe(303);
    await north.settle();
  };
  for (const word of ['yarrow', 'willow']) await says(word);
  await widens('members');
  for (const word of ['violet', 'thistle']) await says(word);
  // Before everybody may see it: what went out to few is asked for by who belongs to the community alone.
  expect(await wordsIn(await everythingServedTo(eve))).toEqual(['willow', 'violet', 'thistle']);
  await widens('public');
  await says('sorrel');
});
afterAll(async () => {
  await Promise.all([north?.stop(), east?.close(), west?.close()]);
});

async function visitor(name: string): Promise<Visitor> {
  const one = new Visitor(north);
  expect((await one.signIn(name, PASSWORD)).status).toBe(303);
  return one;
}

const wordsIn = (text: string): readonly string[] =>
  [...FOR_FEW, ...FOR_MEMBERS, ...FOR_ALL].filter((word) => text.includes(word));

/** Every activity that ever left, by its id, and the post itself, as they are given to who signs for them. */
async function everythingServedTo(reader: RemoteActor | null): Promise<string> {
  const sent = await north.database.db.collection<{ _id: string }>('activities').find().toArray();
  const toFew = east.delivered(ana).filter((one) => JSON.stringify(one).includes('zinnia'));
  expect(sent.map(({ _id }) => _id)).toEqual(expect.arrayContaining(toFew.map(({ id }) => id)));
  const answers = [];
  for (const { _id: url } of [...sent, { _id: written.iri }]) {
    const { host, pathname } = new URL(url);
    const signed =
      reader &&
      (await signRequest({ method: 'GET', url, keyId: reader.keyId, privateKey: reader.privateKey, now: new Date() }));
    const headers = { Host: host, Accept: 'application/activity+json', ...signed };
    answers.push((await ask(north.port, { path: pathname, headers })).text);
  }
  return answers.join('\n');
}

it('its history shows each edition to those it was for, and to its author (row 45)', async () => {
  const page = async (reader: Visitor) => wordsIn((await reader.get(`${thread}/history`)).text);
  const [all, members, public_] = [[...FOR_FEW, ...FOR_MEMBERS, ...FOR_ALL], [...FOR_MEMBERS, ...FOR_ALL], FOR_ALL];
  expect(await page(await visitor('bob'))).toEqual(all);
  expect(await page(await visitor('alice'))).toEqual(all);
  expect(await page(await visitor('carol'))).toEqual(members);
  expect(await page(new Visitor(north))).toEqual(public_);

  const number = postNumber(written);
  const app = async (client: ApiClient) => {
    const { status, json } = await client.get(`/api/v1/statuses/${number}/history`);
    expect(status).toBe(200);
    return wordsIn(JSON.stringify(json));
  };
  expect(await app(await appOf(north, 'bob', { password: PASSWORD }))).toEqual(all);
  const carols = await appOf(north, 'carol', { password: PASSWORD });
  expect(await app(carols)).toEqual(members);
  expect(await app(new ApiClient(north))).toEqual(public_);
  for (const path of [`/api/v1/statuses/${number}`, `/api/v1/statuses/${number}/source`]) {
    expect(wordsIn((await carols.get(path)).text)).toEqual(['sorrel']);
  }
  expect((await carols.get('/api/v2/search?q=zinnia')).json.statuses).toEqual([]);
});

it('no page, feed or archive of somebody else’s has what it said to fewer', async () => {
  const stranger = new Visitor(north);
  const carol = await visitor('carol');
  for (const reader of [stranger, carol]) {
    for (const path of [thread, '/communities/guild', '/people/bob', '/communities/guild/feed.atom']) {
      const { status, text } = await reader.get(path);
      expect([path, status, wordsIn(text)]).toEqual([path, 200, ['sorrel']]);
    }
  }
  expect(wordsIn((await carol.get('/you/archive')).text)).toEqual([]);
  // Her own has all of it: they are her words.
  const own = (await (await visitor('bob')).get('/you/archive')).text;
  expect(wordsIn(own)).toEqual([...FOR_FEW, ...FOR_MEMBERS, ...FOR_ALL]);
});

it('what was sent to fewer is given to nobody else by its id, however it is asked for', async () => {
  expect(wordsIn(await everythingServedTo(null))).toEqual(['thistle', 'sorrel']);
  expect(wordsIn(await everythingServedTo(eve))).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/zinnia|yarrow/)]),
  );
  expect(wordsIn(JSON.stringify(west.delivered(eve)))).toEqual([...FOR_MEMBERS, ...FOR_ALL]);
  expect(wordsIn(JSON.stringify(east.delivered(ana)))).toContain('zinnia');
});

it('an edition of which nobody knows any more whom it was for is its author’s alone', async () => {
  const posts = north.database.db.collection<{ _id: string }>('posts');
  await posts.updateOne({ _id: written.iri }, { $unset: { 'earlier.$[].audience': 1, 'earlier.$[].to': 1 } });
  const read = async (name: string) => wordsIn((await (await visitor(name)).get(`${thread}/history`)).text);
  expect(await read('alice')).toEqual(['sorrel']);
  expect(await read('bob')).toEqual([...FOR_FEW, ...FOR_MEMBERS, ...FOR_ALL]);
});
