import { never } from '../../community/result.ts';
import { later } from '../dates.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { EnforcementEvent } from '../events/enforcement.ts';
import type { StatementOfReasons } from '../events.ts';
import { actKey } from '../rules/effects.ts';
import { versionAt } from '../rules/in-force.ts';
import { versionKey } from '../rules/state.ts';
import type { Handlers } from './handlers.ts';

export function applyEnforcement(context: Context, event: EnforcementEvent): void {
  const { draft } = context;
  switch (event.kind) {
    case 'post-held': {
      dealWith(context, event.statement);
      const { post, cited } = event.statement;
      const before = draft.holds.get(post);
      // An edit of a held post is a new act and may be held again: the later end counts.
      draft.holds.set(post, { cited, until: before === undefined ? event.until : later(before.until, event.until) });
      return;
    }
    case 'post-labelled':
      dealWith(context, event.statement);
      return;
    case 'hold-ended':
      if (!draft.holds.delete(event.post)) senseless(context, `${event.post} is not held`);
      draft.holdAppeals.delete(event.post);
      return;
    default:
      never(event);
  }
}

/** No act is dealt with twice, and only by a version that was in force when it was done (P4). */
function dealWith(context: Context, statement: StatementOfReasons): void {
  const { draft } = context;
  const { rule, version } = statement.cited;
  if (versionAt(draft.rules, rule, statement.actAt)?.version !== version) {
    senseless(context, `${rule}, version ${version}, was not in force at the time of the act`);
  }
  const key = actKey(statement);
  if (draft.dealtWith.has(key)) senseless(context, `${rule} deals with the same act twice`);
  draft.dealtWith.add(key);
  const counted = versionKey(rule, version);
  draft.acted.set(counted, (draft.acted.get(counted) ?? 0) + 1);
}

export const enforcementHandlers = {
  'post-held': applyEnforcement,
  'hold-ended': applyEnforcement,
  'post-labelled': applyEnforcement,
} as const satisfies Handlers<EnforcementEvent>;
