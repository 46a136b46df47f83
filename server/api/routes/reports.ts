import { z } from 'zod';
import type { CommunityIri, RuleId } from '../../community/ids.ts';
import { actorNumber } from '../../community/numbers.ts';
import type { Person } from '../../community/person.ts';
import type { Post } from '../../community/post.ts';
import { askedBy } from '../bearer.ts';
import { flag, many, read, words } from '../bodies.ts';
import { accountsOf } from '../entities/account.ts';
import { ApiError, refusalError } from '../errors.ts';
import { actorBy, iriOf, postBy } from '../find.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';

const reporting = z.object({
  account_id: z.string().max(20),
  status_ids: many(z.string().max(20), 20),
  rule_ids: many(z.string().max(20), 20),
  comment: words(5000),
  forward: flag.optional(),
  category: z.enum(['spam', 'legal', 'other']).catch('other'),
});
type Reporting = z.output<typeof reporting>;

/** Somebody reports with an app: the same report as from the page, and the same case comes of it. */
export const reportsRoutes: ApiRoutes = (parts, router) => {
  const { house } = parts;
  router.post('/api/v1/reports', async (request, response) => {
    const viewer = askedBy(request, 'write:reports');
    const said = read(request, reporting);
    const about = await actorBy(house, said.account_id);
    const posts = await Promise.all(said.status_ids.map((number) => postBy(house, number, viewer)));
    if (posts.some(({ author }) => author !== iriOf(about))) {
      throw new ApiError(422, 'These posts are not by the account you report.');
    }
    const ids = await file(parts, { viewer, person: iriOf(about), posts, said });
    await parts.settle();
    const accountOf = await accountsOf(house, [iriOf(about)]);
    response.json({
      id: ids[0],
      action_taken: false,
      action_taken_at: null,
      category: said.rule_ids.length > 0 ? 'violation' : said.category,
      comment: said.comment ?? '',
      forwarded: said.forward === true,
      created_at: house.clock.now().toISOString(),
      status_ids: said.status_ids,
      rule_ids: said.rule_ids.length > 0 ? said.rule_ids : null,
      target_account: accountOf(iriOf(about)),
    });
  });
};

interface Filing {
  readonly viewer: Person;
  readonly person: ReturnType<typeof iriOf>;
  readonly posts: readonly Post[];
  readonly said: Reporting;
}

/** A report for each post and each rule named; for somebody without a post, in each community she shares with her. */
async function file(parts: ApiParts, filing: Filing): Promise<readonly string[]> {
  const { posts, said } = filing;
  const rules: readonly (RuleId | undefined)[] = said.rule_ids.length > 0 ? (said.rule_ids as RuleId[]) : [undefined];
  const about = posts.length > 0 ? posts.map((post) => ({ post })) : await placesOf(parts, filing);
  const ids: string[] = [];
  for (const one of about) for (const rule of rules) ids.push(await fileOne(parts, filing, one, rule));
  return ids;
}

type About = { readonly post: Post } | { readonly community: CommunityIri };

async function fileOne(
  { actions }: ApiParts,
  { viewer, person, said }: Filing,
  about: About,
  rule: RuleId | undefined,
): Promise<string> {
  const community = 'post' in about ? about.post.community : about.community;
  if (community === undefined) {
    throw new ApiError(
      422,
      'This stands in no community, so nobody here can judge it. You can block its author’s server at yours.',
    );
  }
  const filed = await actions.fileReport({
    community,
    by: viewer.iri,
    text: said.comment ?? '',
    forward: said.forward === true,
    ...(rule === undefined ? {} : { rule }),
    ...('post' in about ? { post: about.post.iri } : { person: person as Person['iri'] }),
  });
  if (filed.ok) return filed.value;
  if (filed.refusal.code === 'already-reported') return actorNumber(person);
  throw refusalError(filed.refusal);
}

/** The communities of this server that both belong to: there it can be looked at what somebody does. */
async function placesOf({ house }: ApiParts, { viewer, person }: Filing): Promise<readonly About[]> {
  const own = await house.follows.communitiesOf(viewer.iri);
  const joined = own.filter(({ state, target }) => state === 'accepted' && house.addresses.isHere(target));
  const shared = await Promise.all(joined.map(async ({ target }) => (await house.follows.get(person, target))?.state));
  const places = joined.filter((_, at) => shared[at] === 'accepted').map(({ target }) => ({ community: target }));
  if (places.length === 0)
    throw new ApiError(422, 'You share no community with this account. Report a post of theirs.');
  return places;
}
