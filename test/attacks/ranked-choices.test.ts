import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linkTo } from '../../server/actions/act-links.ts';
import { verifyCommunity } from '../../server/actions/verify-record.ts';
import type { PersonIri, ProposalId } from '../../server/community/ids.ts';
import { addDays } from '../../server/governance/dates.ts';
import { days } from '../support/adopted-rule.ts';
import { activity, post, voteNote } from '../support/attacker.ts';
import { must } from '../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { asForm, ballotOf, begin, finish, openSecretVote } from '../support/secret-vote.ts';
import { Visitor } from '../support/visitor.ts';
import { beginStory, joinFromAfar, type Story } from '../support/whole-story.ts';

/**
 * Ballots that are none, on a vote between several texts (VOT-07): each is refused as a whole, with words that say so.
 * A part of one is never counted, since nobody meant that part.
 */

const NAMES = ['ana', 'ben', 'cleo', 'dora', 'emil', 'finn', 'gina'] as const;
const home = '/communities/guild';
const P1 = `${home}/proposals/P-1`;
const id = 'P-1' as ProposalId;
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

let story: Story;
let far: RemoteOrigin;
let gil: RemoteActor & { readonly person: PersonIri };
let link: string;

beforeAll(async () => {
  [story, far] = await Promise.all([beginStory(NAMES), startRemoteOrigin('far')]);
  gil = await joinFromAfar(story, far, 'gil');
  await days(story.server, 31);
  await story.sends('ana', `${home}/proposals`, { ...RULE, step: 'submit' });
  for (const name of ['cleo', 'dora', 'emil']) await story.sends(name, `${P1}/second`);
  must(await story.server.actions.secondProposal({ community: story.guild, proposal: id, by: gil.person }));
  const softer = { ...RULE, beside: 'P-1', title: 'A label will do', effect: 'label', label: 'Links' };
  await story.sends('ben', `${home}/proposals`, { ...softer, step: 'submit' });
  await story.sends('cleo', `${P1}/texts/T-2/second`);
  await days(story.server, 5);
  await days(story.server, 2);
  const proposal = (await story.state()).proposals.get(id);
  expect([proposal?.phase.state, proposal?.pinned?.options?.map((one) => one.id)]).toEqual([
    'voting',
    ['T-1', 'T-2', 'status-quo'],
  ]);
  const until = addDays(story.server.house.clock.now(), 3);
  const about = { verb: 'vote', community: 'guild', id, person: gil.person, until } as const;
  link = new URL(linkTo(story.server.house, about)).pathname;
});
afterAll(async () => {
  await Promise.all([story?.server.stop(), far?.close()]);
});

const ballots = () => story.server.house.ballots.of(story.guild, id);

/** As a browser, or a program, would put it into the body of a form. */
const BROKEN: readonly (readonly [what: string, body: string])[] = [
  ['no place at all', 'rank-T-1=&rank-T-2=&rank-status-quo='],
  ['nothing', ''],
  ['one option twice', 'rank-T-1=1&rank-T-1=2&rank-T-2=3'],
  ['the same place twice for one option', 'rank-T-1=1&rank-T-1=1'],
  ['an option that is not on the ballot', 'rank-T-1=1&rank-T-9=2'],
  ['an option of an election', 'rank-T-1=1&rank-N-1=2'],
  ['an option of a yes-no vote', 'rank-T-1=1&rank-yes=2'],
  ['a negative place', 'rank-T-1=1&rank-T-2=-1'],
  ['place nought', 'rank-T-1=1&rank-T-2=0'],
  ['half a place', 'rank-T-1=1.5&rank-T-2=2'],
  ['a place that is no number', 'rank-T-1=1&rank-T-2=NaN'],
  ['infinity', 'rank-T-1=Infinity&rank-T-2=1'],
  ['a number in letters', 'rank-T-1=1&rank-T-2=2nd'],
  ['a number with a power', 'rank-T-1=1e0&rank-T-2=2'],
  ['a hexadecimal number', 'rank-T-1=0x1&rank-T-2=2'],
  ['a number that is too large', 'rank-T-1=1&rank-T-2=9007199254740993'],
  ['a place beyond the last', 'rank-T-1=1&rank-T-2=4'],
  ['an array', 'rank-T-1[]=1&rank-T-2=2'],
  ['an operator', 'rank-T-1[$gt]=0&rank-T-2=2'],
  ['an operator as the place', `rank-T-1=${encodeURIComponent('{"$gt":0}')}&rank-T-2=2`],
  ['a key of every object', 'rank-__proto__=1&rank-T-2=2'],
  ['another key of every object', 'rank-constructor=1&rank-T-1=2'],
  ['a name with a NUL in it', 'rank-T-1%00=1&rank-T-2=2'],
  ['a name in other letters', 'rank-%D0%A2-1=1&rank-T-2=2'],
  ['a name with space around it', 'rank-T-1%20=1&rank-T-2=2'],
  ['a thousand options', Array.from({ length: 999 }, (_, at) => `rank-T-${at}=1`).join('&')],
  ['a choice that is a ranking of one twice', 'choice=T-1%3ET-1'],
  ['a choice that ranks an unknown text', 'choice=T-1%3ET-9'],
  ['a choice that is a sign', 'choice=%3E'],
  ['a choice of yes', 'choice=yes'],
  ['two choices', 'choice=abstain&choice=T-1'],
  ['a choice that is an array', 'choice[]=abstain'],
  ['a choice that is a key of every object', 'choice=__proto__'],
  ['a choice of half a megabyte', `choice=${'T-1%3E'.repeat(9_000)}`],
  ['to abstain and to rank a text that is not there', 'choice=abstain&rank-T-9=1'],
];

