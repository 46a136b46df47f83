import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import { postKey } from '../../../server/community/addresses.ts';
import type { CaseId, CommunityIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { EMBEDDED_CLIENT } from '../../../server/database/connect.ts';
import { adoptRule, days } from '../../support/adopted-rule.ts';
import { activity, unique } from '../../support/attacker.ts';
import { account, community, must } from '../../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { takenIn } from '../../support/taken-in.ts';
import { allSent, allTold } from '../../support/unsealed.ts';
import { Visitor } from '../../support/visitor.ts';
import { until } from '../../support/wait.ts';

const C1 = 'C-1' as CaseId;
let server: RunningServer;
let elsewhere: RemoteOrigin;
let guild: CommunityIri;
let finn: PersonIri;
let gil: RemoteActor;
let post: PostIri;
const visitors = new Map<string, Visitor>();

async function as(name: string): Promise<Visitor> {
  const known = visitors.get(name) ?? new Visitor(server);
  if (!visitors.has(name)) await known.signIn(name, 'a long enough password');
  visitors.set(name, known);
  return known;
}

/** Ana founded the guild, and moderates it provisionally; gil belongs to it from elsewhere. */
beforeAll(async () => {
  [server, elsewhere] = await Promise.all([runServer(), startRemoteOrigin('gil')]);
  const ana = await account(server, 'ana');
  const others = await Promise.all(['ben', 'rhea', 'emil'].map((name) => account(server, name)));
  guild = (await community(server, ana, 'guild')).iri;
  for (const person of others) must(await server.actions.joinCommunity({ person, community: guild }));
  await adoptRule(server, guild, [ana, ...others]);
  finn = await account(server, 'finn');
  must(await server.actions.joinCommunity({ person: finn, community: guild }));
  const shared = `${elsewhere.origin}/inbox`;
  gil = await elsewhere.actor('gil');
  elsewhere.publish({ ...gil.document, id: gil.iri, endpoints: { sharedInbox: shared } });
  await takenIn(server, [activity('Follow', gil, guild)]);
  post = must(await server.actions.publishPost({ author: finn, community: guild, text: 'Buy my machines!' })).iri;
  await server.settle();
});

afterAll(async () => {
  await Promise.all([elsewhere, server && { close: server.stop }].map((one) => one?.close()));
});

const databaseOf = async ({ env }: RunningServer) => {
  const client = await new MongoClient(env.MONGODB_URL ?? '', EMBEDDED_CLIENT).connect();
  return { client, db: client.db() };
};
const caseNow = async () => (await server.house.states.load(guild))?.cases.get(C1);
const form = () => `/communities/guild/report?post=${postKey(post)}`;
const report = async (name: string) =>
  (await as(name)).submit(form(), { rule: 'R-1', text: `It is spam, says the one who sits beside me.`, how: 'report' });
const arrived = (type: string) =>
  elsewhere.arrivals
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => JSON.parse(body))
    .filter((one) => one.type === type);

describe('a report', () => {
  it('is made from the post itself, and has to name a rule', async () => {
    const rhea = await as('rhea');
    expect((await rhea.get('/communities/guild')).text).toContain(form());
    expect((await rhea.get(form())).text).toContain('Which rule is broken');
    const without = await rhea.submit(form(), { rule: '', text: 'Bad.' });
    expect([without.status, without.text.includes('Choose the rule that is broken.')]).toEqual([422, true]);
    const answer = await report('rhea');
    expect(answer.status).toBe(303);
    const own = String(answer.headers.location);
    expect((await rhea.get(own)).text).toContain('C-1');
    expect((await (await as('ana')).get(own)).status).toBe(404);
    expect((await rhea.get('/notices')).text).toContain('Your report in The guild is there');
    expect((await report('rhea')).text).toContain('You have reported this already');
  });

  it('of the same becomes part of the same case; one from another server is given its rule by a clerk', async () => {
    expect((await report('ben')).status).toBe(303);
    expect(await caseNow()).toMatchObject({ reports: 2, organisations: 1, respondent: finn });
    const [fate] = await takenIn(server, [activity('Flag', gil, [finn, post], { content: 'Spam' })]);
    expect(fate?.outcome).toBe('done: kept');
    const ana = await as('ana');
    const desk = await ana.get('/communities/guild/reports');
    const [, path = ''] = /action="(\/communities\/guild\/reports\/[^"]+)"/.exec(desk.text) ?? [];
    expect((await (await as('ben')).get('/communities/guild/reports')).status).toBe(404);
    expect((await (await as('ben')).submit(path, { rule: 'R-1', how: 'rule' })).status).toBe(404);
    expect((await ana.submit(path, { rule: 'R-1', how: 'rule' })).status).toBe(303);
    expect(await caseNow()).toMatchObject({ reports: 3, organisations: 2 });
  });
});

