import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import generator, { type MegalodonInterface } from 'megalodon';
import { codeFor, OUT_OF_BAND } from '../../support/api-client.ts';
import { picture } from '../../support/pictures.ts';
import { Stage } from '../../support/stage.ts';
import { trust } from '../../support/trust.ts';
import { Visitor } from '../../support/visitor.ts';
import { DAY, openVote } from '../../support/voting-stage.ts';

/** The client library of Whalebird and Fedistar, by others, against the running server, by TLS. */
let stage: Stage;
let alice: MegalodonInterface;
let bob: MegalodonInterface;

const clientOf = (token?: string): MegalodonInterface => generator('mastodon', stage.origin, token ?? null);

/** Signs in as the library's users do: registers the app, shows the address, exchanges the code. */
async function signedIn(name: string): Promise<MegalodonInterface> {
  const app = await clientOf().registerApp('A client', {
    scopes: ['read', 'write', 'follow'],
    redirect_uris: OUT_OF_BAND,
  });
  const address = new URL(app.url ?? '');
  expect([address.origin, address.pathname]).toEqual([stage.origin, '/oauth/authorize']);
  const visitor = new Visitor(stage.server);
  await visitor.signIn(name);
  const asked = Object.fromEntries(address.searchParams);
  const registered = { client_id: app.client_id, client_secret: app.client_secret };
  const code = await codeFor(visitor, registered, asked);
  const token = await clientOf().fetchAccessToken(app.client_id, app.client_secret, code, OUT_OF_BAND);
  return clientOf(token.access_token);
}

beforeAll(async () => {
  stage = await Stage.open({ host: 'localhost', https: true });
  trust(stage.server.ca);
  [alice, bob] = await Promise.all([signedIn('alice'), signedIn('bob')]);
});
afterAll(() => stage?.close());

it('finds out what the server is, who she is and what she has', async () => {
  expect((await clientOf().getInstance()).data).toMatchObject({ title: 'Guild', uri: new URL(stage.origin).host });
  expect((await alice.verifyAccountCredentials()).data).toMatchObject({
    username: 'alice',
    source: { privacy: 'public' },
  });
  expect((await alice.verifyAppCredentials()).data.name).toBe('A client');
  expect((await alice.getPreferences()).data).toMatchObject({ 'posting:default:visibility': 'public' });
  const lists = [
    alice.getBookmarks(),
    alice.getFavourites(),
    alice.getMutes(),
    alice.getBlocks(),
    alice.getFilters(),
    alice.getFollowedTags(),
  ];
  for (const list of await Promise.all<{ data: readonly unknown[] }>(lists)) expect(list.data).toEqual([]);
  expect((await alice.getLists()).data).toMatchObject([{ title: 'Guild' }]);
});

it('writes with a picture, is answered, liked, passed on, found and told', async () => {
  // From a file, as its users do: what has no name is no file to any server.
  const file = path.join(stage.server.dataDir, 'roof.jpg');
  await writeFile(file, await picture().jpeg().toBuffer());
  const sent = await alice.uploadMedia(createReadStream(file), { description: 'a roof' });
  const said = { media_ids: [sent.data.id], spoiler_text: 'work', sensitive: true, language: 'en' };
  const { data: post } = await alice.postStatus('@guild the plans', said);
  if (!('content' in post)) throw new Error('the post was put off');
  expect(post).toMatchObject({ spoiler_text: 'work', media_attachments: [{ description: 'a roof' }] });
  const { data: answer } = await bob.postStatus('thank you', { in_reply_to_id: post.id });
  expect((await alice.getStatusContext(post.id)).data.descendants).toMatchObject([{ id: answer.id }]);
  expect((await bob.favouriteStatus(post.id)).data.favourited).toBe(true);
  expect((await bob.reblogStatus(post.id)).data.reblog).toMatchObject({ id: post.id, reblogged: true });
  expect((await bob.bookmarkStatus(post.id)).data.bookmarked).toBe(true);
  await stage.quiet();
  const told = (await alice.getNotifications({ limit: 10 })).data.map(({ type }) => type);
  expect(new Set(told)).toEqual(new Set(['mention', 'favourite', 'reblog']));
  expect((await bob.getHomeTimeline({ limit: 2 })).data.map(({ id }) => id)).toEqual([answer.id, post.id]);
  expect((await alice.editStatus(post.id, { status: '@guild the better plans' })).data.content).toContain('better');
  await bob.deleteStatus(answer.id);
  await expect(alice.getStatus(answer.id)).rejects.toMatchObject({ response: { status: 404 } });
});

it('finds, follows, mutes and notes people, and keeps lists', async () => {
  const [account] = (await alice.searchAccount('bob')).data;
  if (account === undefined) throw new Error('bob was not found');
  expect((await alice.lookupAccount('bob')).data.id).toBe(account.id);
  expect((await alice.followAccount(account.id)).data.following).toBe(true);
  expect((await alice.muteAccount(account.id, true)).data).toMatchObject({ muting: true, muting_notifications: true });
  expect((await alice.unmuteAccount(account.id)).data.muting).toBe(false);
  expect((await alice.setAccountNote(account.id, 'has a ladder')).data.note).toBe('has a ladder');
  expect((await alice.getRelationships([account.id])).data).toMatchObject([{ id: account.id, following: true }]);
  const { data: list } = await alice.createList('Roofers');
  await alice.addAccountsToList(list.id, [account.id]);
  expect((await alice.getAccountsInList(list.id)).data).toMatchObject([{ id: account.id }]);
  expect((await alice.unfollowAccount(account.id)).data.following).toBe(false);
  const found = (await alice.search('@guild', { type: 'accounts', resolve: true })).data.accounts;
  expect(found).toMatchObject([{ acct: 'guild', group: true }]);
});

it('votes on a proposal, once, and is told nothing of how it stands', async () => {
  await stage.forward(31 * DAY);
  const vote = await openVote(stage, 'Links wait', [stage.person('bob'), stage.person('carol')]);
  const status = (await bob.getHomeTimeline()).data.find(({ uri }) => uri === vote.question);
  if (!status?.poll) throw new Error('the proposal is no poll');
  const { data: poll } = await bob.votePoll(status.poll.id, [0]);
  expect([poll.voted, poll.options.map(({ votes_count }) => votes_count)]).toEqual([true, [null, null, null]]);
  expect(await stage.house.ballots.by(stage.guild, vote.proposal, stage.person('bob'))).toMatchObject({
    choice: 'yes',
  });
  await expect(bob.votePoll(status.poll.id, [9])).rejects.toMatchObject({ response: { status: 422 } });
});
