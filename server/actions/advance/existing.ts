import {
  announceExisting,
  type ExistingStep,
  hideExisting,
  hidesExisting,
  MOST_AT_ONCE,
  reachingBack,
  showExisting,
} from '../../governance/rules/existing.ts';
import { versionKey } from '../../governance/rules/state.ts';
import type { CommunityState } from '../../governance/state.ts';
import { type Looked, lookThrough } from '../existing-posts.ts';
import { notBefore } from '../record.ts';
import type { Needs, Preparations } from './step.ts';

/** One part of a community's posts, from where the last entry about it ended. */
async function nextPart(house: Needs, state: CommunityState, { step, rule: id, version }: ExistingStep) {
  const now = notBefore(state.at, house.clock.now());
  const rule = reachingBack(state, id, version, now);
  const from = state.existing.get(versionKey(id, version))?.upTo;
  if (rule === null) return { found: [], looked: 0, ...place('from', from) };
  const looked: Looked = await lookThrough(house, {
    state,
    rule,
    now,
    before: rule.activeFrom,
    after: from,
    hides: (post) => hidesExisting(state, rule, post, now),
    ...(step === 'hide-existing' ? { enough: MOST_AT_ONCE } : {}),
  });
  return { ...looked, ...place('from', from) };
}

const place = <Name extends string, Place>(name: Name, value: Place | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Place };

/** What was posted before a rule: its authors are told, it is hidden, and shown again when the rule is over. */
export const existingSteps = {
  async 'announce-existing'(house, loaded, step) {
    const { found, looked: _, ...part } = await nextPart(house, loaded, step);
    const { rule, version } = step;
    return (state, now) => announceExisting({ state, rule, version, ...part, posts: found.length, now });
  },
  async 'hide-existing'(house, loaded, step) {
    const { found, looked: _, ...part } = await nextPart(house, loaded, step);
    const { rule, version } = step;
    return (state, now) => hideExisting({ state, rule, version, ...part, posts: found, now });
  },
  'show-existing':
    (_, __, { rule, version }) =>
    (state, now) =>
      showExisting({ state, rule, version, now }),
} as const satisfies Preparations<ExistingStep>;
