import { z } from 'zod';
import type { ActorIri, Digest, PostIri, ProposalId, RuleId } from '../community/ids.ts';
import type { Poll, RuleCited } from '../community/post.ts';
import type { StatementOfReasons } from '../governance/events.ts';
import { count, type FieldsOf, list, text } from './fields.ts';

const citedFields = { rule: text<RuleId>(), version: count } satisfies FieldsOf<RuleCited>;
const citedSchema = z.object(citedFields);

export const standingSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('visible') }),
  z.object({ state: z.literal('held'), cited: citedSchema, until: z.date() }),
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

const effectSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('hold'), hours: z.number() }),
  z.object({ do: z.literal('label'), label: text() }),
  z.object({ do: z.literal('limit'), posts: z.number(), hours: z.number() }),
]);

export const statementSchema = z.object({
  post: text<PostIri>(),
  author: text<ActorIri>(),
  evidence: text<Digest>(),
  cited: citedSchema,
  effect: effectSchema,
  actAt: z.date(),
  facts: text(),
  automated: z.literal(true),
  decidedBy: z.literal('rule'),
} satisfies FieldsOf<StatementOfReasons>);
