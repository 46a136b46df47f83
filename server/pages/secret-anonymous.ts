import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Router, urlencoded } from 'express';
import type { ProposalId } from '../community/ids.ts';
import type { Result } from '../community/result.ts';
import { sentenceOf } from '../community/result.ts';
import { said } from '../community/said.ts';
import type { Pinned } from '../governance/proposal.ts';
import type { Vote, VoterSetup } from '../governance/secret/crypto/ballots.ts';
import { choiceLength } from '../governance/secret/setup.ts';
import { builtFiles } from './built.ts';
import type { PagesParts } from './context.ts';
import { communityBy, field, NotFound } from './context.ts';
import { param } from './governed.ts';
import { textFor } from './text-for.ts';

/**
 * Where secret ballots are cast, and papers asked for with a code: before there are sessions, so that neither a cookie
 * nor an account comes along. A request that brings one is refused, so that a mistake in a client shows at once.
 */
export function secretAnonymous(parts: PagesParts): Router {
  const { actions } = parts;
  const router = Router({ caseSensitive: true });
  const path = '/communities/:handle/proposals/:id/secret';
  const through: RequestHandler[] = [withoutIdentity, urlencoded({ extended: false, limit: '16kb' })];
  router.use(builtFiles());

  router.post(`${path}/cast`, ...through, async (request, response) => {
    const { token, turn, prefix, paper, sealed, signature } = fieldsOf(request);
    const ballot = { token, turn: /^[1-9]\d?$/.test(turn) ? Number(turn) : 0, prefix, paper, sealed, signature };
    answer(response, await actions.castSecretBallot({ ...(await voteOf(parts, request)), ballot }));
  });

  router.post(`${path}/paper-by-code`, ...through, async (request, response) => {
    const asked = { code: field(request, 'code'), blinded: field(request, 'blinded') };
    answer(response, await actions.issuePaperByCode({ ...(await voteOf(parts, request)), ...asked }));
  });

  /** What a client needs to know of the vote, for whoever brings a code. */
  router.post(`${path}/setup`, ...through, async (request, response) => {
    const vote = await voteOf(parts, request);
    answer(response, await setupByCode(parts, vote, field(request, 'code')));
  });
  return router;
}

const FIELDS = ['token', 'turn', 'prefix', 'paper', 'sealed', 'signature'] as const;
const fieldsOf = (request: Request) =>
  Object.fromEntries(FIELDS.map((name) => [name, field(request, name)])) as Record<(typeof FIELDS)[number], string>;

/** Refuses whoever shows who she is, so that a mistake in a client shows at once. */
export function withoutIdentity({ headers }: Request, response: Response, next: NextFunction): void {
  if (headers.cookie === undefined && headers.authorization === undefined) next();
  else {
    const text = said`Send this without cookies and without a token: nobody should be able to see who you are.`;
    response.status(400).json({ code: 'not-anonymous', text: textFor(response, text) });
  }
}

async function voteOf(parts: PagesParts, request: Request) {
  const community = await communityBy(parts, param(request, 'handle'));
  if (community.home !== 'here') throw new NotFound('This community decides on its own server.');
  return { community: community.iri, proposal: param(request, 'id') as ProposalId };
}

async function setupByCode(
  { house, actions }: PagesParts,
  vote: Awaited<ReturnType<typeof voteOf>>,
  code: string,
): Promise<Result<unknown>> {
  const known = await actions.issuePaperByCode({ ...vote, code, blinded: '' });
  // With a good code, a paper that is none is what is wrong.
  if (!known.ok && known.refusal.code !== 'bad-paper') return known;
  const state = await house.states.load(vote.community);
  const pinned = state?.proposals.get(vote.proposal)?.pinned;
  if (pinned?.secret === undefined) throw new NotFound('There is no such vote.');
  return { ok: true, value: { ...vote, ...clientSetup(pinned) } };
}

/** The part of what is pinned that a voter's client works with. */
export function clientSetup(pinned: Pick<Pinned, 'options' | 'secret'>): Omit<VoterSetup, keyof Vote> {
  const { issuer = '', tellers = [], threshold = 1 } = pinned.secret ?? {};
  return {
    issuer,
    tellers: tellers.map(({ key }) => key),
    threshold,
    length: choiceLength(pinned),
    options: pinned.options?.map(({ id }) => id) ?? [],
  };
}

/** A result for a program; what it shows of a refusal is in its reader's language. */
export function answer(response: Response, result: Result<unknown>): void {
  response.set('Cache-Control', 'no-store');
  if (result.ok) response.json(result.value);
  else response.status(409).json({ code: result.refusal.code, text: textFor(response, sentenceOf(result.refusal)) });
}
