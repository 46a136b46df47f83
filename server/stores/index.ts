import type { Db } from 'mongodb';
import type { Addresses } from '../community/addresses.ts';
import type { Sealer } from '../database/sealing.ts';
import type { GovernanceEvent } from '../governance/events.ts';
import type { Changes } from '../ports/changes.ts';
import type { Stores } from '../ports/index.ts';
import { createActivities } from './activities.ts';
import { actorCollections } from './actors.ts';
import { createEmailAddresses } from './addresses.ts';
import { createAffiliations } from './affiliations.ts';
import { applicantCollection, createApplicants } from './applicants.ts';
import { createBallots } from './ballots.ts';
import { createBoards } from './boards.ts';
import { createCaptureAddresses } from './capture-addresses.ts';
import { countingWrites } from './changes.ts';
import { createCollections } from './collections.ts';
import { createCommunities } from './communities.ts';
import { createCommunityInvitations, purgeCommunityInvitations } from './community-invitations.ts';
import { countedWrites } from './counted-writes.ts';
import { createCredentials } from './credentials.ts';
import { createDeadLetters } from './dead-letters.ts';
import { createDeliveries, deliveryCollection, purgeDeliveries } from './deliveries.ts';
import { createRecord, entryCollection } from './entries.ts';
import { createEvidence } from './evidence.ts';
import { createExplore, createListedPeople } from './explore.ts';
import { createFeeds } from './feeds.ts';
import { createFollows, followCollection } from './follows.ts';
import { createGestures, gestureCollection } from './gestures.ts';
import { createNetworkHealth } from './health.ts';
import { createIdempotency, purgeOnceSent } from './idempotency.ts';
import { createImports, purgeImports } from './imports.ts';
import { createInboxStore, purgeReceived, receivedCollection } from './inbox.ts';
import { createInvitations } from './invitations.ts';
import { createJuryPools, createJuryRooms, createJuryVotes, purgeJuries } from './juries.ts';
import {
  createFilters,
  createFollowedFeeds,
  createNotes,
  createNotificationPolicies,
  createOwnLists,
} from './keepsakes.ts';
import { createKeys, createServerActor, type ServerActor } from './keys.ts';
import { createPersonLanguages } from './languages.ts';
import { createLeases } from './leases.ts';
import { createLetterWishes } from './letter-wishes.ts';
import { createListedServers } from './listed-servers.ts';
import { createLookBackNotices } from './look-backs.ts';
import { createMails, mailCollection, purgeMails } from './mails.ts';
import { createMarks, purgeMarks } from './marks.ts';
import { createNews } from './news.ts';
import { createNotices, noticeCollection } from './notices.ts';
import { createNotificationMarks } from './notification-marks.ts';
import {
  createAccessTokens,
  createAuthorizationCodes,
  createClientApps,
  purgeAuthorizationCodes,
  purgeClientApps,
} from './oauth.ts';
import { createConfirmations, createDigestSettings, createOpinions, createRounds } from './participation.ts';
import { createPasswordLinks, purgePasswordLinks } from './password-links.ts';
import { createPlacesWithDue } from './pending.ts';
import { pendingWork } from './pending-work.ts';
import { createPeople } from './people.ts';
import { createPostCounts } from './post-counts.ts';
import { createPosts, postCollection } from './posts.ts';
import { createPostsAtHand } from './posts-at-hand.ts';
import { createPushSubscriptions, type StoredPushSubscriptions } from './push.ts';
import { createQuietHours } from './quiet-hours.ts';
import { createQuoteLeaves, quoteLeaveCollection } from './quote-leaves.ts';
import { createReactions } from './reactions.ts';
import { changingReaders, createReaders } from './readers.ts';
import { createRecentPosts, knownToRecent } from './recent-posts.ts';
import { createRelations } from './relations.ts';
import { createRemoteKeys } from './remote-keys.ts';
import { createReports, reportCollection } from './reports.ts';
import { createScheduledPosts } from './scheduled-posts.ts';
import { createPostSearch } from './search.ts';
import { createSecondFactors } from './second-factors.ts';
import { createSecretBallots } from './secret-ballots.ts';
import { createSentVotes, sentVoteCollection } from './sent-votes.ts';
import { createSessions } from './sessions.ts';
import { createShownActors } from './shown-actors.ts';
import { createStates, type StoredStates } from './states.ts';
import { telling } from './telling.ts';
import { createTimelines } from './timelines.ts';
import { createUploads, type StoredUploads } from './uploads.ts';
import { createVoices } from './voices.ts';
import { createWaysIn } from './ways-in.ts';
import { createCosignatures, createWitnessed, witnessedCollection } from './witnessing.ts';

