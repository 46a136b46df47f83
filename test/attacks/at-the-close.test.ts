import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyCommunity } from '../../server/actions/verify-record.ts';
import type { CommunityIri, PersonIri, ProposalId } from '../../server/community/ids.ts';
import { days } from '../support/adopted-rule.ts';
import { account, community, LINKS_RULE, must } from '../support/people.ts';
import { type RunningServer, runServer } from '../support/running-server.ts';
import { Visitor } from '../support/visitor.ts';

/** A second before the close, at it and after it; the clock set back and forth; changes in a race with it (VOT-04, VOT-06). */

const HOUR = 3_600_000;
const NAMES = ['ana', 'ben', 'cleo', 'dan', 'eva', 'finn'];
let server: RunningServer;
let guild: CommunityIri;
let proposal: ProposalId;
const visitors = new Map<string, Visitor>();

beforeAll(async () => {
  server = await runServer('north.localhost');
  const members = await Promise.all(NAMES.map((name) => account(server, name)));
  guild = (await community(server, members[0] as PersonIri, 'guild')).iri;
  for (const person of members.slice(1)) must(await server.actions.joinCommunity({ person, community: guild }));
  await days(server, 31);
  const said = { title: LINKS_RULE.title, reasons: 'To keep it readable.' };
  const change = { kind: 'adopt-rule', rule: LINKS_RULE } as const;
  const { event } = must(
    await server.actions.submitProposal({ community: guild, by: members[0] as PersonIri, ...said, change }),
  );
  ({ proposal } = event as { readonly proposal: ProposalId });
  for (const by of members.slice(1)) await server.actions.secondProposal({ community: guild, proposal, by });
  await days(server, 5);
  await days(server, 2);
  for (const name of NAMES) {
    const visitor = new Visitor(server);
    await visitor.signIn(name, 'a long enough password');
    visitors.set(name, visitor);
  }
});
afterAll(() => server?.stop());

const phase = async () => (await server.house.states.load(guild))?.proposals.get(proposal)?.phase;
const vote = (name: string, choice: string, more: Readonly<Record<string, string>> = {}) =>
  (visitors.get(name) as Visitor).submit(`/communities/guild/proposals/${proposal}/ballot`, { choice, ...more });
const ballots = () => server.house.ballots.of(guild, proposal);
/** Sets the community's clock so far before or after the close. */
async function at(close: Date, secondsAfter: number): Promise<void> {
  server.clock.forward((close.getTime() + secondsAfter * 1000 - server.house.clock.now().getTime()) / HOUR);
}

describe('the close of a vote', () => {
  it('moves with no clock: set back or forth an hour, a ballot counts as often as it was cast', async () => {
    await vote('ana', 'yes');
    server.clock.forward(-1);
    await vote('ben', 'yes');
    await vote('ana', 'no');
    server.clock.forward(2);
    await vote('cleo', 'yes');
    await vote('ben', 'no');
    server.clock.forward(-1);
    await server.settle();
    expect((await phase())?.state).toBe('voting');
    expect((await ballots()).map(({ voter, choice }) => [voter.split('/').at(-1), choice]).sort()).toEqual([
      ['ana', 'yes'],
      ['ben', 'yes'],
      ['cleo', 'yes'],
    ]);
  });

  it('lets in what comes some seconds before, and nothing that comes at it or after it, when the clock goes back too', async () => {
    const now = await phase();
    if (now?.state !== 'voting') throw new Error(`it is ${now?.state}`);
    const close = now.until;
    await at(close, -20);
    await vote('dan', 'no');
    // Changed to and fro in a race; the last that was taken before the close counts, once.
    await Promise.all(['yes', 'no', 'yes'].map((choice) => vote('dan', choice, { change: 'yes' })));
    const hers = (await ballots()).filter(({ voter }) => voter.endsWith('/dan'));
    const last = hers.reduce((one, other) => ((other.turn ?? 1) > (one.turn ?? 1) ? other : one));
    await at(close, 0);
    await vote('eva', 'yes');
    await at(close, 1);
    await vote('finn', 'yes');
    await vote('dan', last.choice === 'yes' ? 'no' : 'yes', { change: 'yes' });
    await server.settle();
    server.clock.forward(-1);
    await vote('eva', 'yes');
    await server.settle();
    expect((await phase())?.state).not.toBe('voting');
    const voters = (await ballots()).map(({ voter }) => voter.split('/').at(-1));
    expect(new Set(voters)).toEqual(new Set(['ana', 'ben', 'cleo', 'dan']));
    expect((await ballots()).filter(({ voter }) => voter.endsWith('/dan'))).toEqual(hers);
    const tally = (await server.house.states.load(guild))?.proposals.get(proposal)?.outcome?.tally;
    expect(tally).toMatchObject({
      turnout: 4,
      yes: 3 + Number(last.choice === 'yes'),
      no: Number(last.choice === 'no'),
    });
    expect((await verifyCommunity(server.house, guild)).faults).toEqual([]);
  });
});
