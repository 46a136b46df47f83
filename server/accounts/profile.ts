import type { PersonIri } from '../community/ids.ts';
import { type ProfileField, settledFields } from '../community/profile-field.ts';
import type { Result } from '../community/result.ts';
import { accepted, refused } from '../community/result.ts';
import { said } from '../community/said.ts';
import { oneLine, withoutUnseen } from '../community/text.ts';
import type { People } from '../ports/actors.ts';

const LONGEST_NAME = 100;
const LONGEST_SUMMARY = 1000;

/** Somebody here changes what others read about her: plain text, all of it. What is absent stays as it is. */
export async function describeOneself(
  { people }: { readonly people: Pick<People, 'describe' | 'byIri'> },
  ask: {
    readonly person: PersonIri;
    readonly displayName: string;
    readonly summary: string;
    readonly fields?: readonly Pick<ProfileField, 'name' | 'value'>[];
  },
): Promise<Result<null, 'bad-name' | 'bad-summary' | 'bad-field'>> {
  const displayName = oneLine(ask.displayName);
  const summary = withoutUnseen(ask.summary).trim();
  if (displayName === '') return refused('bad-name', 'Give a name: others read it above what you write.');
  if (displayName.length > LONGEST_NAME)
    return refused('bad-name', said`A name has at most ${LONGEST_NAME} characters.`);
  if (summary.length > LONGEST_SUMMARY) {
    return refused('bad-summary', said`Say it in at most ${LONGEST_SUMMARY} characters; yours has ${summary.length}.`);
  }
  if (ask.fields === undefined) {
    await people.describe(ask.person, { displayName, summary });
    return accepted(null);
  }
  const fields = settledFields(ask.fields, (await people.byIri(ask.person))?.fields);
  if (!fields.ok) return fields;
  await people.describe(ask.person, { displayName, summary, fields: fields.value });
  return accepted(null);
}
