import { createHash } from 'node:crypto';
import type { Community } from '../../community/community.ts';
import type { CommunityIri, PostIri } from '../../community/ids.ts';
import type { Post } from '../../community/post.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { isSigned } from '../../governance/secret/crypto/keys.ts';
import { type Said, textOfSaid } from '../../governance/voices/said.ts';
import { firstLine, iriOf, maySpeak, type Voice } from '../../governance/voices/voice.ts';
import type { PostEffect } from '../../ports/posts.ts';
import { fromMarkdown } from '../content.ts';
import type { House } from '../house.ts';
import { inTurn } from '../in-turn.ts';
import { judge } from '../judge-post.ts';
import { lockedFor } from '../locks.ts';
import { checkText } from '../publish-post.ts';
import { notBefore } from '../record.ts';
import { voiceId } from './redeem.ts';

type Needs = Pick<House, 'states' | 'voices' | 'clock' | 'communities' | 'posts' | 'timelines' | 'addresses' | 'wake'>;

export interface Speaking extends Said {
  readonly community: CommunityIri;
  readonly inReplyTo?: PostIri | undefined;
  readonly signature: string;
}

/**
 * A voice posts or answers in its community. It is a post by the community itself on the voice's behalf, and its first
 * line says so, so that no actor stands for the voice anywhere. What rules, cases and sanctions go by is the voice
 * (`Post.voice`). Sent twice, it is one post. Nothing of this is logged.
 */
export async function speakUnnamed(house: Needs, speaking: Speaking): Promise<Result<Post>> {
  const { community: iri, token, signature } = speaking;
  const [state, community, voice] = await Promise.all([
    house.states.load(iri),
    house.communities.byIri(iri),
    house.voices.byId(voiceId(iri, token)),
  ]);
  if (state === null || community === null) return refused('no-such-community', 'There is no such community here.');
  if (voice === null) return refused('no-such-voice', 'No token was spent here for this voice. Do that first.');
  if (!(await isSigned(token, textOfSaid(speaking), signature))) {
    return refused('bad-signature', 'What was said is not signed by this voice’s key. Send it again.');
  }
  const now = notBefore(state.at, house.clock.now());
  const may = maySpeak(state, voice, now);
  if (!may.ok) return may;
  const wrong = checkText({ text: speaking.text });
  if (wrong) return wrong;
  const parent = await parentOf(house, speaking);
  if (!parent.ok) return parent;
  const post = await toPost(house, { speaking, voice, community, parent: parent.value, now });
  return inTurn(house.posts, `${iri} ${iriOf(voice)}`, async () => {
    // Rules look at the voice as the author; that it is no member is one of its facts.
    const judged = await judge(house, { ...post, author: iriOf(voice) }, now, state);
    const kept: Post = { ...judged, author: community.iri };
    await house.posts.add(kept, effectsOf(kept));
    house.wake();
    return accepted((await house.posts.byIri(kept.iri)) ?? kept);
  });
}

/** What it answers, if everybody or all members can read it. */
async function parentOf(house: Needs, { community, inReplyTo }: Speaking): Promise<Result<Post | null>> {
  if (inReplyTo === undefined) return accepted(null);
  const parent = await house.posts.byIri(inReplyTo);
  const isThere =
    parent !== null &&
    parent.community === community &&
    parent.deletedAt === undefined &&
    parent.standing.state === 'visible' &&
    (parent.audience === 'public' || parent.audience === 'members');
  if (!isThere) return refused('no-such-post', 'The post you answer is not there, or not any more.');
  return (await lockedFor(house, parent)) ?? accepted(parent);
}

/** Says the same id for the same words, so that a post whose answer was lost is not there twice. */
async function toPost(
  { addresses }: Needs,
  {
    speaking,
    voice,
    community,
    parent,
    now,
  }: { speaking: Speaking; voice: Voice; community: Community; parent: Post | null; now: Date },
): Promise<Post> {
  const hash = createHash('sha256').update(textOfSaid(speaking)).digest('hex').slice(0, 24);
  const iri = addresses.post(`voice-${hash}`);
  const source = `${firstLine(voice)}\n\n${speaking.text}`;
  return {
    iri,
    activity: addresses.activity('create', iri),
    author: community.iri,
    voice: iriOf(voice),
    community: community.iri,
    thread: parent?.thread ?? iri,
    html: fromMarkdown(source),
    source,
    audience: community.membersOnly || parent?.audience === 'members' ? 'members' : 'public',
    to: parent === null || parent.author === community.iri ? [] : [parent.author],
    home: 'here',
    publishedAt: now,
    receivedAt: now,
    standing: { state: 'visible' },
    labels: [],
    ...(parent === null ? {} : { inReplyTo: parent.iri }),
  };
}

/** The community's own word goes to its followers at once; what is for members only, in its Announce. */
function effectsOf({ restrictions = [], standing, audience }: Post): readonly PostEffect[] {
  const recorded: readonly PostEffect[] = restrictions.length > 0 ? ['record-restrictions'] : [];
  if (standing.state === 'held') return recorded;
  return [...recorded, audience === 'public' ? 'deliver' : 'announce'];
}
