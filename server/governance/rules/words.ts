import { never } from '../../community/result.ts';
import { measureWords } from './human.ts';
import type { AutoEffect, Condition, Fact, Facts, RuleDraft, Value } from './rule.ts';
import { amountOf, VOCABULARY } from './vocabulary.ts';

/**
 * A rule as a sentence, for pages and polls: “Posts by members of less than 30 days that carry more than 2 links are
 * held for up to 72 hours.”
 */
export function ruleWords({
  when,
  autoWhen,
  effects,
  human,
  existing,
}: Pick<RuleDraft, 'when' | 'autoWhen' | 'effects' | 'human' | 'existing'>): string {
  const does = effects.length === 0 ? 'are a matter for people to judge' : list(effects.map(effectWords), 'and');
  const once = autoWhen === undefined || effects.length === 0 ? '' : `, once it is so that ${clause(autoWhen)}`;
  const people = human === undefined ? '' : ` People may go as far as this: ${measureWords({ human })}.`;
  const before =
    existing === undefined
      ? ''
      : ' Such posts that exist already are hidden too, seven days after their authors were told, as long as the rule is in force; nobody is sanctioned for them.';
  return `Posts ${conditionWords(when)} ${does}${once}.${before}${people}`;
}

/** Which posts a condition means: what follows “posts …”. */
function conditionWords(condition: Condition): string {
  const parts = 'all' in condition ? condition.all : [condition];
  const authors = parts.filter((part) => aboutOf(part) === 'author').map(phrase);
  const posts = parts.filter((part) => aboutOf(part) === 'post').map(phrase);
  const clauses = parts.filter((part) => aboutOf(part) === null).map(clause);
  return [
    authors.length > 0 ? `by ${list(authors, 'who are also')}` : '',
    posts.length > 0 ? `that ${list(posts, 'and')}` : '',
    clauses.length > 0 ? `${authors.length + posts.length > 0 ? 'and ' : ''}for which ${list(clauses, 'and')}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What an effect does: what follows “posts …”. */
export function effectWords(effect: AutoEffect): string {
  switch (effect.do) {
    case 'hold':
      return `are held for up to ${amountOf(effect.hours, ['hour', 'hours'])}`;
    case 'hide':
      return `are hidden for up to ${amountOf(effect.hours, ['hour', 'hours'])}`;
    case 'label':
      return `are labelled “${effect.label}”`;
    case 'limit':
      return `are held for ${amountOf(effect.hours, ['hour', 'hours'])} when their author wrote ${amountOf(effect.posts, ['post', 'posts'])} in that time before`;
    default:
      return never(effect);
  }
}

/** What was found, of all that a condition asks about: “The post carries 3 links; its author has …” */
export function factsWords(condition: Condition, facts: Facts): string {
  const said = [...new Set(factsIn(condition))].map((fact) => foundWords(fact, facts)).filter((part) => part !== null);
  const sentence = said.length === 0 ? 'the post is one that this rule is about' : said.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** An example in words: all that is known of it. */
export function exampleWords(example: Facts): string {
  const said = (Object.keys(example) as Fact[])
    .map((fact) => foundWords(fact, example))
    .filter((part) => part !== null);
  return said.length === 0 ? 'any post.' : `${said.join('; ')}.`;
}

/** Every fact that a condition asks about, in its order. */
export function factsIn(condition: Condition): readonly Fact[] {
  if ('all' in condition) return condition.all.flatMap(factsIn);
  if ('any' in condition) return condition.any.flatMap(factsIn);
  if ('not' in condition) return factsIn(condition.not);
  const asked = comparisonOf(condition);
  return asked === null ? [] : [asked.fact];
}

/** A condition that compares one fact, taken apart. */
export function comparisonOf(
  condition: Condition,
): { readonly fact: Fact; readonly sign: Sign; readonly value: Value } | null {
  for (const sign of SIGNS) {
    const asked = (condition as Partial<Record<Sign, readonly [Fact, Value]>>)[sign];
    if (asked !== undefined) return { fact: asked[0], sign, value: asked[1] };
  }
  return null;
}

const SIGNS = ['eq', 'gt', 'gte', 'lt', 'lte', 'has'] as const;
export type Sign = (typeof SIGNS)[number];
const BOUNDS: Readonly<Record<Sign, string>> = {
  eq: 'exactly',
  gt: 'more than',
  gte: 'at least',
  lt: 'less than',
  lte: 'at most',
  has: '',
};

function foundWords(fact: Fact, facts: Facts): string | null {
  const meaning = VOCABULARY[fact];
  const value = facts[fact];
  if (meaning.type === 'number') return typeof value === 'number' ? meaning.found(value) : null;
  if (meaning.type === 'boolean') return typeof value === 'boolean' ? meaning.found(value) : null;
  if (meaning.type === 'list') return Array.isArray(value) ? meaning.found(value) : null;
  return typeof value === 'string' ? meaning.found(value) : null;
}

function aboutOf(condition: Condition): 'post' | 'author' | null {
  const asked = comparisonOf(condition);
  return asked === null ? null : VOCABULARY[asked.fact].about;
}

/** One comparison as a phrase after “that” or “by”. */
function phrase(condition: Condition): string {
  const asked = comparisonOf(condition);
  if (asked === null) return clause(condition);
  const { fact, sign, value } = asked;
  const meaning = VOCABULARY[fact];
  if (meaning.type === 'number') return meaning.say(`${BOUNDS[sign]} ${amountOf(Number(value), meaning.unit)}`);
  if (meaning.type === 'boolean') return meaning.say(value === true);
  return meaning.say(String(value));
}

/** Any condition as a clause after “for which”. */
function clause(condition: Condition): string {
  if ('all' in condition) return `(${list(condition.all.map(clause), 'and')})`;
  if ('any' in condition) return `(${list(condition.any.map(clause), 'or')})`;
  if ('not' in condition) return `it is not so that ${clause(condition.not)}`;
  if ('human' in condition) return `a person judges: “${condition.human}”`;
  return aboutOf(condition) === 'author' ? `they are by ${phrase(condition)}` : `they ${phrase(condition)}`;
}

/** `a`, `a and b`, `a, b and c`. */
function list(parts: readonly string[], word: string): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${word} ${last}`;
}
