import type { Readable } from 'node:stream';
import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Focus, Picture, PictureFormat, Recording, RecordingKind, Size, Upload } from '../community/media.ts';
import type { Result } from '../community/result.ts';
import type { Sentence } from '../community/said.ts';

/** Files of this server's own: on the machine's disk, or in a store elsewhere that speaks S3. */
export interface MediaFiles {
  /**
   * A directory for files that are being received, each under a new random name, on this machine's disk; nobody can ask
   * for what lies there.
   */
  arriving(): Promise<string>;
  /** Where a file that was received lies, by its name; `null` where it lies no more, or lies on another machine. */
  arrived(name: string): Promise<string | null>;
  /** Deletes a file that was received; gone already is fine. */
  discard(path: string): Promise<void>;
  /** Keeps a file under a name, all of it or nothing: these bytes, or those of the file at this path. */
  keep(name: string, content: Uint8Array | string): Promise<void>;
  /** Gone already is fine. */
  remove(name: string): Promise<void>;
  /** A file, for sending it. `null` for what is not there and for what is no name of ours. */
  open(name: string, how?: Reading): Promise<KeptHere | KeptElsewhere | null>;
  /** Discards what has been arriving since before a time, but for what is still needed; how many there were. */
  sweep(before: Date, needed: ReadonlySet<string>): Promise<number>;
}

export interface Reading {
  /** A range of bytes (RFC 9110 §14.2); a store elsewhere is asked for it, whoever sends a file from here sees to it. */
  readonly range?: string;
  /** What is said of it, without itself. */
  readonly headOnly?: boolean;
}

export interface KeptHere {
  readonly mediaType: string;
  readonly path: string;
}

/** What a store elsewhere sends: all of it (200), the part asked for (206), or that there is no such part (416). */
export interface KeptElsewhere {
  readonly mediaType: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
}

/** What was made of a file that somebody sent: encoded anew, without anything that it told besides. */
export interface MadePicture extends Picture {
  readonly full: Uint8Array;
  readonly preview: Uint8Array;
}

/** Makes pictures of files. Whoever sent them may mean harm. */
export interface Pictures {
  /** What a file is, by its bytes; refused with a sentence that says what to send instead. */
  look(path: string): Promise<Result<PictureFormat, 'no-picture' | 'too-large'>>;
  /**
   * One at a time; others wait.
   *
   * @param cut the size that it is cut to, around its middle; absent: all of it, as large as it may be
   */
  make(path: string, format: PictureFormat, cut?: Size): Promise<Result<MadePicture, 'no-picture' | 'too-large'>>;
}

export type RecordingRefusal = 'no-recording' | 'too-large';

/** What was made of a film or a sound that somebody sent: encoded anew, without anything that it told besides. */
export interface MadeRecording {
  /** Where it lies, for whoever keeps it and discards it there. */
  readonly file: string;
  readonly recording: Recording;
  /** Of a film: one frame of it, small, as a JPEG, and the film's size. */
  readonly preview?: Uint8Array;
  readonly picture?: Picture;
}

/** Makes films and sound of files, where this machine can. Whoever sent them may mean harm. */
export interface Recordings {
  /** Whether any is taken here. */
  areTaken(): Promise<boolean>;
  /** What a file is, by its bytes; `null` for what is neither film nor sound. */
  look(path: string): Promise<Result<RecordingKind | null, RecordingRefusal>>;
  /** One at a time; others wait. Rejects when the server stops meanwhile. */
  make(path: string, kind: RecordingKind): Promise<Result<MadeRecording, RecordingRefusal>>;
}

/** What came out of making. */
export interface MadeOf {
  readonly picture?: Picture;
  readonly recording?: Recording;
}

/** What people sent for their posts. Of one that is in no post after a day nothing is left. */
export interface Uploads {
  /** `false` when its number is taken. */
  add(upload: Upload): Promise<boolean>;
  /** One that has been waiting to be made for ten minutes, without a file that it could be made of, counts as failed. */
  get(id: string): Promise<Upload | null>;
  /** It is made; `false` when it was taken back meanwhile. */
  finish(id: string, made: MadeOf): Promise<boolean>;
  fail(id: string, why: Sentence): Promise<void>;
  /** Whoever makes it goes on doing so. */
  hold(id: string): Promise<void>;
  /** Of those that are to be made, some that nobody is making any more; each is held from now on. */
  takeUp(limit: number): Promise<readonly TakenUp[]>;
  /** Files that were received and are still needed. */
  arrivedNames(): Promise<ReadonlySet<string>>;
  /** Says what is to be seen and where to look first, while it is in no post. Absent: as it was; empty: no longer. */
  describe(id: string, said: { readonly description?: string; readonly focus?: Focus }): Promise<void>;
  /** Takes it for a post, if it is hers, ready, and in no other post. Again for the same post is fine. */
  claim(id: string, by: { readonly by: PersonIri; readonly post: PostIri }): Promise<Upload | null>;
  /** Those of a post that has not come about are free again. */
  giveBack(post: PostIri, ids: readonly string[]): Promise<void>;
  /** The post has it: it stays until the post lets go of it. */
  settle(ids: readonly string[]): Promise<void>;
  /** The post will not come about: all that was taken for it is free again, for a day. */
  letGo(post: PostIri): Promise<void>;
  /** Every one taken for a post. */
  ofPost(post: PostIri): Promise<readonly Upload[]>;
  /** Those that somebody sent as pictures of herself, whether she shows them or not. */
  portraitsOf(by: PersonIri): Promise<readonly Upload[]>;
  /** Takes it back, unless a post has it, or is about to; whether it did. */
  takeBack(id: string): Promise<boolean>;
  /** Of films and sound alone, where that is asked. */
  countUnused(by: PersonIri, only?: 'recordings'): Promise<number>;
  /** Those whose day is over, the longest over first. */
  over(limit: number): Promise<readonly Upload[]>;
  remove(id: string): Promise<void>;
}

/** One that somebody began to make, and how often. */
export interface TakenUp {
  readonly upload: Upload & { readonly arrived: string };
  readonly tries: number;
  readonly sentAt: Date;
}
