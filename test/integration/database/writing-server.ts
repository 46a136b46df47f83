// A server that is killed in the middle of its work: writes one ballot after the other and says which are acknowledged.
import { connectDatabase } from '../../../server/database/connect.ts';
import { silentLog } from '../../../server/log.ts';
import { ENGINE_CACHE } from '../../support/engine.ts';

const [dataDir = '', first = '0'] = process.argv.slice(2);
const { db } = await connectDatabase({ dataDir, log: silentLog, engineCacheDir: ENGINE_CACHE });
console.log('serving');
const ballots = db.collection<{ _id: number }>('ballots');
let next = Number(first);
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (;;) {
      const id = next++;
      await ballots.insertOne({ _id: id });
      console.log(id);
    }
  }),
);
