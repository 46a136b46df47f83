import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Test files of one worker share the program's modules (`support/jest/runtime.mjs`), as two requests to one server do.
 * So no module may keep anything by which one test file could change another. What modules keep all the same:
 */
const KEPT: Readonly<Record<string, string>> = {
  // By a house, a store or something read from one, each of which is one test file's own.
  'federation/receive/undone.ts undone': 'by inbox',
  'server/actions/dry-run.ts lately': 'by house',
  'server/actions/in-turn.ts last': 'by store',
  'server/actions/open-matters.ts kept': 'by house',
  'server/actions/record-tree.ts known': 'by record',
  'server/api/entities/account.ts written': 'by account',
  'server/community/listing.ts asSets': 'by list',
  'server/community/numbers.ts known': 'by what is numbered',
  'server/governance/ballots.ts linesByName': 'by roll',
  'server/governance/juries/pool.ts roots': 'by pool',
  'server/governance/roll.ts roots': 'by roll',
  'server/stores/post-counts.ts asRead': 'by post',
  'server/stores/posts.ts openings': 'by post',
  'server/stores/writing.ts inserts': 'by collection',
  'views/words/speaking.ts formats': 'by message',
  // What is reckoned from the key alone, and would be the same if it were reckoned anew.
  'server/accounts/passwords.ts nobody': 'the hash of a password that nobody has',
  'server/community/local-time.ts formats': 'how a time zone writes dates',
  'server/governance/clauses.ts CLAUSES': 'what a schema says, by its English',
  'server/governance/juries/beacon-signature.ts publicKey': 'the key of drand, read',
  'server/media/pictures.ts loading': 'a package',
  'server/record/chain.ts quotes': 'a text in quotes',
  'server/record/iso-text.ts dayText': 'how a day is written',
  'server/record/iso-text.ts dayTexts': 'how a day is written',
  'server/record/iso-text.ts lastDay': 'how a day is written',
  'server/record/revive.ts known': 'a path in steps',
  'views/words/speaking.ts speakers': 'by language',
  // Changes nothing that anybody is told.
  'server/footprint.ts later': 'when memory is given back',
};

/** What is kept in a module: what can be set, and what begins empty. As it is formatted, that begins a line. */
const CAN_CHANGE = [
  /^(?:export )?(?:let|var) (\w+)/gm,
  /^(?:export )?const (\w+)(?::[^=]+)? =\s+new (?!Set|Map)\w*(?:Map|Set|Used|Cache)\b/gm,
  /^(?:export )?const (\w+)(?::[^=]+)? =\s+new (?:Map|Set)(?:<.*>)?\(\)/gm,
  /^(?:export )?const (\w+)(?::[^=]+)? =\s+(?:\[\]|\{\})/gm,
  /^ +(?:(?:private|public|protected|readonly) )*static (?:readonly )?(#?\w+)(?::[^=(]+)? =/gm,
];

const filesOf = (room: string): readonly string[] =>
  readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${room}/${name.replaceAll(path.sep, '/')}`)
    .filter((name) => !/^server\/(?:verifiers|pages\/browser)\//.test(name));

describe('what test files share', () => {
  it('are modules that keep nothing by which one could change another', () => {
    const files = ['server', 'federation', 'views'].flatMap(filesOf);
    expect(files.length).toBeGreaterThan(1000);
    const found = files.flatMap((file) => {
      const text = readFileSync(path.join(ROOT, file), 'utf8');
      return CAN_CHANGE.flatMap((what) => [...text.matchAll(what)].map(([, name]) => `${file} ${name}`));
    });
    expect([...new Set(found)].toSorted()).toEqual(Object.keys(KEPT).toSorted());
  });
});
