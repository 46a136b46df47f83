import type { CommunityIri, PersonIri, PetitionId, ProposalId } from '../community/ids.ts';
import { actAsFounder as decideFounderAct, type FounderAsk } from '../governance/roles/founder.ts';
import {
  answerPetition as decideAnswer,
  petitionRecall as decidePetition,
  signPetition as decideSign,
} from '../governance/roles/recalls.ts';
import type { Role } from '../governance/roles/role.ts';
import {
  nominate as decideNominate,
  stand as decideStand,
  standDown as decideStandDown,
} from '../governance/roles/standing.ts';
import { resign as decideResign } from '../governance/roles/terms.ts';
import type { House } from './house.ts';
import { decideAndRecord } from './record.ts';

type Needs = Pick<House, 'states' | 'record' | 'clock' | 'random' | 'wake'>;

interface Acting {
  readonly community: CommunityIri;
  /** Who does it; from here or from elsewhere. */
  readonly by: PersonIri;
}

/** The founder acts without a vote, provisionally. */
export function actAsFounder(house: Needs, ask: Acting & { readonly ask: FounderAsk }) {
  return decideAndRecord(house, ask.community, (state, now) => decideFounderAct({ ...ask, state, now }));
}

type OnElection = Acting & { readonly proposal: ProposalId };

/** A member stands for a role. */
export function stand(house: Needs, ask: OnElection & { readonly statement: string }) {
  return decideAndRecord(house, ask.community, (state, now) => decideStand({ ...ask, state, now }));
}

/** A member asks another one to stand. */
export function nominate(house: Needs, ask: OnElection & { readonly member: PersonIri }) {
  return decideAndRecord(house, ask.community, (state, now) => decideNominate({ ...ask, state, now }));
}

/** Who stands, or was asked to, does not. */
export function standDown(house: Needs, ask: OnElection) {
  return decideAndRecord(house, ask.community, (state, now) => decideStandDown({ ...ask, state, now }));
}

/** Who holds a role gives it back. */
export function resign(house: Needs, { by: member, ...ask }: Acting & { readonly role: Role }) {
  return decideAndRecord(house, ask.community, (state, now) => decideResign({ ...ask, member, state, now }));
}

/** A member asks the others for a vote on whether somebody keeps a role. */
export function petitionRecall(
  house: Needs,
  ask: Acting & { readonly role: Role; readonly member: PersonIri; readonly reasons: string },
) {
  return decideAndRecord(house, ask.community, (state, now) => decidePetition({ ...ask, state, now }));
}

type OnPetition = Acting & { readonly petition: PetitionId };

/** Another member wants that vote too. */
export function signPetition(house: Needs, ask: OnPetition) {
  return decideAndRecord(house, ask.community, (state, now) => decideSign({ ...ask, state, now }));
}

/** The one whom a petition is about answers it. */
export function answerPetition(house: Needs, ask: OnPetition & { readonly text: string }) {
  return decideAndRecord(house, ask.community, (state, now) => decideAnswer({ ...ask, state, now }));
}
