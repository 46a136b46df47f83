import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document } from 'mongodb';
import { postKey } from '../../server/community/addresses.ts';
import type { JuryId, PersonIri, PostIri, ProposalId } from '../../server/community/ids.ts';
import { MISLEADING } from '../../server/governance/plain-words.ts';
import { days } from '../support/adopted-rule.ts';
import { callJury, jurorsOf, juryOf } from '../support/jury-stage.ts';
import { LINKS_RULE, must } from '../support/people.ts';
import { filledIn, routesOf } from '../support/routes.ts';
import { allSent, allTold } from '../support/unsealed.ts';
import { Visitor } from '../support/visitor.ts';
import { beginStory, nameOf, type Story } from '../support/whole-story.ts';

/**
 * Words that would like to run, to call home or to look like something else, in every field of governance that takes
 * some: on each page, in the open book, in notices and in what goes out they are words, and nothing in them turns the
 * direction of what stands beside them (CON-01).
 */

const NAMES = ['ana', 'ben', 'cleo', 'dora', 'emil', 'finn', 'gina', 'hugo', 'ida', 'jon', 'kim', 'lea'] as const;
const home = '/communities/guild';
const RUN = 'document.title="it ran"';
const MARK = 'onerror=';
const WORDS = [
  `<script>${RUN}</script><img src=x ${MARK}'${RUN}'><svg/onload='${RUN}'>`,
  `"><img src=//evil.example/x ${MARK}'${RUN}'>' onmouseover='${RUN}' x='`,
  `[x](javascript:${RUN}) ![y](//evil.example/y.png) <javascript:${RUN}> [z]: data:text/html,<script>${RUN}</script>`,
  `</title></textarea></style></script><base href="//evil.example"><meta http-equiv=refresh content="0;url=//evil.example">`,
  `<iframe srcdoc="<script>${RUN}</script>"></iframe><details open ontoggle='${RUN}'>&lt;img src=x&gt;`,
  'http://evil.example/\n\n# Decision of the jury\n\n***\n| a | b |\n|---|---|\n\u2028\u00ad\u200b Z\u0351\u0352\u0353algo {{7*7}}',
].join('\n');
/** In titles, of which none is longer than 120 characters. */
const TITLE = `"'><img src=x ${MARK}'${RUN}'><script>${RUN}</script>`;
/** NUL, an escape of terminals, a bell, and signs that turn what follows them around. */
const TURNED = 'It is not\u202E .dettimrep\u2066 at all\u0000\u001b[31m\u0007\u200f\u061c';

let story: Story;
let livelyIn: (page: string, origin: string) => readonly string[];
let held: PostIri;
let post: PostIri;
let id: ProposalId;
let jury: JuryId;
let election: ProposalId;
/** Every form that was sent hostile words, and what it answered. */
const taken: { readonly what: string; readonly status: number; readonly refused: boolean }[] = [];

async function says(what: string, name: string, path: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const visitor = await story.as(name);
  const { status, headers, text } = await visitor.submit(path, fields);
  await story.server.settle();
  const page = status === 303 ? (await visitor.get(String(headers.location))).text : text;
  taken.push({ what, status, refused: page.includes('role="alert"') });
}

/** Sends the same form twice: with what turns the text around, and with what would run. Whichever is taken is taken. */
async function tries(what: string, name: string, path: string, fields: (words: string, title: string) => Fields) {
  await says(`${what}, turned`, name, path, fields(TURNED, TURNED.slice(0, 100)));
  await says(what, name, path, fields(`${WORDS}\n${TURNED.replace(new RegExp(MISLEADING, 'gu'), '')}`, TITLE));
}
type Fields = Readonly<Record<string, string>>;

const publish = async (name: string, text: string): Promise<PostIri> => {
  const author = story.person(name);
  const { iri } = must(await story.server.actions.publishPost({ author, community: story.guild, text }));
  await story.server.settle();
  return iri;
};

const RULE = {
  change: 'adopt-rule',
  'when-1-fact': 'post.links',
  'when-1-test': 'gt',
  'when-1-value': '7',
  effect: 'hold',
  holdHours: '72',
  step: 'submit',
};

