import { invite, signUp } from '../../../server/accounts/sign-up.ts';
import type { PersonIri } from '../../../server/community/ids.ts';
import { must } from '../../support/people.ts';
import { PASSWORD } from '../../support/visitor.ts';
import type { Hand } from './open-house.ts';

/** Somebody with an account here, who has joined the community. */
export async function settle(
  { house, actions }: Pick<Hand, 'house' | 'actions'>,
  username: string,
): Promise<PersonIri> {
  const invitation = await invite(house, { purpose: 'join' });
  const { iri } = must(await signUp(house, { username, password: PASSWORD, invitation }));
  must(await actions.joinCommunity({ person: iri, community: house.addresses.community('guild') }));
  return iri;
}

const AT_ONCE = 64;

/** Does the same with many things, some of them at the same time. */
export async function manyAtOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const rest = items[Symbol.iterator]();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
