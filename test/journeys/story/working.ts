import { expect, it } from '@jest/globals';
import { shownIn } from '../browser.ts';
import { button, heading, link, notice, type Told, textOf } from './town.ts';

/** A problem that they own together, something they learn, and what one keeps for oneself. */
export function working(told: Told): void {
  const { way } = told;

  it('problem: ben puts one to the community, ana takes it on too, and tells what changed', async () => {
    const [ana, ben] = [told.at('ana'), told.at('ben')];
    await link(ben, 'Problems').click();
    await link(ben, way.title).click();
    await ben.getByLabel('The question').fill('How do we stop losing drawings?');
    await ben.getByLabel('What you see').fill('Between shifts they vanish.');
    await ben.getByLabel('Who feels it').fill('Both shifts');
    await ben.getByLabel('I will be one of its owners').check();
    await button(ben, 'Put it to the community').click();
    expect(await heading(ben, 'How do we stop losing drawings?').count()).toBe(1);
    expect(await shownIn(heading(ben, 'Who has taken it on').locator('xpath=..'))).toContain(way.names.ben);
    await link(ana, 'Problems').click();
    await link(ana, 'How do we stop losing drawings?').click();
    await button(ana, 'I will own it too').click();
    expect(await shownIn(heading(ana, 'Who has taken it on').locator('xpath=..'))).toContain(way.names.ana);
    await ana.getByLabel('Something I tried').check();
    await ana.getByLabel('In your words').fill('A shelf beside the door, one week.');
    await button(ana, 'Post it').click();
    await ana.getByLabel('What changed').check();
    await ana.getByLabel('In your words').fill('Every shift hangs its drawings on the shelf.');
    await button(ana, 'Post it').click();
    await ben.reload();
    expect(await shownIn(heading(ben, 'What changed').locator('xpath=..'))).toContain('hangs its drawings');
  });

  it('learning session: cleo sees first what there is, proposes one, and reads what ben thinks of it', async () => {
    const [ben, cleo] = [told.at('ben'), told.at('cleo')];
    await link(cleo, 'Lately').click();
    await link(cleo, 'Learning sessions and practice guides').click();
    await link(cleo, 'Propose a session').click();
    await cleo.getByLabel('What is it about?').fill('Drawings that vanish between shifts');
    await button(cleo, 'See what there is').click();
    expect(await textOf(cleo)).toContain('How do we stop losing drawings?');
    await cleo.getByLabel('What would you like to be able to do?').fill('Hand over without losing one.');
    await cleo.getByLabel('Where').fill('Hall 3');
    await button(cleo, 'Propose the session').click();
    expect(await notice(cleo)).toBe('Posted.');
    expect(await textOf(cleo)).toContain('Hall 3');
    await ben.goto(cleo.url());
    await ben.getByLabel('In your words').fill('Too many slides, and the shelf was worth all of them.');
    await button(ben, 'Post it').click();
    await cleo.reload();
    expect(await shownIn(heading(cleo, 'Reflections').locator('xpath=..'))).toContain('Too many slides');
    expect(await cleo.getByRole('link', { name: 'Delete' }).count()).toBe(0);
  });

  it('notebook: what cleo writes down is hers alone, until she publishes it', async () => {
    const [ben, cleo] = [told.at('ben'), told.at('cleo')];
    await link(cleo, 'Notebook').click();
    await link(cleo, 'Write a note').first().click();
    await cleo.getByLabel('What you noticed, or think').fill('The shelf works because everybody passes it.');
    await cleo.getByLabel('Look back').selectOption('in two weeks');
    await button(cleo, 'Save').click();
    expect(await textOf(cleo)).toContain('Visible to you alone.');
    expect((await ben.goto(cleo.url()))?.status()).toBe(404);
    await cleo.getByLabel('Where').selectOption(way.title);
    await button(cleo, 'Publish').click();
    await link(ben, 'Lately').click();
    expect(await textOf(ben)).toContain('because everybody passes it');
  });
}
