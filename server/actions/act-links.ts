import type { Community } from '../community/community.ts';
import type { PersonIri, ProposalId } from '../community/ids.ts';
import { addDays } from '../governance/dates.ts';
import {
  ACT,
  type Act,
  actOn,
  disputableUntil,
  lastCloseOf,
  linkUntil,
  nameToday,
  objectUntil,
  readSubject,
  subjectOf,
  type Verb,
} from '../governance/participation/acts.ts';
import type { CommunityState } from '../governance/state.ts';
import type { House } from './house.ts';

type Needs = Pick<House, 'addresses' | 'capabilities'>;

/** What a link that was followed allows, and to whom. */
export interface Allowed {
  readonly act: Act;
  readonly person: PersonIri;
  readonly until: Date;
}

/** A link by which one person does one thing; whole, with the origin. Never for who has an account here. */
export function linkTo(
  { addresses, capabilities }: Needs,
  { person, until, ...act }: Act & { readonly person: PersonIri; readonly until: Date },
): string {
  const token = capabilities.issue({ kind: ACT, subject: subjectOf(act), person, until });
  return addresses.origin + addresses.page.act(token);
}

/** What a link allows now; `null` when it is not ours, or too old. */
export function readLink({ capabilities }: Pick<House, 'capabilities'>, token: string, now: Date): Allowed | null {
  const found = capabilities.read(token, ACT, now);
  const act = found === null ? null : readSubject(found.subject);
  return found === null || act === null ? null : { act, person: found.person as PersonIri, until: found.until };
}

/** What a letter says below such a link. */
export const YOURS_ALONE = 'This link is yours alone: whoever has it can do this in your name.';

/** A member, and what a link of hers would be about. */
interface Concern {
  readonly state: CommunityState;
  readonly community: Pick<Community, 'name'>;
  readonly id: string;
  readonly person: PersonIri;
  readonly now: Date;
}

/** A member's link to what she can do about something now; `null` where there is nothing to do. */
export function actLink(
  house: Needs,
  { state, community, id, person, now }: Concern,
): { readonly verb: Verb; readonly link: string } | null {
  const found = actOn(state, id, now);
  if (found === null) return null;
  const { verb, until } = found;
  return { verb, link: linkTo(house, { verb, community: community.name, id, person, until }) };
}

/** A member's link to say something against a result, or to sign what others say; `null` where that is over. */
export function minorityLink(
  house: Needs,
  { state, community, id, person, now }: Concern,
): { readonly until: Date; readonly link: string } | null {
  const until = objectUntil(state, id, now);
  if (until === null) return null;
  return { until, link: linkTo(house, { verb: 'minority', community: community.name, id, person, until }) };
}

/** Where somebody goes for something: to its page, or, without an account here, by a link of her own. */
export function placeFor(
  house: Needs,
  about: Concern & { readonly path: string },
): { readonly link: string; readonly own: boolean } {
  const own = house.addresses.isHere(about.person) ? null : actLink(house, about);
  return own === null ? { link: house.addresses.origin + about.path, own: false } : { link: own.link, own: true };
}

/** The links that go with the receipt of a vote: to change it, and to say that it is not hers. */
export function receiptLinks(
  house: Needs,
  {
    state,
    community,
    proposal: id,
    voter,
  }: {
    readonly state: CommunityState;
    readonly community: Pick<Community, 'name'>;
    readonly proposal: ProposalId;
    readonly voter: PersonIri;
  },
): { readonly change: string; readonly dispute: string } | null {
  const proposal = state.proposals.get(id);
  if (proposal === undefined) return null;
  const person = nameToday(state, voter);
  const about = { community: community.name, id, person };
  return {
    change: linkTo(house, { ...about, verb: 'vote', until: linkUntil(lastCloseOf(state, proposal)) }),
    dispute: linkTo(house, { ...about, verb: 'ballot', until: linkUntil(disputableUntil(state, proposal)) }),
  };
}

/** So long a link to the setting of the weekly letter works; each letter brings a new one. */
const SETTING_DAYS = 60;

/** By which somebody elsewhere switches the weekly letter off, or on again. */
export const digestSettingLink = (house: Needs, person: PersonIri, now: Date): string =>
  linkTo(house, { verb: 'digest', community: '', id: '', person, until: addDays(now, SETTING_DAYS) });
