import type { House } from '../actions/house.ts';
import { postKey } from '../community/addresses.ts';
import type { ActorIri, CaseId, PostIri } from '../community/ids.ts';

type Needs = Pick<House, 'addresses' | 'capabilities'>;

/** What a signed link to an appeal is about: a case, or a held post, of a community here. */
export const APPEAL = 'appeal';

/** Where somebody appeals in a case: on the case's page here; from elsewhere by a link that proves who she is. */
export function caseLink(
  house: Needs,
  {
    community,
    case: id,
    person,
    until,
  }: { readonly community: string; readonly case: CaseId; readonly person: ActorIri; readonly until: Date },
): string {
  const { addresses } = house;
  if (addresses.isHere(person)) return addresses.origin + addresses.page.case(community, id);
  return signed(house, `case ${community} ${id}`, person, until);
}

/** Where the author of a held post asks that a person looks at it. */
export function holdLink(
  house: Needs,
  {
    community,
    post,
    person,
    until,
  }: { readonly community: string; readonly post: PostIri; readonly person: ActorIri; readonly until: Date },
): string {
  const { addresses } = house;
  if (addresses.isHere(person)) return `${addresses.origin}${addresses.page.cases(community)}/held/${postKey(post)}`;
  return signed(house, `hold ${community} ${post}`, person, until);
}

function signed({ addresses, capabilities }: Needs, subject: string, person: ActorIri, until: Date): string {
  return addresses.origin + addresses.page.appeal(capabilities.issue({ kind: APPEAL, subject, person, until }));
}
