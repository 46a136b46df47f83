import type { Html, Part } from '../html.ts';
import { href, html, maybe, nothing, paragraphs, trusted } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page, sayIn } from '../layout.ts';
import { pagination } from '../parts/pagination.ts';
import type { Author } from '../parts/person.ts';
import { organisationTag } from '../parts/person.ts';
import type { PostModel } from '../parts/post.ts';
import { posts } from '../parts/post.ts';
import { HEARING, PERSON } from '../words/people.ts';
import { link, type Say } from '../words/speaking.ts';

export interface FieldModel {
  readonly name: string;
  readonly value: { readonly text: string; readonly page?: string } | { readonly sanitisedHtml: string };
  /** The page was found to lead back to her. */
  readonly isVerified: boolean;
}

export interface PersonModel {
  readonly shell: Shell;
  readonly person: Author;
  /** Plain text from here, or what the sanitiser returned for somebody elsewhere. */
  readonly summary: { readonly text: string } | { readonly sanitisedHtml: string };
  /** What she says of herself besides: a text, a page that is hers, or what the sanitiser returned. */
  readonly fields?: readonly FieldModel[];
  readonly isViewer: boolean;
  /** Where she has moved to. */
  readonly movedTo?: string;
  /** Whether the viewer wants to hear her; absent for herself, and for who is not signed in. */
  readonly heard?: 'heard' | 'muted' | 'blocked';
  /** Where the viewer may report what she did. */
  readonly reports?: readonly { readonly title: string; readonly path: string }[];
  /** Of somebody here: the address of her feed, without `.atom`. */
  readonly feed?: string;
  /** What she collected and published. */
  readonly collections?: readonly { readonly title: string; readonly path: string }[];
  readonly posts: readonly PostModel[];
  readonly older?: string;
  readonly newer?: string;
}

/** Somebody as others see her: no figures, no times of presence. */
export function personPage(model: PersonModel): Html {
  const { shell, person, posts: all } = model;
  const { name } = person;
  const say = sayIn(shell);
  return page(
    {
      shell,
      title: name,
      speaks: say.language,
      ...(model.feed === undefined ? {} : { feeds: [{ title: name, path: model.feed }] }),
    },
    html`${heading({ title: name })}
<p class="by"><span class="handle">${person.handle}</span>${organisation(person)}${model.isViewer ? html` <a href="/you">${say(PERSON.change)}</a>` : nothing}</p>
${maybe(model.movedTo, (to) => html`<div class="held"><p>${say(PERSON.moved, { name, address: html`<a class="handle" href="${href(to)}" rel="nofollow noopener">${to}</a>` })}</p></div>`)}
${about(model)}${besides(model, say)}${(model.reports ?? []).map(({ title, path }) => html`<p><a href="${href(path)}">${say(PERSON.report, { community: title, name })}</a></p>`)}
${maybe(model.heard, (heard) => hearing(person, heard, say))}
${collected(model, say)}<h2>${say(PERSON.posts)}</h2>
${all.length === 0 ? html`<p class="empty">${say(PERSON.nothingPublic)}</p>` : posts(all, say)}${pagination(model, say)}`,
  );
}

function collected({ collections = [] }: PersonModel, say: Say): Part {
  if (collections.length === 0) return nothing;
  return html`<h2>${say(PERSON.collections)}</h2><ul class="links">${collections.map(({ title, path }) => html`<li><a href="${href(path)}">${title}</a></li>`)}</ul>
`;
}

/** To hear somebody no more is a matter between oneself and one's own lists. */
function hearing({ name, path = '' }: Author, heard: NonNullable<PersonModel['heard']>, say: Say): Html {
  const form = (what: Part) => html`<form method="post" action="${href(`${path}/silence`)}">${what}</form>`;
  if (heard !== 'heard') {
    return html`<div class="held"><p>${say(heard === 'muted' ? HEARING.isMuted : HEARING.isBlocked, { name })}</p>${form(html`<button class="plain" type="submit" name="do" value="hear">${say(HEARING.hear, { name })}</button>`)}</div>`;
  }
  return html`<details><summary>${say(HEARING.leaveOut, { name })}</summary><p>${say(HEARING.leaveOutLead, { name, a: link('/you/silenced') })}</p>${form(html`<button class="plain" type="submit" name="do" value="mute">${say(HEARING.mute, { name })}</button> <button class="plain" type="submit" name="do" value="block">${say(HEARING.block, { name })}</button>`)}</details>`;
}

/** Said apart only where her handle does not say it already. */
function organisation({ organisation: tag, handle }: Author): Part {
  return tag === undefined || handle.endsWith(`@${tag}`) ? nothing : html` ${organisationTag(tag)}`;
}

function about({ summary }: PersonModel): Part {
  return 'text' in summary ? paragraphs(summary.text) : html`<div class="text">${trusted(summary.sanitisedHtml)}</div>`;
}

function besides({ fields = [] }: PersonModel, say: Say): Part {
  if (fields.length === 0) return nothing;
  return html`<dl>${fields.map(
    ({ name, value, isVerified }) =>
      html`<dt>${name}</dt><dd>${fieldValue(value)}${isVerified ? say(PERSON.linksBack) : nothing}</dd>`,
  )}</dl>`;
}

/** `rel="me"` lets other servers find that a page and this one are the same person's. */
function fieldValue(value: FieldModel['value']): Part {
  if ('sanitisedHtml' in value) return trusted(value.sanitisedHtml);
  const { text, page: address } = value;
  return address === undefined
    ? html`${text}`
    : html`<a href="${href(address)}" rel="me nofollow noopener noreferrer">${text}</a>`;
}
