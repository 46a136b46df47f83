import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { linkTo } from '../../server/actions/act-links.ts';
import { verifyCommunity } from '../../server/actions/verify-record.ts';
import type { CommunityIri, PersonIri, ProposalId } from '../../server/community/ids.ts';
import { addDays } from '../../server/governance/dates.ts';
import type { Pinned } from '../../server/governance/proposal.ts';
import { days } from '../support/adopted-rule.ts';
import { activity, post, voteNote } from '../support/attacker.ts';
import { LINKS_RULE, must } from '../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { sanction } from '../support/sanctioned.ts';
import { asForm, ballotOf, begin, finish, openSecretVote } from '../support/secret-vote.ts';
import { Visitor } from '../support/visitor.ts';
import { until } from '../support/wait.ts';
import { beginStory, joinFromAfar, type Story } from '../support/whole-story.ts';

/**
 * Who is removed, suspended, gone or away tries to vote by every way there is: the form, a signed link, a vote of her
 * own server, a ballot paper (VOT-05). The roll is frozen (governance.md §3.1, §3.6): what she cast before stands, what
 * she would cast afterwards does not, and who was not on it when it was frozen comes onto it by nothing.
 */

type Member = RemoteActor & { readonly person: PersonIri };
type Way = 'form' | 'link' | 'federation';
const home = '/communities/guild';
const NAMES = ['ana', 'ben', 'cleo', 'dora', 'emil', 'finn', 'gina', 'hugo', 'ida', 'jon'] as const;
const AFAR = ['rae', 'rob', 'rita', 'ros', 'rex', 'roy', 'rudi'] as const;

let story: Story;
let far: RemoteOrigin;
const afar = new Map<string, Member>();
let open: ProposalId;
let secret: { readonly vote: { community: CommunityIri; proposal: ProposalId }; readonly pinned: Pinned };
let rexes: string;
let codes: ReadonlyMap<string, string>;

/**
 * Before the roll is frozen finn is removed and rex suspended for ten days. Then a vote opens, and a secret one beside
 * it; gina, rae and rita vote, and are shut out afterwards; so are dora, rob, ros and hugo, who have not voted.
 */
beforeAll(async () => {
  [story, far] = await Promise.all([beginStory(NAMES), startRemoteOrigin('far')]);
  for (const name of AFAR) afar.set(name, await joinFromAfar(story, far, name));
  const { server, guild } = story;
  const rule = { ...LINKS_RULE, kind: 'conduct', human: { max: 'removal' } } as const;
  must(await server.actions.actAsFounder({ community: guild, by: iri('ana'), ask: { kind: 'adopt-rule', rule } }));
  await story.sends('ana', `${home}/roles/appoint`, { role: 'moderator', member: '@ben' });
  await days(server, 31);
  await sanction(server, guild, { respondent: iri('finn'), level: 5 });
  rexes = await sanction(server, guild, { respondent: iri('rex'), level: 4, days: 10 });
  const change = {
    kind: 'adopt-rule',
    rule: { ...LINKS_RULE, title: 'Another', effects: [{ do: 'label', label: 'Links' }] },
  } as const;
  const ask = { community: guild, by: iri('ana'), title: 'Another', reasons: 'Calm.', change };
  ({ proposal: open } = must(await server.actions.submitProposal(ask)).event as { proposal: ProposalId });
  for (const by of ['cleo', 'emil', 'roy']) {
    await server.actions.secondProposal({ community: guild, proposal: open, by: iri(by) });
  }
  await days(server, 5);
  await days(server, 2);
  secret = await openSecretVote(server, guild, { number: (await story.state()).proposals.size + 1 });
  for (const [name, way] of [
    ['ana', 'form'],
    ['cleo', 'form'],
    ['emil', 'form'],
    ['gina', 'form'],
    ['rae', 'federation'],
    ['rita', 'federation'],
  ] as const) {
    await votes(name, way, 'yes');
  }
  codes = new Map(await Promise.all(['dora', 'rob', 'ida'].map(async (name) => [name, await codeOf(name)] as const)));
}, 90_000);
afterAll(async () => {
  await Promise.all([story?.server.stop(), far?.close()]);
});

