import { timingSafeEqual } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import { Passport } from 'passport';
import { Strategy as BearerStrategy } from 'passport-http-bearer';
import type { House } from '../actions/house.ts';
import type { Actions } from '../actions/index.ts';
import { statusOf } from './status.ts';

/**
 * The operator's surface over HTTP, for programs that watch the machine: bearer token, JSON, no content. It reads the
 * machine's state; whatever would govern is refused with 403 `needs_decision`, and the attempt stands in the record.
 */
export function createOperatorRoutes({
  house,
  actions,
  token,
}: {
  readonly house: House;
  readonly actions: Pick<Actions, 'refuseOperator'>;
  readonly token: string;
}): Router {
  const passport = new Passport();
  passport.use(new BearerStrategy((given, done) => done(null, sameText(given, token) ? { operator: true } : false)));
  const router = express.Router();
  router.use(passport.authenticate('bearer', { session: false }));

  router.get('/status', async (_request, response) => {
    response.json(await statusOf(house));
  });
  router.all('/communities/:name/*path', async (request: Request, response: Response) => {
    const name = String(request.params.name);
    const community = await house.communities.byName(name);
    const refusal = await actions.refuseOperator(
      { what: phrase(request), target: `${name}/${pathOf(request)}`, through: 'http' },
      community?.iri,
    );
    response.status(403).json({ error: refusal.code, message: refusal.text });
  });
  router.all('/*path', async (request: Request, response: Response) => {
    if (request.method === 'GET')
      return void response.status(404).json({ error: 'not_found', message: 'There is GET /operator/status.' });
    const refusal = await actions.refuseOperator({ what: phrase(request), target: pathOf(request), through: 'http' });
    response.status(403).json({ error: refusal.code, message: refusal.text });
  });
  return router;
}

const NOUNS: Readonly<Record<string, string>> = {
  rules: 'a rule',
  posts: 'a post',
  people: 'an account',
  charter: 'the charter',
  proposals: 'a proposal',
  ballots: 'a ballot',
  votes: 'a vote',
  record: 'the record',
  members: 'a membership',
  roles: 'a role',
  elections: 'an election',
  recalls: 'a recall',
  juries: 'a jury',
  reports: 'a report',
  cases: 'a case',
  sanctions: 'a sanction',
  appeals: 'an appeal',
  emergencies: 'an emergency measure',
  delegations: 'a delegation',
  servers: 'a server’s standing',
  lists: 'a list of servers',
};
const VERBS: Readonly<Record<string, string>> = {
  GET: 'read',
  PATCH: 'change',
  PUT: 'change',
  POST: 'add to',
  DELETE: 'delete',
};

/** What was tried, as a phrase: `change a rule`. */
const phrase = (request: Request): string => {
  const noun = Object.entries(NOUNS).find(([place]) => pathOf(request).split('/').includes(place))?.[1] ?? 'something';
  return `${VERBS[request.method] ?? request.method.toLowerCase()} ${noun}`;
};

function pathOf(request: Request): string {
  const { path } = request.params as { path?: string | string[] };
  return (Array.isArray(path) ? path.join('/') : (path ?? '')).slice(0, 200);
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
