import type { RuleDraft } from '../../server/governance/rules/rule.ts';

/** Holds what new members write with many links. */
export const LINK_RULE: RuleDraft = {
  title: 'Links by newcomers',
  text: { en: 'Posts by new members that carry many links are looked at first.' },
  authoritative: 'en',
  when: { all: [{ lt: ['author.tenureDays', 30] }, { gt: ['post.links', 2] }] },
  effects: [{ do: 'hold', hours: 72 }],
  overrides: [],
  fixtures: {
    match: [{ 'author.tenureDays': 4, 'post.links': 3 }],
    noMatch: [{ 'author.tenureDays': 40, 'post.links': 3 }],
  },
};
