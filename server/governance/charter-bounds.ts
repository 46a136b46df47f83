import { z } from 'zod';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { CharterParameters } from './charter.ts';
import { ofEachSpan, type SpanName } from './charter-parameters.ts';
import { clause, clauseOf } from './clauses.ts';
import { readDomains } from './sign-up.ts';

/** What a charter may be set to, least and most, both included. */
export const CHARTER_BOUNDS: Readonly<Record<SpanName, readonly [least: number, most: number]>> = ofEachSpan(
  ({ least, most }) => [least, most],
);

const spans = Object.entries(CHARTER_BOUNDS).map(([name, [least, most]]) => [
  name,
  z
    .int(clause(said`it is to be a whole number`))
    .min(least, clause(said`it is to be at least ${least}`))
    .max(most, clause(said`it is to be at most ${most}`))
    .optional(),
]);

const DOMAINS = clause(said`it is “none”, or up to 20 domains with commas between them`);

const parameters = z.strictObject(
  {
    signUp: z.enum(['open', 'request', 'invitation'], clause(said`it is “open”, “request” or “invitation”`)).optional(),
    signUpDomains: z
      .string(DOMAINS)
      .max(2000, DOMAINS)
      .transform((text) => readDomains(text))
      .refine((read) => read !== null, DOMAINS)
      .optional(),
    federation: z.enum(['open', 'allow-list'], clause(said`it is “open” or “allow-list”`)).optional(),
    juryRandomness: z.enum(['commit-reveal', 'drand'], clause(said`it is “commit-reveal” or “drand”`)).optional(),
    ...Object.fromEntries(spans),
  },
  clause(said`the charter has no such parameter`),
);

/** Reads changed parameters that somebody sent; the refusal names the one that is wrong, and its bounds. */
export function parseParameters(input: unknown): Result<Partial<CharterParameters>, 'bad-parameters'> {
  const parsed = parameters.safeParse(input);
  if (parsed.success) return accepted(present(parsed.data));
  const [issue] = parsed.error.issues;
  const wrong = clauseOf(issue);
  return refused(
    'bad-parameters',
    issue?.path.length
      ? said`Something is wrong with “${issue.path.join('.')}”: ${wrong}.`
      : said`Something is wrong with the charter’s change: ${wrong}.`,
  );
}

/** Without the parameters that were named but not given. */
function present(given: Readonly<Record<string, unknown>>): Partial<CharterParameters> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
