import type { Db } from 'mongodb';
import type { Sealer } from '../database/sealing.ts';
import type { PersonEffect } from '../ports/actors.ts';
import type { ApplicantEffect } from '../ports/applicants.ts';
import type { PendingWork } from '../ports/index.ts';
import { actorCollections, toCommunity, toPerson } from './actors.ts';
import { applicantCollection, toApplicant } from './applicants.ts';
import { ballotCollection, toBallotWork } from './ballots.ts';
import { entryCollection, toEntryWork } from './entries.ts';
import { followCollection, toFollowWork } from './follows.ts';
import { gestureCollection, toGestureWork } from './gestures.ts';
import { importCollection, toImportWork } from './imports.ts';
import { mailCollection, toMailWork } from './mails.ts';
import { noticeCollection, toNoticeWork } from './notices.ts';
import { createPending } from './pending.ts';
import { postCollection, toPostWork } from './posts.ts';
import { quoteLeaveCollection, toQuoteLeaveWork } from './quote-leaves.ts';
import { reportCollection, toReportWork } from './reports.ts';
import { sentVoteCollection, toSentVoteWork } from './sent-votes.ts';
import { toWitnessedWork, witnessedCollection } from './witnessing.ts';

/** Everything from which something follows: what is missing here is neither carried out nor freed. */
export function pendingWork(db: Db, sealer: Sealer, wall: () => Date) {
  const { communities, people } = actorCollections(db);
  return {
    foundings: createPending({
      collection: communities,
      only: { type: 'community' },
      read: (document) => ({ community: toCommunity(document) }),
      wall,
    }),
    people: createPending({
      collection: people,
      only: { type: 'person' },
      read: (document) => ({
        person: toPerson(document),
        effects: (document.pending ?? []) as readonly PersonEffect[],
      }),
      wall,
    }),
    applicants: createPending({
      collection: applicantCollection(db),
      only: { type: 'applicant' },
      read: (document) => ({
        applicant: toApplicant(sealer)(document),
        effects: (document.pending ?? []) as readonly ApplicantEffect[],
      }),
      wall,
    }),
    follows: createPending({ collection: followCollection(db), read: toFollowWork, wall }),
    posts: createPending({ collection: postCollection(db), read: toPostWork, wall }),
    entries: createPending({ collection: entryCollection(db), read: toEntryWork, wall }),
    ballots: createPending({ collection: ballotCollection(db), read: toBallotWork, wall }),
    notices: createPending({ collection: noticeCollection(db), read: toNoticeWork(sealer), wall }),
    gestures: createPending({ collection: gestureCollection(db), read: toGestureWork, wall }),
    quoteLeaves: createPending({ collection: quoteLeaveCollection(db), read: toQuoteLeaveWork, wall }),
    reports: createPending({ collection: reportCollection(db), read: toReportWork, wall }),
    mails: createPending({ collection: mailCollection(db), read: toMailWork(sealer), wall }),
    sentVotes: createPending({ collection: sentVoteCollection(db), read: toSentVoteWork, wall }),
    imports: createPending({ collection: importCollection(db), read: toImportWork(sealer), wall }),
    witnessed: createPending({ collection: witnessedCollection(db), read: toWitnessedWork, wall }),
  } satisfies PendingWork;
}
