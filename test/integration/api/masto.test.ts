import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createOAuthAPIClient, createRestAPIClient, type mastodon } from 'masto';
import { codeFor, OUT_OF_BAND } from '../../support/api-client.ts';
import { picture } from '../../support/pictures.ts';
import { PushReader } from '../../support/push-service.ts';
import { Stage } from '../../support/stage.ts';
import { trust } from '../../support/trust.ts';
import { Visitor } from '../../support/visitor.ts';
import { DAY, openVote } from '../../support/voting-stage.ts';

/** The client library that Phanpy and Elk are built on, by others, against the running server, by TLS. */
let stage: Stage;
let alice: mastodon.rest.Client;
let bob: mastodon.rest.Client;

/** Signs in as the library's users do: registers the app, lets the person allow it, exchanges the code. */
async function signedIn(name: string): Promise<mastodon.rest.Client> {
  const url = stage.origin;
  const app = await createRestAPIClient({ url }).v1.apps.create({
    clientName: 'A client',
    redirectUris: OUT_OF_BAND,
    scopes: 'read write follow push',
  });
  const { clientId, clientSecret } = app;
  if (!clientId || !clientSecret) throw new Error('the app got no id');
  const visitor = new Visitor(stage.server);
  await visitor.signIn(name);
  const code = await codeFor(visitor, { client_id: clientId, client_secret: clientSecret });
  const token = await createOAuthAPIClient({ url }).token.create({
    clientId,
    clientSecret,
    redirectUri: OUT_OF_BAND,
    code,
    grantType: 'authorization_code',
  });
  return createRestAPIClient({ url, accessToken: token.accessToken });
}

beforeAll(async () => {
  stage = await Stage.open({ host: 'localhost', https: true });
  trust(stage.server.ca);
  [alice, bob] = await Promise.all([signedIn('alice'), signedIn('bob')]);
});
afterAll(() => stage.close());

it('starts as a client does: the server, herself, her lists', async () => {
  const server = await alice.v2.instance.fetch();
  expect(server.configuration.polls.maxOptions).toBe(4);
  expect((await alice.v1.accounts.verifyCredentials()).source.privacy).toBe('public');
  const asked = await Promise.all([
    alice.v1.customEmojis.list(),
    alice.v1.announcements.list(),
    alice.v1.lists.list(),
    alice.v2.filters.list(),
    alice.v1.followedTags.list(),
    alice.v1.followRequests.list(),
    alice.v1.bookmarks.list(),
    alice.v1.notifications.list(),
  ]);
  // The guild that she belongs to is a list of its own.
  expect(asked).toEqual(asked.map((_, at) => (at === 2 ? [expect.objectContaining({ title: 'Guild' })] : [])));
  expect((await alice.v1.preferences.fetch())['posting:default:visibility']).toBe('public');
});

it('writes, is answered, changes, likes, reads the thread and goes through the pages', async () => {
  const first = await alice.v1.statuses.create({ status: '@guild the plans', language: 'en' });
  const reply = await bob.v1.statuses.create({ status: 'thank you', inReplyToId: first.id });
  const { descendants } = await alice.v1.statuses.$select(first.id).context.fetch();
  expect(descendants.map(({ id }) => id)).toEqual([reply.id]);
  const liked = await alice.v1.statuses.$select(reply.id).favourite();
  expect(liked.favourited).toBe(true);
  const edited = await alice.v1.statuses.$select(first.id).update({ status: '@guild the better plans' });
  expect(edited.content).toContain('better');
  const seen: string[] = [];
  for await (const page of bob.v1.timelines.home.list({ limit: 1 })) seen.push(...page.map(({ id }) => id));
  expect(seen.slice(0, 2)).toEqual([reply.id, first.id]);
  await bob.v1.statuses.$select(reply.id).remove();
  await expect(alice.v1.statuses.$select(reply.id).fetch()).rejects.toThrow('Record not found');
});

