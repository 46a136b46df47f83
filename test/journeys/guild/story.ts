import type { PostIri, ProposalId } from '../../../server/community/ids.ts';
import type { Change } from '../../../server/governance/proposal.ts';
import type { RuleDraft } from '../../../server/governance/rules/rule.ts';
import { LINKS_RULE, must } from '../../support/people.ts';
import { until } from '../../support/wait.ts';
import { FIVE_A_DAY, LINKS, TEN_DAYS, WORDS } from './cast.ts';
import { WORKING } from './cast-working.ts';
import type { Guild } from './guild.ts';
import { neighboursWrote } from './neighbours.ts';
import { judge, keepNotes, ownAProblem, proposeASession, reflect, showThemselves, tryThings } from './working.ts';

type Who = keyof Guild['people'];
type Choice = 'yes' | 'no' | 'abstain';

const FIVE_A_DAY_RULE: RuleDraft = {
  title: FIVE_A_DAY.title,
  text: { en: FIVE_A_DAY.text },
  authoritative: 'en',
  when: { eq: ['post.isReply', false] },
  effects: [{ do: 'limit', posts: 5, hours: 24 }],
  overrides: [],
  fixtures: { match: [{ 'post.isReply': false }], noMatch: [{ 'post.isReply': true }] },
};

/**
 * Fifty days in the guild, up to now: one rule is in force, another is being voted on, a change of the charter
 * looks for seconders, the advert of somebody new is held, a jury is being drawn, and the operator has tried what no
 * operator can. Meanwhile they own a problem until something changes, and learn from each other.
 */
export async function tellStory(guild: Guild): Promise<void> {
  const { norte, elsewhere, people, iri: community } = guild;
  const ask = { kind: 'appoint', role: 'moderator', member: people.mikkel } as const;
  must(await norte.actions.actAsFounder({ community, by: people.ana, ask }));
  await neighboursWrote(guild);
  await guild.days(12.1);
  await guild.write('tomasz', WORDS.belts);
  const problem = await ownAProblem(guild);
  await guild.days(19.2);
  const links = await propose(guild, 'ana', { ...LINKS, change: { kind: 'adopt-rule', rule: LINKS_RULE } });
  await second(guild, links, { here: ['luis', 'priya'], elsewhere: ['jonas'] });
  await guild.days(5.1);
  await guild.days(2.1);
  await vote(guild, links, { ana: 'yes', priya: 'yes', luis: 'yes', mikkel: 'abstain', tomasz: 'yes', kasia: 'no' });
  await elsewhere.vote('jonas', norte.house.addresses.ballot('guild', links), ['Yes']);
  await counted(guild, links, 7);
  const session = await proposeASession(guild, WORKING.session, 2);
  await guild.days(3.2);
  await tryThings(guild, problem);
  const five = await propose(guild, 'priya', { ...FIVE_A_DAY, change: { kind: 'adopt-rule', rule: FIVE_A_DAY_RULE } });
  await second(guild, five, { here: ['ana', 'mikkel'], elsewhere: ['grete'] });
  // The first vote closes meanwhile, and its rule is in force three days later.
  await guild.days(4.1);
  await guild.days(1);
  await guild.days(2.2);
  await vote(guild, five, { mikkel: 'yes', tomasz: 'yes', kasia: 'no' });
  await elsewhere.vote('grete', norte.house.addresses.ballot('guild', five), ['Yes']);
  await counted(guild, five, 4);
  await propose(guild, 'luis', { ...TEN_DAYS, change: { kind: 'amend-charter', parameters: { votingDays: 10 } } });
  await reflect(guild, session, problem);
  await proposeASession(guild, WORKING.nextSession, 6);
  await lately(guild);
}

