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
  /** Absent: the founder adopted it, provisionally. */
  readonly decision?: { readonly id: string; readonly path: string };
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
export function rulesPage({ shell, community, inForce, former, servers }: RulesModel): Html {
  const lead = 'Adopted by the members. A rule reaches only what was done after it came into force.';
  return page(
    { shell, title: `Rules · ${community.title}` },
    html`${heading({ kind: within(community), title: 'Rules in force', lead })}
${inForce.length === 0 ? html`<p class="empty">No rule is in force.</p>` : inForce.map(rule)}
${servers.length === 0 ? nothing : html`<section id="servers"><h2>Other servers</h2><p>Decided by the members, for this community alone.</p><ul class="plain">${servers.map(serverItem)}</ul></section>`}
${former.length === 0 ? nothing : html`<section><h2>Former versions</h2>${former.map(rule)}</section>`}`,
    howWeRunThis(community),
  );
}

function serverItem({ server, level, since, decision }: RulesModel['servers'][number]): Part {
  return html`<li><b class="handle">${server}</b>: ${level}, since ${day(since)}, by <a class="id" href="${href(decision.path)}">decision ${decision.id}</a>.</li>`;
}

function rule(model: RuleModel): Part {
  const former = model.activeTo !== undefined;
  const title = html`${model.title}`;
  return html`<article class="post" id="${model.id}-v${model.version}"><p class="kind">rule ${model.id}, version ${model.version}</p>${former ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`}
<div${maybe(model.lang, (lang) => html` lang="${lang}"`)}>${paragraphs(model.text)}</div>
<p><b>What the software does:</b> ${model.sentence}</p>
<p class="by"><span>In force from ${time(model.activeFrom)}${maybe(model.activeTo, (at) => html` until ${time(at)}${ending(model)}`)}, by ${model.decision ? html`<a href="${href(model.decision.path)}">decision ${model.decision.id}</a>` : 'the founder, provisionally'}.</span>${former ? nothing : html` <span>Ends by itself on ${day(model.sunsetAt)} unless renewed.</span>`}</p>
<details><summary>As the machine reads it</summary><pre tabindex="0" role="region" aria-label="Rule ${model.id}, version ${model.version}, machine-readable"><code>${model.json}</code></pre></details></article>`;
}

const ENDINGS = { amended: 'a newer version replaced it', repealed: 'it was repealed', expired: 'it ran out' } as const;
const ending = ({ ended }: RuleModel): Part => maybe(ended, (how) => `, when ${ENDINGS[how]}`);
