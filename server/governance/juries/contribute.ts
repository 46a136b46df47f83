import type { Digest, JuryId, PersonIri } from '../../community/ids.ts';
import type { Result } from '../../community/result.ts';
import { accepted, refused } from '../../community/result.ts';
import { onDay, said } from '../../community/said.ts';
import { addHours } from '../dates.ts';
import type { Transition } from '../due/transition.ts';
import type { EventOf } from '../events.ts';
import { memberOf } from '../membership.ts';
import { notDue } from '../proposals/not-due.ts';
import { hasTenure } from '../roll.ts';
import { isRecused, type Recusals } from './recusals.ts';
import { commitmentTo, isBarred, LONGEST_SECRET, SEED_HOURS, SHORTEST_SECRET } from './seed.ts';
import type { Jury } from './state.ts';

/** More parts of a seed than this add nothing. */
const MOST_CONTRIBUTIONS = 50;

export type SeedRefusal =
  | 'no-such-jury'
  | 'not-open'
  | 'not-a-member'
  | 'too-new'
  | 'recused'
  | 'barred'
  | 'already-committed'
  | 'bad-commitment'
  | 'nothing-to-show'
  | 'does-not-fit';

type OnJury = Transition<{ readonly jury: JuryId }>;
type OnSeed = OnJury & { readonly by: PersonIri };

/** A member commits to her part of the seed, before anybody's is known. Any member with tenure may. */
export function commitToSeed({
  state,
  jury: id,
  by,
  commitment,
  recusals,
  now,
}: OnSeed & { readonly commitment: string; readonly recusals: Recusals }): Result<
  EventOf<'seed-committed'>,
  SeedRefusal
> {
  const jury = state.juries.get(id);
  if (jury === undefined) return noSuchJury(id);
  if (jury.phase.state !== 'committing' || now >= jury.phase.until) {
    return refused('not-open', 'The time to contribute to this draw is over.');
  }
  const member = memberOf(state, by);
  if (member === null) return refused('not-a-member', 'Only members of this community contribute to a draw.');
  if (!hasTenure(state, member, now)) {
    return refused('too-new', 'You have not been a member for long enough yet. You can contribute to later draws.');
  }
  if (isRecused(recusals, member)) {
    return refused('recused', 'This matter concerns you, so others contribute to this draw.');
  }
  if (isBarred(state, by, now)) {
    const until = onDay(state.seedBarred.get(by) ?? now);
    return refused(
      'barred',
      said`You did not show your part of an earlier draw. You can contribute again from ${until} on.`,
    );
  }
  if (jury.contributions.some((one) => one.by === by)) {
    return refused('already-committed', 'You have contributed already. Keep your text; you will be asked to show it.');
  }
  const known = [jury.machine?.commitment, ...jury.contributions.map((one) => one.commitment)];
  if (!/^[0-9a-f]{64}$/.test(commitment) || known.includes(commitment as Digest)) {
    return refused('bad-commitment', 'Give the SHA-256 of a text of your own: 64 digits from 0 to 9 and a to f.');
  }
  if (jury.contributions.length >= MOST_CONTRIBUTIONS) {
    return refused('not-open', 'So many have contributed to this draw that it needs no more. Thank you.');
  }
  const { organisation } = member;
  return accepted({ kind: 'seed-committed', jury: id, by, organisation, commitment: commitment as Digest });
}

/** Commitments are over: at their time, or as soon as everybody who was asked has given hers. */
export function closeSeed({ state, jury: id, now }: OnJury): Result<EventOf<'seed-closed'>, 'not-due'> {
  const jury = state.juries.get(id);
  if (jury?.phase.state !== 'committing') return notDue(id);
  if (now < jury.phase.until && !allCommitted(jury)) return notDue(id);
  const nobody = jury.contributions.length === 0;
  return accepted({ kind: 'seed-closed', jury: id, until: nobody ? now : addHours(now, SEED_HOURS) });
}

/** Whether everybody who was asked has contributed. */
export function allCommitted({ asked, contributions }: Pick<Jury, 'asked' | 'contributions'>): boolean {
  const given = new Set(contributions.map(({ by }) => by));
  return asked.length > 0 && asked.every((person) => given.has(person));
}

/** A member shows what she committed to. It is in the record at once, and part of the seed. */
export function showSeed({
  state,
  jury: id,
  by,
  secret,
  now,
}: OnSeed & { readonly secret: string }): Result<EventOf<'seed-revealed'>, SeedRefusal> {
  const jury = state.juries.get(id);
  if (jury === undefined) return noSuchJury(id);
  if (jury.phase.state === 'committing') {
    return refused(
      'not-open',
      said`Keep your text until nobody can commit any more: show it from ${jury.phase.until} on.`,
    );
  }
  if (jury.phase.state !== 'revealing' || now >= jury.phase.until) {
    return refused('not-open', 'The time to show your text for this draw is over.');
  }
  const own = jury.contributions.find((one) => one.by === by);
  if (own === undefined || own.secret !== undefined) {
    return refused('nothing-to-show', 'There is nothing of yours to show for this draw.');
  }
  if (secret.length > LONGEST_SECRET || commitmentTo(secret) !== own.commitment) {
    return refused('does-not-fit', 'This is not the text you committed to, letter for letter. Please check it.');
  }
  return accepted({ kind: 'seed-revealed', jury: id, by, secret });
}

/** The commitment to a text, for members who let this server reckon it. Refused when others could guess the text. */
export function commitmentForText(text: string): Result<Digest, 'bad-commitment'> {
  return text.length < SHORTEST_SECRET || text.length > LONGEST_SECRET || !text.isWellFormed()
    ? refused('bad-commitment', said`Write ${SHORTEST_SECRET} to ${LONGEST_SECRET} characters that nobody can guess.`)
    : accepted(commitmentTo(text));
}

const noSuchJury = (id: JuryId) => refused('no-such-jury', said`There is no jury ${id} here.`);
