import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type ParameterModel, parameterValue } from '../parts/charter-parameter.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import type { DryRunModel } from '../parts/dry-run.ts';
import { dryRun } from '../parts/dry-run.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, choices, failed, field, select } from '../parts/field.ts';
import type { RuleCite } from '../parts/post.ts';
import { cite } from '../parts/post.ts';
import type { RuleField } from '../parts/rule-form.ts';
import { conditions, effects, examples } from '../parts/rule-form.ts';
import { people } from '../parts/rule-form-more.ts';
import type { Touched } from '../parts/severance.ts';
import { severance } from '../parts/severance.ts';
import { longTime, time } from '../parts/time.ts';
import { CHARTER_PARAMETERS } from '../words/charter-parameters.ts';
import { DRAFT, DRAFT_RULE } from '../words/drafts.ts';
import type { Message } from '../words/language.ts';
import { PROPOSALS } from '../words/proposals.ts';
import { CHANGES_TO } from '../words/proposing.ts';
import { link, type Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';
import { FOLLOWS } from '../words/what-follows.ts';

export interface ChooseChangeModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly rules: readonly { readonly id: string; readonly version: number; readonly title: string }[];
  readonly form: Form<'change'>;
}

/** What else than rules can be changed, and what each means. */
const OTHERS: readonly (readonly [change: string, label: Message, hint?: Message])[] = [
  ['amend-charter', CHANGES_TO.charter, CHANGES_TO.charterHint],
  ['state-intent', CHANGES_TO.intent, CHANGES_TO.intentHint],
  ['readmit', CHANGES_TO.readmit, CHANGES_TO.readmitHint],
  ['limit-server', CHANGES_TO.server, CHANGES_TO.serverHint],
  ['follow-list', CHANGES_TO.list, CHANGES_TO.listHint],
  ['unfollow-list', CHANGES_TO.unlist],
  ['accept-issuer', CHANGES_TO.voices, CHANGES_TO.voicesHint],
  ['end-issuer', CHANGES_TO.endVoices],
  ['link-community', CHANGES_TO.link, CHANGES_TO.linkHint],
  ['unlink-community', CHANGES_TO.unlink],
  ['move-community', CHANGES_TO.move, CHANGES_TO.moveHint],
];

/** One question: what would you change? It only leads to the next page, so it is a GET. */
export function chooseChangePage({ shell, community, rules, form }: ChooseChangeModel): Html {
  const say = sayIn(shell);
  const options = [
    { value: 'adopt-rule', label: say.text(CHANGES_TO.adopt), hint: say.text(CHANGES_TO.adoptHint) },
    ...rules.flatMap(({ id, version, title }) => [
      {
        value: `amend-rule:${id}`,
        label: say.text(CHANGES_TO.amend, { id }),
        hint: say.text(CHANGES_TO.amendHint, { title, version }),
      },
      { value: `repeal-rule:${id}`, label: say.text(CHANGES_TO.repeal, { id }), hint: title },
    ]),
    ...OTHERS.map(([value, label, hint]) => ({
      value,
      label: say.text(label),
      ...(hint === undefined ? {} : { hint: say.text(hint) }),
    })),
  ];
  const title = say.text(PROPOSALS.propose);
  return page(
    { shell, title, failed: failed(form), speaks: say.language },
    html`${errorSummary(form, say)}${heading({ kind: within(community, say.text(DRAFT.kind)), title })}
<form method="get" action="${href(`${community.path}/propose/draft`)}">
${choices({ form, name: 'change', legend: say(CHANGES_TO.question), options, say })}
${act(say.text(CHANGES_TO.continue))}
</form>`,
  );
}

/** What the server made of a draft: shown before it is submitted. */
export interface Preview {
  /** “Posts by members of less than 30 days that carry more than 2 links are held for up to 72 hours.” */
  readonly sentence: Sentence;
  /** How the rule treats each example. */
  readonly examples: readonly { readonly text: Sentence; readonly asWanted: boolean }[];
  /** What stands in the way, each in a sentence. */
  readonly problems: readonly Sentence[];
  /** For a rule: what it would have done in the past. */
  readonly dryRun?: DryRunModel;
  /** For a decision about servers: whom it would touch. */
  readonly touched?: readonly Touched[];
}

