/** What a voter can do wrong on the page, in sentences for her; the page says them in her language. */
export const MISTAKES = {
  choose: 'Choose first; abstaining is a choice too.',
  numbers: 'Give numbers: 1, 2, 3 and so on.',
  once: 'Give each number once: nobody can be equal to another here.',
} as const;

/**
 * What is wrong with a choice, in a sentence for the voter, or `null`: asked before it is sealed, for nobody can tell
 * her afterwards. The count itself asks again (`readChoice`).
 *
 * @param options what a ranked vote chooses between, by id; none where the vote is of yes and no
 */
export function mistakeIn(choice: string, options: readonly string[]): string | null {
  if (choice === '') return MISTAKES.choose;
  if (choice === 'abstain') return null;
  if (options.length === 0) return ['yes', 'no'].includes(choice) ? null : 'Vote yes, no or abstain.';
  const named = choice.split('>');
  if (named.some((one) => !options.includes(one)))
    return `Put these in order, “>” between them: ${options.join(', ')}.`;
  return new Set(named).size === named.length ? null : 'Name each of them once.';
}

/**
 * A ranking as it is written, from the number that each option was given: `N-2>N-1`. Those without a number are left
 * out. A sentence for the voter where the numbers are no ranking.
 */
export function rankingOf(
  numbers: readonly { readonly option: string; readonly rank: string }[],
): { readonly choice: string } | { readonly mistake: string } {
  const given = numbers.filter(({ rank }) => rank.trim() !== '');
  if (given.some(({ rank }) => !/^[1-9]\d{0,3}$/.test(rank.trim()))) return { mistake: MISTAKES.numbers };
  const ranks = given.map(({ rank }) => Number(rank));
  if (new Set(ranks).size < ranks.length) return { mistake: MISTAKES.once };
  const inOrder = [...given].sort((a, b) => Number(a.rank) - Number(b.rank));
  return { choice: inOrder.map(({ option }) => option).join('>') };
}
