import { type Filter, type Keyword, MOST_FILTERS } from '../../community/filter.ts';
import {
  changedFilter,
  EMPTY_FILTER,
  type FilterChange,
  type FilterRefusal,
  type KeywordChange,
} from '../../community/filter-change.ts';
import type { PersonIri, PostIri } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import type { Keepsake } from '../../ports/keepsakes.ts';
import type { House } from '../house.ts';
import { maySee } from '../may-see.ts';
import { changing, newOwnId } from './keeping.ts';

type Needs = Pick<House, 'filters' | 'posts' | 'follows' | 'clock' | 'random'>;

/** A keyword as an app sends it: with its number one that is there already, without one that is new. */
export interface KeywordSaid {
  readonly id?: string;
  readonly keyword?: string;
  readonly wholeWord?: boolean;
  readonly remove?: boolean;
}

/** What somebody says about a filter of hers; what is not said stays. */
export interface FilterSaid extends Omit<FilterChange, 'keywords' | 'addPost' | 'expiresAt'> {
  readonly keywords?: readonly KeywordSaid[];
  readonly addPost?: PostIri;
  /** From now; `null`: without end. */
  readonly expiresInSeconds?: number | null;
}

type Changed = Result<Keepsake<Filter>, FilterRefusal | 'not-there' | 'busy' | 'no-such-post'>;

/** Somebody makes a filter. It works in her own apps alone. */
export async function addFilter(
  house: Needs,
  { by, said: asked }: { readonly by: PersonIri; readonly said: FilterSaid },
): Promise<Changed> {
  if ((await house.filters.of(by)).length >= MOST_FILTERS) {
    return refused('too-many', said`You have ${MOST_FILTERS} filters already. Put this into one of them.`);
  }
  const decided = changedFilter(EMPTY_FILTER, changeOf(house, asked));
  if (!decided.ok) return decided;
  const kept = { person: by, id: newOwnId(house), at: house.clock.now(), content: decided.value };
  await house.filters.add(kept);
  return accepted({ ...kept, revision: 0 });
}

/** Somebody changes a filter of hers, or what is in it. */
export async function changeFilter(
  house: Needs,
  { by, id, said }: { readonly by: PersonIri; readonly id: string; readonly said: FilterSaid },
): Promise<Changed> {
  if (said.addPost !== undefined) {
    const post = await house.posts.byIri(said.addPost);
    if (post === null || !(await maySee(house, post, by))) return refused('no-such-post', 'This post is gone.');
  }
  const change = changeOf(house, said);
  return changing(house.filters, { by, id }, (before) => changedFilter(before, change));
}

/** Takes a filter away, with everything in it; whether it was there. */
export const removeFilter = (
  house: Needs,
  { by, id }: { readonly by: PersonIri; readonly id: string },
): Promise<boolean> => house.filters.remove(by, id);

function changeOf(house: Needs, { keywords = [], addPost, expiresInSeconds, ...rest }: FilterSaid): FilterChange {
  return {
    ...rest,
    keywords: keywords.flatMap((one) => keywordChange(house, one)),
    ...(addPost === undefined ? {} : { addPost: { id: newOwnId(house), post: addPost } }),
    ...(expiresInSeconds === undefined ? {} : { expiresAt: after(house, expiresInSeconds) }),
  };
}

const after = ({ clock }: Pick<House, 'clock'>, seconds: number | null): Date | null =>
  seconds === null ? null : new Date(clock.now().getTime() + seconds * 1000);

function keywordChange(house: Needs, { id, keyword, wholeWord, remove }: KeywordSaid): readonly KeywordChange[] {
  if (id === undefined) {
    const add: Keyword = { id: newOwnId(house), keyword: keyword ?? '', wholeWord: wholeWord ?? true };
    return remove ? [] : [{ add }];
  }
  if (remove) return [{ remove: id }];
  return [
    {
      change: id,
      ...(keyword === undefined ? {} : { keyword }),
      ...(wholeWord === undefined ? {} : { wholeWord }),
    },
  ];
}
