import type { IssuerField, LimitField, LinkField, ListField } from '../../../views/pages/propose-federation.ts';
import type { Form } from '../../../views/parts/field.ts';
import { communityIri } from '../../community/ids.ts';
import { type Said, said } from '../../community/said.ts';
import { homeOf } from '../../governance/affiliation.ts';
import { isPresent } from '../../governance/membership.ts';
import type { Change } from '../../governance/proposal.ts';
import { covers, parseServer, RESTORABLE_DAYS, SERVER_LEVELS } from '../../governance/servers.ts';
import type { CommunityState } from '../../governance/state.ts';

export const LIMIT_FIELDS = ['title', 'reasons', 'server', 'level'] as const;
export const LINK_FIELDS = ['title', 'reasons', 'community'] as const;
export const ISSUER_FIELDS = ['title', 'reasons', 'organisation', 'url', 'key'] as const;
export const LIST_FIELDS = ['title', 'reasons', 'list'] as const;

type Read<Field extends string> =
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly form: Form<Field> };

/** Reads which server is meant, and what is to happen to it. */
export function readLimit(values: Form<LimitField>['values']): Read<LimitField> {
  const server = parseServer(values.server ?? '');
  const level = (['none', ...SERVER_LEVELS] as const).find((known) => known === values.level);
  const errors = {
    ...(server === null ? { server: said`Give the server’s name, like south.example.` } : {}),
    ...(level === undefined ? { level: said`Choose what is to happen to it.` } : {}),
  };
  if (server === null || level === undefined) return { ok: false, form: { values, errors } };
  return { ok: true, change: { kind: 'limit-server', server, level } };
}

/** Reads which community is meant, by its address. */
export function readLink(
  kind: 'link-community' | 'unlink-community' | 'move-community',
  values: Form<LinkField>['values'],
): Read<LinkField> {
  const address = (values.community ?? '').trim();
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) {
    const community = said`Give the community’s address, as its own page shows it: https://…`;
    return { ok: false, form: { values, errors: { community } } };
  }
  const community = communityIri(address);
  return { ok: true, change: kind === 'move-community' ? { kind, target: community } : { kind, community } };
}

/** Reads which list is meant, by its address. */
export function readList(kind: 'follow-list' | 'unfollow-list', values: Form<ListField>['values']): Read<ListField> {
  const list = (values.list ?? '').trim();
  if (!/^https?:\/\//.test(list) || !URL.canParse(list)) {
    return { ok: false, form: { values, errors: { list: 'Give the list’s address: https://…' } } };
  }
  return { ok: true, change: { kind, list: new URL(list).href } };
}

/** Reads which organisation's issuer is meant; the decision itself checks its key. */
export function readIssuerForm(
  kind: 'accept-issuer' | 'end-issuer',
  values: Form<IssuerField>['values'],
): Read<IssuerField> {
  const organisation = parseServer(values.organisation ?? '');
  const [url, key] = [(values.url ?? '').trim(), (values.key ?? '').trim()];
  const accepts = kind === 'accept-issuer';
  const errors = {
    ...(organisation === null ? { organisation: said`Name the organisation by its address, like works.example.` } : {}),
    ...(accepts && (!/^https?:\/\//.test(url) || !URL.canParse(url))
      ? { url: said`Give the issuer’s address: https://…` }
      : {}),
    ...(accepts && key === '' ? { key: said`Give the issuer’s key, as its own page shows it.` } : {}),
  };
  if (organisation === null || Object.keys(errors).length > 0) return { ok: false, form: { values, errors } };
  return { ok: true, change: accepts ? { kind, organisation, url, key } : { kind, organisation } };
}

/** Whom a decision about a server would touch: members from there by number, never by name. */
export function touchedWords(
  state: CommunityState,
  { server, level }: Extract<Change, { kind: 'limit-server' }>,
): Said {
  const host = parseServer(server) ?? server;
  const members = [...state.members.values()].filter(
    (member) => member.leftAt === undefined && covers(host, homeOf(member)),
  );
  if (level === 'suspend') {
    const now = members.filter((member) => isPresent(state, member)).length;
    if (now === 0) return said`Nobody who is a member now would be cut off by it.`;
    return now === 1
      ? said`It would cut off ${now} member of this community. If it is lifted within ${RESTORABLE_DAYS} days they are members again as before.`
      : said`It would cut off ${now} members of this community. If it is lifted within ${RESTORABLE_DAYS} days they are members again as before.`;
  }
  if (members.length === 0) return said`No member of this community comes from there.`;
  return members.length === 1
    ? said`${members.length} member of this community comes from there.`
    : said`${members.length} members of this community come from there.`;
}
