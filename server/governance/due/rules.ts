import type { PostIri, RuleId } from '../../community/ids.ts';
import { comingExisting, type ExistingStep } from '../rules/existing.ts';
import { contradictions, resolutions } from '../rules/suspend.ts';
import type { CommunityState } from '../state.ts';

type Pair = readonly [RuleId, RuleId];
export type RuleStep =
  | { readonly step: 'expire-rule'; readonly rule: RuleId; readonly version: number; readonly at: Date }
  | { readonly step: 'end-hold'; readonly post: PostIri; readonly at: Date }
  | ExistingStep
  | { readonly step: 'suspend-rules' | 'resolve-rules'; readonly rules: Pair; readonly at: Date };

/** Sunsets of rules, ends of holds, and what becomes of rules that contradict each other. */
export function comingRules(state: CommunityState): readonly RuleStep[] {
  const { rules, holds } = state;
  return [
    ...[...rules.values()].flatMap((versions) => versions.at(-1) ?? []).flatMap(sunsetOf),
    // What a rule hides of what existed ends with the rule, whenever that is.
    ...[...holds].flatMap(([post, { until, existing }]): readonly RuleStep[] =>
      existing !== undefined ? [] : [{ step: 'end-hold', post, at: until }],
    ),
    ...comingExisting(state),
    ...contradictions(state).map((one): RuleStep => ({ step: 'suspend-rules', rules: one.rules, at: one.since })),
    ...resolutions(state).map((one): RuleStep => ({ step: 'resolve-rules', rules: one.rules, at: one.at })),
  ];
}

function sunsetOf({
  id,
  version,
  activeTo,
  sunsetAt,
}: {
  readonly id: RuleId;
  readonly version: number;
  readonly activeTo?: Date;
  readonly sunsetAt: Date;
}): readonly RuleStep[] {
  return activeTo === undefined ? [{ step: 'expire-rule', rule: id, version, at: sunsetAt }] : [];
}
