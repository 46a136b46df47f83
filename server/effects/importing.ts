import { type Actor, actorNamed, splitHandle } from '../actions/actor-named.ts';
import type { House } from '../actions/house.ts';
import type { Actions } from '../actions/index.ts';
import { type Belonging, belongingsOf } from '../actions/own/belongings.ts';
import { notIn } from '../actions/own/imports.ts';
import type { ActorIri, CommunityIri, PersonIri, PostIri } from '../community/ids.ts';
import type { ImportFault, ImportItem } from '../community/imports/kinds.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused, sentenceOf } from '../community/result.ts';
import { type Sentence, said, together } from '../community/said.ts';
import type { Log } from '../log.ts';
import { createLoop, type Loop } from '../loop.ts';
import type { ImportRun } from '../ports/imports.ts';
import { waitAfter } from './worker.ts';

/** Whoever was found elsewhere, or why nobody was. */
type Found =
  | { readonly ok: true; readonly kind: 'person'; readonly person: { readonly iri: PersonIri } }
  | { readonly ok: true; readonly kind: 'community'; readonly community: { readonly iri: CommunityIri } }
  | { readonly ok: false; readonly text: Sentence };

export interface ImportingParts {
  readonly house: House;
  readonly actions: Actions;
  readonly lookUpActor: (address: string) => Promise<Found>;
  readonly lookUpPost: (address: string) => Promise<PostIri | null>;
  readonly wall: () => Date;
  readonly log: Log;
}

const LEASE_MS = 30_000;
/** So long one file is at work before another one's turn comes. */
const TURN_MS = 10_000;
const LOOK_EVERY_MS = 2000;
/** So many lines are written down as done at once: a stop in between carries them out again, which changes nothing. */
const AT_A_TIME = 10;
/** A server that lets us wait so long, and then knows nobody, is not asked again for this file. */
const SLOW_MS = 4000;

/**
 * Carries out the files that people brought along, one line after the other, so that no other server is asked for much
 * at once. Every line is an action of hers that may happen twice; how far it has come is in the database, so a stop at
 * any point loses nothing.
 */
export function createImporting(parts: ImportingParts): Loop {
  const { house, wall, log } = parts;
  const { imports: pending } = house.pending;

  const loop = createLoop({
    async look() {
      const [claimed] = await pending.claim(wall(), LEASE_MS, 1);
      if (claimed === undefined) return false;
      const { id, work, attempts } = claimed;
      try {
        const end = wall().getTime() + TURN_MS;
        const isOver = await carryOn(parts, work.run, () => loop.stopping() || wall().getTime() > end);
        if (isOver) await pending.done(id);
        else await pending.retry(id, wall(), 'its turn was over');
      } catch (cause) {
        log.error({ err: cause, attempts }, 'a file that somebody brought could not be carried out; it is tried again');
        await pending.retry(id, new Date(wall().getTime() + waitAfter(attempts)), 'it failed');
      }
      return !loop.stopping();
    },
    everyMs: LOOK_EVERY_MS,
    onFault: (cause) => log.error({ err: cause }, 'the look for imports failed; the next one follows'),
  });
  return loop;
}

/** Goes on with a file from where it stands; whether nothing is left of it to do. */
async function carryOn(parts: ImportingParts, run: ImportRun, mustStop: () => boolean): Promise<boolean> {
  const { house } = parts;
  const silent = new Set<string>();
  for (let now = run; now.done < now.items.length; ) {
    if (mustStop()) return false;
    const some = now.items.slice(now.done, now.done + AT_A_TIME);
    const faults: ImportFault[] = [];
    let done = now.done;
    for (const item of some) {
      // What takes long is written down in between.
      if (mustStop()) break;
      const did = await carryOut(parts, run, item, silent);
      if (!did.ok) faults.push({ line: item.line, text: together(said`${item.subject}:`, sentenceOf(did.refusal)) });
      done += 1;
    }
    // Taken away by her, or somebody else has it in hand.
    if (!(await house.imports.progress(now, done, faults))) return true;
    now = { ...now, done };
  }
  for (const kept of notIn(run, await belongingsOf(house, run.person, run.kind))) await takeAway(parts, run, kept);
  if (run.mode === 'overwrite' && run.kind === 'lists') await removeEmptyLists(parts, run);
  await house.imports.finish(run.id);
  return true;
}

