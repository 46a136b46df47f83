import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { purgeFiles } from '../../../server/effects/files.ts';
import { type ApiClient, appOf } from '../../support/api-client.ts';
import { bytesAt, picture, sent } from '../../support/pictures.ts';
import { Stage } from '../../support/stage.ts';
import { until } from '../../support/wait.ts';

let stage: Stage;
let alice: ApiClient;

beforeAll(async () => {
  stage = await Stage.open();
  alice = await appOf(stage.server, 'alice');
});
afterAll(() => stage.close());

const OWN = '/api/v1/accounts/update_credentials';
const pathOf = (url: string): string => new URL(url).pathname;
const isThere = async (url: string) => (await bytesAt(stage.server.port, pathOf(url))).status === 200;

async function show(fields: Readonly<Record<string, Uint8Array | string>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([Uint8Array.from(value)]), 'me.png');
  }
  return alice.multipart(OWN, form, 'PATCH');
}

async function actorDocument() {
  const headers = { Accept: 'application/activity+json' };
  const answer = await bytesAt(stage.server.port, pathOf(stage.person('alice')), { headers });
  return JSON.parse(answer.bytes.toString());
}

describe('the pictures of herself that alice shows', () => {
  it('are cut, shown in apps, and stand in her actor’s document; her words stay', async () => {
    expect(await actorDocument()).not.toHaveProperty('icon');
    const avatar = await picture({ width: 900, height: 500 }).png().toBuffer();
    const header = await picture({ width: 800, height: 800 }).jpeg().toBuffer();
    const { status, json } = await show({ display_name: 'Alice', avatar, header });
    expect([status, json.display_name]).toEqual([200, 'Alice']);
    expect(json.avatar_static).toBe(json.avatar);
    const kept = await bytesAt(stage.server.port, pathOf(json.avatar));
    expect(await sharp(kept.bytes).metadata()).toMatchObject({ format: 'png', width: 400, height: 400 });
    const wide = await bytesAt(stage.server.port, pathOf(json.header));
    expect(await sharp(wide.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1500, height: 500 });
    expect(await actorDocument()).toMatchObject({
      name: 'Alice',
      icon: { type: 'Image', mediaType: 'image/png', url: json.avatar },
      image: { type: 'Image', mediaType: 'image/jpeg', url: json.header },
    });
  });

  it('are no pictures for a post, stay when what is unused goes, and go when there are others or none', async () => {
    const before = (await alice.get('/api/v1/accounts/verify_credentials')).json;
    await until('they are settled', async () =>
      (await stage.house.uploads.portraitsOf(stage.person('alice'))).every(({ settled }) => settled),
    );
    const [own] = await stage.house.uploads.portraitsOf(stage.person('alice'));
    expect((await alice.post('/api/v1/statuses', { status: 'me', media_ids: [own?.id] })).status).toBe(422);
    await stage.db.collection('uploads').updateMany({}, { $set: { until: new Date(0) } });
    expect(await purgeFiles(stage.house, new Date())).toEqual({ uploads: 0, arriving: 0 });

    const another = await show({ avatar: await picture({ background: '#223344' }).jpeg().toBuffer() });
    expect(another.json.header).toBe(before.header);
    await until('the old one is gone', async () => !(await isThere(before.avatar)));
    expect([await isThere(another.json.avatar), await isThere(before.header)]).toEqual([true, true]);
    const none = await alice.delete('/api/v1/profile/header');
    expect(none.json.header).toContain('/assets/header.png');
    await until('the header is gone', async () => !(await isThere(before.header)));
    expect(await actorDocument()).not.toHaveProperty('image');
  });

  it('are refused where they are none, and then nothing else is lost', async () => {
    const before = (await alice.get('/api/v1/accounts/verify_credentials')).json;
    const refused = await show({ avatar: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
    expect([refused.status, refused.json.error]).toEqual([422, expect.stringContaining('Export it as PNG')]);
    const elsewhere = await show({ file: await picture().jpeg().toBuffer() });
    expect(elsewhere.status).toBe(422);
    expect((await alice.get('/api/v1/accounts/verify_credentials')).json).toEqual(before);
    expect((await sent(alice)).type).toBe('image');
  });
});
