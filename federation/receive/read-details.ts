import { plainText } from '../../server/actions/content.ts';
import type { PostDetails, PostKind } from '../../server/community/post.ts';
import { oneLine } from '../../server/community/text.ts';
import { sameOrigin } from '../vocabulary/iri.ts';
import {
  asArray,
  dateOf,
  idOf,
  isObject,
  isOneOf,
  type JsonObject,
  type JsonValue,
  memberOf,
  stringOf,
} from '../vocabulary/read.ts';
import { readAttachments } from './read-attachments.ts';
import { hrefsOf, type Link } from './read-links.ts';
import { readQuotable, readQuote } from './read-quote.ts';

const LONGEST_WARNING = 500;
const LONGEST_ABSTRACT = 2000;
const LONGEST_PLACE = 200;
const MOST_TAGS = 64;

/** The kinds that are more than a note, by their names on the wire. */
const KINDS: Readonly<Record<string, PostKind>> = {
  Article: 'article',
  Page: 'page',
  Event: 'event',
  Image: 'image',
  Video: 'video',
  Audio: 'audio',
  Document: 'document',
};

/**
 * What a post has besides its text, each part bounded, texts as plain text; `undefined` when there is nothing.
 *
 * @param context the `@context` of the activity around it, which may name a language for all of it
 */
export function readDetails(object: JsonObject, context?: JsonValue): PostDetails | undefined {
  const kind = KINDS[isOneOf(object, Object.keys(KINDS)) ?? ''];
  const attachments = readAttachments(object);
  const details = present({
    kind,
    ...summaryOf(object, kind),
    language: languageOf(object, context),
    attachments: some(attachments),
    emojis: some(emojisOf(object)),
    hashtags: some(hashtagsOf(object)),
    ...addressesOf(object),
    event: kind === 'event' || isDated(object, kind) ? eventOf(object) : undefined,
    quote: readQuote(object),
    quotable: readQuotable(object),
  });
  return Object.keys(details).length === 0 ? undefined : details;
}

const some = <Item>(items: readonly Item[]): readonly Item[] | undefined => (items.length === 0 ? undefined : items);

type Present<Parts> = { readonly [Key in keyof Parts]?: Exclude<Parts[Key], undefined> };
const present = <Parts extends object>(parts: Parts): Present<Parts> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Present<Parts>;

/** Plain words, whatever they came as: a summary may be HTML. */
function words(value: JsonValue | undefined, longest: number): string | undefined {
  const text = stringOf(value, longest * 4) ?? '';
  const plain = oneLine(/[<&]/.test(text) ? plainText(text) : text)
    .slice(0, longest)
    .toWellFormed();
  return plain === '' ? undefined : plain;
}

/** Mastodon's use: a note's summary is its content warning. An article's or a video's says what it is about. */
function summaryOf(
  object: JsonObject,
  kind: PostKind | undefined,
): Pick<PostDetails, 'warning' | 'sensitive' | 'abstract'> {
  const sensitive = memberOf(object, 'sensitive') === true;
  const summary = memberOf(object, 'summary');
  const warning = kind === undefined || sensitive ? words(summary, LONGEST_WARNING) : undefined;
  const abstract = warning === undefined ? words(summary, LONGEST_ABSTRACT) : undefined;
  return {
    ...(sensitive ? { sensitive } : {}),
    ...(warning === undefined ? {} : { warning }),
    ...(abstract === undefined ? {} : { abstract }),
  };
}

/** BCP 47, as far as the field uses it. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i;

/** By Mastodon's contentMap, Lemmy's and PeerTube's members, schema.org's name, or the context's default. */
function languageOf(object: JsonObject, context: JsonValue | undefined): string | undefined {
  const map = memberOf(object, 'contentMap');
  const content = stringOf(memberOf(object, 'content'));
  const languages = isObject(map) ? Object.entries(map) : [];
  const ofContent = languages.find(([, text]) => text === content) ?? languages[0];
  const contexts = [memberOf(object, '@context'), context].flatMap(asArray);
  const named = [
    ofContent?.[0],
    stringOf(memberOf(object, 'inLanguage'), 40),
    ...['language', 'inLanguage'].map((name) => stringOf(memberOf(memberOf(object, name), 'identifier'), 40)),
    ...contexts.map((part) => stringOf(memberOf(part, '@language'), 40)),
  ];
  return named.find((name) => name !== undefined && LANGUAGE.test(name) && !/^und\b/i.test(name));
}

