import type { PersonIri, PostIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused, sentenceOf } from '../community/result.ts';
import { asPhrase, quoted, said, toldAs } from '../community/said.ts';
import type { ScheduledPost } from '../ports/scheduled-posts.ts';
import type { House } from './house.ts';
import { checkText, newPostIri } from './publish-post.ts';
import { noticeId } from './tell.ts';
import { attach } from './uploads.ts';
import { type Writing, writePost } from './write-post.ts';

type Needs = Pick<House, 'scheduledPosts' | 'uploads' | 'clock' | 'addresses' | 'random' | 'wake'>;

/** So long ahead, at the least; what is to come sooner can be posted at once. */
const SOONEST_MS = 5 * 60 * 1000;
const LATEST_MS = 3 * 366 * 24 * 60 * 60 * 1000;
const MOST_SCHEDULED = 300;

/**
 * Somebody writes for later. Whether it can be posted is decided then, by what holds then: her membership, the rules.
 * Her pictures are kept for it until then.
 */
export async function schedulePost(
  house: Needs,
  { author, iri = newPostIri(house), dueAt, ...written }: Writing & { readonly dueAt: Date },
): Promise<Result<ScheduledPost>> {
  const untimely = checkTime(house, dueAt) ?? checkText(written);
  if (untimely) return untimely;
  if ((await house.scheduledPosts.of(author)).length >= MOST_SCHEDULED) {
    return refused('too-many', said`You have written ${MOST_SCHEDULED} posts for later already. Take one back first.`);
  }
  const { uploads = [] } = written;
  if (uploads.length > 0) {
    const attached = await attach(house, { iri }, author, uploads);
    if (!attached.ok) return attached;
    await house.uploads.settle(uploads);
  }
  const kept = await house.scheduledPosts.add({ iri, person: author, at: house.clock.now(), dueAt, written });
  return accepted(kept);
}

function checkTime({ clock }: Pick<House, 'clock'>, dueAt: Date) {
  const ahead = dueAt.getTime() - clock.now().getTime();
  if (!(ahead >= SOONEST_MS)) {
    return refused('too-soon', 'Choose a time at least five minutes from now, or post at once.');
  }
  return ahead > LATEST_MS ? refused('too-late', 'Choose a time within the next three years.') : undefined;
}

const TOO_LATE = 'This is being posted already, or is not there any more.';

/** She chooses another time. */
export async function moveScheduledPost(
  house: Needs,
  { by, post, dueAt }: { readonly by: PersonIri; readonly post: PostIri; readonly dueAt: Date },
): Promise<Result<null>> {
  const untimely = checkTime(house, dueAt);
  if (untimely) return untimely;
  const moved = await house.scheduledPosts.moveTo({ person: by, iri: post }, dueAt);
  return moved ? accepted(null) : refused('not-there', TOO_LATE);
}

/** She takes it back before it is posted. Its pictures are free for another post for a day. */
export async function takeScheduledPostBack(
  house: Needs,
  { by, post }: { readonly by: PersonIri; readonly post: PostIri },
): Promise<Result<null>> {
  if (!(await house.scheduledPosts.remove({ person: by, iri: post }))) return refused('not-there', TOO_LATE);
  await house.uploads.letGo(post);
  return accepted(null);
}

/**
 * Posts what somebody wrote for now; done twice, or by two at once, it is one post. What cannot be posted any more goes
 * back to her with the reason, so that her words are not lost.
 */
export async function postScheduled(
  house: Parameters<typeof writePost>[0] & Needs & Pick<House, 'notices'>,
  { iri, person, dueAt, written }: ScheduledPost,
): Promise<void> {
  const done = await writePost(house, { ...written, author: person, iri });
  if (!done.ok) {
    await house.notices.add({
      id: noticeId('not-posted', iri),
      to: person,
      from: house.addresses.server,
      kind: 'refusal',
      ...toldAs([
        said`What you wrote for ${dueAt} was not posted: ${asPhrase(sentenceOf(done.refusal))}`,
        'You wrote:',
        quoted(written.text),
      ]),
      at: house.clock.now(),
    });
    await house.uploads.letGo(iri);
  }
  await house.scheduledPosts.end(iri);
}
