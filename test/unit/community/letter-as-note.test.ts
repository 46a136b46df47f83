import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { letterAsNote } from '../../../server/community/notebook/letter.ts';
import {
  changedNote,
  emptyNote,
  LONGEST_NOTE_TEXT,
  LONGEST_NOTE_TITLE,
} from '../../../server/community/notebook/note.ts';

const asNote = (subject: string, text: string, whole = text) => letterAsNote({ subject, text, whole });

/** Signs that mean something in letters, that take two units, that are not seen, and half a sign. */
const anyText = fc.string({
  unit: fc.constantFrom(...'a#🙂 \n:>-é\u200b', '\ud83d', '#snag ', 'fwd: '),
  maxLength: 300,
});

describe('a letter to oneself, as a note', () => {
  it('has its subject as title, the hashtags in it as tags, and addresses alone on a line as links', () => {
    expect(asNote('Why it #drifts #snag', 'See\n https://works.example/a \nand https://works.example/b')).toEqual({
      title: 'Why it',
      text: 'See\nand https://works.example/b',
      addresses: 'https://works.example/a',
      tags: '#drifts #snag',
      cut: false,
    });
    // What is no hashtag stays a word.
    expect(asNote('Line #4 & # and C#', 'x')).toMatchObject({ title: 'Line #4 & # and C#', tags: '' });
  });

  it('leaves out what an answer quotes, and keeps whole what is passed on', () => {
    const text = 'Mine.\n\nOn Mon, 30 Nov 2026, Bob wrote:\n> his';
    expect(asNote('Re: Heat', text).text).toBe('Mine.');
    for (const prefix of ['Fwd:', 'FW: ', 'WG:', 'TR :', 'RV:', 'Fwd: Fwd: ']) {
      expect(asNote(`${prefix} Heat`, text)).toMatchObject({ title: 'Heat', text });
    }
    // Where nothing of it is hers, it is what she wanted to keep.
    expect(asNote('Heat', '> his', '> his').text).toBe('> his');
  });

  it('is always one that can be kept, however long the letter is, and says that it is cut', () => {
    const subject = `#a${' word'.repeat(100)}`;
    const long = asNote(subject, '🙂'.repeat(LONGEST_NOTE_TEXT));
    expect(long.cut).toBe(true);
    expect(long.text.endsWith('🙂…')).toBe(true);
    expect(long.title.length).toBeLessThanOrEqual(LONGEST_NOTE_TITLE);
    fc.assert(
      fc.property(anyText, anyText, (title, text) => {
        const { cut: _, ...said } = asNote(title, `${text}\nseen`);
        expect(changedNote(emptyNote(new Date(0)), said, new Date(0)).ok).toBe(true);
      }),
    );
    const links = Array.from({ length: 30 }, (_, at) => `https://works.example/${at}`).join('\n');
    const kept = asNote('Links', links);
    expect(kept.addresses.split('\n')).toHaveLength(20);
    expect(kept.text).toContain('https://works.example/29');
  });
});
