import { createHash } from 'node:crypto';
import type { House } from '../actions/house.ts';
import { nextLetter } from '../community/letters.ts';
import { createLoop, type Loop } from '../loop.ts';
import type { LetterWish } from '../ports/letter-wishes.ts';

const LOOK_EVERY_MS = 20_000;
const AT_A_TIME = 50;
/** So long a mail server may be away. */
const DAYS_MS = 3 * 86_400_000;

/**
 * Puts letters of what is new into the outbox when they are due, by the community's clock. A letter has the same id
 * however often it is put there, and what it tells of ends at the moment it was due: so a stop in between sends it once
 * and leaves nothing out.
 */
export function createNewsLetters(house: House, { lookEveryMs = LOOK_EVERY_MS } = {}): Loop {
  return createLoop({
    async look() {
      if (!house.sendsMail) return false;
      const due = await house.letterWishes.due(house.clock.now(), AT_A_TIME);
      for (const wish of due) await send(house, wish);
      if (due.length > 0) house.wake();
      return due.length === AT_A_TIME;
    },
    everyMs: lookEveryMs,
    onFault: (cause) => house.log.error({ err: cause }, 'the look for letters that are due failed; the next follows'),
  });
}

async function send(house: House, wish: LetterWish): Promise<void> {
  const { person, way, since, dueAt: upTo } = wish;
  if (way === 'off' || upTo === undefined) return;
  const at = house.clock.now();
  if (way !== 'gathered' || (await isNamed(house, wish, upTo))) {
    const id = createHash('sha256').update(['news', person, upTo.toISOString()].join('\n')).digest('base64url');
    await house.mails.add({ kind: 'news', id, person, since, upTo, at, until: new Date(at.getTime() + DAYS_MS) });
  }
  const dueAt = nextLetter(way, at, await house.quietHours.of(person));
  await house.letterWishes.sent(wish, { since: upTo, dueAt });
}

/** Whether anybody named or answered her, or told her something, since: else an hour passes without a letter. */
async function isNamed({ notices, timelines }: House, { person, since }: LetterWish, upTo: Date): Promise<boolean> {
  const stretch = { notBefore: new Date(since.getTime() + 1), notAfter: upTo, oldestFirst: true, limit: 1 };
  const [told, named] = await Promise.all([notices.stretch(person, stretch), timelines.addressing(person, stretch)]);
  return told.length > 0 || named.length > 0;
}
