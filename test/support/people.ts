import { invite, signUp } from '../../server/accounts/sign-up.ts';
import type { Community } from '../../server/community/community.ts';
import type { PersonIri } from '../../server/community/ids.ts';
import type { Result } from '../../server/community/result.ts';
import type { Composed } from '../../server/compose.ts';
import type { RuleDraft } from '../../server/governance/rules/rule.ts';

/** The value of something that must have been accepted. */
export function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.text}`);
  return result.value;
}

/** Opens an account by invitation. */
export async function account({ house }: Pick<Composed, 'house'>, username: string): Promise<PersonIri> {
  const invitation = await invite(house, { purpose: 'join' });
  return must(await signUp(house, { username, password: 'a long enough password', invitation })).iri;
}

/** Founds a community, with its founder as the first member. */
export async function community(
  server: Pick<Composed, 'actions'>,
  founder: PersonIri,
  name: string,
): Promise<Community> {
  const founded = must(
    await server.actions.foundCommunity({ founder, name, title: `The ${name}`, purpose: 'To try things.' }),
  );
  must(await server.actions.joinCommunity({ person: founder, community: founded.iri }));
  return founded;
}

/** The rule of most stories: posts by members of less than 30 days that carry more than two links are held. */
export const LINKS_RULE: RuleDraft = {
  title: 'Links from new members wait for a look',
  text: { en: 'Posts by members of less than 30 days that carry more than two links are held for review.' },
  authoritative: 'en',
  when: { all: [{ lt: ['author.tenureDays', 30] }, { gt: ['post.links', 2] }] },
  effects: [{ do: 'hold', hours: 72 }],
  overrides: [],
  fixtures: {
    match: [{ 'author.tenureDays': 3, 'post.links': 4 }],
    noMatch: [
      { 'author.tenureDays': 300, 'post.links': 4 },
      { 'author.tenureDays': 3, 'post.links': 1 },
    ],
  },
};
