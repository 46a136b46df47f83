import sanitizeHtml from 'sanitize-html';

/** So much of a page is read: what says whose page it is stands at its beginning or in its footer. */
const LONGEST_PAGE = 1024 * 1024;

/**
 * Where a page says that its owner is too: links with `rel="me"` (microformats.org/wiki/rel-me). The page is of
 * anybody; nothing of it is kept.
 */
export function meLinksIn(html: string): readonly string[] {
  const found: string[] = [];
  const look = (tagName: string, attribs: sanitizeHtml.Attributes) => {
    const { rel = '', href } = attribs;
    if (href !== undefined && rel.toLowerCase().split(/\s+/).includes('me')) found.push(href);
    return { tagName, attribs };
  };
  sanitizeHtml(html.slice(0, LONGEST_PAGE), {
    allowedTags: ['a', 'link'],
    allowedAttributes: false,
    transformTags: { a: look, link: look },
  });
  return found.flatMap((href) => URL.parse(href.trim())?.href ?? []);
}
