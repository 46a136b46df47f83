import type { Collection, Db, Filter } from 'mongodb';
import { z } from 'zod';
import type { ActorIri, PostIri } from '../community/ids.ts';
import { RELATION_KINDS, type Relation, type Relations } from '../ports/relations.ts';
import { checked, type FieldsOf, oneOf, text } from './fields.ts';
import { insertNew } from './writing.ts';

export const relationSchema = z.object({
  /** `kind from to`: one document, however often it is said. */
  _id: text(),
  from: text<PostIri>(),
  to: text<PostIri>(),
  kind: oneOf(...RELATION_KINDS),
  by: text<ActorIri>(),
  at: z.date(),
} satisfies FieldsOf<Relation> & { readonly _id: z.ZodType });
type RelationDocument = z.infer<typeof relationSchema>;

const idOf = ({ kind, from, to }: Pick<Relation, 'kind' | 'from' | 'to'>) => `${kind} ${from} ${to}`;

export function createRelations(db: Db): Relations {
  const relations: Collection<RelationDocument> = db.collection('relations');
  const oldest = async (filter: Filter<RelationDocument>): Promise<readonly Relation[]> => {
    const found = await relations.find(filter).sort({ at: 1, _id: 1 }).toArray();
    return found.map(({ _id, ...relation }) => relation);
  };
  const related =
    (end: 'from' | 'to') =>
    (posts: readonly PostIri[], kinds: readonly Relation['kind'][] = RELATION_KINDS) =>
      posts.length === 0 ? Promise.resolve([]) : oldest({ [end]: { $in: [...posts] }, kind: { $in: [...kinds] } });
  return {
    async add(relation) {
      const document = checked(relationSchema, { _id: idOf(relation), ...relation });
      return (await insertNew(relations, document)) ? 'added' : 'known';
    },
    async remove(relation) {
      await relations.deleteOne({ _id: idOf(relation) });
    },
    from: related('from'),
    to: related('to'),
  };
}
