import type { Html } from '../../html.ts';
import { href, html, maybe, when } from '../../html.ts';
import type { Shell } from '../../layout.ts';
import { heading, sayIn } from '../../layout.ts';
import type { Form } from '../../parts/field.ts';
import { act, choices, failed, field, select } from '../../parts/field.ts';
import { CAPTURE } from '../../words/notebook-capture.ts';
import { NOTES } from '../../words/notebook-notes.ts';
import { SHARE } from '../../words/notebook-share.ts';
import { captureByMail } from './capture-mail.ts';
import { type LookBackField, lookBackFields } from './look-back.ts';
import type { LinkModel, NoteBrief } from './notes.ts';
import { linkItem } from './notes.ts';
import { foreign, notebookPage, refused, small } from './parts.ts';
import { passOn } from './share.ts';

export interface CaptureModel {
  readonly shell: Shell;
  readonly communities: readonly { readonly iri: string; readonly title: string }[];
  readonly form: Form<'title' | 'text' | 'url' | 'where' | 'community' | LookBackField>;
  /** Where letters are taken in: her own address for them, if she has made one and may. */
  readonly mail?: { readonly address?: string; readonly mayHave: boolean };
}

/** Keeps something in one step: what a share target or a bookmark in the browser leads to. Nothing is kept by it alone. */
export function capturePage({ shell, communities, form, mail }: CaptureModel): Html {
  const say = sayIn(shell);
  const where = [
    { value: 'note', label: say.text(CAPTURE.asNote), hint: say.text(CAPTURE.asNoteHint) },
    { value: 'snag', label: say.text(CAPTURE.asSnag), hint: say.text(CAPTURE.asSnagHint) },
    { value: 'spark', label: say.text(CAPTURE.asSpark), hint: say.text(CAPTURE.asSparkHint) },
  ];
  const options = communities.map(({ iri, title }) => ({ value: iri, label: title }));
  return notebookPage(
    { shell, title: say.text(CAPTURE.title), failed: failed(form) },
    html`${heading({ title: say(CAPTURE.title), lead: say(CAPTURE.lead) })}
${refused(say, form)}
<form method="post" action="/capture">
${field({ form, name: 'title', label: say(NOTES.titleField), hint: say(NOTES.mayStayEmpty), max: 200, bare: true, say })}
${field({ form, name: 'url', label: say(CAPTURE.address), hint: say(NOTES.mayStayEmpty), max: 2000, bare: true, code: true, say })}
${field({ form, name: 'text', label: say(CAPTURE.text), hint: say(NOTES.mayStayEmpty), rows: 5, max: 10_000, bare: true, say })}
${choices({ form, name: 'where', legend: say(CAPTURE.where), options: communities.length === 0 ? where.slice(0, 1) : where, say })}
${when(communities.length > 0, () => select({ form, name: 'community', label: say(CAPTURE.community), empty: '—', options, say }))}
${lookBackFields(say, form)}
${act(say.text(CAPTURE.keep))}</form>
${maybe(mail, (one) => captureByMail(one, say))}`,
  );
}

export interface KeepModel {
  readonly shell: Shell;
  readonly action: string;
  readonly post: LinkModel & { readonly words: string };
  readonly isKept: boolean;
  /** Whether it may be passed on to others. */
  readonly mayPassOn: boolean;
  readonly notes: readonly NoteBrief[];
  readonly collections: readonly { readonly id: string; readonly title: string }[];
  readonly form: Form<'text' | 'collection' | 'sentence' | 'passOn' | LookBackField>;
}

/** Keeps a post: a bookmark, a note about it, a place in a collection; each as far as she wants. */
export function keepPage(model: KeepModel): Html {
  const { shell, action, post, form, notes, collections } = model;
  const say = sayIn(shell);
  const options = collections.map(({ id, title }) => ({ value: id, label: title }));
  return notebookPage(
    { shell, title: say.text(CAPTURE.keepPost), failed: failed(form) },
    html`${heading({ title: say(CAPTURE.keepPost), lead: say(CAPTURE.keepPostLead) })}
<blockquote><p class="text" dir="auto">${post.words}</p></blockquote><ul class="plain">${linkItem(say, post)}</ul>
${notes.map((note) => html`<p>${say(NOTES.yourNote)} <a href="${href(note.path)}">${foreign(note.title)}</a></p>`)}
${refused(say, form)}
<form method="post" action="${href(action)}">
${field({ form, name: 'text', label: say(CAPTURE.ownNote), hint: say(CAPTURE.ownNoteHint), rows: 4, max: 10_000, bare: true, say })}
${lookBackFields(say, form)}
${when(collections.length > 0, () => html`${select({ form, name: 'collection', label: say(CAPTURE.collection), empty: say.text(CAPTURE.none), options, say })}${field({ form, name: 'sentence', label: say(SHARE.sentence), hint: say(SHARE.mayStayEmpty), max: 500, bare: true, say })}${when(model.mayPassOn, () => passOn(say, form.values.passOn === 'on'))}`)}
${act(say.text(CAPTURE.keep))}</form>
${when(model.isKept, () => small(`${action}/forget`, say(CAPTURE.forget)))}`,
  );
}