export interface StoreParts {
  /** Seals private keys, who reported, and what is said to somebody alone. */
  readonly sealer: Sealer;
  readonly addresses: Pick<Addresses, 'isHere' | 'server'>;
  /** The machine's time: leases go by it, never the community's. */
  readonly wall: () => Date;
  /** Whether anything follows from entries of a kind. */
  readonly hasConsequences: (kind: GovernanceEvent['kind']) => boolean;
  /** Where people are taken to be who have not said so (IANA); absent: UTC. */
  readonly timeZone?: string;
  /** `false`: ballots are cast as on a MongoDB before version 8, whatever this one can do. */
  readonly inOneWrite?: boolean;
}

/** The ports, and what only the one who starts the server needs. */
export interface MongoStores extends Stores {
  readonly states: StoredStates;
  readonly pushSubscriptions: StoredPushSubscriptions;
  readonly uploads: StoredUploads;
  readonly serverActor: ServerActor;
  /** What this process has written. */
  readonly changes: Changes;
  /**
   * What a process that is gone had in hand is due at once. Only for whoever alone works on this database: a claim of
   * a living process would be carried out twice.
   */
  freeClaims(): Promise<void>;
  /** Forgets what was done long ago: once a day is enough. */
  purge(): Promise<{
    readonly received: number;
    readonly deliveries: number;
    readonly juries: number;
    readonly codes: number;
    readonly apps: number;
  }>;
}

/** How long what is done is remembered, so that the same thing sent again is known: longer than others try again. */
const REMEMBERED_MS = 8 * 24 * 60 * 60 * 1000;

/**
 * Every port over MongoDB, each in its own file. One verb is one atomic write, so nothing here needs transactions,
 * sessions or change streams; how durable a write is, the `db` handle says.
 */
