import type { OptionId, Organisation, PersonIri, PetitionId, ProposalId, RuleId } from '../../community/ids.ts';
import type { Charter, CharterParameters } from '../charter.ts';
import type { Holder, Role } from '../roles/role.ts';
import type { Rule } from '../rules/rule.ts';
import type { DatesOf, TextsOf } from './dates-of.ts';

/** Who holds which role, and how it came to that. */
export type RoleEvent =
  /** Provisional: it stands for good only when the members ratify it (governance.md §3.1, Bootstrap). */
  | { readonly kind: 'founder-acted'; readonly by: PersonIri; readonly act: FounderAct }
  | { readonly kind: 'acts-ratified'; readonly proposal: ProposalId }
  /** The members did not ratify what the founder did: all of it ends here. */
  | {
      readonly kind: 'acts-lapsed';
      readonly proposal: ProposalId;
      readonly rules: readonly RuleId[];
      readonly appointed: readonly { readonly role: Role; readonly member: PersonIri }[];
      /** Present where she had changed the charter: what she changed is as it was at the founding. */
      readonly charter?: Charter;
    }
  /** Somebody asks another member to stand. */
  | { readonly kind: 'nominated'; readonly proposal: ProposalId; readonly member: PersonIri; readonly by: PersonIri }
  /** A member stands, asked or of her own accord. */
  | {
      readonly kind: 'nomination-accepted';
      readonly proposal: ProposalId;
      readonly member: PersonIri;
      readonly organisation: Organisation;
      readonly nominee: OptionId;
      /** In her own words; may be empty. */
      readonly says: string;
    }
  | { readonly kind: 'nomination-withdrawn'; readonly proposal: ProposalId; readonly member: PersonIri }
  | { readonly kind: 'nobody-stood'; readonly proposal: ProposalId; readonly refileFrom: Date }
  | {
      readonly kind: 'seats-filled';
      readonly proposal: ProposalId;
      readonly role: Role;
      readonly filled: readonly Holder[];
      /** Elected, and not seated, each with the reason. */
      readonly skipped: readonly { readonly member: PersonIri; readonly why: SkippedWhy }[];
      /** Whose last days pass to a successor. */
      readonly succeeded: readonly PersonIri[];
      /** Fewer than three organisations were on the roll, so none was kept to a third of the seats. */
      readonly relaxed: boolean;
    }
  | {
      readonly kind: 'term-ended';
      readonly role: Role;
      readonly member: PersonIri;
      readonly how: 'time-over' | 'resigned' | 'left' | 'suspended';
    }
  | {
      readonly kind: 'recall-petitioned';
      readonly petition: PetitionId;
      readonly role: Role;
      readonly member: PersonIri;
      readonly by: PersonIri;
      readonly organisation: Organisation;
      readonly reasons: string;
      readonly needed: number;
      readonly organisationsNeeded: number;
      readonly until: Date;
    }
  | {
      readonly kind: 'petition-signed';
      readonly petition: PetitionId;
      readonly by: PersonIri;
      readonly organisation: Organisation;
    }
  | { readonly kind: 'petition-lapsed'; readonly petition: PetitionId }
  | { readonly kind: 'recall-answered'; readonly petition: PetitionId; readonly by: PersonIri; readonly text: string }
  | {
      readonly kind: 'member-recalled';
      readonly proposal: ProposalId;
      readonly role: Role;
      readonly member: PersonIri;
    };

/** What a founder may do without a vote while her acts are provisional. */
export type FounderAct =
  /** A new rule, or the next version of one of hers. */
  | { readonly do: 'put-rule'; readonly rule: Rule }
  | { readonly do: 'end-rule'; readonly id: RuleId; readonly version: number }
  | { readonly do: 'amend-charter'; readonly charter: Charter; readonly parameters: Partial<CharterParameters> }
  | { readonly do: 'appoint'; readonly role: Role; readonly holder: Holder };

export type SkippedWhy = 'organisation-full' | 'no-longer-a-member' | 'too-many-terms' | 'no-seat-left';

/** Where they hold dates (`encoding.ts`). */
export const ROLES_DATES = {
  'founder-acted': [
    'act.rule.activeFrom',
    'act.rule.activeTo',
    'act.rule.sunsetAt',
    'act.holder.since',
    'act.holder.until',
  ],
  'acts-ratified': [],
  'acts-lapsed': [],
  nominated: [],
  'nomination-accepted': [],
  'nomination-withdrawn': [],
  'nobody-stood': ['refileFrom'],
  'seats-filled': ['filled.*.since', 'filled.*.until'],
  'term-ended': [],
  'recall-petitioned': ['until'],
  'petition-signed': [],
  'petition-lapsed': [],
  'recall-answered': [],
  'member-recalled': [],
} as const satisfies DatesOf<RoleEvent>;

/** What of them can be erased. */
export const ROLES_TEXTS = {
  'nomination-accepted': ['says'],
  'recall-petitioned': ['reasons'],
  'recall-answered': ['text'],
} as const satisfies TextsOf<RoleEvent>;
