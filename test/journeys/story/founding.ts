import { expect, it } from '@jest/globals';
import { shownIn } from '../browser.ts';
import { beginsToFound, button, comesIn, link, notice, PASSWORD, type Told, textOf } from './town.ts';

/** A community is founded, people come in by invitation, and talk. */
export function founding(told: Told): void {
  const { way, home } = told;

  it('found: ana is told what is wrong with her form, field by field, and it keeps what she wrote', async () => {
    const ana = await beginsToFound(told);
    told.pages.ana = ana;
    await ana.getByLabel('Its name in handles').fill('a name with spaces');
    await ana.getByLabel('Its title').fill(way.title);
    await ana.getByLabel('What it is for').fill('For everyone who builds, runs or mends the lines.');
    if (!way.scripts) {
      await ana.getByLabel('Your name here').fill(way.names.ana);
      await ana.getByLabel('Password').fill('too short');
    }
    await button(ana, 'Found the community').click();
    expect(await ana.title()).toMatch(/^Error: /);
    const summary = ana.getByRole('alert');
    expect(await shownIn(summary)).toContain('There is something to put right');
    // Of her account and of the community at once, each led to.
    for (const [nth, field] of (way.scripts ? ['#community'] : ['#password', '#community']).entries()) {
      await summary.getByRole('link').nth(nth).click();
      expect(new URL(ana.url()).hash).toBe(field);
    }
    expect(await ana.getByLabel('Its name in handles').getAttribute('aria-invalid')).toBe('true');
    expect(await ana.getByLabel('Its title').inputValue()).toBe(way.title);
  });

  it('found: then it is there, and she is its first member', async () => {
    const ana = told.at('ana');
    await ana.getByLabel('Its name in handles').fill(way.guild);
    if (!way.scripts) {
      await ana.getByLabel('Password').fill('too short');
      await button(ana, 'Found the community').click();
      expect(await ana.getByLabel('Password').getAttribute('aria-invalid')).toBe('true');
      expect(await ana.getByLabel('Password').inputValue()).toBe('');
      await ana.getByLabel('Password').fill(PASSWORD);
    }
    await button(ana, 'Found the community').click();
    expect(await notice(ana)).toContain(`${way.title} is founded.`);
    expect(new URL(ana.url()).pathname).toBe(home);
    expect(await textOf(ana)).toContain('You are a member.');
  });

  it('invite, join: ben and cleo come by links that ana made, and join', async () => {
    await comesIn(told, 'ben');
    await comesIn(told, 'cleo');
  });

  it('write, reply: what ben writes is there for ana, who answers in his thread', async () => {
    const [ana, ben] = [told.at('ana'), told.at('ben')];
    await ben.getByLabel('Title (if you like)').fill('Sealing head drifts');
    await ben.getByLabel('Text').fill('The sealing head drifts after every Monday restart.');
    await ben.getByLabel('Kind').selectOption('Snag');
    await button(ben, 'Post it').click();
    expect(await notice(ben)).toBe('Posted.');
    expect(await textOf(ben)).toContain('Snag');
    await link(ana, 'Lately').click();
    await link(ana, 'Sealing head drifts').click();
    await ana.getByLabel('Your reply').fill('Ours too. Have you tried to warm it first?');
    await button(ana, 'Reply').click();
    await ben.reload();
    expect(await textOf(ben)).toContain('warm it first');
  });

  it('write: ben edits what he wrote, and ana deletes hers; neither may touch the other’s', async () => {
    const [ana, ben] = [told.at('ana'), told.at('ben')];
    await link(ben, 'Edit').click();
    await ben.getByLabel('Text').fill('The sealing head drifts after *every* restart.');
    await button(ben, 'Save').click();
    expect(await shownIn(ben.getByRole('article').first())).toContain('edited');
    await ana.reload();
    expect(await shownIn(ana.getByRole('article').first().locator('em'))).toBe('every');
    expect(await link(ana, 'Delete').count()).toBe(1);
    await link(ana, 'Delete').click();
    await button(ana, 'Delete it').click();
    expect(await notice(ana)).toContain('deleted here');
    await ben.reload();
    const thread = await textOf(ben);
    expect(thread).toContain('A post was here.');
    expect(thread).not.toContain('warm it first');
  });
}
