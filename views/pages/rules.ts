import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, when } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { day, time } from '../parts/time.ts';
import { PROPOSAL } from '../words/proposals.ts';
import { LEVELS, RULES } from '../words/rules.ts';
import { link, type Say } from '../words/speaking.ts';
import { told } from '../words/told.ts';

/** One version of a rule. */
export interface RuleModel {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** The words people voted on. */
  readonly text: string;
  readonly lang?: string;
  /** What the software does by it. */
  readonly sentence: Sentence;
  readonly json: string;
  /** Absent: the founder adopted it, provisionally, or it came from the home community. */
  readonly decision?: { readonly id: string; readonly path: string };
  /** It is for every community of the server; `from`: decided in another one. */
  readonly server?: { readonly from?: string };
  /** Examples that travel with it, each in a sentence. */
  readonly examples: readonly { readonly text: Sentence; readonly caught: boolean; readonly jury?: string }[];
  /** To how many posts it has done something. */
  readonly acted: number;
  /** Where it says what came of reports under it, once there were any. */
  readonly figures?: string;
  /** Its part in contradictions that a jury has to settle, or has settled, each in a sentence. */
  readonly suspended: readonly Sentence[];
  /** What becomes of posts from before it, where it is about them too. */
  readonly existing?: Sentence;
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
  /** What was decided about other servers. */
  readonly servers: readonly {
    readonly server: string;
    readonly restriction: keyof typeof LEVELS;
    readonly since: Date;
    readonly decision: { readonly id: string; readonly path: string };
  }[];
}

/** Every rule in force, and every version that ever was. */
export function rulesPage({ shell, community, inForce, instance, former, servers }: RulesModel): Html {
  const say = sayIn(shell);
  const one = (model: RuleModel): Html => rule(model, say);
  const list = html`<ul class="plain">${servers.map((server) => serverItem(server, say))}</ul>`;
  return page(
    { shell, title: `${say.text(RULES.pageTitle)} · ${community.title}`, speaks: say.language },
    html`${heading({ kind: within(community), title: say(RULES.title), lead: say(RULES.lead) })}
${inForce.length === 0 ? html`<p class="empty">${say(RULES.none)}</p>` : inForce.map(one)}
${when(instance.length > 0, () => html`<section id="whole-server"><h2>${say(RULES.instance)}</h2><p>${say(RULES.instanceText)}</p>${instance.map(one)}</section>`)}
${when(servers.length > 0, () => html`<section id="servers"><h2>${say(RULES.servers)}</h2><p>${say(RULES.serversText)}</p>${list}</section>`)}
${when(former.length > 0, () => html`<section><h2>${say(RULES.former)}</h2>${former.map(one)}</section>`)}`,
    howWeRunThis(community, say),
  );
}

function serverItem({ server, restriction, since, decision }: RulesModel['servers'][number], say: Say): Part {
  return html`<li>${say(RULES.server, {
    server: html`<b class="handle">${server}</b>`,
    level: say(LEVELS[restriction]),
    day: day(since, say.language),
    id: decision.id,
    a: (inside) => html`<a class="id" href="${href(decision.path)}">${inside}</a>`,
  })}</li>`;
}

function rule(model: RuleModel, say: Say): Html {
  const { id, version, server } = model;
  const nested = model.activeTo !== undefined || server?.from !== undefined;
  const forAll = server !== undefined && server.from === undefined;
  const title = html`${model.title}`;
  return html`<article class="post" id="${id}-v${version}"><p class="kind">${say(forAll ? RULES.versionForAll : RULES.version, { id, version })}</p>${nested ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`}
<div${maybe(model.lang, (lang) => html` lang="${lang}"`)}>${paragraphs(model.text)}</div>
<p>${say(RULES.does, { sentence: told(model.sentence, say) })}</p>${model.suspended.map((sentence) => html`<p class="note">${say(RULES.suspended, { sentence: told(sentence, say) })}</p>`)}
${maybe(model.existing, (sentence) => html`<p class="note">${say(RULES.older, { sentence: told(sentence, say) })}</p>`)}<p class="by">${inForceSince(model, say)}</p>
${exampleList(model, say)}${maybe(model.figures, (path) => html`<p class="by"><a href="${href(path)}">${say(RULES.reports, { id, version })}</a></p>`)}<details><summary>${say(PROPOSAL.machine)}</summary><pre tabindex="0" role="region" aria-label="${say.text(RULES.machine, { id, version })}" dir="ltr"><code>${model.json}</code></pre></details></article>`;
}

function inForceSince(model: RuleModel, say: Say): Part {
  const { activeTo, sunsetAt, acted } = model;
  return [
    html`<span>${heldFrom(model, say)}</span>`,
    when(activeTo === undefined, () => html` <span>${say(RULES.sunset, { day: day(sunsetAt, say.language) })}</span>`),
    when(acted > 0, () => html` <span>${say(RULES.acted, { acted })}</span>`),
  ];
}

/** From when to when, and by which decision; one of the founder's while hers are provisional, or of the server's home community. */
function heldFrom({ activeFrom, activeTo, ended, decision, server }: RuleModel, say: Say): Part {
  const from = time(activeFrom, say.language);
  const past = activeTo === undefined ? null : { to: time(activeTo, say.language), ended: ended ?? 'other' };
  if (server?.from !== undefined) {
    const where = server.from;
    return past === null
      ? say(RULES.inForceElsewhere, { from, where })
      : say(RULES.wasInForceElsewhere, { from, where, ...past });
  }
  if (decision === undefined) {
    return past === null ? say(RULES.inForceFounder, { from }) : say(RULES.wasInForceFounder, { from, ...past });
  }
  const by = { decision: decision.id, a: link(decision.path) };
  return past === null ? say(RULES.inForce, { from, ...by }) : say(RULES.wasInForce, { from, ...by, ...past });
}

function exampleList({ examples }: RuleModel, say: Say): Part {
  if (examples.length === 0) return nothing;
  return html`<details><summary>${say(RULES.examples)}</summary><ul>${examples.map(
    ({ text, caught, jury }) =>
      html`<li>${told(text, say)} <b>${say(caught ? RULES.caught : RULES.leftAlone)}</b>${maybe(jury, (id) => html` ${say(RULES.jury, { id })}`)}</li>`,
  )}</ul></details>`;
}
