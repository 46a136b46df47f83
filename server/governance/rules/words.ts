import { never } from '../../community/result.ts';
import { type Said, said, together } from '../../community/said.ts';
import { measureWords } from './human.ts';
import type { AutoEffect, Condition, Fact, Facts, RuleDraft, Value } from './rule.ts';
import { VOCABULARY } from './vocabulary.ts';

/**
 * A rule as a sentence, for pages and polls: “Posts by members of less than 30 days that carry more than 2 links are
 * held for up to 72 hours.” Each of its clauses is one that languages can put where they want it.
 */
export function ruleWords({
  when,
  autoWhen,
  effects,
  human,
  existing,
}: Pick<RuleDraft, 'when' | 'autoWhen' | 'effects' | 'human' | 'existing'>): Said {
  const acts = effects.length > 0;
  const does = acts ? all(effects.map(effectWords)) : said`are a matter for people to judge`;
  const once = acts && autoWhen !== undefined ? said`${does}, once it is so that ${clause(autoWhen)}` : does;
  const sentences = [
    postsThat(when, once),
    ...(existing === undefined
      ? []
      : [
          said`Such posts that exist already are hidden too, seven days after their authors were told, as long as the rule is in force; nobody is sanctioned for them.`,
        ]),
    ...(human === undefined ? [] : [said`People may go as far as this: ${measureWords({ human })}.`]),
  ];
  return sentences.length === 1 ? (sentences[0] as Said) : together(...sentences);
}

/** Which posts a condition means, and what they do or what is done to them. */
function postsThat(condition: Condition, does: Said): Said {
  const parts = 'all' in condition ? condition.all : [condition];
  const authors = parts.filter((part) => aboutOf(part) === 'author').map(comparison);
  const posts = parts.filter((part) => aboutOf(part) === 'post').map(comparison);
  const others = parts.filter((part) => aboutOf(part) === null).map(clause);
  const by = authors.length > 0 ? joined(authors, whoAreAlso) : null;
  const that = posts.length > 0 ? all(posts) : null;
  const which = others.length > 0 ? all(others) : null;
  if (by && that && which) return said`Posts by ${by} that ${that} and for which ${which} ${does}.`;
  if (by && that) return said`Posts by ${by} that ${that} ${does}.`;
  if (by && which) return said`Posts by ${by} and for which ${which} ${does}.`;
  if (that && which) return said`Posts that ${that} and for which ${which} ${does}.`;
  if (by) return said`Posts by ${by} ${does}.`;
  if (that) return said`Posts that ${that} ${does}.`;
  return said`Posts for which ${which ?? ''} ${does}.`;
}

/** What an effect does: what follows “posts …”. */
export function effectWords(effect: AutoEffect): Said {
  switch (effect.do) {
    case 'hold':
      return effect.hours === 1
        ? said`are held for up to ${effect.hours} hour`
        : said`are held for up to ${effect.hours} hours`;
    case 'hide':
      return effect.hours === 1
        ? said`are hidden for up to ${effect.hours} hour`
        : said`are hidden for up to ${effect.hours} hours`;
    case 'label':
      return said`are labelled “${effect.label}”`;
    case 'limit':
      return said`are held for ${hoursOf(effect.hours)} when their author wrote ${postsOf(effect.posts)} in that time before`;
    default:
      return never(effect);
  }
}

/** So many hours, as a clause. */
export const hoursOf = (hours: number): Said => (hours === 1 ? said`${hours} hour` : said`${hours} hours`);
const postsOf = (posts: number): Said => (posts === 1 ? said`${posts} post` : said`${posts} posts`);

/** What was found, of all that a condition asks about: “The post carries 3 links; its author has …” */
export function factsWords(condition: Condition, facts: Facts): Said {
  const found = foundIn(factsIn(condition), facts);
  return sentenceOf(found.length === 0 ? [said`the post is one that this rule is about`] : found);
}

/** An example in words: all that is known of it. */
export function exampleWords(example: Facts): Said {
  const found = foundIn(Object.keys(example) as Fact[], example);
  return found.length === 0 ? said`any post.` : ended(found);
}

/** The same as a sentence of its own. */
export function exampleSentence(example: Facts): Said {
  const found = foundIn(Object.keys(example) as Fact[], example);
  return found.length === 0 ? said`Any post.` : sentenceOf(found);
}

const ended = (found: readonly Said[]): Said => said`${joined(found, semicolon, semicolon)}.`;

/** Found facts begin with a letter of ours in every language: `views/words/said/rule-found.ts` has them both ways. */
function sentenceOf([first, ...others]: readonly Said[]): Said {
  const { pattern, values } = first as Said;
  return ended([{ pattern: `${pattern.charAt(0).toUpperCase()}${pattern.slice(1)}`, values }, ...others]);
}

const foundIn = (facts: readonly Fact[], known: Facts): readonly Said[] =>
  [...new Set(facts)].map((fact) => foundWords(fact, known)).filter((part) => part !== null);

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
const BOUNDS: Readonly<Record<Exclude<Sign, 'has'>, Said>> = {
  eq: said`exactly`,
  gt: said`more than`,
  gte: said`at least`,
  lt: said`less than`,
  lte: said`at most`,
};

function foundWords(fact: Fact, facts: Facts): Said | null {
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
function comparison(condition: Condition): Said {
  const asked = comparisonOf(condition);
  if (asked === null) return clause(condition);
  const { fact, sign, value } = asked;
  const meaning = VOCABULARY[fact];
  // Only a list has something: a number is compared.
  if (meaning.type === 'number') return meaning.say(BOUNDS[sign === 'has' ? 'eq' : sign], Number(value));
  if (meaning.type === 'boolean') return meaning.say(value === true);
  return meaning.say(String(value));
}

/** Any condition as a clause after “for which”. */
function clause(condition: Condition): Said {
  if ('all' in condition) return said`(${all(condition.all.map(clause))})`;
  if ('any' in condition) return said`(${joined(condition.any.map(clause), or)})`;
  if ('not' in condition) return said`it is not so that ${clause(condition.not)}`;
  if ('human' in condition) return said`a person judges: “${condition.human}”`;
  const asked = comparison(condition);
  return aboutOf(condition) === 'author' ? said`they are by ${asked}` : said`they ${asked}`;
}

type Join = (one: Said, other: Said) => Said;
const comma: Join = (one, other) => said`${one}, ${other}`;
const semicolon: Join = (one, other) => said`${one}; ${other}`;
const and: Join = (one, other) => said`${one} and ${other}`;
const or: Join = (one, other) => said`${one} or ${other}`;
const whoAreAlso: Join = (one, other) => said`${one} who are also ${other}`;

/** `a`, `a and b`, `a, b and c`: of one part at least. */
function joined(parts: readonly Said[], last: Join, before: Join = comma): Said {
  return parts.reduce((one, other, at) => (at === parts.length - 1 ? last : before)(one, other));
}
const all = (parts: readonly Said[]): Said => joined(parts, and);
