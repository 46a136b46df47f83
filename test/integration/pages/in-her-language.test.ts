import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makePasswordLink } from '../../../server/accounts/password-link.ts';
import { PASSWORD, type Visitor } from '../../support/visitor.ts';
import { GUILD, locationOf, type OpenServer, openServer } from './open-server.ts';

/** Somebody who reads German, and somebody who reads Arabic, in one community. */
let server: OpenServer;
let alice: Visitor;
let bob: Visitor;

beforeAll(async () => {
  server = await openServer();
  alice = server.visitor();
  await alice.submit(await server.foundingLink(), GUILD);
  bob = await server.newcomer('bob', alice);
  await alice.submit('/language', { language: 'de' });
  await bob.submit('/language', { language: 'ar' });
});
afterAll(async () => {
  await server.end();
});

/** What a page says in the place where a form's answer stands. */
const noticeOn = (page: string): string => /<div class="notice \w+" role="\w+"><p>(.*?)<\/p>/s.exec(page)?.[1] ?? '';

describe('what somebody is told', () => {
  it('stands beside the field in her language, and nothing in it is marked as English', async () => {
    const german = await alice.submit('/you/password', { old: PASSWORD, wanted: 'short' });
    expect(german.status).toBe(422);
    expect(german.text).toContain('id="wanted-error"');
    expect(german.text).not.toContain('<span lang="en"');
    const wrong = { username: 'a', password: 'short' };
    const french = await server.visitor().submit(await server.invitation(alice), wrong, { 'Accept-Language': 'fr' });
    expect(french.text).toContain('<html lang="fr"');
    expect(french.text).toMatch(/<p class="error" id="username-error"><span class="heard">Erreur ?: ?<\/span>Un nom/);
    expect(french.text).not.toContain('<span lang="en"');
  });

  it('is the refusal or the success of a form, with what others wrote as it is', async () => {
    const refused = await bob.submit('/communities/guild/delegations', { delegate: '@alice' });
    const told = noticeOn((await bob.get(locationOf(refused))).text);
    expect(told).toMatch(/\p{Script=Arabic}/u);
    expect(told).not.toMatch(/[a-z<]/i);
    await bob.submit('/communities/guild/leave', {});
    const joined = await bob.submit('/communities/guild/join', {});
    expect(noticeOn((await bob.get(locationOf(joined))).text)).toMatch(
      /\p{Script=Arabic}.*<bdi>Machine makers’ guild<\/bdi>/u,
    );
  });

  it('is read in the language it was written in: her own, or the one she says', async () => {
    const form = await alice.get('/communities/guild/write');
    expect(form.text).toContain('<option value="de" selected>Deutsch</option>');
    const words = { title: 'Montags', text: 'Die Siegelung wandert.', from: 'write' };
    const german = await alice.submit('/communities/guild/posts', words);
    const page = (await server.visitor().get(locationOf(german))).text;
    expect(page).toContain('<span dir="auto" lang="de">Montags</span>');
    expect(page).toContain('<div class="text" lang="de">');
    const said = { title: 'Mondays', text: 'The sealing drifts.', from: 'write', language: 'en' };
    const english = await alice.submit('/communities/guild/posts', said);
    expect((await alice.get(locationOf(english))).text).toContain('<div class="text" lang="en">');
    const none = await alice.submit('/communities/guild/posts', { ...said, language: '"><script>' });
    expect((await alice.get(locationOf(none))).text).toContain('<div class="text" lang="de">');
  });

  it('in a notice is in the language she reads in then, and in English for apps and in the archive', async () => {
    const link = await makePasswordLink(server.house, 'alice');
    expect(link.ok).toBe(true);
    expect((await alice.get('/notices')).text).toContain('Wer diesen Server betreibt, hat einen Link erstellt');
    await alice.submit('/language', { language: 'es' });
    expect((await alice.get('/notices')).text).toContain('Quien lleva este servidor creó un enlace');
    const [notice] = await server.house.notices.to(server.house.addresses.person('alice'), 1);
    expect(notice?.text).toMatch(/^Whoever runs this server made a link/);
  });
});
