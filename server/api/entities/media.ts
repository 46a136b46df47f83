import type { House } from '../../actions/house.ts';
import { type Focus, mediaPath, type Size, type Upload } from '../../community/media.ts';
import { postNumber } from '../../community/numbers.ts';
import type { Attachment, Post } from '../../community/post.ts';

/** Mastodon's `MediaAttachment`. */
export interface MediaEntity {
  readonly id: string;
  readonly type: 'image' | 'video' | 'audio' | 'unknown';
  /** `null` until the picture has been made. */
  readonly url: string | null;
  readonly preview_url: string | null;
  readonly remote_url: string | null;
  readonly meta: object;
  readonly description: string | null;
  readonly blurhash: string | null;
}

/** A file in a post. One at another server has no number of its own, so it gets one beside its post's. */
export function attachmentEntity(post: Post, attachment: Attachment, at: number): MediaEntity {
  const { kind, url, alt, width, height, focus, here, blurhash } = attachment;
  const size = width === undefined || height === undefined ? undefined : { width, height };
  return {
    id: here?.upload ?? (BigInt(postNumber(post)) + BigInt(at)).toString(),
    type: kind === 'file' ? 'unknown' : kind,
    url,
    preview_url: here?.preview ?? (kind === 'image' ? url : null),
    remote_url: here === undefined ? url : null,
    meta: metaOf({ original: size, small: here?.small, focus }),
    description: alt ?? null,
    blurhash: blurhash ?? null,
  };
}

/** What somebody has sent for a post. */
export function uploadEntity({ addresses }: Pick<House, 'addresses'>, upload: Upload): MediaEntity {
  const { id, file, preview, description, focus, picture } = upload;
  const addressOf = (name: string) => (picture === undefined ? null : addresses.origin + mediaPath(name));
  return {
    id,
    type: 'image',
    url: addressOf(file),
    preview_url: addressOf(preview),
    remote_url: null,
    meta: metaOf({ original: picture, small: picture?.small, focus }),
    description: description ?? null,
    blurhash: picture?.blurhash ?? null,
  };
}

function metaOf({
  original,
  small,
  focus,
}: {
  readonly original: Size | undefined;
  readonly small: Size | undefined;
  readonly focus: Focus | undefined;
}): object {
  return {
    ...(original === undefined ? {} : { original: sizeOf(original) }),
    ...(small === undefined ? {} : { small: sizeOf(small) }),
    ...(focus === undefined ? {} : { focus }),
  };
}

const sizeOf = ({ width, height }: Size) => ({
  width,
  height,
  size: `${width}x${height}`,
  aspect: width / height,
});
