import type { ChangeModel } from '../../../views/pages/changes.ts';
import type { ProblemModel } from '../../../views/pages/problem.ts';
import type { ProblemBrief } from '../../../views/pages/problems.ts';
import { plainText } from '../../actions/content.ts';
import type { House } from '../../actions/house.ts';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import { postKey } from '../../community/addresses.ts';
import type { Community } from '../../community/community.ts';
import { hasTag } from '../../community/hashtags.ts';
import type { CommunityIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import { mayTell, type Problem, problemsOf, TAGS_OF_ANSWERS } from '../../community/problem.ts';
import type { Page } from '../../ports/posts.ts';
import type { PagesParts } from '../context.ts';
import { briefOf, NotFound, pageHandle } from '../context.ts';
import { membershipOf, openToAll, ownCommunities } from './community.ts';
import { detailsOf } from './contents.ts';
import { authorsOf } from './person.ts';
import { postModels } from './post.ts';

/** The hashtag by which a thread is a sticky problem (`kinds.ts`). */
const TAG = 'stickyproblem';

/** The communities whose problems somebody is shown: hers; to who has none, or is not signed in, those open to all. */
export async function communitiesFor(
  house: House,
  viewer: Person | null,
): Promise<{ readonly communities: readonly Community[]; readonly hers: readonly Community[] }> {
  const hers = await ownCommunities(house, viewer);
  return { communities: hers.length > 0 ? hers : await openToAll(house), hers };
}

/** The path of a problem's page. */
export const problemPath = ({ addresses }: Pick<House, 'addresses'>, community: Community, post: Post): string =>
  `${addresses.page.community(pageHandle(community))}/problems/${postKey(post.iri)}`;

/** Problems of some communities, the newest first, as somebody may see them. */
export async function problemsIn(
  house: House,
  communities: readonly Community[],
  viewer: Person | null,
  page: Page,
): Promise<readonly Problem[]> {
  const unwanted = await unwantedBy(house, viewer?.iri, 'public');
  const iris = communities.map(({ iri }) => iri);
  const openings = await house.timelines.openingsWith(iris, TAG, viewer?.iri ?? null, page, unwanted);
  return toProblems(house, openings, viewer);
}

async function toProblems(
  { timelines }: Pick<House, 'timelines'>,
  openings: readonly Post[],
  viewer: Person | null,
): Promise<readonly Problem[]> {
  const threads = openings.map(({ iri }) => iri);
  return problemsOf(openings, await timelines.answersWith(threads, TAGS_OF_ANSWERS, viewer?.iri ?? null));
}

/** Problems as lists name them. */
export async function problemBriefs(
  house: House,
  problems: readonly Problem[],
  communities: readonly Community[],
): Promise<readonly ProblemBrief[]> {
  const byIri = new Map<CommunityIri, Community>(communities.map((one) => [one.iri, one]));
  const authorOf = await authorsOf(
    house,
    problems.flatMap(({ post, owners }) => [post.author, ...owners.map(({ actor }) => actor)]),
  );
  return problems.flatMap(({ post, state, since, owners }): readonly ProblemBrief[] => {
    const community = post.community && byIri.get(post.community);
    if (community === undefined) return [];
    return [
      {
        ...{ state, since, title: titleOf(post), path: problemPath(house, community, post), by: authorOf(post.author) },
        community: { title: community.title, path: house.addresses.page.community(pageHandle(community)) },
        owners: owners.map(({ actor }) => authorOf(actor)),
      },
    ];
  });
}

/** From a server whose posts have no titles, the first words are the question. */
const titleOf = ({ title, html }: Post): string =>
  title ?? (plainText(html).replaceAll(/\s+/g, ' ').trim().slice(0, 120) || '…');

/** One problem, and the one who asks for it. What she may not see, and what is none, is not found. */
export async function findProblem(
  { house }: PagesParts,
  { community, key, viewer }: { readonly community: Community; readonly key: string; readonly viewer: Person | null },
): Promise<Problem> {
  const post = await house.posts.byKey(key);
  if (post?.community !== community.iri || !hasTag(post, TAG)) throw new NotFound('There is no such problem.');
  const thread = await house.timelines.thread(post.thread, viewer?.iri ?? null);
  const opening = thread.find(({ iri, deletedAt }) => iri === post.iri && deletedAt === undefined);
  if (opening === undefined) throw new NotFound('There is no such problem.');
  const [problem] = problemsOf(
    [opening],
    thread.filter(({ iri }) => iri !== opening.iri),
  );
  if (problem === undefined) throw new NotFound('There is no such problem.');
  return problem;
}

/** A problem's page as somebody sees it. */
export async function problemModel(
  parts: PagesParts,
  {
    community,
    problem,
    viewer,
  }: { readonly community: Community; readonly problem: Problem; readonly viewer: Person | null },
): Promise<Omit<ProblemModel, 'shell' | 'form' | 'audience'>> {
  const { house } = parts;
  const thread = house.addresses.page.thread(pageHandle(community), problem.post.iri);
  const { post, tries, learned, changes, aside, owners, state } = problem;
  const all = [post, ...tries, ...learned, ...changes, ...(aside ? [aside] : [])];
  const [models, authorOf, membership] = await Promise.all([
    postModels(house, all, { viewer, named: false, thread }),
    authorsOf(
      house,
      owners.map(({ actor }) => actor),
    ),
    membershipOf(parts, community, viewer),
  ]);
  const modelOf = (one: Post) => models[all.indexOf(one)] as (typeof models)[number];
  const isOwner = owners.some(({ actor }) => actor === viewer?.iri);
  return {
    community: briefOf(parts, community),
    ...{ title: titleOf(post), path: problemPath(house, community, post), thread, state, opening: modelOf(post) },
    owners: owners.map(({ actor, since }) => ({ author: authorOf(actor), since })),
    ...{ tries: tries.map(modelOf), learned: learned.map(modelOf), changes: changes.map(modelOf) },
    ...(aside === undefined ? {} : { aside: modelOf(aside) }),
    ...(membership === 'member' && viewer !== null && post.lockedAt === undefined
      ? { may: { own: !isOwner, stepBack: isOwner, tell: mayTell(problem, viewer.iri) } }
      : {}),
  };
}

/** What problems have changed, as `/changes` tells it. */
export async function changesOfProblems(
  house: House,
  problems: readonly Problem[],
  communities: readonly Community[],
): Promise<readonly ChangeModel[]> {
  const briefs = await problemBriefs(house, problems, communities);
  const byPath = new Map(briefs.map((brief) => [brief.path, brief]));
  const byIri = new Map<CommunityIri, Community>(communities.map((one) => [one.iri, one]));
  return problems.flatMap(({ post, changes }) => {
    const community = post.community && byIri.get(post.community);
    const brief = community && byPath.get(problemPath(house, community, post));
    if (brief === undefined) return [];
    const { title, path, owners } = brief;
    return changes.map((one): ChangeModel => {
      const told = { contents: { sanitisedHtml: one.html, ...detailsOf(one) }, owners };
      return { at: one.receivedAt, title, path, community: brief.community, told };
    });
  });
}
