import type { Collection, Filter } from 'mongodb';
import type { DeadLetterCount, DeadLetters, WhichDead } from '../ports/federation.ts';
import type { DeliveryDocument } from './deliveries.ts';

function filterOf(which: WhichDead): Filter<DeliveryDocument> {
  const dead = { deadAt: { $exists: true } };
  if (which === 'all') return dead;
  return 'id' in which ? { _id: which.id, ...dead } : { host: which.host, ...dead };
}

/** What the queue of deliveries gave up; always one inbox in a document. */
export function createDeadLetters(deliveries: Collection<DeliveryDocument>): DeadLetters {
  return {
    counts: (which) =>
      deliveries
        .aggregate<DeadLetterCount>([
          { $match: filterOf(which) },
          {
            $group: {
              _id: { host: '$host', why: '$why' },
              count: { $sum: 1 },
              firstAt: { $min: '$deadAt' },
              lastAt: { $max: '$deadAt' },
            },
          },
          { $project: { _id: 0, host: '$_id.host', why: '$_id.why', count: 1, firstAt: 1, lastAt: 1 } },
          { $sort: { count: -1, host: 1, why: 1 } },
        ])
        .toArray(),
    async list(which, limit) {
      const found = await deliveries.find(filterOf(which)).sort({ deadAt: -1 }).limit(limit).toArray();
      return found.map(({ _id: id, activity, inbox = '', host, attempts, why = '', deadAt = new Date(0) }) => ({
        id,
        activity,
        inbox,
        host,
        attempts,
        why,
        deadAt,
      }));
    },
    async replay(which, now) {
      const again = { $set: { nextAt: now, since: now, attempts: 0 }, $unset: { deadAt: 1, why: 1 } } as const;
      return (await deliveries.updateMany(filterOf(which), again)).modifiedCount;
    },
  };
}
