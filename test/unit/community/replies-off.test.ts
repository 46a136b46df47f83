import { expect, it } from '@jest/globals';
import { switchesRepliesOff } from '../../../server/community/replies-off.ts';

it.each([
  { replies: 'off' },
  { replies: 'nobody' },
  { replies: false },
  { reply_policy: 'None' },
  { commentsPolicy: 2 },
  { comments_enabled: 'false' },
  { commentsEnabled: false },
  { allow_replies: '0' },
  { comments_disabled: true },
  { disable_replies: 'on' },
  { interaction_policy: { can_reply: { always: [] } } },
  { interaction_policy: { can_reply: { always: ['followers'], with_approval: ['public'] } } },
  { interactionPolicy: { canReply: { automaticApproval: 'https://north.example/actors/bob/followers' } } },
])('%j asks that nobody may answer', (said) => {
  expect(switchesRepliesOff(said)).toBe(true);
});

it.each([
  {},
  { status: 'replies off' },
  { replies: 'everybody' },
  // What ActivityStreams calls so is the collection of answers.
  { replies: 'https://north.example/posts/1/replies' },
  { replies: { type: 'Collection', totalItems: 0 } },
  { commentsPolicy: 1 },
  { comments_enabled: true },
  { comments_disabled: false },
  { comments_disabled: '' },
  { interaction_policy: { can_reply: { always: ['public'] } } },
  { interaction_policy: { can_favourite: { always: [] } } },
  { interactionPolicy: { canReply: { automaticApproval: 'as:Public' } } },
  null,
  ['replies'],
  'replies=off',
])('%j does not', (said) => {
  expect(switchesRepliesOff(said)).toBe(false);
});
