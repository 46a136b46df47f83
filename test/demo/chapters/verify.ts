import { MongoClient } from 'mongodb';
import { EMBEDDED_CLIENT } from '../../../server/database/connect.ts';
import { connectToRunningEngine } from '../../../server/database/embedded/engine.ts';
import { operatorCommand } from '../../support/server-process.ts';
import { check } from '../narrator.ts';
import type { World } from '../world.ts';

/** 9: the record is replayed and agrees; one byte changed behind the program's back is found and named. */
export async function verify(world: World): Promise<void> {
  const { north, tell } = world;
  tell.chapter(9, 'The record is replayed; a byte changed in the database is found');
  const sound = await operatorCommand(north.env, 'record', 'verify');
  check(sound.code === 0, `everything agrees: ${sound.output}`);
  tell.quote(sound.output);
  tell.saw('folkmoot record verify agrees');

  const uri = await connectToRunningEngine(north.dataDir);
  check(uri, 'north’s engine is running');
  const client = await new MongoClient(uri, EMBEDDED_CLIENT).connect();
  try {
    const db = client.db('folkmoot');
    const ballots = db.collection('ballots');
    const ballot = await ballots.findOne({ choice: 'yes' });
    check(ballot, 'there is a ballot');
    await ballots.updateOne({ _id: ballot._id }, { $set: { choice: 'no' } });
    const forged = await operatorCommand(north.env, 'record', 'verify');
    check(forged.code === 3 && /ballot/i.test(forged.output), `the ballot is named: ${forged.output}`);
    tell.quote(forged.output);
    tell.saw('somebody with root changed a ballot from yes to no: verify names it');
    await ballots.updateOne({ _id: ballot._id }, { $set: { choice: 'yes' } });

    const entries = db.collection('entries');
    const entry = await entries.findOne({ kind: 'rule-in-force' });
    check(entry, 'the rule’s entry is there');
    const field = Object.keys(entry).find(
      (key) => typeof entry[key] === 'string' && entry[key].includes('"rule-in-force"'),
    );
    check(field, 'the entry has its event');
    const event = String(entry[field]);
    await entries.updateOne({ _id: entry._id }, { $set: { [field]: event.replace('"hours":72', '"hours":71') } });
    const bent = await operatorCommand(north.env, 'record', 'verify');
    check(bent.code === 3 && bent.output.includes(`entry ${String(entry.seq)}`), `the entry is named: ${bent.output}`);
    tell.quote(bent.output);
    tell.saw('somebody changed one byte of the rule in the record: verify names the entry');
    await entries.updateOne({ _id: entry._id }, { $set: { [field]: event } });
  } finally {
    await client.close();
  }
  const again = await operatorCommand(north.env, 'record', 'verify');
  check(again.code === 0, 'restored, it agrees again');
  tell.saw('both bytes put back: it agrees again');
}
