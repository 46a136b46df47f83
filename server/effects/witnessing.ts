import { acceptCheckpoint, offerCheckpoint, rejectCheckpoint } from '../../federation/send/activities/checkpoint.ts';
import { signedCheckpoint } from '../actions/checkpoints.ts';
import type { CommunityIri } from '../community/ids.ts';
import { hostOf, isCutOff } from '../governance/servers.ts';
import { createLoop } from '../loop.ts';
import type { Witnessed, WitnessedEffect } from '../ports/witnessing.ts';
import type { EffectParts } from './parts.ts';

/** A record that grew is offered to each linked community about so often. */
const ONCE_MS = 3_600_000;
const LOOK_EVERY_MS = 60_000;

/**
 * Sends the checkpoint of a community's record to those it is linked with, so that they countersign it. Nothing is sent
 * where nothing was added; and nothing twice, also by two workers at once, since the same state is the same activity.
 *
 * @param atOnce also when the last one was sent within the hour: after a decision
 */
export async function offerCheckpoints(
  { house, outbox }: Pick<EffectParts, 'house' | 'outbox'>,
  community: CommunityIri,
  { atOnce = false }: { readonly atOnce?: boolean } = {},
): Promise<void> {
  const state = await house.states.load(community);
  if (state === null || state.links.size === 0) return;
  const before = new Map((await house.cosignatures.of(community)).map(({ witness, offered }) => [witness, offered]));
  const now = new Date();
  for (const witness of state.links.keys()) {
    const last = before.get(witness);
    const lately = last !== undefined && now.getTime() - last.at.getTime() < ONCE_MS;
    if (last?.size === state.seq || (lately && !atOnce)) continue;
    if (house.addresses.isHere(witness) || isCutOff(state, hostOf(witness))) continue;
    if ((await house.follows.get(community, witness))?.state !== 'accepted') continue;
    const [here, signed] = [await house.communities.byIri(community), await signedCheckpoint(house, community)];
    if (here === null || signed === null) return;
    const { note, checkpoint } = signed;
    const { size } = checkpoint;
    const path = house.addresses.page.record(here.name);
    const activity = offerCheckpoint({ addresses: house.addresses, community, witness, note, size, path });
    await outbox.send({ activity, actor: community, to: { actors: [witness] }, public: false });
    await house.cosignatures.offered(community, witness, { size, at: now });
  }
}

/** Answers whoever asked to be countersigned. */
export async function carryOutWitnessed(
  { house, outbox }: EffectParts,
  { witnessed, effects }: { readonly witnessed: Witnessed; readonly effects: readonly WitnessedEffect[] },
): Promise<void> {
  const last = effects.at(-1);
  if (last === undefined) return;
  const answer = last === 'accept' ? acceptCheckpoint : rejectCheckpoint;
  await outbox.send({
    activity: answer({ addresses: house.addresses, witnessed }),
    actor: witnessed.witness,
    to: { actors: [witnessed.origin] },
    public: false,
    object: witnessed.offer,
  });
}

/** Looks once a minute which records have grown since they were offered. */
export function createWitnessing(parts: Pick<EffectParts, 'house' | 'outbox'>): {
  start(): void;
  stop(): Promise<void>;
} {
  const { communities, log } = parts.house;
  const onFault = (cause: unknown) =>
    log.error({ err: cause }, 'checkpoints could not be sent; tried again in a minute');
  return createLoop({
    async look() {
      for (const { iri } of await communities.here()) await offerCheckpoints(parts, iri).catch(onFault);
      return undefined;
    },
    everyMs: LOOK_EVERY_MS,
    onFault,
  });
}
