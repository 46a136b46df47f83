import { plainText, sanitise } from '../../actions/content.ts';

/**
 * HTML that a client wrote, as what somebody types here: Markdown. Paragraphs, breaks, links, emphasis, code, lists and
 * quotations stay; everything else becomes its words. What it says is made harmless again when it is shown.
 */
export function markdownOf(html: string): string {
  let text = '';
  let quoted = 0;
  const links: string[] = [];
  for (const [piece, closing, tag, attributes] of sanitise(html).matchAll(PIECES)) {
    if (tag === undefined) {
      text += literally(plainText(`<p>${piece.replaceAll(/\s+/g, ' ')}</p>`), piece);
      continue;
    }
    const ends = closing === '/';
    const line = `\n${'> '.repeat(quoted)}`;
    if (tag === 'br') text += line;
    else if (tag === 'p' || tag === 'ul' || tag === 'ol' || tag === 'pre') text += ends ? '' : line + line;
    else if (tag === 'li') text += ends ? '' : `${line}- `;
    else if (tag === 'blockquote') quoted += ends ? -1 : 1;
    else if (tag === 'a') text += ends ? closed(links.pop()) : opened(links, attributes);
    else text += MARKS[tag] ?? '';
    if (tag === 'blockquote' && ends) text += `\n${'> '.repeat(quoted)}`;
  }
  return text.replaceAll(/\n{3,}/g, '\n\n').trim();
}

const PIECES = /<(\/?)([a-z0-9]+)([^>]*)>|[^<]+/g;
const MARKS: Readonly<Record<string, string>> = {
  strong: '**',
  b: '**',
  em: '*',
  i: '*',
  code: '`',
  del: '~~',
  s: '~~',
};

function opened(links: string[], attributes: string | undefined): string {
  const href = /href="([^"]*)"/.exec(attributes ?? '')?.[1]?.replaceAll('&amp;', '&') ?? '';
  links.push(href);
  return href === '' ? '' : '[';
}
const closed = (href: string | undefined): string =>
  href ? `](<${href.replaceAll(/[<>]/g, encodeURIComponent)}>)` : '';

const ADDRESS = /(https?:\/\/[^\s<>"*`\\[\]&]+)/;

/** Signs that would mean something in Markdown, as themselves; addresses, and the spaces around the words, stay. */
function literally(words: string, piece: string): string {
  const [before, after] = [/^\s/.test(piece) ? ' ' : '', /\s$/.test(piece) ? ' ' : ''];
  if (words === '') return before;
  const escaped = words
    .split(ADDRESS)
    // Every second part is an address.
    .map((part, nth) => (nth % 2 === 1 ? part : part.replaceAll(/[\\`*_[\]<>#~&|]/g, '\\$&')))
    .join('')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
  return before + escaped + after;
}