it('does to a post and to people whatever there is to do, and takes it back', async () => {
  const photo = new File([Uint8Array.from(await picture().jpeg().toBuffer())], 'roof.jpg', { type: 'image/jpeg' });
  const media = await alice.v2.media.create({ file: photo, description: 'a roof', focus: '0.5,0' });
  const post = await alice.v1.statuses.create({
    status: '@guild the #gutters',
    mediaIds: [media.id],
    spoilerText: 'work',
  });
  expect(post.mediaAttachments).toMatchObject([{ description: 'a roof', meta: { focus: { x: 0.5, y: 0 } } }]);
  const its = bob.v1.statuses.$select(post.id);
  expect((await its.reblog()).reblog).toMatchObject({ id: post.id, reblogged: true });
  expect((await its.bookmark()).bookmarked).toBe(true);
  expect((await bob.v1.bookmarks.list()).map(({ id }) => id)).toEqual([post.id]);
  expect((await its.unreblog()).reblogged).toBe(false);
  expect((await its.unbookmark()).bookmarked).toBe(false);
  expect((await alice.v1.statuses.$select(post.id).pin()).pinned).toBe(true);
  const account = bob.v1.accounts.$select(post.account.id);
  expect((await account.statuses.list({ pinned: true })).map(({ id }) => id)).toEqual([post.id]);
  expect((await account.follow()).following).toBe(true);
  expect((await account.mute({ duration: 60 })).muting).toBe(true);
  expect((await account.unmute()).muting).toBe(false);
  expect((await account.block()).blocking).toBe(true);
  expect((await account.unblock()).blocking).toBe(false);
  expect((await account.note.create({ comment: 'roofer' })).note).toBe('roofer');
  await stage.quiet();
  const told = await alice.v1.notifications.list({ types: ['follow'] });
  expect(told).toMatchObject([{ type: 'follow', account: { acct: 'bob' } }]);
  await alice.v1.notifications.$select(told[0]?.id ?? '').dismiss();
  expect(await alice.v1.notifications.list({ types: ['follow'] })).toEqual([]);
  expect((await account.unfollow()).following).toBe(false);
});

it('keeps lists, filters and hashtags, and says who she is', async () => {
  const [found] = await bob.v1.accounts.search.list({ q: 'alice' });
  if (found === undefined) throw new Error('alice was not found');
  const list = await bob.v1.lists.create({ title: 'Roofers' });
  await bob.v1.lists.$select(list.id).accounts.create({ accountIds: [found.id] });
  expect(await bob.v1.lists.$select(list.id).accounts.list()).toMatchObject([{ id: found.id }]);
  const filter = await bob.v2.filters.create({
    title: 'Gutters',
    context: ['home'],
    filterAction: 'warn',
    keywordsAttributes: [{ keyword: 'gutters', wholeWord: false }],
  });
  const [first] = await bob.v1.timelines.list.$select(list.id).list({ limit: 1 });
  expect(first?.filtered).toMatchObject([{ filter: { id: filter.id }, keywordMatches: ['gutters'] }]);
  expect((await bob.v1.tags.$select('gutters').follow()).following).toBe(true);
  expect((await bob.v1.followedTags.list()).map(({ name }) => name)).toEqual(['gutters']);
  expect((await bob.v1.timelines.tag.$select('gutters').list()).length).toBeGreaterThan(0);
  await bob.v1.domainBlocks.create({ domain: 'spam.example' });
  expect(await bob.v1.domainBlocks.list()).toEqual(['spam.example']);
  const said = await bob.v1.accounts.updateCredentials({ displayName: 'Bob B.', note: 'I make gutters.' });
  expect([said.displayName, said.source.note]).toEqual(['Bob B.', 'I make gutters.']);
});

