import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient, appOf, type Json } from '../../support/api-client.ts';
import { activity, post as deliver, note } from '../../support/attacker.ts';
import { ActivityPubClient, act, bare, create } from '../../support/client-to-server.ts';
import { send } from '../../support/http-client.ts';
import { AS, PUBLIC, type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { Stage } from '../../support/stage.ts';
import { DAY, openVote } from '../../support/voting-stage.ts';
import { until } from '../../support/wait.ts';

/** A client that speaks ActivityPub itself (§6), with the token that it got by OAuth. */
let stage: Stage;
let south: RemoteOrigin;
let sue: RemoteActor;
let alice: ActivityPubClient;
let bob: ActivityPubClient;
let bobsApp: ApiClient;

beforeAll(async () => {
  stage = await Stage.open();
  south = await startRemoteOrigin('south');
  sue = await south.actor('sue');
  [alice, bob] = await Promise.all([ActivityPubClient.of(stage, 'alice'), ActivityPubClient.of(stage, 'bob')]);
  bobsApp = bob.app;
});
afterAll(async () => {
  await stage?.close();
  await south?.close();
});

/** The note that a Create of ours brought. */
const written = async (location: string | undefined): Promise<Json> => (await alice.get(location ?? '')).json.object;
const inboxOf = async (client: ActivityPubClient, query = '?page=true'): Promise<readonly Json[]> =>
  (await client.get(`${client.iri}/inbox${query}`)).json.orderedItems;

describe('alice, by her outbox', () => {
  it('finds out where to get a token, writes a note by itself, and it is at the address that she is told', async () => {
    const { json: actor } = await alice.get(alice.iri);
    expect(actor.endpoints).toEqual({
      sharedInbox: stage.sharedInbox,
      oauthAuthorizationEndpoint: `${stage.origin}/oauth/authorize`,
      oauthTokenEndpoint: `${stage.origin}/oauth/token`,
    });
    const html =
      '<p>Roofs, <b>old</b> ones &amp; <a href="https://roofs.example/?a=1&amp;b=2">new</a></p><p>1. *not* a list</p>';
    const answer = await alice.post(bare(html));
    expect([answer.status, answer.text]).toEqual([201, '']);
    expect(new URL(answer.location ?? '').origin).toBe(stage.origin);
    const { json } = await alice.get(answer.location ?? '');
    expect(json).toMatchObject({ id: answer.location, type: 'Create', actor: alice.iri, object: { type: 'Note' } });
    expect(json.object.content).toContain(
      '<strong>old</strong> ones &amp; <a href="https://roofs.example/?a=1&amp;b=2"',
    );
    expect(json.object.content).toContain('<p>1. *not* a list</p>');
  });

  it('writes into a community by a Create, is answered there; it changes and it is gone', async () => {
    const object = {
      ...bare('', { source: { content: 'the **plans**', mediaType: 'text/markdown' } }),
      summary: 'work',
    };
    const made = await alice.post(
      create({ ...object, name: 'Plans', type: 'Article', summary: undefined }, { to: [PUBLIC], cc: [stage.guild] }),
    );
    const article = await written(made.location);
    expect(article).toMatchObject({
      audience: stage.guild,
      content: expect.stringContaining('<strong>plans</strong>'),
    });
    const reply = await bob.post(
      create({ type: 'Note', content: 'good', to: [PUBLIC], inReplyTo: article.id, summary: 'short', sensitive: true }),
    );
    expect(await written(reply.location)).toMatchObject({
      inReplyTo: article.id,
      summary: 'short',
      sensitive: true,
      audience: stage.guild,
    });
    const changed = await alice.post(act('Update', { id: article.id, type: 'Note', content: '<p>better plans</p>' }));
    expect(changed.status).toBe(201);
    await until('what was changed can be read', async () => (await alice.get(changed.location ?? '')).status === 200);
    expect((await alice.get(changed.location ?? '')).json).toMatchObject({
      type: 'Update',
      object: { id: article.id },
    });
    expect((await alice.get(article.id)).json.content).toContain('better plans');
    const gone = await alice.post(act('Delete', article.id));
    expect((await alice.get(gone.location ?? '')).json).toMatchObject({ type: 'Delete', object: { id: article.id } });
    expect((await alice.get(article.id)).status).toBe(410);
  });

  it('writes to bob alone, whom nobody else reads', async () => {
    const answer = await alice.post(bare('only you', { to: [bob.iri] }));
    expect(answer.status).toBe(201);
    const carol = await ActivityPubClient.of(stage, 'carol');
    expect((await carol.get(answer.location ?? '')).status).toBe(404);
    expect(JSON.stringify(await inboxOf(carol))).not.toContain('only you');
    expect(JSON.stringify(await inboxOf(bob))).toContain('only you');
  });

  it('likes, passes on, follows, blocks, and takes each back, by its id or sent whole', async () => {
    const { location } = await bob.post(bare('a likeable thing', { cc: [stage.guild] }));
    const { id } = await written(location);
    const status = async () => (await alice.app.get(`/api/v2/search?q=${encodeURIComponent(id)}`)).json.statuses[0];
    for (const [type, field] of [
      ['Like', 'favourited'],
      ['Announce', 'reblogged'],
    ] as const) {
      const done = await alice.post(act(type, id));
      expect(done.status).toBe(201);
      // Said twice, it is said once.
      expect((await alice.post(act(type, { id, type: 'Note' }))).location).toBe(done.location);
      await until(`it is ${field}`, async () => (await status())[field]);
      expect((await alice.post(act('Undo', done.location))).status).toBe(201);
      await until(`it is ${field} no longer`, async () => !(await status())[field]);
    }
    const relation = async () =>
      (await alice.app.get(`/api/v1/accounts/relationships?id=${(await status()).account.id}`)).json[0];
    await alice.post(act('Follow', bob.iri));
    expect((await relation()).following).toBe(true);
    await alice.post(act('Undo', { type: 'Follow', actor: alice.iri, object: bob.iri }));
    expect((await relation()).following).toBe(false);
    expect((await alice.post(act('Block', bob.iri))).status).toBe(201);
    expect((await relation()).blocking).toBe(true);
    await alice.post(act('Undo', act('Block', bob.iri)));
    expect((await relation()).blocking).toBe(false);
  });

  it('says who she is, and neither her key nor her addresses', async () => {
    const before = (await alice.get(alice.iri)).json;
    const update = {
      ...before,
      name: 'Alice B.',
      summary: '<p>I make roofs.</p>',
      inbox: 'https://evil.example/',
      preferredUsername: 'root',
      publicKey: { id: 'x' },
    };
    expect((await alice.post(act('Update', update))).status).toBe(201);
    const after = await until('it is known', async () => {
      const { json } = await alice.get(alice.iri);
      return json.name === 'Alice B.' ? json : null;
    });
    expect(after).toEqual({ ...before, name: 'Alice B.', summary: '<p>I make roofs.</p>' });
  });

  it('follows somebody elsewhere, and writes to her there; nobody else gets it', async () => {
    const follow = await alice.post(act('Follow', sue.iri));
    await until('sue is asked', () => south.delivered(sue).some(({ id }) => id === follow.location));
    const direct = await alice.post(bare('hello Sue', { to: sue.iri }));
    const came = await until('it came', () => south.delivered(sue).find(({ id }) => id === direct.location));
    expect(came).toMatchObject({
      type: 'Create',
      actor: alice.iri,
      to: [sue.iri],
      object: { attributedTo: alice.iri },
    });
    expect((await alice.post(act('Undo', follow.location))).status).toBe(201);
    await until('sue is told', () => south.delivered(sue).some(({ type }) => type === 'Undo'));
  });
});

describe('a community that lets in whom its members take', () => {
  it('is asked by a Follow, which a member accepts or rejects, and nobody else', async () => {
    const { foundCommunity, joinCommunity } = stage.actions;
    const about = { name: 'crew', title: 'Crew', purpose: 'Roofs.', membersOnly: true, admission: 'request' } as const;
    const founded = await foundCommunity({ founder: stage.person('alice'), ...about });
    if (!founded.ok) throw new Error(founded.refusal.text);
    const crew = founded.value.iri;
    await joinCommunity({ person: stage.person('alice'), community: crew });
    const asked = await bob.post(act('Follow', crew));
    const state = async () => (await stage.house.follows.get(stage.person('bob'), crew))?.state;
    expect([asked.status, await state()]).toEqual([201, 'requested']);
    const carol = await ActivityPubClient.of(stage, 'carol');
    for (const client of [bob, carol]) expect((await client.post(act('Accept', asked.location))).status).toBe(403);
    expect((await alice.post(act('Reject', asked.location))).status).toBe(201);
    expect(await state()).toBe('ended');
    await bob.post(act('Follow', crew));
    const whole = act('Follow', crew, { actor: bob.iri });
    expect((await alice.post(act('Accept', whole))).status).toBe(201);
    expect(await state()).toBe('accepted');
    // Its members' posts are for them: without everybody, and without a name.
    const { location } = await bob.post(bare('for the crew', { to: [`${crew}/followers`] }));
    expect(JSON.stringify(await inboxOf(alice))).toContain('for the crew');
    expect((await carol.get(location ?? '')).status).toBe(404);
    expect(JSON.stringify(await inboxOf(carol))).not.toContain('for the crew');
  });
});

describe('bob, by his inbox', () => {
  it('reads what reached him, newest first, page by page, and he alone', async () => {
    const { location } = await bob.post(bare('for all to like'));
    const { id } = await written(location);
    await alice.post(act('Like', id));
    await alice.post(act('Announce', id));
    await alice.post(act('Follow', bob.iri));
    await deliver(stage.inboxOf('bob'), sue, activity('Create', sue, note(sue, bob.iri, 'hello @bob')));
    await stage.quiet();
    const collection = await bob.get(`${bob.iri}/inbox`);
    expect(collection.headers).toMatchObject({
      'content-type': 'application/activity+json; charset=utf-8',
      'cache-control': expect.stringContaining('no-store'),
      'access-control-allow-origin': '*',
    });
    expect(collection.json).toEqual({
      '@context': AS,
      id: `${bob.iri}/inbox`,
      type: 'OrderedCollection',
      first: `${bob.iri}/inbox?page=true`,
    });
    const all = await inboxOf(bob);
    const kinds = all.map(({ type, actor }: Json) => `${type} ${actor}`);
    expect(kinds).toEqual(
      expect.arrayContaining([
        `Create ${sue.iri}`,
        `Follow ${alice.iri}`,
        `Announce ${alice.iri}`,
        `Like ${alice.iri}`,
        `Create ${alice.iri}`,
      ]),
    );
    expect(new Set(all.map(({ id: its }: Json) => its)).size).toBe(all.length);
    const paged: Json[] = [];
    for (let page = `${bob.iri}/inbox?page=true&limit=2`; page !== undefined; ) {
      const { json } = await bob.get(page);
      expect(json).toMatchObject({ type: 'OrderedCollectionPage', partOf: `${bob.iri}/inbox` });
      paged.push(...json.orderedItems);
      page = json.next;
    }
    expect(paged.slice(0, all.length)).toEqual(all);
    // Nothing of his own reaches him, and nothing that is taken back stays.
    expect(all.some(({ actor }: Json) => actor === bob.iri)).toBe(false);
    await alice.post(act('Undo', act('Like', id)));
    await stage.quiet();
    expect((await inboxOf(bob)).some(({ type }: Json) => type === 'Like')).toBe(false);
  });

  it('is let into by nobody else, nor by half a token', async () => {
    expect((await alice.get(`${bob.iri}/inbox?page=true`)).status).toBe(403);
    const reader = await ActivityPubClient.of(stage, 'bob', 'read:statuses');
    expect((await reader.get(`${bob.iri}/inbox`)).status).toBe(403);
    const path = `${new URL(bob.iri).pathname}/inbox`;
    const Host = new URL(stage.origin).host;
    const stranger = await send(stage.server.port, { path, headers: { Host } });
    expect([stranger.status, stranger.headers['content-type']]).toEqual([403, 'text/plain; charset=utf-8']);
    const forged = await send(stage.server.port, { path, headers: { Host, Authorization: 'Bearer never-given' } });
    expect(forged.status).toBe(401);
  });
});

describe('a vote, by an outbox', () => {
  it('is the ballot of whoever sends it, once, and stands nowhere else; a stranger’s is refused', async () => {
    await stage.settle('eve', { join: false });
    await stage.forward(31 * DAY);
    const vote = await openVote(stage, 'Links wait', [stage.person('bob'), stage.person('carol')]);
    const saying = (name: string) =>
      create({ type: 'Note', name, inReplyTo: vote.question, to: [stage.guild], content: 'ignored' });
    const ballot = (name: string) => stage.house.ballots.by(stage.guild, vote.proposal, stage.person(name));
    const cast = await bob.post(saying('Yes'));
    expect([cast.status, cast.location]).toEqual([201, undefined]);
    expect(await ballot('bob')).toMatchObject({ choice: 'yes' });
    expect(await stage.db.collection('posts').countDocuments({ inReplyTo: vote.question })).toBe(0);
    expect(JSON.stringify(await inboxOf(alice))).not.toContain('ignored');
    expect((await bob.post(saying('Perhaps'))).status).toBe(422);
    // In another's name it is nobody's.
    expect((await bob.post({ ...saying('No'), actor: alice.iri })).status).toBe(403);
    expect(await ballot('alice')).toBeNull();
    const eve = await ActivityPubClient.of(stage, 'eve');
    expect((await eve.post(saying('No'))).error).toMatch(/member/i);
    expect(await ballot('eve')).toBeNull();
    // It is the same ballot as in an app of the other kind.
    const { json } = await bobsApp.get('/api/v1/timelines/home');
    const poll = json.find(({ uri }: Json) => uri === vote.question).poll;
    expect(poll.own_votes).toEqual([0]);
    expect(await appOf(stage.server, 'bob')).toBeDefined();
  });
});
