import type { PersonIri } from '../community/ids.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'notificationMarks' | 'clock'>;

/** Somebody puts away everything that she was told until now. It stays where it stands; she is not shown it in apps. */
export async function clearNotifications(house: Needs, { person }: { readonly person: PersonIri }): Promise<void> {
  await house.notificationMarks.clear(person, house.clock.now());
}

/** Somebody puts away one thing that she was told, by its number. */
export async function dismissNotification(
  house: Needs,
  { person, number }: { readonly person: PersonIri; readonly number: string },
): Promise<void> {
  const { dismissed } = await house.notificationMarks.of(person);
  if (!dismissed.has(number)) await house.notificationMarks.dismiss(person, number);
}
