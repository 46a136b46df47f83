import type { ActorIri, PostIri } from '../community/ids.ts';

/** What an address allows that somebody answers a thread by. */
export interface ReplyRight {
  /** The number of the person whose it is (`actorNumber`). */
  readonly person: string;
  /** The key of the post that is answered (`postKey`). */
  readonly post: string;
  /** The end of a day. */
  readonly until: Date;
  /** Whether it is ours, and of that epoch of hers. */
  readonly isOf: (epoch: number) => boolean;
}

/** What an address allows that somebody keeps letters of hers by. */
export interface CaptureRight {
  readonly person: string;
  readonly isOf: (epoch: number) => boolean;
}

/** Addresses for answers by e-mail: one for each person and post, which proves itself. None is stored. */
export interface ReplyAddresses {
  issue(right: {
    readonly person: ActorIri;
    readonly post: PostIri;
    readonly epoch: number;
    readonly until: Date;
  }): string;
  /** What an address says of itself; `null` for one that cannot be ours. Nothing of it is believed before `isOf`. */
  read(address: string): ReplyRight | null;
  /** The address by which her letters become notes of hers. */
  issueCapture(right: { readonly person: ActorIri; readonly epoch: number }): string;
  readCapture(address: string): CaptureRight | null;
}
