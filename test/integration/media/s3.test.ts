import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invite, signUp } from '../../../server/accounts/sign-up.ts';
import { createS3Files } from '../../../server/media/s3-files.ts';
import type { MediaFiles } from '../../../server/ports/media.ts';
import { type ApiClient, appOf } from '../../support/api-client.ts';
import { bytesAt, sent } from '../../support/pictures.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { S3Store } from '../../support/s3-store.ts';
import { PASSWORD } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

let store: S3Store;
let server: RunningServer;
let alice: ApiClient;

beforeAll(async () => {
  store = await S3Store.open();
  server = await runServer('localhost', { ...store.env, RECORDINGS: 'off' });
  const invitation = await invite(server.house, { purpose: 'join' });
  const signedUp = await signUp(server.house, { username: 'alice', password: PASSWORD, invitation });
  if (!signedUp.ok) throw new Error(signedUp.refusal.text);
  alice = await appOf(server, 'alice');
});
afterAll(async () => {
  await server.stop();
  await store.close();
});

const media = () => path.join(server.config.dataDir, 'media');
const nameOf = (url: string): string => new URL(url).pathname.slice('/media/'.length);
const fileAt = (url: string, init?: RequestInit) => bytesAt(server.port, new URL(url).pathname, init);

describe('files in a store that speaks S3', () => {
  it('lie there and not on the disk, and are sent under this server’s name with its own headers', async () => {
    const { url, preview_url } = await sent(alice);
    expect(new URL(url).origin).toBe(server.origin);
    expect(await store.names()).toEqual(expect.arrayContaining([nameOf(url), nameOf(preview_url)]));
    expect((await readdir(media())).filter((name) => name !== 'arriving')).toEqual([]);
    const { status, headers, bytes } = await fileAt(url);
    expect(bytes.equals(await store.content(nameOf(url)))).toBe(true);
    expect([status, headers.get('content-type'), headers.get('content-length'), headers.get('accept-ranges')]).toEqual([
      200,
      'image/jpeg',
      String(bytes.length),
      'bytes',
    ]);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    // Nothing of the store is told: neither its name nor who asked it.
    expect([...headers.keys()].filter((name) => name.startsWith('x-amz'))).toEqual([]);
  });

  it('are sent in parts, and by their headers alone', async () => {
    const { url } = await sent(alice);
    const whole = await fileAt(url);
    const part = await fileAt(url, { headers: { Range: 'bytes=10-19' } });
    expect([part.status, part.bytes.equals(whole.bytes.subarray(10, 20))]).toEqual([206, true]);
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${whole.bytes.length}`);
    const beyond = await fileAt(url, { headers: { Range: 'bytes=99999999-' } });
    expect([beyond.status, beyond.bytes.length]).toEqual([416, 0]);
    const head = await fileAt(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), head.bytes.length]).toEqual([
      200,
      `${whole.bytes.length}`,
      0,
    ]);
  });

  it('go with what they are in', async () => {
    const { id, url, preview_url } = await sent(alice);
    const { json } = await alice.post('/api/v1/statuses', { status: 'short-lived', media_ids: [id] });
    await alice.delete(`/api/v1/statuses/${json.id}`);
    await until('they are gone', async () => {
      const names = await store.names();
      return !names.includes(nameOf(url)) && !names.includes(nameOf(preview_url));
    });
    const gone = await fileAt(url);
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store']);
  });

  it('are found on the disk where they are from before; other names lead nowhere', async () => {
    const name = `${'ab'.repeat(24)}.png`;
    await mkdir(media(), { recursive: true });
    await writeFile(path.join(media(), name), 'from before');
    expect((await bytesAt(server.port, `/media/${name}`)).bytes.toString()).toBe('from before');
    await server.house.mediaFiles.remove(name);
    expect(existsSync(path.join(media(), name))).toBe(false);
    for (const tried of ['/media/', '/media/..%2f..%2fsecrets', '/media/?list-type=2', `/media/${name}%3Facl`]) {
      expect([tried, (await bytesAt(server.port, tried)).status]).toEqual([tried, 404]);
    }
    await expect(server.house.mediaFiles.keep('../evil.png', Buffer.from('x'))).rejects.toThrow('no name');
  });

  it('are not given to whoever has another key', async () => {
    const { bucket } = server.config;
    if (bucket === undefined) throw new Error('there is no bucket');
    const thief = createS3Files({ ...bucket, secretAccessKey: 'guessed' }, {} as MediaFiles);
    const name = `${'cd'.repeat(24)}.png`;
    await expect(thief.keep(name, Buffer.from('x'))).rejects.toThrow('403');
    expect(await store.names()).not.toContain(name);
  });

  it('are refused with a sentence while the store is away, and taken again when it is back', async () => {
    const { url } = await sent(alice);
    await store.stop();
    const away = await fileAt(url);
    expect([away.status, away.headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect(away.bytes.toString()).toContain('Try again');
    await store.start();
    expect((await fileAt(url)).status).toBe(200);
  });
});