export function createStores(database: Db, parts: StoreParts): MongoStores {
  const { db, changes } = countingWrites(database);
  const { sealer, addresses, wall } = parts;
  const actors = actorCollections(db);
  const follows = followCollection(db);
  const posts = postCollection(db);
  const entries = entryCollection(db);
  const received = receivedCollection(db);
  const deliveries = deliveryCollection(db);
  const record = createRecord(entries, parts);
  const leases = createLeases(db);
  const pending = pendingWork(db, sealer, wall);
  const { news, tell } = createNews(db, sealer);
  const uploads = createUploads(db, wall);
  const pushSubscriptions = createPushSubscriptions(db, sealer, wall);
  const own = {
    marks: createMarks(db, sealer),
    filters: createFilters(db, sealer),
    ownLists: createOwnLists(db, sealer),
    gestures: createGestures(gestureCollection(db), wall),
    notificationMarks: createNotificationMarks(db),
    notificationPolicies: createNotificationPolicies(db, sealer),
  };
  const postCounts = createPostCounts(database, wall);
  const atHand = createPostsAtHand(posts);
  const recent = createRecentPosts(posts, atHand);
  const readers = createReaders(db, own, { actors, isHere: addresses.isHere });
  const stores: MongoStores = {
    people: createPeople(actors, sealer, wall),
    communities: createCommunities(actors, sealer, wall),
    shownActors: createShownActors(actors, changes),
    credentials: createCredentials(actors, wall),
    emailAddresses: createEmailAddresses(actors, parts),
    applicants: createApplicants(applicantCollection(db), parts),
    mails: createMails(mailCollection(db), parts),
    secondFactors: createSecondFactors(actors, { sealer, wall }),
    waysIn: createWaysIn(actors),
    affiliations: createAffiliations(actors, wall),
    communityInvitations: createCommunityInvitations(db),
    sessions: createSessions(db, wall),
    passwordLinks: createPasswordLinks(db),
    keys: createKeys(actors, sealer),
    serverActor: createServerActor(actors, sealer, addresses.server),
    changes,
    follows: createFollows(follows, actors, { wall, changes }),
    posts: createPosts(posts, wall, atHand),
    timelines: createTimelines(posts, follows, readers, { atHand, recent }),
    postSearch: createPostSearch(posts, follows),
    reactions: createReactions(db),
    quoteLeaves: createQuoteLeaves(quoteLeaveCollection(db), wall),
    postCounts,
    reports: createReports(reportCollection(db), parts),
    evidence: createEvidence(db),
    record,
    states: createStates({ db, entries, record, sealer }),
    ballots: createBallots(db, wall, parts),
    boards: createBoards(db),
    secretBallots: createSecretBallots(db, sealer, parts),
    voices: createVoices(db),
    inbox: createInboxStore(received, { leases, wall }),
    activities: createActivities(db, sealer),
    deliveries: createDeliveries(deliveries, wall),
    deadLetters: createDeadLetters(deliveries),
    remoteKeys: createRemoteKeys(db),
    ...own,
    readers,
    sentVotes: createSentVotes(sentVoteCollection(db), wall),
    notices: createNotices(noticeCollection(db), { addresses, sealer, wall }),
    relations: createRelations(db),
    notes: createNotes(db, sealer),
    followedFeeds: createFollowedFeeds(db, sealer),
    feeds: createFeeds(db, sealer, wall),
    collections: createCollections(db, sealer),
    lookBackNotices: createLookBackNotices(db, sealer),
    imports: createImports(db, parts),
    invitations: createInvitations(db),
    clientApps: createClientApps(db),
    idempotency: createIdempotency(db),
    scheduledPosts: createScheduledPosts(db, sealer),
    uploads,
    authorizationCodes: createAuthorizationCodes(db),
    accessTokens: createAccessTokens(db),
    pushSubscriptions,
    listedServers: createListedServers(db),
    juryPools: createJuryPools(db),
    juryVotes: createJuryVotes(db),
    juryRooms: createJuryRooms(db),
    witnessed: createWitnessed(witnessedCollection(db), wall),
    cosignatures: createCosignatures(db),
    opinions: createOpinions(db),
    confirmations: createConfirmations(db),
    digestSettings: createDigestSettings(db),
    letterWishes: createLetterWishes(db),
    captureAddresses: createCaptureAddresses(db),
    personLanguages: createPersonLanguages(db),
    quietHours: createQuietHours(db, parts.timeZone ?? 'UTC'),
    rounds: createRounds(db),
    networkHealth: createNetworkHealth(db, posts),
    explore: createExplore(posts, actors),
    listedPeople: createListedPeople(db),
    news,
    pending,
    placesWithDue: createPlacesWithDue(db),
    async freeClaims() {
      const now = wall();
      const later = { $gt: now };
      await leases.releaseAll();
      const sending = { nextAt: later, claim: { $exists: true } };
      await deliveries.updateMany(sending, { $set: { nextAt: now }, $unset: { claim: 1 } });
      await pushSubscriptions.free();
      await uploads.free();
      for (const line of Object.values(pending)) await line.free();
    },
    async purge() {
      const before = new Date(wall().getTime() - REMEMBERED_MS);
      // How many there were is nobody's business: it is not told.
      await purgeMarks(db, before);
      await purgeCommunityInvitations(db, before);
      return {
        received: await purgeReceived(received, before),
        deliveries: await purgeDeliveries(deliveries, before),
        juries: await purgeJuries(db, wall()),
        codes: await purgeAuthorizationCodes(db, before),
        apps: await purgeClientApps(db, before),
        mails: await purgeMails(db, before),
        passwordLinks: await purgePasswordLinks(db, before),
        onceSent: await purgeOnceSent(db, before),
        imports: await purgeImports(db, before),
      };
    },
  };
  const counted = countedWrites(knownToRecent(stores, recent), database, postCounts);
  return telling(changingReaders(counted, readers), addresses.isHere, tell);
}
