import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { PostIri } from '../../../server/community/ids.ts';
import { type ApiClient, appOf, appsOf, type Json } from '../../support/api-client.ts';
import { bytesAt, sendFile } from '../../support/pictures.ts';
import { ffmpegRuns, film, seen, sound, written } from '../../support/recordings.ts';
import { Stage } from '../../support/stage.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

const withFfmpeg = ffmpegRuns() ? describe : describe.skip;

let stage: Stage;
let alice: ApiClient;
let bob: ApiClient;

/** Films are made with the lowest priority: on a busy machine that takes its time. */
const LONGEST_MAKING_MS = 300_000;

const pathOf = (url: string): string => new URL(url).pathname;
const fileAt = (url: string, init?: RequestInit) => bytesAt(stage.server.port, pathOf(url), init);
const media = () => path.join(stage.server.dataDir, 'media');

/** Sends a recording, and waits as an app does until it has been made. */
async function made(content: Buffer, fields: Readonly<Record<string, string>> = {}): Promise<Json> {
  const { status, json, text } = await sendFile(alice, content, { edition: 'v2', name: 'x', fields });
  if (status !== 200 && status !== 202) throw new Error(`${status} ${text}`);
  return ready(json.id);
}
const ready = (id: string): Promise<Json> =>
  until(
    'it is made',
    async () => {
      const asked = await alice.get(`/api/v1/media/${id}`);
      if (asked.status !== 200 && asked.status !== 206) throw new Error(`${asked.status} ${asked.text}`);
      return asked.status === 200 && asked.json;
    },
    LONGEST_MAKING_MS,
  );
async function refusedWith(content: Buffer): Promise<string> {
  const { status, json } = await sendFile(alice, content, { edition: 'v2', name: 'a.mp4', type: 'video/mp4' });
  expect([status, json.url]).toEqual([422, undefined]);
  return json.error;
}

