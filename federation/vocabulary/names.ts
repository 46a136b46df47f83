/** The ActivityStreams vocabulary's namespace, which is also its context (ActivityStreams 2.0 §2.1). */
export const ACTIVITYSTREAMS = 'https://www.w3.org/ns/activitystreams';

/** The collection of everybody (ActivityPub §5.6), as we write it. */
export const PUBLIC = `${ACTIVITYSTREAMS}#Public`;

/** ActivityPub §5.6: JSON-LD compaction lets senders write the same collection in these ways. */
const PUBLIC_SPELLINGS: ReadonlySet<string> = new Set([PUBLIC, 'as:Public', 'Public']);

/** Whether an address names everybody, in any spelling that ActivityPub §5.6 allows. */
export function isPublic(address: string): boolean {
  return PUBLIC_SPELLINGS.has(address);
}

/** The types that can act (ActivityStreams vocabulary §3.2). */
export const ACTOR_TYPES = ['Person', 'Group', 'Organization', 'Service', 'Application'] as const;

/** What kind of actor somebody is. A community is a Group. */
export type ActorType = (typeof ACTOR_TYPES)[number];
