import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import type { CommunityIri, PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { ratificationOf } from '../../../server/governance/roles/provisional.ts';
import type { CommunityState } from '../../../server/governance/state.ts';
import { days } from '../../support/adopted-rule.ts';
import { account, community, must } from '../../support/people.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';

const home = '/communities/guild';
const NAMES = ['ben', 'cleo', 'dora', 'emil', 'finn'] as const;
let server: RunningServer;
let guild: CommunityIri;
let people: readonly PersonIri[];
const visitors = new Map<string, Visitor>();

async function as(name: string): Promise<Visitor> {
  const visitor = new Visitor(server);
  await visitor.signIn(name, 'a long enough password');
  visitors.set(name, visitor);
  return visitor;
}
async function state(): Promise<CommunityState> {
  const loaded = await server.house.states.load(guild);
  if (loaded === null) throw new Error('there is no guild');
  return loaded;
}
/** What somebody finds on a page, after what a form did is shown. */
const page = async (visitor: Visitor, path: string) => (await visitor.get(path)).text;

beforeAll(async () => {
  server = await runServer();
  const ana = await account(server, 'ana');
  people = [ana, ...(await Promise.all(NAMES.map((name) => account(server, name))))];
  guild = (await community(server, ana, 'guild')).iri;
  for (const person of people.slice(1)) must(await server.actions.joinCommunity({ person, community: guild }));
});
afterAll(() => server?.stop());

describe('a young community', () => {
  it('lets its founder adopt a rule and change the charter without a vote, and says that it is provisional', async () => {
    const ana = await as('ana');
    const rule = {
      change: 'adopt-rule',
      title: 'Links by newcomers',
      text: 'Posts by new members that carry many links are looked at first.',
      reasons: 'Nineteen adverts in one week.',
      'when-1-fact': 'post.links',
      'when-1-test': 'gt',
      'when-1-value': '2',
      effect: 'hold',
      holdHours: '72',
    };
    expect(await page(ana, `${home}/propose/draft?change=adopt-rule`)).toContain('Adopt provisionally');
    const adopted = await ana.submit(`${home}/proposals`, { ...rule, step: 'provisionally' });
    expect([adopted.status, adopted.headers.location]).toEqual([303, `${home}/rules`]);
    expect(await page(ana, `${home}/rules`)).toContain('by the founder, provisionally');
    const charter = { change: 'amend-charter', title: 'Seats', reasons: 'We are few.' };
    const kept = { ...charter, parameter: 'tenureDays', value: '60', step: 'provisionally' };
    const refused = await ana.submit(`${home}/proposals`, kept);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('how members will decide')]);
    const seats = { ...charter, parameter: 'clerkSeats', value: '1', step: 'provisionally' };
    expect((await ana.submit(`${home}/proposals`, seats)).headers.location).toBe(`${home}/charter`);
    expect(await page(ana, `${home}/charter`)).toContain('1 (provisional)');
    const ben = await as('ben');
    expect((await ben.submit(`${home}/proposals`, { ...rule, step: 'provisionally' })).status).toBe(303);
    expect((await state()).rules.size).toBe(1);
  });

  it('lets her appoint a moderator, who is told, holds the role, and may give it back', async () => {
    const ana = await as('ana');
    const wrong = await ana.submit(`${home}/roles/appoint`, { role: 'moderator', member: '@nobody' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Nobody by this handle')]);
    await ana.submit(`${home}/roles/appoint`, { role: 'moderator', member: '@ben' });
    expect(await page(ana, `${home}/roles`)).toContain('appointed by the founder, provisionally');
    const ben = await as('ben');
    expect(await page(ben, '/notices')).toContain('made you moderator, provisionally');
    expect(await page(ben, `${home}/roles`)).toContain('Give this role back');
    const given = JSON.parse(await page(ben, `${home}/charter.json`));
    expect(given).toMatchObject({ version: 2, versions: [{ version: 1 }, { version: 2, by: expect.any(String) }] });
  });
});

describe('the members', () => {
  it('are asked on day 60 whether that stands, and ratify it', async () => {
    await days(server, 60);
    const vote = ratificationOf(await state());
    expect(vote?.phase.state).toBe('discussion');
    const ana = await as('ana');
    const path = `${home}/proposals/${vote?.id}`;
    expect(await page(ana, path)).toContain('Called by the charter');
    expect((await ana.submit(`${home}/roles/appoint`, { role: 'clerk', member: '@cleo' })).status).toBe(422);
    await days(server, 10);
    await days(server, 2);
    for (const name of NAMES) await (await as(name)).submit(`${path}/ballot`, { choice: 'yes' });
    expect((await state()).proposals.get(vote?.id as ProposalId)?.phase.state).toBe('voting');
  });

  it('stand meanwhile in the election that the charter called, or ask others to', async () => {
    const elections = [...(await state()).proposals.values()].filter(({ change }) => change.kind === 'elect');
    expect(elections.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Election of 2 moderators', 'Election of 1 clerk']),
    );
    const path = `${home}/proposals/${elections[0]?.id}`;
    const cleo = await as('cleo');
    expect(await page(cleo, path)).toContain('I stand');
    await cleo.submit(`${path}/nominate`, { member: '@dora' });
    const dora = await as('dora');
    expect(await page(dora, path)).toContain('A member asks you to stand');
    expect(await page(dora, '/notices')).toContain('asks you to stand');
    await dora.submit(`${path}/stand`, { statement: 'I have time on weekdays.' });
    await cleo.submit(`${path}/stand`, { statement: '' });
    await cleo.submit(`${path}/stand-down`, {});
    const shown = await page(cleo, path);
    expect(shown).toContain('I have time on weekdays.');
    expect(shown).toContain('I stand');
    const thread = /href="(\/communities\/guild\/threads\/[^"]+)"/.exec(shown)?.[1] ?? '';
    expect(await page(cleo, thread)).toContain('Members stand, or ask others to');
    await days(server, 2);
    const nominees = (await state()).proposals.get(elections[0]?.id as ProposalId)?.nominees;
    expect(nominees?.map(({ member }) => member)).toEqual([people[3]]);
  });

  it('see what was ratified stand for good', async () => {
    await days(server, 12);
    await days(server, 7);
    expect(ratificationOf(await state())?.phase.state).toBe('in-force');
    const { charter, rules, holders } = await state();
    expect([charter.parameters.clerkSeats, rules.size]).toEqual([1, 1]);
    expect(holders.get('moderator')).toMatchObject([{ by: 'founder' }]);
    const book = await page(await as('ben'), `${home}/record`);
    expect(book).toContain('What the founder did stands.');
  });

  it('ask for a recall: signatures, an answer, and the charter calls the vote', async () => {
    const cleo = await as('cleo');
    const roles = await page(cleo, `${home}/roles`);
    const ask = /href="([^"]+\/recall\?[^"]+)"/.exec(roles)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(await page(cleo, ask)).toContain('Ask for a recall');
    const about = { role: 'moderator', member: people[1] ?? '' };
    const empty = await cleo.submit(`${home}/recalls`, { ...about, reasons: '' });
    expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Say why')]);
    const asked = await cleo.submit(`${home}/recalls`, { ...about, reasons: 'They never answer.' });
    expect(asked.headers.location).toBe(`${home}/recalls/RC-1`);
    const ben = await as('ben');
    expect(await page(ben, '/notices')).toContain('collect signatures');
    await ben.submit(`${home}/recalls/RC-1/sign`, {});
    expect(await page(ben, `${home}/recalls/RC-1`)).toContain('It is about you');
    await ben.submit(`${home}/recalls/RC-1/answer`, { text: 'I was ill.' });
    for (const name of ['ana', 'dora', 'emil', 'finn']) {
      await (await as(name)).submit(`${home}/recalls/RC-1/sign`, {});
    }
    await days(server, 0);
    const signed = await page(cleo, `${home}/recalls/RC-1`);
    expect(signed).toContain('Enough have signed');
    expect(signed).toContain('I was ill.');
    const vote = [...(await state()).proposals.values()].find(({ change }) => change.kind === 'recall');
    expect(vote).toMatchObject({ matter: 'recall', phase: { state: 'discussion' } });
    const shown = await page(cleo, `${home}/proposals/${vote?.id}`);
    expect(shown).toContain('would no longer be moderator');
    expect(shown).toContain('I was ill.');
  });

  it('who hold a role give it back, and the record agrees with all of it', async () => {
    const ben = await as('ben');
    await ben.submit(`${home}/roles/resign`, { role: 'moderator' });
    expect(await page(ben, `${home}/roles`)).toContain('You are no longer moderator.');
    expect((await state()).holders.get('moderator')).toEqual([]);
    const report = await verifyCommunity(server.house, guild);
    expect(report.faults).toEqual([]);
  });
});