describe('the decision', () => {
  it('is the moderators’ alone, and complete or none', async () => {
    const path = '/communities/guild/cases/C-1';
    expect((await (await as('ben')).get(path)).status).toBe(404);
    expect(
      (await (await as('finn')).submit(`${path}/decide`, { measure: '0', facts: 'x', how: 'decide' })).status,
    ).toBe(422);
    const ana = await as('ana');
    expect((await ana.get(path)).text).toContain('Buy my machines!');
    expect((await ana.submit(`${path}/decide`, { measure: '', facts: 'x', how: 'decide' })).status).toBe(422);
    expect((await ana.submit(`${path}/decide`, { measure: '2', facts: ' ', how: 'decide' })).status).toBe(422);
    const done = await ana.submit(`${path}/decide`, { measure: '2', facts: 'It sells machines.', how: 'decide' });
    expect(done.status).toBe(303);
  });

  it('hides the post here and elsewhere, and gives reasons to its author', async () => {
    await server.settle();
    const thread = `/communities/guild/threads/${postKey(post)}`;
    expect((await (await as('ben')).get(thread)).status).toBe(404);
    expect((await (await as('finn')).get(thread)).text).toContain('Taken out');
    const notices = (await (await as('finn')).get('/notices')).text;
    for (const part of [
      'Rule R-1, version 1',
      'It sells machines.',
      'No program found it',
      'You can appeal until',
      'every country',
    ]) {
      expect(notices).toContain(part);
    }
    await until('the followers elsewhere are told', () =>
      arrived('Announce').some(({ object }) => object?.type === 'Delete' && object.object === post && object.summary),
    );
  });

  it('is answered to the server that reported as Lemmy does, which alone is told who there did', async () => {
    const [resolve, ...more] = await until('the report is resolved', () => {
      const all = arrived('Resolve');
      return all.length > 0 && all;
    });
    expect(more).toEqual([]);
    expect(resolve).toMatchObject({
      type: 'Resolve',
      actor: guild,
      to: [guild],
      object: { type: 'Flag', actor: gil.iri, to: [guild], object: [finn, post], summary: 'Spam' },
    });
    const { db, client } = await databaseOf(server);
    const kept = await db.collection('activities').findOne({ type: 'Resolve' });
    const reports = await db.collection('reports').find().toArray();
    await client.close();
    expect(kept).not.toBeNull();
    for (const text of [JSON.stringify(kept), JSON.stringify(reports)]) {
      expect(text).not.toContain(gil.iri);
      expect(text).not.toContain(resolve.object.id);
    }
    const id = resolve.id.replace('http://localhost', 'http://127.0.0.1');
    const headers = { accept: 'application/activity+json', host: new URL(server.origin).host };
    expect((await fetch(id, { headers })).status).toBe(404);
  });

  it('is told to those who reported: by notice here, by an Update of the case to the other server', async () => {
    expect((await (await as('ben')).get('/notices')).text).toContain('What you reported in The guild');
    await until('the other server is told', () =>
      arrived('Update').some(({ object }) => object.type === 'Case' && object.state === 'decided'),
    );
    const [{ object }] = arrived('Update').slice(-1);
    const served = await fetch(object.id.replace('http://localhost', 'http://127.0.0.1'), {
      headers: { accept: 'application/activity+json', host: new URL(server.origin).host },
    });
    const document = await served.json();
    expect(document).toMatchObject({ type: 'Case', rule: { name: 'R-1', version: 1 }, measure: { name: 'hiding' } });
    expect(JSON.stringify(document)).not.toMatch(/finn|rhea|ben|ana\b/);
  });

  it('never tells who reported: not the record, not other servers, nobody’s pages and notices but her own', async () => {
    const { db } = server.database;
    const her = server.house.addresses.person('rhea');
    const kinds = { kind: { $regex: /^(case|report|sanction|measure|appeal|review)-/ } };
    const told = await Promise.all([
      db.collection('entries').find(kinds).toArray(),
      db.collection('reports').find().toArray(),
      db.collection('evidence').find().toArray(),
      allSent(server.house, db),
      db.collection('deliveries').find().toArray(),
      allTold(server.house, db).then((all) => all.filter(({ to }) => to !== her)),
    ]);
    for (const documents of told) expect(JSON.stringify(documents)).not.toContain('rhea');
    const state = await server.house.states.load(guild);
    expect(JSON.stringify([...(state?.cases ?? []), ...(state?.sanctions ?? [])])).not.toContain('rhea');
    expect(elsewhere.arrivals.map(({ body }) => body).join()).not.toContain('rhea');
    for (const name of ['finn', 'ben']) {
      for (const path of ['/communities/guild/cases', '/communities/guild/cases/C-1', '/notices']) {
        expect((await (await as(name)).get(path)).text).not.toMatch(/rhea/i);
      }
    }
    // Ana is a clerk, for want of another one: she alone is shown it.
    expect((await (await as('ana')).get('/communities/guild/cases/C-1')).text).toContain('rhea');
  });
});

