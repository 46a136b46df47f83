import type { Checked, Narrowing, RecordModel, Run } from '../../../views/pages/record.ts';
import { BOOK } from '../../../views/words/book.ts';
import { BOOKS } from '../../../views/words/open-book.ts';
import { RECORD_SEEN } from '../../../views/words/record.ts';
import { type Say, speaker } from '../../../views/words/speaking.ts';
import type { VerifyReport } from '../../actions/verify-record.ts';
import type { Pages } from '../../community/addresses.ts';
import type { Community } from '../../community/community.ts';
import type { ActorIri, PersonIri } from '../../community/ids.ts';
import { said, together } from '../../community/said.ts';
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
export function whoSees({ membersOnly }: Pick<Community, 'membersOnly'>, { text }: Say): RecordModel['whoSees'] {
  const [members, everyone] = [text(RECORD_SEEN.members), text(RECORD_SEEN.everyone)];
  return [
    { what: text(RECORD_SEEN.rules), who: everyone },
    { what: text(RECORD_SEEN.results), who: membersOnly ? members : everyone },
    { what: text(RECORD_SEEN.proposers), who: membersOnly ? members : text(RECORD_SEEN.onProposal) },
    { what: text(RECORD_SEEN.names), who: members },
    { what: text(RECORD_SEEN.votes), who: text(RECORD_SEEN.afterClose) },
    { what: text(RECORD_SEEN.held), who: text(RECORD_SEEN.itsAuthor) },
  ];
}

/** Everybody whom entries name: those whom their sentences ask for. */
export function peopleIn(entries: readonly Entry[]): readonly ActorIri[] {
  const named = new Set<ActorIri>();
  const noting = (iri: ActorIri): Run => {
    named.add(iri);
    return '';
  };
  const say = speaker('en');
  const naming: Naming = { say, person: noting, founder: noting, proposal: () => '', rule: () => '', rules: () => '' };
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
  say,
}: {
  readonly state: CommunityState;
  readonly nameOf: NameOf;
  readonly isMember: boolean;
  readonly pages: Pages;
  readonly handle: string;
  readonly say: Say;
}): Naming {
  const numbered = roleHandles(state, say);
  const named = (iri: ActorIri): Run => {
    const { name, path } = nameOf(iri);
    return path === undefined ? { strong: name } : { link: name, path };
  };
  return {
    say,
    person: isMember ? named : numbered,
    founder: (iri) => (iri === state.founder ? named(iri) : numbered(iri)),
    proposal: (id) => ({ link: id, path: pages.proposal(handle, id) }),
    rule: ({ rule, version }) => ({
      link: say.text(BOOK.ruleVersion, { rule, version }),
      path: `${pages.rules(handle)}#${rule}-v${version}`,
      common: true,
    }),
    rules: (id) => ({ link: say.text(BOOK.rule, { rule: id }), path: pages.rules(handle), common: true }),
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
export function groupLinks(path: string, shown: Group | undefined, say: Say): readonly Narrowing[] {
  const all = { title: say.text(BOOKS.everything), ...(shown === undefined ? {} : { path }) };
  const groups = GROUPS.map(({ name }) => ({
    title: say.text(BOOKS[name]),
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
      isMember
        ? text
        : where.startsWith('ballot ')
          ? said`It does not fit at: a ballot on ${proposal ?? ''}.`
          : said`It does not fit at: ${where}.`,
    );
  const rest = faults.length - told.length;
  const more = rest === 0 ? [] : [said`And ${rest} more.`];
  return { agrees: false, entries, problem: together(...told, ...more), at };
}
