import type { Request } from 'express';
import type { FoundModel } from '../../../views/pages/found.ts';
import type { Founding, FoundRefusal } from '../../actions/found-community.ts';
import type { Person } from '../../community/person.ts';
import type { Refusal } from '../../community/result.ts';
import { DEFAULT_PARAMETERS } from '../../governance/charter.ts';
import type { PagesParts } from '../context.ts';
import { briefOf, leaveNotice } from '../context.ts';
import { charterSentences } from './first-charter.ts';

export type FoundForm = FoundModel['form'];
export const COMMUNITY_FIELDS = ['community', 'title', 'purpose', 'readers', 'joining'] as const;
type Values = Readonly<Record<(typeof COMMUNITY_FIELDS)[number], string>>;

/** What a form says about the community that is to be founded, as it was typed. */
export function wantedBy({ community, title, purpose, readers, joining }: Values): Omit<Founding, 'founder'> {
  return {
    name: community,
    title,
    purpose,
    membersOnly: readers === 'members',
    admission: joining === 'request' ? 'request' : 'open',
  };
}

/** The form with what is wrong about the community, at the field it is about. */
export const refusedCommunity = (values: FoundForm['values'], { code, text }: Refusal<FoundRefusal>): FoundForm => ({
  values,
  errors: { [FIELD_OF[code]]: text },
});

const FIELD_OF: Readonly<Record<FoundRefusal, 'community' | 'title' | 'purpose'>> = {
  'bad-name': 'community',
  'name-taken': 'community',
  'no-title': 'title',
  'no-purpose': 'purpose',
};

/** Founds it and makes the founder its first member: the path of its page, or what is wrong with the form. */
export async function foundBy(
  parts: PagesParts,
  request: Request,
  { founder, values, onward }: { readonly founder: Person; readonly values: Values; readonly onward: string },
): Promise<{ readonly ok: true; readonly path: string } | { readonly ok: false; readonly form: FoundForm }> {
  const { actions } = parts;
  const founded = await actions.foundCommunity({ founder: founder.iri, ...wantedBy(values) });
  if (!founded.ok) return { ok: false, form: refusedCommunity(values, founded.refusal) };
  const { iri, title } = founded.value;
  await actions.joinCommunity({ person: founder.iri, community: iri });
  await parts.settle();
  leaveNotice(request, 'done', `${title} is founded. ${onward}`);
  return { ok: true, path: briefOf(parts, founded.value).path };
}

/** What stands around the form, of the server's first community or of another. */
export const aroundFounding = (
  { house }: PagesParts,
  which: 'first' | 'another',
): Pick<FoundModel, 'withAccount' | 'host' | 'charter'> => ({
  withAccount: which === 'first',
  host: house.addresses.host,
  charter: charterSentences(DEFAULT_PARAMETERS, { homeOfServer: which === 'first' }),
});
