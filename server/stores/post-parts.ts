import { z } from 'zod';
import type { ActorIri, CommunityIri, Digest, PostIri, ProposalId, RuleId } from '../community/ids.ts';
import type { Attachment, Emoji, Happening, Poll, PostDetails, Quote, RuleCited } from '../community/post.ts';
import { POST_KINDS } from '../community/post.ts';
import type { QuoteApproval } from '../community/quote.ts';
import type { StatementOfReasons } from '../governance/events.ts';
import { count, type FieldsOf, list, oneOf, text } from './fields.ts';
import { focusSchema, sizeFields } from './uploads.ts';

export const audienceSchema = z.literal(['public', 'members', 'circle', 'direct']);

const citedFields = { rule: text<RuleId>(), version: count } satisfies FieldsOf<RuleCited>;
const citedSchema = z.object(citedFields);

export const standingSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('visible') }),
  z.object({
    state: z.literal('held'),
    cited: citedSchema,
    until: z.date(),
    existing: z.literal(true).exactOptional(),
  }),
  z.object({ state: z.literal('removed'), by: text<CommunityIri>(), at: z.date(), why: text().exactOptional() }),
]);

export const labelsSchema = list(z.object({ ...citedFields, label: text() }));

/** A poll as it is shown, with counts only: who voted what is never in it. */
export const pollSchema = z.object({
  options: list(text()),
  multiple: z.boolean(),
  closesAt: z.date().exactOptional(),
  closedAt: z.date().exactOptional(),
  counts: list(count).exactOptional(),
  voters: count.exactOptional(),
  proposal: text<ProposalId>().exactOptional(),
  asks: z.literal(['second', 'ballot']).exactOptional(),
} satisfies FieldsOf<Poll>);

const attachmentSchema = z.object({
  kind: oneOf('image', 'video', 'audio', 'file'),
  url: text(),
  mediaType: text().exactOptional(),
  alt: text().exactOptional(),
  width: count.exactOptional(),
  height: count.exactOptional(),
  blurhash: text().exactOptional(),
  focus: focusSchema.exactOptional(),
  seconds: z.number().min(0).exactOptional(),
  here: z
    .object({
      upload: text(),
      preview: text().exactOptional(),
      small: z.object(sizeFields).exactOptional(),
    } satisfies FieldsOf<NonNullable<Attachment['here']>>)
    .exactOptional(),
} satisfies FieldsOf<Attachment>);

/** What a post has besides its text; how much of it, whoever reads it from the wire has bounded. */
export const detailsSchema = z.object({
  kind: oneOf(...POST_KINDS).exactOptional(),
  warning: text().exactOptional(),
  sensitive: z.literal(true).exactOptional(),
  abstract: text().exactOptional(),
  language: text().exactOptional(),
  attachments: list(attachmentSchema).exactOptional(),
  emojis: list(z.object({ shortcode: text(), url: text() } satisfies FieldsOf<Emoji>)).exactOptional(),
  hashtags: list(text()).exactOptional(),
  page: text().exactOptional(),
  link: text().exactOptional(),
  event: z
    .object({
      startsAt: z.date().exactOptional(),
      endsAt: z.date().exactOptional(),
      place: text().exactOptional(),
    } satisfies FieldsOf<Happening>)
    .exactOptional(),
  quote: z
    .object({
      post: text<PostIri>(),
      stamp: text().exactOptional(),
      refused: z.literal(true).exactOptional(),
    } satisfies FieldsOf<Quote>)
    .exactOptional(),
  quotable: oneOf('automatic', 'manual').exactOptional(),
} satisfies FieldsOf<PostDetails>);

export const quoteApprovalSchema = z.object({
  stamp: text(),
  by: text<ActorIri>(),
  takenBack: z.literal(true).exactOptional(),
} satisfies FieldsOf<QuoteApproval>);

const effectSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('hold'), hours: z.number() }),
  z.object({ do: z.literal('hide'), hours: z.number() }),
  z.object({ do: z.literal('label'), label: text() }),
  z.object({ do: z.literal('limit'), posts: z.number(), hours: z.number() }),
]);

export const statementSchema = z.object({
  post: text<PostIri>(),
  author: text<ActorIri>(),
  evidence: text<Digest>(),
  cited: citedSchema,
  family: text().exactOptional(),
  effect: effectSchema,
  actAt: z.date(),
  since: z.date().exactOptional(),
  facts: text(),
  automated: z.literal(true),
  decidedBy: z.literal('rule'),
} satisfies FieldsOf<StatementOfReasons>);
