import type { Html } from '../html.ts';
import { href, html, maybe } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { howWeRunThis, within } from '../parts/community.ts';
import { type IntentModel, wholeIntent } from '../parts/intent.ts';
import { time } from '../parts/time.ts';

export interface CharterModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  readonly version: number;
  /** Part by part, each in plain words: “How long a vote is open”, “7 days”. */
  readonly parts: readonly {
    readonly title: string;
    readonly parameters: readonly {
      readonly label: string;
      readonly value: string;
      /** The founder set it, and the members have not decided about it yet. */
      readonly provisional?: boolean;
    }[];
  }[];
  /** What the community sets out to change, under its four headings; `state`: where a member proposes to say it anew. */
  readonly intent: IntentModel;
  readonly state?: string;
  /** What no vote removes. */
  readonly entrenched: readonly string[];
  readonly changes: readonly {
    readonly version: number;
    readonly at: Date;
    readonly decision?: { readonly id: string; readonly path: string };
    /** Where no vote made it: “with the founding”. */
    readonly how?: string;
  }[];
  /** While the founder's acts are provisional: until then, or until ten members are active. */
  readonly provisionalUntil?: Date;
  /** The vote on what the founder did, once it is called. */
  readonly ratification?: { readonly id: string; readonly path: string; readonly sentence: string };
}

/** How the community decides, in plain words. */
export function charterPage({
  shell,
  community,
  version,
  parts,
  intent,
  state,
  entrenched,
  changes,
  provisionalUntil,
  ratification,
}: CharterModel): Html {
  return page(
    { shell, title: `Charter · ${community.title}` },
    html`${heading({ kind: within(community), title: 'Charter', lead: `How this community decides. Version ${version}.` })}
${maybe(provisionalUntil, (at) => html`<p class="note">What the founder set up is provisional until ${time(at)}, or until ten members have been active here for long enough to vote. Then all members are asked whether it stands; what they do not ratify ends.</p>`)}${maybe(ratification, ({ id, path, sentence }) => html`<p class="note">Members were asked whether what the founder set up stands: <a href="${href(path)}">${id}</a>. ${sentence}.</p>`)}
<section><h2>What this community sets out to change</h2>${wholeIntent(intent)}${maybe(state, (path) => html`<p><a href="${href(path)}">Propose to say it differently</a></p>`)}</section>
<section><h2>What no vote removes</h2><ul class="clauses">${entrenched.map((clause) => html`<li>${clause}</li>`)}</ul></section>
<section><h2>What a vote can change</h2>${parts.map(({ title, parameters }) => html`<h3>${title}</h3><dl class="parameters">${parameters.map(({ label, value, provisional }) => html`<div><dt>${label}</dt><dd>${value}${provisional ? ' (provisional)' : ''}</dd></div>`)}</dl>`)}</section>
<section><h2>Versions</h2><ul class="plain">${changes.map((change) => html`<li>Version ${change.version}, since ${time(change.at)}, ${change.decision ? html`by <a href="${href(change.decision.path)}">decision ${change.decision.id}</a>` : (change.how ?? 'with the founding')}</li>`)}</ul><p><a href="${href(`${community.path}/charter.json`)}">The charter as data, with every version</a></p></section>`,
    howWeRunThis(community),
  );
}
