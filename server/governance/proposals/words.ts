import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { plainText } from '../rules/schema.ts';

export type WordsRefusal = 'bad-title' | 'bad-reasons';

const titleText = plainText(3, 120);
const reasonsText = plainText(1, 10_000);

/** What a proposal, or a text beside it, is called. */
export function readTitle(text: string): Result<string, 'bad-title'> {
  const title = titleText.safeParse(text);
  return title.success
    ? accepted(title.data)
    : refused('bad-title', 'Give the proposal a title of 3 to 120 characters.');
}

/** Why somebody proposes it, or says that something was done wrongly. */
export function readReasons(text: string): Result<string, 'bad-reasons'> {
  const reasons = reasonsText.safeParse(text);
  return reasons.success
    ? accepted(reasons.data)
    : refused('bad-reasons', 'Say why, in up to 10,000 characters of plain text.');
}
