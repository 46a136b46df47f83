import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postKey } from '../../../server/community/addresses.ts';
import type { CaseId, JuryId, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { memberOf } from '../../../server/governance/membership.ts';
import { days } from '../../support/adopted-rule.ts';
import { holdJury, juryOf, poolOf } from '../../support/jury-stage.ts';
import { LINKS_RULE, must } from '../../support/people.ts';
import { beginStory, expectOrder, nameOf, type Story } from '../../support/whole-story.ts';

const JURORS = ['carl', 'dana', 'edda', 'falk', 'gerd', 'hans', 'inka', 'jana', 'kurt', 'lars', 'mona', 'nils', 'olga'];
const home = '/communities/guild';
const C1 = `${home}/cases/C-1`;
const J1 = 'J-1' as JuryId;
const J2 = 'J-2' as JuryId;

let story: Story;
let post: PostIri;
let first: readonly PersonIri[];

/** Ana founded the guild and made ben a moderator; its one rule may cost somebody her membership. */
beforeAll(async () => {
  story = await beginStory(['ana', 'ben', 'rudi', 'rhea', ...JURORS]);
  const { actions } = story.server;
  const by = story.person('ana');
  const rule = { ...LINKS_RULE, kind: 'conduct', human: { max: 'removal' } } as const;
  must(await actions.actAsFounder({ community: story.guild, by, ask: { kind: 'adopt-rule', rule } }));
  await story.sends('ana', `${home}/roles/appoint`, { role: 'moderator', member: '@ben' });
  await days(story.server, 31);
  const text = 'Everybody here is a thief.';
  post = must(await actions.publishPost({ author: story.person('rudi'), community: story.guild, text })).iri;
  await story.server.settle();
});
afterAll(() => story?.server.stop());

const thread = () => `${home}/threads/${postKey(post)}`;
const found = async () => (await story.state()).cases.get('C-1' as CaseId);
const isMember = async () => memberOf(await story.state(), story.person('rudi')) !== null;

describe('the first judgment', () => {
  it('begins with a report from the web; a moderator calls the jury that so severe a measure takes', async () => {
    const report = { rule: 'R-1', text: 'He says this every day.', how: 'report' };
    expect(await story.sends('rhea', `${home}/report?post=${postKey(post)}`, report)).toContain('C-1');
    const judged = { measure: '5', facts: 'He insults everybody.', how: 'jury' };
    expect(await story.sends('ben', `${C1}/decide`, judged)).toContain('It is written down.');
    expect((await found())?.phase.state).toBe('jury');
    expect(await juryOf(story.server, story.guild, J1)).toMatchObject({ size: 9, purpose: { kind: 'case' } });
  });

  it('is drawn without him, without who reported, and without who called it', async () => {
    const pool = (await poolOf(story.server, story.guild, J1)).map(({ member }) => nameOf(member));
    expect(pool.toSorted()).toEqual(['ana', ...JURORS]);
    expect(JSON.stringify(await juryOf(story.server, story.guild, J1))).not.toContain('rhea');
  });

  it('is the jury’s, which sees the post and not the reporter; its verdict takes effect by itself', async () => {
    await holdJury(story, J1, {
      blind: 'level-5',
      final: 'level-5',
      async onceSeated(jurors) {
        first = jurors;
        const outsider = JURORS.find((name) => !jurors.includes(story.person(name))) ?? '';
        const page = await story.sees(nameOf(jurors[0] as PersonIri), C1);
        expect(page).toContain('Everybody here is a thief.');
        expect(page).not.toContain('rhea');
        expect((await (await story.as(outsider)).get(C1)).status).toBe(404);
      },
    });
    expect(first).toHaveLength(9);
    expect((await found())?.phase.state).toBe('decided');
    expect(await isMember()).toBe(false);
    expect((await (await story.as('ben')).get(thread())).status).toBe(404);
    const notices = await story.sees('rudi', '/notices');
    for (const part of ['Rule R-1, version 1', 'He insults everybody.', 'You can appeal until']) {
      expect(notices).toContain(part);
    }
    expect(await story.sends('rudi', `${home}/posts`, { text: 'I am still here.' })).not.toContain(
      'I am still here.</p>',
    );
  });

  it('leaves one way back that is the members’ to open, and not at once', async () => {
    const draft = `${home}/propose/draft?change=readmit`;
    expect(await story.sees('ben', draft)).toContain(`value="${story.person('rudi')}"`);
    const said = { change: 'readmit', title: 'Rudi', reasons: 'He has calmed down.', step: 'submit' };
    const member = story.person('rudi');
    expect(await story.sends('ben', `${home}/proposals`, { ...said, member })).toMatch(
      /can be proposed from \d+ \w+ \d{4} on/,
    );
    const other = story.person('olga');
    expect(await story.sends('ben', `${home}/proposals`, { ...said, member: other })).toContain(
      'Choose who is to come back.',
    );
  });
});

describe('the appeal', () => {
  it('is heard by others than the first jurors', async () => {
    const text = await story.sends('rudi', `${C1}/appeal`, { words: 'It was a quotation.' });
    expect(text).toContain('Your appeal is there.');
    expect((await found())?.phase.state).toBe('appealed');
    const pool = (await poolOf(story.server, story.guild, J2)).map(({ member }) => member);
    expect(pool.filter((member) => first.includes(member))).toEqual([]);
    expect(pool.map(nameOf)).not.toContain('rhea');
    expect(pool.length).toBeGreaterThan(3);
  });

  it('is right: everything is undone, the post is shown again and he belongs to the guild again', async () => {
    await holdJury(story, J2, {
      blind: 'uphold',
      final: 'overturn',
      async onceSeated(jurors) {
        const page = await story.sees(nameOf(jurors[0] as PersonIri), C1);
        expect(page).toContain('Everybody here is a thief.');
        expect(page).toContain('It was a quotation.');
      },
    });
    expect([...(await story.state()).sanctions.values()].map(({ state }) => state)).toEqual(['overturned']);
    expect(await isMember()).toBe(true);
    expect(await story.sees('ben', thread())).toContain('Everybody here is a thief.');
    expect(await story.sends('rudi', `${home}/posts`, { text: 'I am back.' })).toContain('I am back.');
    expect(await story.sees('rudi', '/notices')).toContain('undone');
    const book = await story.sees('ben', `${home}/record`);
    expect(book).not.toContain('rhea');
  });
});

describe('a jury in the moderators’ place', () => {
  const C2 = `${home}/cases/C-2`;
  const J3 = 'J-3' as JuryId;

  it('is demanded by whose post a moderator hid; until it has judged nothing is in effect', async () => {
    const text = 'Thieves, as I said.';
    const author = story.person('rudi');
    const second = must(await story.server.actions.publishPost({ author, community: story.guild, text })).iri;
    await story.server.settle();
    const path = `${home}/threads/${postKey(second)}`;
    await story.sends('rhea', `${home}/report?post=${postKey(second)}`, { rule: 'R-1', text: 'Again.', how: 'report' });
    await story.sends('ben', `${C2}/decide`, { measure: '2', facts: 'Again.', how: 'decide' });
    expect((await (await story.as('olga')).get(path)).status).toBe(404);
    expect(await story.sends('rudi', `${C2}/demand`)).toContain('Until then nothing is in effect.');
    expect(await story.sees('olga', path)).toContain(text);
    expect(await juryOf(story.server, story.guild, J3)).toMatchObject({
      size: 5,
      purpose: { kind: 'case', case: 'C-2' },
    });
    const pool = (await poolOf(story.server, story.guild, J3)).map(({ member }) => nameOf(member));
    for (const name of ['rudi', 'rhea', 'ben']) expect(pool).not.toContain(name);
  });

  it('decides instead of them, and what it decides takes effect', async () => {
    await holdJury(story, J3, { blind: 'level-2', final: 'level-2' });
    expect((await story.state()).cases.get('C-2' as CaseId)).toMatchObject({ phase: { state: 'decided' } });
    expect([...(await story.state()).sanctions.values()].at(-1)).toMatchObject({ level: 2, state: 'active' });
    expect(await story.sees('olga', home)).not.toContain('Thieves, as I said.');
    expect(await story.sees('rudi', C2)).toContain('A jury of members, J-3, was asked for in their place');
  });

  it('leaves everything in order', () => expectOrder(story));
});
