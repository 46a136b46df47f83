import { elementsOf } from './markup.ts';

/**
 * Elements that run something, bring something in from elsewhere, or change how the rest of a page is read. Not `svg`:
 * our own pages draw with it, and what could be lively in one is found by itself.
 */
const LIVELY = new Set(
  'script noscript iframe frame frameset object embed applet foreignobject use animate set math style base img image video audio source track picture portal template plaintext xmp marquee bgsound'.split(
    ' ',
  ),
);
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'poster', 'background', 'data', 'xlink:href', 'ping'];
/** Leading there is the reader's doing; everything else a browser does by itself. */
const OUTWARD = new Set(['http:', 'https:', 'mailto:']);

/** What in a page could run, or ask another server for anything before the reader follows a link; empty when nothing. */
export function livelyIn(page: string, origin: string): readonly string[] {
  return elementsOf(page).flatMap(({ name, attributes }) => {
    const found = LIVELY.has(name) && !isOwnScript(name, attributes) ? [`<${name}>`] : [];
    for (const [attribute, value] of Object.entries(attributes)) {
      const what = `<${name} ${attribute}="${value.slice(0, 100)}">`;
      if (/^on|^style$|^srcdoc$|^srcset$/i.test(attribute)) found.push(what);
      if (name === 'meta' && attribute === 'http-equiv') found.push(what);
      if (ADDRESSES.includes(attribute) && !isHarmless(name, value, attributes.rel ?? '', origin)) found.push(what);
    }
    return found;
  });
}

/** The one file that makes pages smoother for who is signed in. */
function isOwnScript(name: string, { src, type }: Readonly<Record<string, string>>): boolean {
  return name === 'script' && src === '/assets/page.js' && type === 'module';
}

function isHarmless(element: string, address: string, rel: string, origin: string): boolean {
  const url = URL.parse(address, origin);
  if (url === null || !OUTWARD.has(url.protocol) || /^\s*[\\/]{2}/.test(address)) return false;
  return url.origin === origin || (element === 'a' && /\bnofollow\b/.test(rel) && /\bnoopener\b/.test(rel));
}
