import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { generateKeys } from '../../federation/signatures/keys.ts';
import { postKey } from '../../server/community/addresses.ts';
import type { CommunityIri, PersonIri, PostIri } from '../../server/community/ids.ts';
import { activity, post } from '../support/attacker.ts';
import { account, community, must } from '../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

let north: RunningServer;
let south: RunningServer;
let far: RemoteOrigin;
let mia: RemoteActor;
let alice: PersonIri;
let bob: PersonIri;
let dora: PersonIri;
let guild: CommunityIri;
let atAlices: Visitor;
let atBobs: Visitor;

/** Everybody belongs to the guild: two at north, one at south, one somewhere else. */
beforeAll(async () => {
  const keys = await generateKeys();
  [north, south, far] = await Promise.all([
    runServer('north.localhost'),
    runServer('south.localhost'),
    startRemoteOrigin('far'),
  ]);
  [alice, bob, dora, mia] = await Promise.all([
    account(north, 'alice'),
    account(north, 'bob'),
    account(south, 'dora'),
    far.actor('mia', { keys }),
  ]);
  guild = (await community(north, alice, 'guild')).iri;
  must(await north.actions.joinCommunity({ person: bob, community: guild }));
  const atDoras = await signedIn(south, 'dora');
  expect((await atDoras.submit('/communities/lookup', { address: guild })).status).toBe(303);
  must(await south.actions.joinCommunity({ person: dora, community: guild }));
  expect((await post(north.house.addresses.sharedInbox, mia, activity('Follow', mia, guild))).status).toBe(202);
  await until('all four belong to it', async () => (await north.house.states.load(guild))?.members.size === 4);
  [atAlices, atBobs] = [await signedIn(north, 'alice'), await signedIn(north, 'bob')];
});

afterAll(async () => {
  await Promise.all([north?.stop(), south?.stop(), far?.close()]);
});

async function signedIn(server: RunningServer, name: string): Promise<Visitor> {
  const visitor = new Visitor(server);
  await visitor.signIn(name, 'a long enough password');
  return visitor;
}

/** What is heard with a form's field before anything is sent, by whoever hears the page. */
async function heardWith(visitor: Visitor, path: string, name: string): Promise<string> {
  const { status, text } = await visitor.get(path);
  expect(status).toBe(200);
  const [asked = ''] = new RegExp(`<textarea [^>]*name="${name}"[^>]*>`).exec(text) ?? [];
  const ids = (/aria-describedby="([^"]*)"/.exec(asked)?.[1] ?? '').split(' ');
  const said = ids.map((id) => new RegExp(`<p [^>]*id="${id}">(.*?)</p>`).exec(text)?.[1] ?? '');
  return said.map((one) => one.replaceAll(/<[^>]*>/g, '')).join(' ');
}

const threadOf = (iri: PostIri): string => `/communities/guild/threads/${postKey(iri)}`;
const EVERYBODY =
  'Visible to members at 3 organisations, to whoever follows from another server, and to everyone on the web.';

it('row 46: the audience is said in words with the text, before anything is sent: new, as a reply, when it is changed', async () => {
  expect(await heardWith(atBobs, '/communities/guild', 'text')).toContain(EVERYBODY);
  const opened = must(await north.actions.publishPost({ author: bob, community: guild, text: 'Oil for the lathe.' }));
  expect(await heardWith(atAlices, threadOf(opened.iri), 'text')).toContain(EVERYBODY);
  expect(await heardWith(atBobs, `${threadOf(opened.iri)}/edit`, 'text')).toContain(EVERYBODY);

  const circle = must(
    await north.actions.publishPost({ author: bob, community: guild, text: 'A doubt.', circle: [alice] }),
  );
  const few = 'Visible to you and 1 other named, at 1 organisation, and to nobody else.';
  expect(await heardWith(atAlices, threadOf(circle.iri), 'text')).toContain(few);
  expect(await heardWith(atBobs, `${threadOf(circle.iri)}/edit`, 'text')).toContain(few);
});

it('row 45: what began in a circle is widened by its author alone, step by step, and reaches its new readers', async () => {
  const said = { author: bob, community: guild, title: 'The pumps', text: 'They fail more often than we say.' };
  const { iri } = must(await north.actions.publishPost({ ...said, circle: [alice] }));
  must(
    await north.actions.publishPost({ author: alice, community: guild, text: 'In confidence: yes.', inReplyTo: iri }),
  );
  await north.settle();
  const reader = new Visitor(north);
  expect((await reader.get(threadOf(iri))).status).toBe(404);
  expect(await south.house.posts.byIri(iri)).toBeNull();

  // Whoever it was for can read it, and widen nothing.
  expect((await atAlices.get(`${threadOf(iri)}/edit`)).status).toBe(404);
  expect((await atAlices.submit(`${threadOf(iri)}/widen`, { to: 'members' })).status).toBe(404);
  expect((await north.actions.widenPost({ post: iri, by: alice, to: 'public' })).ok).toBe(false);

  expect((await atBobs.submit(`${threadOf(iri)}/widen`, { to: 'members' })).status).toBe(303);
  expect((await reader.get(threadOf(iri))).status).toBe(404);
  await until('dora has it at south', async () => (await south.house.posts.byIri(iri))?.audience === 'members');
  const atDoras = await signedIn(south, 'dora');
  const theirs = `/communities/guild@${north.house.addresses.host}`;
  expect((await atDoras.get(theirs)).text).toContain('The pumps');
  expect((await new Visitor(south).get(theirs)).text).not.toContain('The pumps');

  expect((await atBobs.submit(`${threadOf(iri)}/widen`, { to: 'public' })).status).toBe(303);
  const shown = await reader.get(threadOf(iri));
  expect(shown.status).toBe(200);
  // What was answered in confidence stays so.
  expect(shown.text).not.toContain('In confidence');
  await until('everybody reads it at south', async () => (await south.house.posts.byIri(iri))?.audience === 'public');

  // There is no way back, by this or by any other road.
  for (const to of ['members', 'circle', 'direct', '']) {
    await atBobs.submit(`${threadOf(iri)}/widen`, { to });
    expect((await north.house.posts.byIri(iri))?.audience).toBe('public');
  }
});

it('row 26: who leaves, leaves silently: no notice, no word to any server, no list of those who left', async () => {
  await north.settle();
  const heard = () => far.delivered(mia).length;
  const [before, notices] = [heard(), await north.database.db.collection('notices').countDocuments()];
  expect((await atBobs.submit('/communities/guild/leave', {})).status).toBe(303);
  await until('the book has it', async () => {
    const member = (await north.house.states.load(guild))?.members.get(bob);
    return member?.leftAt !== undefined;
  });
  await north.settle();
  expect(await north.database.db.collection('notices').countDocuments()).toBe(notices);
  expect(heard()).toBe(before);
  expect(await north.house.follows.get(bob, guild)).toMatchObject({ state: 'ended' });
  expect((await atAlices.get('/notices')).text).not.toContain('bob');
  for (const path of ['/communities/guild', '/communities/guild/roles', '/communities']) {
    expect((await atAlices.get(path)).text).not.toMatch(/\bleft\b/);
  }
});
