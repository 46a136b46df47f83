import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { invite, signUp } from '../../server/accounts/sign-up.ts';
import { ApiClient as Anybody, type ApiClient, appOf } from '../support/api-client.ts';
import { send } from '../support/http-client.ts';
import { bytesAt, formWith, picture, sendFile } from '../support/pictures.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { PASSWORD } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

let server: RunningServer;
let mallory: ApiClient;
const media = () => path.join(server.config.dataDir, 'media');

beforeAll(async () => {
  // Pictures alone: films and sound have tests of their own.
  server = await runServer('localhost', { RECORDINGS: 'off' });
  const invitation = await invite(server.house, { purpose: 'join' });
  const signedUp = await signUp(server.house, { username: 'mallory', password: PASSWORD, invitation });
  if (!signedUp.ok) throw new Error(signedUp.refusal.text);
  mallory = await appOf(server, 'mallory');
});
afterAll(() => server.stop());

const filesKept = async () =>
  existsSync(media()) ? (await readdir(media())).filter((name) => name !== 'arriving') : [];
const arriving = async () => (existsSync(media()) ? readdir(path.join(media(), 'arriving')) : []);
const pathOf = (url: string): string => new URL(url).pathname;

/** Sends a file that must not be taken: nothing of it stays, and the sentence says what to do. */
async function refusedFile(content: Uint8Array, how: Parameters<typeof formWith>[1] = {}): Promise<string> {
  const before = await filesKept();
  const answer = await sendFile(mallory, content, how);
  expect(answer.status).toBe(422);
  expect(await filesKept()).toEqual(before);
  expect(await arriving()).toEqual([]);
  return answer.json.error;
}

const SVG = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

describe('what is no picture', () => {
  it('is refused by its bytes, whatever it is called', async () => {
    const png = { name: 'cat.png', type: 'image/png' };
    const html = Buffer.from('<!doctype html><script>alert(document.domain)</script>');
    expect(await refusedFile(html, png)).toContain('no picture');
    expect(await refusedFile(Buffer.from(SVG), { name: 'a.svg', type: 'image/svg+xml' })).toContain('Export it as PNG');
    expect(await refusedFile(Buffer.from(SVG), png)).toContain('Export it as PNG');
    expect(await refusedFile(Buffer.from('%PDF-1.7\n1 0 obj'), png)).toContain('no picture');
    expect(await refusedFile(Buffer.alloc(0), png)).toContain('no picture');
    expect(await refusedFile(Buffer.from('ID3\u0004 a song'), png)).toContain('Sound and films cannot');
    const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom....isomavc1')]);
    expect(await refusedFile(film, { name: 'a.mp4', type: 'video/mp4' })).toContain('Sound and films cannot');
    expect(await refusedFile(await picture().tiff().toBuffer(), png)).toContain('no picture');
  });

  it('is refused where it only begins like one', async () => {
    const whole = await picture({ width: 400, height: 400 }).png().toBuffer();
    expect(await refusedFile(whole.subarray(0, 60))).toMatch(/damaged|no picture/);
    const gif = Buffer.from('GIF89a/*\u0000\u0000*/=1;alert(1)');
    expect(await refusedFile(gif, { name: 'a.gif', type: 'image/gif' })).toMatch(/damaged|no picture|pixels/);
  });
});

