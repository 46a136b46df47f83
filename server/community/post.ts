import type { StatementOfReasons } from '../governance/events.ts';
import type { ActivityIri, ActorIri, CommunityIri, PostIri, ProposalId, RuleId } from './ids.ts';
import type { Focus, Size } from './media.ts';
import type { QuoteApproval, QuotePolicy } from './quote.ts';

/**
 * Who may see a post: everybody; the members of its community; the people in `to` inside a community, and no other
 * member of it (`circle`); or the actors in `to` alone, outside of any community (`direct`).
 */
export type Audience = 'public' | 'members' | 'circle' | 'direct';

/** Which version of which rule did something to a post. */
export interface RuleCited {
  readonly rule: RuleId;
  readonly version: number;
}

/** Where a post stands with its community. */
export type Standing =
  | { readonly state: 'visible' }
  /** Seen by its author only, until somebody looks at it or the time is over. */
  | {
      readonly state: 'held';
      readonly cited: RuleCited;
      readonly until: Date;
      /** Posted before the rule, which is also about what existed: hidden until the rule ends. */
      readonly existing?: true;
    }
  /** Taken out of a community elsewhere by those who moderate it: seen by its author only, here as well. */
  | { readonly state: 'removed'; readonly by: CommunityIri; readonly at: Date; readonly why?: string };

/** A poll inside a post, as it is shown. */
export interface Poll {
  readonly options: readonly string[];
  readonly multiple: boolean;
  readonly closesAt?: Date;
  readonly closedAt?: Date;
  /** Votes per option, as the poll's own server claims them; absent while the count is closed. */
  readonly counts?: readonly number[];
  readonly voters?: number;
  /** The proposal this poll is about, when it is one of a community here. */
  readonly proposal?: ProposalId;
  /** What an answer does there: seconds the proposal, or is a ballot on it. */
  readonly asks?: 'second' | 'ballot';
}

/** What others call a post (ActivityStreams vocabulary §3.3); a poll is one by what it holds, whatever its kind. */
export const POST_KINDS = ['note', 'article', 'page', 'event', 'image', 'video', 'audio', 'document'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/**
 * A file that belongs to a post. One at another server is linked, never shown inside a page, fetched or trusted; one of
 * this server's own (`here`) was made anew here.
 */
export interface Attachment {
  readonly kind: 'image' | 'video' | 'audio' | 'file';
  /** http or https. */
  readonly url: string;
  readonly mediaType?: string;
  /** What is to be seen or heard, in words. */
  readonly alt?: string;
  /** In pixels. */
  readonly width?: number;
  readonly height?: number;
  /** What stands in its place until it is there (blurha.sh). */
  readonly blurhash?: string;
  readonly focus?: Focus;
  /** How long a film or a sound takes. */
  readonly seconds?: number;
  /** For a file of this server's own, never read from the wire: what was uploaded, and a smaller picture of it. */
  readonly here?: { readonly upload: string; readonly preview?: string; readonly small?: Size };
}

/** A picture that stands for `:shortcode:` at the author's server. */
export interface Emoji {
  /** Without the colons. */
  readonly shortcode: string;
  readonly url: string;
}

/** When and where an event is. */
export interface Happening {
  readonly startsAt?: Date;
  readonly endsAt?: Date;
  readonly place?: string;
}

/** What a post quotes, as its author's server says it. */
export interface Quote {
  readonly post: PostIri;
  /** Where the quoted author's server says that it may (FEP-044f). */
  readonly stamp?: string;
  /** Of a post written here: the quoted author’s server has said no. */
  readonly refused?: true;
}

/** What a post has besides its text. An edit replaces all of it. Texts are plain; addresses are http or https. */
export interface PostDetails {
  /** Absent: a note. */
  readonly kind?: PostKind;
  /** What to be warned of before reading. */
  readonly warning?: string;
  /** Not for every eye: its text and attachments are shown when asked for. */
  readonly sensitive?: true;
  /** What an article or a video is about, in short. */
  readonly abstract?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly attachments?: readonly Attachment[];
  readonly emojis?: readonly Emoji[];
  /** Without the `#`. */
  readonly hashtags?: readonly string[];
  /** Where people read it at its own server. */
  readonly page?: string;
  /** The page somewhere else that it is about. */
  readonly link?: string;
  readonly event?: Happening;
  readonly quote?: Quote;
  /** Of a post from elsewhere: what happens to anybody who quotes it, as its author's server says; absent: not known. */
  readonly quotable?: 'automatic' | 'manual';
}

/** A post as it was before it was changed. */
export interface Edition extends Pick<Post, 'html' | 'title' | 'details'> {
  /** Since when it was like this. */
  readonly at: Date;
  /** For whom it was then, as `Post.audience` and `Post.to`. Absent: not kept, so it is its author's alone. */
  readonly audience?: Audience;
  readonly to?: readonly ActorIri[];
}

/** Something somebody wrote: one document, here or mirrored from its own server. */
export interface Post {
  readonly iri: PostIri;
  /** The `Create` that brought it. */
  readonly activity: ActivityIri;
  readonly author: ActorIri;
  /** The voice without a name on whose behalf its community, which is its author, says it. */
  readonly voice?: ActorIri;
  /** The community it was posted into; replies inherit their parent's. */
  readonly community?: CommunityIri;
  readonly inReplyTo?: PostIri;
  /** The first post of its thread; its own id for a first post. */
  readonly thread: PostIri;
  readonly title?: string;
  /** Sanitised HTML. */
  readonly html: string;
  /** What the author typed, for posts written here. */
  readonly source?: string;
  readonly audience: Audience;
  /** Addressed actors: for a direct post its readers, else the people mentioned. */
  readonly to: readonly ActorIri[];
  readonly home: 'here' | 'elsewhere';
  /** The author's claim; shown, but never used to decide. */
  readonly publishedAt: Date;
  /** When this server first had it: the time every rule goes by. */
  readonly receivedAt: Date;
  readonly editedAt?: Date;
  /** Its own server's word for when it was last changed: an older edition that comes late is passed over. */
  readonly updatedAt?: Date;
  readonly deletedAt?: Date;
  /** Nobody answers in it any more since then. */
  readonly lockedAt?: Date;
  /** A community elsewhere shows it first since then. */
  readonly pinnedAt?: Date;
  readonly standing: Standing;
  readonly labels: readonly (RuleCited & { readonly label: string })[];
  readonly poll?: Poll;
  readonly details?: PostDetails;
  /** What the quoted author's server said of the quote, when it was asked. */
  readonly quoteApproval?: QuoteApproval;
  /** Of a post written here: whom its author lets quote it; absent: everybody, as long as everybody may read it. */
  readonly quotePolicy?: QuotePolicy;
  /** When that, or whether what it quotes may be quoted, was changed last: no edit, but other servers are told. */
  readonly restatedAt?: Date;
  /** What rules did to it on arrival, with reasons, until the record has it. */
  readonly restrictions?: readonly StatementOfReasons[];
}

/** Tells one state of a post from others, in the id of the `Update` that says it: who may see it is part of what it is. */
export const editionNamed = ({
  editedAt,
  receivedAt,
  restatedAt,
  audience,
}: Pick<Post, 'editedAt' | 'receivedAt' | 'restatedAt' | 'audience'>): string =>
  [editedAt ?? receivedAt, restatedAt]
    .flatMap((at) => at?.toISOString() ?? [])
    .concat(audience)
    .join(' ');
