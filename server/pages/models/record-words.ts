import type { RecordEntry, Run } from '../../../views/pages/record.ts';
import type { ActorIri, ProposalId, RuleId } from '../../community/ids.ts';
import type { RuleCited } from '../../community/post.ts';
import { never } from '../../community/result.ts';
import { timeInWords } from '../../governance/dates.ts';
import type { GovernanceEvent } from '../../governance/events.ts';
import type { Entry } from '../../record/entry.ts';
import { proposalWords, voteWords } from './record-words-of-proposals.ts';
import { enactmentWords, restrictionWords } from './record-words-of-rules.ts';
import { federationWords } from './record-words-of-servers.ts';

/** How the book names things to one reader. */
export interface Naming {
  /** A name, or for who is no member “a member at north.example”. */
  readonly person: (iri: ActorIri) => Run;
  /** The founder stands in the book by name, in what she did as such. */
  readonly founder: (iri: ActorIri) => Run;
  readonly proposal: (id: ProposalId) => Run;
  readonly rule: (cited: RuleCited) => Run;
  readonly rules: (id: RuleId) => Run;
}

export type Words = Pick<RecordEntry, 'says' | 'sub'>;

/** One line of the open book. */
export function recordEntry({ head, hash, event }: Entry, naming: Naming): RecordEntry {
  const { says, sub } = eventWords(event, naming);
  return { seq: head.seq, hash, at: head.at, says: capitalised(says), ...(sub === undefined ? {} : { sub }) };
}

/** What an event says, in a sentence, and in which capacity or under what it was done. */
export function eventWords(event: GovernanceEvent, name: Naming): Words {
  switch (event.kind) {
    case 'community-founded':
      return {
        says: [name.founder(event.by), ' founded ', { strong: event.title }, `: ${event.purpose}`],
        sub: `With the default charter; provisional until ${timeInWords(event.provisionalUntil)}`,
      };
    case 'member-joined': {
      const { member, admittedBy, organisation } = event;
      const how = admittedBy === undefined ? [' joined.'] : [' joined; ', name.person(admittedBy), ' let them in.'];
      return { says: [name.person(member), ...how], sub: `Counts for ${organisation}` };
    }
    case 'member-left':
      return { says: [name.person(event.member), ' left.'] };
    case 'proposal-submitted':
    case 'proposal-seconded':
    case 'proposal-withdrawn':
    case 'proposal-lapsed':
    case 'proposal-voided':
      return proposalWords(event, name);
    case 'proposal-frozen':
    case 'voting-opened':
    case 'voting-extended':
    case 'voting-ended':
    case 'proposal-decided':
      return voteWords(event, name);
    case 'rule-in-force':
    case 'rule-repealed':
    case 'rule-expired':
    case 'charter-amended':
      return enactmentWords(event, name);
    case 'post-held':
    case 'post-labelled':
    case 'hold-ended':
      return restrictionWords(event, name);
    case 'member-moved':
    case 'server-limited':
    case 'relations-ended':
    case 'community-linked':
    case 'community-unlinked':
    case 'community-moved':
      return federationWords(event, name);
    case 'attempt-refused':
      return {
        says: ['The operator tried to ', { strong: event.what }, ` (${event.target}), and was refused.`],
        sub: `By the ${event.through === 'command' ? 'operator’s command' : 'operator’s address'}; it takes a decision of the members`,
      };
    default:
      return never(event);
  }
}

/** A sentence begins with a capital, also where it begins with “a member at …” or “rule R-1”; names stay as they are. */
function capitalised([first, ...rest]: readonly Run[]): readonly Run[] {
  if (first === undefined) return [];
  if (typeof first === 'string') return [capital(first), ...rest];
  return 'link' in first && first.link.startsWith('rule ')
    ? [{ ...first, link: capital(first.link) }, ...rest]
    : [first, ...rest];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
