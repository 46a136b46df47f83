import type { House } from '../actions/house.ts';
import { homeCommunity } from '../actions/instance-rules.ts';
import { openLetIn } from '../actions/open-account.ts';
import type { PersonIri } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { memberOf } from '../governance/membership.ts';
import type { Applicant } from '../ports/applicants.ts';

type Needs = Parameters<typeof openLetIn>[0] & Pick<House, 'accessTokens'>;

/** What a member decides about somebody who asks for an account. */
export interface LettingIn {
  readonly applicant: PersonIri;
  readonly by: PersonIri;
}

type LettingInRefusal = 'not-a-member' | 'no-such-request';

/** Whether somebody decides who gets an account here: every member of the home community, as it lets in its members. */
export async function letsIn(house: Pick<House, 'communities' | 'states'>, person: PersonIri): Promise<boolean> {
  const home = await homeCommunity(house);
  const state = home && (await house.states.load(home.iri));
  return state !== null && memberOf(state, person) !== null;
}

const MOST_SHOWN = 100;

/** Who asks for an account, for those who may let her in; for others nobody does. */
export async function requestsFor(
  house: Pick<House, 'communities' | 'states' | 'applicants'>,
  person: PersonIri,
): Promise<readonly Applicant[]> {
  return (await letsIn(house, person)) ? house.applicants.asking(MOST_SHOWN) : [];
}

/** A member lets in somebody who asked for an account: it is open from then on. Of several who decide at once, one does. */
export async function letIn(house: Needs, ask: LettingIn): Promise<Result<string, LettingInRefusal>> {
  const found = await requestOf(house, ask);
  if (!found.ok) return found;
  const { username } = found.value;
  if (!(await house.applicants.admit(ask.applicant, ask.by))) return gone();
  await openLetIn(house, ask.applicant);
  house.wake();
  return accepted(username);
}

/** A member turns somebody away; she may ask again. */
export async function turnAway(house: Needs, ask: LettingIn): Promise<Result<string, LettingInRefusal>> {
  const found = await requestOf(house, ask);
  if (!found.ok) return found;
  if (!(await house.applicants.decline(ask.applicant, house.clock.now()))) return gone();
  await house.accessTokens.revokeOf(ask.applicant);
  house.wake();
  return accepted(found.value.username);
}

const gone = () => refused('no-such-request', 'Nobody of that name is asking for an account any more.');

async function requestOf(house: Needs, { applicant, by }: LettingIn): Promise<Result<Applicant, LettingInRefusal>> {
  if (!(await letsIn(house, by))) {
    return refused(
      'not-a-member',
      'Only members of the community that runs this server let somebody in. Join it first.',
    );
  }
  const found = await house.applicants.byIri(applicant);
  const waits = found?.asks === true && !found.unconfirmed && !found.declinedAt && !found.letInBy;
  return waits ? accepted(found) : gone();
}
