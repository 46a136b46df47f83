import type { CommunityIri, PersonIri, ProposalId } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { refused } from '../../community/result.ts';
import { belongTogether, readPublic } from '../../governance/secret/crypto/keys.ts';
import { disputePapers as decideDispute } from '../../governance/secret/papers.ts';
import { depositKey as decideDeposit, openKey as decideOpening, tellerIn } from '../../governance/secret/tellers.ts';
import type { Entry } from '../../record/entry.ts';
import type { House } from '../house.ts';
import { decideAndRecord } from '../record.ts';

type Needs = Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake' | 'secretBallots'>;

interface ByTeller {
  readonly community: CommunityIri;
  readonly proposal: ProposalId;
  readonly by: PersonIri;
  readonly key: string;
}

/** A teller gives the public half of her key for a vote that is coming. */
export async function depositTellerKey(house: Needs, ask: ByTeller): Promise<Result<Entry>> {
  if ((await readPublic('ECDH', ask.key)) === null) {
    return refused('bad-key', 'This is no public key of a teller. Let the page, or the command, make one.');
  }
  return decideAndRecord(house, ask.community, (state, now) => decideDeposit({ ...ask, state, now }));
}

/** A teller gives the private half, after the close. One that does not belong to her public half is refused. */
export async function openTellerKey(house: Needs, ask: ByTeller): Promise<Result<Entry>> {
  const { community, proposal, by: teller, key } = ask;
  const state = await house.states.load(community);
  const setup = state?.proposals.get(proposal)?.pinned?.secret;
  const own = state && setup ? tellerIn(state, setup, teller) : null;
  if (own !== null && !(await belongTogether({ publicKey: own.key, privateKey: key }))) {
    return refused('wrong-key', 'This is not the other half of the key you gave for this vote. Look for its file.');
  }
  const asked = state && decideOpening({ state, proposal, teller, key });
  if (asked?.ok) await house.secretBallots.keepOpened({ community, proposal }, asked.value.teller, key);
  return decideAndRecord(house, community, (now) => decideOpening({ state: now, proposal, teller, key }));
}

/** A member disputes who was given a ballot paper. */
export function disputePapers(
  house: Omit<Needs, 'secretBallots'>,
  ask: Omit<ByTeller, 'key'> & { readonly why: string },
): Promise<Result<Entry>> {
  return decideAndRecord(house, ask.community, (state, now) => decideDispute({ ...ask, state, now }));
}
