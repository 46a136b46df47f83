import type { PersonIri, PostIri } from '../../community/ids.ts';
import {
  type CollectionChange,
  type CollectionItem,
  type CollectionRefusal,
  changedCollection,
  EMPTY_COLLECTION,
  MOST_COLLECTIONS,
} from '../../community/notebook/collection.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import type { KeptCollection } from '../../ports/notebook.ts';
import { boostPost } from '../boost.ts';
import type { House } from '../house.ts';
import { maySee } from '../may-see.ts';
import { newOwnId } from '../own/keeping.ts';

type Needs = Pick<House, 'collections' | 'posts' | 'follows' | 'gestures' | 'addresses' | 'clock' | 'random' | 'wake'>;
type Changed = Result<KeptCollection, CollectionRefusal | 'not-there' | 'busy' | 'no-such-post' | 'not-public'>;
interface Hers {
  readonly by: PersonIri;
  readonly id: string;
}

/** Somebody begins a collection. It is hers alone until she publishes it. */
export async function addCollection(
  house: Needs,
  { by, title, summary }: { readonly by: PersonIri; readonly title: string; readonly summary: string },
): Promise<Changed> {
  if ((await house.collections.of(by)).length >= MOST_COLLECTIONS)
    return refused('too-many', said`You have ${MOST_COLLECTIONS} collections already. Delete one of them first.`);
  const decided = changedCollection(EMPTY_COLLECTION, { title, summary });
  if (!decided.ok) return decided;
  const kept = { id: house.random(12), person: by, at: house.clock.now(), content: decided.value };
  await house.collections.add(kept);
  return accepted({ ...kept, revision: 0 });
}

/** Somebody changes a collection of hers; whoever reads a published one reads it so from now on. */
export const changeCollection = (
  house: Needs,
  { change, ...hers }: Hers & { readonly change: Omit<CollectionChange, 'add'> },
): Promise<Changed> => changing(house, hers, change);

/** What is to stand in a collection. */
export type Collected = { readonly sentence: string } & (
  | {
      readonly post: PostIri;
      /** Passes it on to those who follow her, with credit to whoever wrote it (`Announce`). */
      readonly passOn?: boolean;
    }
  | { readonly url: string; readonly title: string }
);

/**
 * Puts something into a collection: a post from anywhere that she may see, or an address. What she passes on besides is
 * announced, whether or not the collection is published: that is another act of hers.
 */
export async function collect(house: Needs, { said, ...hers }: Hers & { readonly said: Collected }): Promise<Changed> {
  const base = { id: newOwnId(house), sentence: said.sentence, at: house.clock.now() };
  if ('url' in said) return changing(house, hers, { add: { ...base, kind: 'link', url: said.url, title: said.title } });
  const post = await house.posts.byIri(said.post);
  if (post === null || !(await maySee(house, post, hers.by))) return refused('no-such-post', 'This post is gone.');
  if (said.passOn && post.audience !== 'public')
    return refused('not-public', 'This is not for everybody, so it cannot be passed on. Collect it without that.');
  const add: CollectionItem = { ...base, kind: 'post', post: said.post };
  const changed = await changing(house, hers, { add });
  if (changed.ok && said.passOn) await boostPost(house, { post: said.post, by: hers.by });
  return changed;
}

/** Somebody lets everybody read a collection of hers, or takes it back; either is said once, however often it is done. */
export async function publishCollection(
  house: Needs,
  { by, id, publish }: Hers & { readonly publish: boolean },
): Promise<Changed> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await house.collections.get(by, id);
    if (before === null) return notThere();
    if ((before.published !== undefined) === publish) return accepted(before);
    const at = house.clock.now();
    const after = { content: before.content, ...(publish ? { published: { at, updatedAt: at } } : {}) };
    if (await house.collections.change(before, after)) return accepted(withoutState(before, after));
  }
  return busy();
}

/** Takes a collection away for good; whether it was there. */
export const removeCollection = ({ collections }: Needs, { by, id }: Hers): Promise<boolean> =>
  collections.remove(by, id);

/** So often a change is tried again that came after another one. */
const TRIES = 10;
const notThere = () => refused('not-there', 'This collection is not there, or not any more.');
const busy = () => refused('busy', 'Something else is changing this just now. Try again.');

async function changing(house: Needs, { by, id }: Hers, change: CollectionChange): Promise<Changed> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await house.collections.get(by, id);
    if (before === null) return notThere();
    const decided = changedCollection(before.content, change);
    if (!decided.ok) return decided;
    const { published } = before;
    const after = {
      content: decided.value,
      ...(published === undefined ? {} : { published: { at: published.at, updatedAt: house.clock.now() } }),
    };
    if (await house.collections.change(before, after)) return accepted(withoutState(before, after));
  }
  return busy();
}

const withoutState = (
  { published: _, revision, ...before }: KeptCollection,
  after: Pick<KeptCollection, 'content' | 'published'>,
): KeptCollection => ({ ...before, ...after, revision: revision + 1 });
