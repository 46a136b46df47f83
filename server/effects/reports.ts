import { flagActivity } from '../../federation/send/activities/flag.ts';
import { reconsiderPost } from '../actions/reconsider-post.ts';
import { decideAndRecord } from '../actions/record.ts';
import { tell } from '../actions/tell.ts';
import type { CommunityIri } from '../community/ids.ts';
import { never, sentenceOf } from '../community/result.ts';
import { asPhrase, type Sentence, said } from '../community/said.ts';
import { type Act, type Case, isSameMatter } from '../governance/cases/case.ts';
import { openCaseOn, type Reported, reportMatter, withdrawFrom } from '../governance/cases/open.ts';
import type { Report, ReportEffect } from '../ports/reports.ts';
import type { EffectParts } from './parts.ts';

/** What follows from a report, each by itself and each repeatable. Who made it goes nowhere but into her own notices. */
export async function carryOutReport(
  parts: EffectParts,
  { report, effects }: { readonly report: Report; readonly effects: readonly ReportEffect[] },
): Promise<void> {
  for (const effect of effects) await carryOut(parts, report, effect);
}

function carryOut(parts: EffectParts, report: Report, effect: ReportEffect): Promise<unknown> {
  switch (effect) {
    case 'acknowledge':
      return acknowledge(parts, report);
    case 'reconsider':
      return reconsider(parts, report);
    case 'open-case':
      return openCase(parts, report);
    case 'recount':
      return recount(parts, report);
    case 'forward':
      return forward(parts, report);
    default:
      return never(effect);
  }
}

/** Rules that wait for reports look at what it names again. */
async function reconsider({ house }: EffectParts, { posts }: Report): Promise<void> {
  for (const post of posts) await reconsiderPost(house, post);
}

/** Whoever made it knows at once that it is there. */
async function acknowledge(parts: EffectParts, report: Report): Promise<void> {
  await tellReporter(parts, report, {
    kind: 'receipt',
    about: 'filed',
    says: (title) =>
      said`Your report in ${title} is there, and will be looked at. Nobody is told that it is yours, except a clerk of the community. You are told what becomes of it, and can take it back.`,
  });
}

/** Says something to whoever made a report, if she is somebody here; that it is hers stands in her notice alone. */
export async function tellReporter(
  { house }: EffectParts,
  { id, community: iri }: Report,
  told: { readonly kind: 'receipt' | 'result'; readonly about: string; readonly says: (title: string) => Sentence },
): Promise<void> {
  const { reporter } = await house.reports.hidden(id);
  const community = iri === undefined ? null : await house.communities.byIri(iri);
  if (reporter === undefined || community === null) return;
  await tell(house, {
    to: reporter,
    from: community.iri,
    kind: told.kind,
    about: ['report', id, told.about],
    text: told.says(community.title),
    link: house.addresses.origin + house.addresses.page.ownReport(id),
  });
}

/** A case is opened about what it reports, or it is added to one. Done again, it finds the case that it belongs to. */
async function openCase(parts: EffectParts, report: Report): Promise<void> {
  const { house } = parts;
  const { community, rule, about, law } = report;
  const [first, ...more] = report.acts ?? [];
  if (community === undefined || rule === undefined || first === undefined || report.over !== undefined) return;
  const others = await house.reports.under(community, about, rule);
  const acts = [first, ...more] as const;
  const matter = { respondent: about, acts, rule, law, origin: 'notice' } as const;
  const decided = await decideAndRecord(house, community, (state, now) =>
    reportMatter({ state, matter, now, reported: (existing) => countIn(others, acts, existing) }),
  );
  if (decided.ok) {
    const { event } = decided.value;
    if ('case' in event) await house.reports.change(report.id, { case: event.case }, []);
    return;
  }
  const { code } = decided.refusal;
  const state = await house.states.load(community);
  const found = code === 'nothing-new' && state ? openCaseOn(state, matter) : null;
  if (found !== null) return house.reports.change(report.id, { case: found.id }, []);
  await tellReporter(parts, report, {
    kind: 'result',
    about: code,
    says: (title) => said`Your report in ${title}: ${asPhrase(sentenceOf(decided.refusal))}`,
  });
}

/** How many reports are about the same, and stand, in a case or on their way into it: and from how many organisations. */
function countIn(reports: readonly Report[], acts: readonly Act[], existing: Case | null): Reported {
  const all = [...acts, ...(existing?.acts ?? [])];
  const same = reports.filter(
    (one) =>
      (one.case === undefined || one.case === existing?.id) &&
      (one.acts ?? []).some((act) => all.some((other) => isSameMatter(act, other))),
  );
  return { reports: same.length, organisations: new Set(same.map(({ from }) => from)).size };
}

/** A report was taken back. */
async function recount({ house }: EffectParts, { community, case: id }: Report): Promise<void> {
  if (community === undefined || id === undefined) return;
  const standing = (await house.reports.inCase(community, id)).filter(({ over }) => over === undefined);
  const organisations = new Set(standing.map(({ from }) => from)).size;
  const reported = { reports: standing.length, organisations };
  await decideAndRecord(house, community, (state) => withdrawFrom({ state, id, reported }));
}

/** The server of whoever it is about is told as well, if whoever reported wanted that: by this server, never by whom. */
async function forward(
  { house, outbox }: EffectParts,
  { id, about, posts, text, rule, community }: Report,
): Promise<void> {
  if (house.addresses.isHere(about)) return;
  const state = await house.states.load(community as CommunityIri);
  const title = rule && state?.rules.get(rule)?.at(-1)?.title;
  const content = [title, text].filter(Boolean).join('\n\n');
  const activity = flagActivity({ addresses: house.addresses, report: id, about, posts, content });
  await outbox.send({ activity, actor: house.addresses.server, to: { actors: [about] }, public: false });
}
