import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { PostIri } from '../../../server/community/ids.ts';
import { purgeFiles, tidyFiles } from '../../../server/effects/files.ts';
import type { EffectParts } from '../../../server/effects/parts.ts';
import { ApiClient as Anybody, type ApiClient, appsOf, type Json } from '../../support/api-client.ts';
import { bytesAt, picture, sendFile, sent } from '../../support/pictures.ts';
import { Stage } from '../../support/stage.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

let stage: Stage;
let alice: ApiClient;
let bob: ApiClient;

beforeAll(async () => {
  // Pictures alone: films and sound have tests of their own.
  stage = await Stage.open({ env: { RECORDINGS: 'off' } });
  [alice, bob] = await appsOf(stage.server, ['alice', 'bob']);
});
afterAll(() => stage.close());

const pathOf = (url: string): string => new URL(url).pathname;
const nameOf = (url: string): string => pathOf(url).slice('/media/'.length);
const isThere = async (url: string) => (await bytesAt(stage.server.port, pathOf(url))).status === 200;
const post = async (client: ApiClient, body: object): Promise<Json> => {
  const answer = await client.post('/api/v1/statuses', body);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return answer.json;
};

describe('a picture that alice sends', () => {
  it('is made anew, turned upright, made smaller, and described', async () => {
    const turned = await picture({ width: 4000, height: 1000 }).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    const { status, json } = await sendFile(alice, turned, {
      edition: 'v2',
      fields: { description: ' A belt \u202e', focus: '0.5,-2' },
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      id: expect.stringMatching(/^\d+$/),
      type: 'image',
      remote_url: null,
      description: 'A belt',
      blurhash: expect.stringMatching(/^[\w#$%*+,\-.:;=?@[\]^{|}~]{20,40}$/),
      meta: {
        original: { width: 640, height: 2560, size: '640x2560', aspect: 0.25 },
        small: { width: 160, height: 640 },
        focus: { x: 0.5, y: -1 },
      },
    });
    const full = await bytesAt(stage.server.port, pathOf(json.url));
    const small = await bytesAt(stage.server.port, pathOf(json.preview_url));
    expect(await sharp(full.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 2560 });
    expect(await sharp(small.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 160, height: 640 });
  });

  it.each([
    ['png', 'image/png'],
    ['gif', 'image/png'],
    ['webp', 'image/webp'],
    ['avif', 'image/webp'],
  ] as const)('may be a %s, and is served as %s', async (format, type) => {
    const content = await picture({ width: 40, height: 30 }).toFormat(format).toBuffer();
    const { status, json } = await sendFile(alice, content, { name: 'whatever', type: 'application/octet-stream' });
    expect([status, json.meta.original.size]).toEqual([200, '40x30']);
    expect((await bytesAt(stage.server.port, pathOf(json.url))).headers.get('content-type')).toBe(type);
  });

  it('is served so that it runs nowhere, for ever, whole or in part', async () => {
    const { url } = await sent(alice);
    const { status, headers, bytes } = await bytesAt(stage.server.port, pathOf(url));
    expect([status, headers.get('content-type'), headers.get('content-length')]).toEqual([
      200,
      'image/jpeg',
      String(bytes.length),
    ]);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('set-cookie')).toBeNull();
    const head = await bytesAt(stage.server.port, pathOf(url), { method: 'HEAD' });
    expect([head.status, head.bytes.length, head.headers.get('content-length')]).toEqual([200, 0, `${bytes.length}`]);
    const part = await bytesAt(stage.server.port, pathOf(url), { headers: { Range: 'bytes=0-9' } });
    expect([part.status, part.bytes.equals(bytes.subarray(0, 10))]).toEqual([206, true]);
    expect((await bytesAt(stage.server.port, pathOf(url), { method: 'POST' })).status).toBe(405);
  });

  it('can be described until it is in a post, by her alone', async () => {
    const { id } = await sent(alice);
    const described = await alice.put(`/api/v1/media/${id}`, { description: 'The door', focus: '-1,0' });
    expect(described.json).toMatchObject({ description: 'The door', meta: { focus: { x: -1, y: 0 } } });
    expect((await alice.put(`/api/v1/media/${id}`, { description: '' })).json.description).toBeNull();
    expect((await bob.get(`/api/v1/media/${id}`)).status).toBe(404);
    expect((await bob.put(`/api/v1/media/${id}`, { description: 'mine' })).status).toBe(404);
    expect((await new Anybody(stage.server).get(`/api/v1/media/${id}`)).status).toBe(401);
    const tooLong = await alice.put(`/api/v1/media/${id}`, { description: 'x'.repeat(1501) });
    expect([tooLong.status, tooLong.json.error]).toEqual([422, expect.stringContaining('1500')]);
  });

  it('is what the server says that it takes', async () => {
    const { configuration } = (await alice.get('/api/v2/instance')).json;
    expect(configuration.statuses.max_media_attachments).toBe(4);
    expect(configuration.media_attachments).toEqual({
      supported_mime_types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'],
      description_limit: 1500,
      image_size_limit: 10_485_760,
      image_matrix_limit: 33_177_600,
      video_size_limit: 0,
      video_frame_rate_limit: 0,
      video_matrix_limit: 0,
    });
  });
});

describe('a post with pictures', () => {
  it('needs no text; others read it in apps, on pages and on other servers', async () => {
    const first = await sent(alice, { description: 'The belt, "before"', focus: '0,0.5' });
    const second = await sent(alice);
    const written = await post(alice, { status: '@guild', media_ids: [second.id, first.id] });
    expect(written.media_attachments).toEqual([second, first]);
    const own = await post(alice, { media_ids: [(await sent(alice)).id] });
    expect([own.content, own.media_attachments.length]).toEqual(['', 1]);

    const read = (await bob.get(`/api/v1/statuses/${written.id}`)).json;
    expect(read.media_attachments).toEqual(written.media_attachments);
    const withFiles = await bob.get(`/api/v1/accounts/${written.account.id}/statuses?only_media=true`);
    expect(withFiles.json.map(({ id }: Json) => id)).toEqual(expect.arrayContaining([written.id, own.id]));

    const page = await new Visitor(stage.server).get(await pageOf(written.uri));
    expect(page.text).toContain(
      `<a href="${pathOf(first.url)}"><img src="${pathOf(first.preview_url)}" width="640" height="427" loading="lazy" decoding="async" alt="The belt, &quot;before&quot;"></a>`,
    );
    expect(page.text).toContain('alt="Picture without a description"');

    const document = await bytesAt(stage.server.port, pathOf(written.uri), {
      headers: { Accept: 'application/activity+json' },
    });
    const object = JSON.parse(document.bytes.toString());
    expect(object.attachment[1]).toEqual({
      type: 'Document',
      mediaType: 'image/jpeg',
      url: first.url,
      name: 'The belt, "before"',
      width: 900,
      height: 600,
      blurhash: first.blurhash,
      focalPoint: [0, 0.5],
    });
    expect(JSON.stringify(object['@context'])).toContain('toot:blurhash');
  });

  it('takes four at most, each once, hers alone', async () => {
    const mine = await sent(alice);
    await post(alice, { status: 'one', media_ids: [mine.id] });
    const again = await alice.post('/api/v1/statuses', { status: 'two', media_ids: [mine.id] });
    expect([again.status, again.json.error]).toEqual([422, expect.stringContaining('in another post')]);

    const ids: string[] = [];
    while (ids.length < 5) ids.push((await sent(alice)).id);
    expect((await alice.post('/api/v1/statuses', { status: 'five', media_ids: ids })).status).toBe(422);

    const his = await sent(bob);
    const stolen = await alice.post('/api/v1/statuses', { status: 'x', media_ids: [ids[0], his.id] });
    expect([stolen.status, stolen.json.error]).toEqual([422, expect.stringContaining('Send it again')]);
    // What was refused took none of them.
    const four = await post(alice, { status: 'four', media_ids: ids.slice(0, 4) });
    expect(four.media_attachments.map(({ id }: Json) => id)).toEqual(ids.slice(0, 4));
    expect((await post(bob, { status: 'mine', media_ids: [his.id] })).media_attachments).toHaveLength(1);
  });

  it('is one post with the same pictures when it is sent twice under one key', async () => {
    const { id } = await sent(alice);
    const send = () =>
      alice.post('/api/v1/statuses', { status: 'once', media_ids: [id] }, { 'Idempotency-Key': 'pictures-1' });
    const [one, other] = [(await send()).json, (await send()).json];
    expect(other.id).toBe(one.id);
    expect(other.media_attachments).toEqual(one.media_attachments);
  });

  it('gives pictures back when the post is refused', async () => {
    const { id } = await sent(alice);
    const refused = await alice.post('/api/v1/statuses', { status: '', media_ids: [id], visibility: 'direct' });
    expect(refused.status).toBe(422);
    expect((await post(alice, { status: 'then so', media_ids: [id] })).media_attachments[0].id).toBe(id);
  });

  it('keeps, changes, describes and loses pictures by an edit', async () => {
    const [kept, lost, later] = await Promise.all([sent(alice), sent(alice), sent(alice)]);
    const { id } = await post(alice, { status: '@guild two', media_ids: [kept.id, lost.id] });
    const text = await alice.put(`/api/v1/statuses/${id}`, { status: '@guild still two' });
    expect(text.json.media_attachments).toHaveLength(2);
    const described = await alice.put(`/api/v1/statuses/${id}`, {
      status: '@guild still two',
      media_attributes: [{ id: kept.id, description: 'Now in words' }],
    });
    expect(described.json.media_attachments[0]).toMatchObject({ id: kept.id, description: 'Now in words' });
    const edited = await alice.put(`/api/v1/statuses/${id}`, { status: '', media_ids: [later.id, kept.id] });
    expect(edited.json.media_attachments).toMatchObject([
      { id: later.id },
      { id: kept.id, description: 'Now in words' },
    ]);
    await until('the file is gone', async () => !(await isThere(lost.url)) && !(await isThere(lost.preview_url)));
    expect([await isThere(kept.url), await isThere(later.url)]).toEqual([true, true]);
    const none = await alice.put(`/api/v1/statuses/${id}`, { status: '@guild none', media_ids: [] });
    expect(none.json.media_attachments).toEqual([]);
    await until('all files are gone', async () => !(await isThere(kept.url)) && !(await isThere(later.url)));
  });

  it('takes its files with it when it is deleted, however often that is carried out', async () => {
    const file = await sent(alice);
    const written = await post(alice, { status: 'short-lived', media_ids: [file.id] });
    expect(await isThere(file.url)).toBe(true);
    const deleted = await alice.delete(`/api/v1/statuses/${written.id}`);
    expect([deleted.status, deleted.json.text, deleted.json.media_attachments]).toEqual([200, 'short-lived', []]);
    await until('the files are gone', async () => !(await isThere(file.url)) && !(await isThere(file.preview_url)));
    expect(await stage.house.uploads.get(file.id)).toBeNull();
    const buried = await stage.house.posts.byIri(written.uri as PostIri);
    if (buried === null) throw new Error('the tombstone is gone');
    await tidyFiles({ house: stage.house } as EffectParts, buried);
    expect(await stage.house.uploads.ofPost(buried.iri)).toEqual([]);
  });

  it('keeps its files when those that are in no post go after a day', async () => {
    const [unused, used] = await Promise.all([sent(bob), sent(bob)]);
    await post(bob, { status: 'used', media_ids: [used.id] });
    expect((await purgeFiles(stage.house, new Date())).uploads).toBe(0);
    expect(await isThere(unused.url)).toBe(true);
    // The day is over, for one that has a post as well: as if what follows from the post had never come.
    await stage.db.collection('uploads').updateMany({}, { $set: { until: new Date(Date.now() - 1000) } });
    expect((await purgeFiles(stage.house, new Date())).uploads).toBeGreaterThan(0);
    expect([await isThere(unused.url), await isThere(unused.preview_url)]).toEqual([false, false]);
    expect(await isThere(used.url)).toBe(true);
    expect((await bob.get(`/api/v1/media/${unused.id}`)).status).toBe(404);
    expect(await stage.house.mediaFiles.open(nameOf(used.url))).not.toBeNull();
    expect((await purgeFiles(stage.house, new Date())).uploads).toBe(0);
  });
});

async function pageOf(uri: string): Promise<string> {
  const found = await stage.house.posts.byIri(uri as PostIri);
  if (found === null) throw new Error(`${uri} is not there`);
  return stage.house.addresses.page.thread('guild', found.iri);
}
