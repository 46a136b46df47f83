import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invite } from '../../../server/accounts/sign-up.ts';
import { communityIri } from '../../../server/community/ids.ts';
import { days } from '../../support/adopted-rule.ts';
import { type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { type RunningServer, runServer } from '../../support/running-server.ts';
import { PASSWORD, Visitor } from '../../support/visitor.ts';

let north: RunningServer;
let far: RemoteOrigin;
let ana: Visitor;

beforeAll(async () => {
  [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
  ana = new Visitor(north);
});

afterAll(async () => {
  await Promise.all([north?.stop(), far?.close()]);
});

describe('whoever founds a community', () => {
  it('chooses who reads it and how one joins', async () => {
    const path = `/found/${await invite(north.house, { purpose: 'found' })}`;
    const page = await ana.get(path);
    expect(page.text).toContain('Members only');
    expect(page.text).toContain('By request');
    const fields = {
      username: 'ana',
      password: PASSWORD,
      community: 'crew',
      title: 'The crew',
      purpose: 'Our things.',
    };
    const founded = await ana.submit(path, { ...fields, readers: 'members', joining: 'request' });
    expect(founded.status).toBe(303);
    const crew = await north.house.communities.byName('crew');
    expect(crew).toMatchObject({ membersOnly: true, admission: 'request' });
    if (crew === null) throw new Error('there is no crew');
    expect(await north.house.states.load(crew.iri)).toMatchObject({ membersOnly: true, admission: 'request' });
    expect((await ana.get('/communities/crew')).text).toContain('here and on their own servers, and to nobody else');
    expect((await new Visitor(north).get('/communities/crew')).status).toBe(200);
    expect((await new Visitor(north).get('/communities/crew/rules')).status).toBe(200);
    expect((await new Visitor(north).get('/communities/crew/record.json')).status).toBe(404);
  });
});

describe('a member who proposes a link', () => {
  it('is asked to look the other community up first', async () => {
    await days(north, 31);
    const group = await far.actor('forge', { type: 'Group' });
    const asked = { change: 'link-community', title: 'A link', reasons: 'We are neighbours.', community: group.iri };
    const unknown = await ana.submit('/communities/crew/proposals', { ...asked, step: 'submit' });
    expect(unknown.status).toBe(422);
    expect(unknown.text).toContain('Look it up');
    await ana.submit('/communities/lookup', { address: group.iri });
    expect(await north.house.communities.byIri(communityIri(group.iri))).not.toBeNull();
    const submitted = await ana.submit('/communities/crew/proposals', { ...asked, step: 'submit' });
    expect(submitted.status).toBe(303);
    expect((await ana.get(String(submitted.headers.location))).text).toContain('A link with a community elsewhere.');
  });
});

describe('somebody who moves', () => {
  it('names other accounts of hers, and moves only where the other account names this one', async () => {
    const wrong = await ana.submit('/you/aliases', { aliases: 'not an address' });
    expect(wrong.status).toBe(422);
    const there = await far.actor('ana');
    expect((await ana.submit('/you/aliases', { aliases: there.iri })).status).toBe(303);
    expect((await north.house.people.byName('ana'))?.alsoKnownAs).toEqual([there.iri]);
    expect((await ana.get('/you')).text).toContain(there.iri);

    const refused = await ana.submit('/you/move', { target: there.iri });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('does not name this one');
    const me = north.house.addresses.person('ana');
    far.serve('/users/ana', { body: { ...there.document, alsoKnownAs: [me] } });
    expect((await ana.submit('/you/move', { target: there.iri })).status).toBe(303);
    expect((await ana.get('/you')).text).toContain('You have moved');
  });
});
