import { describe, expect, it } from '@jest/globals';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import { pages } from '../../../server/community/addresses.ts';
import { inEnglish } from '../../../server/community/said.ts';
import { operatorAttempt } from '../../../server/governance/attempt.ts';
import { groupNamed } from '../../../server/pages/models/book/groups.ts';
import { plain } from '../../../server/pages/models/book/naming.ts';
import type { NameOf } from '../../../server/pages/models/names.ts';
import {
  checkedModel,
  entryModels,
  groupLinks,
  namingFor,
  narrowedTo,
  peopleIn,
  turning,
} from '../../../server/pages/models/record.ts';
import { createChecks } from '../../../server/pages/models/record-checks.ts';
import type { Language } from '../../../views/words/language.ts';
import { speaker } from '../../../views/words/speaking.ts';
import { alice, bob, carol, dave, GUILD, LINK_RULE, mallory, Village } from '../governance/village.ts';
import { kept } from './kept-village.ts';

const say = speaker('en');
const nameOf: NameOf = (iri) => ({ name: iri.slice(iri.lastIndexOf('/') + 1), handle: iri });

/** The whole book as text, for one reader. */
function book(village: Village, isMember: boolean, say = speaker('en')): string[] {
  const naming = namingFor({ state: village.state, nameOf, isMember, pages, handle: 'guild', say });
  return entryModels(village.entries, naming).map(({ says, sub }) => {
    const words = says.map(plain).join('');
    return sub === undefined ? words : `${words} (${[sub].flat().map(plain).join('')})`;
  });
}

/** Everything that can stand in a book, or nearly so. */
function eventful(): Village {
  const village = Village.of(bob, carol, dave);
  village.adopt(alice, { kind: 'adopt-rule', rule: LINK_RULE });
  village.join(mallory);
  village.post(mallory, { 'post.links': 5 });
  village.pass(4);
  village.record(operatorAttempt({ what: 'change rule R-1', target: 'R-1', through: 'command' }));
  return village;
}

describe('the open book in words', () => {
  it('names members to members', () => {
    const lines = book(eventful(), true).join('\n');
    expect(lines).toContain('bob joined.');
    expect(lines).toContain('A post by mallory was held by rule R-1, version 1');
    expect(lines).toContain('Rule R-1, version 1 is in force');
    expect(lines).toContain('no person decided this');
    expect(lines).toContain('P-1 passed: 4 yes, 0 no, 0 abstained.');
    expect(lines).toContain('The operator tried to change rule R-1 (R-1), and was refused.');
  });

  it('numbers members to everybody else, each the same everywhere, and names the founder as such', () => {
    const village = eventful();
    const lines = book(village, false);
    expect(lines[0]).toContain('alice founded Guild');
    expect(lines[1]).toContain('Member 2 (north.example) joined.');
    expect(lines.slice(1).join('\n')).not.toMatch(/alice|bob|carol|dave|mallory/);
    expect(lines.join('\n')).toContain('A post by Member 5 (west.example) was held');
  });

  it('tells every entry in its reader’s language; what the record keeps in English stays English', () => {
    const village = eventful();
    const told = (language: Language, isMember: boolean) => book(village, isMember, speaker(language)).join('\n');
    expect(told('de', true)).toContain('bob ist beigetreten. (Zählt für north.example)');
    expect(told('de', true)).toContain('P-1 ist angenommen: 4 ja, 0 nein, 0 enthalten.');
    expect(told('de', false)).toContain('Mitglied 2 (north.example) ist beigetreten.');
    expect(told('fr', true)).toMatch(/^La règle R-1, version 1 est en vigueur : «/m);
    expect(told('ar', true)).toContain('انضم bob.');
    const naming = namingFor({
      state: village.state,
      nameOf,
      isMember: true,
      pages,
      handle: 'guild',
      say: speaker('es'),
    });
    const held = entryModels(village.entries, naming).find(({ says }) => says.includes('Un mensaje de '));
    expect(held?.sub).toEqual([
      'Automático, ninguna persona lo decidió. ',
      { english: expect.stringContaining('the post carries 5 links') },
    ]);
  });

  it('asks for the names of all whom a page is about', () => {
    const people = new Set(peopleIn(eventful().entries));
    expect(people).toEqual(new Set([alice, bob, carol, dave, mallory]));
  });

  it('leads to older entries as long as there are some', () => {
    const village = eventful();
    while (village.entries.length < 22) {
      village.record(operatorAttempt({ what: 'delete a post', target: 'it', through: 'http' }));
    }
    const newestFirst = [...village.entries].reverse();
    expect(turning('/record', newestFirst.slice(0, 20), null)).toEqual({ older: '/record?before=3' });
    expect(turning('/record', newestFirst.slice(2), 21)).toEqual({ newer: '/record' });
    expect(turning('/record', newestFirst.slice(20), 3)).toEqual({ newer: '/record' });
  });
});