describe('what is a picture and more', () => {
  it('loses what hangs on it: only the pixels are kept', async () => {
    const hanging = Buffer.from(`<script>alert("polyglot")</script>${SVG}`);
    const jpeg = Buffer.concat([await picture().jpeg().toBuffer(), hanging]);
    const { status, json } = await sendFile(mallory, jpeg, { name: 'both.html', type: 'text/html' });
    expect(status).toBe(200);
    for (const url of [json.url, json.preview_url]) {
      const { headers, bytes } = await bytesAt(server.port, pathOf(url));
      expect(headers.get('content-type')).toBe('image/jpeg');
      expect(bytes.includes('alert')).toBe(false);
    }
  });

  it('tells nobody where it was taken, by what, by whom', async () => {
    const told = await picture()
      .jpeg()
      .withExif({
        IFD0: { Copyright: 'canary-copyright', Artist: 'canary-artist' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '51/1 30/1 3230/100',
          GPSLongitudeRef: 'W',
          GPSLongitude: '0/1 7/1 0/1',
        },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><canary-xmp/></x:xmpmeta>')
      .toBuffer();
    const before = await sharp(told).metadata();
    expect([before.exif?.includes('canary-artist'), before.xmp?.includes('canary-xmp')]).toEqual([true, true]);
    const { json } = await sendFile(mallory, told);
    for (const url of [json.url, json.preview_url]) {
      const { bytes } = await bytesAt(server.port, pathOf(url));
      const { exif, xmp, iptc, icc, orientation, comments } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc, orientation, comments }).toEqual({});
      expect(bytes.includes('canary')).toBe(false);
      expect(bytes.includes('Exif')).toBe(false);
    }
  });

  it('is known by its bytes where its name says otherwise', async () => {
    const png = await picture().png().toBuffer();
    const { json } = await sendFile(mallory, png, { name: '../../../../etc/cron.d/evil.svg', type: 'image/svg+xml' });
    expect(pathOf(json.url)).toMatch(/^\/media\/[0-9a-f]{48}\.png$/);
    expect((await bytesAt(server.port, pathOf(json.url))).headers.get('content-type')).toBe('image/png');
    for (const name of await filesKept()) expect(name).toMatch(/^[0-9a-f]{48}(-small)?\.(jpg|png|webp)$/);
    const raw = '--x\r\nContent-Disposition: form-data; name="file"; filename="/media/../../evil.png"\r\n\r\n';
    const body = Buffer.concat([Buffer.from(raw), png, Buffer.from('\r\n--x--\r\n')]);
    const answer = await send(server.port, {
      method: 'POST',
      path: '/api/v1/media',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x', Authorization: `Bearer ${mallory.token}` },
      body,
    });
    expect([answer.status, JSON.parse(answer.text).type]).toEqual([200, 'image']);
    expect(existsSync(path.join(server.config.dataDir, '..', 'evil.png'))).toBe(false);
    expect(existsSync(path.join(server.config.dataDir, 'evil.png'))).toBe(false);
  });
});

describe('what is too much', () => {
  it('is refused by its pixels before it is laid out: a small file of 64 megapixels', async () => {
    const bomb = await picture({ width: 8000, height: 8000 }).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    expect(await refusedFile(bomb, { name: 'bomb.png' })).toContain('at most 33 million');
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('is refused by its bytes: a file of more than 10 MB', async () => {
    expect(await refusedFile(Buffer.alloc(10 * 1024 * 1024 + 1, 1))).toContain('at most 10 MB');
  });

  it('is refused as a form: fifty fields, two files, a file in another field, no file', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    const fifty = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`field${at}`, 'x']));
    expect(await refusedFile(jpeg, { fields: fifty })).toContain('fields');
    expect(await refusedFile(jpeg, { fields: { description: 'x'.repeat(20_000) } })).toContain('fields');
    const two = formWith(jpeg);
    two.append('file', new Blob([Uint8Array.from(jpeg)]), 'b.jpg');
    expect((await mallory.multipart('/api/v2/media', two)).status).toBe(422);
    const elsewhere = new FormData();
    elsewhere.append('avatar', new Blob([Uint8Array.from(jpeg)]), 'b.jpg');
    expect((await mallory.multipart('/api/v2/media', elsewhere)).status).toBe(422);
    expect((await mallory.post('/api/v2/media', { file: 'no' })).status).toBe(422);
    const onAStatus = await mallory.multipart('/api/v1/statuses', formWith(jpeg, { fields: { status: 'hello' } }));
    expect([onAStatus.status, onAStatus.json.error]).toEqual([422, expect.stringContaining('file')]);
    expect(await arriving()).toEqual([]);
  });

  it('is refused of one person: more pictures in no post than anybody needs', async () => {
    const { iri: by } = (await server.house.people.byName('mallory')) ?? { iri: undefined };
    if (by === undefined) throw new Error('mallory is gone');
    const fill = async (at: number) =>
      server.house.uploads.add({ id: String(at), by, file: 'x', preview: 'x', mediaType: 'image/png' });
    for (let at = 1; (await server.house.uploads.countUnused(by)) < 40; at++) await fill(at);
    expect(await refusedFile(await picture().jpeg().toBuffer())).toContain('wait a day');
    for (let at = 1; at <= 40; at++) await server.house.uploads.remove(String(at));
  });

  it('is not even received from nobody in particular, or without the right to write', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    expect((await sendFile(new Anybody(server), jpeg)).status).toBe(401);
    const reader = await appOf(server, 'mallory', { scope: 'read' });
    expect((await sendFile(reader, jpeg)).status).toBe(403);
    expect(await arriving()).toEqual([]);
  });
});

