import type { ActorIri, PersonIri } from '../../community/ids.ts';
import { type NotificationPolicy, TELL_EVERYTHING } from '../../community/notification-policy.ts';
import type { Result } from '../../community/result.ts';
import type { House } from '../house.ts';
import { changing } from './keeping.ts';
import { full, type TooMany } from './marks.ts';

/** There is one policy of each person. */
const ONLY = '1';

/** How somebody wants to be told; as long as she has said nothing, of everything. */
export async function policyOf(
  { notificationPolicies }: Pick<House, 'notificationPolicies'>,
  person: PersonIri,
): Promise<NotificationPolicy> {
  return (await notificationPolicies.get(person, ONLY))?.content ?? TELL_EVERYTHING;
}

/** Somebody says of whom she wants to be told, and how. Nobody else learns it. */
export async function changePolicy(
  house: Pick<House, 'notificationPolicies' | 'clock'>,
  { by, said }: { readonly by: PersonIri; readonly said: Partial<NotificationPolicy> },
): Promise<Result<unknown, 'not-there' | 'busy'>> {
  // Where there is one already, it stays as it is.
  await house.notificationPolicies.add({ person: by, id: ONLY, at: house.clock.now(), content: TELL_EVERYTHING });
  return changing(house.notificationPolicies, { by, id: ONLY }, (before) => ({
    ok: true,
    value: { ...before, ...said },
  }));
}

/** She wants to hear of somebody, whatever her policy says. */
export async function hearActor(
  house: Pick<House, 'marks' | 'clock'>,
  { by, actor }: { readonly by: PersonIri; readonly actor: ActorIri },
): Promise<Result<null, TooMany>> {
  const tooMany = await full(house, by, 'heard');
  if (tooMany) return tooMany;
  await house.marks.put({ person: by, kind: 'heard', subject: actor, at: house.clock.now() });
  return { ok: true, value: null };
}

/** She puts away what somebody did until now and what her policy kept apart. */
export async function putRequestAway(
  house: Pick<House, 'marks' | 'clock'>,
  { by, actor }: { readonly by: PersonIri; readonly actor: ActorIri },
): Promise<Result<null, TooMany>> {
  const tooMany = await full(house, by, 'request');
  if (tooMany) return tooMany;
  // A mark keeps the time at which it was first made.
  await house.marks.remove(by, 'request', actor);
  await house.marks.put({ person: by, kind: 'request', subject: actor, at: house.clock.now() });
  return { ok: true, value: null };
}
