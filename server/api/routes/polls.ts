import { z } from 'zod';
import { OPTIONS, SECONDING } from '../../actions/vote-from-elsewhere.ts';
import type { CommunityIri } from '../../community/ids.ts';
import type { Person } from '../../community/person.ts';
import { CHOICES } from '../../governance/tally/tally.ts';
import { askedBy, readBy } from '../bearer.ts';
import { many, read, whole } from '../bodies.ts';
import { type Asked, isPoll, pollEntity } from '../entities/poll.ts';
import { ApiError, notFound } from '../errors.ts';
import { postBy } from '../find.ts';
import type { ApiParts, ApiRoutes } from '../parts.ts';

const chosen = z.object({ choices: many(whole(0, 99), 20) });

/** Proposals, and polls of other servers: voting by an app is the same ballot as on the page. */
export const pollsRoutes: ApiRoutes = (parts, router) => {
  const { house } = parts;

  router.get('/api/v1/polls/:id', async (request, response) => {
    const viewer = readBy(request, 'read:statuses');
    const post = await postBy(house, String(request.params.id), viewer);
    if (!isPoll(post)) throw notFound();
    response.json(await pollEntity(house, post, viewer));
  });

  router.post('/api/v1/polls/:id/votes', async (request, response) => {
    const viewer = askedBy(request, 'write:statuses');
    const post = await postBy(house, String(request.params.id), viewer);
    if (!isPoll(post)) throw notFound();
    const { choices } = read(request, chosen);
    const [at] = choices;
    const words = at === undefined ? undefined : post.poll.options[at];
    if (words === undefined || choices.length > 1) throw refusedVote('Choose one of the options shown.');
    const done = await answerPoll(parts, post, viewer, words);
    response.json(await pollEntity(house, done === 'cast' ? post : await followed(parts, post), viewer));
  });
};

/** A poll after what follows from an answer to it. */
async function followed({ house, settle }: ApiParts, post: Asked): Promise<Asked> {
  await settle();
  const after = await house.posts.byIri(post.iri);
  return after !== null && isPoll(after) ? after : post;
}

/** Apps show the sentence as it stands; Mastodon's begin like this, and some apps look for that. */
const refusedVote = (text: string): ApiError => new ApiError(422, `Validation failed: ${text}`);

/**
 * An answer is a ballot, a second, or a vote that goes to the poll's own server.
 *
 * @param words one of the options
 * @returns `cast` for a ballot, which changes nothing that anybody is shown before the close
 */
export async function answerPoll(
  { actions }: ApiParts,
  { iri, community, poll }: Asked,
  viewer: Person,
  words: string,
): Promise<'cast' | 'answered'> {
  const { proposal } = poll;
  const of = { community: community as CommunityIri };
  if (proposal === undefined) {
    accept(await actions.voteElsewhere({ question: iri, voter: viewer.iri, choice: words }));
    return 'answered';
  }
  if (poll.asks === 'second') {
    if (words !== SECONDING.notNow) accept(await actions.secondProposal({ ...of, proposal, by: viewer.iri }));
    return 'answered';
  }
  const choice = CHOICES.find((known) => OPTIONS[known] === words) ?? words;
  // Apps let nobody vote twice; one that does anyway means to change the vote.
  accept(await actions.castBallot({ ...of, proposal, voter: viewer.iri, choice, via: 'web', change: true }));
  return 'cast';
}

function accept(
  done: { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly text: string } },
): void {
  if (!done.ok) throw refusedVote(done.refusal.text);
}