describe('what lies beside the pictures', () => {
  it('is not reachable by any path', async () => {
    await mkdir(path.join(media(), 'arriving'), { recursive: true });
    await writeFile(path.join(media(), 'notes.txt'), 'secret-canary');
    await writeFile(path.join(media(), 'arriving', 'a'.repeat(48).concat('.png')), 'secret-canary');
    const key = (await readFile(path.join(server.config.dataDir, 'secrets', 'master.key'), 'utf8')).trim();
    const small = `${'a'.repeat(48)}.png`;
    for (const tried of [
      '/media/../secrets/master.key',
      '/media/..%2fsecrets%2fmaster.key',
      '/media/%2e%2e/secrets/master.key',
      '/media/%2e%2e%2fsecrets%2fmaster.key',
      '/media/..\\secrets\\master.key',
      '/media//../secrets/master.key',
      '/media/',
      '/media',
      '/media/.',
      '/media/notes.txt',
      '/media/notes.txt%00.png',
      '/media/arriving',
      '/media/arriving/',
      `/media/arriving/${small}`,
      `/media/arriving%2f${small}`,
      `/media/${small}`,
      `/media/%E0%A4%A`,
      `/MEDIA/notes.txt`,
    ]) {
      const { status, text, headers } = await send(server.port, { path: tried });
      expect({ tried, status }).toEqual({ tried, status: 404 });
      expect(text).not.toContain('secret-canary');
      expect(text).not.toContain(key);
      expect(headers['cache-control']).not.toContain('immutable');
    }
    await server.house.mediaFiles.sweep(new Date(Date.now() + 60_000), new Set());
    expect(await arriving()).toEqual([]);
  });
});

describe('while a picture is being made', () => {
  it('has no address, is in no post, and what was forgotten has failed', async () => {
    const real = server.house.pictures;
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    // The real one, only later.
    const slow = {
      ...real,
      make: async (...args: Parameters<typeof real.make>) => gate.then(() => real.make(...args)),
    };
    Object.assign(server.house, { pictures: slow });
    const { status, json } = await sendFile(mallory, await picture().jpeg().toBuffer(), { edition: 'v2' });
    Object.assign(server.house, { pictures: real });
    expect([status, json.url, json.preview_url, json.type]).toEqual([202, null, null, 'image']);
    const asked = await mallory.get(`/api/v1/media/${json.id}`);
    expect([asked.status, asked.json.url]).toEqual([206, null]);
    const early = await mallory.post('/api/v1/statuses', { status: 'early', media_ids: [json.id] });
    expect([early.status, early.json.error]).toEqual([422, expect.stringContaining('still being made')]);
    go();
    await until('it is made', async () => (await mallory.get(`/api/v1/media/${json.id}`)).status === 200);
    const now = await mallory.post('/api/v1/statuses', { status: 'now', media_ids: [json.id] });
    expect([now.status, now.json.media_attachments[0].id]).toEqual([200, json.id]);
  });

  it('has failed where the server stopped before it was made', async () => {
    const { iri: by } = (await server.house.people.byName('mallory')) ?? { iri: undefined };
    if (by === undefined) throw new Error('mallory is gone');
    await server.house.uploads.add({ id: '77', by, file: 'x', preview: 'x', mediaType: 'image/png' });
    expect((await mallory.get('/api/v1/media/77')).status).toBe(206);
    await server.database.db
      .collection<{ _id: string }>('uploads')
      .updateOne({ _id: '77' }, { $set: { at: new Date(Date.now() - 11 * 60_000) } });
    const asked = await mallory.get('/api/v1/media/77');
    expect([asked.status, asked.json.error]).toEqual([422, expect.stringContaining('Send it again')]);
  });
});
