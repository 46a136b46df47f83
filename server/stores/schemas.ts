import type { z } from 'zod';
import { activitySchema } from './activities.ts';
import { communitySchema, personSchema, serverActorSchema } from './actors.ts';
import { applicantSchema } from './applicants.ts';
import { ballotSchema } from './ballots.ts';
import { boardSchema, rollSchema } from './boards.ts';
import { captureAddressSchema } from './capture-addresses.ts';
import { collectionSchema, keptCollectionSchema } from './collections.ts';
import { communityInvitationSchema } from './community-invitations.ts';
import { deliverySchema } from './deliveries.ts';
import { entrySchema } from './entries.ts';
import { evidenceSchema } from './evidence.ts';
import { listedPersonSchema } from './explore.ts';
import { feedFollowSchema, feedItemSchema, feedSchema, sealedFeedSchema, sealedItemSchema } from './feeds.ts';
import { followSchema } from './follows.ts';
import { gestureSchema } from './gestures.ts';
import { releaseSchema } from './health.ts';
import { onceSentSchema } from './idempotency.ts';
import { importItemSchema, importSchema } from './imports.ts';
import { receivedSchema } from './inbox.ts';
import { invitationSchema } from './invitations.ts';
import { juryPoolSchema, juryTextSchema, juryVoteSchema } from './juries.ts';
import {
  filterSchema,
  followedFeedsSchema,
  keepsakeSchema,
  noteSchema,
  notificationPolicySchema,
  ownListSchema,
} from './keepsakes.ts';
import { personLanguageSchema } from './languages.ts';
import { leaseSchema } from './leases.ts';
import { letterWishSchema } from './letter-wishes.ts';
import { listedServerSchema, sharedListSchema } from './listed-servers.ts';
import { lookBackSchema, sealedLookBackSchema } from './look-backs.ts';
import { mailSchema } from './mails.ts';
import { markSchema } from './marks.ts';
import { newsSchema } from './news.ts';
import { noticeSchema } from './notices.ts';
import { notificationMarksSchema } from './notification-marks.ts';
import { accessTokenSchema, authorizationCodeSchema, clientAppSchema } from './oauth.ts';
import { confirmationSchema, digestSettingSchema, opinionSchema, roundSchema } from './participation.ts';
import { passwordLinkSchema } from './password-links.ts';
import { postSchema } from './posts.ts';
import { quietHoursSchema } from './quiet-hours.ts';
import { quoteLeaveSchema } from './quote-leaves.ts';
import { reactionSchema } from './reactions.ts';
import { readerSchema } from './readers.ts';
import { relationSchema } from './relations.ts';
import { remoteKeySchema } from './remote-keys.ts';
import { reportSchema } from './reports.ts';
import { scheduledPostSchema, writtenSchema } from './scheduled-posts.ts';
import { openedKeySchema, paperCodeSchema, paperSchema, secretBallotSchema, voteKeysSchema } from './secret-ballots.ts';
import { sentVoteSchema } from './sent-votes.ts';
import { projectionSchema } from './states.ts';
import { uploadSchema } from './uploads.ts';
import { issuerAskedSchema, issuerSaidSchema, voiceSchema } from './voices.ts';
import { cosignatureSchema, witnessedSchema } from './witnessing.ts';

/**
 * Everything that is stored about anything, by collection. What does not stand here is not stored: nothing tells who
 * was here when, who has read what, or who is writing just now, and a test reads this list to see that it stays so.
 */
export const SCHEMAS: Readonly<Record<string, readonly z.ZodType[]>> = {
  actors: [personSchema, communitySchema, serverActorSchema, applicantSchema],
  follows: [followSchema],
  posts: [postSchema],
  reactions: [reactionSchema],
  relations: [relationSchema],
  quoteLeaves: [quoteLeaveSchema],
  reports: [reportSchema],
  evidence: [evidenceSchema],
  entries: [entrySchema],
  projections: [projectionSchema],
  ballots: [ballotSchema],
  rolls: [rollSchema],
  boards: [boardSchema],
  voteKeys: [voteKeysSchema],
  papers: [paperSchema],
  paperCodes: [paperCodeSchema],
  secretBallots: [secretBallotSchema],
  voices: [voiceSchema],
  issuerSayings: [issuerSaidSchema],
  issuersAsked: [issuerAskedSchema],
  openedKeys: [openedKeySchema],
  received: [receivedSchema],
  leases: [leaseSchema],
  activities: [activitySchema],
  deliveries: [deliverySchema],
  remoteKeys: [remoteKeySchema],
  sentVotes: [sentVoteSchema],
  gestures: [gestureSchema],
  notices: [noticeSchema],
  mails: [mailSchema],
  news: [newsSchema],
  marks: [markSchema],
  readers: [readerSchema],
  // All but the first are what a sealed one holds.
  keepsakes: [keepsakeSchema, filterSchema, ownListSchema, notificationPolicySchema, noteSchema, followedFeedsSchema],
  // The last ones of each are what a sealed one holds.
  feeds: [feedSchema, sealedFeedSchema],
  feedItems: [feedItemSchema, sealedItemSchema],
  feedFollows: [feedFollowSchema],
  collections: [keptCollectionSchema, collectionSchema],
  lookBacks: [lookBackSchema, sealedLookBackSchema],
  // The last is what stands in the sealed file.
  imports: [importSchema, importItemSchema],
  notificationMarks: [notificationMarksSchema],
  invitations: [invitationSchema],
  communityInvitations: [communityInvitationSchema],
  passwordLinks: [passwordLinkSchema],
  onceSent: [onceSentSchema],
  // The other one is what a sealed one holds.
  scheduledPosts: [scheduledPostSchema, writtenSchema],
  uploads: [uploadSchema],
  clientApps: [clientAppSchema],
  authorizationCodes: [authorizationCodeSchema],
  accessTokens: [accessTokenSchema],
  listedServers: [listedServerSchema],
  sharedLists: [sharedListSchema],
  juryPools: [juryPoolSchema],
  juryVotes: [juryVoteSchema],
  juryTexts: [juryTextSchema],
  witnessed: [witnessedSchema],
  cosignatures: [cosignatureSchema],
  opinions: [opinionSchema],
  confirmations: [confirmationSchema],
  digestsOff: [digestSettingSchema],
  captureAddresses: [captureAddressSchema],
  personLanguages: [personLanguageSchema],
  quietHours: [quietHoursSchema],
  letterWishes: [letterWishSchema],
  rounds: [roundSchema],
  healthReleases: [releaseSchema],
  listedPeople: [listedPersonSchema],
};
