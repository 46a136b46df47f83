import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { href, html, when } from '../html.ts';
import { sayIn } from '../layout.ts';
import { choices, field } from '../parts/field.ts';
import { DRAFT_LINK, DRAFT_LIST, DRAFT_SERVER } from '../words/drafts-elsewhere.ts';
import type { Message } from '../words/language.ts';
import { CHANGES_TO } from '../words/proposing.ts';
import { told } from '../words/told.ts';
import { type Draft, draftPage, reasons, titleField } from './propose.ts';

export type LimitField = 'title' | 'reasons' | 'server' | 'level';
export type IssuerField = 'title' | 'reasons' | 'organisation' | 'url' | 'key';
export type LinkField = 'title' | 'reasons' | 'community';

export interface ProposeLimitModel extends Draft<LimitField> {
  /** What is decided already, each in a sentence. */
  readonly decided: readonly Sentence[];
}

const LEVELS: readonly (readonly [level: string, label: Message, hint: Message])[] = [
  ['suspend', DRAFT_SERVER.suspend, DRAFT_SERVER.suspendHint],
  ['limit', DRAFT_SERVER.limit, DRAFT_SERVER.limitHint],
  ['reject-media', DRAFT_SERVER.media, DRAFT_SERVER.mediaHint],
  ['allow', DRAFT_SERVER.allow, DRAFT_SERVER.allowHint],
  ['none', DRAFT_SERVER.none, DRAFT_SERVER.noneHint],
];

/** The name of a server in a hint. */
export const handle = (inside: Part): Html => html`<span class="handle">${inside}</span>`;

/** What this community lets another server do. */
export function proposeLimitPage(model: ProposeLimitModel): Html {
  const { shell, form, decided, community } = model;
  const say = sayIn(shell);
  const options = LEVELS.map(([value, label, hint]) => ({ value, label: say.text(label), hint: say.text(hint) }));
  return draftPage(model, {
    title: say.text(CHANGES_TO.server),
    change: 'limit-server',
    fields: html`<p>${say(DRAFT_SERVER.alone)} <a href="${href(`${community.path}/lists`)}">${say(DRAFT_SERVER.lists)}</a></p>
${when(decided.length > 0, () => html`<h2>${say(DRAFT_SERVER.decided)}</h2><ul>${decided.map((sentence) => html`<li>${told(sentence, say)}</li>`)}</ul>`)}
${titleField(form, say)}
${field({ form, name: 'server', label: say(DRAFT_SERVER.which), hint: say(DRAFT_SERVER.whichHint, { handle }), autocomplete: 'off', max: 253, code: true, say })}
${choices({ form, name: 'level', legend: say(DRAFT_SERVER.what), options, say })}
${reasons(form, say)}`,
  });
}

export interface ProposeLinkModel extends Draft<LinkField> {
  readonly kind: 'link-community' | 'unlink-community' | 'move-community';
}

const ABOUT = {
  'link-community': { title: DRAFT_LINK.link, text: DRAFT_LINK.linkText },
  'unlink-community': { title: DRAFT_LINK.unlink, text: DRAFT_LINK.unlinkText },
  'move-community': { title: CHANGES_TO.move, text: DRAFT_LINK.moveText },
} as const;

/** Linking with another community, ending it, or moving there. */
export function proposeLinkPage(model: ProposeLinkModel): Html {
  const { shell, form, kind } = model;
  const say = sayIn(shell);
  const { title, text } = ABOUT[kind];
  return draftPage(model, {
    title: say.text(title),
    change: kind,
    fields: html`<p>${say(text)}</p>
${titleField(form, say)}
${field({ form, name: 'community', label: say(DRAFT_LINK.which), hint: say(DRAFT_LINK.whichHint), autocomplete: 'off', max: 500, code: true, say })}
${reasons(form, say)}`,
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
  const { shell, form, kind, lists } = model;
  const say = sayIn(shell);
  const follow = kind === 'follow-list';
  return draftPage(model, {
    title: say.text(follow ? CHANGES_TO.list : DRAFT_LIST.unfollow),
    change: kind,
    fields: html`<p>${say(follow ? DRAFT_LIST.followText : DRAFT_LIST.unfollowText)}</p>
${when(lists.length > 0, () => html`<h2>${say(DRAFT_LIST.now)}</h2><ul>${lists.map((list) => html`<li class="handle">${list}</li>`)}</ul>`)}
${titleField(form, say)}
${field({ form, name: 'list', label: say(DRAFT_LIST.which), hint: say(DRAFT_LIST.whichHint), autocomplete: 'off', max: 2000, code: true, say })}
${reasons(form, say)}`,
  });
}
