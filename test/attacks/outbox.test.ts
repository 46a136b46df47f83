import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '../support/api-client.ts';
import { ActivityPubClient, act, bare, create } from '../support/client-to-server.ts';
import { send } from '../support/http-client.ts';
import { OUTBOX_ATTACKS } from '../support/outbox-attacks.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { Stage } from '../support/stage.ts';

let stage: Stage;
let south: RemoteOrigin;
let sue: RemoteActor;
let alice: ActivityPubClient;
let bob: ActivityPubClient;

beforeAll(async () => {
  stage = await Stage.open();
  south = await startRemoteOrigin('south');
  sue = await south.actor('sue');
  [alice, bob] = await Promise.all([ActivityPubClient.of(stage, 'alice'), ActivityPubClient.of(stage, 'bob')]);
});
afterAll(async () => {
  await stage?.close();
  await south?.close();
});

/** The note that a Create of ours brought. */
const written = async (location: string | undefined): Promise<Json> => (await alice.get(location ?? '')).json.object;

describe('whoever means harm, by an outbox', () => {
  const everything = async () =>
    JSON.stringify(
      await Promise.all(
        ['posts', 'activities', 'gestures', 'follows', 'ballots', 'actors'].map((name) =>
          stage.db.collection(name).find().sort({ _id: 1 }).toArray(),
        ),
      ),
    );

  it.each(OUTBOX_ATTACKS)('%s, and is told so; nothing is changed by it', async (_, document, status) => {
    await stage.quiet();
    const before = await everything();
    const others = { alice: alice.iri, bob: bob.iri, carol: stage.person('carol'), sue: sue.iri };
    const places = { guild: stage.guild, here: stage.origin, elsewhere: south.origin };
    const answer = await alice.post(document({ ...others, ...places }));
    expect([answer.status, answer.location]).toEqual([status, undefined]);
    expect(answer.error).toMatch(/\S/);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(await everything()).toBe(before);
  });

  it('cannot choose ids, dates or counts; nothing of that is kept, nor anything that only a store knows', async () => {
    const ids = { id: `${stage.origin}/posts/chosen`, published: '2001-01-01T00:00:00Z', likes: { totalItems: 99 } };
    const object = bare('chosen', {
      ...ids,
      _meta: { collection: [`${bob.iri}/followers`] },
      updated: ids.published,
      replies: [],
    });
    const answer = await alice.post(
      create(object, { id: `${stage.origin}/activities/chosen`, published: ids.published }),
    );
    expect(answer.status).toBe(201);
    expect(answer.location).not.toContain('chosen');
    const { json } = await alice.get(answer.location ?? '');
    expect(json.object.id).not.toContain('chosen');
    expect(new Date(json.object.published).getFullYear()).toBeGreaterThan(2001);
    expect((await alice.get(ids.id)).status).toBe(404);
    expect(JSON.stringify(json)).not.toMatch(/_meta|totalItems|2001/);
  });

  it('names readers who are addressed anyway as blind ones too, and it is stripped', async () => {
    const answer = await alice.post(bare('seen by all', { cc: [bob.iri], bcc: [bob.iri], bto: bob.iri }));
    expect(answer.status).toBe(201);
    expect((await alice.get(answer.location ?? '')).text).not.toMatch(/bto|bcc/);
  });

  it('changes or deletes neither bob’s post nor one from elsewhere, nor what is not for her', async () => {
    const { location } = await bob.post(bare('bob’s own'));
    const { id } = await written(location);
    for (const type of ['Update', 'Delete']) {
      const answer = await alice.post(act(type, { id, type: 'Note', content: 'mine' }));
      expect([answer.status, answer.error]).toEqual([403, expect.stringContaining('not yours')]);
    }
    const secret = await bob.post(bare('not for alice', { to: [stage.person('carol')] }));
    const post = await stage.db.collection('posts').findOne({ activity: secret.location as never });
    for (const type of ['Like', 'Announce', 'Delete'])
      expect((await alice.post(act(type, String(post?._id)))).status).toBe(404);
    expect((await alice.get(id)).json.content).toContain('bob’s own');
  });

  it('posts to bob’s outbox, or without the scope, or as a form', async () => {
    const other = await alice.post(bare('x'), { to: bob.iri });
    expect([other.status, other.error]).toEqual([403, expect.stringContaining('not yours')]);
    const reader = await ActivityPubClient.of(stage, 'alice', 'read write:favourites');
    expect((await reader.post(bare('x'))).status).toBe(403);
    expect((await reader.post(act('Undo', act('Follow', bob.iri)))).status).toBe(403);
    for (const type of ['application/x-www-form-urlencoded', 'application/json', 'text/plain']) {
      expect((await alice.post(bare('x'), { type })).status).toBe(415);
    }
    expect((await alice.post(bare('x'.repeat(300_000)))).status).toBe(413);
    const { server, origin } = stage;
    const path = `${new URL(alice.iri).pathname}/outbox`;
    const headers = { Host: new URL(origin).host, 'Content-Type': 'application/activity+json' };
    const nobody = await send(server.port, { method: 'POST', path, headers, body: JSON.stringify(bare('x')) });
    expect([nobody.status, nobody.headers['www-authenticate']]).toEqual([401, expect.stringMatching(/^Bearer /)]);
  });
});
