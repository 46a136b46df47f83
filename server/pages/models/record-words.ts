import type { RecordEntry, Run } from '../../../views/pages/record.ts';
import type { ActorIri, ProposalId, RuleId } from '../../community/ids.ts';
import type { RuleCited } from '../../community/post.ts';
import { never } from '../../community/result.ts';
import { timeInWords } from '../../governance/dates.ts';
import type { EventOf, GovernanceEvent } from '../../governance/events.ts';
import { amountOf } from '../../governance/rules/vocabulary.ts';
import type { Entry } from '../../record/entry.ts';
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

type ProposalEvent = EventOf<
  'proposal-submitted' | 'proposal-seconded' | 'proposal-withdrawn' | 'proposal-lapsed' | 'proposal-voided'
>;

function proposalWords(event: ProposalEvent, name: Naming): Words {
  const proposal = name.proposal(event.proposal);
  switch (event.kind) {
    case 'proposal-submitted': {
      const seconds = `It needs ${amountOf(event.secondsNeeded, ['second', 'seconds'])} by ${timeInWords(event.until)}`;
      const { discussionUntil } = event;
      return {
        says: [name.person(event.by), ' proposed ', proposal, `: “${event.title}”.`],
        sub: discussionUntil === undefined ? seconds : `Discussed until ${timeInWords(discussionUntil)}`,
      };
    }
    case 'proposal-seconded': {
      const { discussionUntil } = event;
      const then = discussionUntil === undefined ? '.' : `, the last second it needed.`;
      const sub = discussionUntil === undefined ? '' : `; discussed until ${timeInWords(discussionUntil)}`;
      return {
        says: [name.person(event.by), ' seconded ', proposal, then],
        sub: `Counts for ${event.organisation}${sub}`,
      };
    }
    case 'proposal-withdrawn':
      return { says: [name.person(event.by), ' withdrew ', proposal, '.'] };
    case 'proposal-lapsed':
      return {
        says: [proposal, ' ', { strong: 'lapsed' }, ': too few members seconded it in time.'],
        sub: `May come again from ${timeInWords(event.refileFrom)}`,
      };
    case 'proposal-voided':
      return { says: [proposal, ' is ', { strong: 'void' }, `: ${event.why}`] };
    default:
      return never(event);
  }
}

type VoteEvent = EventOf<'proposal-frozen' | 'voting-opened' | 'voting-extended' | 'voting-ended' | 'proposal-decided'>;

function voteWords(event: VoteEvent, name: Naming): Words {
  const proposal = name.proposal(event.proposal);
  switch (event.kind) {
    case 'proposal-frozen': {
      const { rollSize, organisations, quorum, rollRoot, charterVersion } = event.pinned;
      const roll = `${amountOf(rollSize, ['member', 'members'])} from ${amountOf(organisations, ['organisation', 'organisations'])} on the roll`;
      return {
        says: ['The text of ', proposal, ` is frozen. Voting opens on ${timeInWords(event.votingFrom)}.`],
        sub: `${roll}, quorum ${quorum}, charter version ${charterVersion}, roll ${short(rollRoot)}`,
      };
    }
    case 'voting-opened':
      return { says: ['Voting on ', proposal, ` is open until ${timeInWords(event.until)}.`] };
    case 'voting-extended':
      return {
        says: ['The vote on ', proposal, ` goes on until ${timeInWords(event.until)}.`],
        sub: event.why === 'quorum' ? 'Too few had voted' : 'Enough had voted only in the last hours',
      };
    case 'voting-ended':
      return { says: ['The vote on ', proposal, ' is over.'] };
    case 'proposal-decided': {
      const { yes, no, abstain, result } = event.tally;
      return {
        says: [proposal, ' ', { strong: RESULTS[result] }, `: ${yes} yes, ${no} no, ${abstain} abstained.`],
        sub: [
          `Decided by the members; ${amountOf(event.ballots, ['ballot', 'ballots'])}, board ${short(event.boardRoot)}`,
          ...(event.inForceFrom === undefined ? [] : [`takes effect on ${timeInWords(event.inForceFrom)}`]),
          ...(event.refileFrom === undefined ? [] : [`may come again from ${timeInWords(event.refileFrom)}`]),
        ].join('; '),
      };
    }
    default:
      return never(event);
  }
}

const RESULTS = { passed: 'passed', rejected: 'was rejected', lapsed: 'lapsed' } as const;

type Enactment = EventOf<'rule-in-force' | 'rule-repealed' | 'rule-expired' | 'charter-amended'>;

function enactmentWords(event: Enactment, name: Naming): Words {
  switch (event.kind) {
    case 'rule-in-force': {
      const { id, version, title, sunsetAt } = event.rule;
      return {
        says: [
          name.rule({ rule: id, version }),
          ` is in force: “${title}”. It was decided by `,
          name.proposal(event.proposal),
          '.',
        ],
        sub: `Carried out by itself; ends on ${timeInWords(sunsetAt)} unless renewed`,
      };
    }
    case 'rule-repealed':
      return {
        says: [
          name.rules(event.rule),
          ' is no longer in force. It was repealed by ',
          name.proposal(event.proposal),
          '.',
        ],
        sub: 'Carried out by itself',
      };
    case 'rule-expired':
      return {
        says: [name.rule(event), ' ran out, since nobody renewed it.'],
        sub: 'Carried out by itself',
      };
    case 'charter-amended':
      return {
        says: [
          `Version ${event.charter.version} of the charter is in force. It was decided by `,
          name.proposal(event.proposal),
          '.',
        ],
        sub: 'Carried out by itself',
      };
    default:
      return never(event);
  }
}

function restrictionWords(event: EventOf<'post-held' | 'post-labelled' | 'hold-ended'>, name: Naming): Words {
  switch (event.kind) {
    case 'post-held': {
      const { author, cited, facts } = event.statement;
      return {
        says: [
          'A post by ',
          name.person(author),
          ' was ',
          { strong: 'held' },
          ' by ',
          name.rule(cited),
          `, until ${timeInWords(event.until)} at the latest. Its author has been told why.`,
        ],
        sub: `Automatic, no person decided this. ${facts}`,
      };
    }
    case 'post-labelled': {
      const { author, cited, facts } = event.statement;
      return {
        says: [
          'A post by ',
          name.person(author),
          ' was ',
          { strong: `labelled “${event.label}”` },
          ' by ',
          name.rule(cited),
          '. Its author has been told why.',
        ],
        sub: `Automatic, no person decided this. ${facts}`,
      };
    }
    case 'hold-ended':
      return event.how === 'released' && event.by !== undefined
        ? {
            says: [name.founder(event.by), ' released a held post.'],
            sub: 'As the founder, while her acts are provisional',
          }
        : { says: ['A held post is shown: the time of its hold was over.'], sub: 'By itself' };
    default:
      return never(event);
  }
}

const short = (hash: string): string => `${hash.slice(0, 8)}…`;

/** A sentence begins with a capital, also where it begins with “a member at …” or “rule R-1”; names stay as they are. */
function capitalised([first, ...rest]: readonly Run[]): readonly Run[] {
  if (first === undefined) return [];
  if (typeof first === 'string') return [capital(first), ...rest];
  return 'link' in first && first.link.startsWith('rule ')
    ? [{ ...first, link: capital(first.link) }, ...rest]
    : [first, ...rest];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