beforeAll(async () => {
  ({ livelyIn } = await import('../support/inert.ts'));
  story = await beginStory(NAMES);
  const { server, guild } = story;
  const rule = { ...LINKS_RULE, kind: 'conduct', human: { max: 'removal' } } as const;
  const founder = story.person('ana');
  must(await server.actions.actAsFounder({ community: guild, by: founder, ask: { kind: 'adopt-rule', rule } }));
  await story.sends('ana', `${home}/roles/appoint`, { role: 'moderator', member: '@ben' });
  held = await publish('dora', 'https://a.example/1 https://a.example/2 https://a.example/3');
  await says('appeal of a held post', 'dora', `${home}/cases/held/${postKey(held)}`, { words: `${WORDS}\n${TURNED}` });
  await days(server, 31);

  // An election is open for nominations.
  const state = await story.state();
  election = [...state.proposals.values()].find(({ change }) => change.kind === 'elect')?.id as ProposalId;
  expect(election).toBeDefined();
  await tries('statement', 'cleo', `${home}/proposals/${election}/stand`, (statement) => ({ statement }));

  // A case, its measure, and the appeal.
  post = await publish('dora', 'Adverts.');
  await says('report', 'emil', `${home}/report?post=${postKey(post)}`, {
    rule: 'R-1',
    text: `${WORDS}\n${TURNED}`,
    how: 'report',
  });
  const decided = (facts: string) => ({ measure: '2', facts, how: 'decide' });
  await says('facts', 'ben', `${home}/cases/C-1/decide`, decided(`${WORDS}\n${TURNED}`));
  await says('appeal', 'dora', `${home}/cases/C-1/appeal`, { words: `${WORDS}\n${TURNED}` });
  const other = await publish('finn', 'More adverts.');
  await says('another report', 'emil', `${home}/report?post=${postKey(other)}`, {
    rule: 'R-1',
    text: 'x',
    how: 'report',
  });
  await says('referral', 'ben', `${home}/cases/C-2/decide`, {
    measure: '5',
    facts: `${WORDS}\n${TURNED}`,
    how: 'jury',
  });

  // A petition and its answer.
  const about = { role: 'moderator', member: story.person('ben') };
  await tries('petition', 'gina', `${home}/recalls`, (reasons) => ({ ...about, reasons }));
  await tries('answer', 'ben', `${home}/recalls/RC-1/answer`, (text) => ({ text }));

  // A vote between two texts, and a challenge of it.
  await tries('proposal', 'ana', `${home}/proposals`, (words, title) => ({
    ...RULE,
    title,
    text: words,
    reasons: words,
  }));
  id = [...(await story.state()).proposals.keys()].at(-1) as ProposalId;
  for (const by of ['cleo', 'emil', 'finn']) await story.sends(by, `${home}/proposals/${id}/second`);
  const beside = { ...RULE, beside: id, effect: 'label', label: 'Links' };
  await tries('alternative', 'hugo', `${home}/proposals`, (words, title) => {
    return { ...beside, title: `2 ${title}`, text: words, reasons: words };
  });
  await story.sends('cleo', `${home}/proposals/${id}/texts/T-2/second`);
  await days(server, 5);
  await days(server, 2);
  for (const name of NAMES) await story.sends(name, `${home}/proposals/${id}/ballot`, { 'rank-T-1': '1', choice: '' });
  await days(server, 7);
  await tries('challenge', 'ida', `${home}/proposals/${id}/challenge`, (ground) => ({ ground }));
  await deliberate();
}, 120_000);
afterAll(() => story?.server.stop());

/** A jury of its own, brought to where its members talk. */
async function deliberate(): Promise<void> {
  const { server, guild } = story;
  jury = await callJury(server, guild, { purpose: { kind: 'interpretation', rules: ['R-1' as never] } });
  const path = `${home}/juries/${jury}`;
  const { asked } = await juryOf(server, guild, jury);
  for (const by of asked)
    await story.sends(nameOf(by), `${path}/seed`, { text: `my secret words: ${by}`, commitment: '' });
  for (const by of asked) await story.sends(nameOf(by), `${path}/seed/show`, { secret: `my secret words: ${by}` });
  const jurors = await jurorsOf(server, guild, jury);
  for (const by of jurors) await story.sends(nameOf(by), `${path}/answer`, { answer: 'accept' });
  for (const by of jurors) await story.sends(nameOf(by), `${path}/vote`, { option: 'kept' });
  await server.settle();
  await says('deliberation', nameOf(jurors[0] as PersonIri), `${path}/deliberation`, { text: `${WORDS}\n${TURNED}` });
}

