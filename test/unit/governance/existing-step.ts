import type { Result } from '../../../server/community/result.ts';
import type { GovernanceEvent } from '../../../server/governance/events.ts';
import {
  announceExisting,
  type ExistingPost,
  type ExistingStep,
  hideExisting,
  hidesExisting,
  reachingBack,
  showExisting,
} from '../../../server/governance/rules/existing.ts';
import { versionKey } from '../../../server/governance/rules/state.ts';
import type { CommunityState } from '../../../server/governance/state.ts';

/** What a worker does about posts from before a rule, with these posts, `part` at a time. */
export function decideExistingStep({
  state,
  step: { step, rule: id, version },
  posts,
  now,
  part = 2,
}: {
  readonly state: CommunityState;
  readonly step: ExistingStep;
  readonly posts: readonly (ExistingPost & { readonly receivedAt: Date })[];
  readonly now: Date;
  readonly part?: number;
}): Result<GovernanceEvent> {
  const pass = { state, rule: id, version, now };
  if (step === 'show-existing') return showExisting(pass);
  const rule = reachingBack(state, id, version, now);
  const from = state.existing.get(versionKey(id, version))?.upTo;
  const begin = from === undefined ? 0 : posts.findIndex(({ post }) => post === from.post) + 1;
  const old = posts.filter(({ receivedAt }) => rule !== null && receivedAt < rule.activeFrom);
  const looked = old.slice(begin, begin + part);
  const last = looked.at(-1);
  const more = last !== undefined && begin + part < old.length;
  const range = {
    ...(from === undefined ? {} : { from }),
    ...(more ? { upTo: { at: last.receivedAt, post: last.post } } : {}),
  };
  const found = looked
    .filter((post) => rule !== null && hidesExisting(state, rule, post, now))
    .map(({ receivedAt: _, ...post }) => post);
  return step === 'announce-existing'
    ? announceExisting({ ...pass, ...range, posts: found.length })
    : hideExisting({ ...pass, ...range, posts: found });
}
