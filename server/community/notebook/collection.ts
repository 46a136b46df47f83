import type { PostIri } from '../ids.ts';
import type { Result } from '../result.ts';
import { accepted, refused } from '../result.ts';
import { said } from '../said.ts';
import { isSeen, oneLine, withoutUnseen } from '../text.ts';
import { webAddress } from './note.ts';

/** What stands in a collection: a post from anywhere, or an address; and what its owner says of it. */
export type CollectionItem = {
  /** Its number in the collection. */
  readonly id: string;
  /** Why it stands there, in a sentence; may be empty. */
  readonly sentence: string;
  readonly at: Date;
} & (
  | { readonly kind: 'post'; readonly post: PostIri }
  | { readonly kind: 'link'; readonly url: string; readonly title: string }
);

/** A named list of what somebody found worth keeping, in an order of her own. */
export interface Collection {
  readonly title: string;
  /** What it is about. */
  readonly summary: string;
  readonly items: readonly CollectionItem[];
}

export const MOST_COLLECTIONS = 200;
export const MOST_COLLECTED = 500;
export const LONGEST_COLLECTION_TITLE = 200;
export const LONGEST_SUMMARY = 2000;
export const LONGEST_SENTENCE = 500;

/** What is to be different of a collection; what is not said stays. */
export interface CollectionChange {
  readonly title?: string;
  readonly summary?: string;
  readonly add?: CollectionItem;
  /** Another sentence for an item. */
  readonly say?: { readonly id: string; readonly sentence: string };
  readonly remove?: string;
  /** Puts an item one place up or down; at the end of the list it stays. */
  readonly move?: { readonly id: string; readonly by: -1 | 1 };
}

export type CollectionRefusal = 'no-title' | 'too-long' | 'too-many' | 'bad-address' | 'not-in-it' | 'in-it-already';

export const EMPTY_COLLECTION: Collection = { title: '', summary: '', items: [] };

/** A collection as it is after a change, if it can stand so. */
export function changedCollection(before: Collection, change: CollectionChange): Result<Collection, CollectionRefusal> {
  const title = change.title === undefined ? before.title : oneLine(change.title);
  const summary = change.summary === undefined ? before.summary : withoutUnseen(change.summary).trim();
  if (!isSeen(title)) return refused('no-title', 'Give the collection a name.');
  if (title.length > LONGEST_COLLECTION_TITLE)
    return refused('too-long', said`A name has at most ${LONGEST_COLLECTION_TITLE} characters.`);
  if (summary.length > LONGEST_SUMMARY)
    return refused('too-long', said`What it is about has at most ${LONGEST_SUMMARY} characters.`);
  const items = changedItems(before.items, change);
  return items.ok ? accepted({ title, summary, items: items.value }) : items;
}

type Items = Result<readonly CollectionItem[], CollectionRefusal>;

function changedItems(before: readonly CollectionItem[], { add, say, remove, move }: CollectionChange): Items {
  const named = say?.id ?? remove ?? move?.id;
  if (named !== undefined && !before.some(({ id }) => id === named))
    return refused('not-in-it', 'This does not stand in the collection any more.');
  if (add !== undefined) return withItem(before, add);
  if (say !== undefined) {
    const sentence = oneLine(say.sentence);
    if (sentence.length > LONGEST_SENTENCE) return tooLong();
    return accepted(before.map((item) => (item.id === say.id ? { ...item, sentence } : item)));
  }
  if (remove !== undefined) return accepted(before.filter(({ id }) => id !== remove));
  return accepted(move === undefined ? before : moved(before, move));
}

function withItem(before: readonly CollectionItem[], add: CollectionItem): Items {
  if (before.length >= MOST_COLLECTED)
    return refused('too-many', said`A collection holds at most ${MOST_COLLECTED} things. Begin another one.`);
  const sentence = oneLine(add.sentence);
  if (sentence.length > LONGEST_SENTENCE) return tooLong();
  if (add.kind === 'post') {
    if (before.some((item) => item.kind === 'post' && item.post === add.post)) return alreadyIn();
    return accepted([...before, { ...add, sentence }]);
  }
  const url = webAddress(add.url.trim());
  if (url === null) return refused('bad-address', 'This is no web address. One begins with https://.');
  if (before.some((item) => item.kind === 'link' && item.url === url)) return alreadyIn();
  const title = oneLine(add.title).slice(0, LONGEST_COLLECTION_TITLE);
  return accepted([...before, { ...add, sentence, url, title: isSeen(title) ? title : url }]);
}

const tooLong = () => refused('too-long', said`A sentence has at most ${LONGEST_SENTENCE} characters.`);
const alreadyIn = () => refused('in-it-already', 'This stands in the collection already.');

function moved(
  before: readonly CollectionItem[],
  { id, by }: NonNullable<CollectionChange['move']>,
): readonly CollectionItem[] {
  const from = before.findIndex((item) => item.id === id);
  const [item, other] = [before[from], before[from + by]];
  if (item === undefined || other === undefined) return before;
  return before.map((one, at) => (at === from ? other : at === from + by ? item : one));
}
