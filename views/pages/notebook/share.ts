import type { Html, Part } from '../../html.ts';
import { flag, href, html, maybe, nothing, paragraphs, when } from '../../html.ts';
import type { Shell } from '../../layout.ts';
import { heading, page, sayIn } from '../../layout.ts';
import type { Form } from '../../parts/field.ts';
import { act, failed, field } from '../../parts/field.ts';
import { NOTEBOOK } from '../../words/notebook.ts';
import { SHARE } from '../../words/notebook-share.ts';
import { link, type Say } from '../../words/speaking.ts';
import { foreign, notebookPage, outward, refused, small } from './parts.ts';

/** A collection as it stands in a list. */
export interface CollectionBrief {
  readonly title: string;
  readonly path: string;
  readonly published: boolean;
}

export interface ShareModel {
  readonly shell: Shell;
  readonly collections: readonly CollectionBrief[];
  readonly form: Form<'title' | 'summary'>;
}

/** Somebody's collections, and how she begins one. */
export function sharePage({ shell, collections, form }: ShareModel): Html {
  const say = sayIn(shell);
  return notebookPage(
    { shell, title: say.text(NOTEBOOK.share), failed: failed(form) },
    html`${heading({ kind: say(NOTEBOOK.title), title: say(NOTEBOOK.share), lead: say(NOTEBOOK.shareLead) })}
<h2 class="heard">${say(NOTEBOOK.allCollections)}</h2>
${collections.length === 0 ? html`<p class="empty">${say(NOTEBOOK.noCollections)}</p>` : html`<ul class="plain">${collections.map((one) => collectionEntry(say, one))}</ul>`}
<section><h2>${say(SHARE.begin)}</h2>${naming(say, '/notebook/collections', form, say.text(SHARE.begin))}</section>`,
  );
}

export const collectionEntry = (say: Say, { title, path, published }: CollectionBrief): Html =>
  html`<li class="entry"><h3 class="title"><a href="${href(path)}">${foreign(title)}</a></h3><span class="kind">${say(published ? NOTEBOOK.isPublished : NOTEBOOK.isPrivate)}</span></li>`;

const naming = (say: Say, action: string, form: Form<'title' | 'summary'>, label: string): Html =>
  html`<form method="post" action="${href(action)}">${refused(say, form)}
${field({ form, name: 'title', label: say(SHARE.name), max: 200, say })}
${field({ form, name: 'summary', label: say(SHARE.summary), hint: say(SHARE.mayStayEmpty), rows: 3, max: 2000, bare: true, say })}
${act(label)}</form>`;

/** What stands in a collection. */
export interface CollectedModel {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly author?: string;
  readonly sentence: string;
  readonly at: Date;
  /** Whether everybody may see it. */
  readonly shown: boolean;
}

export interface OwnCollectionModel {
  readonly shell: Shell;
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  /** Where others read it: a path here, and the whole address. */
  readonly published?: { readonly path: string; readonly address: string };
  readonly things: readonly CollectedModel[];
  readonly adding: Form<'address' | 'called' | 'sentence' | 'passOn'>;
  readonly naming: Form<'title' | 'summary'>;
}

/** A collection as its owner has it before her. */
export function ownCollectionPage(model: OwnCollectionModel): Html {
  const { shell, path, title, summary, things, adding } = model;
  const say = sayIn(shell);
  return notebookPage(
    { shell, title, failed: failed(adding) || failed(model.naming) },
    html`${heading({ kind: say(SHARE.collection), title: foreign(title) })}${paragraphs(summary)}
${standing(say, model)}
<h2 class="heard">${say(SHARE.collection)}</h2>
${things.length === 0 ? html`<p class="empty">${say(SHARE.nothingIn)}</p>` : html`<ol class="plain">${things.map((one) => ownThing(say, path, one))}</ol>`}
<section><h2>${say(SHARE.add)}</h2>${refused(say, adding)}<form method="post" action="${href(`${path}/add`)}">
${field({ form: adding, name: 'address', label: say(SHARE.address), hint: say(SHARE.addressHint), max: 2000, code: true, say })}
${field({ form: adding, name: 'called', label: say(SHARE.called), hint: say(SHARE.calledHint), max: 200, bare: true, say })}
${field({ form: adding, name: 'sentence', label: say(SHARE.sentence), hint: say(SHARE.mayStayEmpty), max: 500, bare: true, say })}
${passOn(say, adding.values.passOn === 'on')}
${act(say.text(SHARE.addIt))}</form></section>
<section><details${flag('open', failed(model.naming))}><summary>${say(SHARE.changeIt)}</summary>${naming(say, path, model.naming, say.text(NOTEBOOK.save))}</details>
<details><summary>${say(SHARE.remove)}</summary><p>${say(SHARE.removeLead)}</p>${small(`${path}/delete`, say(SHARE.remove))}</details></section>`,
  );
}

