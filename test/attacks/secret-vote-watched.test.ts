import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PersonIri } from '../../server/community/ids.ts';
import type { Pinned } from '../../server/governance/proposal.ts';
import { leafOf, type PostedBallot } from '../../server/governance/secret/crypto/ballots.ts';
import type { Log } from '../../server/log.ts';
import { days } from '../support/adopted-rule.ts';
import { account, community, must } from '../support/people.ts';
import { type RemoteOrigin, startRemoteOrigin } from '../support/remote-origin.ts';
import { filledIn, routesOf } from '../support/routes.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { asForm, ballotOf, begin, endSecretVote, finish, openSecretVote } from '../support/secret-vote.ts';
import { Visitor } from '../support/visitor.ts';
import { joinFromAfar } from '../support/whole-story.ts';

/**
 * Somebody watches a secret vote with everything that she can ask for: a stranger, a moderator, a program, a
 * server with followers. She asks before and after each thing that a voter does, and nothing that she gets differs
 * (VOT-11). What an operator could do, and what not, is promised on the page of the vote, and tried elsewhere
 * (`integration/secret`).
 */

const NAMES = ['ana', 'ben', 'cleo', 'dora', 'emil', 'finn', 'gina', 'hugo', 'ida', 'jon'] as const;
const home = '/communities/guild';
const AP = 'application/activity+json';

let server: RunningServer;
let far: RemoteOrigin;
let vote: Awaited<ReturnType<typeof openSecretVote>>['vote'];
let pinned: Pinned;
let watched: readonly string[];
let watchers: ReadonlyMap<string, Visitor>;
const people = new Map<string, PersonIri>();
const said: string[] = [];
const note = (facts: object, message: string) => void said.push(JSON.stringify({ ...facts, message }));
const listening: Log = { info: note, warn: note, error: note, debug: note };

beforeAll(async () => {
  [server, far] = await Promise.all([runServer('localhost', {}, listening), startRemoteOrigin('far')]);
  await Promise.all(NAMES.map(async (name) => people.set(name, await account(server, name))));
  const guild = (await community(server, people.get('ana') as PersonIri, 'guild')).iri;
  for (const name of NAMES.slice(1)) {
    must(await server.actions.joinCommunity({ person: people.get(name) as PersonIri, community: guild }));
  }
  await joinFromAfar({ server, guild } as never, far, 'gil');
  const signedIn = async (name: string): Promise<[string, Visitor]> => {
    const visitor = new Visitor(server);
    expect((await visitor.signIn(name, 'a long enough password')).status).toBe(303);
    return [name, visitor];
  };
  watchers = new Map([['a stranger', new Visitor(server)], await signedIn('ana'), await signedIn('ben')]);
  const [, ana] = await signedIn('ana');
  await ana.submit(`${home}/roles/appoint`, { role: 'moderator', member: '@ben' });
  ({ vote, pinned } = await openSecretVote(server, guild));
  await server.settle();
  const names = { communities: 'guild', proposals: vote.proposal, people: 'cleo', record: '3', texts: 'T-1' };
  const pages = routesOf(server).filter(({ method, path }) => method === 'get' && !/^\/verifiers|\/act\//.test(path));
  watched = [...new Set(pages.map(({ path }) => filledIn(path, names)))];
});
afterAll(async () => {
  await Promise.all([server?.stop(), far?.close()]);
});

/** When the book was checked last, which the page of the record says: that passes by itself. */
const CHECKED_AT = /<time[^>]*>[^<]*<\/time>(?=, by this server itself)/;

/** Everything that anybody but the voter can get, by who asks for it and where. */
async function all(): Promise<ReadonlyMap<string, string>> {
  await server.settle();
  // Answers at hand are a second old at the most.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const got = new Map<string, string>();
  for (const [who, visitor] of watchers) {
    for (const path of watched) {
      const { status, text } = await visitor.get(path);
      got.set(`${who} ${path}`, `${status} ${text.replace(CHECKED_AT, '')}`);
    }
  }
  const anybody = new Visitor(server);
  for (const path of ['', '/outbox', '/outbox?page=true', '/followers', '/featured'].flatMap((more) => [
    `/actors/guild${more}`,
    `/actors/cleo${more}`,
    `/actors/dora${more}`,
  ])) {
    const { status, text } = await anybody.get(path, { Accept: AP });
    got.set(`a program ${path}`, `${status} ${text}`);
  }
  got.set('another server', far.arrivals.filter(({ method }) => method === 'POST').length.toString());
  got.set('the open book', String(await server.house.states.load(vote.community).then((state) => state?.head)));
  return got;
}

const differing = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] =>
  [...before].filter(([where, text]) => after.get(where) !== text).map(([where]) => where);

