import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { type AudienceModel, audience } from '../parts/audience.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { quoted } from '../parts/post.ts';
import { WRITE } from '../words/kinds.ts';
import type { Say } from '../words/speaking.ts';
import { OWN_POST } from '../words/thread-page.ts';
import { SUPERSEDE } from '../words/threads.ts';

export interface EditPostModel {
  readonly shell: Shell;
  readonly action: string;
  /** Back to the post. */
  readonly back: string;
  /** Where one names the later post that comes in its place. */
  readonly supersede?: string;
  /** First posts may have a title, replies none. */
  readonly hasTitle: boolean;
  readonly form: Form<'title' | 'text'>;
  /** Who sees it. */
  readonly audience: AudienceModel;
  /** To whom its author could let it be seen besides, and who sees it then. */
  readonly wider: readonly { readonly to: 'members' | 'public'; readonly audience: AudienceModel }[];
  /** Where that is asked for. */
  readonly widen: string;
}

export function editPostPage({ shell, action, back, supersede, hasTitle, form, ...model }: EditPostModel): Html {
  const say = sayIn(shell);
  const title = say.text(OWN_POST.edit);
  return page(
    { shell, title, speaks: say.language, failed: failed(form) },
    html`${errorSummary(form, say)}${heading({ title, lead: say(OWN_POST.editLead) })}
<form method="post" action="${href(action)}">
<p class="who-sees" id="audience"><span aria-hidden="true">◌</span> <span>${audience(model.audience, say)}</span></p>
${hasTitle ? field({ form, name: 'title', label: say(WRITE.heading), say, optional: true, autocomplete: 'off', max: 150 }) : nothing}
${field({ form, name: 'text', label: say(WRITE.text), say, rows: 8, autocomplete: 'off', max: 10_000, describedBy: 'audience' })}
<p class="who-sees">${say(OWN_POST.travels)}</p>
${act(say.text(SUPERSEDE.save))} <a class="instead" href="${href(back)}">${say(SUPERSEDE.cancel)}</a>
</form>
${maybe(supersede, (path) => html`<p><a href="${href(path)}">${say(SUPERSEDE.title)}</a></p>`)}
${widening(model, say)}`,
  );
}

/** By its author's own act alone; there is no way back. */
function widening({ wider, widen }: Pick<EditPostModel, 'wider' | 'widen'>, say: Say): Part {
  if (wider.length === 0) return nothing;
  return html`<section><h2>${say(OWN_POST.widen)}</h2><p>${say(OWN_POST.widenLead)}</p>${wider.map(
    ({ to, audience: who }) =>
      html`<form method="post" action="${href(widen)}"><p class="who-sees" id="widen-${to}"><span aria-hidden="true">◌</span> <span>${audience(who, say)}</span></p><button class="plain" type="submit" name="to" value="${to}" aria-describedby="widen-${to}">${say(to === 'members' ? OWN_POST.toMembers : OWN_POST.toPublic)}</button></form>`,
  )}</section>`;
}

export interface DeletePostModel {
  readonly shell: Shell;
  readonly action: string;
  readonly back: string;
  /** The post as it was typed. */
  readonly text: string;
}

/** Asks before a post is deleted. */
export function deletePostPage({ shell, action, back, text }: DeletePostModel): Html {
  const say = sayIn(shell);
  const title = say.text(OWN_POST.delete);
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ title })}
${quoted(text)}
<p>${say(OWN_POST.deleteLead)}</p>
<form method="post" action="${href(action)}">${act(say.text(OWN_POST.deleteIt))} <a class="instead" href="${href(back)}">${say(OWN_POST.keepIt)}</a></form>`,
  );
}
