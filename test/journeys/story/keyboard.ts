import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { invite } from '../../../server/accounts/sign-up.ts';
import { type PersonIri, ruleId } from '../../../server/community/ids.ts';
import { must } from '../../support/people.ts';
import { openPerson, shownIn } from '../browser.ts';
import { handsOn } from './hands.ts';
import { DAY, heading, notice, PASSWORD, type Told, textOf } from './town.ts';

/** With Tab, Enter, Space and what one types, and nothing else: somebody comes in, takes part, votes, and leaves. */
export function byKeyboard(told: Told): void {
  const { way } = told;
  let page: Page;
  let hands: ReturnType<typeof handsOn>;

  const sitDown = async () => {
    // Without motion a page is where it scrolls to at once.
    const options = { javaScriptEnabled: true, reducedMotion: 'reduce' } as const;
    ({ page } = await openPerson(told.town.browser, told.town.server.origin, options));
    hands = handsOn(page);
  };
  const title = () => shownIn(page.getByRole('heading', { level: 1 }));

  beforeAll(() => voteOpens(told));

  it('invite, join: past the masthead first; an account is open, and its owner a member', async () => {
    await sitDown();
    await page.goto(`/invitations/${await invite(told.town.server.house, { purpose: 'join' })}`);
    await hands.skip();
    await hands.type('Your name here', 'kira');
    await hands.type('Password', PASSWORD);
    await hands.go('Open my account', 'Space');
    expect(await notice(page)).toContain('Welcome, kira');
    await hands.skip();
    await hands.go(way.title);
    await hands.skip();
    await hands.go('Join');
    expect(await notice(page)).toBe(`You are a member of ${way.title}.`);
  });

  it('write, reply: she writes, and answers herself', async () => {
    await hands.skip();
    // Past all that is written there.
    await hands.tabTo('Write something');
    await page.keyboard.press('Enter');
    await hands.type('Title (if you like)', 'A lathe that sings');
    await hands.type('Text', 'At 900 turns it sings. Is it the bearing?');
    await hands.go('Post it');
    expect(await title()).toBe('A lathe that sings');
    await hands.skip();
    await hands.type('Your reply', 'It was the bearing.');
    await hands.go('Reply', 'Space');
    expect(await textOf(page)).toContain('It was the bearing.');
  });

  it('problem: she takes on what others put to the community', async () => {
    await hands.open('/');
    await hands.go('Problems');
    await hands.skip();
    await hands.go('How do we stop losing drawings?');
    await hands.skip();
    await hands.go('I will own it too');
    expect(await shownIn(heading(page, 'Who has taken it on').locator('xpath=..'))).toContain('kira');
  });

  it('learning session: she says what she thinks of one', async () => {
    await hands.open('/learning');
    await hands.skip();
    await hands.go('Drawings that vanish between shifts');
    await hands.skip();
    await hands.type('In your words', 'I hang mine on the shelf now.');
    await hands.go('Post it');
    expect(await shownIn(heading(page, 'Reflections').locator('xpath=..'))).toContain('I hang mine');
  });

  it('notebook: she keeps something for herself', async () => {
    await hands.open('/');
    await hands.go('Notebook');
    await hands.skip();
    await hands.go('Write a note');
    await hands.skip();
    await hands.type('What you noticed, or think', 'Grease it on Fridays.');
    await hands.go('Save');
    expect(await textOf(page)).toContain('Visible to you alone.');
  });

  it('report: she says which rule was broken', async () => {
    await hands.go('Communities');
    await hands.skip();
    await hands.go(way.title);
    await hands.skip();
    await hands.go('Spanners for sale');
    await hands.skip();
    await hands.go(/^Report/);
    await hands.skip();
    await hands.tabTo('Which rule is broken');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel('Which rule is broken').inputValue()).toBe('R-1');
    await hands.type('What happened (if you like)', 'I am not sure that it is.');
    await hands.go('Report');
    expect(await textOf(page)).toContain('You reported this on');
  });

  it('leave: and she goes', async () => {
    await hands.open('/');
    await hands.go('You');
    await hands.skip();
    await hands.go('Leave this server');
    await hands.skip();
    await hands.tabTo('They stay');
    await page.keyboard.press('Space');
    await hands.type('Your password', PASSWORD);
    await hands.go('Delete my account');
    await hands.go('Sign in');
  });

  it('vote: ana signs in, chooses, and casts her ballot', async () => {
    await sitDown();
    await page.goto('/sign-in');
    await hands.skip();
    await hands.type('Your name here', way.names.ana);
    await hands.type('Password', PASSWORD);
    await hands.go('Sign in', 'Space');
    expect(await title()).toBe('Lately');
    await hands.go('Decisions');
    await hands.skip();
    await hands.go('We need no such rule');
    await hands.skip();
    await hands.tabTo('Yes');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect((await hands.seen()).name).toBe('No');
    await page.keyboard.press('ArrowUp');
    expect(await page.getByRole('radio', { name: 'Yes' }).isChecked()).toBe(true);
    await hands.go('Cast my ballot');
    expect(await textOf(page)).toContain('You voted Yes');
    await hands.skip();
    await hands.tabTo('Your receipt');
    await page.keyboard.press('Enter');
    expect(await page.getByText('Keep these two lines.').isVisible()).toBe(true);
  });
}

/** Something to vote on: ben, and those who came later, want the rule away. And something to report. */
async function voteOpens({ town: { server }, way, iri }: Told): Promise<void> {
  const { actions, clock, house } = server;
  const by = (name: string): PersonIri => house.addresses.person(name);
  const [community, change] = [iri(), { kind: 'repeal-rule', id: ruleId(1) }] as const;
  const said = { title: 'We need no such rule', reasons: 'It held one advert in a season.' };
  const { event } = must(await actions.submitProposal({ community, by: by(way.names.ben), ...said, change }));
  if (event.kind !== 'proposal-submitted') throw new Error(`submitting a proposal wrote ${event.kind}`);
  for (const second of ['1', '2', '3'])
    must(await actions.secondProposal({ community, proposal: event.proposal, by: by(`${way.guild}${second}`) }));
  const advert = { title: 'Spanners for sale', text: 'https://one.example' };
  must(await actions.publishPost({ author: by(way.names.ben), community, ...advert }));
  for (const days of [5.1, 2.1]) {
    await server.settle();
    clock.forward(days * DAY);
  }
  await server.settle();
  expect((await house.states.load(community))?.proposals.get(event.proposal)?.phase.state).toBe('voting');
}
