import type { Digest, PersonIri } from '../../community/ids.ts';
import { hashOf, sha256 } from '../../record/canonical.ts';
import { holdersOf, type Role } from '../roles/role.ts';
import { currentMembers, hasTenure, organisationsOf } from '../roll.ts';
import type { CommunityState, Member } from '../state.ts';
import { purposeKey } from './jury.ts';
import { isRecused, type Recusals } from './recusals.ts';
import type { Contribution, Jury } from './state.ts';

/** Hours to commit to a part of a seed, and then as many to show it. */
export const SEED_HOURS = 24;

/** Whoever withholds her part could choose between two seeds: for so many days she contributes to none. */
export const BARRED_DAYS = 180;

/** So many members are asked to contribute … */
const ASKED = 5;
/** … so that at least so many do, from so many organisations (§3.5). */
export const CONTRIBUTORS_NEEDED = 3;
export const CONTRIBUTING_ORGANISATIONS = 2;

/** Shorter than this, a part could be guessed before it is shown. */
export const SHORTEST_SECRET = 16;
export const LONGEST_SECRET = 200;

/** What somebody commits to: SHA-256 of the text, in UTF-8. `printf %s 'the text' | sha256sum` gives the same. */
export const commitmentTo = (secret: string): Digest => sha256(secret);

/**
 * The seed: `H("jury/1" ‖ jury ‖ purpose ‖ root of the pool ‖ randomness)`. The randomness is the signature of the round
 * that was named (96 hexadecimal digits) where there is one, otherwise the hash of all that was shown, in the order of
 * names. The server committed to its part before anybody else did and shows it after everybody else has,
 * so as long as one member keeps her part to herself until then, nobody can know or choose the seed: neither whoever
 * holds the machine, nor the members who contribute.
 */
export function seedOf({
  jury,
  contributions,
  machine,
}: {
  readonly jury: Pick<Jury, 'id' | 'purpose' | 'pool' | 'beacon'>;
  readonly contributions: readonly Contribution[];
  /** The server's part; absent when it is lost. */
  readonly machine?: string | undefined;
}): Digest {
  const shown = contributions.flatMap(({ by, secret }) => (secret === undefined ? [] : [[by, secret] as const]));
  const parts = [...shown, ...(machine === undefined ? [] : [['machine', machine] as const])];
  const randomness = jury.beacon?.signature ?? hashOf(new Set(parts));
  return sha256(['jury/1', jury.id, purposeKey(jury.purpose), jury.pool?.root ?? '', randomness].join('\n'));
}

/** Whether as many contributed as should. */
export function enoughContributed(contributions: readonly Contribution[]): boolean {
  const shown = contributions.filter(({ secret }) => secret !== undefined);
  return shown.length >= CONTRIBUTORS_NEEDED && organisationsOf(shown) >= CONTRIBUTING_ORGANISATIONS;
}

const FIRST_ASKED: readonly Role[] = ['moderator', 'clerk', 'steward'];

/**
 * Who is asked to contribute to a seed: holders of roles first, then the members of longest standing, with a second
 * organisation among them if there is one. Nothing about it is left to chance or to whoever holds the machine.
 */
export function contributorsFor(state: CommunityState, recusals: Recusals, now: Date): readonly PersonIri[] {
  const can = currentMembers(state)
    .filter((member) => hasTenure(state, member, now) && !isRecused(recusals, member))
    .filter(({ member }) => !isBarred(state, member, now))
    .sort((a, b) => a.joinedAt.getTime() - b.joinedAt.getTime() || (a.member < b.member ? -1 : 1));
  const holders = FIRST_ASKED.flatMap((role) => holdersOf(state, role, now).map(({ member }) => member));
  const inOrder = [...can.filter(({ member }) => holders.includes(member)), ...can];
  const [first] = inOrder;
  const second = inOrder.find(({ organisation }) => organisation !== first?.organisation);
  const asked: readonly (Member | undefined)[] = [first, second, ...inOrder];
  return [...new Set(asked.flatMap((one) => one?.member ?? []))].slice(0, ASKED);
}

/** Whether somebody withheld her part of a seed not long ago, under any name she has or had. */
export function isBarred({ seedBarred, members }: CommunityState, person: PersonIri, now: Date): boolean {
  const names = [person, ...(members.get(person)?.formerly ?? [])];
  return names.some((name) => now < (seedBarred.get(name) ?? now));
}