describe('the forms', () => {
  it('take what would run as words', () => {
    const plain = taken.filter(({ what }) => !what.endsWith('turned'));
    expect(plain.length).toBeGreaterThan(12);
    expect(plain.filter(({ status, refused }) => status !== 303 || refused)).toEqual([]);
  });

  it('refuse words that turn others around, with a sentence, where whoever writes can write them again', () => {
    for (const one of taken.filter(({ what }) => what.endsWith('turned'))) {
      expect(one).toMatchObject({ refused: true });
    }
  });
});

it('nothing that misleads is kept of governance, told to anybody or sent out', async () => {
  const { server } = story;
  const entries = await server.database.db.collection<Document>('entries').find({ community: story.guild }).toArray();
  const reports = await server.database.db.collection<Document>('reports').find().toArray();
  const rooms = await server.house.juryRooms.read(story.guild, jury);
  const kept = [
    ...entries.map(({ eventJson }) => String(eventJson)),
    ...reports.map(({ text }) => String(text)),
    ...rooms.map(({ text }) => text),
    ...(await allTold(server.house, server.database.db)).map(({ text }) => text),
    ...(await allSent(server.house, server.database.db)).map(({ body }) => body),
  ];
  const unescaped = kept.map((one) =>
    one.replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
  );
  expect(unescaped.filter((one) => MISLEADING.test(one)).map((one) => one.slice(0, 200))).toEqual([]);
  expect(kept.filter((one) => one.includes(MARK)).length).toBeGreaterThan(12);
});

it('every page and the open book show them as words, to a moderator, a juror and a stranger', async () => {
  const { server } = story;
  const state = await story.state();
  const juror = nameOf((await jurorsOf(server, story.guild, jury))[0] as PersonIri);
  const routes = routesOf(server)
    .filter(({ method, path }) => method === 'get' && !path.startsWith('/verifiers') && !path.includes('/act/'))
    .map(({ path }) => path);
  const every = {
    proposals: [election, id],
    cases: [...state.cases.keys()],
    juries: [jury],
    recalls: [...state.petitions.keys()],
    held: [postKey(held)],
  } as const;
  const names = { communities: 'guild', texts: 'T-2', people: 'cleo', threads: postKey(post), record: '9' };
  const book = Array.from(
    { length: Math.ceil(state.seq / 20) },
    (_, page) => `${home}/record?before=${page * 20 + 21}`,
  );
  const shown = new Set<string>();
  for (const visitor of [await story.as('ben'), await story.as(juror), new Visitor(server)]) {
    for (const route of routes) {
      const kind = Object.keys(every).find((name) => route.includes(`/${name}/:`)) as keyof typeof every | undefined;
      const named = (one?: string) => filledIn(route, { ...names, ...(kind === undefined ? {} : { [kind]: one }) });
      const places = kind === undefined ? [named()] : every[kind].map(named);
      for (const at of route.endsWith('/record') ? book : places) {
        const { status, text, headers } = await visitor.get(at);
        expect([at, status < 500]).toEqual([at, true]);
        expect([at, MISLEADING.test(text.replaceAll('\r', ''))]).toEqual([at, false]);
        if (!String(headers['content-type']).includes('html')) continue;
        // The pages on which a secret ballot is sealed and a teller's key is made, and those of passkeys, load a program
        // of ours.
        const own = /\/(teller|quiet|secret|sign-in|ways-in)$/.test(at) ? /^<(script|noscript)/ : /^$/;
        expect([at, ...livelyIn(text, server.origin).filter((found) => !own.test(found))]).toEqual([at]);
        if (text.includes(MARK)) shown.add(route);
      }
    }
  }
  for (const where of ['proposals/:id', 'cases/:id', 'juries/:id/deliberation', 'recalls/:id', 'record', 'proposals']) {
    expect([where, [...shown].some((route) => route === `/communities/:handle/${where}`)]).toEqual([where, true]);
  }
});
