import { later } from '../dates.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { EventOf } from '../events.ts';
import type { Proposal } from '../proposal.ts';
import { noteAct } from './note-act.ts';
import { inPhase } from './phases.ts';

/** A passed proposal after somebody signed against its procedure, or after a jury looked at it. */
export function challenged(context: Context, event: EventOf<'challenge-signed' | 'challenge-decided'>): Proposal {
  const proposal = inPhase(context, event.proposal, 'timelock');
  return event.kind === 'challenge-signed' ? signed(context, proposal, event) : decided(context, proposal, event);
}

function signed(context: Context, proposal: Proposal, event: EventOf<'challenge-signed'>): Proposal {
  const { by, ground, needed, opens } = event;
  const { signatures = [], opened } = proposal.challenge ?? {};
  if (opened !== undefined) senseless(context, `the procedure of ${proposal.id} is being looked at already`);
  if (signatures.some((one) => one.by === by)) senseless(context, `${by} signs against ${proposal.id} twice`);
  noteAct(context, by);
  const challenge = { signatures: [...signatures, { by, ground, at: context.at }], needed };
  return { ...proposal, challenge: opens ? { ...challenge, opened: context.at } : challenge };
}

function decided(context: Context, proposal: Proposal, event: EventOf<'challenge-decided'>): Proposal {
  const { kept, jury, inForceFrom } = event;
  const { challenge, phase } = proposal;
  if (phase.state !== 'timelock' || challenge?.opened === undefined || challenge.decided !== undefined) {
    return senseless(context, `nobody looks at the procedure of ${proposal.id}`);
  }
  const { at } = context;
  const after = { ...challenge, decided: { at, kept, ...(jury === undefined ? {} : { jury }) } };
  if (!kept) {
    const why = 'A jury found that the vote did not keep to the procedure.';
    return { ...proposal, challenge: after, phase: { state: 'voided', at, why } };
  }
  return { ...proposal, challenge: after, phase: { state: 'timelock', until: later(phase.until, inForceFrom ?? at) } };
}
