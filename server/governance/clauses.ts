import { asPhrase, inEnglish, type Said, said } from '../community/said.ts';

/** What schemas say is wrong, by its English: that is all of it that Zod keeps. */
const CLAUSES = new Map<string, Said>();

/** For a schema: what is wrong, in words that end a sentence (“Something is wrong with …: it is to be text.”). */
export function clause(sentence: Said): string {
  const text = inEnglish(sentence);
  CLAUSES.set(text, sentence);
  return text;
}

/** What a schema found wrong, for a sentence that pages say in their reader's language. Zod's own words stay English. */
export function clauseOf(issue: { readonly message: string } | undefined): Said {
  if (issue === undefined) return said`it cannot be read`;
  return CLAUSES.get(issue.message) ?? asPhrase(issue.message);
}
