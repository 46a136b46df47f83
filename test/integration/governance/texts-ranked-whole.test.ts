import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProposalId } from '../../../server/community/ids.ts';
import { days } from '../../support/adopted-rule.ts';
import { Visitor } from '../../support/visitor.ts';
import { beginStory, expectOrder, type Story } from '../../support/whole-story.ts';

const NAMES = ['ana', 'ben', 'cleo', 'dora', 'emil', 'finn', 'gina'] as const;
const home = '/communities/guild';
const P1 = `${home}/proposals/P-1`;
const RULE = {
  change: 'adopt-rule',
  title: 'Links wait',
  text: 'Posts that carry many links are looked at first.',
  reasons: 'Nineteen adverts in one week.',
  'when-1-fact': 'post.links',
  'when-1-test': 'gt',
  'when-1-value': '2',
  effect: 'hold',
  holdHours: '72',
};

let story: Story;

beforeAll(async () => {
  story = await beginStory(NAMES);
  await days(story.server, 31);
});
afterAll(() => story?.server.stop());

const proposal = async () => (await story.state()).proposals.get('P-1' as ProposalId);
const ranks = (first: string, ...others: readonly string[]) =>
  Object.fromEntries([first, ...others].map((id, at) => [`rank-${id}`, `${at + 1}`]));
const votes = (name: string, order: readonly [string, ...string[]], more = {}) =>
  story.sends(name, `${P1}/ballot`, { ...ranks(...order), ...more });

describe('two texts for one rule', () => {
  it('are put beside each other, and stand on one ballot with everything as it is', async () => {
    await story.sends('ana', `${home}/proposals`, { ...RULE, step: 'submit' });
    for (const name of ['cleo', 'dora', 'emil']) await story.sends(name, `${P1}/second`);
    const softer = { ...RULE, beside: 'P-1', title: 'A label will do', effect: 'label', label: 'Links' };
    await story.sends('ben', `${home}/proposals`, { ...softer, step: 'submit' });
    await story.sends('cleo', `${P1}/texts/T-2/second`);
    await days(story.server, 5);
    await days(story.server, 2);
    const page = await story.sees('finn', P1);
    for (const part of ['name="rank-T-1"', 'name="rank-T-2"', 'name="rank-status-quo"', 'Everything stays as it is']) {
      expect(page).toContain(part);
    }
  });

  it('are put in an order by each member, who may change it; one votes for another', async () => {
    // Gina lets finn vote for her.
    await story.sends('gina', `${home}/delegations`, { delegate: 'finn' });
    expect(await votes('ana', ['T-1', 'T-2', 'status-quo'])).toContain('1st Links wait, 2nd A label will do');
    expect(await votes('ben', ['T-2', 'status-quo', 'T-1'])).toContain('1st A label will do');
    expect(await votes('cleo', ['T-1', 'T-2'])).toContain('1st Links wait');
    expect(await votes('cleo', ['T-2', 'T-1'])).toContain('your vote stands');
    expect(await votes('cleo', ['T-2', 'T-1'], { change: 'yes' })).toContain('1st A label will do, 2nd Links wait');
    await votes('dora', ['T-2', 'T-1', 'status-quo']);
    await votes('emil', ['status-quo', 'T-1', 'T-2']);
    await votes('finn', ['T-2', 'T-1', 'status-quo']);
    expect(await story.sends('ben', `${P1}/ballot`, { 'rank-T-9': '1', change: 'yes' })).toMatch(/role="alert"/);
    // Before the close nobody is shown what others want.
    expect(await story.sees('gina', P1)).not.toContain('Each against each');
  });

  it('end in one that no other beats, as its page shows: with the changed vote, and the delegated one', async () => {
    await days(story.server, 7);
    const counted = await proposal();
    expect([counted?.phase.state, counted?.outcome?.tally]).toMatchObject([
      'timelock',
      { method: 'schulze', winner: 'T-2', turnout: 7, delegated: 1 },
    ]);
    const page = await story.sees('gina', P1);
    for (const part of ['“A label will do” won.', 'Each against each', 'Who voted what', '7 of 7 on the roll voted']) {
      expect(page).toContain(part);
    }
    // T-2 before T-1: ben, cleo as she changed it, dora, finn and gina by him; T-1 before T-2: ana, emil.
    expect(page).toContain('<b>5 to 2</b>');
    const stranger = (await new Visitor(story.server).get(P1)).text;
    expect(stranger).toContain('Each against each');
    expect(stranger).not.toContain('Who voted what');
  });

  it('and that one comes into force by itself', async () => {
    await days(story.server, 3);
    expect((await proposal())?.phase.state).toBe('in-force');
    const rules = await story.sees('emil', `${home}/rules`);
    expect(rules).toContain('A label will do');
    expect(rules).not.toContain('Links wait');
    const text = 'https://a.example/1 https://a.example/2 https://a.example/3';
    expect(await story.sends('ana', `${home}/posts`, { text })).toContain('Links');
    expect([...(await story.state()).holds.keys()]).toEqual([]);
  });

  it('leaves everything in order', () => expectOrder(story));
});
