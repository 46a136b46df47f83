import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { proposalId } from '../../server/community/ids.ts';
import { type Log, silentLog } from '../../server/log.ts';
import { days } from '../support/adopted-rule.ts';
import { FIELDS, type GovernedGuild, governedGuild, HUSH } from '../support/governed-guild.ts';
import { callJury, jurorsOf } from '../support/jury-stage.ts';
import { filledIn } from '../support/routes.ts';
import { allSent } from '../support/unsealed.ts';
import { Visitor } from '../support/visitor.ts';

/**
 * Every page and every form that governance has, asked for by whom it is not for, from where it should not come, with
 * names that are none, with too much, and with words that would like to run (VOT and MOD, AUT-06, CON-01).
 */

let stage: GovernedGuild;
let server: GovernedGuild['server'];
let guild: GovernedGuild['guild'];
let names: GovernedGuild['names'];
let routes: GovernedGuild['routes'];
/** Brought in late: the parser it reads with is the sanitiser's too, and Jest loads it only one way at a time. */
let livelyIn: (page: string, origin: string) => readonly string[];
const errors: object[] = [];
const log: Log = { ...silentLog, error: (facts) => void errors.push(facts) };

beforeAll(async () => {
  ({ livelyIn } = await import('../support/inert.ts'));
  stage = await governedGuild(log);
  ({ server, guild, names, routes } = stage);
});
afterAll(() => server?.stop());

const as = (name: string) => stage.as(name);
const person = (name: string) => stage.person(name);
const database = () => stage.database();
const changed = (before: ReadonlyMap<string, string>) => stage.changed(before);
const places = (path: string) => stage.places(path);
const posts = () => stage.paths('post');
const ofCommunities = (method: 'get' | 'post') =>
  stage.paths(method).filter((path) => path.startsWith('/communities/:'));

describe('forms that did not come from a page of this server (AUT-06)', () => {
  it('do nothing, whatever they are and however the browser was made to send them', async () => {
    const ana = await as('ana');
    const before = await database();
    expect(posts().length).toBeGreaterThan(50);
    const foreign = [
      { Origin: 'https://evil.example' },
      { Origin: '' },
      { Origin: 'null' },
      { Origin: server.origin, 'Sec-Fetch-Site': 'cross-site' },
      { Origin: server.origin, 'Sec-Fetch-Site': 'same-site' },
    ];
    for (const path of posts().flatMap(places)) {
      for (const headers of foreign) {
        const { status } = await ana.submit(path, FIELDS, headers as Record<string, string>);
        expect({ path, headers, status }).toEqual({ path, headers, status: 403 });
      }
    }
    expect(await changed(before)).toEqual([]);
  });
});

