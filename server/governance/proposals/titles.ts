import { phrase, type Said, type Sentence, said } from '../../community/said.ts';
import { takenApart } from '../../community/taken-apart.ts';
import type { Proposal } from '../proposal.ts';
import { ROLES, type Role } from '../roles/role.ts';
import { electionTitle } from '../roles/words.ts';

/** What votes are called that the charter itself calls. */
export const recallTitle = (role: Role): Said => said`Recall of a ${phrase(role)}`;
export const renewalTitle = (rules: number): Said =>
  rules === 1 ? said`Shall ${rules} rule go on?` : said`Shall ${rules} rules go on?`;
export const suspensionTitle = (server: string): Said => said`Suspend ${server}?`;
export const RATIFICATION_TITLE = said`Does what the founder set up stand?`;
export const EASIER_TITLE = said`Shall voting be made easier?`;

const CALLED: readonly Said[] = [
  ...ROLES.flatMap((role) => [electionTitle(1, role), electionTitle(2, role)]),
  recallTitle('moderator'),
  renewalTitle(1),
  renewalTitle(2),
  suspensionTitle('south.example'),
  RATIFICATION_TITLE,
  EASIER_TITLE,
];

/**
 * What a proposal is called, for pages. What the charter calls stands in the record in English, and is a sentence of
 * ours; what a member wrote is hers.
 */
export const titleOf = (
  { by, title }: Pick<Proposal, 'by' | 'title'>,
  { community }: { readonly community: Proposal['by'] },
): Sentence => (by === community ? (takenApart(title, CALLED) ?? title) : title);
