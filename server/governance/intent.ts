import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import { isSeen, withoutUnseen } from '../community/text.ts';

/** What a community sets out to change, under four headings that every charter has (promise.md, 15). */
export const INTENT_HEADINGS = ['mindset', 'behaviours', 'structures', 'technology'] as const;
export type IntentHeading = (typeof INTENT_HEADINGS)[number];

/** What is said under each; absent where nobody has said anything yet. */
export type Intent = Readonly<Partial<Record<IntentHeading, string>>>;

export const LONGEST_INTENT = 1000;

export const INTENT_WORDS: Readonly<Record<IntentHeading, string>> = {
  mindset: 'Mindset changes',
  behaviours: 'Individual behaviours',
  structures: 'Organisational structures',
  technology: 'Technology',
};

export const isIntentHeading = (name: string): name is IntentHeading =>
  INTENT_HEADINGS.some((heading) => heading === name);

/** A text as it will stand there; or what is wrong with it. */
export function readIntentText(typed: string): Result<string, 'bad-intent'> {
  const text = withoutUnseen(typed).trim().toWellFormed();
  return isSeen(text) && text.length <= LONGEST_INTENT
    ? accepted(text)
    : refused('bad-intent', said`Say it in up to ${LONGEST_INTENT} characters.`);
}

/** What a founder says: headings left empty stay for the members. */
export function readIntent(said: Readonly<Partial<Record<IntentHeading, string>>>): Result<Intent, 'bad-intent'> {
  const intent: Partial<Record<IntentHeading, string>> = {};
  for (const heading of INTENT_HEADINGS) {
    const typed = said[heading] ?? '';
    if (!isSeen(typed)) continue;
    const text = readIntentText(typed);
    if (!text.ok) return text;
    intent[heading] = text.value;
  }
  return accepted(intent);
}
