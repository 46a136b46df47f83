import type { Clock } from '../../server/clock.ts';
import type { Keys } from '../../server/ports/actors.ts';
import type { Activities, Delivery } from '../../server/ports/federation.ts';
import type { GuardedFetch } from '../fetch/guarded-fetch.ts';
import { digestOf } from '../signatures/digest.ts';
import { signRequest } from '../signatures/sign-request.ts';
import { ACTIVITY_JSON } from '../vocabulary/media-type.ts';
import type { FollowersSaid } from './followers-said.ts';
import type { Attempt } from './outcome.ts';
import { remembered } from './remembered.ts';

/** An activity as bytes, and when it was sent out. */
export interface Letter {
  readonly body: Uint8Array;
  /** The `Digest` header of that body: the same for every inbox. */
  readonly digest: string;
  readonly since: Date;
  /** Whether it goes to its actor's followers. */
  readonly forFollowers: boolean;
}

/** The two steps of one delivery. */
export interface Post {
  /** The activity to deliver, read once for all its inboxes; `null` when it is no longer kept. */
  letter(delivery: Delivery): Promise<Letter | null>;
  /** Signs and sends; `no-key` when the actor is not one of this server's any more. */
  send(delivery: Delivery, letter: Letter, signal: AbortSignal): Promise<Attempt | 'no-key'>;
}

/** Bodies are small and a fan-out is about few of them. */
const LETTERS = 128;
const LETTERS_KEPT_MS = 10 * 60_000;
/** Opening a sealed key costs more than signing with it; a new one is used within a minute. */
const KEYS = 500;
const KEYS_KEPT_MS = 60_000;

/** Posts activities to inboxes: signed just before sending, with the Date of that moment (draft-cavage-12). */
export function createPost({
  activities,
  keys,
  fetch,
  followersSaid,
  wall,
}: {
  readonly activities: Pick<Activities, 'byIri'>;
  readonly keys: Pick<Keys, 'signingKey'>;
  readonly fetch: Pick<GuardedFetch, 'post'>;
  readonly followersSaid?: FollowersSaid;
  readonly wall: Clock;
}): Post {
  const letterOf = remembered({
    limit: LETTERS,
    keepMs: LETTERS_KEPT_MS,
    wall,
    load: async (iri: Delivery['activity']): Promise<Letter | null> => {
      const outgoing = await activities.byIri(iri);
      if (outgoing === null) return null;
      const body = Buffer.from(outgoing.body);
      const forFollowers = followersSaid?.concerns(outgoing) === true;
      return { body, digest: digestOf(body), since: outgoing.at, forFollowers };
    },
  });
  const keyOf = remembered({ limit: KEYS, keepMs: KEYS_KEPT_MS, wall, load: keys.signingKey.bind(keys) });

  return {
    letter: (delivery) => letterOf(delivery.activity),
    async send({ actor, inbox, host }, { body, digest, forFollowers }, signal) {
      const key = await keyOf(actor);
      if (key === null) return 'no-key';
      // What cannot be parsed cannot be signed for; the fetch would refuse it too.
      if (!URL.canParse(inbox)) return { failure: 'bad-url' };
      const said = forFollowers ? await followersSaid?.to(host, actor) : undefined;
      const headers = await signRequest({
        ...key,
        method: 'POST',
        url: inbox,
        body,
        digest,
        contentType: ACTIVITY_JSON,
        ...(said === undefined ? {} : { more: { 'Collection-Synchronization': said } }),
        now: wall.now(),
      });
      const answer = await fetch.post(inbox, { body, headers, signal });
      if (!answer.ok) return { failure: answer.refusal.code };
      return { status: answer.status, retryAfter: answer.headers['retry-after'] };
    },
  };
}
