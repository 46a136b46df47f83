import { expect, it } from '@jest/globals';
import type { JuryId, PersonIri } from '../../../server/community/ids.ts';
import { jurorsOf, juryOf } from '../../support/jury-stage.ts';
import { account, must } from '../../support/people.ts';
import { openPerson, reloadUntil, shownIn } from '../browser.ts';
import { besides, button, comesIn, DAY, heading, link, notice, type Told, textOf } from './town.ts';

const ADVERT = 'Great offers: https://one.example https://two.example https://three.example';
const J1 = 'J-1' as JuryId;

/** Those of a jury who act beside ana, without a browser. */
function neighbours(told: Told) {
  const { server } = told.town;
  const ana = server.house.addresses.person(told.way.names.ana);
  const others = (people: readonly PersonIri[]) => people.filter((person) => person !== ana);
  const asks = (by: PersonIri) => ({ community: told.iri(), jury: J1, by });
  return {
    async settleIn() {
      for (const at of [1, 2, 3, 4]) {
        const person = await account(server, `${told.way.guild}${at}`);
        must(await server.actions.joinCommunity({ person, community: told.iri() }));
      }
    },
    async giveTheirParts() {
      const { asked } = await juryOf(server, told.iri(), J1);
      expect(asked).toContain(ana);
      const secret = (by: PersonIri) => `secret words of ${by}`;
      for (const by of others(asked))
        must(await server.actions.contributeToSeed({ ...asks(by), commitment: '', text: secret(by) }));
      await server.settle();
      for (const by of others(asked)) must(await server.actions.showSeedPart({ ...asks(by), secret: secret(by) }));
      await server.settle();
    },
    async accept() {
      const jurors = await jurorsOf(server, told.iri(), J1);
      expect(jurors).toContain(ana);
      for (const by of others(jurors)) must(await server.actions.answerJuryCall({ ...asks(by), answer: 'accept' }));
      await server.settle();
    },
    async vote(option: string) {
      for (const by of others(await jurorsOf(server, told.iri(), J1)))
        must(await server.actions.voteOnJury({ ...asks(by), option }));
      await server.settle();
    },
  };
}

