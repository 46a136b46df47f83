import type { Attachment, PostDetails, PostKind } from '../../../server/community/post.ts';
import { asArray, type JsonObject } from '../read.ts';

const TYPES: Readonly<Record<PostKind, string>> = {
  note: 'Note',
  article: 'Article',
  page: 'Page',
  event: 'Event',
  image: 'Image',
  video: 'Video',
  audio: 'Audio',
  document: 'Document',
};

/** What a post is called on the wire. */
export const typeOf = (details: PostDetails | undefined): string => TYPES[details?.kind ?? 'note'];

/** What a post has besides its text, with whom it is addressed to: tags stand with the mentions. */
export function detailMembers(
  details: PostDetails,
  { content, addressed }: { readonly content: string; readonly addressed: JsonObject },
): JsonObject {
  const { warning, abstract, sensitive = false, language, attachments = [], link, event } = details;
  const summary = warning ?? abstract;
  const attachment = [
    ...attachments.map(attachmentObject),
    ...(link === undefined ? [] : [{ type: 'Link', href: link }]),
  ];
  const tag = [...asArray(addressed.tag), ...tagsOf(details)];
  return {
    ...addressed,
    ...(tag.length > 0 && { tag }),
    ...(summary !== undefined && { summary }),
    // Mastodon folds away what has a warning, whatever it says of itself.
    sensitive: sensitive || warning !== undefined,
    ...(language !== undefined && { contentMap: { [language]: content } }),
    ...(attachment.length > 0 && { attachment }),
    ...(event?.startsAt && { startTime: event.startsAt.toISOString() }),
    ...(event?.endsAt && { endTime: event.endsAt.toISOString() }),
    ...(event?.place !== undefined && { location: { type: 'Place', name: event.place } }),
  };
}

const ATTACHED = { image: 'Image', video: 'Video', audio: 'Audio', file: 'Document' } as const;

/** A Document, as Mastodon sends whatever it knows the media type of. */
function attachmentObject(attachment: Attachment): JsonObject {
  const { kind, url, mediaType, alt, width, height, blurhash, focus, seconds, here } = attachment;
  return {
    type: mediaType === undefined ? ATTACHED[kind] : 'Document',
    ...(mediaType !== undefined && { mediaType }),
    url,
    ...(alt !== undefined && { name: alt }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
    ...(blurhash !== undefined && { blurhash }),
    ...(focus !== undefined && { focalPoint: [focus.x, focus.y] }),
    ...(seconds !== undefined && { duration: `PT${seconds}S` }),
    // What stands for a film until it is played.
    ...(kind === 'video' && here?.preview !== undefined && { icon: { type: 'Image', url: here.preview } }),
  };
}

function tagsOf({ emojis = [], hashtags = [] }: PostDetails): readonly JsonObject[] {
  return [
    ...hashtags.map((name) => ({ type: 'Hashtag', name: `#${name}` })),
    ...emojis.map(({ shortcode, url }) => ({ type: 'Emoji', name: `:${shortcode}:`, icon: { type: 'Image', url } })),
  ];
}
