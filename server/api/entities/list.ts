import type { Community } from '../../community/community.ts';
import { actorNumber } from '../../community/numbers.ts';
import type { OwnList } from '../../community/own-list.ts';
import type { Keepsake } from '../../ports/keepsakes.ts';

/** Mastodon's `List`. */
export const listEntity = ({ id, content }: Pick<Keepsake<OwnList>, 'id' | 'content'>) => ({
  id,
  title: content.title,
  replies_policy: content.replies,
  exclusive: content.exclusive,
});

/** A community as a list of its own, under its number: what is posted into it, by itself. */
export const communityListEntity = ({ iri, title }: Community) => ({
  id: actorNumber(iri),
  title,
  replies_policy: 'list',
  exclusive: false,
});