/** The proposal that a text would compete with. */
export interface Beside {
  readonly id: string;
  readonly title: string;
  readonly path: string;
}

/** How it goes on. */
export type Follows =
  | {
      readonly state: 'proposed';
      readonly secondingDays: number;
      readonly discussionDays: number;
      readonly freezeHours: number;
      readonly votingDays: number;
      readonly timelockHours: number;
      /** It is about a server, which might be suspended. */
      readonly suspension: boolean;
    }
  /** The vote on the proposal of that name; others can want it there until then. */
  | { readonly state: 'beside'; readonly id: string; readonly until?: Date };

export interface Draft<Field extends string> {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly whatFollows: Follows;
  /** The community is for its members alone, and so are its proposals. */
  readonly forMembers?: boolean;
  readonly preview?: Preview;
  /** The viewer is the founder, whose acts are provisional: she may adopt it herself; `whyNotPropose`: or only that. */
  readonly provisionally?: { readonly until: Date; readonly whyNotPropose?: Sentence };
  /** Present: it is no proposal of its own, but another text for that one. */
  readonly beside?: Beside;
  readonly form: Form<Field>;
}

export interface ProposeRuleModel extends Draft<RuleField> {
  /** Present: the rule to be changed. */
  readonly amends?: RuleCite;
  /** The longest the charter lets a rule hold a post. */
  readonly maxHoldHours: number;
  /** The server's home community decides rules for every community. */
  readonly home?: boolean;
}

/** A new rule, or a new version of one. */
export function proposeRulePage(model: ProposeRuleModel): Html {
  const { shell, form, amends, maxHoldHours, home = false } = model;
  const say = sayIn(shell);
  return draftPage(model, {
    title: amends ? say.text(CHANGES_TO.amend, { id: amends.id }) : say.text(DRAFT_RULE.newRule),
    change: amends ? `amend-rule:${amends.id}` : 'adopt-rule',
    fields: html`${field({ form, name: 'title', label: say(DRAFT_RULE.title), hint: say(DRAFT_RULE.titleHint), autocomplete: 'off', max: 100, say })}
${field({ form, name: 'text', label: say(DRAFT_RULE.text), rows: 4, autocomplete: 'off', max: 2000, say })}
${reasons(form, say)}
${conditions(form, say)}
${effects(form, maxHoldHours, say)}
${people(form, { home }, say)}
${examples(form, say)}`,
  });
}

export interface ProposeRepealModel extends Draft<'title' | 'reasons'> {
  readonly repeals: RuleCite;
}

export function proposeRepealPage(model: ProposeRepealModel): Html {
  const { shell, form, repeals } = model;
  const say = sayIn(shell);
  return draftPage(model, {
    title: say.text(CHANGES_TO.repeal, { id: repeals.id }),
    change: `repeal-rule:${repeals.id}`,
    fields: html`<p>${say(DRAFT_RULE.repeals, { rule: html`${cite(repeals, say)}` })}</p>${titleField(form, say)}${reasons(form, say)}`,
  });
}

export interface ProposeCharterModel extends Draft<'title' | 'reasons' | 'parameter' | 'value'> {
  /** What can be changed, as it is now. */
  readonly parameters: readonly ParameterModel[];
}

export function proposeCharterPage(model: ProposeCharterModel): Html {
  const { shell, form, parameters } = model;
  const say = sayIn(shell);
  const options = parameters.map((one) => ({
    value: one.parameter,
    label: say.text(DRAFT_RULE.now, {
      label: say.text(CHARTER_PARAMETERS[one.parameter]),
      current: parameterValue(one, say),
    }),
  }));
  const empty = say.text(DRAFT_RULE.chooseOne);
  return draftPage(model, {
    title: say.text(CHANGES_TO.charter),
    change: 'amend-charter',
    fields: html`${titleField(form, say)}
${select({ form, name: 'parameter', label: say(DRAFT_RULE.parameter), options, empty, say })}
${field({ form, name: 'value', label: say(DRAFT_RULE.value), hint: say(DRAFT_RULE.valueHint), autocomplete: 'off', max: 2000, say })}
${reasons(form, say)}`,
  });
}

