import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { postKey } from '../../../server/community/addresses.ts';
import type { CaseId, JuryId, PersonIri } from '../../../server/community/ids.ts';
import { days } from '../../support/adopted-rule.ts';
import { activity, note, post as send } from '../../support/attacker.ts';
import { holdJury, juryOf, poolOf } from '../../support/jury-stage.ts';
import { LINKS_RULE, must } from '../../support/people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from '../../support/remote-origin.ts';
import { allTold } from '../../support/unsealed.ts';
import { Visitor } from '../../support/visitor.ts';
import { beginStory, expectOrder, joinFromAfar, nameOf, type Story } from '../../support/whole-story.ts';

const JURORS = ['carl', 'dana', 'edda', 'falk', 'gerd', 'hans', 'inka', 'jana', 'kurt', 'lars', 'mona', 'nils', 'olga'];
const home = '/communities/guild';
const C1 = `${home}/cases/C-1`;
const J1 = 'J-1' as JuryId;

let story: Story;
let south: RemoteOrigin;
let west: RemoteOrigin;
let gil: RemoteActor & { readonly person: PersonIri };
let wim: typeof gil;

/** Ben of the guild's own server and gil of the south are moderators; wim of the west has written something. */
beforeAll(async () => {
  const names = ['ana', 'ben', 'rhea', ...JURORS];
  [story, south, west] = await Promise.all([beginStory(names), startRemoteOrigin('south'), startRemoteOrigin('west')]);
  [gil, wim] = [await joinFromAfar(story, south, 'gil'), await joinFromAfar(story, west, 'wim')];
  const by = story.person('ana');
  const founder = story.server.actions.actAsFounder;
  const rule = { ...LINKS_RULE, kind: 'conduct', human: { max: 'suspend:30d' } } as const;
  must(await founder({ community: story.guild, by, ask: { kind: 'adopt-rule', rule } }));
  for (const member of [story.person('ben'), gil.person]) {
    must(await founder({ community: story.guild, by, ask: { kind: 'appoint', role: 'moderator', member } }));
  }
  await days(story.server, 31);
});
afterAll(async () => {
  await Promise.all([story?.server.stop(), south?.close(), west?.close()]);
});

const says = async (content: string) => {
  const said = note(wim, story.guild, `<p>${content}</p>`);
  west.publish(said);
  await send(story.server.house.addresses.sharedInbox, wim, activity('Create', wim, said, { to: said.to }));
  await story.server.settle();
  return said;
};
const sanctions = async () => [...(await story.state()).sanctions.values()].map(({ level, state }) => [level, state]);
const entries = async () => {
  const kinds: string[] = [];
  for await (const { head } of story.server.house.record.after(story.guild, 0)) kinds.push(head.kind);
  return kinds;
};

/** The reasons that wim was given last, and where the link with them leads. */
async function toldWim() {
  const told = (await allTold(story.server.house, story.server.database.db)).filter(
    ({ to, kind }) => to === wim.person && kind === 'statement-of-reasons',
  );
  const last = told.toSorted((one, other) => one.at.getTime() - other.at.getTime()).at(-1);
  const { text = '', link = '' } = last ?? {};
  return { text, link: new URL(link).pathname };
}

it('two moderators of two organisations suspend wim at once, for some hours; neither can do it alone', async () => {
  const said = await says('Thieves, all of you.');
  const about = `${home}/report?post=${postKey(said.id as never)}`;
  expect(await story.sends('rhea', about, { rule: 'R-1', text: 'Every day.', how: 'report' })).toContain('C-1');
  await story.sends('ben', `${C1}/decide`, { measure: '4', facts: 'He insults everybody.', how: 'at-once' });
  expect(await sanctions()).toEqual([]);
  await story.sends('ben', `${C1}/confirm`);
  expect(await sanctions()).toEqual([]);
  const { actions, guild } = { actions: story.server.actions, guild: story.guild };
  must(await actions.confirmMeasure({ community: guild, case: 'C-1' as CaseId, by: gil.person }));
  await story.server.settle();
  expect(await sanctions()).toEqual([[4, 'active']]);
  await says('Still here.');
  expect(await story.sees('olga', home)).not.toContain('Still here.');
});

it('he is told why, at his own server, with a link by which he appeals this alone; words are needed', async () => {
  const { text, link } = await toldWim();
  for (const part of ['He insults everybody.', 'done at once', 'nine members', 'the measure waits']) {
    expect(text).toContain(part);
  }
  const anybody = new Visitor(story.server);
  expect((await anybody.get(link)).text).toContain('Two moderators did this at once.');
  expect((await anybody.submit(link, { words: ' ' })).text).toContain('Say why you think that this is wrong.');
  expect((await anybody.submit(link, { words: 'I quoted a play.' })).status).toBe(303);
  await story.server.settle();
  expect((await anybody.submit(link, { words: 'And once more.' })).status).not.toBe(303);
  expect(await juryOf(story.server, story.guild, J1)).toMatchObject({ size: 9, purpose: { kind: 'interim' } });
  const pool = (await poolOf(story.server, story.guild, J1)).map(({ member }) => member);
  for (const person of [story.person('ben'), story.person('rhea'), gil.person, wim.person]) {
    expect(pool).not.toContain(person);
  }
});

it('nine members look at it; after a day without their verdict it waits, and their verdict ends it', async () => {
  await holdJury(story, J1, {
    blind: 'overturn',
    final: 'overturn',
    async onceSeated(jurors) {
      expect(await sanctions()).toEqual([[4, 'active']]);
      const page = await story.sees(nameOf(jurors[0] as PersonIri), C1);
      expect(page).toContain('Thieves, all of you.');
      expect(page).toContain('I quoted a play.');
      expect(page).not.toContain('rhea');
    },
  });
  const kinds = await entries();
  const [waits, ended] = [kinds.indexOf('sanction-stayed'), kinds.indexOf('review-decided')];
  expect(waits).toBeGreaterThan(0);
  expect(ended).toBeGreaterThan(waits);
  expect(await sanctions()).toEqual([[4, 'overturned']]);
  await says('Back again.');
  expect(await story.sees('olga', home)).toContain('Back again.');
});

it('the case itself is still open: what was done at once decided nothing, and cannot be done a second time', async () => {
  expect((await story.state()).cases.get('C-1' as CaseId)?.phase.state).toBe('open');
  const again = { measure: '4', facts: 'Once more.', how: 'at-once' };
  expect(await story.sends('ben', `${C1}/decide`, again)).toContain('a second one is not possible');
  await story.sends('ben', `${C1}/decide`, { measure: '1', facts: 'It was rude.', how: 'decide' });
  expect((await story.state()).cases.get('C-1' as CaseId)?.phase.state).toBe('decided');
  expect((await toldWim()).text).toContain('It was rude.');
});

it('everything is in order', () => expectOrder(story));
