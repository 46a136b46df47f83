import { fromPlain } from '../../actions/content.ts';
import type { House } from '../../actions/house.ts';
import { activityIri, type PostIri, postIri } from '../../community/ids.ts';
import type { Post } from '../../community/post.ts';
import type { Notice } from '../../ports/notices.ts';

const placeOf = ({ origin }: House['addresses']): string => `${origin}/notices#`;

/** A notice as the direct message that it is to people elsewhere. */
export function noticeAsPost({ addresses }: Pick<House, 'addresses'>, notice: Notice): Post {
  const { id, from, to, text, link, at, post, inReplyTo } = notice;
  const iri = postIri(placeOf(addresses) + id);
  return {
    iri,
    activity: activityIri(iri),
    author: from,
    thread: post ?? iri,
    html: fromPlain(link === undefined ? text : `${text}\n\n${link}`),
    audience: 'direct',
    to: [to],
    home: 'here',
    publishedAt: at,
    receivedAt: at,
    standing: { state: 'visible' },
    labels: [],
    ...(inReplyTo === undefined ? {} : { inReplyTo: postIri(inReplyTo) }),
  };
}

/** How what answers a post names it: a message as its own server does. */
export const calledByAnswers = ({ iri, thread }: Post): PostIri => (iri.includes('/notices#') ? thread : iri);

/** Whether a post is a notice in truth: nobody does anything to it. */
export const isNotice = ({ addresses }: Pick<House, 'addresses'>, { iri }: Post): boolean =>
  iri.startsWith(placeOf(addresses));