interface Rest {
  readonly title: string;
  /** What the first page asked, carried along. */
  readonly change: string;
  readonly fields: Part;
}

export function draftPage<Field extends string>(model: Draft<Field>, { title, change, fields }: Rest): Html {
  const { shell, community, whatFollows, form, beside } = model;
  const say = sayIn(shell);
  const kind = beside === undefined ? say.text(DRAFT.kind) : say.text(DRAFT.kindBeside, { id: beside.id });
  return page(
    { shell, title: `${title} · ${community.title}`, failed: failed(form), speaks: say.language },
    html`${errorSummary(form, say)}${heading({ kind: within(community, kind), title })}
${maybe(beside, ({ path, id, title: other }) => html`<p>${say(DRAFT.competes, { id, title: other, a: link(path) })}</p>`)}
${maybe(model.preview, (made) => preview(made, say))}
<form method="post" action="${href(`${community.path}/proposals`)}">
<input type="hidden" name="change" value="${change}">${maybe(beside, ({ id }) => html`<input type="hidden" name="beside" value="${id}">`)}
${fields}
<p class="who-sees">${follows(whatFollows, say)} ${say(model.forMembers ? DRAFT.everyMember : DRAFT.everyone)}</p>
${maybe(model.provisionally, (founder) => founders(founder, say))}<div class="both">${buttons(model, say)}</div>
</form>
${when(beside === undefined, () => html`<p><a href="${href(`${community.path}/propose`)}">${say(DRAFT.somethingElse)}</a></p>`)}`,
  );
}

function follows(model: Follows, say: Say): Part {
  if (model.state === 'beside') {
    const { id, until } = model;
    return until === undefined
      ? say(FOLLOWS.beside, { id })
      : say(FOLLOWS.besideUntil, { id, time: longTime(until, say.language) });
  }
  const { state: _state, suspension, ...times } = model;
  return [say(FOLLOWS.proposal, times), when(suspension, () => html` ${say(FOLLOWS.suspension)}`)];
}

function buttons({ provisionally, beside }: Draft<string>, say: Say): Part {
  const button = (label: string, step: string): Html => act(label, { name: 'step', value: step });
  const submit = beside === undefined ? say.text(DRAFT.submit) : say.text(DRAFT.putBeside, { id: beside.id });
  return [
    button(say.text(DRAFT.show), 'preview'),
    when(provisionally?.whyNotPropose === undefined, () => button(submit, 'submit')),
    when(provisionally !== undefined && beside === undefined, () =>
      button(say.text(DRAFT.provisionally), 'provisionally'),
    ),
  ];
}

function founders({ until, whyNotPropose }: NonNullable<Draft<string>['provisionally']>, say: Say): Html {
  return html`<p class="note">${maybe(whyNotPropose, (why) => html`${told(why, say)} `)}${say(DRAFT.founder, { time: time(until, say.language) })}</p>`;
}

function preview({ sentence, examples: tried, problems, touched, dryRun: past }: Preview, say: Say): Html {
  const treats = ({ text, asWanted }: Preview['examples'][number]): Part =>
    say(asWanted ? DRAFT.asWanted : DRAFT.notAsWanted, { text: told(text, say) });
  return html`<section class="note"><h2>${say(DRAFT.wouldDo)}</h2><p class="text">${told(sentence, say)}</p>${when(
    tried.length > 0,
    () => html`<ul>${tried.map((one) => html`<li>${treats(one)}</li>`)}</ul>`,
  )}${maybe(touched, (rows) => severance(rows, say))}${problems.map((problem) => html`<p>${say(DRAFT.inTheWay, { problem: told(problem, say) })}</p>`)}</section>${maybe(past, (one) => dryRun(one, say))}`;
}

export function titleField<Field extends string>(form: Form<Field | 'title'>, say: Say): Html {
  return field({ form, name: 'title', label: say(DRAFT.title), autocomplete: 'off', max: 100, say });
}

export function reasons<Field extends string>(form: Form<Field | 'reasons'>, say: Say): Html {
  return field({
    form,
    name: 'reasons',
    label: say(DRAFT.reasons),
    hint: say(DRAFT.reasonsHint),
    rows: 4,
    autocomplete: 'off',
    max: 5000,
    say,
  });
}
