import type { Community } from '../community/community.ts';
import type { PersonIri, PostIri } from '../community/ids.ts';
import type { MeantAs } from '../community/kinds.ts';
import type { Post } from '../community/post.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { Written } from '../ports/scheduled-posts.ts';
import { maySee } from './may-see.ts';
import { mentionsIn } from './mentions.ts';
import { publishOwn } from './publish-own.ts';
import { publishPost } from './publish-post.ts';

type Needs = Parameters<typeof publishPost>[0] & Parameters<typeof publishOwn>[0];

/** Something that somebody writes with an app, or wrote for now. */
export interface Writing extends Written, MeantAs {
  readonly author: PersonIri;
  /** The id it is to have: sent again, it is the same post. */
  readonly iri?: PostIri;
}

/**
 * Somebody writes as apps do: into the community that she names (`@guild`), or that she answers in; else outside of any
 * community, to everybody or to the people she names. What cannot be done is refused, rather than done otherwise.
 */
export async function writePost(house: Needs, { visibility, ...said }: Writing): Promise<Result<Post>> {
  if (said.message !== undefined) return answerMessage(house, { ...said, message: said.message });
  const parent = said.inReplyTo === undefined ? null : await house.posts.byIri(said.inReplyTo);
  const mentions = await mentionsIn(house, said.text);
  const { people, communities } = mentions;
  const direct = visibility === 'direct';
  const community = parent === null ? communityNamed(communities) : accepted(parent.community ?? null);
  if (!community.ok) return community;
  if (community.value !== null) {
    return publishPost(house, {
      ...said,
      community: community.value,
      mentions,
      ...(direct && parent === null ? { circle: people } : {}),
    });
  }
  const toSome = direct || parent?.audience === 'direct';
  if (!toSome && visibility === 'private') {
    return refused(
      'no-such-audience',
      'There is no “followers only” here. Name a community to write to its members, or choose “public” or “mentioned people”.',
    );
  }
  return publishOwn(house, { ...said, mentions, audience: toSome ? 'direct' : 'public' });
}

/**
 * Somebody answers a message from elsewhere: to whoever wrote it and to the people she names herself, whatever an app
 * says of who may see it, and never into a community.
 */
async function answerMessage(
  house: Needs,
  { message, ...said }: Omit<Writing, 'visibility' | 'message'> & { readonly message: string },
): Promise<Result<Post>> {
  const notice = await house.notices.get(message);
  if (notice === null || notice.to !== said.author) {
    return refused('no-such-post', 'The message you answer is not there, or not any more.');
  }
  const writer = await house.people.byIri(notice.from as PersonIri);
  if (notice.kind !== 'message' || writer === null) {
    return refused('not-a-person', 'This was sent by a program, which reads no answers. What you can do stands in it.');
  }
  const answered = notice.inReplyTo === undefined ? null : await house.posts.byIri(notice.inReplyTo as PostIri);
  // In the thread that it came in, where that was hers as well.
  const isHers = answered !== null && (await maySee(house, answered, said.author));
  const { post } = notice;
  const answers = post === undefined ? {} : { answers: { post, thread: isHers ? answered.thread : post } };
  const mentions = await mentionsIn(house, said.text);
  const to = [...new Set([writer.iri, ...mentions.people])];
  return publishOwn(house, { ...said, ...answers, mentions, to, audience: 'direct' });
}

function communityNamed(named: readonly Community[]): Result<Community['iri'] | null, 'two-communities'> {
  const [first, second] = named;
  if (first === undefined || second === undefined) return accepted(first?.iri ?? null);
  return refused(
    'two-communities',
    said`Name one community only: a post belongs to @${first.name} or to @${second.name}.`,
  );
}
