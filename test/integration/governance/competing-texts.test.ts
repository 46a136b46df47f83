import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { advanceCommunity } from '../../../server/actions/advance/index.ts';
import type { CommunityIri, PersonIri, ProposalId } from '../../../server/community/ids.ts';
import { adoptChange, days } from '../../support/adopted-rule.ts';
import { account, community, must } from '../../support/people.ts';
import { type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { Visitor } from '../../support/visitor.ts';

const NAMES = ['alice', 'bob', 'carol', 'dora'] as const;
const GUILD = '/communities/guild';
const P1 = `${GUILD}/proposals/P-1`;
/** Posts with more than two links are held. */
const RULE = {
  change: 'adopt-rule',
  title: 'Links wait',
  text: 'Posts that carry many links are looked at first.',
  reasons: 'Nineteen adverts in one week.',
  'when-1-fact': 'post.links',
  'when-1-test': 'gt',
  'when-1-value': '2',
  effect: 'hold',
  holdHours: '72',
};

let north: RunningServer;
let far: RemoteOrigin;
let guild: CommunityIri;
let people: PersonIri[];
let visitors: Record<(typeof NAMES)[number], Visitor>;

beforeAll(async () => {
  [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
  people = await Promise.all(NAMES.map((name) => account(north, name)));
  const [alice, ...others] = people as [PersonIri, ...PersonIri[]];
  guild = (await community(north, alice, 'guild')).iri;
  for (const person of others) must(await north.actions.joinCommunity({ person, community: guild }));
  await days(north, 31);
  const signedIn = await Promise.all(
    NAMES.map(async (name) => {
      const visitor = new Visitor(north);
      await visitor.signIn(name, 'a long enough password');
      return [name, visitor] as const;
    }),
  );
  visitors = Object.fromEntries(signedIn) as typeof visitors;
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

const proposal = async (id: string) => (await north.house.states.load(guild))?.proposals.get(id as ProposalId);
const sees = async (name: (typeof NAMES)[number], path: string) => (await visitors[name].get(path)).text;

describe('texts that compete, by the pages', () => {
  it('are written in the form of the proposal, filled in with its text, while it is discussed', async () => {
    await visitors.alice.submit(`${GUILD}/proposals`, { ...RULE, step: 'submit' });
    expect(await sees('bob', P1)).not.toContain('Another text?');
    for (const name of ['bob', 'carol', 'dora'] as const) await visitors[name].submit(`${P1}/second`, {});
    expect(await sees('bob', P1)).toContain('/propose/draft?change=adopt-rule&amp;beside=P-1');
    const form = await sees('bob', `${GUILD}/propose/draft?change=adopt-rule&beside=P-1`);
    expect(form).toContain('It competes with');
    expect(form).toContain('value="Links wait"');
    const own = await visitors.alice.get(`${GUILD}/propose/draft?change=adopt-rule&beside=P-1`);
    expect([own.status, own.headers.location]).toEqual([303, P1]);
    expect(await sees('alice', P1)).toContain('This is your own proposal.');
  });

  it('are tried out before they are sent, and refused where they are about something else', async () => {
    const softer = { ...RULE, beside: 'P-1', title: 'A label will do', effect: 'label', label: 'Links' };
    const preview = await visitors.bob.submit(`${GUILD}/proposals`, { ...softer, step: 'preview' });
    expect(preview.text).toContain('labelled');
    const charter = { change: 'amend-charter', parameter: 'votingDays', value: '9', title: 'Longer', reasons: 'Yes.' };
    const other = await visitors.bob.submit(`${GUILD}/proposals`, { ...charter, beside: 'P-1', step: 'submit' });
    expect([other.status, other.text.includes('has to answer the same question')]).toEqual([422, true]);
    const sent = await visitors.bob.submit(`${GUILD}/proposals`, { ...softer, step: 'submit' });
    expect([sent.status, sent.headers.location]).toEqual([303, P1]);
    await visitors.dora.submit(`${GUILD}/proposals`, {
      ...softer,
      title: 'One day',
      effect: 'hold',
      holdHours: '24',
      step: 'submit',
    });
    expect((await proposal('P-1'))?.alternatives?.map(({ id, title }) => [id, title])).toEqual([
      ['T-2', 'A label will do'],
      ['T-3', 'One day'],
    ]);
    const notices = await sees('alice', '/notices');
    expect(notices).toContain('was put beside your proposal');
  });

  it('are wanted on the ballot by another member, or drop out; the vote is between the others', async () => {
    expect(await sees('alice', P1)).not.toContain('Make T-2 the text of my proposal');
    await visitors.carol.submit(`${P1}/texts/T-2/second`, {});
    expect(await sees('alice', P1)).toContain('Make T-2 the text of my proposal');
    const page = await sees('carol', P1);
    expect(page).toContain('Texts to choose between');
    expect(page).toContain('On the ballot, wanted by carol');
    expect(page).toContain('Discussion: 3 texts.');
    const late = await visitors.carol.submit(`${P1}/texts/T-9/second`, {});
    expect(late.headers.location).toBe(P1);
    expect(await sees('carol', P1)).toContain('There is no text T-9');
    await days(north, 5);
    await days(north, 2);
    const frozen = await proposal('P-1');
    expect(frozen?.phase.state).toBe('voting');
    expect(frozen?.pinned?.options?.map(({ id }) => id)).toEqual(['T-1', 'T-2', 'status-quo']);
    expect(await sees('dora', P1)).toContain('Nobody else wanted it on the ballot.');
    expect(await sees('dora', `${GUILD}/record`)).toContain('T-3 dropped out');
    await visitors.dora.submit(`${P1}/texts/T-2/second`, {});
    expect((await proposal('P-1'))?.alternatives?.[0]?.seconds).toHaveLength(1);
  });
});

describe('a vote whose procedure is doubted, by the pages', () => {
  const P2 = `${GUILD}/proposals/P-2`;

  it('waits for a jury once enough have signed, and stands where none answers', async () => {
    const change = { kind: 'amend-charter', parameters: { refileDays: 20 } } as const;
    const by = people[1] as PersonIri;
    must(await north.actions.submitProposal({ community: guild, by, title: 'Later', reasons: 'Calmer.', change }));
    for (const name of ['alice', 'carol', 'dora'] as const) await visitors[name].submit(`${P2}/second`, {});
    await days(north, 10);
    await days(north, 2);
    for (const name of NAMES) await visitors[name].submit(`${P2}/ballot`, { choice: 'yes' });
    await days(north, 14);
    expect((await proposal('P-2'))?.phase.state).toBe('timelock');
    expect(await sees('alice', P2)).toContain('Was the procedure kept?');
    await visitors.alice.submit(`${P2}/challenge`, { ground: '' });
    expect(await sees('alice', P2)).toContain('Say what was not done');
    await visitors.alice.submit(`${P2}/challenge`, { ground: 'The roll was frozen too early.' });
    expect(await sees('carol', P2)).toContain('1 of the 2 signatures');
    // Two at once, each of them the last that is missing: one asks the jury, the other comes too late.
    const ground = 'Two of us were left out.';
    await Promise.all([
      visitors.carol.submit(`${P2}/challenge`, { ground }),
      visitors.dora.submit(`${P2}/challenge`, { ground }),
    ]);
    expect((await proposal('P-2'))?.challenge).toMatchObject({ needed: 2, opened: expect.any(Date) });
    expect((await proposal('P-2'))?.challenge?.signatures).toHaveLength(2);
    const page = await sees('bob', P2);
    expect(page).toContain('A jury of members looks at whether the procedure was kept.');
    expect(page).toContain('The roll was frozen too early.');
    expect(await sees('dora', `${GUILD}/proposals`)).toContain('a jury looks at whether the procedure was kept');
    await days(north, 7);
    expect((await proposal('P-2'))?.phase.state).toBe('timelock');
    expect((await north.house.states.load(guild))?.charter.parameters.refileDays).toBe(14);
    // Several workers wake when nobody has answered in time: it is written down once.
    north.clock.forward(7 * 24 + 1 / 60);
    await Promise.all([1, 2, 3].map(() => advanceCommunity(north.house, guild)));
    const said: string[] = [];
    for await (const { event } of north.house.record.after(guild, 0)) {
      if ('proposal' in event && event.proposal === 'P-2') said.push(event.kind);
    }
    expect(said.slice(-4)).toEqual(['challenge-signed', 'challenge-signed', 'challenge-decided', 'charter-amended']);
    expect(await proposal('P-2')).toMatchObject({
      phase: { state: 'in-force' },
      challenge: { decided: { kept: true } },
    });
    expect((await north.house.states.load(guild))?.charter.parameters.refileDays).toBe(20);
  });
});

describe('a list of servers that others keep', () => {
  const listed = () => north.database.db.collection('listedServers').countDocuments();
  const csv = (body: string) => far.serve('/list.csv', { status: 200, headers: { 'content-type': 'text/csv' }, body });

  it('is fetched when members have decided to look at it; each entry leads to a form filled in, and does nothing else', async () => {
    csv('#domain,#severity,#public_comment\nspam.example,suspend,Adverts\nloud.example,silence,\n');
    const list = `${far.origin}/list.csv`;
    const form = await sees('alice', `${GUILD}/propose/draft?change=follow-list`);
    expect(form).toContain('Look at a list of servers');
    expect(far.gets('/list.csv')).toBe(0);
    await adoptChange(north, guild, people, { kind: 'follow-list', list });
    await north.settle();
    expect(await listed()).toBe(2);
    const page = await sees('alice', `${GUILD}/lists`);
    expect(page).toContain('Adverts');
    const [, link = ''] = /<a href="([^"]*server=spam[^"]*)"/.exec(page) ?? [];
    const draft = await sees('alice', link.replaceAll('&amp;', '&'));
    expect(draft).toContain('value="spam.example"');
    expect(draft).toMatch(/value="suspend" checked/);
    expect((await north.house.states.load(guild))?.servers.size).toBe(0);
    expect((await new Visitor(north).get(`${GUILD}/lists`)).text).not.toContain('Adverts');
  });

  it('is fetched once a day at the most; what it takes back is gone, and what cannot be fetched stays', async () => {
    const before = far.gets('/list.csv');
    csv('#domain,#severity\nloud.example,silence\n');
    await north.settle();
    expect([far.gets('/list.csv'), await listed()]).toEqual([before, 2]);
    await days(north, 1);
    expect([far.gets('/list.csv'), await listed()]).toEqual([before + 1, 1]);
    far.serve('/list.csv', { status: 500 });
    await days(north, 1);
    expect([far.gets('/list.csv'), await listed()]).toEqual([before + 2, 1]);
    await days(north, 180);
    expect(await sees('alice', `${GUILD}/lists`)).toContain('No server is named');
  });
});
