import { inEnglish, type Said, type Sentence } from './said.ts';

/**
 * What a decision says no with: a code for programs, a sentence for the person (what happened and what to do),
 * and, where it helps the operator, a detail for the log.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** In English. */
  readonly text: string;
  /** The same for who reads it on a page, where there are values in it (`sentenceOf`). */
  readonly said?: Said;
  readonly log?: string;
}

/** A decision's answer: a value, or a refusal. Exceptions are for broken machines only. */
export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export const accepted = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const refused = <Code extends string>(
  code: Code,
  text: Sentence,
  log?: string,
): { readonly ok: false; readonly refusal: Refusal<Code> } => ({ ok: false, refusal: refusal(code, text, log) });

/** The refusal alone. */
export const refusal = <Code extends string>(code: Code, text: Sentence, log?: string): Refusal<Code> => ({
  code,
  text: inEnglish(text),
  ...(typeof text === 'string' ? {} : { said: text }),
  ...(log === undefined ? {} : { log }),
});

/** What a refusal says, for a page to say in its reader's language. */
export const sentenceOf = ({ said, text }: Pick<Refusal, 'said' | 'text'>): Sentence => said ?? text;

/** For `default:` of an exhaustive switch: reaching it is a bug the type checker would have found. */
export function never(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
