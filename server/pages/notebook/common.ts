import type { Request } from 'express';
import type { Message } from '../../../views/words/language.ts';
import { speaker } from '../../../views/words/speaking.ts';
import type { NoteAsked } from '../../actions/notebook/notes.ts';
import type { CommunityIri } from '../../community/ids.ts';
import { LOOK_BACK_DAYS } from '../../community/notebook/note.ts';
import type { Person } from '../../community/person.ts';
import { quoted } from '../../community/said.ts';
import type { PagesParts } from '../context.ts';
import { field, leaveNotice } from '../context.ts';
import { query } from '../governed.ts';
import { languageOf } from '../language-of.ts';
import { communitiesOf } from '../models/post.ts';

/** Leaves a sentence for the next page, in the language that the pages speak to her. */
export function leaveWords(
  request: Request,
  message: Message,
  values?: Readonly<Record<string, string | number>>,
): void {
  leaveNotice(request, 'done', quoted(speaker(languageOf(request)).text(message, values)));
}

/** When she wants to look back, as the form's two fields say it; nothing where they say nothing that can be. */
export function lookBackIn(request: Request): NoteAsked['lookBack'] {
  const days = LOOK_BACK_DAYS.find((one) => String(one) === field(request, 'days'));
  return days === undefined ? null : { days, notice: field(request, 'notice') === 'on' };
}

/** The communities somebody can write in, by their titles. */
export async function ownCommunities(
  { house }: PagesParts,
  viewer: Person,
): Promise<readonly { readonly iri: CommunityIri; readonly title: string }[]> {
  const iris = await communitiesOf(house, viewer);
  const found = await Promise.all([...iris].map((iri) => house.communities.byIri(iri)));
  const known = found.flatMap((one) => (one === null ? [] : [{ iri: one.iri, title: one.title }]));
  return known.sort((one, other) => one.title.localeCompare(other.title));
}

const PER_PAGE = 20;

/** One page of a list that is at hand as a whole: `?page=2`, and where it goes on. */
export function pageOfAll<Item>(
  request: Request,
  all: readonly Item[],
  path: string,
): { readonly shown: readonly Item[]; readonly older?: string; readonly newer?: string } {
  const asked = Number(/^[1-9]\d{0,4}$/.exec(query(request, 'page') ?? '')?.[0] ?? 1);
  const from = (asked - 1) * PER_PAGE;
  const link = (page: number) => (page === 1 ? path : `${path}${path.includes('?') ? '&' : '?'}page=${page}`);
  return {
    shown: all.slice(from, from + PER_PAGE),
    ...(all.length > from + PER_PAGE ? { older: link(asked + 1) } : {}),
    ...(asked > 1 ? { newer: link(asked - 1) } : {}),
  };
}
