import type { SessionBrief } from '../../../views/pages/learning.ts';
import type { FromWork, SessionModel } from '../../../views/pages/learning-session.ts';
import { plainText } from '../../actions/content.ts';
import { earlierEditions } from '../../actions/editions.ts';
import { maySee } from '../../actions/may-see.ts';
import { unwantedBy } from '../../actions/own/unwanted-by.ts';
import type { Community } from '../../community/community.ts';
import type { CommunityIri, PostIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import {
  answersTo,
  isGoneBy,
  isSession,
  type OutcomeAtWork,
  type Session,
  sessionOf,
} from '../../community/session.ts';
import { isUnwanted } from '../../community/unwanted.ts';
import type { PagesParts } from '../context.ts';
import { briefOf, NotFound, pageHandle } from '../context.ts';
import { membershipOf } from './community.ts';
import { detailsOf } from './contents.ts';
import { authorsOf } from './person.ts';
import { postModels } from './post.ts';

type Viewer = Person | null;

/** A session by the key in its page's address; `thread` where the post that it names opens none. */
export type FoundSession =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'thread'; readonly post: Post };

/**
 * Finds a session and everything that was said in it and that the viewer may see. What has once been one stays one: its
 * organiser can neither delete the post that opened it nor edit its hashtag away to be rid of what others said.
 */
export async function findSession(
  parts: PagesParts,
  { community, key, viewer }: { readonly community: Community; readonly key: string; readonly viewer: Viewer },
): Promise<FoundSession> {
  const { house } = parts;
  const post = await house.posts.byKey(key);
  if (post === null || post.community !== community.iri || !(await mayRead(parts, post, viewer)))
    throw new NotFound('There is no such session.');
  if (!isSession(post) && post.deletedAt === undefined && !(await wasSession(parts, post, viewer)))
    return { kind: 'thread', post };
  const [moved, unwanted] = await Promise.all([
    house.relations.from([post.iri], ['moved-to']),
    unwantedBy(house, viewer?.iri, 'thread'),
  ]);
  const threads = [...new Set<PostIri>([post.iri, post.thread, ...moved.map(({ to }) => to)])];
  const posts = await Promise.all(threads.map((thread) => house.timelines.thread(thread, viewer?.iri ?? null)));
  const said = new Map(posts.flat().map((one) => [one.iri, one]));
  const answers = answersTo(post, [...said.values()]).filter(
    (one) => one.community === community.iri && !(unwanted && isUnwanted(unwanted, one)),
  );
  if (post.deletedAt !== undefined && answers.length === 0) throw new NotFound('There is no such session.');
  return { kind: 'session', session: sessionOf(post, answers) };
}

async function wasSession({ house }: PagesParts, post: Post, viewer: Viewer): Promise<boolean> {
  const { inReplyTo } = post;
  if (inReplyTo !== undefined || post.editedAt === undefined) return false;
  const earlier = await earlierEditions(house, post, viewer?.iri ?? null);
  return earlier.some(({ details }) => isSession(details === undefined ? {} : { details }));
}

/** Also where it was deleted: then as if it still were there. */
async function mayRead({ house }: PagesParts, post: Post, viewer: Viewer): Promise<boolean> {
  if (post.audience === 'public' && post.standing.state === 'visible') return true;
  const { deletedAt: _, ...standing } = post;
  return viewer !== null && maySee(house, standing, viewer.iri);
}

/** A session's page, without the form. */
export async function sessionModel(
  parts: PagesParts,
  { community, session, viewer }: { readonly community: Community; readonly session: Session; readonly viewer: Viewer },
): Promise<Omit<SessionModel, 'shell' | 'form'>> {
  const { house } = parts;
  const { post, hosts } = session;
  const { page } = house.addresses;
  const handle = pageHandle(community);
  const showing = { viewer, named: false };
  const [reflections, answers, worked, didNotWork, authorOf, membership] = await Promise.all([
    postModels(house, session.reflections, showing),
    postModels(house, session.answers, showing),
    fromWork(parts, post, 'worked', viewer),
    fromWork(parts, post, 'did-not-work', viewer),
    authorsOf(house, hosts),
    membershipOf(parts, community, viewer),
  ]);
  const { event, ...about } = detailsOf(post);
  return {
    community: briefOf(parts, community),
    path: page.session(handle, post.iri),
    thread: page.thread(handle, post.iri),
    ...(post.title === undefined ? {} : { title: post.title }),
    ...(post.deletedAt === undefined ? { about: { ...about, sanitisedHtml: post.html } } : {}),
    ...(event === undefined ? {} : { event }),
    hosts: hosts.map(authorOf),
    ...{ worked, didNotWork, reflections, answers },
    yours: { mayWrite: membership === 'member', hosting: viewer !== null && hosts.includes(viewer.iri) },
  };
}

