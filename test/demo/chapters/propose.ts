import { until } from '../../support/wait.ts';
import { check } from '../narrator.ts';
import type { World } from '../world.ts';

/** The rule of the story, as somebody fills in the form. */
export const RULE_FORM = {
  change: 'adopt-rule',
  step: 'submit',
  title: 'Links from new members wait for a look',
  text: 'Posts by members of less than 30 days that carry more than two links are held for review.',
  reasons: 'We had three waves of link spam by accounts a day old.',
  'when-1-fact': 'author.tenureDays',
  'when-1-test': 'lt',
  'when-1-value': '30',
  'when-2-fact': 'post.links',
  'when-2-test': 'gt',
  'when-2-value': '2',
  effect: 'hold',
  holdHours: '72',
  'match-1-author.tenureDays': '3',
  'match-1-post.links': '4',
  'noMatch-1-author.tenureDays': '300',
  'noMatch-1-post.links': '4',
  'noMatch-2-author.tenureDays': '3',
  'noMatch-2-post.links': '1',
} as const;

/** 4: a rule with a machine-readable part is proposed, seconded from three servers, discussed, and its text frozen. */
export async function propose(world: World): Promise<void> {
  const { north, south, elsewhere, guild, tell } = world;
  tell.chapter(4, 'A member proposes a rule that a program can carry out');
  const ana = world.visitor('ana', north);
  const early = await ana.post(`${guild.path}/proposals`, RULE_FORM);
  check(
    early.path.endsWith('/proposals') && /30 days/.test(early.text),
    'too early: nobody has been a member for 30 days',
  );
  tell.saw('proposing on the first day is refused: it takes 30 days of membership');
  world.days(31);

  const proposed = await ana.post(`${guild.path}/proposals`, RULE_FORM);
  check(
    proposed.status === 200 && proposed.path.endsWith('/proposals/P-1'),
    `P-1 is proposed: ${proposed.status} ${proposed.path}`,
  );
  tell.saw('ana proposed P-1, with its condition, its effect and examples that it must fit');
  tell.quote('Posts by members of less than 30 days that carry more than two links are held for review.');

  const ben = world.visitor('ben', north);
  await ben.post(`${guild.path}/proposals/P-1/second`, {});
  tell.saw('ben seconded it on north’s page');
  const petra = world.visitor('petra', south);
  await answerPollOnSouth(world, 'I second this');
  check(petra, 'petra is at south');
  tell.saw('petra seconded it on south’s page: a poll of the guild, answered from there');
  const poll = await pollOf(world, 'carol', 'I second this');
  await elsewhere.vote('carol', poll, ['I second this']);
  await until(
    'discussion has begun',
    async () =>
      /discuss/i.test((await ben.get(`${guild.path}/proposals/P-1`)).text) && (await phaseOf(world)) === 'discussion',
  );
  tell.saw('carol seconded it from elsewhere, by the poll in her timeline: three organisations, discussion begins');

  const discussion = `${guild.path}/proposals/P-1`;
  check((await ben.get(discussion)).status === 200, 'the proposal has its page');
  world.days(5);
  await until('the text is frozen', async () => (await phaseOf(world)) === 'frozen');
  tell.saw('after five days of discussion text, roll and procedure were frozen, by themselves');
  world.days(2);
  await until('voting is open', async () => (await phaseOf(world)) === 'voting');
  tell.saw('48 hours later voting is open; the guild published it as a Question');
}

/** Where P-1 stands, asked from the operator's own view of the record: the machine-readable way. */
export async function phaseOf(world: World): Promise<string> {
  const { text } = await world.visitor('ana', world.north).get(`${world.guild.path}/record.json`);
  const kinds = text
    .split('\n')
    .filter(Boolean)
    .map((line) => /"kind":"([\w-]+)"/.exec(line)?.[1] ?? '');
  const phases: Readonly<Record<string, string>> = {
    'proposal-frozen': 'frozen',
    'voting-opened': 'voting',
    'voting-ended': 'counting',
    'proposal-decided': 'decided',
    'rule-in-force': 'in-force',
  };
  const last = kinds.findLast((kind) => kind in phases);
  return last === undefined ? 'discussion' : (phases[last] ?? '');
}

/** A poll that somebody elsewhere has in her timeline, by one of its options. */
export async function pollOf(world: World, user: string, option: string): Promise<string> {
  const { elsewhere } = world;
  const poll = await until(`a poll with “${option}” reaches ${user}`, async () =>
    (await elsewhere.polls(user)).find((one) => JSON.stringify(one).includes(`"${option}"`)),
  );
  return poll.id;
}

/** Petra answers a poll of the guild on the page that south shows her. */
export async function answerPollOnSouth(world: World, option: string): Promise<void> {
  const { south, guild } = world;
  const petra = world.visitor('petra', south);
  const action = await until(`south shows a poll with “${option}”`, async () => {
    const list = await petra.get(guild.pathFromSouth);
    for (const path of new Set(list.text.match(/\/communities\/[^"'\s/]+\/threads\/[\w-]+/g) ?? [])) {
      const page = await petra.get(path);
      const form = formWith(page.text, option);
      if (form !== undefined) return form;
    }
    return null;
  });
  const answered = await petra.post(action, { choice: option });
  check(answered.status === 200, 'south took the answer');
}

function formWith(html: string, option: string): string | undefined {
  return [...html.matchAll(/<form[^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g)].find(([, , body]) =>
    body?.includes(`value="${option}"`),
  )?.[1];
}
