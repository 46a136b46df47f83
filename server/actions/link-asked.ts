import type { CommunityIri, PersonIri } from '../community/ids.ts';
import type { Post } from '../community/post.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { quoted, said } from '../community/said.ts';
import { voterOf } from '../governance/membership.ts';
import { actLink, minorityLink } from './act-links.ts';
import { plainText } from './content.ts';
import type { House } from './house.ts';
import { notBefore } from './record.ts';
import { tell } from './tell.ts';

type Needs = Pick<House, 'communities' | 'states' | 'capabilities' | 'notices' | 'clock' | 'addresses' | 'wake'>;

/** A proposal, a petition or a jury, as people write it. */
const ID = /(?<![\p{L}\d-])(?:P|RC|J)-[1-9]\d{0,8}(?![\p{L}\d-])/iu;

/**
 * A member elsewhere writes to a community about `P-12`: she gets a link of her own to what she can do about it. So
 * she votes from servers that show no polls. Whoever is no member gets no answer: nobody makes the community write to
 * somebody by writing to it.
 */
export async function answerWithLink(house: Needs, post: Post, to: CommunityIri): Promise<Result<'answered'>> {
  const person = post.author as string as PersonIri;
  const [community, state] = await Promise.all([house.communities.byIri(to), house.states.load(to)]);
  if (community?.home !== 'here' || state === null) return refused('no-reader', 'There is no such community here.');
  if (voterOf(state, person) === null) return refused('not-a-member', 'Only members are answered.');
  const id = ID.exec(plainText(post.html))?.[0].toUpperCase();
  if (id === undefined) return refused('no-reader', 'It names nothing that there is a link to.');
  const now = notBefore(state.at, house.clock.now());
  const about = { state, community, id, person, now };
  await tell(house, {
    to: person,
    from: to,
    kind: 'message',
    about: ['link asked', post.iri],
    ...answer(id, actLink(house, about)?.link, minorityLink(house, about)?.link),
    inReplyTo: post.iri,
  });
  return accepted('answered');
}

/** While a passed decision waits there may be two things to do: to challenge it, and to say something against it. */
function answer(id: string, link: string | undefined, against: string | undefined) {
  if (against === undefined) {
    if (link === undefined) return { text: said`There is nothing to do about ${id} now.` };
    return { text: said`Your own link, for ${id} and for you alone:`, link };
  }
  const beside = said`Your own link, for ${id} and for you alone, to put a minority statement beside its result or to sign one:`;
  if (link === undefined) return { text: beside, link: against };
  return { text: [beside, quoted(against), 'Your own link, to ask a jury whether it kept to the procedure:'], link };
}
