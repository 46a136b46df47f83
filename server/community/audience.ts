import type { Audience } from './post.ts';

/** From the fewest readers to the most, inside a community. */
const ORDER = ['circle', 'members', 'public'] as const satisfies readonly Audience[];
export type Wider = Exclude<(typeof ORDER)[number], 'circle'>;

/** To what a post of a community can be widened by its author, narrowest first: never beyond what the community lets see. */
export function widerThan(audience: Audience, { membersOnly }: { readonly membersOnly?: boolean }): readonly Wider[] {
  const from = (ORDER as readonly Audience[]).indexOf(audience);
  if (from === -1) return [];
  const wider = ORDER.slice(from + 1) as readonly Wider[];
  return wider.filter((one) => one !== 'public' || membersOnly !== true);
}