const cast = async (ballot: Awaited<ReturnType<typeof ballotOf>>) =>
  new Visitor(server).submit(`${home}/proposals/${vote.proposal}/secret/cast`, asForm(ballot));

async function paperOf(name: string) {
  const draft = await begin(vote, pinned);
  const member = people.get(name) as PersonIri;
  const { signature } = must(await server.actions.issuePaper({ ...vote, member, blinded: draft.blinded }));
  return finish(vote, pinned, draft, String(signature));
}

it('nobody sees that cleo asks for her paper, that somebody votes, or that she changes her vote', async () => {
  const before = await all();
  expect(before.size).toBeGreaterThan(120);
  // What differs by itself would say nothing.
  expect(differing(before, await all())).toEqual([]);
  const lines = said.length;
  const paper = await paperOf('cleo');
  expect(differing(before, await all())).toEqual([]);
  expect((await cast(await ballotOf(vote, pinned, paper, 'yes'))).status).toBe(200);
  expect((await cast(await ballotOf(vote, pinned, paper, 'no', 2))).status).toBe(200);
  expect(differing(before, await all())).toEqual([]);
  expect(said.slice(lines).filter((line) => /cleo|secret|cast|ballot|paper/i.test(line))).toEqual([]);
});

it('the same watch sees what is not secret', async () => {
  const before = await all();
  const text = 'Something that everybody may see';
  must(await server.actions.publishPost({ author: people.get('dora') as PersonIri, community: vote.community, text }));
  expect(differing(before, await all()).length).toBeGreaterThan(3);
});

it('at the close everything comes at once, in an order that says nothing of who came when', async () => {
  const order = NAMES.filter((name) => name !== 'cleo').toReversed();
  for (const name of order) {
    expect((await cast(await ballotOf(vote, pinned, await paperOf(name), 'yes'))).status).toBe(200);
  }
  await endSecretVote(server);
  await days(server, 0);
  const ben = watchers.get('ben') as Visitor;
  const bundle = JSON.parse((await ben.get(`${home}/proposals/${vote.proposal}/bundle.json`)).text);
  const board = await server.house.boards.board(vote.community, vote.proposal);
  expect(board?.leaves).toEqual([...(board?.leaves ?? [])].sort());
  const ballots = bundle.ballots as readonly PostedBallot[];
  expect(ballots).toHaveLength(NAMES.length);
  expect(await Promise.all(ballots.map((one) => leafOf(vote, one)))).toEqual(board?.leaves);
  expect(JSON.stringify(bundle.ballots)).not.toMatch(/"(castAt|at|issuedAt)"|\d{4}-\d\d-\d\dT/);
  const page = (await ben.get(`${home}/proposals/${vote.proposal}/secret`)).text;
  const marked = page.slice(page.indexOf('Who was given a ballot paper'));
  const names = [...marked.matchAll(/@(\w+)</g)].map(([, name]) => name);
  expect(names).toEqual([...names].sort());
  expect(new Set(names)).toEqual(new Set(NAMES));
  // Who could do what is said where it is voted.
  expect(page).toMatch(/sealed to this server/);
});
