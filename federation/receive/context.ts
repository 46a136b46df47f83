import type { Actions } from '../../server/actions/index.ts';
import type { Addresses } from '../../server/community/addresses.ts';
import type { ActivityIri, ActorIri } from '../../server/community/ids.ts';
import type { Log } from '../../server/log.ts';
import type { Stores } from '../../server/ports/index.ts';
import type { FetchDocument } from '../fetch/document.ts';
import type { JsonObject } from '../vocabulary/read.ts';

/** Learns who an actor elsewhere is; `again` asks their server even if they are known. */
export type Meet = (iri: string, how?: { readonly again: boolean }) => Promise<'person' | 'community' | null>;

/** What carrying out a received activity needs. */
export interface ReceiveContext
  extends Pick<Stores, 'people' | 'communities' | 'follows' | 'posts' | 'inbox' | 'activities'> {
  readonly actions: Actions;
  readonly addresses: Addresses;
  readonly fetchDocument: FetchDocument;
  /** Makes sure that an actor elsewhere is known, by its own document; `null` when it cannot be had. */
  readonly meet: Meet;
  readonly log: Log;
}

/** An activity whose sender is proven: its `actor` is the owner of the key that signed it. */
export interface SentActivity {
  readonly iri: ActivityIri;
  readonly sender: ActorIri;
  readonly json: JsonObject;
  readonly receivedAt: Date;
  /** How long ago that was, in milliseconds, when it is carried out. */
  readonly waitedMs: number;
  /** Taken up before, and perhaps carried out, without getting marked as done. */
  readonly again?: boolean;
}

/**
 * What became of it, for the log. `ignored` is no fault: other servers say much that is not for us.
 */
export type Outcome = `done: ${string}` | `ignored: ${string}` | `refused: ${string}`;

/** One kind of activity, turned from the wire's words into an action. */
export type Translate = (context: ReceiveContext, activity: SentActivity) => Promise<Outcome>;
