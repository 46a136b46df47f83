import { until } from '../../support/wait.ts';
import { check } from '../narrator.ts';
import type { World } from '../world.ts';
import { answerPollOnSouth, phaseOf, pollOf } from './propose.ts';

/** 5 and 6: votes from three servers; three that are refused; the proposal passes and comes into force by itself. */
export async function vote(world: World): Promise<void> {
  const { north, elsewhere, guild, tell } = world;
  tell.chapter(5, 'Members vote: on the page, from the other Folkmoot, from the fediverse');
  const proposal = `${guild.path}/proposals/P-1`;
  const ben = world.visitor('ben', north);
  check((await ben.post(`${proposal}/ballot`, { choice: 'yes' })).status === 200, 'ben voted');
  tell.saw('ben voted on north’s page');
  await answerPollOnSouth(world, 'Yes');
  tell.saw('petra voted on south’s page; south sent her vote to north');
  const question = await pollOf(world, 'carol', 'Abstain');
  await elsewhere.vote('carol', question, ['Yes']);
  const receipt = await messageTo(world, 'carol', 'is counted');
  tell.saw('carol voted from elsewhere, and got her receipt as a direct message');
  tell.quote(receipt);
  await votesCounted(world, 3);

  const again = await ben.post(`${proposal}/ballot`, { choice: 'no' });
  check(/already voted/i.test(again.text), 'ben’s second vote is refused');
  await elsewhere.vote('carol', question, ['No']);
  tell.saw('a second vote by ben, and one by carol: refused, and both were told');
  tell.quote(await messageTo(world, 'carol', 'was not counted'));
  await elsewhere.vote('dave', question, ['No']);
  tell.saw('a vote by dave, who is no member: refused');
  tell.quote(await messageTo(world, 'dave', 'was not counted'));
  await votesCounted(world, 3);
  tell.saw('still three ballots');

  tell.chapter(6, 'It passes, and comes into force by itself');
  world.days(7);
  await until('the vote is decided', async () => (await phaseOf(world)) === 'decided');
  const late = await world.visitor('ana', north).post(`${proposal}/ballot`, { choice: 'no' });
  check(/over|closed/i.test(late.text), 'a vote after the close is refused');
  tell.saw('passed: 3 yes, 0 no. A vote after the close is refused');
  await elsewhere.until(
    async () =>
      (await elsewhere.polls('carol')).some((one) => JSON.stringify(one).includes('"Abstain"') && Boolean(one.closed)),
    'the poll shows its result elsewhere',
  );
  tell.saw('the poll is closed elsewhere too, with its result');
  world.days(3);
  await until('the rule is in force', async () => (await phaseOf(world)) === 'in-force');
  check((await ben.get(`${guild.path}/rules`)).text.includes('R-1'), 'R-1 stands under the rules');
  tell.saw('after the timelock of 72 hours rule R-1 came into force; nobody did anything');
}

/** How many ballots there are, as the proposal's page says. */
async function votesCounted(world: World, count: number): Promise<void> {
  await until(`${count} ballots`, async () => {
    const { text } = await world.visitor('ben', world.north).get(`${world.guild.path}/proposals/P-1`);
    return new RegExp(`\\b${count} of \\d+ `).test(text);
  });
}

/** A direct message that reached somebody elsewhere. */
export async function messageTo(world: World, user: string, text: string): Promise<string> {
  const found = await until(`a message with “${text}” reaches ${user}`, async () =>
    (await world.elsewhere.messages(user)).find((one) => JSON.stringify(one).includes(text)),
  );
  return found.content
    .replaceAll(/<br\s*\/?>|<\/p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
