import type { PersonIri, PostIri } from './ids.ts';
import type { Attachment } from './post.ts';
import type { Refusal } from './result.ts';
import { refused } from './result.ts';
import { type Sentence, said } from './said.ts';
import { withoutUnseen } from './text.ts';

/** What pictures may be sent, how large, and what becomes of them. Edges are in pixels. */
export const PICTURES = {
  formats: ['jpeg', 'png', 'webp', 'gif', 'avif'],
  /** Of the file that is sent. */
  bytes: 10 * 1024 * 1024,
  /** Of the picture, however small its file is: it is laid out in memory. */
  pixels: 33_177_600,
  longestEdge: 2560,
  previewEdge: 640,
  perPost: 4,
  /** Sent and in no post, of one person: they lie on the disk for a day. */
  unused: 40,
  /** Of one person, being received or made at the same time. */
  atOnce: 4,
  descriptionLength: 1500,
} as const;

/** What sound and films may be sent, how large, and what becomes of them. Edges are in pixels. */
export const RECORDINGS = {
  /** Of the file that is sent. */
  bytes: 40 * 1024 * 1024,
  /** Of each frame of a film. */
  pixels: 8_294_400,
  /** Frames per second, of what is sent; it is kept with half as many at the most. */
  frameRate: 120,
  keptFrameRate: 60,
  longestEdge: 1280,
  /** Sent and in no post, of one person: they take room and a long time to be made. */
  unused: 8,
  filmSeconds: 5 * 60,
  soundSeconds: 30 * 60,
} as const;

/** What is told to apps of what they may send, where this machine can make recordings anew. */
export const RECORDINGS_TAKEN = [
  'video/mp4',
  'video/webm',
  'video/quicktime',
  'audio/mpeg',
  'audio/mp3',
  'audio/mp4',
  'audio/aac',
  'audio/ogg',
  'audio/webm',
  'audio/flac',
  'audio/wav',
  'audio/x-wav',
] as const;

export type RecordingKind = 'video' | 'audio';

/** What each kind is kept as: what every browser and app plays. */
export const RECORDED_AS = {
  video: { mediaType: 'video/mp4', ending: 'mp4' },
  audio: { mediaType: 'audio/mpeg', ending: 'mp3' },
} as const satisfies Record<RecordingKind, { readonly mediaType: string; readonly ending: string }>;

/** What was made of a film or a sound. */
export interface Recording {
  readonly seconds: number;
  /** Bits per second. */
  readonly bitrate?: number;
  /** Of a film: frames per second. */
  readonly frameRate?: number;
}

/** Pictures of a person, cut to these sizes (as Mastodon has them), so that they fit wherever they are shown. */
export const PORTRAITS = {
  avatar: { width: 400, height: 400 },
  header: { width: 1500, height: 500 },
} as const satisfies Readonly<Record<string, Size>>;

export type PortraitKind = keyof typeof PORTRAITS;

/** A picture that a person here shows of herself. */
export interface Portrait {
  /** The file's name. */
  readonly file: string;
  readonly mediaType: string;
}

export type PictureFormat = (typeof PICTURES.formats)[number];

/** What each format is kept as: what others show, and nothing is lost that the sender meant (lines, see-through parts). */
export const KEPT_AS = {
  jpeg: { mediaType: 'image/jpeg', ending: 'jpg' },
  png: { mediaType: 'image/png', ending: 'png' },
  gif: { mediaType: 'image/png', ending: 'png' },
  webp: { mediaType: 'image/webp', ending: 'webp' },
  avif: { mediaType: 'image/webp', ending: 'webp' },
} as const satisfies Record<PictureFormat, { readonly mediaType: string; readonly ending: string }>;

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where one looks first, when a picture is cut: from −1 (left, bottom) to 1 (right, top). */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

/** What was made of a file. */
export interface Picture extends Size {
  readonly small: Size;
  /** What stands in its place until it is there: colours in 20 to 30 characters (blurha.sh). */
  readonly blurhash: string;
}

/** A picture, a film or a sound that somebody here sent: for a post that she may write within a day. */
export interface Upload {
  /** The number that client apps know it by (`numberAt`). */
  readonly id: string;
  readonly by: PersonIri;
  /** Names of the files, random: whoever does not know one does not find it. */
  readonly file: string;
  /** A sound has none. */
  readonly preview?: string;
  readonly mediaType: string;
  /** Absent: a picture. */
  readonly kind?: RecordingKind;
  /** What is to be seen, in words. */
  readonly description?: string;
  readonly focus?: Focus;
  /** Absent until it has been made. Of a film, it is one frame of it, with the film's own size. */
  readonly picture?: Picture;
  /** For a film or a sound: absent until it has been made. */
  readonly recording?: Recording;
  /** The file that was received, as long as it is being made: whoever stops in the middle takes it up again. */
  readonly arrived?: string;
  /** Why none could be made, for whoever sent it. */
  readonly failed?: Sentence;
  /** The post that has it, or is about to. */
  readonly post?: PostIri;
  /** It has been in its post, or shown as a portrait: it stays as long as it is, and goes as soon as it is not. */
  readonly settled?: true;
  /** Sent as a picture of herself, and for no post. */
  readonly portrait?: PortraitKind;
}

/** How an upload stands: one whose file is gone before it was made has failed. */
export type UploadState = 'ready' | 'being-made' | 'failed';

export const stateOf = (upload: Pick<Upload, 'picture' | 'recording' | 'kind' | 'failed'>): UploadState => {
  const made = upload.kind === undefined ? upload.picture : upload.recording;
  if (made !== undefined) return 'ready';
  return upload.failed === undefined ? 'being-made' : 'failed';
};

export const mediaPath = (file: string): string => `/media/${file}`;

/** What a post says of a file of its own, which is ready. */
export function attachmentOf(upload: Upload, origin: string): Attachment {
  const { id, file, preview, mediaType, description, focus, kind = 'image', picture, recording } = upload;
  return {
    kind,
    url: origin + mediaPath(file),
    mediaType,
    ...(picture === undefined ? {} : { width: picture.width, height: picture.height, blurhash: picture.blurhash }),
    ...(recording === undefined ? {} : { seconds: recording.seconds }),
    ...(description === undefined ? {} : { alt: description }),
    ...(focus === undefined ? {} : { focus }),
    here: {
      upload: id,
      ...(preview === undefined || picture === undefined
        ? {}
        : { preview: origin + mediaPath(preview), small: picture.small }),
    },
  };
}

/** A description as it is kept; `undefined` for none. */
export const describedAs = (text: string | undefined): string | undefined =>
  withoutUnseen(text ?? '').trim() || undefined;

/** What is wrong with what somebody says of a picture, if anything. */
export function checkDescription(text: string | undefined): Refusal<'too-long'> | undefined {
  const length = text?.length ?? 0;
  if (length <= PICTURES.descriptionLength) return undefined;
  return refused(
    'too-long',
    said`A description has at most ${PICTURES.descriptionLength} characters; yours has ${length}. Shorten it.`,
  ).refusal;
}

/** The uploads that a post's pictures came from. */
export const uploadsIn = (attachments: readonly Attachment[] = []): readonly string[] =>
  attachments.flatMap(({ here }) => (here === undefined ? [] : [here.upload]));
