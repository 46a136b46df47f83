import type { House } from '../actions/house.ts';
import { votedOn } from '../actions/voted.ts';
import type { Community } from '../community/community.ts';
import type { OutcomeMarks } from '../community/health/measures.ts';
import { endOf, type Month, monthOf, startOf } from '../community/health/month.ts';
import type { Fact } from '../community/health/publishable.ts';
import type { PersonIri } from '../community/ids.ts';
import { type Problem, problemOf, TAGS_OF_ANSWERS } from '../community/problem.ts';

type Outcome = Fact<OutcomeMarks>;

/** What came in a month of the decisions and the sticky problems of a community, each by those who had a part in it. */
export async function outcomesOf(house: House, month: Month, community: Community): Promise<readonly Outcome[]> {
  const [decisions, problems] = await Promise.all([
    decisionsOf(house, month, community),
    problemsEndedIn(house, month, community),
  ]);
  return [...decisions, ...problems];
}

/** Votes that ended in a month, by those who voted, and whether what they decided is in force two weeks later. */
async function decisionsOf(house: House, month: Month, { iri }: Community): Promise<readonly Outcome[]> {
  const state = await house.states.load(iri);
  if (state === null) return [];
  const ended = [...state.proposals.values()].filter(
    ({ votingEndedAt }) => votingEndedAt !== undefined && monthOf(votingEndedAt) === month,
  );
  return Promise.all(
    ended.map(async (proposal) => ({
      by: [...(await votedOn(house, state, proposal))],
      marks: { kind: 'decision' as const, community: iri, changed: proposal.phase.state === 'in-force' },
    })),
  );
}

const isOver = ({ state }: Problem): boolean => state === 'changed' || state === 'set-aside';

/** Problems that were open when a month began and were not when it ended, by all who said something to that. */
async function problemsEndedIn(
  { networkHealth, timelines }: Pick<House, 'networkHealth' | 'timelines'>,
  month: Month,
  { iri, membersOnly = false }: Community,
): Promise<readonly Outcome[]> {
  const [from, until] = [startOf(month), endOf(month)];
  const opened = await networkHealth.problems(iri, { before: until, membersOnly });
  const ended = await Promise.all(
    opened.map(async (post): Promise<readonly Outcome[]> => {
      const answers = (await timelines.openlyTagged(post.iri, TAGS_OF_ANSWERS)).filter(
        ({ audience }) => membersOnly || audience === 'public',
      );
      const said = (before: Date) => answers.filter(({ receivedAt }) => receivedAt < before);
      const after = problemOf(post, said(until));
      if (!isOver(after) || isOver(problemOf(post, said(from)))) return [];
      const by = [post, ...said(until)].map(({ author }) => author as PersonIri);
      const marks = { kind: 'problem' as const, community: iri, changed: after.state === 'changed' };
      return [{ by: [...new Set(by)], marks }];
    }),
  );
  return ended.flat();
}