describe.each([
  ['the form', async () => [await story.as('finn'), `${P1}/ballot`] as const],
  ['a link', async () => [new Visitor(story.server), `${link}/ballot`] as const],
])('by %s', (_way, at) => {
  it.each(BROKEN)('%s is no ballot', async (_what, body) => {
    const [visitor, path] = await at();
    const before = await ballots();
    const sent = await visitor.submit(path, body);
    expect([303, 413, 422]).toContain(sent.status);
    expect(await ballots()).toEqual(before);
    if (sent.status === 303) expect((await visitor.get(String(sent.headers.location))).text).toMatch(/role="alert"/);
  });

  it.each([
    ['application/json', '{"choice":"T-1>T-2","rank-T-1":1}'],
    ['application/json', '["T-1"]'],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="rank-T-1"\r\n\r\n1\r\n--x--'],
    ['text/plain', 'rank-T-1=1'],
  ])('a body that is %s is no ballot', async (type, body) => {
    const [visitor, path] = await at();
    const before = await ballots();
    const { status } = await visitor.submit(path, body, { 'Content-Type': type });
    expect([303, 400, 415, 422]).toContain(status);
    expect(await ballots()).toEqual(before);
  });
});

describe('a ballot as its page makes it', () => {
  it('is taken by the same form: with places left out, with equals, and to abstain with places filled in', async () => {
    const cast = async (name: string, body: string) => {
      await (await story.as(name)).submit(`${P1}/ballot`, body);
      return (await ballots()).filter(({ voter }) => voter === story.person(name)).map(({ choice }) => choice);
    };
    expect(await cast('finn', 'rank-T-1=2&rank-T-2=&rank-status-quo=1')).toEqual(['status-quo>T-1>T-2']);
    expect(await cast('gina', 'rank-T-1=1&rank-T-2=1&rank-status-quo=3')).toEqual(['T-1=T-2>status-quo']);
    expect(await cast('emil', 'rank-T-1=1&rank-T-2=2&rank-status-quo=&choice=abstain')).toEqual(['abstain']);
    await new Visitor(story.server).submit(`${link}/ballot`, 'rank-T-2=1');
    expect((await ballots()).filter(({ voter }) => voter === gil.person)).toHaveLength(1);
  });
});

describe('who has voted', () => {
  const mine = async () => (await ballots()).filter(({ voter }) => voter === story.person('ben'));

  it('keeps her vote when what she sends to change it is broken', async () => {
    await story.sends('ben', `${P1}/ballot`, { 'rank-T-2': '1', 'rank-T-1': '2', 'rank-status-quo': '' });
    const before = await mine();
    expect(before.map(({ choice }) => choice)).toEqual(['T-2>T-1>status-quo']);
    const ben = await story.as('ben');
    for (const [, body] of BROKEN) await ben.submit(`${P1}/ballot`, `${body}&change=yes`);
    expect(await mine()).toEqual(before);
  });
});

describe('a vote of another server', () => {
  it.each(['T-1', 'T-1>T-2', 'Links wait', 'abstain', 'Yes', '__proto__', { $gt: '' }, ['T-1', 'T-2'], null])(
    '%j is no ballot: between texts one votes by link alone',
    async (choice) => {
      const { server, guild } = story;
      const before = await ballots();
      const note = voteNote(gil, server.house.addresses.ballot('guild', id), guild, choice);
      const { status } = await post(server.house.addresses.sharedInbox, gil, activity('Create', gil, note));
      expect(status).toBe(202);
      await server.settle();
      expect(await ballots()).toEqual(before);
    },
  );
});

describe('what is sealed in a secret vote, where no server can look', () => {
  it('is spoiled when it is no choice, and the others are counted', async () => {
    const { server, guild } = story;
    const number = (await story.state()).proposals.size + 1;
    const { vote, pinned } = await openSecretVote(server, guild, { number });
    const path = `${home}/proposals/${vote.proposal}/secret`;
    const choices = ['yes', 'yes', '__proto__', 'yes>no', 'YES', 'T-1', ' yes'];
    for (const [at, choice] of choices.entries()) {
      const draft = await begin(vote, pinned);
      const given = await (await story.as(NAMES[at] ?? '')).submit(`${path}/paper`, { blinded: draft.blinded });
      const paper = await finish(vote, pinned, draft, JSON.parse(given.text).signature);
      const cast = await new Visitor(server).submit(
        `${path}/cast`,
        asForm(await ballotOf(vote, pinned, paper, choice)),
      );
      expect([choice, cast.status]).toEqual([choice, 200]);
    }
    await days(server, 7);
    await days(server, 7);
    const { outcome } = (await story.state()).proposals.get(vote.proposal) ?? {};
    expect(outcome?.tally).toMatchObject({ yes: 2, no: 0, abstain: 0 });
    expect((await verifyCommunity(server.house, guild)).faults).toEqual([]);
  });
});