async function carryOut(
  parts: ImportingParts,
  { person: by, kind }: ImportRun,
  item: ImportItem,
  silent: Set<string>,
): Promise<Result<unknown, string>> {
  const { actions } = parts;
  if (kind === 'domains') return actions.blockDomain({ by, domain: item.subject });
  if (kind === 'bookmarks') return bookmark(parts, by, item);
  const found = await actorOf(parts, item, silent);
  if (!found.ok) return found;
  const { iri: actor, isCommunity } = found.value;
  switch (kind) {
    case 'follows':
      return isCommunity
        ? actions.joinCommunity({ person: by, community: actor as CommunityIri })
        : actions.followPerson({ follower: by, person: actor as PersonIri });
    case 'blocks':
      return actions.blockActor({ by, actor });
    case 'mutes':
      return actions.muteActor({ by, actor, notices: item.notices ?? true });
    case 'lists':
      return putOn(parts, by, { title: item.list ?? '', actor });
  }
}

async function bookmark(
  { house, actions, lookUpPost }: ImportingParts,
  by: PersonIri,
  { subject }: ImportItem,
): Promise<Result<unknown, string>> {
  const known = await house.posts.byIri(subject as PostIri);
  const post = known?.iri ?? (await lookUpPost(subject));
  return post === null ? refused('no-such-post', NO_POST) : actions.bookmark({ by, post });
}

const NO_POST = 'no public post was found there. It may have been deleted, or its address is that of a page only.';

async function putOn(
  { house, actions }: ImportingParts,
  by: PersonIri,
  { title, actor }: { readonly title: string; readonly actor: ActorIri },
): Promise<Result<unknown, string>> {
  const same = (await house.ownLists.of(by)).find(({ content }) => content.title === title);
  const list = same === undefined ? await actions.addList({ by, said: { title } }) : accepted(same);
  if (!list.ok) return list;
  if (list.value.content.actors.includes(actor)) return list;
  return actions.putOnList({ by, id: list.value.id, actors: [actor] });
}

interface Known {
  readonly iri: ActorIri;
  readonly isCommunity: boolean;
}

/** Who is meant: known here, or asked for at her own server. */
async function actorOf(
  { house, lookUpActor, wall }: ImportingParts,
  { subject }: ImportItem,
  silent: Set<string>,
): Promise<Result<Known, string>> {
  const known = await knownActor(house, subject);
  const { host = '' } = subject.startsWith('http')
    ? new URL(subject)
    : (splitHandle(subject, house.addresses.host) ?? {});
  if (known !== null) return accepted(known);
  if (host === house.addresses.host) return refused('nobody', 'there is nobody of this name here.');
  if (silent.has(host)) return refused('silent', 'this server does not answer now. Bring this line again later.');
  const asked = wall().getTime();
  const found = await lookUpActor(subject).catch(
    (): Found => ({ ok: false, text: said`this server could not be asked.` }),
  );
  if (!found.ok) {
    if (wall().getTime() - asked > SLOW_MS) silent.add(host);
    return refused('nobody', found.text);
  }
  const isCommunity = found.kind === 'community';
  return accepted({ iri: isCommunity ? found.community.iri : found.person.iri, isCommunity });
}

async function knownActor(
  house: Pick<House, 'people' | 'communities' | 'addresses'>,
  subject: string,
): Promise<Known | null> {
  if (!subject.startsWith('http')) {
    const named = await actorNamed(house, subject);
    return named && knownAs(named);
  }
  const [person, community] = await Promise.all([
    house.people.byIri(subject as PersonIri),
    house.communities.byIri(subject as CommunityIri),
  ]);
  if (person !== null && person.goneAt === undefined) return knownAs({ kind: 'person', person });
  return community && knownAs({ kind: 'community', community });
}

const knownAs = (actor: Actor): Known =>
  actor.kind === 'person'
    ? { iri: actor.person.iri, isCommunity: false }
    : { iri: actor.community.iri, isCommunity: true };

/** What she had and the file has not. */
async function takeAway({ actions }: ImportingParts, { person: by, kind }: ImportRun, kept: Belonging): Promise<void> {
  const { iri, listId } = kept;
  if (kind === 'follows') return actions.unfollowPerson({ follower: by, person: iri as PersonIri });
  if (kind === 'lists') await actions.takeFromList({ by, id: listId ?? '', actors: [iri as ActorIri] });
  else await actions.takeMarkAway({ by, kind: MARKS[kind], subject: iri });
}

const MARKS = { blocks: 'block', mutes: 'mute', domains: 'domain', bookmarks: 'bookmark' } as const;

/** Lists that the file does not name are gone, once nobody is on them. */
async function removeEmptyLists({ house, actions }: ImportingParts, { person: by, items }: ImportRun): Promise<void> {
  const titles = new Set(items.map(({ list }) => list));
  for (const { id, content } of await house.ownLists.of(by)) {
    if (!titles.has(content.title) && content.actors.length === 0) await actions.removeList({ by, id });
  }
}
