import type { Document } from 'mongodb';
import { z } from 'zod';
import type { ActorIri } from '../community/ids.ts';
import type { Edition } from '../community/post.ts';
import { type FieldsOf, list, text } from './fields.ts';
import { audienceSchema, detailsSchema } from './post-parts.ts';

export const editionSchema = z.object({
  html: text(),
  title: text().exactOptional(),
  details: detailsSchema.exactOptional(),
  at: z.date(),
  audience: audienceSchema.exactOptional(),
  to: list(text<ActorIri>()).exactOptional(),
} satisfies FieldsOf<Edition>);

/**
 * A post with its earlier editions grows to so much at the most, since lists read it whole: then the first ones stay,
 * and no more are kept.
 */
const LARGEST = 128 * 1024;

/** For an update pipeline, before anything is changed: as it is now is kept, unless nobody else could see it. */
export const AS_IT_WAS: Document = {
  $set: {
    earlier: {
      $cond: [
        { $and: [{ $eq: ['$standing.state', 'visible'] }, { $lt: [{ $bsonSize: '$$ROOT' }, LARGEST] }] },
        {
          $concatArrays: [
            { $ifNull: ['$earlier', []] },
            [
              {
                html: '$html',
                title: '$title',
                details: '$details',
                at: { $ifNull: ['$editedAt', '$publishedAt'] },
                audience: '$audience',
                to: '$to',
              },
            ],
          ],
        },
        { $ifNull: ['$earlier', '$$REMOVE'] },
      ],
    },
  },
};