export const passOn = (say: Say, checked: boolean): Html =>
  html`<div class="ask"><label class="choice"><input type="checkbox" name="passOn" value="on"${flag('checked', checked)}><span>${say(SHARE.passOn)}</span></label></div>`;

function standing(say: Say, { path, published }: OwnCollectionModel): Html {
  if (published !== undefined) {
    const out = link(published.path);
    return html`<div class="note"><p>${say(SHARE.forEverybody, { address: published.address, a: out })}</p>${small(`${path}/publish`, say(SHARE.unpublish), { publish: 'no' })}</div>`;
  }
  return html`<div class="note"><p>${say(SHARE.yoursAlone)} ${say(SHARE.publishLead)}</p><form method="post" action="${href(`${path}/publish`)}"><button class="do" type="submit" name="publish" value="yes">${say(SHARE.publish)}</button></form></div>`;
}

function ownThing(say: Say, path: string, thing: CollectedModel): Html {
  const { id, title, sentence, shown } = thing;
  const form = { values: { sentence }, errors: {} };
  const named = html`<span class="heard">: ${title}</span>`;
  return html`<li class="entry">${described(say, thing)}${when(!shown, () => html`<p class="who-sees"><span aria-hidden="true">◌</span> ${say(SHARE.hidden)}</p>`)}
<details><summary>${say(SHARE.change)}${named}</summary><form method="post" action="${href(`${path}/items/${id}`)}">${field({ form, name: 'sentence', label: say(SHARE.sentence), max: 500, bare: true, id: `sentence-${id}`, say })}
<p class="acts"><button class="plain" type="submit" name="do" value="say">${say(NOTEBOOK.save)}${named}</button><button class="plain" type="submit" name="do" value="up">${say(SHARE.up)}${named}</button><button class="plain" type="submit" name="do" value="down">${say(SHARE.down)}${named}</button><button class="plain" type="submit" name="do" value="remove">${say(SHARE.takeOut)}${named}</button></p></form></details></li>`;
}

const described = (say: Say, { title, url, author, sentence }: CollectedModel): Part =>
  html`<h3 class="title">${outward(url, foreign(title))}</h3>${maybe(author, (name) => html`<p class="by"><span>${say(SHARE.by, { author: foreign(name) })}</span></p>`)}${sentence === '' ? nothing : html`<p class="text">${foreign(sentence)}</p>`}`;

export interface CollectionModel {
  readonly shell: Shell;
  readonly title: string;
  readonly summary: string;
  readonly author: { readonly name: string; readonly path: string };
  /** Its path here, to which `.rss`, `.json` and `.opml` are added. */
  readonly path: string;
  readonly things: readonly CollectedModel[];
}

/** A published collection, as everybody reads it. */
export function collectionPage({ shell, title, summary, author, path, things }: CollectionModel): Html {
  const say = sayIn(shell);
  const owner = html`<a href="${href(author.path)}">${foreign(author.name)}</a>`;
  const outlets = { rss: link(`${path}.rss`), json: link(`${path}.json`), opml: link(`${path}.opml`) };
  return page(
    { shell, title, speaks: say.language },
    html`${heading({ kind: say(SHARE.collection), title: foreign(title) })}
<p class="by"><span>${say(SHARE.collectedBy, { author: owner })}</span></p>${paragraphs(summary)}
<h2 class="heard">${say(SHARE.collection)}</h2>
${things.length === 0 ? html`<p class="empty">${say(SHARE.nothingShown)}</p>` : html`<ol class="plain">${things.map((one) => html`<li class="entry">${described(say, one)}</li>`)}</ol>`}
<p class="hint">${say(SHARE.outlets, outlets)}</p>`,
  );
}