describe('somebody from another server', () => {
  it('gets her reasons by a message, and appeals by the link in it, without an account here', async () => {
    const id = `${elsewhere.origin}/notes/${unique('note')}`;
    const note = {
      id,
      type: 'Note',
      attributedTo: gil.iri,
      to: ['https://www.w3.org/ns/activitystreams#Public', guild],
      content: '<p>Spam from afar</p>',
    };
    elsewhere.publish(note);
    await takenIn(server, [activity('Create', gil, note, { to: note.to })]);
    const ana = await as('ana');
    const key = postKey(id as PostIri);
    const opened = await ana.submit(`/communities/guild/report?post=${key}`, { rule: 'R-1', text: '', how: 'open' });
    expect(opened.status).toBe(303);
    await ana.submit('/communities/guild/cases/C-2/decide', { measure: '1', facts: 'It is spam.', how: 'decide' });
    await server.settle();
    const message = await until('she is told', () =>
      arrived('Create')
        .map(({ object }) => String(object.content))
        .find((content) => content.includes('case C-2')),
    );
    expect(message).toContain('A moderator came upon it');
    const [, link = ''] = /(\/appeals\/[A-Za-z0-9_.-]+)/.exec(message) ?? [];
    const nobody = new Visitor(server);
    expect((await nobody.get(link)).text).toContain('Why it is wrong');
    expect((await nobody.get(`${link}x`)).status).toBe(404);
    expect((await nobody.submit(link, { words: 'It was a joke.', how: 'appeal' })).status).toBe(303);
    expect((await server.house.states.load(guild))?.cases.get('C-2' as CaseId)?.phase.state).toBe('appealed');
    expect((await nobody.submit(link, { words: 'Again.', how: 'appeal' })).status).toBe(422);
  });
});

describe('the appeal', () => {
  it('is the respondent’s, with reasons of her own', async () => {
    const path = '/communities/guild/cases/C-1/appeal';
    expect((await (await as('ben')).submit(path, { words: 'No!' })).status).toBe(422);
    const finns = await as('finn');
    expect((await finns.submit(path, { words: ' ' })).status).toBe(422);
    expect((await finns.submit(path, { words: 'I sell nothing.' })).status).toBe(303);
    expect((await caseNow())?.phase.state).toBe('appealed');
  });

  it('without a verdict in time lets the post be seen again, here and elsewhere', async () => {
    for (let day = 0; day < 16; day += 1) await days(server, 1);
    const sanction = [...((await server.house.states.load(guild))?.sanctions.values() ?? [])][0];
    // Nobody came to this jury: another is drawn, and until one has judged nothing is in effect.
    expect(sanction?.state).toBe('stayed');
    const thread = `/communities/guild/threads/${postKey(post)}`;
    expect((await (await as('ben')).get(thread)).text).toContain('Buy my machines!');
    await until('the followers elsewhere are told', () =>
      arrived('Announce').some(({ object }) => object?.type === 'Undo' && object.object?.object === post),
    );
  });
});

describe('a text of the case that a court has erased', () => {
  it('is nowhere in the database afterwards, nor is its salt, and the record still verifies', async () => {
    const entries = await server.house.record.page(guild, null, 500);
    const texts = entries.flatMap(({ head, event, texts: own = [] }) =>
      ['sanction-imposed', 'appeal-filed', 'proposal-submitted'].includes(event.kind)
        ? // The title is that of the rule as well, and the rule stays.
          own.filter(({ path: at }) => at !== 'title').map((one) => ({ seq: head.seq, ...one }))
        : [],
    );
    expect(texts.map(({ text }) => text)).toContain('It sells machines.');
    for (const { seq, path: at } of texts)
      must(
        await server.actions.eraseText({ community: guild, seq, path: at, by: 'operator' as never, reason: 'Order 1' }),
      );
    await server.settle();
    const { db, client } = await databaseOf(server);
    const everything = await Promise.all(
      (await db.collections()).map(async (one) => JSON.stringify(await one.find().toArray())),
    );
    await client.close();
    for (const { text, salt } of texts) {
      const found = everything.filter((kept) => kept.includes(salt) || (text.length >= 15 && kept.includes(text)));
      expect([text, found.length]).toEqual([text, 0]);
    }
    expect((await verifyCommunity(server.house, guild)).faults).toEqual([]);
  });
});
