import type { EmergencyId, Organisation, PersonIri, PostIri, ProposalId } from '../../community/ids.ts';
import { phrase, type Said, said } from '../../community/said.ts';
import type { CommunityState } from '../state.ts';

/** What may be met at once, before anybody has judged it (governance.md §3.8): this, and nothing else. */
export const HARMS = {
  violence: 'a threat of violence, or a call for it',
  children: 'sexual content about children',
  exposure: 'private details of somebody, published against her will',
  malware: 'software or links that do harm',
  flood: 'a flood of messages that buries everything else',
  'illegal-content': 'content that the law forbids to show',
} as const;
export type Harm = keyof typeof HARMS;

/** What a moderator may do at once: never anything about the charter, a roll or a ballot. */
export type EmergencyAct =
  | { readonly do: 'hide-post'; readonly post: PostIri; readonly author: PersonIri }
  | { readonly do: 'mute'; readonly person: PersonIri }
  | { readonly do: 'block-server'; readonly server: string };

/** One measure. It ends by itself: soon, unless a second moderator confirms it, and then at `until`. */
export interface Emergency {
  readonly id: EmergencyId;
  readonly by: PersonIri;
  readonly organisation: Organisation;
  readonly harm: Harm;
  readonly act: EmergencyAct;
  /** What happened, in the moderator's words. */
  readonly facts: string;
  /** The posts it rests on. */
  readonly grounds: readonly PostIri[];
  readonly declaredAt: Date;
  readonly confirmUntil: Date;
  readonly until: Date;
  readonly confirmed?: { readonly by: PersonIri; readonly organisation: Organisation; readonly at: Date };
  /** The vote that was called about a block. */
  readonly vote?: ProposalId;
  readonly ended?: { readonly how: EmergencyEnd; readonly at: Date };
}

export type EmergencyEnd = 'not-confirmed' | 'time-over' | 'lifted' | 'decided';

/** When it ends if nothing more happens. */
export const endsAt = ({ confirmed, confirmUntil, until }: Emergency): Date =>
  confirmed === undefined ? confirmUntil : until;

/** The measures that stand. */
export function standing({ emergencies }: Pick<CommunityState, 'emergencies'>): readonly Emergency[] {
  return [...emergencies.values()].filter(({ ended }) => ended === undefined);
}

/** The measure by which somebody cannot write for the moment, or `null`. */
export function muteOf(state: Pick<CommunityState, 'emergencies'>, person: PersonIri): Emergency | null {
  return standing(state).find(({ act }) => act.do === 'mute' && act.person === person) ?? null;
}

/** What whoever is muted is told. */
export function muteWords(emergency: Emergency): Said {
  const { id, harm } = emergency;
  return said`Your post was not taken in: moderators have muted you here until ${endsAt(emergency)} at the latest, because of ${phrase(HARMS[harm])} (${id}).`;
}

/** What a measure is about: two never stand about the same. */
export function targetOf(act: EmergencyAct): string {
  switch (act.do) {
    case 'hide-post':
      return act.post;
    case 'mute':
      return act.person;
    case 'block-server':
      return act.server;
  }
}
