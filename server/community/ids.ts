/**
 * Names of things. Every identifier that must not be mixed up with another carries a brand, so that the
 * type checker refuses a person where a community belongs. At run time each is a plain string.
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** The ActivityPub id of a person, here or on another server. */
export type PersonIri = Branded<'PersonIri'>;
/** The ActivityPub id of a community (a `Group`), here or on another server. */
export type CommunityIri = Branded<'CommunityIri'>;
/** The ActivityPub id of any actor: a person, a community, or the server itself. */
export type ActorIri = PersonIri | CommunityIri | Branded<'ActorIri'>;
/** The ActivityPub id of a post (`Note`, `Article`, `Question` …). */
export type PostIri = Branded<'PostIri'>;
/** The ActivityPub id of an activity. */
export type ActivityIri = Branded<'ActivityIri'>;
/** A proposal's name inside its community: `P-1`, `P-2` … */
export type ProposalId = Branded<'ProposalId'>;
/** A rule's name inside its community: `R-1`, `R-2` …; amendments keep it and raise the version. */
export type RuleId = Branded<'RuleId'>;
/** A case's name inside its community: `C-1`, `C-2` … */
export type CaseId = Branded<'CaseId'>;
/** A jury's name inside its community: `J-1`, `J-2` … */
export type JuryId = Branded<'JuryId'>;
/** A sanction's name inside its community: `S-1`, `S-2` … */
export type SanctionId = Branded<'SanctionId'>;
/** An emergency measure's name inside its community: `E-1`, `E-2` … */
export type EmergencyId = Branded<'EmergencyId'>;
/** A petition for a recall, by its name inside its community: `RC-1`, `RC-2` … */
export type PetitionId = Branded<'PetitionId'>;
/** What a ranked ballot can name: `T-1`, `N-1`, `status-quo`, `reopen`. */
export type OptionId = Branded<'OptionId'>;
/** A SHA-256 digest, lower-case hexadecimal, 64 characters. */
export type Digest = Branded<'Digest'>;
/** An organisation as a constituency: a domain name, lower case. */
export type Organisation = Branded<'Organisation'>;

export const personIri = (iri: string): PersonIri => iri as PersonIri;
export const communityIri = (iri: string): CommunityIri => iri as CommunityIri;
export const actorIri = (iri: string): ActorIri => iri as ActorIri;
export const postIri = (iri: string): PostIri => iri as PostIri;
export const activityIri = (iri: string): ActivityIri => iri as ActivityIri;
export const proposalId = (number: number): ProposalId => `P-${number}` as ProposalId;
export const ruleId = (number: number): RuleId => `R-${number}` as RuleId;
export const caseId = (number: number): CaseId => `C-${number}` as CaseId;
export const juryId = (number: number): JuryId => `J-${number}` as JuryId;
export const sanctionId = (number: number): SanctionId => `S-${number}` as SanctionId;
export const emergencyId = (number: number): EmergencyId => `E-${number}` as EmergencyId;
export const petitionId = (number: number): PetitionId => `RC-${number}` as PetitionId;
export const optionId = (id: string): OptionId => id as OptionId;
export const digest = (hex: string): Digest => hex as Digest;
export const organisation = (domain: string): Organisation => domain.toLowerCase() as Organisation;
