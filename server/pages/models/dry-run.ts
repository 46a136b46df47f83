import type { DryRunModel } from '../../../views/parts/dry-run.ts';
import { plainText } from '../../actions/content.ts';
import type { TriedOut } from '../../actions/dry-run.ts';
import type { Post } from '../../community/post.ts';
import { dayInWords } from '../../governance/dates.ts';
import type { Change, Proposal } from '../../governance/proposal.ts';
import { LEAST_TOLD } from '../../governance/rules/dry-run.ts';
import type { Fact, RuleDraft } from '../../governance/rules/rule.ts';
import { amountOf } from '../../governance/rules/vocabulary.ts';
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
  return { dryRun: dryRunModel({ tried, draft: change.rule, nameOf, pathOf }) };
}

const UNDECIDED: ReadonlySet<Proposal['phase']['state']> = new Set(['seconding', 'discussion', 'frozen', 'voting']);

/** Whether a proposal is still before its vote, or in it: afterwards the rule itself says what it does. */
export const isUndecided = ({ phase }: Proposal): boolean => UNDECIDED.has(phase.state);

const posts = (amount: number): string => amountOf(amount, ['post', 'posts']);
const LONGEST_WORDS = 80;

/** The numbers in sentences. Pure. */
export function dryRunModel({
  tried,
  draft,
  nameOf,
  pathOf,
}: {
  readonly tried: TriedOut;
  readonly draft: RuleDraft;
  readonly nameOf: NameOf;
  readonly pathOf: (post: Post) => string;
}): DryRunModel {
  const { byOrganisation, others, byWeek } = tried;
  const rest = others > 0 ? [{ organisation: null, posts: others }] : [];
  return {
    says: sentences(tried, draft),
    notes: notesOn(tried),
    byWeek,
    byOrganisation: tried.matched === 0 ? [] : [...byOrganisation, ...rest],
    examples: tried.shown.map((post) => ({
      path: pathOf(post),
      words: beginning(post),
      author: nameOf(post.author),
      at: post.receivedAt,
    })),
  };
}

function sentences(tried: TriedOut, { effects, autoWhen }: RuleDraft): readonly string[] {
  const { from, looked, matched, authors, held, labelled, limited } = tried;
  const whose = authors === 'few' ? 'by one or two authors' : `by ${amountOf(authors, ['author', 'authors'])}`;
  const about =
    matched === 0 ? 'It would have been about none of them.' : `It would have been about ${posts(matched)}, ${whose}.`;
  const has = (what: string) => effects.some((effect) => effect.do === what);
  const reports =
    autoWhen === undefined
      ? ''
      : ' It would have done something only to those for which its further condition was true.';
  return [
    `Since ${dayInWords(from)} there were ${posts(looked)} here. ${about}${matched === 0 ? '' : reports}`,
    ...(has('hold') ? [`Held: ${posts(held)}.`] : []),
    ...(has('limit') ? [`Over the limit, and held for a while: ${posts(limited)}.`] : []),
    ...(has('label') ? [`Labelled: ${posts(labelled)}.`] : []),
    ...existingWords(tried),
  ];
}

/** How much of what exists already would be hidden; of one or two authors only the posts are told. */
function existingWords({ existing }: TriedOut): readonly string[] {
  if (existing === undefined) return [];
  const { posts: count, authors, complete } = existing;
  const whose = count === 0 ? '' : ` by ${authors < LEAST_TOLD ? 'one or two authors' : `${authors} authors`}`;
  return [
    `Of what exists already it would hide ${complete ? '' : 'at least '}${posts(count)}${whose}, seven days after they were told. Nobody would be sanctioned.`,
  ];
}

const LOST_WORDS: Readonly<Partial<Record<Fact, string>>> = {
  'reports.count': 'how many reports there were at the time',
  'reports.distinctOrgs': 'from where reports came at the time',
  'rel.priorContact': 'who knew whom at the time',
};

function notesOn({ notKnown, unknown, complete, existing }: TriedOut): readonly string[] {
  const lost = notKnown.flatMap((fact) => LOST_WORDS[fact] ?? []);
  return [
    ...(lost.length > 0 ? [`This cannot be known afterwards: ${lost.join('; ')}.`] : []),
    ...(unknown > 0 ? [`Of ${posts(unknown)} it cannot be said, because not everything it asks about is known.`] : []),
    ...(complete ? [] : ['There were more posts than are looked at; only the newest were.']),
    `Posts are counted as they are now: what was deleted is left out, and of what was edited only the last words are known. Members see this${existing === undefined ? '; no rule reaches back to these posts' : ''}.`,
  ];
}

function beginning({ title, html, details }: Post): string {
  const text = title ?? details?.warning ?? plainText(html).replaceAll(/\s+/g, ' ');
  const signs = [...text];
  if (signs.length === 0) return 'A post without words';
  return signs.length > LONGEST_WORDS ? `${signs.slice(0, LONGEST_WORDS - 1).join('')}…` : text;
}
