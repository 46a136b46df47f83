import type { JuryOption, Verdict } from './jury.ts';

/**
 * The verdict of a jury (governance.md §3.4): the most severe option for which, or for anything more severe, as many
 * voted as it takes; where none has that, the mildest. The jury is hung when the mildest holds although no more than
 * half of those who voted were for it, or too few voted at all. A vote that grows more severe never makes the verdict
 * milder.
 *
 * @param options the mildest first
 * @param votes the ids of options; others are not counted
 */
export function verdictOf(
  options: readonly JuryOption[],
  votes: readonly JuryOption['id'][],
): Pick<Verdict, 'option' | 'hung'> {
  const severities = votes
    .map((vote) => options.findIndex(({ id }) => id === vote))
    .filter((severity) => severity >= 0);
  const [mildest, ...severer] = options;
  if (mildest === undefined) throw new Error('a jury without options has nothing to decide');
  const decided = severer.findLast(
    ({ need }, at) => severities.filter((severity) => severity > at).length >= Math.max(need, 1),
  );
  if (decided !== undefined) return { option: decided.id, hung: false };
  const meant = severities.filter((severity) => severity === 0).length;
  return { option: mildest.id, hung: meant * 2 <= severities.length || severities.length < mildest.need };
}

/** How many voted for each option, the mildest first. */
export function countsOf(options: readonly JuryOption[], votes: readonly JuryOption['id'][]) {
  return options.map(({ id: option }) => ({ option, votes: votes.filter((vote) => vote === option).length }));
}
