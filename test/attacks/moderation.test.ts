import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../server/community/addresses.ts';
import type { CaseId, CommunityIri, PersonIri, PostIri, RuleId } from '../../server/community/ids.ts';
import { adoptChange, adoptRule } from '../support/adopted-rule.ts';
import { account, community, LINKS_RULE, must } from '../support/people.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { Visitor } from '../support/visitor.ts';

const R1 = 'R-1' as RuleId;
let server: RunningServer;
let guild: CommunityIri;
let people: Readonly<Record<'ana' | 'ben' | 'carl' | 'mal', PersonIri>>;
/** Written before any rule, under the first version of it, and under the second. */
let early: PostIri;
let old: PostIri;
let fresh: PostIri;
const visitors = new Map<string, Visitor>();

async function as(name: string): Promise<Visitor> {
  const known = visitors.get(name) ?? new Visitor(server);
  if (!visitors.has(name)) await known.signIn(name, 'a long enough password');
  visitors.set(name, known);
  return known;
}

const write = async (author: PersonIri, text: string, circle: readonly PersonIri[] = []) =>
  must(await server.actions.publishPost({ author, community: guild, text, circle })).iri;

beforeAll(async () => {
  server = await runServer();
  const [ana, ben, carl, mal] = await Promise.all(['ana', 'ben', 'carl', 'mal'].map((name) => account(server, name)));
  people = { ana, ben, carl, mal } as typeof people;
  guild = (await community(server, people.ana, 'guild')).iri;
  for (const person of [people.ben, people.carl, people.mal]) {
    must(await server.actions.joinCommunity({ person, community: guild }));
  }
  early = await write(people.mal, 'Before all rules');
  await adoptRule(server, guild, Object.values(people));
  old = await write(people.mal, 'Under the first version');
});

afterAll(() => server?.stop());

const reportPath = (post: PostIri) => `/communities/guild/report?post=${postKey(post)}`;
const cases = async () => (await server.house.states.load(guild))?.cases ?? new Map();

describe('a report of what one cannot see (MOD-02)', () => {
  it('is answered as if nothing were there: a post for others, a hidden one, and none at all alike', async () => {
    const secret = await write(people.mal, 'For ben alone', [people.ben]);
    const carl = await as('carl');
    const nothing = await carl.get('/communities/guild/report?post=nothing');
    for (const path of [reportPath(secret), reportPath(`${secret}x` as PostIri)]) {
      expect((await carl.get(path)).status).toBe(404);
      const sent = await carl.submit(path, { rule: 'R-1', text: 'I guess that it is bad', how: 'report' });
      expect(sent.status).toBe(404);
      expect(sent.text).not.toContain('For ben alone');
    }
    expect(nothing.status).toBe(404);
    expect(await server.database.db.collection('reports').countDocuments()).toBe(0);
    expect(await server.database.db.collection('evidence').countDocuments()).toBe(0);
    expect((await (await as('ben')).get(reportPath(secret))).status).toBe(200);
  });

  it('needs somebody who is signed in', async () => {
    const nobody = new Visitor(server);
    const answer = await nobody.submit(reportPath(old), { rule: 'R-1', text: 'x', how: 'report' });
    expect([303, 401]).toContain(answer.status);
    expect(await server.database.db.collection('reports').countDocuments()).toBe(0);
  });
});

describe('a measure without a rule, or by one that came after the act (MOD-04)', () => {
  it.each(['', 'R-9', 'R-1'])('a moderator cannot open a case about an older post under “%s”', async (rule) => {
    const answer = await (await as('ana')).submit(reportPath(early), { rule, text: '', how: 'open' });
    expect(answer.status).toBe(422);
    expect((await cases()).size).toBe(0);
  });

  it('nor can anybody report it into being', async () => {
    const answer = await (await as('ben')).submit(reportPath(early), { rule: 'R-1', text: 'x', how: 'report' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('was not in force when this was done');
  });

  it('no measure is taken without facts, beyond the rule, alone where it takes more, or by who is no moderator', async () => {
    await (await as('ana')).submit(reportPath(old), { rule: 'R-1', text: '', how: 'open' });
    const path = '/communities/guild/cases/C-1/decide';
    const tries = [
      ['ana', { measure: '2', facts: '', how: 'decide' }],
      ['ana', { measure: '5', facts: 'Out!', how: 'decide' }],
      ['ana', { measure: '3', facts: 'Out!', how: 'at-once' }],
      ['ana', { measure: '99', facts: 'Out!', how: 'decide' }],
      ['mal', { measure: 'dismiss', facts: 'I am innocent', how: 'decide' }],
    ] as const;
    for (const [name, fields] of tries) expect((await (await as(name)).submit(path, fields)).status).toBe(422);
    expect((await (await as('ben')).submit(path, { measure: '2', facts: 'x', how: 'decide' })).status).toBe(404);
    expect((await server.house.states.load(guild))?.sanctions.size).toBe(0);
  });
});

describe('an old act after the rule was changed (MOD-05)', () => {
  it('is judged by the version at the time of the act, which is shown; a new one by the new version', async () => {
    await adoptChange(server, guild, Object.values(people), {
      kind: 'amend-rule',
      id: R1,
      rule: { ...LINKS_RULE, title: 'Links from anybody', text: { en: 'Nobody posts links.' } },
    });
    fresh = await write(people.mal, 'Under the second version');
    const ben = await as('ben');
    for (const post of [old, fresh]) await ben.submit(reportPath(post), { rule: 'R-1', text: 'x', how: 'report' });
    const [first, second] = [...(await cases()).values()];
    expect([first?.cited.version, second?.cited.version]).toEqual([1, 2]);
    const page = await (await as('mal')).get(`/communities/guild/cases/${'C-1' as CaseId}`);
    expect(page.text).toContain('rule R-1, version 1');
    expect(page.text).toContain('Posts by members of less than 30 days');
    expect(page.text).not.toContain('Nobody posts links.');
  });
});
