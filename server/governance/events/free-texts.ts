import type { Charter } from '../charter.ts';
import type { Change } from '../proposal.ts';
import type { Facts, Rule, RuleDraft } from '../rules/rule.ts';
import type { Tally } from '../tally/tally.ts';

/** What is decided on, or by: it always stays, whatever words are in it. */
type Decided = Change | Rule | RuleDraft | Charter | Facts | Tally;

/**
 * The paths at which a value holds plain text: a `string` that is no id, no digest and no one of a few words. Names are
 * joined by dots, `*` stands for every element of a list.
 */
export type FreeTexts<Value> = Value extends Decided | Date
  ? never
  : Value extends readonly (infer One)[]
    ? Below<'*', One>
    : Value extends object
      ? { [Name in keyof Value & string]-?: Below<Name, NonNullable<Value[Name]>> }[keyof Value & string]
      : never;

type Below<Name extends string, Value> = Value extends string
  ? string extends Value
    ? Name
    : never
  : FreeTexts<Value> extends infer Rest extends string
    ? `${Name}.${Rest}`
    : never;
