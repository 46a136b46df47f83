import type { Checked, Narrowing, RecordModel, Run } from '../../../views/pages/record.ts';
import type { VerifyReport } from '../../actions/verify-record.ts';
import type { Pages } from '../../community/addresses.ts';
import type { Community } from '../../community/community.ts';
import type { ActorIri, PersonIri } from '../../community/ids.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { Narrowed } from '../../ports/record.ts';
import type { Entry } from '../../record/entry.ts';
import { GROUPS, type Group } from './book/groups.ts';
import type { Naming } from './book/naming.ts';
import { recordEntry } from './book/words.ts';
import { ownTexts } from './erasable.ts';
import type { NameOf } from './names.ts';
import { roleHandles } from './role-handles.ts';

/** So many entries stand on a page of the book. */
export const ENTRIES_PER_PAGE = 20;
/** So many entries are looked through, at most, for those of some kinds. */
const MOST_LOOKED_THROUGH = 5000;
/** More faults than this are counted, not told one by one. */
const MOST_TOLD = 3;

/** Who may read what of a community's decisions. */
export const whoSees = ({ membersOnly }: Pick<Community, 'membersOnly'>): RecordModel['whoSees'] => [
  { what: 'Rules and charter', who: 'everyone' },
  { what: 'Proposals, results, this book', who: membersOnly ? 'members' : 'everyone' },
  { what: 'Who proposed and who seconded', who: membersOnly ? 'members' : 'everyone, on the proposal' },
  { what: 'Names in this book', who: 'members' },
  { what: 'Who voted what', who: 'members, after the close' },
  { what: 'A held post', who: 'its author, moderators, and in a young community its founder' },
];

/** Everybody whom entries name: those whom their sentences ask for. */
export function peopleIn(entries: readonly Entry[]): readonly ActorIri[] {
  const named = new Set<ActorIri>();
  const noting = (iri: ActorIri): Run => {
    named.add(iri);
    return '';
  };
  const naming: Naming = { person: noting, founder: noting, proposal: () => '', rule: () => '', rules: () => '' };
  for (const entry of entries) recordEntry(entry, naming);
  return [...named];
}

/** Names for one reader: members are named to members only, to others by a number; the founder, as such, to everyone. */
export function namingFor({
  state,
  nameOf,
  isMember,
  pages,
  handle,
}: {
  readonly state: CommunityState;
  readonly nameOf: NameOf;
  readonly isMember: boolean;
  readonly pages: Pages;
  readonly handle: string;
}): Naming {
  const numbered = roleHandles(state);
  const named = (iri: ActorIri): Run => {
    const { name, path } = nameOf(iri);
    return path === undefined ? { strong: name } : { link: name, path };
  };
  return {
    person: isMember ? named : numbered,
    founder: (iri) => (iri === state.founder ? named(iri) : numbered(iri)),
    proposal: (id) => ({ link: id, path: pages.proposal(handle, id) }),
    rule: ({ rule, version }) => ({
      link: `rule ${rule}, version ${version}`,
      path: `${pages.rules(handle)}#${rule}-v${version}`,
    }),
    rules: (id) => ({ link: `rule ${id}`, path: pages.rules(handle) }),
  };
}

/** Whose book it is, and who reads it: she may have her own words erased. */
export interface Reader {
  readonly state: CommunityState;
  readonly viewer: PersonIri;
  /** Path of the book. */
  readonly path: string;
}

/** A page of the book, newest first. */
export function entryModels(entries: readonly Entry[], naming: Naming, reader?: Reader): RecordModel['entries'] {
  return entries.map((entry) => {
    const own = reader === undefined ? [] : ownTexts(reader.state, entry, reader.viewer);
    const erase = own.length === 0 ? {} : { erase: `${reader?.path}/${entry.head.seq}/erase` };
    return { ...recordEntry(entry, naming), ...erase };
  });
}

/** How far back a page of one group looks. */
export function narrowedTo({ kinds }: Group, head: number, before: number | null): Narrowed {
  return { kinds, after: Math.max(0, (before ?? head + 1) - 1 - MOST_LOOKED_THROUGH) };
}

/** Which pages come before and after, by the numbers of the entries on this one. */
export function turning(
  path: string,
  entries: readonly Entry[],
  before: number | null,
  narrowed?: { readonly group: Group; readonly after: number },
) {
  const full = entries.length === ENTRIES_PER_PAGE;
  // Where a page of one group is not full, it has looked as far back as it may; the next one looks on from there.
  const last = full || narrowed === undefined ? (entries.at(-1)?.head.seq ?? 1) : narrowed.after + 1;
  const only = narrowed === undefined ? '' : `only=${narrowed.group.name}`;
  const more = narrowed === undefined ? full && last > 1 : last > 1;
  return {
    ...(more ? { older: `${path}?${only === '' ? '' : `${only}&`}before=${last}` } : {}),
    ...(before === null ? {} : { newer: only === '' ? path : `${path}?${only}` }),
  };
}

/** The links that narrow the book down; the one that is shown leads nowhere. */
export function groupLinks(path: string, shown: Group | undefined): readonly Narrowing[] {
  const all = { title: 'Everything', ...(shown === undefined ? {} : { path }) };
  const groups = GROUPS.map(({ name, title }) => ({
    title,
    ...(name === shown?.name ? {} : { path: `${path}?only=${name}` }),
  }));
  return [all, ...groups];
}

/** What verification found, as the page tells it. A fault's text may name voters, so only members read it. */
export function checkedModel(report: VerifyReport, at: Date, isMember: boolean): Checked {
  const { entries, head, faults } = report;
  if (faults.length === 0) return { agrees: true, entries, head, at };
  const told = faults
    .slice(0, MOST_TOLD)
    .map(({ where, proposal, text }) =>
      isMember ? text : `It does not fit at: ${where.startsWith('ballot ') ? `a ballot on ${proposal}` : where}.`,
    );
  const rest = faults.length - told.length;
  const more = rest === 0 ? [] : [`And ${rest} more.`];
  return { agrees: false, entries, problem: [...told, ...more].join(' '), at };
}
