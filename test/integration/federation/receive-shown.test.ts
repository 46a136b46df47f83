import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommunityIri } from '../../../server/community/ids.ts';
import { postIri } from '../../../server/community/ids.ts';
import { activity, note } from '../../support/attacker.ts';
import { send } from '../../support/http-client.ts';
import { account, community } from '../../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { spareKeys } from '../../support/spare-keys.ts';
import { takenIn } from '../../support/taken-in.ts';
import { until } from '../../support/wait.ts';

let north: RunningServer;
let far: RemoteOrigin;
let mia: RemoteActor;
let noa: RemoteActor;
let guild: CommunityIri;

beforeAll(async () => {
  const keys = await spareKeys();
  [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
  const alice = await account(north, 'alice');
  guild = (await community(north, alice, 'guild')).iri;
  [mia, noa] = [await far.actor('mia', { keys }), await far.actor('noa', { keys })];
  await takenIn(north, [activity('Follow', mia, guild), activity('Follow', noa, guild)]);
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

const page = async (iri: string): Promise<string> => {
  const path = north.house.addresses.page.thread('guild', postIri(iri));
  const answer = await send(north.port, { path, headers: { Host: new URL(north.origin).host } });
  expect(answer.status).toBe(200);
  return answer.text;
};

const PICTURED = {
  content: '<h2>Heading</h2><ul><li>One :blob:</li></ul><img src="https://files.far.example/x.png" onerror="alert(1)">',
  contentMap: {},
  attachment: [
    {
      type: 'Document',
      mediaType: 'image/png',
      url: 'https://files.far.example/1.png',
      name: 'A "cat" <b>',
      width: 640,
      height: 480,
    },
    { type: 'Document', mediaType: 'video/mp4', url: 'https://files.far.example/2.mp4' },
    { type: 'Image', url: 'javascript:alert(1)', name: 'bad' },
  ],
  tag: [{ type: 'Emoji', name: ':blob:', icon: { type: 'Image', url: 'https://files.far.example/blob.png' } }],
};

describe('a post from elsewhere with pictures', () => {
  it('shows links to them with their words, and never the pictures', async () => {
    const wrote = note(mia, guild, '', PICTURED);
    await takenIn(north, [activity('Create', mia, wrote)]);
    const html = await page(wrote.id);
    expect(html).not.toMatch(/<(img|video|audio|iframe|picture|source)\b/);
    expect(html).toContain(
      '<a href="https://files.far.example/1.png" rel="nofollow noopener noreferrer">Image: A &quot;cat&quot; &lt;b&gt;</a> <span>at files.far.example, 640 × 480</span>',
    );
    expect(html).toContain('>Video without a description</a> <span>at files.far.example</span>');
    expect(html).not.toContain('javascript:');
    expect(html).toContain('<p>Heading</p><ul><li>One :blob:</li></ul>');
  });

  it('is behind its warning, in its language, and says when it was changed', async () => {
    const wrote = note(mia, guild, '<p>Der Mörder ist</p>', {
      summary: 'Spoiler <script>',
      sensitive: true,
      contentMap: { de: '<p>Der Mörder ist</p>' },
    });
    await takenIn(north, [activity('Create', mia, wrote)]);
    const html = await page(wrote.id);
    const warned = /<details class="warned"><summary>.*?<\/summary>.*?<\/details>/s.exec(html)?.[0];
    expect(warned).toContain('<b>Content warning:</b> <span lang="de">Spoiler</span>');
    expect(warned).toContain('<div class="text" lang="de"><p>Der Mörder ist</p></div>');
    const better = { ...wrote, summary: null, sensitive: false, updated: new Date().toISOString() };
    await takenIn(north, [activity('Update', mia, better)]);
    const after = await page(wrote.id);
    expect(after).not.toContain('class="warned"');
    expect(after).toContain('edited');
  });

  it('is an event with its times and place, and leads to its page at home', async () => {
    const wrote = note(mia, guild, '<p>Come</p>', {
      type: 'Event',
      name: 'Open day',
      startTime: '2026-12-01T18:00:00Z',
      location: { type: 'Place', name: 'The old hall' },
      url: `${far.origin}/@mia/1`,
    });
    await takenIn(north, [activity('Create', mia, wrote)]);
    const html = await page(wrote.id);
    expect(html).toMatch(/<p class="event"><b>Event<\/b> from <time[^>]*>.*?<\/time>, The old hall<\/p>/);
    expect(html).toContain(`href="${far.origin}/@mia/1"`);
  });
});

describe('what the community passes on of it', () => {
  it('has all of it, for other members’ servers', async () => {
    const wrote = note(mia, guild, '<p>Hello</p>', { ...PICTURED, content: '<p>Hello</p>', summary: 'Cats' });
    await takenIn(north, [activity('Create', mia, wrote)]);
    const announced = await until('noa’s server has it', () =>
      far
        .delivered({ inbox: noa.inbox })
        .map(({ object }) => object as { type?: string; object?: Record<string, unknown> })
        .find((inner) => inner.type === 'Create' && inner.object?.id === wrote.id),
    );
    expect(announced.object).toMatchObject({
      content: '<p>Hello</p>',
      summary: 'Cats',
      sensitive: true,
      attachment: [
        {
          type: 'Document',
          mediaType: 'image/png',
          url: 'https://files.far.example/1.png',
          name: 'A "cat" <b>',
          width: 640,
        },
        { type: 'Document', mediaType: 'video/mp4', url: 'https://files.far.example/2.mp4' },
      ],
      tag: expect.arrayContaining([
        { type: 'Emoji', name: ':blob:', icon: { type: 'Image', url: 'https://files.far.example/blob.png' } },
      ]),
    });
  });
});
