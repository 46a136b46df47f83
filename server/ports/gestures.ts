import type { ActivityIri, PersonIri, PostIri } from '../community/ids.ts';
import type { Stretch } from './posts.ts';

/**
 * Somebody here likes or dislikes a post, or passes it on, or has taken that back. Of like and dislike there is one per
 * person and post, and the latest counts; a boost is apart.
 */
export interface Gesture {
  readonly actor: PersonIri;
  readonly post: PostIri;
  readonly kind: 'like' | 'dislike' | 'share';
  /** The activity that said so; taken back, it is what is undone. */
  readonly activity: ActivityIri;
  readonly at: Date;
  readonly takenBackAt?: Date;
  /** What it stands in the place of, and undoes. */
  readonly replaces?: { readonly kind: Stance; readonly activity: ActivityIri };
}

export type Stance = 'like' | 'dislike';

/** What must still happen because of it: counted here and sent, or the same undone. */
export type GestureEffect = 'make' | 'take-back';

export interface Gestures {
  /** Her like or dislike. */
  get(actor: PersonIri, post: PostIri): Promise<Gesture | null>;
  /** Her boost. */
  shareOf(actor: PersonIri, post: PostIri): Promise<Gesture | null>;
  /** What an activity of somebody here said, if it was one of these. */
  byActivity(activity: ActivityIri): Promise<Gesture | null>;
  /** Of some posts, what somebody has said of each and not taken back, and whether she passed it on. */
  by(
    actor: PersonIri,
    posts: readonly PostIri[],
  ): Promise<ReadonlyMap<PostIri, { readonly stance?: Stance; readonly shared: boolean }>>;
  /** What somebody likes and has not taken back, by the time she said so. */
  liked(actor: PersonIri, stretch: Stretch): Promise<readonly Gesture[]>;
  /** Saves it, with what follows, in one write; what an earlier one still had to do has been overtaken. */
  put(gesture: Gesture, pending: readonly GestureEffect[]): Promise<void>;
}
