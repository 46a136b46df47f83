import type { PersonIri } from '../../community/ids.ts';
import type { Proposal } from '../proposal.ts';

/** What somebody wrote, seconded and signed stays hers under her new name. */
export function renamed(
  { alternatives, dropped, challenge, minority }: Proposal,
  from: PersonIri,
  to: PersonIri,
): Partial<Pick<Proposal, 'alternatives' | 'dropped' | 'challenge' | 'minority'>> {
  const now = <Name>(name: Name) => (name === (from as unknown) ? (to as unknown as Name) : name);
  const by = <One extends { readonly by: unknown }>(one: One): One => ({ ...one, by: now(one.by) });
  return {
    ...(alternatives && { alternatives: alternatives.map((one) => ({ ...by(one), seconds: one.seconds.map(now) })) }),
    ...(dropped && { dropped: dropped.map(by) }),
    ...(minority && { minority: minority.map((one) => ({ ...by(one), signatures: one.signatures.map(now) })) }),
    ...(challenge && { challenge: { ...challenge, signatures: challenge.signatures.map(by) } }),
  };
}
