import { firstQuarter } from './local-time.ts';
import { type QuietHours, quietUntil } from './quiet-hours.ts';

/**
 * How somebody wants to be written to by e-mail of what is new: not at all, which is how it begins; when somebody named
 * or answered her, gathered for an hour; of everything in her communities each morning; or each Monday morning.
 */
export const LETTER_WAYS = ['off', 'gathered', 'daily', 'weekly'] as const;
export type LetterWay = (typeof LETTER_WAYS)[number];

export const isLetterWay = (text: unknown): text is LetterWay => (LETTER_WAYS as readonly unknown[]).includes(text);

const GATHERED_MS = 60 * 60_000;
const EIGHT = 8 * 60;
const MONDAY = 1;

/**
 * When the next letter goes out: at eight in the morning where she is, but never in her quiet hours: when they are over,
 * then.
 *
 * @param after the last one, or when she said that she wants them
 */
export function nextLetter(way: Exclude<LetterWay, 'off'>, after: Date, quiet: QuietHours): Date {
  const usual = usualTime(way, after, quiet.zone);
  return quietUntil(quiet, usual) ?? usual;
}

function usualTime(way: Exclude<LetterWay, 'off'>, after: Date, zone: string): Date {
  if (way === 'gathered') return new Date(after.getTime() + GATHERED_MS);
  return firstQuarter(
    after,
    zone,
    ({ weekday, minute }) => minute === EIGHT && (way === 'daily' || weekday === MONDAY),
    { days: 8 },
  );
}
