/** What is said to whoever asks for a post that nobody may answer (promise.md, 4). */
export const REPLIES_STAY =
  'Replies cannot be switched off: whoever may read a post may answer it. Send it without that.';

/** How programs ask for it, each by a name of its own: `false` under these … */
const ALLOWING = [
  'comments_enabled',
  'commentsEnabled',
  'allow_replies',
  'allowReplies',
  'replies_enabled',
  'repliesEnabled',
];
/** … `true` under these, … */
const FORBIDDING = ['comments_disabled', 'commentsDisabled', 'disable_replies', 'replies_disabled', 'repliesDisabled'];
/** … or a word under these. PeerTube's policies have numbers: 2 is none, 3 is none without leave. */
const POLICIES = ['replies', 'reply_policy', 'replyPolicy', 'comments_policy', 'commentsPolicy'];

const NO = /^(false|0|no|off)$/i;
const YES = /^(true|1|yes|on)$/i;
const NOBODY = /^(nobody|none|no|off|false|disabled|closed|[023])$/i;
const PUBLIC = /^(public|as:Public|https:\/\/www\.w3\.org\/ns\/activitystreams#Public)$/;

type Said = Readonly<Record<string, unknown>>;

/** Whether what somebody sends with a post, as a form, JSON or an ActivityStreams object, asks that nobody may answer it. */
export function switchesRepliesOff(said: unknown): boolean {
  if (!isSaid(said)) return false;
  return (
    ALLOWING.some((name) => word(said, name, NO)) ||
    FORBIDDING.some((name) => word(said, name, YES)) ||
    POLICIES.some((name) => word(said, name, NOBODY)) ||
    narrowsAnswers(said.interaction_policy ?? said.interactionPolicy)
  );
}

const isSaid = (said: unknown): said is Said => typeof said === 'object' && said !== null && !Array.isArray(said);

const word = (said: Said, name: string, means: RegExp): boolean =>
  Object.hasOwn(said, name) &&
  ['string', 'boolean', 'number'].includes(typeof said[name]) &&
  means.test(String(said[name]));

/** GoToSocial's policy says who may answer at once; where that is not everybody, somebody may not. */
function narrowsAnswers(policy: unknown): boolean {
  const answering = isSaid(policy) ? (policy.can_reply ?? policy.canReply) : undefined;
  if (!isSaid(answering)) return false;
  const named = answering.always ?? answering.automaticApproval ?? [];
  return ![named].flat().some((one) => PUBLIC.test(String(one)));
}
