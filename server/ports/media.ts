import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Focus, Picture, PictureFormat, Size, Upload } from '../community/media.ts';
import type { Result } from '../community/result.ts';

/**
 * Files of this server's own. Today they lie on the machine's disk, and nowhere else: a store like S3 is not there yet,
 * and would be another implementation of this port, whose `find` names an address.
 */
export interface MediaFiles {
  /** A directory for files that are being received, each under a new random name; nobody can ask for what lies there. */
  arriving(): Promise<string>;
  /** Deletes a file that was received; gone already is fine. */
  discard(path: string): Promise<void>;
  /** Keeps a file under a name, all of it or nothing. */
  keep(name: string, content: Uint8Array): Promise<void>;
  /** Gone already is fine. */
  remove(name: string): Promise<void>;
  /** Where a file lies, for sending it. `null` for what is not there and for what is no name of ours. */
  find(name: string): Promise<{ readonly path: string; readonly mediaType: string } | null>;
  /** Discards what has been arriving since before a time; how many there were. */
  sweep(before: Date): Promise<number>;
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

/** What people sent for their posts. Of one that is in no post after a day nothing is left. */
export interface Uploads {
  /** `false` when its number is taken. */
  add(upload: Upload): Promise<boolean>;
  /** One that has been waiting to be made for ten minutes counts as failed. */
  get(id: string): Promise<Upload | null>;
  finish(id: string, picture: Picture): Promise<void>;
  fail(id: string, why: string): Promise<void>;
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
  countUnused(by: PersonIri): Promise<number>;
  /** Those whose day is over, the longest over first. */
  over(limit: number): Promise<readonly Upload[]>;
  remove(id: string): Promise<void>;
}
