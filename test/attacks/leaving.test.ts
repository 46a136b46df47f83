import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appOf } from '../support/api-client.ts';
import type { Answered } from '../support/http-client.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { changes, snapshot } from '../support/snapshot.ts';
import { Stage } from '../support/stage.ts';
import { PASSWORD, Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';

let stage: Stage;
let south: RemoteOrigin;
let dora: RemoteActor;

beforeAll(async () => {
  stage = await Stage.open();
  south = await startRemoteOrigin('south');
  dora = await south.actor('dora');
  await stage.join(dora);
  for (const name of ['erin', 'fay', 'gus', 'hal']) await stage.settle(name);
});
afterAll(async () => {
  await Promise.all([stage, south].map((one) => one?.close()));
});

const stranger = () => new Visitor(stage.server);
const isLedToSignIn = async (visitor: Visitor, path: string) =>
  String((await visitor.get(path)).headers.location).startsWith('/sign-in?');
const write = (visitor: Visitor, title: string, text: string) =>
  visitor.submit('/communities/guild/posts', { title, text });
const member = async (name: string) => (await stage.house.states.load(stage.guild))?.members.get(stage.person(name));
const deletes = () => south.delivered(dora).filter(({ type }) => type === 'Delete');

describe('leaving this server', () => {
  it('takes her password, and is nothing that another site, a link, a stranger or a guess can bring about', async () => {
    const gus = await stage.visitor('gus');
    const before = await snapshot(stage);
    const fields = { password: PASSWORD, posts: 'delete' };
    expect((await gus.submit('/you/leave', fields, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await stranger().submit('/you/leave', fields)).status).toBe(401);
    expect((await gus.submit('/you/leave', { password: PASSWORD })).status).toBe(422);
    const answers: Answered[] = [];
    for (let number = 0; number < 12; number += 1) {
      answers.push(await gus.submit('/you/leave', { ...fields, password: `guess number ${number}` }));
    }
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(422), 429, 429]);
    expect(changes(before, await snapshot(stage))).toEqual([]);
  });

  it('ends everything by which anybody acts for her at once, and tells whoever has her posts', async () => {
    const [erin, elsewhere] = [await stage.visitor('erin'), await stage.visitor('erin')];
    const app = await appOf(stage.server, 'erin');
    await write(erin, 'Erin’s harvest', 'Nineteen tonnes.');
    const guild = (await app.get('/api/v1/accounts/lookup?acct=guild')).json.id;
    const bob = (await app.get('/api/v1/accounts/lookup?acct=bob')).json.id;
    await app.post(`/api/v1/accounts/${guild}/note`, { comment: 'a note' });
    await app.post(`/api/v1/accounts/${bob}/follow`);
    await app.post('/api/v1/lists', { title: 'hers' });
    const archive = (await erin.get('/you/archive')).text;
    for (const part of ['a note', '"hers"', stage.person('bob')]) expect(archive).toContain(part);
    await stage.quiet();
    const left = await erin.submit('/you/leave', { password: PASSWORD, posts: 'keep' });
    expect([left.status, left.headers.location]).toEqual([303, '/']);
    for (const visitor of [erin, elsewhere]) expect(await isLedToSignIn(visitor, '/you')).toBe(true);
    expect((await app.get('/api/v1/accounts/verify_credentials')).status).toBe(401);
    expect((await stranger().signIn('erin')).status).toBe(422);

    await stage.quiet();
    await until('dora’s server is told', () => deletes().length === 1);
    const iri = stage.person('erin');
    expect(deletes()[0]).toMatchObject({ actor: iri, object: iri });
    expect((await member('erin'))?.leftAt).toBeDefined();
    const kept = await stage.db.collection<{ _id: string }>('actors').findOne({ _id: iri });
    expect(kept).not.toHaveProperty('credential');
    expect(await stage.house.follows.get(iri, stage.person('bob'))).toMatchObject({ state: 'ended' });
    for (const name of ['sessions', 'accessTokens', 'notices', 'marks', 'keepsakes', 'notificationMarks']) {
      expect(JSON.stringify(await stage.db.collection(name).find().toArray())).not.toContain('erin');
    }
    const actor = await stranger().get('/actors/erin', { Accept: 'application/activity+json' });
    expect([actor.status, actor.text.includes('Tombstone')]).toEqual([410, true]);
    expect((await stranger().get('/people/erin')).status).toBe(404);
  });

  it('leaves her posts without her name, where she wants that', async () => {
    const page = await (await stage.visitor('bob')).get('/communities/guild');
    expect(page.text).toContain('Erin’s harvest');
    expect(page.text).toContain('Somebody who left');
    expect(page.text).not.toContain('@erin');
    expect(page.text).not.toContain('>erin<');
  });

  it('deletes them too, where she wants that', async () => {
    const fay = await stage.visitor('fay');
    await write(fay, 'Fay’s recipe', 'Salt.');
    await stage.quiet();
    await fay.submit('/you/leave', { password: PASSWORD, posts: 'delete' });
    await stage.quiet();
    expect((await (await stage.visitor('bob')).get('/communities/guild')).text).not.toContain('Fay’s recipe');
    expect(JSON.stringify(await stage.db.collection('posts').find().toArray())).not.toContain('Salt.');
  });

  it('gives her name to nobody else, however it is spelled', async () => {
    const alice = await stage.visitor('alice');
    for (const username of ['erin', 'Erin', ' ERIN ']) {
      const path = /\/invitations\/[\w-]+/.exec((await alice.submit('/you/invitations', {})).text)?.[0] ?? '';
      const answer = await stranger().submit(path, { username, password: PASSWORD });
      expect([answer.status, answer.text.includes('is taken here')]).toEqual([422, true]);
    }
  });
});

describe('the archive', () => {
  it('holds all that is hers, whoever may see it, and nothing of anybody else', async () => {
    const [hal, bob] = [await stage.visitor('hal'), await stage.visitor('bob')];
    await write(hal, 'Hal’s “news”', 'For everybody.');
    await hal.submit('/communities/guild/posts', { title: 'Within', text: 'Members only.', audience: 'members' });
    await write(bob, 'Bob’s', 'Not Hal’s.');
    await stage.quiet();
    const answer = await hal.get('/you/archive');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.headers['cache-control']).toBe('no-store');
    const archive = JSON.parse(answer.text);
    expect(archive.actor).toMatchObject({ id: stage.person('hal'), type: 'Person' });
    expect(archive.outbox.orderedItems.map(({ object }: { object: { name: string } }) => object.name)).toEqual([
      'Hal’s “news”',
      'Within',
    ]);
    expect(archive.memberships).toMatchObject([{ community: stage.guild, state: 'accepted' }]);
    expect(answer.text).not.toContain('Not Hal’s.');
    expect(answer.text).not.toMatch(/argon2|PRIVATE KEY|sealed/);
    expect(await isLedToSignIn(stranger(), '/you/archive')).toBe(true);
  });
});
