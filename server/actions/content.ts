import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { NAME, withNames } from './names-in-markdown.ts';

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).use(withNames);

/** How every link is that somebody may have written: it recommends nothing, and tells nobody where its reader was. */
const OUT = 'nofollow noopener noreferrer';

/**
 * What a post may consist of. Everything else is dropped, its text kept; scripts and styles go with their text.
 * The list is Mastodon's, so that nothing others write is lost, plus headings and tables as plain paragraphs.
 */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'a',
    'span',
    'del',
    's',
    'pre',
    'code',
    'em',
    'strong',
    'b',
    'i',
    'u',
    'ul',
    'ol',
    'li',
    'blockquote',
  ],
  allowedAttributes: {
    p: ['class'],
    a: ['href', 'rel', 'class', 'translate'],
    span: ['class', 'translate'],
    ol: ['start', 'reversed'],
  },
  allowedClasses: {
    a: ['mention', 'hashtag', 'u-url', 'u-url mention', 'status-link', 'group-mention'],
    // What stands for a quote where quotes are not known.
    p: ['quote-inline'],
    span: ['h-card', 'invisible', 'ellipsis', 'mention', 'hashtag', 'quote-inline'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 30,
  transformTags: {
    h1: 'p',
    h2: 'p',
    h3: 'p',
    h4: 'p',
    h5: 'p',
    h6: 'p',
    div: 'p',
    a: (tagName, { href, class: classes, rel }) => ({
      tagName,
      attribs: {
        ...(href !== undefined && leadsOut(href) ? { href } : {}),
        ...(classes === undefined ? {} : { class: classes }),
        rel: rel?.split(/\s+/).includes('tag') ? `tag ${OUT}` : OUT,
      },
    }),
  },
};

const OUTWARD = new Set(['http:', 'https:', 'mailto:']);

/** A whole address: what is only a part of one would lead to this server, whatever its author meant. */
function leadsOut(href: string): boolean {
  return OUTWARD.has(URL.parse(href)?.protocol ?? '');
}

/** Longest text a person may write, in characters. */
export const LONGEST_POST = 10_000;
/** Longest HTML that is taken from another server, in characters; the rest is cut off before it is cleaned. */
const LONGEST_HTML = 100_000;

/** HTML from anywhere, made harmless by an allow-list. */
export function sanitise(html: string): string {
  return sanitizeHtml(html.slice(0, LONGEST_HTML), ALLOWED).trim();
}

/**
 * What somebody typed here, as harmless HTML: Markdown without raw HTML, links found by themselves.
 *
 * @param pages where names lead that stand in it as `@name` (`mentions.ts`); others stay plain text
 */
export function fromMarkdown(source: string, pages: ReadonlyMap<string, string> = new Map()): string {
  return sanitise(markdown.render(source, { pages }));
}

/** The names that a text holds as `@name` or `@name@host`, without the first `@`, each once; none in code or in links. */
export function namesIn(source: string): readonly string[] {
  if (!source.includes('@')) return [];
  const inline = markdown.parse(source, {}).flatMap(({ children }) => children ?? []);
  return [...new Set(inline.flatMap(({ type, content }) => (type === NAME ? [content.slice(1)] : [])))];
}

/** The words of a post, without markup; paragraphs and breaks become line ends. */
export function plainText(html: string): string {
  const lines = html.replaceAll(/<br\s*\/?>/gi, '\n').replaceAll(/<\/(p|li|blockquote|pre)>/gi, '\n\n');
  const text = sanitizeHtml(lines, { allowedTags: [], allowedAttributes: {} });
  return decodeEntities(text)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** An address written out, without the signs around it and those that end its sentence. */
const ADDRESS = /(https?:\/\/[^\s<>"“”„]*[^\s<>"“”„.,;:!?)\]])/;

/** Plain sentences as HTML paragraphs, for notices that go out as direct messages. */
export function fromPlain(text: string): string {
  // Every second piece is an address.
  const linked = text.split(ADDRESS).map((piece, index) => {
    const escaped = piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return index % 2 === 0 ? escaped : `<a href="${escaped}" rel="${OUT}">${escaped}</a>`;
  });
  return linked
    .join('')
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('');
}