const iri = (name: string): PersonIri => afar.get(name)?.person ?? story.person(name);
const ballots = () => story.server.house.ballots.of(story.guild, open);
const by = async (name: string) =>
  (await ballots()).filter(({ voter }) => voter === iri(name)).map(({ choice }) => choice);
const codeOf = async (name: string) =>
  must(await story.server.actions.paperCode({ ...secret.vote, member: iri(name) })).code;

/** Somebody votes, or tries to; the community's answer to her server is always that it came. */
async function votes(name: string, way: Way, choice: 'yes' | 'no'): Promise<number> {
  const { server, guild } = story;
  const fields = { choice, change: 'yes' };
  const until = addDays(server.house.clock.now(), 3);
  const link = linkTo(server.house, { verb: 'vote', community: 'guild', id: open, person: iri(name), until });
  const sent = {
    form: async () => (await story.as(name)).submit(`${home}/proposals/${open}/ballot`, fields),
    link: () => new Visitor(server).submit(`${new URL(link).pathname}/ballot`, fields),
    async federation() {
      const voter = afar.get(name) as Member;
      const question = server.house.addresses.ballot('guild', open);
      const words = choice === 'yes' ? 'Yes' : 'No';
      const note = voteNote(voter, question, guild, words);
      return post(server.house.addresses.sharedInbox, voter, activity('Create', voter, note, { to: [guild] }));
    },
  };
  const { status } = await sent[way]();
  await server.settle();
  return status;
}

/** Every way that somebody has. */
const waysOf = (name: string): readonly Way[] => (afar.has(name) ? ['federation', 'link'] : ['form', 'link']);

async function nothingFrom(name: string): Promise<void> {
  const before = await ballots();
  for (const way of waysOf(name)) {
    for (const choice of ['no', 'yes'] as const) {
      expect([name, way, [202, 303, 401, 404, 410].includes(await votes(name, way, choice))]).toEqual([
        name,
        way,
        true,
      ]);
    }
  }
  expect([name, await ballots()]).toEqual([name, before]);
}

describe('who was shut out before the roll was frozen', () => {
  it.each(['finn', 'rex'])('%s is not on it, and casts no ballot', nothingFrom);

  it('rex is not on it either once his suspension is over, in the middle of the vote', async () => {
    await days(story.server, 4);
    const state = await story.state();
    expect(state.sanctions.get(rexes as never)?.state).toBe('ended');
    expect(state.members.get(iri('rex'))?.suspendedBy).toBeUndefined();
    await nothingFrom('rex');
  });
});

