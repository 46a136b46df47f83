import type { Admission, Community } from '../community/community.ts';
import { isPossibleName } from '../community/community.ts';
import type { CommunityIri, PersonIri } from '../community/ids.ts';
import type { Refusal, Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import { isSeen, oneLine, withoutUnseen } from '../community/text.ts';
import { forkOf } from '../governance/fork.ts';
import { type Intent, readIntent } from '../governance/intent.ts';
import { found, memberOf } from '../governance/membership.ts';
import { FIRST_PREV, makeEntry } from '../record/chain.ts';
import type { House } from './house.ts';

type Needs = Pick<
  House,
  'communities' | 'states' | 'addresses' | 'clock' | 'newKeyPair' | 'record' | 'random' | 'wake'
>;
export type FoundRefusal = 'bad-name' | 'name-taken' | 'no-title' | 'no-purpose' | 'bad-intent' | 'not-a-member';

export interface Founding {
  readonly founder: PersonIri;
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  /** What is written in it is for its members alone. */
  readonly membersOnly?: boolean;
  /** How one becomes a member. */
  readonly admission?: Admission;
  /** What it sets out to change, as far as its founder says it. */
  readonly intent?: Intent;
  /** The community whose charter and rules it begins with; its founder is a member there. */
  readonly forkedFrom?: CommunityIri;
}

type Described = Pick<Founding, 'name' | 'title' | 'purpose' | 'intent'>;

/** What a community is called, as it will be kept. */
const tidied = ({ name, title, purpose }: Described) => ({
  name: name.trim().toLowerCase(),
  title: oneLine(title),
  purpose: withoutUnseen(purpose).trim(),
});

/** Everything that is wrong with what is said of a community. Whether its name is free is seen later. */
export function foundingFaults(ask: Described): readonly Refusal<FoundRefusal>[] {
  const { name, title, purpose } = tidied(ask);
  const intent = readIntent(ask.intent ?? {});
  const faults: Refusal<FoundRefusal>[] = [];
  if (!isPossibleName(name)) {
    const text =
      'The community’s name is 2 to 30 letters, digits or _, begins with a letter, and is not one of a few reserved ones.';
    faults.push({ code: 'bad-name', text });
  }
  if (!isSeen(title) || title.length > 100)
    faults.push({ code: 'no-title', text: 'Give the community a title of up to 100 characters.' });
  if (!isSeen(purpose) || purpose.length > 500)
    faults.push({ code: 'no-purpose', text: 'Say in up to 500 characters what it is for.' });
  return intent.ok ? faults : [...faults, intent.refusal];
}

/** As it will be kept, or the first thing that is wrong with it. */
function checkFounding(ask: Described): Result<ReturnType<typeof tidied> & { readonly intent: Intent }, FoundRefusal> {
  const [fault] = foundingFaults(ask);
  if (fault !== undefined) return { ok: false, refusal: fault };
  const intent = readIntent(ask.intent ?? {});
  return intent.ok ? accepted({ ...tidied(ask), intent: intent.value }) : intent;
}

/** Any member of this server founds a community; nobody has to approve it. Its record begins with this act. */
export async function foundCommunity(house: Needs, ask: Founding): Promise<Result<Community, FoundRefusal>> {
  const checked = checkFounding(ask);
  if (!checked.ok) return checked;
  const { name, title, purpose, intent } = checked.value;
  const { forkedFrom } = ask;
  if (forkedFrom !== undefined) {
    const source = await house.states.load(forkedFrom);
    if (source === null || memberOf(source, ask.founder) === null) {
      return refused('not-a-member', 'Members of a community can fork it. Join it first.');
    }
  }
  const iri = house.addresses.community(name);
  const community: Community = {
    iri,
    name,
    host: house.addresses.host,
    title,
    purpose,
    home: 'here',
    founder: ask.founder,
    foundedAt: house.clock.now(),
    inbox: house.addresses.inbox(iri),
    sharedInbox: house.addresses.sharedInbox,
    followers: house.addresses.followers(iri),
    ...(ask.membersOnly ? { membersOnly: true } : {}),
    ...(ask.admission === undefined || ask.admission === 'open' ? {} : { admission: ask.admission }),
    ...(Object.keys(intent).length === 0 ? {} : { intent }),
    ...(forkedFrom === undefined ? {} : { forkedFrom }),
  };
  if ((await house.communities.addHere(community, await house.newKeyPair())) === 'name-taken') {
    return refused('name-taken', said`The name ${name} is taken here, by a person or a community. Choose another.`);
  }
  await openRecord(house, community);
  return accepted(community);
}

/**
 * Writes the first entry of a community's record. Also an effect of the founding: doing it again finds it there.
 */
export async function openRecord(
  house: Pick<Needs, 'record' | 'states' | 'random' | 'wake'>,
  community: Community,
): Promise<void> {
  if (community.founder === undefined) throw new Error(`${community.iri} has no founder`);
  const source = community.forkedFrom === undefined ? null : await house.states.load(community.forkedFrom);
  const taken = source === null ? undefined : forkOf(source, community.foundedAt);
  const event = found({
    community: community.iri,
    founder: community.founder,
    title: community.title,
    purpose: community.purpose,
    now: community.foundedAt,
    membersOnly: community.membersOnly,
    admission: community.admission,
    ...taken,
    intent: { ...taken?.intent, ...community.intent },
  });
  const salt = house.random(16);
  const entry = makeEntry({ community: community.iri, seq: 1, prev: FIRST_PREV, at: community.foundedAt, event, salt });
  await house.record.append(entry);
  house.wake();
}
