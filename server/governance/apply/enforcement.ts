import { never } from '../../community/result.ts';
import { addDays, later } from '../dates.ts';
import type { Context } from '../draft.ts';
import { senseless } from '../draft.ts';
import type { EnforcementEvent } from '../events/enforcement.ts';
import type { EventOf, StatementOfReasons } from '../events.ts';
import { actKey } from '../rules/effects.ts';
import { existingKey, NOTICE_DAYS, reachingBack } from '../rules/existing.ts';
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
      draft.holds.set(
        post,
        before?.existing !== undefined ? before : { cited, until: later(before?.until ?? event.until, event.until) },
      );
      return;
    }
    case 'post-labelled':
      dealWith(context, event.statement);
      return;
    case 'hold-ended':
      if (!draft.holds.delete(event.post)) senseless(context, `${event.post} is not held`);
      draft.holdAppeals.delete(event.post);
      return;
    case 'existing-announced':
      announce(context, event);
      return;
    case 'existing-hidden':
      hide(context, event);
      return;
    case 'existing-shown':
      show(context, event);
      return;
    default:
      never(event);
  }
}

/** Nothing is hidden of which its author was not told before: the stages follow each other, each over all posts. */
function announce({ draft, at, ...context }: Context, event: EventOf<'existing-announced'>): void {
  const { rule, version, upTo, posts, hideAt } = event;
  const key = versionKey(rule, version);
  const pass = draft.existing.get(key);
  if (reachingBack(draft, rule, version, at) === null || (pass !== undefined && pass.stage !== 'announcing'))
    senseless(context, `${key} announces nothing about what existed`);
  if (hideAt < addDays(at, NOTICE_DAYS)) senseless(context, 'authors have less than seven days');
  draft.existing.set(key, {
    ...{ rule, version, hideAt, hidden: 0, at },
    announced: (pass?.announced ?? 0) + posts,
    ...(upTo === undefined ? { stage: 'hiding' } : { stage: 'announcing', upTo }),
  });
}

function hide({ draft, at, ...context }: Context, event: EventOf<'existing-hidden'>): void {
  const { rule, version, upTo, posts, until } = event;
  const key = versionKey(rule, version);
  const { upTo: _, ...pass } = draft.existing.get(key) ?? senseless(context, `${key} has announced nothing`);
  const active = reachingBack(draft, rule, version, at);
  if (active === null || pass.stage !== 'hiding' || at < pass.hideAt)
    senseless(context, `${key} hides nothing that existed now`);
  for (const post of posts) {
    const done = existingKey(active, post);
    if (draft.dealtWith.has(done) || draft.holds.has(post.post))
      senseless(context, `${rule} deals with the same act twice`);
    draft.dealtWith.add(done);
    draft.holds.set(post.post, { cited: { rule, version }, until, existing: post.evidence });
  }
  draft.acted.set(key, (draft.acted.get(key) ?? 0) + posts.length);
  const rest = upTo === undefined ? { stage: 'done' as const } : { upTo };
  draft.existing.set(key, { ...pass, ...rest, at, hidden: pass.hidden + posts.length });
}

function show({ draft, at, ...context }: Context, event: EventOf<'existing-shown'>): void {
  const { rule, version, posts } = event;
  const key = versionKey(rule, version);
  const ended = draft.rules.get(rule)?.find((one) => one.version === version);
  if (ended === undefined) senseless(context, `there is no ${key}`);
  for (const post of posts) {
    const evidence = draft.holds.get(post)?.existing ?? senseless(context, `${post} is not hidden under ${key}`);
    draft.holds.delete(post);
    // It is undone as if it had never been: the members may decide the same again, with another notice.
    draft.dealtWith.delete(existingKey(ended, { post, evidence }));
    draft.holdAppeals.delete(post);
  }
  const pass = draft.existing.get(key) ?? { rule, version, announced: 0, hideAt: at, hidden: 0 };
  draft.existing.set(key, { ...pass, stage: 'stopped', at });
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
  'existing-announced': applyEnforcement,
  'existing-hidden': applyEnforcement,
  'existing-shown': applyEnforcement,
} as const satisfies Handlers<EnforcementEvent>;
