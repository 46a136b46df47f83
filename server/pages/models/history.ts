import type { HistoryModel } from '../../../views/pages/history.ts';
import { plainText } from '../../actions/content.ts';
import { earlierEditions } from '../../actions/editions.ts';
import type { House } from '../../actions/house.ts';
import type { PersonIri } from '../../community/ids.ts';
import type { Post } from '../../community/post.ts';
import { wordDiff } from '../../community/word-diff.ts';
import { authorsOf } from './person.ts';

/** How a post was changed, as far as its reader may know: newest edition first, each compared with the one before it. */
export async function historyModel(
  house: Pick<House, 'posts' | 'follows' | 'people' | 'communities' | 'addresses'>,
  post: Post,
  viewer: PersonIri | null,
): Promise<Pick<HistoryModel, 'name' | 'lang' | 'editions'>> {
  const [earlier, authorOf] = await Promise.all([
    earlierEditions(house, post, viewer),
    authorsOf(house, [post.author]),
  ]);
  const now = {
    html: post.html,
    at: post.editedAt ?? post.publishedAt,
    ...(post.title === undefined ? {} : { title: post.title }),
  };
  const all = [...earlier, now];
  const editions = all.map(({ at, html, title = '' }, nth) => {
    const before = all[nth - 1] ?? { html, title };
    return {
      at,
      title: wordDiff(before.title ?? '', title),
      text: wordDiff(plainText(before.html), plainText(html)),
    };
  });
  const { language } = post.details ?? {};
  return {
    name: authorOf(post.author).name,
    ...(language === undefined ? {} : { lang: language }),
    editions: editions.reverse(),
  };
}