/** The last day. */
async function lately(guild: Guild): Promise<void> {
  const { norte, elsewhere, iri } = guild;
  await judge(guild);
  await guild.days(0.2);
  must(await norte.actions.nameKind({ community: iri, by: guild.people.mikkel, tag: 'NightShift' }));
  await guild.write('mikkel', { ...WORKING.snag, kind: 'snag' });
  await guild.write('luis', { ...WORKING.spark, kind: 'spark' });
  const handover = await guild.write('priya', { ...WORDS.handover, kind: 'workingoutloud', welcome: ['ideas'] });
  await guild.days(0.2);
  await guild.write('ana', WORDS.handoverIdea, handover);
  await guild.write('kasia', WORDS.pouches);
  await guild.days(0.4);
  const drift = await guild.write('ana', WORDS.drift);
  await guild.days(0.1);
  await guild.write('mikkel', WORDS.driftHere, drift);
  const outlet = norte.house.addresses.person('outlet');
  must(await norte.actions.publishPost({ author: outlet, community: iri, ...WORDS.advert }));
  await until('jonas can read what ana wrote', async () =>
    (await elsewhere.timeline('jonas')).some(({ id }) => id === drift),
  );
  await guild.days(0.1);
  await elsewhere.note('jonas', { content: WORDS.driftTried, to: 'public', mention: iri, inReplyTo: drift });
  await until('jonas’ answer stands in the guild', async () => (await repliesTo(guild, drift)) >= 2);
  await keepNotes(guild, drift);
  await showThemselves(guild);
  await norte.actions.refuseOperator({ what: 'change a rule', target: 'R-1', through: 'command' }, iri);
  await norte.settle();
}

async function repliesTo({ norte }: Guild, thread: PostIri): Promise<number> {
  return (await norte.house.timelines.thread(thread, null)).length - 1;
}

async function propose(
  { norte, people, iri: community }: Guild,
  by: Who,
  { title, reasons, change }: { readonly title: string; readonly reasons: string; readonly change: Change },
): Promise<ProposalId> {
  const { event } = must(await norte.actions.submitProposal({ community, by: people[by], title, reasons, change }));
  if (event.kind !== 'proposal-submitted') throw new Error(`submitting a proposal wrote ${event.kind}`);
  await norte.settle();
  return event.proposal;
}

/** Some second it on the page, the last ones from elsewhere by the poll: the discussion begins. */
async function second(
  guild: Guild,
  proposal: ProposalId,
  by: { readonly here: readonly Who[]; readonly elsewhere: readonly string[] },
): Promise<void> {
  const { norte, elsewhere, people, iri: community } = guild;
  for (const who of by.here) must(await norte.actions.secondProposal({ community, proposal, by: people[who] }));
  const poll = norte.house.addresses.discussion('guild', proposal);
  for (const who of by.elsewhere) {
    await until(`${who} sees the poll`, async () => (await elsewhere.polls(who)).some(({ id }) => id === poll));
    await elsewhere.vote(who, poll, ['I second this']);
  }
  await until(`${proposal} is discussed`, async () => (await phaseOf(guild, proposal)) === 'discussion');
}

/** Those at Norte vote on the page, those at Linia from there. */
async function vote(
  guild: Guild,
  proposal: ProposalId,
  choices: Readonly<Partial<Record<Who, Choice>>>,
): Promise<void> {
  const { norte, linia, people, iri: community } = guild;
  await until(`${proposal} is voted on`, async () => (await phaseOf(guild, proposal)) === 'voting');
  await norte.settle();
  const question = norte.house.addresses.ballot('guild', proposal);
  for (const [who, choice] of Object.entries(choices) as [Who, Choice][]) {
    const voter = people[who];
    if (norte.house.addresses.isHere(voter)) {
      must(await norte.actions.castBallot({ community, proposal, voter, choice, via: 'web' }));
      continue;
    }
    await until('Linia has the question', () => linia.house.posts.byIri(question));
    const words = { yes: 'Yes', no: 'No', abstain: 'Abstain' }[choice];
    must(await linia.actions.voteElsewhere({ question, voter, choice: words }));
  }
}

function counted({ norte, iri }: Guild, proposal: ProposalId, count: number): Promise<unknown> {
  return until(`${count} ballots`, async () => (await norte.house.ballots.count(iri, proposal)) === count);
}

async function phaseOf({ norte, iri }: Guild, proposal: ProposalId): Promise<string | undefined> {
  return (await norte.house.states.load(iri))?.proposals.get(proposal)?.phase.state;
}
