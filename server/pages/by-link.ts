import type { Request, RequestHandler, Response } from 'express';
import { byLinkPage } from '../../views/pages/by-link.ts';
import type { Form } from '../../views/parts/field.ts';
import { readLink } from '../actions/act-links.ts';
import { notBefore } from '../actions/record.ts';
import type { Result } from '../community/result.ts';
import { sentenceOf } from '../community/result.ts';
import type { Sentence } from '../community/said.ts';
import { memberOf } from '../governance/membership.ts';
import { nameToday, type Verb } from '../governance/participation/acts.ts';
import { ANSWERS } from './by-link-acts.ts';
import type { PagesParts, Routes } from './context.ts';
import { briefOf, communityBy, goTo, leaveNotice, NotFound, show } from './context.ts';
import { param } from './governed.ts';
import { type Again, byLinkModel, type Followed } from './models/by-link.ts';
import { allowScript } from './script.ts';
import { answer } from './secret-anonymous.ts';

/**
 * What a member elsewhere does by a signed link of her own (governance.md §3.7): one person, one thing, until a time.
 * Who is signed in here, and what the form says about whom or what, makes no difference: the link alone says that, and
 * every decision is asked again.
 */
export const byLinkRoutes: Routes = (parts, router) => {
  router.use('/act', keptSecret);

  router.get('/act/:token', async (request, response) => {
    await showLink(parts, request, response, await followedBy(parts, request));
  });

  for (const path of ['/act/:token/:what', '/act/:token/:what/:more']) {
    router.get(path, async (request, response) => {
      goTo(response, (await followedBy(parts, request)).path);
    });
    router.post(path, async (request, response) => {
      await carryOut(parts, request, response, await followedBy(parts, request));
    });
  }
};

/** The address is the secret: no cache keeps the page, and no other site is told where somebody came from. */
const keptSecret: RequestHandler = (_request, response, next) => {
  response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' });
  next();
};

const NOT_VALID = 'This link is no longer valid, or it is not complete.';

async function followedBy(parts: PagesParts, request: Request): Promise<Followed> {
  const { house } = parts;
  const token = param(request, 'token');
  const allowed = readLink(house, token, house.clock.now());
  if (allowed === null) throw new NotFound(NOT_VALID);
  const { act, person: named } = allowed;
  const path = house.addresses.page.act(token);
  if (act.verb === 'digest') return { act, path, person: await personBy(parts, named) };
  const community = await communityBy(parts, act.community);
  const state = await house.states.load(community.iri);
  if (state === null || community.home !== 'here') throw new NotFound(NOT_VALID);
  const person = await personBy(parts, nameToday(state, named));
  const governed = {
    ...{ community, brief: briefOf(parts, community), state, viewer: person, member: memberOf(state, person.iri) },
    now: notBefore(state.at, house.clock.now()),
  };
  return { act, path, person, governed };
}

async function personBy({ house }: PagesParts, iri: Parameters<typeof nameToday>[1]) {
  const person = await house.people.byIri(iri);
  if (person === null || person.goneAt) throw new NotFound(NOT_VALID);
  return person;
}

async function showLink(
  parts: PagesParts,
  request: Request,
  response: Response,
  followed: Followed,
  again: Again = {},
): Promise<void> {
  const model = await byLinkModel(parts, request, followed, again);
  if (model.does.state === 'paper') allowScript(response);
  show(response, byLinkPage(model), again.form === undefined ? 200 : 422);
}

/** One answer of one form: only those that belong to the link's one verb are looked for. */
async function carryOut(parts: PagesParts, request: Request, response: Response, followed: Followed): Promise<void> {
  const what = [param(request, 'what'), param(request, 'more')].filter(Boolean).join('/');
  const answers: Answers = ANSWERS[followed.act.verb];
  const given = Object.hasOwn(answers, what) ? answers[what] : undefined;
  if (given === undefined) throw new NotFound('This link does not allow that.');
  const { result, done, as, form } = await given(parts, request, followed);
  if (as === 'json') return answer(response, result);
  if (as === 'code' && result.ok) return showLink(parts, request, response, followed, { code: String(result.value) });
  if (!result.ok && form !== undefined) return showLink(parts, request, response, followed, { form });
  if (result.ok) {
    leaveNotice(request, 'done', done);
    await parts.settle();
  } else leaveNotice(request, 'refused', sentenceOf(result.refusal));
  goTo(response, followed.path);
}

/**
 * What became of a form; `as`: it is answered to a program, or by a code that is shown once; `form`: it comes back with
 * what was typed, because it was refused.
 */
export interface Given {
  readonly result: Result<unknown>;
  readonly done: Sentence;
  readonly as?: 'json' | 'code';
  readonly form?: Form<'text'>;
}

/** The forms that a link's page has, by where they go. */
export type Answers = Readonly<
  Record<string, (parts: PagesParts, request: Request, followed: Followed) => Promise<Given>>
>;

export type AnswersOf = Readonly<Record<Verb, Answers>>;
