import { afterAll, beforeAll, expect } from '@jest/globals';
import { communityIri } from '../../server/community/ids.ts';
import { activity, post } from './attacker.ts';
import type { Answered } from './http-client.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from './remote-origin.ts';
import { changes, snapshot } from './snapshot.ts';
import { Stage } from './stage.ts';
import { until } from './wait.ts';

/** Everybody in a play about who may speak for whom. */
export interface Cast {
  readonly stage: Stage;
  readonly evil: RemoteOrigin;
  readonly honest: RemoteOrigin;
  /** Both belong to the guild. */
  readonly eve: RemoteActor;
  readonly vic: RemoteActor;
  /** A community on eve's server. bob belongs to it. */
  readonly coven: RemoteActor;
  /** What bob wrote in the guild. */
  readonly bobs: Written;
  close(): Promise<void>;
}

export interface Written {
  readonly iri: string;
  readonly create: string;
}

/** The cast of the test file that called `withCast`, once its hooks have run. */
export let stage: Stage;
export let evil: RemoteOrigin;
export let honest: RemoteOrigin;
export let eve: RemoteActor;
export let vic: RemoteActor;
export let coven: RemoteActor;
export let bobs: Written;

/** Opens the cast before a file's tests, and closes it after them. */
export function withCast(): void {
  let cast: Cast | undefined;
  beforeAll(async () => {
    cast = await openCast();
    ({ stage, evil, honest, eve, vic, coven, bobs } = cast);
  });
  afterAll(() => cast?.close());
}

/** Both kinds of inbox, for `describe.each`. */
export const INBOXES = [
  ['personal', () => stage.inboxOf('alice')],
  ['shared', () => stage.sharedInbox],
] as const;

export async function openCast(): Promise<Cast> {
  const [stage, evil, honest] = await Promise.all([Stage.open(), startRemoteOrigin('eve'), startRemoteOrigin('vic')]);
  const [eve, vic, coven] = await Promise.all([
    evil.actor('eve'),
    honest.actor('vic'),
    evil.actor('coven', { type: 'Group' }),
  ]);
  await stage.join(eve);
  await stage.join(vic);
  await bobJoins(stage, coven, evil);
  const bobs = await writtenBy(stage, 'bob', 'What bob wrote');
  const close = async () => {
    await Promise.all([evil.close(), honest.close(), stage.close()]);
  };
  return { stage, evil, honest, eve, vic, coven, bobs, close };
}

/** Somebody here writes in the guild. */
export async function writtenBy(stage: Stage, name: string, text: string): Promise<Written> {
  const written = await stage.actions.publishPost({ author: stage.person(name), community: stage.guild, text });
  if (!written.ok) throw new Error(written.refusal.text);
  await stage.quiet();
  return { iri: written.value.iri, create: written.value.activity };
}

/** By a real request of bob's, which the community elsewhere accepts. */
async function bobJoins(stage: Stage, group: RemoteActor, home: RemoteOrigin): Promise<void> {
  await post(stage.sharedInbox, group, activity('Like', group, `${home.origin}/nothing`));
  const bob = stage.person('bob');
  const community = communityIri(group.iri);
  await until('the community is known', () => stage.house.communities.byIri(community));
  await stage.actions.joinCommunity({ person: bob, community });
  const [follow] = await until('bob’s Follow arrived', () => {
    const follows = home.delivered(group).filter(({ type }) => type === 'Follow');
    return follows.length > 0 && follows;
  });
  await post(stage.sharedInbox, group, activity('Accept', group, follow));
  await until('bob belongs to it', async () => (await stage.house.follows.get(bob, community))?.state === 'accepted');
}

/** Refused at the door, or taken and dropped: nothing changes, and nobody asks the sender to come again. */
export async function expectNothing(
  stage: Stage,
  ask: () => Promise<Answered>,
  besides: readonly string[] = [],
): Promise<void> {
  const before = await snapshot(stage, besides);
  const answer = await ask();
  expect([202, 400, 401, 403, 404, 410, 413, 415, 422]).toContain(answer.status);
  expect(answer.ms).toBeLessThan(10_000);
  expect(changes(before, await snapshot(stage, besides))).toEqual([]);
}
