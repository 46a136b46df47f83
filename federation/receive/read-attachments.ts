import type { Attachment } from '../../server/community/post.ts';
import { oneLine } from '../../server/community/text.ts';
import { asArray, isObject, isOneOf, type JsonObject, type JsonValue, memberOf, stringOf } from '../vocabulary/read.ts';
import { hrefsOf, type Link, measures } from './read-links.ts';

/** As many as anybody shows. */
const MOST_ATTACHMENTS = 16;
const LONGEST_ALT = 1500;

/**
 * The files of a post: its attachments, its cover (`image`), and, where it is itself a picture, a film or a sound, the
 * first address of the thing. Each address once.
 */
export function readAttachments(object: JsonObject): readonly Attachment[] {
  const attached = asArray(memberOf(object, 'attachment'))
    .slice(0, 4 * MOST_ATTACHMENTS)
    .filter((one) => isOneOf(one, ['Link', 'PropertyValue']) === undefined);
  const cover = asArray(memberOf(object, 'image')).slice(0, 1);
  const all = [...thingItself(object), ...[...attached, ...cover].flatMap(attachmentOf)];
  return [...new Map(all.map((one) => [one.url, one])).values()].slice(0, MOST_ATTACHMENTS);
}

function attachmentOf(value: JsonValue): readonly Attachment[] {
  const own = isObject(value) ? hrefsOf(memberOf(value, 'url') ?? memberOf(value, 'href')) : hrefsOf(value);
  const [link] = own;
  if (link === undefined) return [];
  const { href: url, ...rest } = { ...link, ...measures(value) };
  const alt = altOf(value);
  return [{ kind: kindOf(rest.mediaType, value), url, ...rest, ...(alt === undefined ? {} : { alt }) }];
}

/** A film's own addresses are of several sizes and ways of sending: the first that a browser can open is enough. */
function thingItself(object: JsonObject): readonly Attachment[] {
  if (isOneOf(object, ['Image', 'Video', 'Audio', 'Document']) === undefined) return [];
  const file = hrefsOf(memberOf(object, 'url')).find(({ mediaType = '' }) => /^(image|video|audio)\//.test(mediaType));
  if (file === undefined) return [];
  const { href: url, ...rest } = file;
  return [{ kind: kindOf(rest.mediaType, object), url, ...rest }];
}

/** By its media type, or else by what it is called. */
function kindOf(mediaType: Link['mediaType'], value: JsonValue): Attachment['kind'] {
  const named = /^(image|video|audio)\//.exec(mediaType ?? '')?.[1];
  const called = isOneOf(value, ['Image', 'Video', 'Audio'])?.toLowerCase();
  return ((mediaType === undefined ? called : named) as Attachment['kind'] | undefined) ?? 'file';
}

function altOf(value: JsonValue): string | undefined {
  const text = stringOf(memberOf(value, 'name') ?? memberOf(value, 'summary'), LONGEST_ALT);
  const alt = oneLine(text ?? '');
  return alt === '' ? undefined : alt;
}
