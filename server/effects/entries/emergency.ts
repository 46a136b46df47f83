import { reconcileFollows } from '../../actions/sever.ts';
import { tell } from '../../actions/tell.ts';
import type { EmergencyId } from '../../community/ids.ts';
import { never } from '../../community/result.ts';
import { phrase, type Sentence, said, together } from '../../community/said.ts';
import { type Emergency, endsAt, HARMS } from '../../governance/emergency/emergency.ts';
import type { CommunityState } from '../../governance/state.ts';
import type { EntryHead } from '../../record/entry.ts';
import type { EffectParts } from '../parts.ts';
import { settlePost } from '../sanctions.ts';
import type { Consequences } from './consequences.ts';

type About = { readonly emergency: EmergencyId };

/** What is done at once takes effect, and is undone, by how things stand in the record: repeatable, in any order. */
export const emergencyConsequences = {
  async 'emergency-declared'(parts, head, event) {
    await settle(parts, head, event);
    await tellWhom(parts, head, event, declaredWords);
  },
  async 'emergency-ended'(parts, head, event) {
    await settle(parts, head, event);
    await tellWhom(parts, head, event, () => ['It is over.']);
  },
} as const satisfies Consequences;

async function settle(parts: EffectParts, head: EntryHead, about: About): Promise<void> {
  const { state, emergency } = await load(parts, head, about);
  switch (emergency.act.do) {
    case 'hide-post':
      return settlePost(parts, head, state, emergency.act.post);
    case 'block-server':
      return reconcileFollows(parts.house, head.community);
    case 'mute':
      return;
    default:
      return never(emergency.act);
  }
}

/** Whom a measure is about is told what was done, why, and until when. */
async function tellWhom(
  parts: EffectParts,
  head: EntryHead,
  about: About,
  words: (emergency: Emergency) => readonly Sentence[],
): Promise<void> {
  const { house } = parts;
  const { emergency } = await load(parts, head, about);
  const { act, id } = emergency;
  if (act.do === 'block-server') return;
  const community = await house.communities.byIri(head.community);
  if (community === null) return;
  const what =
    act.do === 'mute'
      ? said`You are muted in ${community.title}, by an emergency measure (${id}).`
      : said`A post of yours is hidden in ${community.title}, by an emergency measure (${id}).`;
  const [first = '', ...others] = words(emergency);
  await tell(house, {
    to: act.do === 'mute' ? act.person : act.author,
    from: community.iri,
    kind: 'statement-of-reasons',
    about: [id, String(head.seq)],
    text: [together(what, first), ...others],
    link: `${house.addresses.origin}${house.addresses.page.community(community.name)}/emergencies`,
    ...(act.do === 'hide-post' ? { inReplyTo: act.post } : {}),
  });
}

function declaredWords(emergency: Emergency): readonly Sentence[] {
  const { harm, facts, until } = emergency;
  return [
    said`Why: ${phrase(HARMS[harm])}. What the moderator says: ${facts}`,
    said`It ends by itself on ${endsAt(emergency)} unless a second moderator, from another organisation, confirms it; then on ${until} at the latest. No program decided this.`,
    'If it was wrong, tell the other moderators: any of them can lift it. What is to follow after it is for a case, in which you are heard and can appeal.',
  ];
}

async function load({ house }: EffectParts, { community }: EntryHead, { emergency: id }: About) {
  const state: CommunityState | null = await house.states.load(community);
  const emergency = state?.emergencies.get(id);
  if (!state || !emergency) throw new Error(`${id} of ${community} is in the record but cannot be found`);
  return { state, emergency };
}
