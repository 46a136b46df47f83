import { optionId } from '../../community/ids.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { EventOf } from '../events.ts';
import type { Alternative, Proposal } from '../proposal.ts';
import { noteAct } from './note-act.ts';
import { inPhase } from './phases.ts';

const OWN_TEXT = optionId('T-1');

type TextEvent = EventOf<'alternative-proposed' | 'alternative-seconded' | 'amendment-taken-over'>;

/** A proposal under discussion after something befell its competing texts. From the freeze on nothing does. */
export function withTexts(context: Context, event: TextEvent): Proposal {
  const proposal = inPhase(context, event.proposal, 'discussion');
  const standing = proposal.alternatives ?? [];
  noteAct(context, event.by);
  if (event.kind === 'alternative-proposed') {
    const { alternative: id, by, title, reasons, change, secondsNeeded } = event;
    const known = [...standing, ...(proposal.dropped ?? [])];
    if (known.some((one) => one.id === id)) senseless(context, `there is a ${id} beside ${proposal.id} already`);
    const added: Alternative = { id, by, title, reasons, change, at: context.at, secondsNeeded, seconds: [] };
    return { ...proposal, alternatives: [...standing, added] };
  }
  const meant = standing.find(({ id }) => id === event.alternative);
  if (meant === undefined) return senseless(context, `there is no ${event.alternative} beside ${proposal.id}`);
  if (event.kind === 'amendment-taken-over') return takenOver(proposal, meant);
  if (meant.seconds.includes(event.by)) senseless(context, `${event.by} seconds ${meant.id} twice`);
  const seconded = { ...meant, seconds: [...meant.seconds, event.by] };
  return { ...proposal, alternatives: standing.map((one) => (one === meant ? seconded : one)) };
}

function takenOver(proposal: Proposal, { id, by, title, change }: Alternative): Proposal {
  const why = 'The proposer made it her own text.';
  return {
    ...proposal,
    change,
    alternatives: (proposal.alternatives ?? []).filter((one) => one.id !== id),
    dropped: [...(proposal.dropped ?? []), { id, title, by, why }],
  };
}

/** What is left for the vote; of the others the reason stays. */
export function withoutDropped(
  proposal: Proposal,
  dropped: NonNullable<EventOf<'proposal-frozen'>['dropped']>,
): Proposal {
  if (dropped.length === 0) return proposal;
  const { alternatives = [], title, by } = proposal;
  const texts = [{ id: OWN_TEXT, title, by }, ...alternatives];
  const gone = dropped.flatMap(({ id, why }) =>
    texts.filter((text) => text.id === id).map((text) => ({ id, title: text.title, by: text.by, why })),
  );
  return {
    ...proposal,
    alternatives: alternatives.filter(({ id }) => !gone.some((one) => one.id === id)),
    dropped: [...(proposal.dropped ?? []), ...gone],
  };
}
