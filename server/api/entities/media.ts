import type { House } from '../../actions/house.ts';
import { type Focus, mediaPath, type Recording, type Size, stateOf, type Upload } from '../../community/media.ts';
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
  const { kind, url, alt, width, height, focus, here, blurhash, seconds } = attachment;
  const size = width === undefined || height === undefined ? undefined : { width, height };
  return {
    id: here?.upload ?? (BigInt(postNumber(post)) + BigInt(at)).toString(),
    type: kind === 'file' ? 'unknown' : kind,
    url,
    preview_url: here?.preview ?? (kind === 'image' ? url : null),
    remote_url: here === undefined ? url : null,
    meta: metaOf({
      original: size,
      small: here?.small,
      focus,
      recording: seconds === undefined ? undefined : { seconds },
    }),
    description: alt ?? null,
    blurhash: blurhash ?? null,
  };
}

/** What somebody has sent for a post. */
export function uploadEntity({ addresses }: Pick<House, 'addresses'>, upload: Upload): MediaEntity {
  const { id, file, preview, description, focus, picture, recording, kind = 'image' } = upload;
  const isReady = stateOf(upload) === 'ready';
  const addressOf = (name: string | undefined) =>
    name === undefined || !isReady ? null : addresses.origin + mediaPath(name);
  return {
    id,
    type: kind,
    url: addressOf(file),
    preview_url: addressOf(preview),
    remote_url: null,
    meta: metaOf({ original: picture, small: picture?.small, focus, recording }),
    description: description ?? null,
    blurhash: picture?.blurhash ?? null,
  };
}

function metaOf({
  original,
  small,
  focus,
  recording,
}: {
  readonly original: Size | undefined;
  readonly small: Size | undefined;
  readonly focus: Focus | undefined;
  readonly recording: Recording | undefined;
}): object {
  const size = original === undefined ? {} : sizeOf(original);
  const whole = { ...size, ...(recording === undefined ? {} : recordingOf(recording)) };
  return {
    ...(recording === undefined ? {} : { length: lengthOf(recording.seconds), duration: recording.seconds }),
    ...(recording === undefined ? {} : size),
    ...(Object.keys(whole).length === 0 ? {} : { original: whole }),
    ...(small === undefined ? {} : { small: sizeOf(small) }),
    ...(focus === undefined ? {} : { focus }),
  };
}

const recordingOf = ({ seconds, bitrate, frameRate }: Recording) => ({
  duration: seconds,
  ...(bitrate === undefined ? {} : { bitrate }),
  ...(frameRate === undefined ? {} : { frame_rate: `${Math.round(frameRate * 1000)}/1000` }),
});

/** `0:01:02.50` */
function lengthOf(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const whole = Math.floor(seconds);
  const rest = (seconds - whole).toFixed(2).slice(1);
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${rest}`;
}

const sizeOf = ({ width, height }: Size) => ({
  width,
  height,
  size: `${width}x${height}`,
  aspect: width / height,
});
