import type { ActorIri, CaseId, CommunityIri, PersonIri, PostIri, RuleId } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { refused } from '../community/result.ts';
import {
  fileAppeal as decideAppeal,
  demandJury as decideDemand,
  appealHold as decideHoldAppeal,
} from '../governance/cases/appeal.ts';
import type { Case } from '../governance/cases/case.ts';
import type { Level } from '../governance/cases/ladder.ts';
import {
  confirmMeasure as decideConfirmation,
  callJury as decideJury,
  decideCase as decideMeasure,
  type Wanted,
} from '../governance/cases/moderate.ts';
import { type OpeningRefusal, type Reported, reportMatter } from '../governance/cases/open.ts';
import { actsAs } from '../governance/roles/role.ts';
import { keepPost } from './evidence.ts';
import type { House } from './house.ts';
import { maySee } from './may-see.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake' | 'reports'>;

/** Somebody who acts as a moderator in a case. */
interface Moderating {
  readonly community: CommunityIri;
  readonly case: CaseId;
  readonly by: PersonIri;
}

/** Whether somebody is among those who reported a case. Only the sealed reports say so; nothing of it goes further. */
export async function hasReportedCase(
  { reports }: Pick<House, 'reports'>,
  { community, case: id, by }: Moderating,
): Promise<boolean> {
  for (const report of await reports.inCase(community, id)) {
    if ((await reports.hidden(report.id)).reporter === by) return true;
  }
  return false;
}

/** A moderator decides a case, or proposes what takes two. */
export async function decideCase(house: Needs, { community, ...ask }: Moderating & Wanted) {
  const isReporter = await hasReportedCase(house, { community, ...ask });
  return decideAndRecord(house, community, (state, now) => decideMeasure({ state, now, isReporter, ...ask }));
}

/** A second moderator agrees to what the first one proposed. */
export async function confirmMeasure(house: Needs, { community, ...ask }: Moderating) {
  const isReporter = await hasReportedCase(house, { community, ...ask });
  return decideAndRecord(house, community, (state, now) => decideConfirmation({ state, now, isReporter, ...ask }));
}

/** A moderator calls the jury that a severe measure takes. */
export async function callJury(
  house: Needs,
  { community, ...ask }: Moderating & { readonly max: Level; readonly facts: string },
) {
  const isReporter = await hasReportedCase(house, { community, ...ask });
  return decideAndRecord(house, community, (state, now) => decideJury({ state, now, isReporter, ...ask }));
}

/** A moderator opens a case about a post that nobody reported. */
export async function openOwnCase(
  house: Needs & Pick<House, 'posts' | 'evidence' | 'follows'>,
  {
    community,
    post: iri,
    rule,
    by,
  }: { readonly community: CommunityIri; readonly post: PostIri; readonly rule: RuleId; readonly by: PersonIri },
) {
  const post = await house.posts.byIri(iri);
  if (post === null || post.community !== community || !(await maySee(house, post, by))) {
    return refused('no-such-post', 'There is no such post.');
  }
  const act = await keepPost(house, { ...post, community });
  const matter = { respondent: post.voice ?? post.author, acts: [act], rule, origin: 'own-initiative' } as const;
  return decideAndRecord<OpeningRefusal | 'not-yours-to-judge'>(house, community, (state, now) =>
    actsAs(state, by, 'moderator', now)
      ? reportMatter({ state, matter, now, reported: asBefore })
      : refused('not-yours-to-judge', 'Moderators open cases. You can report this.'),
  );
}

/** A moderator who comes upon something is no report. */
const asBefore = (existing: Case | null): Reported => ({
  reports: existing?.reports ?? 0,
  organisations: existing?.organisations ?? 0,
});

/** Somebody whom a case is about. */
interface Responding {
  readonly community: CommunityIri;
  readonly case: CaseId;
  readonly by: ActorIri;
}

/** Whoever was sanctioned asks a fresh jury to look at it again. */
export function fileAppeal(
  house: Omit<Needs, 'reports'>,
  { community, ...ask }: Responding & { readonly words: string },
) {
  return decideAndRecord(house, community, (state, now) => decideAppeal({ state, now, ...ask }));
}

/** Whoever was hidden or muted wants a jury in the moderators' place. */
export function demandJury(house: Omit<Needs, 'reports'>, { community, ...ask }: Responding) {
  return decideAndRecord(house, community, (state, now) => decideDemand({ state, now, ...ask }));
}

/** The author of a held post asks that a person looks at it. */
export async function appealHold(
  house: Omit<Needs, 'reports'> & Pick<House, 'posts'>,
  {
    community,
    ...ask
  }: { readonly community: CommunityIri; readonly post: PostIri; readonly by: ActorIri; readonly words: string },
): Promise<Result<unknown>> {
  const author = (await house.posts.byIri(ask.post))?.author;
  if (author === undefined) return refused('no-such-hold', 'This post is not held any more.');
  return decideAndRecord(house, community, (state) => decideHoldAppeal({ state, author, ...ask }));
}
