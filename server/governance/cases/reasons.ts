import type { RuleCited } from '../../community/post.ts';
import { asPhrase, type Said, type Sentence, said, together } from '../../community/said.ts';
import type { CommunityState } from '../state.ts';

/** Why somebody is restricted, and what she can do about it: the fields of Article 17 of the EU's Digital Services Act. */
export interface Reasons {
  /** What was done, in a sentence. */
  readonly measure: Sentence;
  /** When it ends by itself; absent: it has no end of its own. */
  readonly until?: Date | undefined;
  readonly facts: Sentence;
  readonly cited: RuleCited;
  /** The law that is broken as well. */
  readonly law?: string | undefined;
  readonly source: 'notice' | 'own-initiative' | 'rule';
  /** Who decided, in words: `two moderators`. */
  readonly decidedBy: Said;
  readonly automation: { readonly detection: boolean; readonly decision: boolean };
  /** How it can be contested, in sentences. */
  readonly redress: Sentence;
  /** Where it stands in the record. */
  readonly entry: number;
}

/** A statement of reasons, paragraph by paragraph. */
export function reasonsText(reasons: Reasons, state: CommunityState): readonly Sentence[] {
  const { measure, until, facts, cited, law, source, decidedBy, automation, redress, entry } = reasons;
  const rule = state.rules.get(cited.rule)?.find(({ version }) => version === cited.version);
  const end = until === undefined ? 'It has no end of its own.' : said`It ends by itself on ${until}.`;
  const { rule: id, version } = cited;
  return [
    measure,
    together(
      said`It applies in ${state.title} and wherever what is written in it is passed on, in every country.`,
      asPhrase(end),
    ),
    said`What was found: ${asPhrase(facts)}`,
    rule === undefined
      ? said`Rule ${id}, version ${version}`
      : said`Rule ${id}, version ${version} “${rule.title}”: ${rule.text[rule.authoritative] ?? ''}`,
    ...(law === undefined ? [] : [said`It was also said to be against the law: ${law}.`]),
    together(
      SOURCES[source],
      AUTOMATION[automation.decision ? 'decision' : automation.detection ? 'detection' : 'none'],
      said`Decided by ${decidedBy}.`,
    ),
    redress,
    said`It is entry ${entry} of the community’s record.`,
  ];
}

const SOURCES = {
  notice: 'It was reported.',
  'own-initiative': 'A moderator came upon it; nobody had reported it.',
  rule: 'Nobody reported it: a rule of the community looks at every post.',
} as const;

const AUTOMATION = {
  none: 'No program found it, and none decided about it.',
  detection: 'A program found it; people decided about it.',
  decision: 'A program found it and applied the rule; no person has looked at it yet.',
} as const;