/** The rule is applied, a post is reported, and a jury judges. */
export function judging(told: Told): void {
  const { home, way } = told;
  const forward = (hours: number) => told.town.server.clock.forward(hours);

  it('report: before anybody has to, the rule holds dora’s advert; only she sees it, and her notices say why', async () => {
    const dora = await comesIn(told, 'dora');
    await dora.getByLabel('Text').fill(ADVERT);
    await button(dora, 'Post it').click();
    expect(await notice(dora)).toContain('holds your post for review');
    expect(await textOf(dora)).toContain('Held for review under rule R-1, version 1');
    const ben = told.at('ben');
    await ben.goto(home);
    expect(await textOf(ben)).not.toContain('Great offers');
    await link(dora, 'Notices').click();
    await reloadUntil(dora, 'What was found: ');
    const read = await textOf(dora);
    expect(read).toContain('Rule R-1, version 1');
    expect(read).toContain('A program found it and applied the rule; no person has looked at it yet.');
  });

  it('report: all of it is in the open book, which names nobody to strangers', async () => {
    const ben = told.at('ben');
    await link(ben, 'Open book').click();
    expect(await besides(ben)).toContain('Checked just now');
    const book = await textOf(ben);
    for (const happened of ['R-1', 'P-1', 'held']) expect(book).toContain(happened);
    const { page: stranger, context } = await openPerson(told.town.browser, told.town.server.origin);
    await stranger.goto(`${home}/record`);
    const { ben: one, cleo: another, dora: third } = way.names;
    expect(await textOf(stranger)).not.toMatch(new RegExp(`\\b(${one}|${another}|${third})\\b`));
    await context.close();
  });

  it('report: when the advert is there, cleo reports it; ben, a moderator, hides it and is not told who did', async () => {
    const { server } = told.town;
    const person = (name: 'ana' | 'ben') => server.house.addresses.person(way.names[name]);
    await neighbours(told).settleIn();
    const ask = { kind: 'appoint', role: 'moderator', member: person('ben') } as const;
    must(await server.actions.actAsFounder({ community: told.iri(), by: person('ana'), ask }));
    forward(31 * DAY);
    await server.settle();
    const [ben, cleo] = [told.at('ben'), told.at('cleo')];
    await cleo.goto(home);
    await cleo
      .getByRole('article')
      .filter({ hasText: 'Great offers' })
      .getByRole('link', { name: /^Report/ })
      .click();
    await cleo.getByLabel('Which rule is broken').selectOption('R-1');
    await cleo.getByLabel('What happened').fill('It is an advert all the same.');
    await button(cleo, 'Report').click();
    expect(await notice(cleo)).toContain('Your report is there.');
    await ben.goto(home);
    await link(ben, 'Cases and reports').click();
    await ben.getByRole('main').getByRole('link', { name: /C-1/ }).click();
    const shown = await textOf(ben);
    expect(shown).toContain('It is an advert all the same.');
    expect(shown).not.toMatch(new RegExp(`\\b${way.names.cleo}\\b`));
    await ben.getByLabel('What is to follow').selectOption('2');
    await ben.getByLabel('What you found').fill('Three offers and nothing else.');
    await button(ben, 'Decide').click();
    expect(await notice(ben)).toBe('It is written down.');
  });

  it('jury duty: dora wants a jury; ana gives her part of the draw, and is drawn', async () => {
    const [ana, dora] = [told.at('ana'), told.at('dora')];
    await dora.goto(`${home}/cases/C-1`);
    await button(dora, 'Demand a jury').click();
    expect(await notice(dora)).toContain('Until then nothing is in effect.');
    await told.town.server.settle();
    await link(ana, 'You').click();
    await link(ana, 'Jury duty').click();
    await ana.getByRole('link', { name: /^Did this break/ }).click();
    await ana.getByLabel('Your words (if you like)').fill('nobody knows these words of mine');
    await button(ana, 'Give my part').click();
    expect(await notice(ana)).toContain('Your part is in.');
    const contributed = neighbours(told).giveTheirParts();
    await reloadUntil(ana, 'Show your part of the draw');
    await ana.getByLabel('The words you gave').fill('nobody knows these words of mine');
    await button(ana, 'Show them').click();
    expect(await notice(ana)).toContain('Your words are part of the draw.');
    await contributed;
    await reloadUntil(ana, 'You were drawn by lot');
    await button(ana, 'I accept').click();
    await neighbours(told).accept();
  });

  it('jury duty: she votes by herself, talks it over, votes again, and reads the verdict', async () => {
    const ana = told.at('ana');
    const votes = async (round: string, answer: RegExp) => {
      await reloadUntil(ana, round);
      await ana.getByRole('group', { name: round }).getByLabel(answer).check();
      await button(ana, 'Vote').click();
      expect(await notice(ana)).toBe('Your vote is cast.');
    };
    await votes('Your blind vote', /hidden/);
    await neighbours(told).vote('level-2');
    await reloadUntil(ana, 'The jury talks it over');
    await link(ana, 'Read, and say what you think').click();
    await ana.getByLabel('What do you think?').fill('It is an advert; nobody else should have to read it.');
    await button(ana, 'Say it').click();
    expect(await textOf(ana)).toContain('nobody else should have to read it');
    await ana.getByRole('link', { name: /^jury J-1/ }).click();
    forward(DAY);
    await votes('Your final vote', /hidden/);
    await neighbours(told).vote('level-2');
    await reloadUntil(ana, 'The verdict');
    expect(await shownIn(heading(ana, 'The verdict').locator('xpath=..'))).toContain('hidden');
    await told.at('ben').goto(home);
    expect(await textOf(told.at('ben'))).not.toContain('Great offers');
  });
}
