/**
 * One piece of work after the other: laying pictures out takes memory and a whole core, and others want theirs.
 *
 * @returns what each piece of work returns, when its turn has come
 */
export function createLane(): <Answer>(work: () => Promise<Answer>) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}
