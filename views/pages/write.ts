import type { Html, Part } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type AudienceModel, audience } from '../parts/audience.ts';
import type { CommunityBrief } from '../parts/community.ts';
import { within } from '../parts/community.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field, type Option, select } from '../parts/field.ts';
import { meantFields } from '../parts/meant-fields.ts';
import { WRITE } from '../words/kinds.ts';
import { link, type Say } from '../words/speaking.ts';

export interface WriteModel {
  readonly shell: Shell;
  readonly community: CommunityBrief;
  /** Who sees what is posted: said before anything is typed. */
  readonly audience: AudienceModel;
  readonly isMember: boolean;
  /** Kinds that its members named. */
  readonly own: readonly { readonly kind: string; readonly tag: string }[];
  /** Languages to say that it is written in. */
  readonly tongues: readonly Option[];
  readonly form: Form<'title' | 'text' | 'kind' | 'welcome' | 'circle' | 'language'>;
}

/** Writing, by itself: who sees it first, then the text, then what it is meant as. */
export function writePage(model: WriteModel): Html {
  const { shell, community, form } = model;
  const say = sayIn(shell);
  const title = say.text(WRITE.title, { community: community.title });
  return page(
    { shell, title, failed: failed(form), speaks: say.language },
    html`${errorSummary(form, say)}${heading({ kind: within(community), title })}
${model.isMember ? writeForm(model, say) : html`<p class="empty">${say(WRITE.join, { community: link(community.path)(community.title) })}</p>`}`,
  );
}

function writeForm({ community, own, form, tongues, ...model }: WriteModel, say: Say): Part {
  const ifYouLike = (label: Part) => html`${label} <span class="aside">${say(WRITE.aside)}</span>`;
  const bare = { autocomplete: 'off', bare: true } as const;
  return html`<form method="post" action="${href(`${community.path}/posts`)}">
<input type="hidden" name="from" value="write">
<p class="who-sees"><span aria-hidden="true">◌</span> <span id="write-audience">${audience(model.audience, say)}</span></p>
${field({ say, form, name: 'title', label: ifYouLike(say(WRITE.heading)), max: 150, ...bare })}
${field({ say, form, name: 'text', label: say(WRITE.text), rows: 10, autocomplete: 'off', max: 10_000 })}
${meantFields(form, say, own)}
${select({ say, form, name: 'language', label: say(WRITE.language), options: tongues })}
${field({ say, form, name: 'circle', label: ifYouLike(say(WRITE.circle)), hint: say(WRITE.circleHint), max: 1000, code: true, ...bare })}
${act(say.text(WRITE.post))}
</form>`;
}
