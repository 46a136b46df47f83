/**
 * What a decision says no with: a code for programs, a sentence for the person (what happened and what to do),
 * and, where it helps the operator, a detail for the log.
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  readonly text: string;
  readonly log?: string;
}

/** A decision's answer: a value, or a refusal. Exceptions are for broken machines only. */
export type Result<Value, Code extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Code> };

export const accepted = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const refused = <Code extends string>(
  code: Code,
  text: string,
  log?: string,
): { readonly ok: false; readonly refusal: Refusal<Code> } => ({
  ok: false,
  refusal: log === undefined ? { code, text } : { code, text, log },
});

/** For `default:` of an exhaustive switch: reaching it is a bug the type checker would have found. */
export function never(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
