import type { PostIri, RuleId } from '../../community/ids.ts';
import type { CommunityState } from '../state.ts';

export type RuleStep =
  | { readonly step: 'expire-rule'; readonly rule: RuleId; readonly version: number; readonly at: Date }
  | { readonly step: 'end-hold'; readonly post: PostIri; readonly at: Date };

/** Sunsets of rules, and ends of holds. */
export function comingRules({ rules, holds }: CommunityState): readonly RuleStep[] {
  return [
    ...[...rules.values()].flatMap((versions) => versions.at(-1) ?? []).flatMap(sunsetOf),
    ...[...holds].map(([post, { until }]): RuleStep => ({ step: 'end-hold', post, at: until })),
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
