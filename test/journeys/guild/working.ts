import { organisationOfDomain } from '../../../server/community/affiliation.ts';
import { caseId, type PersonIri, type PostIri, ruleId } from '../../../server/community/ids.ts';
import { PROBLEM_TAGS } from '../../../server/community/problem.ts';
import { account, must } from '../../support/people.ts';
import { GUILD } from './cast.ts';
import { COLLECTION, NOTES, WORKING } from './cast-working.ts';
import type { Guild } from './guild.ts';

/** A sticky problem, as its two owners from two organisations found it, up to what changed; and one that is open. */
export async function ownAProblem(guild: Guild): Promise<PostIri> {
  const problem = await guild.write('ana', { ...WORKING.problem, kind: 'stickyproblem' });
  await guild.write('ana', { ...WORKING.owned, kind: PROBLEM_TAGS.own }, problem);
  await guild.write('tomasz', { ...WORKING.owned, kind: PROBLEM_TAGS.own }, problem);
  return problem;
}

/** Weeks later. */
export async function tryThings(guild: Guild, problem: PostIri): Promise<void> {
  await guild.write('tomasz', { ...WORKING.triedShim, kind: 'triedit', outcome: 'doesnotwork' }, problem);
  await guild.write('mikkel', { ...WORKING.triedWarm, kind: 'triedit', outcome: 'works' }, problem);
  await guild.write('priya', { ...WORKING.learned, kind: 'reflection' }, problem);
  await guild.write('ana', { ...WORKING.changed, kind: PROBLEM_TAGS.changed }, problem);
  await guild.write('priya', { ...WORKING.second, kind: 'stickyproblem' });
  await guild.write('luis', { ...WORKING.doesNotWork, kind: 'doesnotwork' });
}

/** Priya proposes a session, some days ahead, in the afternoon. */
export function proposeASession(
  guild: Guild,
  { title, text, place }: (typeof WORKING)['session' | 'nextSession'],
  inDays: number,
): Promise<PostIri> {
  const day = new Date(guild.norte.house.clock.now().getTime() + inDays * 86_400_000).toISOString().slice(0, 10);
  const event = { startsAt: new Date(`${day}T15:00Z`), endsAt: new Date(`${day}T16:00Z`), place };
  return guild.write('priya', { title, text, kind: 'learningsession', details: { event } });
}

/** What they think of it, and what came of it at work. */
export async function reflect(guild: Guild, session: PostIri, work: PostIri): Promise<void> {
  const { addresses } = guild.norte.house;
  await guild.write('kasia', { ...WORKING.thought, kind: 'reflection' }, session);
  await guild.write('luis', { ...WORKING.critical, kind: 'reflection' }, session);
  const thread = `${addresses.origin}${addresses.page.thread(GUILD.name, work)}`;
  await guild.write('mikkel', { text: `${WORKING.worked} ${thread}`, kind: 'works' }, session);
}

/** What ana keeps for herself, and what of it everybody may read. */
export async function keepNotes({ norte, people: { ana: by } }: Guild, drift: PostIri): Promise<void> {
  const [first, second] = NOTES;
  must(await norte.actions.addNote({ by, said: { ...first, lookBack: { days: 14, notice: false } } }));
  must(await norte.actions.addNote({ by, said: second }));
  const { id } = must(await norte.actions.addCollection({ by, title: COLLECTION.title, summary: COLLECTION.summary }));
  must(await norte.actions.collect({ by, id, said: { post: drift, sentence: COLLECTION.sentence } }));
  must(await norte.actions.publishCollection({ by, id, publish: true }));
}

/** Some let themselves be found, and two let it be seen which organisation they belong to. */
export async function showThemselves({ norte: { house }, people }: Guild): Promise<void> {
  for (const person of [people.ana, people.priya, people.luis]) await house.listedPeople.set(person, true);
  const belongs = { [people.ana]: 'norteworks.example', [people.luis]: 'spares.example' };
  for (const [person, domain] of Object.entries(belongs) as [PersonIri, string][]) {
    const organisation = organisationOfDomain(domain);
    if (organisation === null) throw new Error(`${domain} is no organisation’s`);
    const shown = { organisation, how: 'address', since: house.clock.now() } as const;
    await house.affiliations.keep(person, shown);
    await house.affiliations.choose(person, shown);
  }
}

/** A post is reported; a moderator hides it, and whose it is wants a jury: the draw waits for its parts. */
export async function judge({ norte, people, iri: community }: Guild): Promise<void> {
  const author = await account(norte, 'outlet');
  must(await norte.actions.joinCommunity({ person: author, community }));
  const { iri: post } = must(await norte.actions.publishPost({ author, community, ...WORKING.adverts }));
  await norte.settle();
  must(await norte.actions.fileReport({ community, by: people.priya, post, rule: ruleId(1), text: WORKING.reported }));
  await norte.settle();
  const one = { community, case: caseId(1) };
  must(await norte.actions.decideCase({ ...one, by: people.mikkel, level: 2, facts: WORKING.found }));
  await norte.settle();
  must(await norte.actions.demandJury({ ...one, by: author }));
  await norte.settle();
}
