import type { Collection, Db } from 'mongodb';
import { z } from 'zod';
import type { PersonIri } from '../community/ids.ts';
import type { PersonLanguages } from '../ports/languages.ts';
import { checked, type FieldsOf, text } from './fields.ts';
import { upserting } from './writing.ts';

export const personLanguageSchema = z.object({
  _id: text<PersonIri>(),
  language: text(),
} satisfies FieldsOf<{ _id: PersonIri; language: string }>);
type LanguageDocument = z.infer<typeof personLanguageSchema>;

export function createPersonLanguages(db: Db): PersonLanguages {
  const all: Collection<LanguageDocument> = db.collection('personLanguages');
  return {
    async of(person) {
      return (await all.findOne({ _id: person }))?.language ?? null;
    },
    async set(person, language) {
      const document = checked(personLanguageSchema, { _id: person, language });
      await upserting(() => all.replaceOne({ _id: person }, document, { upsert: true }));
    },
    async suggest(person, language) {
      const { _id, ...said } = checked(personLanguageSchema, { _id: person, language });
      await upserting(() => all.updateOne({ _id }, { $setOnInsert: said }, { upsert: true }));
    },
    async forget(person) {
      await all.deleteOne({ _id: person });
    },
  };
}