async function fromWork(
  parts: PagesParts,
  { iri }: Post,
  outcome: OutcomeAtWork,
  viewer: Viewer,
): Promise<readonly FromWork[]> {
  const { house } = parts;
  const relations = await house.relations.to([iri], [outcome]);
  const threads = await Promise.all(relations.map(({ from }) => house.posts.byIri(from)));
  return threadBriefs(parts, threads, viewer);
}

/** Threads named in one line each; those that the viewer may not see are left out. */
export async function threadBriefs(
  parts: PagesParts,
  posts: readonly (Post | null)[],
  viewer: Viewer,
): Promise<readonly (FromWork & { readonly address: string })[]> {
  const { house } = parts;
  const seen = (
    await Promise.all(
      posts.map(async (post) =>
        post?.community && post.deletedAt === undefined && (await mayRead(parts, post, viewer)) ? [post] : [],
      ),
    )
  ).flat();
  const communities = await communitiesBy(parts, seen);
  const authorOf = await authorsOf(
    house,
    seen.map(({ author }) => author),
  );
  return seen.flatMap((post) => {
    const community = communities.get(post.community as CommunityIri);
    if (community === undefined) return [];
    const path = house.addresses.page.thread(pageHandle(community), post.iri);
    return [{ title: titleOf(post), path, author: authorOf(post.author), address: `${house.addresses.origin}${path}` }];
  });
}

async function communitiesBy({ house }: PagesParts, posts: readonly Post[]) {
  const iris = [...new Set(posts.flatMap(({ community }) => community ?? []))];
  const found = await Promise.all(iris.map((iri) => house.communities.byIri(iri)));
  return new Map(found.flatMap((one) => (one === null ? [] : [[one.iri, one] as const])));
}

const LONGEST_LINE = 80;

/** Its title, or else how it begins. */
function titleOf({ title, html }: Post): string {
  if (title !== undefined) return title;
  const text = plainText(html).replaceAll(/\s+/g, ' ').trim();
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE - 1).toWellFormed()}…` : text || '…';
}

const MOST_LISTED = 200;

/** Sessions in some communities that the viewer may see: those to come, the next one first, and those gone by. */
export async function sessionLists(
  parts: PagesParts,
  communities: readonly Community[],
  viewer: Viewer,
): Promise<{ readonly toCome: readonly SessionBrief[]; readonly goneBy: readonly SessionBrief[] }> {
  const { house } = parts;
  const byIri = new Map(communities.map((one) => [one.iri, one]));
  const unwanted = await unwantedBy(house, viewer?.iri, 'public');
  const viewedBy = viewer?.iri ?? null;
  const limit = { limit: MOST_LISTED };
  const tagged = await house.timelines.openingsWith([...byIri.keys()], 'learningsession', viewedBy, limit, unwanted);
  const found = tagged.filter(({ standing }) => standing.state === 'visible');
  const authorOf = await authorsOf(
    house,
    found.map(({ author }) => author),
  );
  const brief = (post: Post): readonly SessionBrief[] => {
    const community = byIri.get(post.community as CommunityIri);
    if (community === undefined) return [];
    const { startsAt, place } = post.details?.event ?? {};
    const handle = pageHandle(community);
    return [
      {
        path: house.addresses.page.session(handle, post.iri),
        host: authorOf(post.author),
        community: { title: community.title, path: house.addresses.page.community(handle) },
        ...(post.title === undefined ? {} : { title: post.title }),
        ...(startsAt === undefined ? {} : { startsAt }),
        ...(place === undefined ? {} : { place }),
      },
    ];
  };
  const now = house.clock.now();
  const begins = ({ details }: Post): number => details?.event?.startsAt?.getTime() ?? Number.POSITIVE_INFINITY;
  const inTime = found.toSorted((one, other) => begins(one) - begins(other) || 0);
  const isOver = ({ details }: Post): boolean => isGoneBy(details?.event ?? {}, now);
  return {
    toCome: inTime.filter((post) => !isOver(post)).flatMap(brief),
    goneBy: inTime.filter(isOver).toReversed().flatMap(brief),
  };
}

/** The sessions that a thread is from the work of, and its own page where it is one. */
export async function sessionsOfThread(
  parts: PagesParts,
  post: Post,
  viewer: Viewer,
): Promise<readonly { readonly title: string; readonly path: string; readonly how: OutcomeAtWork | 'itself' }[]> {
  const { house } = parts;
  const relations = await house.relations.from([post.iri], ['worked', 'did-not-work']);
  const related = await Promise.all(
    relations.map(async ({ to, kind }) => {
      const [brief] = await threadBriefs(parts, [await house.posts.byIri(to)], viewer);
      return brief === undefined ? [] : [{ ...brief, how: kind as OutcomeAtWork }];
    }),
  );
  const own = isSession(post) ? await threadBriefs(parts, [post], viewer) : [];
  return [...own.map((brief) => ({ ...brief, how: 'itself' as const })), ...related.flat()].map(
    ({ title, path, how }) => ({ title, path: path.replace('/threads/', '/sessions/'), how }),
  );
}
