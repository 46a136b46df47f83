import { readTag, tagKey } from '../../community/hashtags.ts';
import type { PersonIri } from '../../community/ids.ts';
import { isKnownKind, type OwnKind, saysWelcome } from '../../community/kinds.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { said } from '../../community/said.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import { actsAs } from '../roles/role.ts';
import type { CommunityState } from '../state.ts';

/** More kinds than this nobody finds her way in. */
export const MOST_OWN_KINDS = 20;

type Ask = { readonly state: CommunityState; readonly by: PersonIri; readonly tag: string; readonly now: Date };

/** The kinds that members named, as posts have them. */
export const ownKinds = ({ kinds }: Pick<CommunityState, 'kinds'>): readonly OwnKind[] =>
  [...kinds].map(([kind, { tag }]) => ({ kind, tag }));

/**
 * A member names a kind of post. It binds nobody: it is a hashtag that the community's pages know from then on. So it
 * takes no vote; it stands in the open book, and there are a few at most.
 */
export function nameKind({ state, by, tag }: Ask): Result<EventOf<'kind-named'>> {
  if (memberOf(state, by) === null) return refused('not-a-member', 'Only members of this community name its kinds.');
  const read = readTag(tag);
  if (read === null) {
    return refused('no-such-kind', 'Write one word of letters and digits, like FieldNote, with at most 50 of them.');
  }
  const key = tagKey(read);
  if (isKnownKind(key) || saysWelcome(key) || state.kinds.has(key)) {
    return refused('known-already', said`#${read} is a kind here already. Choose another word.`);
  }
  if (state.kinds.size >= MOST_OWN_KINDS) {
    return refused(
      'too-many',
      said`There are ${MOST_OWN_KINDS} kinds already. Ask that one be taken off the list first.`,
    );
  }
  return accepted({ kind: 'kind-named', by, tag: read });
}

/** Whoever named a kind takes it off the list again, and so may moderators. Posts keep their hashtags. */
export function dropKind({ state, by, tag, now }: Ask): Result<EventOf<'kind-dropped'>> {
  const named = state.kinds.get(tagKey(tag));
  if (named === undefined) return refused('no-such-kind', 'There is no such kind here, or not any more.');
  const hers = named.by === by && memberOf(state, by) !== null;
  if (!hers && !actsAs(state, by, 'moderator', now)) {
    return refused('not-yours', 'Only the member who named a kind, or a moderator, takes it off the list.');
  }
  return accepted({ kind: 'kind-dropped', by, tag: named.tag });
}