describe('who is shut out while the vote is open', () => {
  beforeAll(async () => {
    const { server, guild } = story;
    for (const [name, level] of [
      ['gina', 5],
      ['dora', 5],
      ['rae', 4],
      ['rob', 4],
    ] as const) {
      await sanction(server, guild, { respondent: iri(name), level });
    }
    await story.sends('hugo', `${home}/leave`);
    for (const name of ['rita', 'ros']) {
      const actor = afar.get(name) as Member;
      await post(server.house.addresses.sharedInbox, actor, activity('Delete', actor, actor.iri));
    }
    await server.settle();
    const { members } = await story.state();
    for (const name of ['gina', 'dora', 'hugo', 'rita', 'ros']) expect(members.get(iri(name))?.leftAt).toBeDefined();
    for (const name of ['rae', 'rob']) expect(members.get(iri(name))?.suspendedBy).toBeDefined();
  });

  it.each(['dora', 'rob', 'hugo', 'ros'])('%s, who has not voted, casts no ballot any more', nothingFrom);

  it.each(['gina', 'rae', 'rita'])(
    '%s, who has voted, changes nothing any more, and her ballot stands',
    async (name) => {
      await nothingFrom(name);
      expect(await by(name)).toEqual(['yes']);
    },
  );

  it('dora and rob get no ballot paper of the secret vote, not even with the code that they had before', async () => {
    const path = `${home}/proposals/${secret.vote.proposal}/secret`;
    const { blinded } = await begin(secret.vote, secret.pinned);
    const asked = async (code: string) => new Visitor(story.server).submit(`${path}/paper-by-code`, { code, blinded });
    for (const name of ['dora', 'rob']) {
      const answer = await asked(codes.get(name) ?? '');
      expect([name, answer.status, JSON.parse(answer.text).code]).toEqual([name, 409, 'not-a-member']);
    }
    const form = await (await story.as('dora')).submit(`${path}/paper`, { blinded });
    expect([403, 404, 409]).toContain(form.status);
    const until = addDays(story.server.house.clock.now(), 3);
    const about = { verb: 'paper', community: 'guild', id: secret.vote.proposal, person: iri('rob'), until } as const;
    const link = new URL(linkTo(story.server.house, about)).pathname;
    expect((await new Visitor(story.server).submit(`${link}/paper`, { blinded })).status).toBe(409);
    expect((await new Visitor(story.server).submit(`${link}/code`, {})).text).not.toMatch(/<code>[0-9a-f]{32}/);
    expect(await story.server.database.db.collection('papers').countDocuments()).toBe(0);
    // Ida, who still belongs to the guild, gets hers: the code was good.
    const draft = await begin(secret.vote, secret.pinned);
    const code = codes.get('ida') ?? '';
    const given = await new Visitor(story.server).submit(`${path}/paper-by-code`, { code, blinded: draft.blinded });
    expect(given.status).toBe(200);
    const paper = await finish(secret.vote, secret.pinned, draft, JSON.parse(given.text).signature);
    await sanction(story.server, story.guild, { respondent: iri('ida'), level: 5 });
    // With her paper in hand she is nobody in particular: a ballot has no name, so it is hers like everybody's.
    const ballot = await ballotOf(secret.vote, secret.pinned, paper, 'no');
    expect((await new Visitor(story.server).submit(`${path}/cast`, asForm(ballot))).status).toBe(200);
  });
});

describe('who is turned away in an emergency, or with her whole server', () => {
  it('votes all the same: an emergency takes the vote from nobody (§3.8)', async () => {
    const roy = afar.get('roy') as Member;
    const words = { id: `${far.origin}/notes/flood`, type: 'Note', attributedTo: roy.iri, content: 'Flood' };
    const said = { ...words, to: ['https://www.w3.org/ns/activitystreams#Public', story.guild] };
    await post(story.server.house.addresses.sharedInbox, roy, activity('Create', roy, said));
    await story.server.settle();
    const what = { do: 'block-server', harm: 'flood', facts: 'Hundreds in a minute.', posts: said.id };
    await story.sends('ben', `${home}/emergencies`, what);
    expect([...(await story.state()).emergencies.values()].map(({ act }) => act.do)).toEqual(['block-server']);
    await votes('roy', 'link', 'yes');
    await votes('rudi', 'federation', 'yes');
    expect([await by('roy'), await by('rudi')]).toEqual([['yes'], ['yes']]);
    for (const name of ['roy', 'rudi']) {
      const letters = () => JSON.stringify(far.delivered(afar.get(name) as Member));
      await until(`${name} has a receipt, with the links by which to change that vote`, () =>
        /Receipt: [0-9a-f]{64}.*\/act\//.test(letters()),
      );
    }
  });
});

describe('the count', () => {
  it('has everybody who was on the roll and voted in time, whatever became of them, and nobody else', async () => {
    await days(story.server, 4);
    const proposal = (await story.state()).proposals.get(open);
    expect(proposal?.outcome?.tally).toMatchObject({ yes: 8, no: 0, turnout: 8 });
    for (const name of ['gina', 'dora', 'rob', 'rae']) await nothingFrom(name);
    expect((await verifyCommunity(story.server.house, story.guild)).faults).toEqual([]);
  });
});