describe('who has no part in the guild', () => {
  /** What is for everybody: to join it, and to ask for it; to say what is wrong with a post that everybody sees. */
  const FOR_EVERYBODY = new Set(['join', 'requests', 'posts', 'gesture', 'vote', 'report']);
  const governing = () => ofCommunities('post').filter((path) => !FOR_EVERYBODY.has(path.split('/').at(-1) ?? ''));

  it('does nothing there without an account', async () => {
    const before = await database();
    const nobody = new Visitor(server);
    for (const path of posts().flatMap(places)) {
      // What is for everybody: to sign in, to choose the pages' language, to look up a receipt.
      if (/^\/(sign-|language$|communities\/lookup|invitations|found)|\/secret\/receipt$/.test(path)) continue;
      const { status, headers } = await nobody.submit(path, FIELDS);
      const sent = status === 303 ? String(headers.location) : '/sign-in';
      expect({ path, ok: [303, 401, 404, 422].includes(status), sent }).toEqual({
        path,
        ok: true,
        sent: expect.stringMatching(/\/sign-in|\/secret$/),
      });
    }
    expect(await changed(before)).toEqual([]);
  });

  it.each(['nora', 'mal'])('does nothing there as %s, who does not belong to it', async (name) => {
    const before = await database();
    const visitor = await as(name);
    for (const path of governing().flatMap(places)) {
      const { status } = await visitor.submit(path, FIELDS);
      expect({ path, ok: [200, 303, 403, 404, 409, 422].includes(status) }).toEqual({ path, ok: true });
    }
    expect(await changed(before)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('finds nothing of a community that is for its members alone, but what one agrees to by joining', async () => {
    const there = { ...names, communities: 'closed' };
    const open = ['', '/join', '/requests', '/leave', '/rules', '/charter', '/charter.json', '/cases'];
    // Hashes say nothing, and others could not countersign them otherwise.
    open.push(...['checkpoint', 'key', 'proof/consistency', 'proof/entry'].map((what) => `/record/${what}`));
    const isOpen = (path: string) => open.includes(path.replace('/communities/:handle', ''));
    for (const visitor of [new Visitor(server), await as('nora'), await as('ana')]) {
      for (const { method, path } of routes.filter((route) => route.path.startsWith('/communities/:'))) {
        const at = filledIn(path, there);
        const { status, text } = await (method === 'get' ? visitor.get(at) : visitor.submit(at, FIELDS));
        expect({ at, hush: text.includes(HUSH) }).toEqual({ at, hush: false });
        const closed = method === 'get' ? [303, 401, 404] : [303, 401, 403, 404, 422];
        expect({ method, at, ok: isOpen(path) || closed.includes(status) }).toEqual({ method, at, ok: true });
      }
    }
    const mal = await as('mal');
    expect((await mal.get('/communities/closed')).text).toContain(HUSH);
    expect((await mal.get('/communities/closed/record')).status).toBe(200);
  });
});

describe('names that are none', () => {
  it.each([
    ['__proto__'],
    ['constructor'],
    ['hasOwnProperty'],
    ['%00'],
    ['..%2f..%2fguild'],
    ['P-1%20'],
    ['P-9007199254740993'],
    ['%7B%22%24ne%22%3Anull%7D'],
    ['C-1%0d%0aSet-Cookie:x=1'],
    ['P-1;J-1'],
    ['%E2%80%AE1-P'],
    ['9'.repeat(400)],
  ])('%s is nothing, on every page and in every form', async (name) => {
    const before = await database();
    const ana = await as('ana');
    for (const { method, path } of routes.filter((route) => route.path.includes(':'))) {
      const tricky = Object.fromEntries(Object.keys(names).map((key) => [key, key === 'communities' ? 'guild' : name]));
      const at = filledIn(path, tricky).replaceAll('/x', `/${name}`);
      if (!at.includes(name)) continue;
      const answer = await (method === 'get' ? ana.get(at) : ana.submit(at, FIELDS));
      expect({ method, at, ok: answer.status < 500 && answer.status !== 200 }).toEqual({ method, at, ok: true });
      expect(String(answer.headers['set-cookie'] ?? '')).not.toContain('x=1');
    }
    expect(await changed(before)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('too much', () => {
  it('is refused by every form, with words that say so, and kept nowhere', async () => {
    const ben = await as('ben');
    const huge = 'y'.repeat(9_000);
    const fields = {
      ...Object.fromEntries(
        Object.keys(FIELDS).map((name) => [name, FIELDS[name] === 'Forged' ? huge : (FIELDS[name] ?? '')]),
      ),
    };
    for (const path of ofCommunities('post').flatMap(places)) {
      if (path.endsWith('/leave')) continue;
      const { status } = await ben.submit(path, { ...fields, text: huge });
      expect({ path, ok: status < 500 }).toEqual({ path, ok: true });
    }
    const kept = [...(await database())].filter(([where, text]) => text.includes(huge) && !where.startsWith('posts/'));
    expect(kept.map(([where]) => where)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('words that would like to run (CON-01)', () => {
  const RUN = 'document.title="it ran"';
  const PAYLOADS = [
    `<script>${RUN}</script><img src=x onerror='${RUN}'><svg/onload='${RUN}'>`,
    `"><img src=x onerror='${RUN}'>' onmouseover='${RUN}' x='`,
    `<a href="javascript:${RUN}">x</a> [x](javascript:${RUN}) [y](data:text/html,<script>${RUN}</script>)`,
    `<iframe srcdoc="<script>${RUN}</script>"></iframe><details open ontoggle='${RUN}'>`,
    `</title></textarea></style><script>${RUN}</script>]]><base href="//evil.example"><style>@import "//evil.example"`,
    `{{7*7}}<%= 7*7 %> x\r\nSet-Cookie: a=b`,
  ] as const;

  it('stand on every page as words, in notices, in the book and in what goes out', async () => {
    const { actions } = server;
    const ben = await as('ben');
    const [ana, eva, cleo] = [await as('ana'), await as('eva'), await as('cleo')];
    const what = PAYLOADS.join(' ');
    const home = '/communities/guild';
    const taken: Record<string, number> = {};
    const send = async (who: Visitor, path: string, fields: Readonly<Record<string, string>>) => {
      taken[path] = (await who.submit(path, fields)).status;
    };
    const charter = { change: 'amend-charter', parameter: 'tenureDays', value: '31', step: 'submit' };
    await send(ben, `${home}/proposals`, { ...charter, title: what.slice(0, 100), reasons: what });
    await send(cleo, `${home}/report?post=${names.threads}`, { rule: 'R-1', text: what, how: 'report' });
    await send(ana, `${home}/cases/C-1/decide`, { measure: '2', facts: what, how: 'decide' });
    await send(eva, `${home}/cases/C-1/appeal`, { words: what });
    await send(ana, `${home}/emergencies`, {
      posts: `${server.origin}${home}/threads/${names.threads}`,
      do: 'hide-post',
      harm: 'malware',
      facts: what,
    });
    await send(eva, `${home}/proposals/P-3/secret/dispute`, { why: what });
    await send(ana, `${home}/roles/appoint`, { role: 'moderator', member: '@ben' });
    // So long after somebody took office, others may ask for a recall.
    await days(server, 31);
    await send(eva, `${home}/recalls`, { role: 'moderator', member: person('ben'), reasons: what });
    const [petition = ''] = [...((await server.house.states.load(guild))?.petitions.keys() ?? [])];
    await send(ben, `${home}/recalls/${petition}/answer`, { text: what });
    const jury = await callJury(server, guild, { purpose: { kind: 'interpretation', rules: ['R-1' as never] } });
    await days(server, 1);
    for (const by of await jurorsOf(server, guild, jury)) {
      await actions.answerJuryCall({ community: guild, jury, by, answer: 'accept' });
    }
    expect(Object.entries(taken).filter(([, status]) => status !== 303)).toEqual([]);
    await server.settle();
    const read = routes.filter(({ method }) => method === 'get').map(({ path }) => path);
    const state = await server.house.states.load(guild);
    const every = {
      proposals: [...(state?.proposals.keys() ?? [])],
      cases: [...(state?.cases.keys() ?? [])],
      juries: [...(state?.juries.keys() ?? [])],
      recalls: [petition],
    };
    let seen = 0;
    for (const visitor of [ana, ben, eva, new Visitor(server)]) {
      for (const path of read.filter((one) => !one.startsWith('/verifiers'))) {
        const kind = Object.keys(every).find((name) => path.includes(`/${name}/:`)) as keyof typeof every | undefined;
        const all =
          kind === undefined
            ? [filledIn(path, names)]
            : every[kind].map((id) => filledIn(path, { ...names, [kind]: id }));
        for (const at of all) {
          const { status, text, headers } = await visitor.get(at);
          expect({ at, ok: status < 500, cookie: String(headers['set-cookie'] ?? '').includes('a=b') }).toEqual({
            at,
            ok: true,
            cookie: false,
          });
          if (!String(headers['content-type']).includes('html')) continue;
          // The few pages with a program of ours: it is loaded from here, and the payloads' are written out.
          const own = /\/(teller|quiet|secret|sign-in|ways-in)$/.test(at) ? /^<(script|noscript)/ : /^$/;
          const lively = livelyIn(text, server.origin).filter((one) => !own.test(one));
          expect({ at, lively }).toEqual({ at, lively: [] });
          if (text.includes('onerror')) seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThan(10);
    const out = await allSent(server.house, server.database.db);
    expect(out.length).toBeGreaterThan(0);
    for (const { body } of out) {
      const text = JSON.stringify(body);
      for (const field of [...text.matchAll(/\\?"content\\?":\\?"((?:[^"\\]|\\.)*)/g)]) {
        expect(field[1]).not.toMatch(/<(script|img|iframe|svg|details|style|base)/i);
      }
    }
    expect(errors).toEqual([]);
  });
});

describe('the operator', () => {
  it('is refused whatever governs, and each attempt stands in the book by its name', async () => {
    const nouns = [
      ...['roles', 'juries', 'cases', 'emergencies', 'delegations', 'sanctions', 'reports'],
      ...['appeals', 'elections', 'recalls', 'votes', 'members', 'servers'],
    ];
    const attempts = () =>
      server.database.db.collection('entries').countDocuments({ community: guild, kind: 'attempt-refused' });
    const before = await attempts();
    for (const noun of nouns) {
      for (const method of ['POST', 'DELETE', 'PUT', 'PATCH']) {
        const answer = await fetch(`http://127.0.0.1:${server.port}/operator/communities/guild/${noun}/x`, {
          method,
          headers: { authorization: `Bearer ${server.operatorToken}`, host: new URL(server.origin).host },
        });
        expect({ noun, status: answer.status }).toEqual({ noun, status: 403 });
        const said = (await answer.json()) as { error: string; message: string };
        expect(said.error).toBe('needs_decision');
        expect(said.message).not.toContain('something');
      }
    }
    expect((await attempts()) - before).toBe(nouns.length * 4);
  });

  it('has no way in without the token', async () => {
    for (const token of ['', 'x', `${server.operatorToken}x`]) {
      const answer = await fetch(`http://127.0.0.1:${server.port}/operator/communities/guild/cases/C-1`, {
        method: 'DELETE',
        headers: { authorization: `Bearer ${token}` },
      });
      expect([400, 401]).toContain(answer.status);
    }
  });

  it('proposal P-1 stands as it stood: nothing of all this changed what was decided', async () => {
    const state = await server.house.states.load(guild);
    expect(state?.proposals.get(proposalId(1))?.phase.state).toBe('in-force');
    expect([...(state?.rules.keys() ?? [])]).toEqual(['R-1']);
  });
});
