import type { Html, Part } from '../html.ts';
import { href, html, maybe } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type ParameterModel, parameterValue } from '../parts/charter-parameter.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { type IntentModel, wholeIntent } from '../parts/intent.ts';
import { type Phase, phaseSentence } from '../parts/phase.ts';
import { time } from '../parts/time.ts';
import { CHARTER } from '../words/charter.ts';
import { CHARTER_PARAMETERS } from '../words/charter-parameters.ts';
import { CHARTER_PART, ENTRENCHED_CLAUSES } from '../words/charter-values.ts';
import { HOW } from '../words/how-we-run-this.ts';
import { link, type Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';

export interface CharterModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly version: number;
  /** Part by part. */
  readonly parts: readonly {
    readonly part: keyof typeof CHARTER_PART;
    readonly parameters: readonly ParameterModel[];
  }[];
  /** What the community sets out to change, under its four headings; `state`: where a member proposes to say it anew. */
  readonly intent: IntentModel;
  readonly state?: string;
  /** What no vote removes, in the charter's own words. */
  readonly entrenched: readonly string[];
  readonly changes: readonly {
    readonly version: number;
    readonly at: Date;
    readonly decision?: { readonly id: string; readonly path: string };
    /** Where no vote made it; `lapsed`: when what the founder did was not ratified. */
    readonly how?: 'founding' | 'founder' | 'lapsed';
  }[];
  /** While the founder's acts are provisional: until then, or until ten members are active. */
  readonly provisionalUntil?: Date;
  /** The vote on what the founder did, once it is called. */
  readonly ratification?: { readonly id: string; readonly path: string; readonly phase: Phase };
}

/** How the community decides, in plain words. */
export function charterPage(model: CharterModel): Html {
  const { shell, community, version, parts, intent, state, entrenched, changes } = model;
  const say = sayIn(shell);
  const title = say.text(HOW.charter);
  return page(
    { shell, title: `${title} · ${community.title}`, speaks: say.language },
    html`${heading({ kind: within(community), title, lead: say(CHARTER.lead, { version }) })}
${provisional(model, say)}
<section><h2>${say(CHARTER.setsOut)}</h2>${wholeIntent(intent, say)}${maybe(state, (path) => html`<p><a href="${href(path)}">${say(CHARTER.sayAnew)}</a></p>`)}</section>
<section><h2>${say(CHARTER.entrenched)}</h2><ul class="clauses">${entrenched.map((clause) => html`<li>${clauseIn(clause, say)}</li>`)}</ul></section>
<section><h2>${say(CHARTER.votable)}</h2>${parts.map(({ part, parameters }) => html`<h3>${say(CHARTER_PART[part])}</h3><dl class="parameters">${parameters.map((one) => parameter(one, say))}</dl>`)}</section>
<section><h2>${say(CHARTER.versions)}</h2><ul class="plain">${changes.map((change) => html`<li>${changed(change, say)}</li>`)}</ul><p><a href="${href(`${community.path}/charter.json`)}">${say(CHARTER.asData)}</a></p></section>`,
    howWeRunThis(community, say),
  );
}

/** What the founder set up, and what the members say to it. */
function provisional({ provisionalUntil, ratification }: CharterModel, say: Say): Part {
  const until = maybe(
    provisionalUntil,
    (at) => html`<p class="note">${say(CHARTER.provisional, { time: time(at, say.language) })}</p>`,
  );
  const asked = maybe(ratification, ({ id, path, phase }) => {
    const vote = link(path)(id);
    return html`<p class="note">${say(CHARTER.ratification, { vote })} ${phaseSentence(phase, say)}.</p>`;
  });
  return [until, asked];
}

/** In the reader's language, where it is one of those that this version knows. */
function clauseIn(clause: string, say: Say): Part {
  const known = Object.values(ENTRENCHED_CLAUSES).find(({ en }) => en === clause);
  return known === undefined ? told(clause, say) : say(known);
}

function parameter(model: ParameterModel, say: Say): Html {
  const value = parameterValue(model, say);
  return html`<div><dt>${say(CHARTER_PARAMETERS[model.parameter])}</dt><dd>${model.provisional ? say(CHARTER.stillProvisional, { value }) : value}</dd></div>`;
}

function changed({ version, at, decision, how }: CharterModel['changes'][number], say: Say): Part {
  const since = { version, time: time(at, say.language) };
  return decision === undefined
    ? say(CHARTER[how ?? 'founding'], since)
    : say(CHARTER.versionBy, { ...since, id: decision.id, a: link(decision.path) });
}
