import { fromPlain } from '../../actions/content.ts';
import type { House } from '../../actions/house.ts';
import { activityIri, postIri } from '../../community/ids.ts';
import type { Post } from '../../community/post.ts';
import type { Notice } from '../../ports/notices.ts';

const placeOf = ({ origin }: House['addresses']): string => `${origin}/notices#`;

/** A notice as the direct message that it is to people elsewhere. */
export function noticeAsPost({ addresses }: Pick<House, 'addresses'>, { id, from, to, text, link, at }: Notice): Post {
  const iri = postIri(placeOf(addresses) + id);
  return {
    iri,
    activity: activityIri(iri),
    author: from,
    thread: iri,
    html: fromPlain(link === undefined ? text : `${text}\n\n${link}`),
    audience: 'direct',
    to: [to],
    home: 'here',
    publishedAt: at,
    receivedAt: at,
    standing: { state: 'visible' },
    labels: [],
  };
}

/** Whether a post is a notice in truth: nobody does anything to it. */
export const isNotice = ({ addresses }: Pick<House, 'addresses'>, { iri }: Post): boolean =>
  iri.startsWith(placeOf(addresses));
