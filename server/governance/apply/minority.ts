import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { EventOf } from '../events.ts';
import type { Proposal } from '../proposal.ts';
import { noteAct } from './note-act.ts';

/** A proposal that was voted on after somebody put a statement beside its result, or signed one. */
export function objectedTo(context: Context, event: EventOf<'minority-stated' | 'minority-signed'>): Proposal {
  const proposal = context.draft.proposals.get(event.proposal);
  if (proposal?.outcome === undefined) return senseless(context, `there is no result of ${event.proposal}`);
  noteAct(context, event.by);
  const before = proposal.minority ?? [];
  return {
    ...proposal,
    minority: event.kind === 'minority-stated' ? stated(context, before, event) : signed(context, before, event),
  };
}

type Statements = NonNullable<Proposal['minority']>;

function stated(context: Context, before: Statements, event: EventOf<'minority-stated'>): Statements {
  const { statement, by, text, proposal } = event;
  if (statement !== before.length + 1) senseless(context, `statement ${statement} on ${proposal} is not the next one`);
  if (before.some((one) => one.by === by)) senseless(context, `${by} puts two statements beside ${proposal}`);
  return [...before, { by, text, at: context.at, signatures: [] }];
}

function signed(context: Context, before: Statements, event: EventOf<'minority-signed'>): Statements {
  const { statement, by, proposal } = event;
  const found = before[statement - 1];
  if (found === undefined) return senseless(context, `there is no statement ${statement} on ${proposal}`);
  if (found.by === by || found.signatures.includes(by)) {
    return senseless(context, `${by} signs statement ${statement} on ${proposal} twice`);
  }
  const after = { ...found, signatures: [...found.signatures, by] };
  return before.map((one) => (one === found ? after : one));
}
