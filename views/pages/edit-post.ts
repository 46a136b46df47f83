import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';
import { errorSummary } from '../parts/error-summary.ts';
import type { Form } from '../parts/field.ts';
import { act, failed, field } from '../parts/field.ts';
import { quoted } from '../parts/post.ts';

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
  /** Who sees it, in a sentence. */
  readonly audience: string;
  /** To whom its author could let it be seen besides, and the sentence that holds then. */
  readonly wider: readonly { readonly to: 'members' | 'public'; readonly audience: string }[];
  /** Where that is asked for. */
  readonly widen: string;
}

export function editPostPage({ shell, action, back, supersede, hasTitle, form, ...model }: EditPostModel): Html {
  return page(
    { shell, title: 'Edit your post', failed: failed(form) },
    html`${errorSummary(form)}${heading({ title: 'Edit your post', lead: 'It will say that it was edited, and what was changed.' })}
<form method="post" action="${href(action)}">
<p class="who-sees" id="audience"><span aria-hidden="true">◌</span> <span>${model.audience}</span></p>
${hasTitle ? field({ form, name: 'title', label: 'Title', optional: true, autocomplete: 'off', max: 150 }) : nothing}
${field({ form, name: 'text', label: 'Text', rows: 8, autocomplete: 'off', max: 10_000, describedBy: 'audience' })}
<p class="who-sees">The change goes to every server that has the post. The community’s rules look at it again, as at a new post.</p>
${act('Save')} <a class="instead" href="${href(back)}">Leave it as it is</a>
</form>
${maybe(supersede, (path) => html`<p><a href="${href(path)}">A later post comes in its place</a></p>`)}
${widening(model)}`,
  );
}

const WIDEN = { members: 'Let all members see it', public: 'Let everyone see it' } as const;

/** By its author's own act alone; there is no way back. */
function widening({ wider, widen }: Pick<EditPostModel, 'wider' | 'widen'>): Part {
  if (wider.length === 0) return nothing;
  return html`<section><h2>Let more people see it</h2><p>Only you can do this, and it cannot be taken back: what was read is read. Replies stay for those they were written for.</p>${wider.map(
    ({ to, audience }) =>
      html`<form method="post" action="${href(widen)}"><p class="who-sees" id="widen-${to}"><span aria-hidden="true">◌</span> <span>${audience}</span></p><button class="plain" type="submit" name="to" value="${to}" aria-describedby="widen-${to}">${WIDEN[to]}</button></form>`,
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
  return page(
    { shell, title: 'Delete your post?' },
    html`${heading({ title: 'Delete your post?' })}
${quoted(text)}
<p>Its text, its title and its poll are removed here, and other servers are asked to remove them too. We cannot make them. That a post was here stays visible in its thread.</p>
<form method="post" action="${href(action)}">${act('Delete it')} <a class="instead" href="${href(back)}">Keep it</a></form>`,
  );
}
