import { asArray, idOf, isOneOf, type JsonObject, type JsonValue, memberOf } from '../vocabulary/read.ts';

/**
 * What an activity changes and what it needs, by name; `everything` keeps its sender's other activities apart from it.
 */
export type Touched = { readonly changes: readonly string[]; readonly needs: readonly string[] } | 'everything';

/** Reactions change what their sender has said of a post. */
const ABOUT_ONE_POST = ['Like', 'Dislike', 'EmojiReact'] as const;

/**
 * What of a sender's activities must stay in the order of their arrival: whatever changes what another one changes or
 * needs. Likes of two posts need not wait for each other, nor do two answers to one post; an answer waits for the post
 * that it answers. Whatever is not known to be harmless touches everything.
 */
export function touchedBy(json: JsonObject): Touched {
  const object = memberOf(json, 'object');
  const id = idOf(object);
  if (id === undefined) return 'everything';
  if (isOneOf(json, ABOUT_ONE_POST) !== undefined) return { changes: [`reaction ${id}`], needs: [id] };
  if (isOneOf(json, ['Announce']) !== undefined) return { changes: chainOf(object), needs: parentsIn(object) };
  if (isOneOf(json, ['Create']) === undefined || asArray(object).length > 1) return 'everything';
  const parents = parentsIn(object);
  // A Note with a name that answers something may be a vote, of which there may be several.
  const votes = typeof memberOf(object, 'name') === 'string' ? parents.map((parent) => `vote ${parent}`) : [];
  return { changes: [id, ...votes], needs: parents };
}

/** Everything that something passed on is about, from the outside in: a community passes on much that is unrelated. */
function chainOf(value: JsonValue | undefined, depth = 4): readonly string[] {
  const inner = depth > 0 ? asArray(memberOf(value, 'object')) : [];
  return [idOf(value), ...inner.flatMap((one) => chainOf(one, depth - 1))].filter((id) => id !== undefined);
}

function parentsIn(value: JsonValue | undefined, depth = 4): readonly string[] {
  const inner = depth > 0 ? asArray(memberOf(value, 'object')) : [];
  const parent = idOf(memberOf(value, 'inReplyTo'));
  return [...(parent === undefined ? [] : [parent]), ...inner.flatMap((one) => parentsIn(one, depth - 1))];
}

/** What those of a line touch that are not over yet. */
export interface TouchedByLine {
  /** Whether something may begin beside all of them. */
  leaves(touched: Touched): boolean;
  add(touched: Touched): void;
  remove(touched: Touched): void;
}

export function createTouchedByLine(): TouchedByLine {
  const changed = new Map<string, number>();
  const needed = new Map<string, number>();
  let count = 0;
  let everything = 0;

  function each(touched: Touched, by: 1 | -1): void {
    count += by;
    if (touched === 'everything') everything += by;
    else {
      for (const name of touched.changes) add(changed, name, by);
      for (const name of touched.needs) add(needed, name, by);
    }
  }

  return {
    leaves(touched) {
      if (touched === 'everything') return count === 0;
      if (everything > 0) return false;
      const { changes, needs } = touched;
      return !changes.some((name) => changed.has(name) || needed.has(name)) && !needs.some((name) => changed.has(name));
    },
    add: (touched) => each(touched, 1),
    remove: (touched) => each(touched, -1),
  };
}

function add(counts: Map<string, number>, name: string, by: number): void {
  const sum = (counts.get(name) ?? 0) + by;
  if (sum > 0) counts.set(name, sum);
  else counts.delete(name);
}
