import type { DryRunModel } from '../../../views/parts/dry-run.ts';
import { longDay } from '../../../views/parts/time.ts';
import { TRIED, TRIED_NOTES } from '../../../views/words/dry-runs.ts';
import type { Say } from '../../../views/words/speaking.ts';
import { plainText } from '../../actions/content.ts';
import type { TriedOut } from '../../actions/dry-run.ts';
import type { Post } from '../../community/post.ts';
import type { Change, Proposal } from '../../governance/proposal.ts';
import { LEAST_TOLD } from '../../governance/rules/dry-run.ts';
import type { Fact, RuleDraft } from '../../governance/rules/rule.ts';
import type { PagesParts } from '../context.ts';
import { pageHandle } from '../context.ts';
import type { Governed } from '../governed.ts';
import { type NameOf, namesIn } from './names.ts';

type Asking = Pick<Governed, 'community' | 'state' | 'viewer' | 'member'>;

/** What a change would have done, where it is a rule and a member asks; else nothing. */
export async function dryRunOf(
  { actions, house }: Pick<PagesParts, 'actions' | 'house'>,
  { community, state, viewer, member }: Asking,
  change: Change,
  say: Say,
): Promise<{ readonly dryRun?: DryRunModel }> {
  if (change.kind !== 'adopt-rule' && change.kind !== 'amend-rule') return {};
  if (viewer === null || member === null) return {};
  const tried = await actions.dryRun({ community: community.iri, draft: change.rule, viewer: viewer.iri });
  if (tried === null) return {};
  const nameOf = await namesIn(
    house,
    state,
    tried.shown.map(({ author }) => author),
  );
  const pathOf = (post: Post) => house.addresses.page.thread(pageHandle(community), post.iri);
  return { dryRun: dryRunModel({ tried, draft: change.rule, nameOf, pathOf, say }) };
}

const UNDECIDED: ReadonlySet<Proposal['phase']['state']> = new Set(['seconding', 'discussion', 'frozen', 'voting']);

/** Whether a proposal is still before its vote, or in it: afterwards the rule itself says what it does. */
export const isUndecided = ({ phase }: Proposal): boolean => UNDECIDED.has(phase.state);

const LONGEST_WORDS = 80;

/** The numbers in sentences. Pure. */
export function dryRunModel({
  tried,
  draft,
  nameOf,
  pathOf,
  say,
}: {
  readonly tried: TriedOut;
  readonly draft: RuleDraft;
  readonly nameOf: NameOf;
  readonly pathOf: (post: Post) => string;
  readonly say: Say;
}): DryRunModel {
  const { byOrganisation, others, byWeek } = tried;
  const rest = others > 0 ? [{ organisation: null, posts: others }] : [];
  return {
    says: sentences(tried, draft, say),
    notes: notesOn(tried, say),
    byWeek,
    byOrganisation: tried.matched === 0 ? [] : [...byOrganisation, ...rest],
    examples: tried.shown.map((post) => ({
      path: pathOf(post),
      words: beginning(post, say),
      author: nameOf(post.author),
      at: post.receivedAt,
    })),
  };
}

function sentences(tried: TriedOut, { effects, autoWhen }: RuleDraft, say: Say): readonly string[] {
  const { from, looked, matched, authors, held, labelled, limited } = tried;
  const day = longDay(from, say.language);
  const about =
    matched === 0
      ? say.text(TRIED.none, { day, looked })
      : authors === 'few'
        ? say.text(TRIED.few, { day, looked, matched })
        : say.text(TRIED.many, { day, looked, matched, authors });
  const has = (what: string) => effects.some((effect) => effect.do === what);
  return [
    matched > 0 && autoWhen !== undefined ? `${about} ${say.text(TRIED.further)}` : about,
    ...(has('hold') ? [say.text(TRIED.held, { count: held })] : []),
    ...(has('limit') ? [say.text(TRIED.limited, { count: limited })] : []),
    ...(has('label') ? [say.text(TRIED.labelled, { count: labelled })] : []),
    ...existingWords(tried, say),
  ];
}

/** How much of what exists already would be hidden; of one or two authors only the posts are told. */
function existingWords({ existing }: TriedOut, say: Say): readonly string[] {
  if (existing === undefined) return [];
  const { posts: count, authors, complete } = existing;
  const whose = count === 0 ? 'none' : authors < LEAST_TOLD ? 'few' : 'many';
  return [say.text(TRIED.existing, { all: `${complete}`, count, whose, authors })];
}

const LOST = ['reports.count', 'reports.distinctOrgs', 'rel.priorContact'] as const satisfies readonly Fact[];

function notesOn({ notKnown, unknown, complete, existing }: TriedOut, say: Say): readonly string[] {
  const lost = notKnown
    .flatMap((fact) => LOST.filter((one) => one === fact))
    .map((fact) => say.text(TRIED_NOTES[fact]));
  return [
    ...(lost.length > 0 ? [say.text(TRIED_NOTES.lost, { what: lost.join(say.language === 'ar' ? '؛ ' : '; ') })] : []),
    ...(unknown > 0 ? [say.text(TRIED_NOTES.unknown, { count: unknown })] : []),
    ...(complete ? [] : [say.text(TRIED_NOTES.incomplete)]),
    say.text(existing === undefined ? TRIED_NOTES.asTheyAre : TRIED_NOTES.asTheyAreNow),
  ];
}

function beginning({ title, html, details }: Post, say: Say): string {
  const text = title ?? details?.warning ?? plainText(html).replaceAll(/\s+/g, ' ');
  const signs = [...text];
  if (signs.length === 0) return say.text(TRIED_NOTES.wordless);
  return signs.length > LONGEST_WORDS ? `${signs.slice(0, LONGEST_WORDS - 1).join('')}…` : text;
}
