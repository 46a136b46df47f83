import type { Community } from '../community/community.ts';
import type { Person } from '../community/person.ts';
import type { Post } from '../community/post.ts';
import type { Ballot } from '../governance/ballot.ts';
import type { Entry } from '../record/entry.ts';
import type { Communities, Credentials, Keys, People, PersonEffect } from './actors.ts';
import type { EmailAddresses } from './addresses.ts';
import type { Applicant, ApplicantEffect, Applicants } from './applicants.ts';
import type { EvidenceStore } from './evidence.ts';
import type { Activities, DeadLetters, Deliveries, Inbox, RemoteKeys, SentVote, SentVotes } from './federation.ts';
import type { Follow, FollowEffect, Follows } from './follows.ts';
import type { Gesture, GestureEffect, Gestures } from './gestures.ts';
import type { Idempotency } from './idempotency.ts';
import type { Invitations } from './invitations.ts';
import type { JuryPools, JuryRooms, JuryVotes } from './juries.ts';
import type { Filters, NotificationPolicies, OwnLists } from './keepsakes.ts';
import type { ListedServers } from './listed-servers.ts';
import type { Mail, Mails } from './mail.ts';
import type { Marks } from './marks.ts';
import type { Uploads } from './media.ts';
import type { News } from './news.ts';
import type { Notice, Notices } from './notices.ts';
import type { NotificationMarks } from './notification-marks.ts';
import type { AccessTokens, AuthorizationCodes, ClientApps } from './oauth.ts';
import type { Confirmations, DigestSettings, Opinions, Rounds } from './participation.ts';
import type { PasswordLinks } from './password-links.ts';
import type { Pending } from './pending.ts';
import type { PostEffect, Posts, Reactions, Timelines } from './posts.ts';
import type { PushSubscriptions } from './push.ts';
import type { Ballots, Boards, RecordStore, States } from './record.ts';
import type { Report, ReportEffect, Reports } from './reports.ts';
import type { ScheduledPosts } from './scheduled-posts.ts';
import type { SecondFactors } from './second-factors.ts';
import type { SecretBallots } from './secret-ballots.ts';
import type { Sessions } from './sessions.ts';
import type { Cosignatures, Witnessed, WitnessedEffect, WitnessedRecords } from './witnessing.ts';

/** Everything that is kept, by what it is about. Parts ask for the few they need: `Pick<Stores, 'posts' | 'states'>`. */
export interface Stores {
  readonly people: People;
  readonly communities: Communities;
  readonly credentials: Credentials;
  readonly emailAddresses: EmailAddresses;
  readonly applicants: Applicants;
  readonly mails: Mails;
  readonly secondFactors: SecondFactors;
  readonly sessions: Sessions;
  readonly passwordLinks: PasswordLinks;
  readonly keys: Keys;
  readonly follows: Follows;
  readonly posts: Posts;
  readonly timelines: Timelines;
  readonly reactions: Reactions;
  readonly reports: Reports;
  readonly evidence: EvidenceStore;
  readonly record: RecordStore;
  readonly states: States;
  readonly ballots: Ballots;
  readonly boards: Boards;
  readonly secretBallots: SecretBallots;
  readonly inbox: Inbox;
  readonly activities: Activities;
  readonly deliveries: Deliveries;
  readonly deadLetters: DeadLetters;
  readonly remoteKeys: RemoteKeys;
  readonly sentVotes: SentVotes;
  readonly gestures: Gestures;
  readonly notices: Notices;
  readonly marks: Marks;
  readonly filters: Filters;
  readonly ownLists: OwnLists;
  readonly notificationPolicies: NotificationPolicies;
  readonly notificationMarks: NotificationMarks;
  readonly invitations: Invitations;
  readonly clientApps: ClientApps;
  readonly idempotency: Idempotency;
  readonly scheduledPosts: ScheduledPosts;
  readonly uploads: Uploads;
  readonly authorizationCodes: AuthorizationCodes;
  readonly accessTokens: AccessTokens;
  readonly pushSubscriptions: PushSubscriptions;
  readonly listedServers: ListedServers;
  readonly juryPools: JuryPools;
  readonly juryVotes: JuryVotes;
  readonly juryRooms: JuryRooms;
  readonly witnessed: WitnessedRecords;
  readonly cosignatures: Cosignatures;
  readonly opinions: Opinions;
  readonly confirmations: Confirmations;
  readonly digestSettings: DigestSettings;
  readonly rounds: Rounds;
  /** What any process of this server has just written. */
  readonly news: News;
  readonly pending: PendingWork;
}

/** Documents that still have effects to be carried out, by kind. */
export interface PendingWork {
  readonly foundings: Pending<{ readonly community: Community }>;
  /** People of this server who changed something about themselves. */
  readonly people: Pending<{ readonly person: Person; readonly effects: readonly PersonEffect[] }>;
  readonly applicants: Pending<{ readonly applicant: Applicant; readonly effects: readonly ApplicantEffect[] }>;
  readonly follows: Pending<{ readonly follow: Follow; readonly effects: readonly FollowEffect[] }>;
  readonly posts: Pending<{ readonly post: Post; readonly effects: readonly PostEffect[] }>;
  readonly entries: Pending<{ readonly entry: Entry }>;
  readonly ballots: Pending<{ readonly ballot: Ballot }>;
  readonly notices: Pending<{ readonly notice: Notice }>;
  readonly gestures: Pending<{ readonly gesture: Gesture; readonly effects: readonly GestureEffect[] }>;
  readonly reports: Pending<{ readonly report: Report; readonly effects: readonly ReportEffect[] }>;
  readonly sentVotes: Pending<{ readonly vote: SentVote }>;
  /** `null`: settled already. */
  readonly mails: Pending<{ readonly mail: Mail | null }>;
  readonly witnessed: Pending<{ readonly witnessed: Witnessed; readonly effects: readonly WitnessedEffect[] }>;
}
