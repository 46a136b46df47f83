import { openDatabase } from './database.ts';
import type { Ledger } from './ledger.ts';
import { meddle } from './operator.ts';
import { World } from './world.ts';
import { type Scale, Year } from './year.ts';

const HELP = `Usage: npm run simulate -- [options]

Lives through a year of a community of twelve organisations on five servers: by its members' actions and by time alone,
on the real stores, without a wire. An organisation tries to capture it, and at the end an operator edits its database.

  --members N     members of the first day (2500)
  --proposals N   proposals by members (60)
  --cases N       things that are reported (200)
  --seed TEXT     what chance goes by (folkmoot)
  --help          this`;

interface Asked extends Scale {
  readonly seed: string;
}

function read(args: readonly string[]): Asked | null {
  const asked = { members: 2500, proposals: 60, cases: 200, seed: 'folkmoot' };
  for (let at = 0; at < args.length; at += 2) {
    const [name = '', value = ''] = args.slice(at, at + 2);
    const key = name.replace(/^--/, '');
    if (key === 'seed' && value !== '') asked.seed = value;
    else if (/^(members|proposals|cases)$/.test(key) && /^\d+$/.test(value)) {
      asked[key as 'members' | 'proposals' | 'cases'] = Number(value);
    } else return null;
  }
  return asked.members >= 60 ? asked : null;
}

/** The table at the end. */
function tell(ledger: Ledger): void {
  const rows = (title: string, map: ReadonlyMap<string, unknown>) => {
    console.log(`\n${title}`);
    for (const [name, value] of [...map].sort(([a], [b]) => (a < b ? -1 : 1)))
      console.log(`  ${name.padEnd(64)} ${value}`);
  };
  rows('What happened', ledger.counts);
  rows('What was refused', ledger.refusals);
  console.log('\nWhat the model promises');
  for (const { text, checked, broken } of ledger.promises.values()) {
    console.log(`  ${broken.length === 0 ? 'held' : 'BROKEN'}  ${text} (${checked} looked at)`);
    for (const detail of broken.slice(0, 5)) console.log(`          ${detail}`);
  }
}

const asked = read(process.argv.slice(2));
if (asked === null) {
  console.log(HELP);
  process.exitCode = process.argv.includes('--help') ? 0 : 2;
} else {
  const begun = Date.now();
  const say = (text: string) =>
    console.log(`${String(Math.round((Date.now() - begun) / 1000)).padStart(5)} s  ${text}`);
  say(
    `a year of ${asked.members} members, ${asked.proposals} proposals and ${asked.cases} cases; seed “${asked.seed}”`,
  );
  const database = await openDatabase();
  const world = await World.open(database.db, asked.seed);
  try {
    const year = new Year(world, asked, say);
    await year.live();
    say('the year is over; an operator edits the database');
    await meddle(world, year.ledger);
    tell(year.ledger);
    say(`${year.ledger.broken().length} promises broken`);
    process.exitCode = year.ledger.broken().length === 0 ? 0 : 1;
  } finally {
    world.close();
    await database.close();
  }
}