const SHORTCODE = /^:?([\p{L}\p{N}_+-]{1,64}):?$/u;
const HASHTAG = /^#?([\p{L}\p{N}\p{M}_·-]{1,100})$/u;

/** Custom emoji (`toot:Emoji`), each shortcode once. */
function emojisOf(object: JsonObject) {
  const emojis = tagsOf(object, 'Emoji').flatMap((tag) => {
    const shortcode = SHORTCODE.exec(stringOf(memberOf(tag, 'name'), 100) ?? '')?.[1];
    const icon = asArray(memberOf(tag, 'icon'))[0];
    const url = hrefsOf(isObject(icon) ? memberOf(icon, 'url') : icon)[0]?.href;
    return shortcode === undefined || url === undefined ? [] : [[shortcode, { shortcode, url }] as const];
  });
  return [...new Map(emojis).values()];
}

function hashtagsOf(object: JsonObject): readonly string[] {
  const names = tagsOf(object, 'Hashtag').flatMap(
    (tag) => HASHTAG.exec(stringOf(memberOf(tag, 'name'), 102) ?? '')?.[1] ?? [],
  );
  return [...new Set(names)];
}

const tagsOf = (object: JsonObject, type: string): readonly JsonValue[] =>
  asArray(memberOf(object, 'tag'))
    .slice(0, 300)
    .filter((tag) => isOneOf(tag, [type]) !== undefined)
    .slice(0, MOST_TAGS);

/** Where it is read, which only its own server can say; and the page that a Page is about (Lemmy). */
function addressesOf(object: JsonObject): Pick<PostDetails, 'page' | 'link'> {
  const id = idOf(object);
  const urls = hrefsOf(memberOf(object, 'url')).filter(isPage);
  const page = urls.find(({ href }) => href !== id && sameOrigin(href, id))?.href;
  const attached = asArray(memberOf(object, 'attachment')).filter((one) => isOneOf(one, ['Link']) !== undefined);
  const elsewhere = isOneOf(object, ['Page']) === undefined ? [] : urls.filter(({ href }) => !sameOrigin(href, id));
  const link = [...attached.slice(0, 1).flatMap(hrefsOf), ...elsewhere].find(isPage)?.href;
  return { ...(page === undefined ? {} : { page }), ...(link === undefined ? {} : { link }) };
}

const isPage = ({ mediaType }: Link): boolean => mediaType === undefined || mediaType.startsWith('text/html');

/** A note that says when something begins, as learning sessions do. */
const isDated = (object: JsonObject, kind: PostKind | undefined): boolean =>
  kind === undefined && dateOf(memberOf(object, 'startTime')) !== undefined;

function eventOf(object: JsonObject): PostDetails['event'] {
  const event = present({
    startsAt: dateOf(memberOf(object, 'startTime')),
    endsAt: dateOf(memberOf(object, 'endTime')),
    place: placeOf(asArray(memberOf(object, 'location'))[0]),
  });
  return Object.keys(event).length === 0 ? undefined : event;
}

/** A place's name, or else its address, which may be words or parts (schema.org's PostalAddress). */
function placeOf(place: JsonValue | undefined): string | undefined {
  if (!isObject(place)) return words(place, LONGEST_PLACE);
  const address = memberOf(place, 'address');
  const parts = ['streetAddress', 'postalCode', 'addressLocality', 'addressCountry'].flatMap(
    (name) => words(memberOf(address, name), 100) ?? [],
  );
  const named = [words(memberOf(place, 'name'), LONGEST_PLACE), words(address, LONGEST_PLACE), parts.join(', ')];
  return named.find((name) => name !== undefined && name !== '')?.slice(0, LONGEST_PLACE);
}
