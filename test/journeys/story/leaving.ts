import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { button, link, PASSWORD, type Told, textOf } from './town.ts';

/** Somebody goes, with everything that is hers. */
export function leaving(told: Told): void {
  const { way, home } = told;

  it('leave: cleo signs out; her way back leads through the door, to where she wanted to go', async () => {
    const cleo = told.at('cleo');
    await link(cleo, 'You').click();
    await button(cleo, 'Sign out').click();
    expect(await link(cleo, 'Sign in').count()).toBeGreaterThan(0);
    await cleo.goto('/you/leave');
    expect(new URL(cleo.url()).pathname).toBe('/sign-in');
    await cleo.getByLabel('Your name here').fill(way.names.cleo);
    await cleo.getByLabel('Password').fill(PASSWORD);
    await button(cleo, 'Sign in').click();
    expect(new URL(cleo.url()).pathname).toBe('/you/leave');
  });

  it('leave with archive: she takes everything along, and her account is gone', async () => {
    const [ana, cleo] = [told.at('ana'), told.at('cleo')];
    const [download] = await Promise.all([
      cleo.waitForEvent('download'),
      link(cleo, 'take everything you have here with you').click(),
    ]);
    const archive = await readFile(await download.path(), 'utf8');
    for (const hers of [way.names.cleo, way.guild, 'The shelf works', 'Drawings that vanish']) {
      expect(archive).toContain(hers);
    }
    await cleo.getByLabel('They stay').check();
    await cleo.getByLabel('Your password').fill(PASSWORD);
    await button(cleo, 'Delete my account').click();
    expect(await link(cleo, 'Sign in').count()).toBeGreaterThan(0);
    await ana.goto(home);
    expect(await textOf(ana)).toContain('Somebody who left');
    expect((await ana.goto(`/people/${way.names.cleo}`))?.status()).toBe(404);
  });
}
