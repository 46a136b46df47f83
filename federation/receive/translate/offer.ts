import { communityIri } from '../../../server/community/ids.ts';
import { accepted, refused } from '../../../server/community/result.ts';
import {
  readCosignature,
  readInconsistency,
  readOffered,
  readProof,
  recordKeyIn,
} from '../../vocabulary/checkpoints.ts';
import { sameOrigin } from '../../vocabulary/iri.ts';
import { idsOf, memberOf } from '../../vocabulary/read.ts';
import type { Outcome, ReceiveContext, SentActivity, Translate } from '../context.ts';

/**
 * `Offer` of a checkpoint: a linked community asks one here to countersign its record. The key it is signed with, and
 * the proof that it goes on from what was seen before, are asked of its own server.
 */
export const offer: Translate = async (context, { iri, sender, json, receivedAt }) => {
  const offered = readOffered(memberOf(json, 'object'));
  if (offered === undefined) return 'ignored: nothing that is taken here';
  const { note, consistency } = offered;
  const witness = await askedHere(context, json);
  if (witness === null) return 'ignored: no community here';
  if (!sameOrigin(consistency, sender)) return 'refused: a proof of another server';
  const key = await recordKey(context, sender);
  if (key === undefined) return 'refused: its record has no key';
  const cosigned = await context.actions.witnessCheckpoint({
    witness,
    origin: communityIri(sender),
    note,
    offer: iri,
    key,
    at: receivedAt,
    async askForProof(first, size) {
      const proof = await context.fetchDocument(`${consistency}?from=${first}&to=${size}`);
      return proof.ok ? accepted(readProof(proof.value)) : refused(proof.refusal.code, proof.refusal.text);
    },
  });
  return cosigned.ok ? `done: ${cosigned.value}` : `refused: ${cosigned.refusal.code}`;
};

/** `Accept` of a checkpoint that was offered: with the line under it. `undefined` when it is about something else. */
export async function cosignature(
  context: ReceiveContext,
  { sender, json, receivedAt }: SentActivity,
): Promise<Outcome | undefined> {
  const result = memberOf(json, 'result');
  const [said, refusal] = [readCosignature(result), readInconsistency(result)];
  if (said === undefined && refusal === undefined) return undefined;
  const community = await askedHere(context, json);
  if (community === null) return 'ignored: no community here';
  const witness = communityIri(sender);
  if (refusal !== undefined)
    return `done: ${await context.actions.cosignatureRefused({ community, witness, ...refusal, at: receivedAt })}`;
  const key = await recordKey(context, sender);
  if (key === undefined || said === undefined) return 'refused: its record has no key';
  const taken = await context.actions.takeCosignature({ community, witness, ...said, key });
  return taken.ok ? 'done: countersigned' : `refused: ${taken.refusal.code}`;
}

async function askedHere({ addresses, communities }: ReceiveContext, json: SentActivity['json']) {
  const here = idsOf(memberOf(json, 'to')).filter((iri) => addresses.isHere(iri));
  for (const iri of here.slice(0, 5)) {
    const community = await communities.byIri(communityIri(iri));
    if (community?.home === 'here') return community.iri;
  }
  return null;
}

async function recordKey({ fetchDocument }: ReceiveContext, community: string): Promise<Buffer | undefined> {
  const document = await fetchDocument(community);
  return document.ok ? recordKeyIn(document.value, community) : undefined;
}
