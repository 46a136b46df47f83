import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../support/wait.ts';
import { type ServedGuild, servedGuild } from './served-guild.ts';
import { BROWSER } from './served-world.ts';

let north: ServedGuild;
beforeAll(async () => {
  north = await servedGuild();
});
afterAll(() => north.stop());

const outbox = () => `${north.guild}/outbox?page=true`;

describe('an answer that is at hand', () => {
  it('is the same bytes under the same strong ETag for everybody who asks, signed or not, and for HEAD', async () => {
    const first = await north.ask('/actors/alice');
    const again = await north.ask('/actors/alice', { Signature: 'keyId="https://e.test/k",signature="AAAA"' });
    expect(first.headers.etag).toMatch(/^"[\w-]{27}"$/);
    expect({ ...again, ms: 0, headers: { ...again.headers, date: '' } }).toEqual({
      ...first,
      ms: 0,
      headers: { ...first.headers, date: '' },
    });
    expect(first.headers['cache-control']).toBe('public, max-age=30');
    expect(first.headers.vary).toMatch(/\bAccept\b/);
    expect(first.headers['x-content-type-options']).toBe('nosniff');
    const head = await north.ask('/actors/alice', {}, 'HEAD');
    expect([head.status, head.text, head.headers.etag]).toEqual([200, '', first.headers.etag]);
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(first.text)));
  });

  it('answers HEAD before anybody has asked for the document', async () => {
    const head = await north.ask('/actors/server.actor', {}, 'HEAD');
    const document = await north.ask('/actors/server.actor');
    expect([head.status, head.text, head.headers.etag]).toEqual([200, '', document.headers.etag]);
    expect(document.text).toContain('"Application"');
  });

  it('is 304 to whoever has it, whether or not it was at hand, and 200 to whoever wants it anew', async () => {
    const { headers } = await north.ask('/actors/guild');
    const etag = String(headers.etag);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await north.ask('/actors/guild', { 'If-None-Match': known });
      expect([known, answer.status, answer.text, answer.headers.etag]).toEqual([known, 304, '', etag]);
      expect(answer.headers).not.toHaveProperty('content-type');
    }
    expect((await north.ask('/actors/guild', { 'If-None-Match': '"other"' })).status).toBe(200);
    const anew = { 'If-None-Match': etag, 'Cache-Control': 'no-cache' };
    expect((await north.ask('/actors/guild', anew)).status).toBe(200);
    await until('the answer has aged', async () => {
      await new Promise((resolve) => setTimeout(resolve, 1100));
      return (await north.ask('/actors/guild', { 'If-None-Match': etag })).status === 304;
    });
  });

  it('never takes the place of the page for people, nor the page its place', async () => {
    const document = await north.ask('/actors/guild');
    const page = await north.ask('/actors/guild', { Accept: BROWSER });
    expect([document.status, page.status, page.headers.location]).toEqual([
      200,
      303,
      `${north.origin}/communities/guild`,
    ]);
    const both = await north.ask('/actors/guild', { Accept: 'application/activity+json, text/html;q=0.1' });
    expect(both.text).toBe(document.text);
    expect((await north.ask('/actors/guild', { Accept: 'text/*' })).status).toBe(303);
  });

  it('is one answer for many who ask at once', async () => {
    const post = await north.says('Everybody wants to read this.');
    const answers = await Promise.all(Array.from({ length: 40 }, () => north.ask(post.iri)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.text).toContain('Everybody wants');
  });
});

describe('an answer that is true no more', () => {
  it('is not given once a post is edited or deleted here: nowhere, from the very next request', async () => {
    const { iri, activity } = await north.says('The plans for the old bridge.');
    const places = [iri, activity, outbox(), `${north.alice}/outbox?page=true`];
    for (const place of places) expect((await north.ask(place)).text).toContain('old bridge');
    await north.actions.editPost({ post: iri, by: north.alice, text: 'The plans for the new bridge.' });
    expect((await north.ask(iri)).text).toContain('new bridge');
    await north.actions.deletePost({ post: iri, by: north.alice });
    const gone = await north.ask(iri);
    expect([gone.status, JSON.parse(gone.text).type]).toEqual([410, 'Tombstone']);
    for (const place of places) expect((await north.ask(place)).text).not.toMatch(/old bridge|new bridge/);
    expect((await north.ask(activity)).status).toBe(404);
  });

  it('is not counted either: of a deleted post, only its Delete is', async () => {
    const counts = () =>
      Promise.all(
        [north.alice, north.guild].map(
          async (actor) => JSON.parse((await north.ask(`${actor}/outbox`)).text).totalItems as number,
        ),
      );
    await north.settle();
    const before = await counts();
    const { iri } = await north.says('Counted, then not.');
    // Her Create; of the guild, both forms of its Announce.
    expect(await counts()).toEqual(before.map((count, which) => count + 1 + which));
    await north.actions.deletePost({ post: iri, by: north.alice });
    await north.settle();
    expect(await counts()).toEqual(before.map((count) => count + 1));
    const { orderedItems } = JSON.parse((await north.ask(`${north.alice}/outbox?page=true`)).text);
    expect(orderedItems).toHaveLength((await counts())[0] ?? 0);
  });

  it('is not given for longer than a second or so after another process changed it', async () => {
    const { iri } = await north.says('Held by the other process.');
    expect((await north.ask(iri)).status).toBe(200);
    const releaseAt = new Date(Date.now() + 86_400_000);
    // Past this process's own stores, as another process would.
    await north.database.db
      .collection<{ _id: string }>('posts')
      .updateOne(
        { _id: iri },
        { $set: { standing: { state: 'held', cited: { rule: 'R-1', version: 1 }, until: releaseAt } } },
      );
    await until('the hold is seen', async () => (await north.ask(iri)).status === 404, 3000);
    expect((await north.ask(outbox())).text).not.toContain('Held by the other');
  });

  it('shows alice as she describes herself now', async () => {
    expect((await north.ask('/actors/alice')).text).not.toContain('Builds bridges');
    await north.house.people.describe(north.alice, { displayName: 'Alice', summary: 'Builds bridges' });
    expect((await north.ask('/actors/alice')).text).toContain('Builds bridges');
  });
});

describe('what is for nobody, or for some alone', () => {
  it('is not kept, and is answered like what never was', async () => {
    const never = await north.ask('/posts/never-was');
    expect([never.status, never.headers['cache-control'], never.headers.etag]).toEqual([
      404,
      'no-store',
      expect.anything(),
    ]);
    const { iri } = await north.says('For one reader.');
    await north.database.db
      .collection<{ _id: string }>('posts')
      .updateOne({ _id: iri }, { $set: { audience: 'direct' } });
    const direct = await north.ask(iri);
    expect([direct.status, direct.text]).toEqual([never.status, never.text]);
    expect({ ...direct.headers, date: '' }).toEqual({ ...never.headers, date: '' });
  });
});
