import { senseless } from '../draft.ts';
import type { DelegationEvent } from '../events/delegations.ts';
import type { Handlers } from './handlers.ts';
import { noteAct } from './note-act.ts';

export const delegationsHandlers = {
  'delegation-given'(context, { by, to, until }) {
    const { draft, at } = context;
    if (by === to) senseless(context, `${by} delegates to herself`);
    noteAct(context, by);
    draft.delegations.set(by, { by, to, since: at, until });
  },
  'delegation-ended'(context, { by, to }) {
    const { draft } = context;
    if (draft.delegations.get(by)?.to !== to) senseless(context, `${by} has not asked ${to} to vote for her`);
    draft.delegations.delete(by);
  },
} as const satisfies Handlers<DelegationEvent>;
