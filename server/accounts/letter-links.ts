import type { House } from '../actions/house.ts';
import type { PersonIri } from '../community/ids.ts';
import type { LetterWish } from '../ports/letter-wishes.ts';

const KIND = 'letters';
/** So long the link in a letter works; each brings a new one. */
const DAYS = 60;
const DAY_MS = 86_400_000;

/** By which whoever holds a letter changes how often such letters come, or ends them: nothing else, and signed in nowhere. */
export function letterSettingsLink(
  { capabilities, addresses, clock }: Pick<House, 'capabilities' | 'addresses' | 'clock'>,
  { person, epoch }: Pick<LetterWish, 'person' | 'epoch'>,
): string {
  const until = new Date(clock.now().getTime() + DAYS * DAY_MS);
  return `${addresses.origin}/letters/${capabilities.issue({ kind: KIND, subject: String(epoch), person, until })}`;
}

/** Whose letters a link is about; `null` where it is none of ours, too old, or of an epoch that is over. */
export async function wishByLink(
  { capabilities, letterWishes, clock }: Pick<House, 'capabilities' | 'letterWishes' | 'clock'>,
  token: string,
): Promise<LetterWish | null> {
  const found = capabilities.read(token, KIND, clock.now());
  const wish = found && (await letterWishes.of(found.person as PersonIri));
  return wish && String(wish.epoch) === found?.subject ? wish : null;
}
