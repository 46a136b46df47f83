import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activity, note, post, signedRequest } from '../../support/attacker.ts';
import { send } from '../../support/http-client.ts';
import { account, community } from '../../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { until } from '../../support/wait.ts';

let north: RunningServer;
let far: RemoteOrigin;
let mia: RemoteActor;

beforeAll(async () => {
  [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
  await community(north, await account(north, 'alice'), 'guild');
  mia = await far.actor('mia');
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

const host = () => new URL(north.origin).host;

/** A connection on which everything is said by hand. */
async function open(): Promise<{ socket: Socket; said(): string; closed(): boolean }> {
  const socket = connect(north.port, '127.0.0.1');
  let said = '';
  let closed = false;
  socket.on('data', (chunk) => {
    said += chunk.toString();
  });
  socket.on('close', () => {
    closed = true;
  });
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('connect', resolve));
  return { socket, said: () => said, closed: () => closed };
}

const stored = (id: string) => north.database.db.collection<{ _id: string }>('received').findOne({ _id: id });

describe('the inbox', () => {
  it('answers 413 to a body that grows too large, and closes the connection rather than leave it hanging', async () => {
    const { socket, said, closed } = await open();
    socket.write(
      `POST /inbox HTTP/1.1\r\nHost: ${host()}\r\nContent-Type: application/activity+json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    const chunk = `${(65_536).toString(16)}\r\n${'x'.repeat(65_536)}\r\n`;
    for (let count = 0; count < 20; count += 1) socket.write(chunk);
    await until('413', () => said().includes(' 413 '), 5000);
    await until('the connection is closed', closed, 5000);
  });

  it('answers 413 to a body that announces itself as too large, before it comes', async () => {
    const { socket, said, closed } = await open();
    socket.write(
      `POST /inbox HTTP/1.1\r\nHost: ${host()}\r\nContent-Type: application/activity+json\r\nContent-Length: 1000000000\r\n\r\n`,
    );
    await until('413', () => said().includes(' 413 '), 5000);
    await until('the connection is closed', closed, 5000);
  });

  it('keeps nothing of a body that breaks off, and goes on', async () => {
    const { socket } = await open();
    const request = signedRequest(north.house.addresses.sharedInbox, mia, activity('Like', mia, `${far.origin}/x`));
    const headers = Object.entries({ ...request.headers, 'Content-Length': Buffer.byteLength(request.body) });
    socket.write(`POST /inbox HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n{"id`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    expect((await send(north.port, { path: '/health' })).status).toBe(200);
  });

  it('is the same one however its path is written: the signature covers what was sent', async () => {
    const like = activity('Like', mia, `${far.origin}/y`);
    const answer = await post(`${north.origin}/actors/gu%69ld/inbox`, mia, like);
    expect(answer.status).toBe(202);
    expect(await stored(like.id)).not.toBeNull();
  });

  it.each(['/actors/nobody/inbox', '/actors/%/inbox', '/actors/%2e%2e/inbox'])(
    'is not there for nobody: %s',
    async (path) => {
      const answer = await send(north.port, {
        method: 'POST',
        path,
        headers: { Host: host(), 'Content-Type': 'application/activity+json' },
        body: '{}',
      });
      expect(answer.status).toBe(404);
    },
  );

  it('takes no whole address for a path', async () => {
    const like = activity('Like', mia, `${far.origin}/z`);
    const request = signedRequest(north.house.addresses.sharedInbox, mia, like);
    const answer = await send(north.port, { ...request, path: `${north.origin}/inbox` });
    expect([401, 403, 404]).toContain(answer.status);
    expect(await stored(like.id)).toBeNull();
  });

  it('refuses a request without a Host, and one signed for another', async () => {
    const { socket, said } = await open();
    socket.write('POST /inbox HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}');
    await until('400', () => said().includes(' 400 '), 5000);
    const http10 = await open();
    http10.socket.write(
      'POST /inbox HTTP/1.0\r\nContent-Type: application/activity+json\r\nSignature: keyId="https://far.example/k",headers="(request-target) host date digest",signature="YQ=="\r\nContent-Length: 2\r\n\r\n{}',
    );
    await until('401', () => http10.said().includes(' 401 '), 5000);
  });

  it.each([
    ['Date', new Date(0).toUTCString()],
    ['Digest', 'SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
    ['Signature', 'keyId="https://far.example/other",headers="date",signature="YQ=="'],
  ])('refuses a second %s beside the one that was signed', async (name, second) => {
    const like = activity('Like', mia, `${far.origin}/${name}`);
    const { headers, body } = signedRequest(north.house.addresses.sharedInbox, mia, like);
    const { socket, said } = await open();
    const lines = [...Object.entries({ ...headers, 'Content-Length': Buffer.byteLength(body) }), [name, second]];
    socket.write(`POST /inbox HTTP/1.1\r\n${lines.map(([key, value]) => `${key}: ${value}\r\n`).join('')}\r\n${body}`);
    await until('401', () => said().includes(' 401 '), 5000);
    expect(await stored(like.id)).toBeNull();
    socket.destroy();
  });
});

describe('what cannot be read in a post', () => {
  it.each([
    ['a number of voters that is none', { votersCount: -1 }],
    ['a number of voters that is no whole one', { votersCount: 1.5 }],
    ['a parent that is no address', { inReplyTo: 'javascript:alert(1)' }],
  ])('is left out, and the post is taken: %s', async (_what, more) => {
    const group = north.house.addresses.community('guild');
    await post(north.house.addresses.sharedInbox, mia, activity('Follow', mia, group));
    const question = {
      ...note(mia, group, 'A poll'),
      type: 'Question',
      oneOf: [
        { type: 'Note', name: 'a', replies: { type: 'Collection', totalItems: 1 } },
        { type: 'Note', name: 'b', replies: { type: 'Collection', totalItems: 0 } },
      ],
      closed: new Date().toISOString(),
      ...more,
    };
    await post(north.house.addresses.sharedInbox, mia, activity('Create', mia, question));
    const kept = await until('it is kept', () => north.house.posts.byIri(question.id as never), 5000);
    expect(kept.poll?.counts).toEqual([1, 0]);
    expect(kept.poll?.voters).toBeUndefined();
    expect(kept.inReplyTo).toBeUndefined();
  });
});