withFfmpeg('films and sound', () => {
  beforeAll(async () => {
    stage = await Stage.open({ ownEngine: true });
    [alice, bob] = await appsOf(stage.server, ['alice', 'bob']);
  });
  afterAll(() => stage.close());

  it('are what the server says that it takes', async () => {
    const { media_attachments } = (await alice.get('/api/v2/instance')).json.configuration;
    expect(media_attachments).toMatchObject({ video_size_limit: 41_943_040, video_matrix_limit: 8_294_400 });
    expect(media_attachments.supported_mime_types).toEqual(
      expect.arrayContaining(['image/png', 'video/mp4', 'audio/ogg']),
    );
  });

  it('a film is made anew, smaller, with a picture that stands for it, and tells nothing of its maker', async () => {
    const sent = film({ size: '1600x900', tell: 'canary+52.5+13.4/' });
    expect(sent.includes('canary')).toBe(true);
    const json = await made(sent, { description: ' The roof ', focus: '0,1' });
    expect(json).toMatchObject({
      type: 'video',
      description: 'The roof',
      blurhash: expect.stringMatching(/^\S{20,40}$/),
      meta: {
        length: expect.stringMatching(/^0:00:0[12]\.\d\d$/),
        original: { width: 1280, height: 720, frame_rate: '25000/1000', bitrate: expect.any(Number) },
        small: { width: 640, height: 360 },
        focus: { x: 0, y: 1 },
      },
    });
    expect(json.meta.original.duration).toBeCloseTo(2, 0);
    const { bytes, headers } = await fileAt(json.url);
    expect([headers.get('content-type'), headers.get('content-security-policy')]).toEqual([
      'video/mp4',
      "default-src 'none'; sandbox",
    ]);
    expect(bytes.includes('canary')).toBe(false);
    const { streams, format } = seen(bytes);
    expect(streams.map(({ codec_name }) => codec_name)).toEqual(['h264', 'aac']);
    const { encoder, title, location } = (format.tags ?? {}) as Record<string, unknown>;
    expect([encoder, title, location]).toEqual([undefined, undefined, undefined]);
    // The index comes first, so that playing begins before all of it is there.
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    const part = await fileAt(json.url, { headers: { Range: 'bytes=100-199' } });
    expect([part.status, part.bytes.equals(bytes.subarray(100, 200))]).toEqual([206, true]);
    expect(part.headers.get('content-range')).toBe(`bytes 100-199/${bytes.length}`);
    const preview = await fileAt(json.preview_url);
    expect(await sharp(preview.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 360 });
  });

  it('a sound becomes an MP3, and a WebM of a browser a film', async () => {
    const json = await made(sound({ tell: 'canary' }));
    expect(json).toMatchObject({
      type: 'audio',
      preview_url: null,
      blurhash: null,
      meta: { original: { bitrate: expect.any(Number) } },
    });
    const { bytes, headers } = await fileAt(json.url);
    expect([headers.get('content-type'), bytes.includes('canary')]).toEqual(['audio/mpeg', false]);
    expect(seen(bytes).streams.map(({ codec_name }) => codec_name)).toEqual(['mp3']);
    expect((await made(film({ name: 'a.webm', seconds: 1 }))).type).toBe('video');
    // A song with a picture of its cover is a song.
    expect((await made(sound({ name: 'a.flac' }))).type).toBe('audio');
  });

  it('stand in a post: in apps, on pages, on other servers, and go with it', async () => {
    const [moving, heard] = [await made(film(), { description: 'The "roof"' }), await made(sound())];
    const { json: written } = await alice.post('/api/v1/statuses', {
      status: '@guild look',
      media_ids: [moving.id, heard.id],
    });
    expect(written.media_attachments).toMatchObject([
      { id: moving.id, type: 'video', url: moving.url, preview_url: moving.preview_url, description: 'The "roof"' },
      { id: heard.id, type: 'audio', url: heard.url, preview_url: null },
    ]);
    expect((await bob.get(`/api/v1/statuses/${written.id}`)).json.media_attachments).toEqual(written.media_attachments);
    const post = await stage.house.posts.byIri(written.uri as PostIri);
    if (post === null) throw new Error('the post is gone');
    const page = await new Visitor(stage.server).get(stage.house.addresses.page.thread('guild', post.iri));
    expect(page.text).toContain(
      `<video controls preload="none" src="${pathOf(moving.url)}" poster="${pathOf(moving.preview_url)}" width="320" height="240" aria-label="The &quot;roof&quot;"></video>`,
    );
    expect(page.text).toContain(
      `<audio controls preload="none" src="${pathOf(heard.url)}" aria-label="Sound without a description"></audio>`,
    );
    const document = await fileAt(written.uri, { headers: { Accept: 'application/activity+json' } });
    expect(JSON.parse(document.bytes.toString()).attachment).toMatchObject([
      {
        type: 'Document',
        mediaType: 'video/mp4',
        url: moving.url,
        name: 'The "roof"',
        width: 320,
        height: 240,
        duration: expect.stringMatching(/^PT[12](\.\d+)?S$/),
        icon: { type: 'Image', url: moving.preview_url },
      },
      { type: 'Document', mediaType: 'audio/mpeg', url: heard.url },
    ]);
    const held = await alice.delete(`/api/v1/media/${moving.id}`);
    expect([held.status, held.json.error]).toEqual([422, expect.stringContaining('in a post')]);
    await alice.delete(`/api/v1/statuses/${written.id}`);
    await until('the files are gone', async () => {
      const found = await Promise.all([moving.url, moving.preview_url, heard.url].map((url) => fileAt(url)));
      return found.every(({ status }) => status === 404);
    });
  });

  it('can be taken back before they are in a post, by who sent them', async () => {
    const { id, url, preview_url } = await made(film());
    expect((await bob.delete(`/api/v1/media/${id}`)).status).toBe(404);
    const taken = await alice.delete(`/api/v1/media/${id}`);
    expect([taken.status, taken.json]).toEqual([200, {}]);
    expect([(await fileAt(url)).status, (await fileAt(preview_url)).status]).toEqual([404, 404]);
    expect((await alice.get(`/api/v1/media/${id}`)).status).toBe(404);
    expect((await alice.post('/api/v1/statuses', { status: 'x', media_ids: [id] })).status).toBe(422);
  });

  it('are refused where they are none, whatever they are called: nothing else is read for them', async () => {
    const playlist = '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n';
    for (const [name, content] of [
      ['a list of files', Buffer.from(playlist)],
      ['a list of files for concat', Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'\n")],
      [
        'a list behind the beginning of a film',
        Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomavc1'), Buffer.from(playlist)]),
      ],
      [
        'a list behind the beginning of a sound',
        Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0'), Buffer.from(playlist)]),
      ],
      ['an AVI', Buffer.from('RIFF\x24\0\0\0AVI LIST')],
      ['noise as Matroska', Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(5000, 7)])],
      ['a broken film', film().subarray(0, 3000)],
    ] as const) {
      expect([name, typeof (await refusedWith(content))]).toEqual([name, 'string']);
    }
    expect(await refusedWith(film({ size: '4000x2400', seconds: 0.04 }))).toContain('pixels');
    const long = written('a.mp3', '-f', 'lavfi', '-i', 'anullsrc=r=8000:cl=mono', '-t', '1860', '-b:a', '8k');
    expect(await refusedWith(long)).toContain('30 minutes');
    await until('nothing of them stays', async () => (await readdir(path.join(media(), 'arriving'))).length === 0);
  });

  it(
    'are taken up again where the power went while they were being made',
    async () => {
      const long = film({ size: '1280x720', seconds: 8 });
      const { status, json } = await sendFile(alice, long, { edition: 'v2', fields: { description: 'Long' } });
      expect([status, json.url, json.preview_url, json.type]).toEqual([202, null, null, 'video']);
      expect((await alice.get(`/api/v1/media/${json.id}`)).status).toBe(206);
      const early = await alice.post('/api/v1/statuses', { status: 'early', media_ids: [json.id] });
      expect([early.status, early.json.error]).toEqual([422, expect.stringContaining('still being made')]);
      await stage.kill();
      await stage.restart();
      const found = await stage.house.uploads.get(json.id);
      expect([found?.recording, typeof found?.arrived]).toEqual([undefined, 'string']);
      alice = await appOf(stage.server, 'alice');
      bob = await appOf(stage.server, 'bob');
      const now = await ready(json.id);
      expect(now).toMatchObject({
        type: 'video',
        description: 'Long',
        meta: { original: { width: 1280, height: 720 } },
      });
      expect((await alice.post('/api/v1/statuses', { status: 'now', media_ids: [json.id] })).status).toBe(200);
      await until(
        'what was received is gone',
        async () => !(await readdir(path.join(media(), 'arriving'))).includes(found?.arrived ?? '?'),
      );
    },
    LONGEST_MAKING_MS,
  );
});
