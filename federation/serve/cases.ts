import type { Addresses } from '../../server/community/addresses.ts';
import type { CaseId } from '../../server/community/ids.ts';
import type { Communities } from '../../server/ports/actors.ts';
import type { States } from '../../server/ports/record.ts';
import { caseDocument } from '../vocabulary/objects/cases.ts';
import { type Found, UNKNOWN } from './found.ts';

export interface CaseSources {
  readonly communities: Pick<Communities, 'byName'>;
  readonly states: Pick<States, 'load'>;
}

/** Cases of communities here, by the last part of their ids: `guild-C-3`. Those of closed communities are theirs alone. */
export function createCaseLookup({ communities, states }: CaseSources, addresses: Addresses) {
  return async (part: string): Promise<Found> => {
    const [, name, id] = /^([a-z0-9_]+)-(C-[1-9]\d{0,8})$/.exec(part) ?? [];
    if (name === undefined || id === undefined) return UNKNOWN;
    const community = await communities.byName(name);
    if (community?.home !== 'here' || community.membersOnly) return UNKNOWN;
    const found = (await states.load(community.iri))?.cases.get(id as CaseId);
    if (found === undefined) return UNKNOWN;
    const page = addresses.page.case(community.name, found.id);
    return { state: 'here', document: caseDocument(found, { community, addresses }), page };
  };
}
