import type { Post } from '../../community/post.ts';

/** So many replies stand on one page of a thread at most. */
const PER_PAGE = 20;

/** A page with everything that it loads is of 60,000 bytes; so much of it is left for posts. */
const MOST_BYTES = 46_500;

/** What stands around a post's text: who wrote it and when, and what one can do with it. */
const AROUND_IT = 1150;

type Written = Pick<Post, 'html'>;

const weightOf = ({ html }: Written): number => Buffer.byteLength(html) + AROUND_IT;

/**
 * The replies of a thread, page by page: twenty, or fewer where they are long, and one at least. What opened the thread
 * stands before those of the first page. Who sees the same posts finds the same pages, whatever her language.
 */
export function threadPages<Reply extends Written>([first, ...replies]: readonly [
  Written,
  ...Reply[],
]): readonly (readonly Reply[])[] {
  const pages: [Reply[], ...Reply[][]] = [[]];
  let page = pages[0];
  let weight = weightOf(first);
  for (const reply of replies) {
    const added = weightOf(reply);
    if (page.length === PER_PAGE || (page.length > 0 && weight + added > MOST_BYTES)) {
      page = [];
      pages.push(page);
      weight = 0;
    }
    page.push(reply);
    weight += added;
  }
  return pages;
}
