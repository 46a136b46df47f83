import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import { ALERTS, PUSH_POLICIES } from '../community/push.ts';
import type { ClaimedPush, PushProgress, PushSubscription } from '../ports/push.ts';
import { count, type FieldsOf, list, oneOf, text } from './fields.ts';

const progressFields = {
  from: z.date(),
  since: z.date(),
  handled: list(text()),
} satisfies FieldsOf<PushProgress>;

/** What a token has where its app wants to be told: in the token's own document, so that it ends with it. */
export const pushSchema = z.object({
  /** A `PushAddress` as JSON, sealed. */
  sealed: text(),
  standard: z.boolean(),
  alerts: list(oneOf(...ALERTS)),
  policy: oneOf(...PUSH_POLICIES),
  ...progressFields,
  /** When a worker looks at it next, or its lease is over (the machine's time). */
  dueAt: z.date(),
  /** No look before. */
  restUntil: z.date(),
  claim: text().exactOptional(),
  /** There may be something that the look under way has not seen. */
  concerned: z.boolean().exactOptional(),
  failures: count,
  failingSince: z.date().exactOptional(),
} satisfies FieldsOf<
  Omit<PushSubscription, 'holder' | 'person' | 'address'> &
    PushProgress &
    Pick<ClaimedPush, 'claim' | 'failures' | 'failingSince'> & {
      sealed: string;
      dueAt: Date;
      restUntil: Date;
      concerned: boolean;
    }
>);
export type PushFields = z.infer<typeof pushSchema>;

/** The same in a session, which names its person by her name alone. */
export const browserPushSchema = pushSchema.extend({ person: text<PersonIri>() });
