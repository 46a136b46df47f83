import { describe, expect, it } from '@jest/globals';
import { hashtagsIn, tagKey } from '../../../server/community/hashtags.ts';
import {
  KIND_TAGS,
  KNOWN_KINDS,
  kindsIn,
  kindTag,
  tagsAsked,
  tagsFor,
  welcomedIn,
} from '../../../server/community/kinds.ts';

describe('kinds of posts', () => {
  it('are each a hashtag, in one spelling', () => {
    for (const kind of KNOWN_KINDS) {
      expect(hashtagsIn(`so: #${KIND_TAGS[kind]}.`).map(tagKey)).toEqual([kind]);
      expect(kindTag(kind)).toBe(KIND_TAGS[kind]);
    }
  });

  it('follow from the hashtags of a post, wherever it was written', () => {
    expect(kindsIn(['welding', 'SNAG', 'TriedIt', 'snag'])).toEqual(['snag', 'triedit']);
    expect(kindsIn(['fieldnote'])).toEqual([]);
    expect(kindsIn(['fieldnote'], [{ kind: 'fieldnote', tag: 'FieldNote' }])).toEqual(['fieldnote']);
    expect(kindsIn(undefined)).toEqual([]);
    expect(kindsIn(['constructor', 'toString'])).toEqual([]);
  });

  it('say what is welcome while somebody works out loud, and of nothing else', () => {
    expect(welcomedIn(['WorkingOutLoud', 'helpwelcome', 'IdeasWelcome'])).toEqual(['ideas', 'help']);
    expect(welcomedIn(['WorkingOutLoud'])).toEqual([]);
    expect(welcomedIn(['Snag', 'helpwelcome'])).toEqual([]);
    expect(tagsFor({ kind: 'workingoutloud', welcome: ['help'] })).toEqual(['WorkingOutLoud', 'HelpWelcome']);
    expect(tagsFor({ kind: 'snag', welcome: ['help'] })).toEqual(['Snag']);
    expect(tagsFor({})).toEqual([]);
  });

  it('are one word, and are named as their community writes them', () => {
    for (const none of ['two words', '123', 'a-b', '<b>', 'x'.repeat(51)]) expect(tagsFor({ kind: none })).toBeNull();
    expect(tagsFor({ kind: 'FieldNote' })).toEqual(['FieldNote']);
    expect(kindTag('fieldnote', [{ kind: 'fieldnote', tag: 'FieldNote' }])).toBe('FieldNote');
  });

  it('are asked for by hashtags', () => {
    expect(tagsAsked({ kind: 'Snag' })).toEqual({ all: ['snag'], any: [] });
    const open = { kind: 'workingoutloud', welcoming: true } as const;
    expect(tagsAsked(open)).toEqual({ all: ['workingoutloud'], any: ['ideaswelcome', 'helpwelcome'] });
  });
});
