import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { day, time } from '../parts/time.ts';

/** One version of a rule. */
export interface RuleModel {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** The words people voted on. */
  readonly text: string;
  readonly lang?: string;
  /** What the software does by it. */
  readonly sentence: string;
  readonly json: string;
  /** Absent: the founder adopted it, provisionally, or it came from the home community. */
  readonly decision?: { readonly id: string; readonly path: string };
  /** It is for every community of the server; `from`: decided in another one. */
  readonly server?: { readonly from?: string };
  /** Examples that travel with it, each in a sentence. */
  readonly examples: readonly { readonly text: string; readonly caught: boolean; readonly jury?: string }[];
  /** To how many posts it has done something. */
  readonly acted: number;
  /** Where it says what came of reports under it, once there were any. */
  readonly figures?: string;
  /** Its part in contradictions that a jury has to settle, or has settled, each in a sentence. */
  readonly suspended: readonly string[];
  /** What becomes of posts from before it, where it is about them too. */
  readonly existing?: string;
  readonly activeFrom: Date;
  /** For a former version. */
  readonly activeTo?: Date;
  readonly ended?: 'amended' | 'repealed' | 'expired';
  /** When it ends by itself unless renewed. */
  readonly sunsetAt: Date;
}

export interface RulesModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly inForce: readonly RuleModel[];
  /** Those that the server's home community has decided for every community. */
  readonly instance: readonly RuleModel[];
  readonly former: readonly RuleModel[];
  /** What was decided about other servers, each in a few words: “suspended”. */
  readonly servers: readonly {
    readonly server: string;
    readonly level: string;
    readonly since: Date;
    readonly decision: { readonly id: string; readonly path: string };
  }[];
}

/** Every rule in force, and every version that ever was. */
export function rulesPage({ shell, community, inForce, instance, former, servers }: RulesModel): Html {
  const lead =
    'Adopted by the members. A rule reaches only what was done after it came into force, unless it says that older posts are hidden too.';
  return page(
    { shell, title: `Rules · ${community.title}` },
    html`${heading({ kind: within(community), title: 'Rules in force', lead })}
${inForce.length === 0 ? html`<p class="empty">No rule is in force.</p>` : inForce.map(rule)}
${instance.length === 0 ? nothing : html`<section id="whole-server"><h2>Rules of the whole server</h2><p>Decided in the home community of this server, for all of its communities. What this community decides can be stricter, and overrides none of them.</p>${instance.map(rule)}</section>`}
${servers.length === 0 ? nothing : html`<section id="servers"><h2>Other servers</h2><p>Decided by the members, for this community alone.</p><ul class="plain">${servers.map(serverItem)}</ul></section>`}
${former.length === 0 ? nothing : html`<section><h2>Former versions</h2>${former.map(rule)}</section>`}`,
    howWeRunThis(community),
  );
}

function serverItem({ server, level, since, decision }: RulesModel['servers'][number]): Part {
  return html`<li><b class="handle">${server}</b>: ${level}, since ${day(since)}, by <a class="id" href="${href(decision.path)}">decision ${decision.id}</a>.</li>`;
}

function rule(model: RuleModel): Part {
  const nested = model.activeTo !== undefined || model.server?.from !== undefined;
  const title = html`${model.title}`;
  return html`<article class="post" id="${model.id}-v${model.version}"><p class="kind">rule ${model.id}, version ${model.version}${model.server && model.server.from === undefined ? ', for every community of this server' : ''}</p>${nested ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`}
<div${maybe(model.lang, (lang) => html` lang="${lang}"`)}>${paragraphs(model.text)}</div>
<p><b>What the software does:</b> ${model.sentence}</p>${model.suspended.map((sentence) => html`<p class="note"><b>Suspended in part:</b> ${sentence}</p>`)}
${maybe(model.existing, (sentence) => html`<p class="note"><b>Older posts:</b> ${sentence}</p>`)}<p class="by">${inForceSince(model)}</p>
${exampleList(model)}${maybe(model.figures, (path) => html`<p class="by"><a href="${href(path)}">What came of reports<span class="heard"> under rule ${model.id}, version ${model.version}</span></a></p>`)}<details><summary>As the machine reads it</summary><pre tabindex="0" role="region" aria-label="Rule ${model.id}, version ${model.version}, machine-readable"><code>${model.json}</code></pre></details></article>`;
}

function inForceSince(model: RuleModel): Part {
  const { activeFrom, activeTo, decision, server, sunsetAt, acted } = model;
  return [
    html`<span>In force from ${time(activeFrom)}${maybe(activeTo, (at) => html` until ${time(at)}${ending(model)}`)}${origin(decision, server?.from)}.</span>`,
    activeTo === undefined ? html` <span>Ends by itself on ${day(sunsetAt)} unless renewed.</span>` : nothing,
    acted === 0 ? nothing : html` <span>It has acted on ${acted === 1 ? '1 post' : `${acted} posts`}.</span>`,
  ];
}

/** By which decision; one of the founder's while hers are provisional, or of the server's home community. */
function origin(decision: RuleModel['decision'], from: string | undefined): Part {
  if (from !== undefined) return html`, decided in ${from}`;
  if (decision === undefined) return ', by the founder, provisionally';
  return html`, by <a href="${href(decision.path)}">decision ${decision.id}</a>`;
}

function exampleList({ examples }: RuleModel): Part {
  if (examples.length === 0) return nothing;
  return html`<details><summary>Examples</summary><ul>${examples.map(
    ({ text, caught, jury }) =>
      html`<li>${text} <b>${caught ? 'The rule is about it.' : 'The rule leaves it alone.'}</b>${maybe(jury, (id) => html` So decided by jury ${id}.`)}</li>`,
  )}</ul></details>`;
}

const ENDINGS = { amended: 'a newer version replaced it', repealed: 'it was repealed', expired: 'it ran out' } as const;
const ending = ({ ended }: RuleModel): Part => maybe(ended, (how) => `, when ${ENDINGS[how]}`);
