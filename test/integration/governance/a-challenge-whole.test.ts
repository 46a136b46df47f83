import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JuryId, ProposalId } from '../../../server/community/ids.ts';
import { days } from '../../support/adopted-rule.ts';
import { holdJury, poolOf } from '../../support/jury-stage.ts';
import { LINKS_RULE, must } from '../../support/people.ts';
import { beginStory, expectOrder, nameOf, type Story } from '../../support/whole-story.ts';

const NAMES = [
  'ana',
  'ben',
  'cleo',
  'dora',
  'emil',
  'finn',
  'gina',
  'hugo',
  'ida',
  'jon',
  'kim',
  'lea',
  'max',
] as const;
const home = '/communities/guild';

const J1 = 'J-1' as JuryId;
const J2 = 'J-2' as JuryId;

let story: Story;
let first: ProposalId;
let second: ProposalId;

/** Two rules, both adopted, with those who proposed and challenged them apart from the rest. */
beforeAll(async () => {
  story = await beginStory(NAMES);
  const { actions } = story.server;
  await days(story.server, 31);
  const adopt = async (by: string, title: string, rule: object): Promise<ProposalId> => {
    const change = { kind: 'adopt-rule', rule } as never;
    const asked = { community: story.guild, by: story.person(by), title, reasons: 'It is calmer.', change };
    const { proposal } = must(await actions.submitProposal(asked)).event as { readonly proposal: ProposalId };
    for (const name of ['emil', 'finn', 'gina']) {
      await actions.secondProposal({ community: story.guild, proposal, by: story.person(name) });
    }
    return proposal;
  };
  first = await adopt('ben', 'Links wait', LINKS_RULE);
  second = await adopt('ben', 'Links are labelled', {
    ...LINKS_RULE,
    title: 'Links are labelled',
    effects: [{ do: 'label', label: 'Links' }],
  });
  await days(story.server, 5);
  await days(story.server, 2);
  for (const proposal of [first, second]) {
    for (const voter of story.people.slice(3)) {
      must(await actions.castBallot({ community: story.guild, proposal, voter, choice: 'yes', via: 'web' }));
    }
  }
  await days(story.server, 7);
});
afterAll(() => story?.server.stop());

const proposal = async (id: ProposalId) => (await story.state()).proposals.get(id);
const challenges = async (id: ProposalId, names: readonly string[]) => {
  for (const name of names)
    await story.sends(name, `${home}/proposals/${id}/challenge`, { ground: 'The roll was wrong.' });
};

describe('a vote that did not keep to the procedure', () => {
  it('goes to a jury once enough have signed: without its proposer and those who challenge it', async () => {
    expect((await proposal(first))?.phase.state).toBe('timelock');
    await challenges(first, ['ana', 'cleo', 'dora']);
    expect((await proposal(first))?.challenge?.opened).toBeUndefined();
    await challenges(first, ['emil']);
    expect((await proposal(first))?.challenge).toMatchObject({ needed: 5 });
    await challenges(first, ['finn']);
    expect((await proposal(first))?.challenge?.opened).toBeDefined();
    const pool = (await poolOf(story.server, story.guild, J1)).map(({ member }) => nameOf(member));
    for (const name of ['ben', 'ana', 'cleo', 'dora', 'emil', 'finn']) expect(pool).not.toContain(name);
    expect(pool).toHaveLength(7);
    const page = await story.sees('gina', `${home}/proposals/${first}`);
    expect(page).toContain('A jury of members looks at whether the procedure was kept.');
  });

  it('is void when the jury says so, and never comes into force', async () => {
    await holdJury(story, J1, { blind: 'void', final: 'void' });
    expect(await proposal(first)).toMatchObject({
      phase: { state: 'voided' },
      challenge: { decided: { kept: false } },
    });
    expect(await story.sees('gina', `${home}/proposals/${first}`)).toContain('void');
    expect([...(await story.state()).rules.values()].flat().map(({ title }) => title)).not.toContain('Links wait');
  });
});

describe('a vote whose procedure was kept', () => {
  it('comes into force after all when the jury says so', async () => {
    // Until its seven jurors are free again there would be nobody for a second jury.
    await challenges(second, ['ana', 'cleo', 'dora', 'emil', 'finn']);
    await days(story.server, 3);
    expect((await proposal(second))?.phase.state).toBe('timelock');
    await holdJury(story, J2, { blind: 'void', final: 'valid' });
    expect(await proposal(second)).toMatchObject({
      phase: { state: 'in-force' },
      challenge: { decided: { kept: true, jury: J2 } },
    });
    expect(await story.sees('gina', `${home}/rules`)).toContain('Links are labelled');
  });

  it('leaves everything in order', () => expectOrder(story));
});
