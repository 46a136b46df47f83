import type { CommunityIri, PersonIri, PostIri, RuleId } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import type { Act } from '../governance/cases/case.ts';
import { citable } from '../governance/cases/open.ts';
import { memberOf } from '../governance/membership.ts';
import { plainWords } from '../governance/plain-words.ts';
import type { CommunityState } from '../governance/state.ts';
import { fromPlain } from './content.ts';
import { keepPost, keepWords, postsOf } from './evidence.ts';
import type { House } from './house.ts';
import { maySee } from './may-see.ts';
import { notBefore } from './record.ts';

type Needs = Pick<
  House,
  | 'people'
  | 'posts'
  | 'communities'
  | 'states'
  | 'follows'
  | 'reports'
  | 'evidence'
  | 'addresses'
  | 'clock'
  | 'random'
  | 'wake'
>;

const LONGEST_TEXT = 5000;
const LONGEST_LAW = 200;

/** What somebody here wants looked at. */
export interface Reporting {
  readonly community: CommunityIri;
  readonly by: PersonIri;
  /** A post in the community; or somebody, for what she did otherwise. */
  readonly post?: PostIri;
  readonly person?: PersonIri;
  /** Absent where an app named none: a clerk of the community finds it. */
  readonly rule?: RuleId;
  /** The law that she says is broken too. */
  readonly law?: string;
  readonly text: string;
  /** Whether the server of whoever it is about is told as well: only if she wants it, and never by whom. */
  readonly forward?: boolean;
}

/**
 * Somebody here reports a post, or somebody, under a rule (governance.md §3.1, Report). Who she is is sealed into the
 * report, and stands nowhere else. What she may not see she cannot report: to her it is not there (MOD-02).
 *
 * @returns the report's id; `no-such-post` and `no-such-person` are to look as if nothing were there
 */
export async function fileReport(house: Needs, ask: Reporting): Promise<Result<string>> {
  const state = await house.states.load(ask.community);
  if (state === null) return refused('no-such-community', 'There is no such community here.');
  const text = plainWords(ask.text, LONGEST_TEXT);
  const found = await whatIsMeant(house, ask, state, text);
  if (!found.ok) return found;
  const { about, act } = found.value;
  if (about === ask.by) return refused('your-own', 'This is your own. You can delete it yourself.');
  const now = notBefore(state.at, house.clock.now());
  const cited = ask.rule === undefined ? null : citable(state, { acts: [act], rule: ask.rule }, now);
  if (cited?.ok === false) return cited;
  if (await hasReported(house, ask, about, act)) {
    return refused('already-reported', 'You have reported this already. It is being looked at.');
  }
  const id = house.random(18);
  const law = plainWords(ask.law ?? '', LONGEST_LAW);
  const report = {
    id,
    from: house.addresses.host,
    about,
    posts: postsOf([act]),
    text,
    at: now,
    community: ask.community,
    acts: [act],
    ...(ask.rule === undefined ? {} : { rule: ask.rule }),
    ...(law === '' ? {} : { law }),
  };
  await house.reports.add(report, { reporter: ask.by }, [
    'acknowledge',
    'reconsider',
    ...(ask.rule === undefined ? [] : (['open-case'] as const)),
    ...(ask.forward === true ? (['forward'] as const) : []),
  ]);
  house.wake();
  return accepted(id);
}

/** Whoever and whatever is reported, as it is now. */
async function whatIsMeant(
  house: Needs,
  { community, by, post: iri, person }: Reporting,
  state: CommunityState,
  text: string,
) {
  if (iri !== undefined) {
    const post = await house.posts.byIri(iri);
    if (post === null || post.community !== community || !(await maySee(house, post, by))) {
      return refused('no-such-post', 'There is no such post.');
    }
    return accepted({ about: post.voice ?? post.author, act: await keepPost(house, { ...post, community }) });
  }
  const about = person !== undefined && state.members.has(person) ? person : null;
  if (about === null || memberOf(state, by) === null) return refused('no-such-person', 'There is nobody of that name.');
  if (text === '') return refused('no-text', 'Say what happened: there is no post that shows it.');
  const at = notBefore(state.at, house.clock.now());
  return accepted({ about, act: await keepWords(house, { community, author: about, html: fromPlain(text), at }) });
}

/** Nobody counts twice. */
async function hasReported(
  { reports }: Needs,
  ask: Reporting,
  about: Parameters<Needs['reports']['under']>[1],
  act: Act,
) {
  const others =
    ask.rule === undefined
      ? (await reports.withoutRule(ask.community)).filter((other) => other.about === about)
      : await reports.under(ask.community, about, ask.rule);
  const same = others.filter(({ acts = [] }) => acts.some(({ evidence }) => evidence === act.evidence));
  for (const { id } of same) if ((await reports.hidden(id)).reporter === ask.by) return true;
  return false;
}

/** Whoever reported something takes it back; her report counts no longer. */
export async function withdrawReport(
  house: Pick<House, 'reports' | 'wake'>,
  { report: id, by }: { readonly report: string; readonly by: PersonIri },
): Promise<Result<null, 'no-such-report' | 'over'>> {
  const report = await house.reports.byId(id);
  if (report === null || (await house.reports.hidden(id)).reporter !== by) {
    return refused('no-such-report', 'There is no such report.');
  }
  if (report.over !== undefined) return refused('over', 'This report does not stand any more.');
  await house.reports.change(id, { over: 'withdrawn' }, ['recount']);
  house.wake();
  return accepted(null);
}
