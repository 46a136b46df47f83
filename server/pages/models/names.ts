import type { Author } from '../../../views/parts/person.ts';
import type { House } from '../../actions/house.ts';
import type { ActorIri, PersonIri } from '../../community/ids.ts';
import type { CommunityState } from '../../governance/state.ts';
import { voiceNamed } from '../../governance/voices/voice.ts';
import { authorsOf } from './person.ts';

/** Names people on a page; also those of whom no more than their id is known. */
export type NameOf = (person: ActorIri) => Author;

/** Names several people as members of a community: with the organisation they count for there. */
export async function namesIn(
  house: Pick<House, 'people' | 'communities' | 'addresses'>,
  state: CommunityState,
  iris: readonly ActorIri[],
): Promise<NameOf> {
  const authorOf = await authorsOf(house, iris);
  return (iri) => {
    // A voice without a name is nobody's page, but cases and the book say which it is.
    const voice = iri.startsWith(`${state.community}#`) ? voiceNamed(iri) : null;
    if (voice !== null) return { name: voice.name, handle: voice.epoch };
    const organisation = state.members.get(iri as PersonIri)?.organisation;
    return organisation === undefined ? authorOf(iri) : { ...authorOf(iri), organisation };
  };
}
