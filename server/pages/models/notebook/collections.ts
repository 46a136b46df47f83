import type { CollectedModel, CollectionBrief } from '../../../../views/pages/notebook/share.ts';
import type { House } from '../../../actions/house.ts';
import { isForEverybody } from '../../../actions/may-see.ts';
import type { CollectionItem } from '../../../community/notebook/collection.ts';
import type { Post } from '../../../community/post.ts';
import type { KeptCollection } from '../../../ports/notebook.ts';
import { collectionPath } from './paths.ts';
import { namedPosts, seenPosts } from './posts.ts';

export const collectionBrief = ({ id, content, published }: KeptCollection): CollectionBrief => ({
  title: content.title,
  path: collectionPath(id),
  published: published !== undefined,
});

/**
 * What stands in a collection, in its order.
 *
 * @param reader `everybody`: what is not for all is left out; `owner`: she sees all that she may see, and what of it
 *   others do not
 */
export async function collectedIn(
  house: House,
  { content, person }: KeptCollection,
  reader: 'everybody' | 'owner',
): Promise<readonly CollectedModel[]> {
  const iris = content.items.flatMap((item) => (item.kind === 'post' ? [item.post] : []));
  const seen = reader === 'owner' ? await seenPosts(house, iris, person) : await publicPosts(house, iris);
  const byIri = new Map(seen.map((post) => [post.iri, post]));
  const named = await namedPosts(house, seen);
  return content.items.flatMap((item): readonly CollectedModel[] => {
    const base = { id: item.id, sentence: item.sentence, at: item.at };
    if (item.kind === 'link') return [{ ...base, title: item.title, url: item.url, shown: true }];
    const [post, name] = [byIri.get(item.post), named.get(item.post)];
    if (post !== undefined && name !== undefined) {
      return [{ ...base, title: name.title, url: name.url, author: name.author, shown: isForEverybody(post) }];
    }
    return reader === 'owner' ? [{ ...base, title: item.post, url: item.post, shown: false }] : [];
  });
}

async function publicPosts({ posts }: Pick<House, 'posts'>, iris: readonly CollectionPost[]): Promise<readonly Post[]> {
  const found = await Promise.all(iris.map((iri) => posts.byIri(iri)));
  return found.filter((post): post is Post => post !== null && isForEverybody(post));
}

type CollectionPost = Extract<CollectionItem, { kind: 'post' }>['post'];
