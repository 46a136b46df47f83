import type { Html } from '../html.ts';
import { href, html } from '../html.ts';
import { choices, field } from '../parts/field.ts';
import { type Draft, draftPage, reasons, titleField } from './propose.ts';

export type LimitField = 'title' | 'reasons' | 'server' | 'level';
export type IssuerField = 'title' | 'reasons' | 'organisation' | 'url' | 'key';
export type LinkField = 'title' | 'reasons' | 'community';

export interface ProposeLimitModel extends Draft<LimitField> {
  /** What is decided already, each in a sentence. */
  readonly decided: readonly string[];
}

const LEVELS = [
  { value: 'suspend', label: 'Suspend it', hint: 'nothing from there is let in' },
  { value: 'limit', label: 'Limit it', hint: 'what is written there is shown to members only' },
  { value: 'reject-media', label: 'Leave out its pictures and files', hint: 'texts are shown as before' },
  { value: 'allow', label: 'Let it in', hint: 'where only named servers are let in' },
  { value: 'none', label: 'Lift what was decided', hint: 'it is as any other server again' },
];

/** What this community lets another server do. */
export function proposeLimitPage(model: ProposeLimitModel): Html {
  const { form, decided, community } = model;
  return draftPage(model, {
    title: 'Decide about a server',
    change: 'limit-server',
    fields: html`<p>Each community decides this for itself, and only its members do. Whoever runs this server cannot. <a href="${href(`${community.path}/lists`)}">What lists kept by others say</a></p>
${decided.length > 0 ? html`<h2>Decided so far</h2><ul>${decided.map((sentence) => html`<li>${sentence}</li>`)}</ul>` : ''}
${titleField(form)}
${field({ form, name: 'server', label: 'Which server', hint: html`Its name, like <span class="handle">south.example</span>. Servers below it, like <span class="handle">www.south.example</span>, are meant too.`, autocomplete: 'off', max: 253, code: true })}
${choices({ form, name: 'level', legend: 'What is to happen?', options: LEVELS })}
${reasons(form)}`,
  });
}

export interface ProposeLinkModel extends Draft<LinkField> {
  readonly kind: 'link-community' | 'unlink-community' | 'move-community';
}

const ABOUT = {
  'link-community': {
    title: 'Link with a community',
    text: 'Both communities have to decide it. Then what each passes on is shown to the members of the other.',
  },
  'unlink-community': {
    title: 'End a link with a community',
    text: 'It takes only one of the two to end it.',
  },
  'move-community': {
    title: 'Move this community elsewhere',
    text: 'Over there, somebody has to found it first and name this one as its former address. Members are led there by their servers; the open book stays here.',
  },
} as const;

/** Linking with another community, ending it, or moving there. */
export function proposeLinkPage(model: ProposeLinkModel): Html {
  const { form, kind } = model;
  const { title, text } = ABOUT[kind];
  return draftPage(model, {
    title,
    change: kind,
    fields: html`<p>${text}</p>
${titleField(form)}
${field({ form, name: 'community', label: 'Which community', hint: 'Its address, as its own page shows it: https://…', autocomplete: 'off', max: 500, code: true })}
${reasons(form)}`,
  });
}

export type ListField = 'title' | 'reasons' | 'list';

export interface ProposeListModel extends Draft<ListField> {
  readonly kind: 'follow-list' | 'unfollow-list';
  /** Lists that are looked at now, by address. */
  readonly lists: readonly string[];
}

/** Looking at a list of servers that others keep, or ending it. */
export function proposeListPage(model: ProposeListModel): Html {
  const { form, kind, lists } = model;
  const follow = kind === 'follow-list';
  const text = follow
    ? 'What others keep of servers is shown to the members here, once a day anew. About each server they decide as about any other.'
    : 'What was decided because of the list stays.';
  return draftPage(model, {
    title: follow ? 'Look at a list of servers' : 'No longer look at a list',
    change: kind,
    fields: html`<p>${text}</p>
${lists.length > 0 ? html`<h2>Looked at now</h2><ul>${lists.map((list) => html`<li class="handle">${list}</li>`)}</ul>` : ''}
${titleField(form)}
${field({ form, name: 'list', label: 'Which list', hint: 'Its address, https://…, of a file as Mastodon exports it (CSV).', autocomplete: 'off', max: 2000, code: true })}
${reasons(form)}`,
  });
}
