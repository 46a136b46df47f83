import type { RecordEntry, Run } from '../../../../views/pages/record.ts';
import { longDay, longTime } from '../../../../views/parts/time.ts';
import { BOOK } from '../../../../views/words/book.ts';
import type { Message } from '../../../../views/words/language.ts';
import { inPieces, type Say } from '../../../../views/words/speaking.ts';
import type { ActorIri, ProposalId, RuleId } from '../../../community/ids.ts';
import type { RuleCited } from '../../../community/post.ts';
import type { GovernanceEvent } from '../../../governance/events.ts';

/** How the book names things to one reader. */
export interface Naming {
  readonly say: Say;
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

type Values = Readonly<Record<string, Run | readonly Run[] | number>>;

/** A sentence of the book: what is put in the places of its message stays a link, a name, or a text. */
export const told = ({ say }: Naming, message: Message, values: Values = {}): readonly Run[] =>
  inPieces<Exclude<Run, string>>(message, say.language, values, (strong) => ({ strong }));

/** A text of the book, where nothing in it leads anywhere. */
export const text = (
  { say }: Naming,
  message: Message,
  values: Readonly<Record<string, string | number>> = {},
): string => say.text(message, values);

/** `3 May 2026, 14:05 UTC`, as the reader's language has it. */
export const at = ({ say }: Naming, when: Date): string => longTime(when, say.language);
export const on = ({ say }: Naming, when: Date): string => longDay(when, say.language);

/** Texts one after the other: “Root 3f…; members contribute …”. */
export const joined = (name: Naming, texts: readonly string[]): string => texts.join(text(name, BOOK.semicolon));

/** The same where some of it leads somewhere, or is in another language. */
export const joinedRuns = (name: Naming, parts: readonly (readonly Run[])[], between: Message): readonly Run[] =>
  parts.flatMap((runs, index) => (index === 0 ? runs : [text(name, between), ...runs]));

/** What stands in the record in English. */
export const english = (words: string): Run => ({ english: words });

/** As much of a hash as tells two apart. */
export const short = (hash: string): string => `${hash.slice(0, 8)}…`;

/** What leads somewhere, as its words alone. */
export function plain(run: Run): string {
  if (typeof run === 'string') return run;
  if ('english' in run) return run.english;
  return 'strong' in run ? run.strong : run.link;
}