it('is told in groups and by a policy, reads editions and conversations, writes for later, shows hashtags', async () => {
  const first = await alice.v1.statuses.create({ status: '@guild a #kiln' });
  await bob.v1.statuses.$select(first.id).favourite();
  await stage.quiet();
  const { notificationGroups, accounts } = await alice.v2.notifications.list({ types: ['favourite'] });
  const [group] = notificationGroups;
  if (group === undefined) throw new Error('alice was told nothing');
  expect([group.notificationsCount, accounts[0]?.username]).toEqual([1, 'bob']);
  expect(await alice.v2.notifications.$select(group.groupKey).accounts.fetch()).toHaveLength(1);
  await alice.v2.notifications.$select(group.groupKey).dismiss();
  expect((await alice.v2.notifications.unreadCount.fetch()).count).toBe(0);
  const policy = await alice.v2.notifications.policy.update({ forNotFollowing: 'filter' });
  expect(policy).toMatchObject({ forNotFollowing: 'filter', forNewAccounts: 'accept' });
  await bob.v1.statuses.create({ status: '@alice psst', visibility: 'direct' });
  const [request] = await alice.v1.notifications.requests.list();
  if (request === undefined) throw new Error('nothing was kept apart');
  await alice.v1.notifications.requests.$select(request.id).accept();
  expect(await alice.v1.notifications.requests.list()).toEqual([]);
  const [talk] = await alice.v1.conversations.list();
  expect([talk?.unread, talk?.lastStatus?.visibility]).toEqual([false, 'direct']);
  await alice.v1.statuses.$select(first.id).update({ status: '@guild a better #kiln' });
  expect(await bob.v1.statuses.$select(first.id).history.list()).toHaveLength(2);
  const marked = await alice.v1.markers.create({ home: { lastReadId: first.id } });
  expect([marked.home.lastReadId, await alice.v1.markers.fetch({ timeline: ['home'] })]).toEqual([first.id, {}]);
  const tag = await alice.v1.featuredTags.create({ name: 'kiln' });
  expect((await bob.v1.accounts.$select(first.account.id).featuredTags.list()).map(({ id }) => id)).toEqual([tag.id]);
  await alice.v1.featuredTags.$select(tag.id).remove();
  expect((await alice.v2.suggestions.list()).map(({ account }) => account.username)).toEqual(['carol', 'bob']);
  const scheduledAt = new Date(stage.house.clock.now().getTime() + 3_600_000).toISOString();
  const later = await alice.v1.statuses.create({ status: '@guild later', scheduledAt });
  await alice.v1.scheduledStatuses.$select(later.id).remove();
  expect(await alice.v1.scheduledStatuses.list()).toEqual([]);
});

it('finds the community, joins and leaves it, and reports', async () => {
  const [guild] = (await alice.v2.search.list({ q: '@guild', resolve: true })).accounts;
  if (guild === undefined) throw new Error('the guild was not found');
  expect(guild.group).toBe(true);
  const [before] = await bob.v1.accounts.relationships.fetch({ id: [guild.id] });
  expect(before?.following).toBe(true);
  const status = await bob.v1.statuses.create({ status: '@guild cheap watches' });
  const report = await alice.v1.reports.create({
    accountId: status.account.id,
    statusIds: [status.id],
    category: 'spam',
  });
  expect(report.actionTaken).toBe(false);
});

it('votes on a proposal, and is shown the sentence when she may not', async () => {
  await stage.forward(31 * DAY);
  const vote = await openVote(stage, 'Links wait', [stage.person('bob'), stage.person('carol')]);
  const status = (await alice.v1.timelines.home.list()).find(({ uri }) => uri === vote.question);
  const poll = status?.poll;
  if (!poll) throw new Error('the proposal is no poll');
  expect(poll.options.map(({ votesCount }) => votesCount)).toEqual([null, null, null]);
  const voted = await alice.v1.polls.$select(poll.id).votes.create({ choices: [0] });
  expect([voted.voted, voted.ownVotes]).toEqual([true, [0]]);
  await stage.settle('eve', { join: false });
  const eve = await signedIn('eve');
  await expect(eve.v1.polls.$select(poll.id).votes.create({ choices: [0] })).rejects.toThrow(/member/);
});

it('subscribes to a push service, changes that, and ends it', async () => {
  const { push } = alice.v1;
  const keys = new PushReader().keys;
  const subscription = { endpoint: 'https://push.invalid/alice', keys };
  const made = await push.subscription.create({
    subscription,
    data: { alerts: { mention: true } },
    policy: 'followed',
  });
  const { configuration } = await alice.v2.instance.fetch();
  expect(made).toMatchObject({
    endpoint: subscription.endpoint,
    policy: 'followed',
    alerts: { mention: true, poll: false },
  });
  expect(made.serverKey).toBe(configuration.vapid.publicKey);
  expect(await push.subscription.fetch()).toEqual(made);
  const changed = await push.subscription.update({ data: { alerts: { poll: true } } });
  expect(changed).toMatchObject({ policy: 'followed', alerts: { mention: false, poll: true } });
  await push.subscription.remove();
  await expect(push.subscription.fetch()).rejects.toThrow();
});