describe('the book narrowed down', () => {
  const decisions = groupNamed('decisions');
  it('knows its kinds, and no other word', () => {
    expect(decisions?.kinds).toContain('rule-in-force');
    expect(groupNamed('anything')).toBeUndefined();
    expect(groupLinks('/record', decisions, say).filter(({ path }) => path === undefined)).toEqual([
      { title: 'Decisions' },
    ]);
    expect(groupLinks('/record', undefined, say)[0]).toEqual({ title: 'Everything' });
  });

  it('looks back a certain way, and leads on from where it stopped', () => {
    if (decisions === undefined) throw new Error('there are decisions');
    const { after } = narrowedTo(decisions, 12_000, null);
    expect(after).toBe(7000);
    const few = { group: decisions, after };
    expect(turning('/record', [], null, few)).toEqual({ older: '/record?only=decisions&before=7001' });
    expect(narrowedTo(decisions, 12_000, 7001).after).toBe(2000);
    expect(turning('/record', [], 2001, { group: decisions, after: 0 })).toEqual({ newer: '/record?only=decisions' });
  });

  it('leads to older decisions from the last one that is shown', () => {
    if (decisions === undefined) throw new Error('there are decisions');
    const village = eventful();
    const full = Array.from({ length: 20 }, () => village.entries.slice(4, 5)).flat();
    expect(turning('/record', full, null, { group: decisions, after: 0 })).toEqual({
      older: '/record?only=decisions&before=5',
    });
  });
});

/** In English. */
const problemIn = (checked: ReturnType<typeof checkedModel>): string =>
  checked.agrees ? '' : inEnglish(checked.problem);

describe('the check on the page of the book', () => {
  it('tells members what is wrong, and a visitor only where: no voter is named to her', async () => {
    const store = kept(eventful());
    const report = async () => verifyCommunity(store.house, GUILD);
    const at = new Date(0);
    expect(checkedModel(await report(), at, false)).toMatchObject({ agrees: true });
    for (const ballot of store.ballots) ballot.choice = 'no';
    const forMember = checkedModel(await report(), at, true);
    expect(problemIn(forMember)).toContain(bob);
    expect(problemIn(forMember)).toContain('And 1 more.');
    const forVisitor = problemIn(checkedModel(await report(), at, false));
    expect(forVisitor).toContain('a ballot on P-1');
    expect(forVisitor).not.toMatch(/bob|carol|dave/);
  });

  it('verifies once for many who look, and again when the record has grown', async () => {
    const village = eventful();
    const store = kept(village);
    let readings = 0;
    const record = {
      ...store.house.record,
      parcels: (...asked: Parameters<typeof store.house.record.parcels>) => {
        readings += 1;
        return store.house.record.parcels(...asked);
      },
    };
    const checks = createChecks({ ...store.house, record, clock: { now: () => village.now } });
    await Promise.all([checks(GUILD, village.state.head), checks(GUILD, village.state.head)]);
    await checks(GUILD, village.state.head);
    expect(readings).toBe(1);
    await checks(GUILD, village.entries[0]?.hash ?? village.state.head);
    expect(readings).toBe(2);
  });
});
