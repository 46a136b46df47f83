import type { RecordEntry, Run } from '../../../../views/pages/record.ts';
import type { ActorIri, ProposalId, RuleId } from '../../../community/ids.ts';
import type { RuleCited } from '../../../community/post.ts';
import type { GovernanceEvent } from '../../../governance/events.ts';

/** How the book names things to one reader. */
export interface Naming {
  /** A name, or for who is no member “Member 12 (north.example)”. */
  readonly person: (iri: ActorIri) => Run;
  /** The founder stands in the book by name, in what she did as such. */
  readonly founder: (iri: ActorIri) => Run;
  readonly proposal: (id: ProposalId) => Run;
  readonly rule: (cited: RuleCited) => Run;
  readonly rules: (id: RuleId) => Run;
}

export type Words = Pick<RecordEntry, 'says' | 'sub'>;

/** How each of some kinds of event is told: a sentence, and in which capacity or under what it was done. */
export type Tellings<Event extends { readonly kind: string }> = {
  readonly [Kind in Event['kind']]: (event: EventNamed<Event, Kind>, name: Naming) => Words;
};
type EventNamed<Event, Kind> = Event extends { readonly kind: infer Named }
  ? Kind extends Named
    ? Event
    : never
  : never;

/** Tells any event by a table. */
export type Telling = (event: GovernanceEvent, name: Naming) => Words;
