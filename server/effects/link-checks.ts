import type { House } from '../actions/house.ts';
import { meLinksIn } from '../actions/me-links.ts';
import type { Person } from '../community/person.ts';
import { pageNamed, unverified } from '../community/profile-field.ts';
import { createLoop, type Loop } from '../loop.ts';
import type { FetchText } from './lists.ts';

type Needs = Pick<House, 'people' | 'addresses' | 'clock' | 'log'>;

const LOOK_EVERY_MS = 2000;
/** Longer than all pages of one profile take. */
const LEASE_MS = 60_000;

/**
 * Looks whether pages that people here name on their profiles lead back to them. Each is asked for once after every
 * change, so that nobody can make this server ask a page again and again; a page that did not answer is asked when the
 * profile is saved anew. By itself and not among the effects, which would wait for slow pages.
 */
export function createLinkChecks(
  house: Needs,
  { fetchText, wall }: { readonly fetchText: FetchText; readonly wall: () => Date },
): Loop {
  /** Values of fields, as she wrote them, whose pages lead back to her. */
  async function check(person: Person): Promise<readonly string[]> {
    const { origin, page } = house.addresses;
    const hers = new Set([new URL(page.person(person.username), origin).href, new URL(person.iri).href]);
    const named = [...new Set(unverified(person.fields).map(({ value }) => value))];
    const leadBack = await Promise.all(
      named.map(async (value) => {
        const url = pageNamed({ value }) ?? value;
        const answer = await fetchText(url, 'text/html, application/xhtml+xml;q=0.9');
        if (!answer.ok) house.log.debug({ url, refusal: answer.refusal }, 'a page on a profile could not be looked at');
        return answer.ok && meLinksIn(answer.value).some((link) => hers.has(link));
      }),
    );
    return named.filter((_, nth) => leadBack[nth]);
  }

  return createLoop({
    async look() {
      const until = new Date(wall().getTime() + LEASE_MS);
      const person = await house.people.claimLinkCheck(wall(), until);
      if (person === null) return false;
      await house.people.linksChecked(person.iri, { pages: await check(person), at: house.clock.now(), claim: until });
      return true;
    },
    everyMs: LOOK_EVERY_MS,
    onFault: (cause) => house.log.error({ err: cause }, 'pages on profiles could not be looked at; tried again soon'),
  });
}
