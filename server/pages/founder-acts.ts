import type { Request } from 'express';
import type { Draft } from '../../views/pages/propose.ts';
import type { Refusal } from '../community/result.ts';
import type { Change } from '../governance/proposal.ts';
import type { FounderAsk } from '../governance/roles/founder.ts';
import { provisionalEnd } from '../governance/roles/provisional.ts';
import { actsAsFounder } from '../governance/roles/role.ts';
import type { PagesParts } from './context.ts';
import { leaveNotice, pageHandle, requireViewer } from './context.ts';
import type { Governed } from './governed.ts';
import { whyNotPropose } from './models/draft.ts';

const KINDS: ReadonlySet<Change['kind']> = new Set(['adopt-rule', 'amend-rule', 'repeal-rule', 'amend-charter']);

/** Whether a change is of a kind that a founder may make herself. */
export const isFoundersAsk = (change: Change): change is Exclude<FounderAsk, { kind: 'appoint' }> =>
  KINDS.has(change.kind);

/** What the form offers beside proposing: to the founder, while her acts are provisional. */
export function provisionallyBy(
  { state, viewer, now }: Governed,
  { kind }: { readonly kind: Change['kind'] },
): Pick<Draft<string>, 'provisionally'> {
  if (viewer === null || !KINDS.has(kind) || !actsAsFounder(state, viewer.iri, now)) return {};
  const whyNot = whyNotPropose(state, viewer.iri, now);
  return { provisionally: { until: provisionalEnd(state), ...(whyNot === null ? {} : { whyNotPropose: whyNot }) } };
}

/** The founder adopts a change without a vote: where it is shown then, or why not. */
export async function adoptProvisionally(
  { actions, settle, house }: PagesParts,
  request: Request,
  { community }: Governed,
  change: Change,
): Promise<{ readonly ok: true; readonly path: string } | { readonly ok: false; readonly refusal: Refusal }> {
  if (!isFoundersAsk(change)) {
    return { ok: false, refusal: { code: 'not-provisional', text: 'This takes a vote of the members. Propose it.' } };
  }
  const by = requireViewer(request).iri;
  const acted = await actions.actAsFounder({ community: community.iri, by, ask: change });
  if (!acted.ok) return acted;
  await settle();
  leaveNotice(request, 'done', 'It is in force, provisionally. The members will be asked whether it stays.');
  const { page } = house.addresses;
  const handle = pageHandle(community);
  return { ok: true, path: change.kind === 'amend-charter' ? `${page.community(handle)}/charter` : page.rules(handle) };
}
