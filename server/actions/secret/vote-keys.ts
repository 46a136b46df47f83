import { createPublicKey } from 'node:crypto';
import type { ProposalId } from '../../community/ids.ts';
import type { Proposal } from '../../governance/proposal.ts';
import { isSecretMatter } from '../../governance/proposals/procedure.ts';
import { makeKeys } from '../../governance/secret/crypto/keys.ts';
import type { SecretSetup } from '../../governance/secret/setup.ts';
import { setupFor } from '../../governance/secret/tellers.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { House } from '../house.ts';

type Needs = Pick<House, 'secretBallots' | 'newKeyPair'>;

/**
 * Makes the keys of a vote on a secret matter, unless they were made before, and says how it is sealed; `undefined`
 * for open matters. Asked when the text is frozen.
 */
export async function prepareSetup(
  { secretBallots, newKeyPair }: Needs,
  { community, proposals }: CommunityState,
  id: ProposalId,
): Promise<(state: CommunityState, now: Date) => SecretSetup | undefined> {
  const proposal = proposals.get(id);
  if (proposal === undefined || !isSecretMatter(proposal.matter)) return () => undefined;
  const vote = { community, proposal: id };
  const before = await secretBallots.keys(vote);
  const keys = before ?? (await makeVoteKeys({ secretBallots, newKeyPair }, vote));
  return (state, now) => setupFor({ state, proposal: proposal as Pick<Proposal, 'id'>, keys, now });
}

async function makeVoteKeys({ secretBallots, newKeyPair }: Needs, vote: Parameters<House['secretBallots']['keys']>[0]) {
  const [signing, machine] = await Promise.all([newKeyPair(), makeKeys('ECDH')]);
  const spki = createPublicKey(signing.publicKeyPem).export({ type: 'spki', format: 'der' });
  return secretBallots.keepKeys(vote, {
    issuer: spki.toString('base64'),
    issuerPrivate: signing.privateKeyPem,
    machine: machine.publicKey,
    machinePrivate: machine.privateKey,
  });
}
