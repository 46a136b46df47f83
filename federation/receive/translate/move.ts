import { communityIri, personIri } from '../../../server/community/ids.ts';
import { sameOrigin } from '../../vocabulary/iri.ts';
import { idOf, memberOf } from '../../vocabulary/read.ts';
import type { Translate } from '../context.ts';

/**
 * `Move` of an account or a community elsewhere (Mastodon's extension of ActivityPub). Believed when the one who moves
 * says so herself, and when the new one's own document, fetched now, names the old one in `alsoKnownAs`: neither can
 * take the other's place alone.
 */
export const move: Translate = async ({ actions, people, communities, meet, addresses }, { sender, json }) => {
  const from = idOf(memberOf(json, 'object'));
  const to = idOf(memberOf(json, 'target'));
  if (from !== sender) return 'refused: somebody else’s move';
  if (to === undefined || to === from || sameOrigin(from, addresses.origin)) return 'refused: a move to nowhere';
  if (sameOrigin(to, addresses.origin)) return comingHome({ actions, people }, { sender, to });
  const kind = await meet(to, { again: true });
  if (kind === null) return 'refused: the new one cannot be met';
  if (kind === 'person') {
    const there = await people.byIri(personIri(to));
    if (!there?.alsoKnownAs?.includes(sender)) return 'refused: the new one does not know of it';
    return `done: ${await actions.movedElsewhere({ from: personIri(from), to: there.iri })}`;
  }
  const there = await communities.byIri(communityIri(to));
  if (!there?.alsoKnownAs?.includes(sender)) return 'refused: the new one does not know of it';
  return `done: ${await actions.communityMovedElsewhere({ from: communityIri(from), to: there.iri })}`;
};

/** Somebody moves to an account of this server, where she has named the old one herself. */
async function comingHome(
  { actions, people }: Pick<Parameters<Translate>[0], 'actions' | 'people'>,
  { sender, to }: { readonly sender: string; readonly to: string },
) {
  const there = await people.byIri(personIri(to));
  if (there?.home !== 'here' || there.goneAt) return 'refused: nobody here' as const;
  if (!there.alsoKnownAs?.some((name) => name === sender)) return 'refused: the new one does not know of it' as const;
  return `done: ${await actions.movedElsewhere({ from: personIri(sender), to: there.iri })}` as const;
}
