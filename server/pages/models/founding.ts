import type { Request } from 'express';
import type { CharterFacts, FoundModel } from '../../../views/pages/found.ts';
import { type Founding, type FoundRefusal, foundingFaults } from '../../actions/found-community.ts';
import type { CommunityIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import type { Refusal } from '../../community/result.ts';
import { sentenceOf } from '../../community/result.ts';
import { type Sentence, said, together } from '../../community/said.ts';
import { type CharterParameters, DEFAULT_PARAMETERS } from '../../governance/charter.ts';
import { INTENT_HEADINGS } from '../../governance/intent.ts';
import type { PagesParts } from '../context.ts';
import { briefOf, leaveNotice } from '../context.ts';

export type FoundForm = FoundModel['form'];
export const COMMUNITY_FIELDS = [
  ...(['community', 'title', 'purpose', 'readers', 'joining'] as const),
  ...INTENT_HEADINGS,
] as const;
type Values = Readonly<Record<(typeof COMMUNITY_FIELDS)[number], string>>;

/** What a form says about the community that is to be founded, as it was typed. */
export function wantedBy({
  community,
  title,
  purpose,
  readers,
  joining,
  ...intent
}: Values): Omit<Founding, 'founder'> {
  return {
    name: community,
    title,
    purpose,
    membersOnly: readers === 'members',
    admission: joining === 'request' || joining === 'invitation' ? joining : 'open',
    intent,
  };
}

/** What is wrong about the community, each at the field it is about. */
export const communityErrors = (faults: readonly Refusal<FoundRefusal>[]): FoundForm['errors'] =>
  Object.fromEntries(faults.map((fault) => [FIELD_OF[fault.code], sentenceOf(fault)]));

const FIELD_OF: Readonly<Record<FoundRefusal, 'community' | 'title' | 'purpose' | 'mindset'>> = {
  'bad-name': 'community',
  'name-taken': 'community',
  'no-title': 'title',
  'no-purpose': 'purpose',
  'bad-intent': 'mindset',
  'not-a-member': 'community',
};

/** Founds it and makes the founder its first member: the path of its page, or what is wrong with the form. */
export async function foundBy(
  parts: PagesParts,
  request: Request,
  {
    founder,
    values,
    onward,
    forkedFrom,
  }: {
    readonly founder: Person;
    readonly values: Values;
    readonly onward: Sentence;
    readonly forkedFrom?: CommunityIri;
  },
): Promise<{ readonly ok: true; readonly path: string } | { readonly ok: false; readonly form: FoundForm }> {
  const { actions } = parts;
  const refusedFor = (faults: readonly Refusal<FoundRefusal>[]) =>
    ({ ok: false, form: { values, errors: communityErrors(faults) } }) as const;
  const faults = foundingFaults(wantedBy(values));
  if (faults.length > 0) return refusedFor(faults);
  const founded = await actions.foundCommunity({
    founder: founder.iri,
    ...wantedBy(values),
    ...(forkedFrom === undefined ? {} : { forkedFrom }),
  });
  if (!founded.ok) return refusedFor([founded.refusal]);
  const { iri, title } = founded.value;
  await actions.joinCommunity({ person: founder.iri, community: iri });
  await parts.settle();
  leaveNotice(request, 'done', together(said`${title} is founded.`, onward));
  return { ok: true, path: briefOf(parts, founded.value).path };
}

/** What stands around the form, of the server's first community or of another. */
export const aroundFounding = (
  { house }: PagesParts,
  which: 'first' | 'another',
  parameters = DEFAULT_PARAMETERS,
): Pick<FoundModel, 'withAccount' | 'host' | 'charter'> => ({
  withAccount: which === 'first',
  host: house.addresses.host,
  charter: factsOf(parameters, { homeOfServer: which === 'first' }),
});

function factsOf(charter: CharterParameters, { homeOfServer }: { readonly homeOfServer: boolean }): CharterFacts {
  return {
    ...(homeOfServer ? { signUp: charter.signUp } : {}),
    tenure: charter.tenureDays,
    discussion: charter.discussionDays,
    freeze: charter.freezeHours,
    voting: charter.votingDays,
    timelock: charter.timelockHours,
    sunset: charter.ruleSunsetMonths,
    hold: charter.maxHoldHours,
  };
}
