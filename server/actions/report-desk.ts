import type { CommunityIri, PersonIri, RuleId } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { citable } from '../governance/cases/open.ts';
import { actsAs, holdersOf } from '../governance/roles/role.ts';
import type { CommunityState } from '../governance/state.ts';
import type { Report } from '../ports/reports.ts';
import { fromPlain } from './content.ts';
import { keepWords } from './evidence.ts';
import type { House } from './house.ts';
import { notBefore } from './record.ts';

type Needs = Pick<House, 'reports' | 'states' | 'evidence' | 'clock' | 'wake'>;

/** Whether somebody finds rules for reports that name none: a clerk; where there is none, a moderator. */
export function keepsDesk(state: CommunityState, person: PersonIri, now: Date): boolean {
  if (actsAs(state, person, 'clerk', now)) return true;
  return holdersOf(state, 'clerk', now).length === 0 && actsAs(state, person, 'moderator', now);
}

interface AtDesk {
  readonly community: CommunityIri;
  readonly report: string;
  readonly by: PersonIri;
}

type DeskRefusal = 'no-such-report' | 'over';

/** A clerk says under which rule a report falls that named none: a case follows. */
export async function giveRule(
  house: Needs,
  ask: AtDesk & { readonly rule: RuleId },
): Promise<
  Result<null, DeskRefusal | 'no-such-rule' | 'not-in-force' | 'too-long-ago' | 'already-judged' | 'nothing-new'>
> {
  const found = await atDesk(house, ask);
  if (!found.ok) return found;
  const { report, state, now } = found.value;
  const acts = report.acts ?? [await wordsOf(house, report, ask.community)];
  const [first, ...more] = acts;
  if (first === undefined) return refused('no-such-report', 'There is nothing in this report.');
  const cited = citable(state, { acts: [first, ...more], rule: ask.rule }, now);
  if (!cited.ok) return cited;
  await house.reports.change(report.id, { rule: ask.rule, ...(report.acts ? {} : { acts }) }, ['open-case']);
  house.wake();
  return accepted(null);
}

/** What a report says that names no post. */
const wordsOf = (house: Needs, { about, text, at }: Report, community: CommunityIri) =>
  keepWords(house, { community, author: about, html: fromPlain(text), at });

/** A clerk sets a report aside that falls under no rule of the community. */
export async function setAside(house: Needs, ask: AtDesk): Promise<Result<null, DeskRefusal>> {
  const found = await atDesk(house, ask);
  if (!found.ok) return found;
  await house.reports.change(found.value.report.id, { over: 'set-aside' }, []);
  return accepted(null);
}

async function atDesk(
  house: Needs,
  { community, report: id, by }: AtDesk,
): Promise<Result<{ report: Report; state: CommunityState; now: Date }, DeskRefusal>> {
  const [report, state] = await Promise.all([house.reports.byId(id), house.states.load(community)]);
  const now = notBefore(state?.at ?? house.clock.now(), house.clock.now());
  // A clerk has no hand in what is said of herself.
  const may = state !== null && keepsDesk(state, by, now) && report?.about !== by;
  if (!may || report === null || report.community !== community) {
    return refused('no-such-report', 'There is no such report.');
  }
  if (report.over !== undefined || report.rule !== undefined) return refused('over', 'This has been seen to already.');
  return accepted({ report, state, now });
}
