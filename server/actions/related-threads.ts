import type { ActorIri, PostIri } from '../community/ids.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';
import { wordsToSeek } from '../community/related.ts';
import type { House } from './house.ts';
import { maySee } from './may-see.ts';
import { searchPosts } from './search-posts.ts';

type Needs = Parameters<typeof searchPosts>[0] & Pick<House, 'posts'>;

const OF_EACH_WORD = 20;
const MOST_THREADS = 8;
const MOST_PEOPLE = 8;

/**
 * What somebody may see that is about the same as a text: threads, those with most of its words first, and who wrote
 * in those that everybody may read. Nothing is counted, and nothing is written down.
 */
export async function relatedThreads(
  house: Needs,
  { text, by }: { readonly text: string; readonly by: Person },
): Promise<{ readonly threads: readonly Post[]; readonly people: readonly ActorIri[] }> {
  const part = { offset: 0, limit: OF_EACH_WORD };
  const found = await Promise.all(
    wordsToSeek(text).map((word) => searchPosts(house, { text: word, by, part, named: async () => null })),
  );
  const words = new Map<PostIri, Set<number>>();
  const posts = found.flatMap((one, at) => {
    if (!one.ok) return [];
    for (const { thread } of one.value) words.set(thread, (words.get(thread) ?? new Set()).add(at));
    return one.value;
  });
  const openings = await Promise.all([...words.keys()].map((thread) => house.posts.byIri(thread)));
  const shared = ({ iri }: Post): number => words.get(iri)?.size ?? 0;
  const seen = await Promise.all(
    openings.map(async (post) => (post?.community && (await maySee(house, post, by.iri)) ? [post] : [])),
  );
  const threads = seen
    .flat()
    .toSorted((one, other) => shared(other) - shared(one) || other.receivedAt.getTime() - one.receivedAt.getTime())
    .slice(0, MOST_THREADS);
  const shown = new Set(threads.map(({ iri }) => iri));
  const people = [...threads, ...posts]
    .filter(({ thread, audience, author }) => shown.has(thread) && audience === 'public' && author !== by.iri)
    .map(({ author }) => author);
  return { threads, people: [...new Set(people)].slice(0, MOST_PEOPLE) };
}
