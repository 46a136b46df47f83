/** A month by UTC, like `2026-11`: so long one token stands for one person. */
export type Epoch = string;

export const epochOf = (at: Date): Epoch => at.toISOString().slice(0, 7);

export const isEpoch = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** The epoch so many months after another one; before it, for a negative number. */
export function epochsLater(epoch: Epoch, months: number): Epoch {
  const [year, month] = epoch.split('-').map(Number) as [number, number];
  return epochOf(new Date(Date.UTC(year, month - 1 + months, 1)));
}

/** When tokens and voices of an epoch end: with the month after it, so that who comes late in one can still speak. */
export function endOfVoices(epoch: Epoch): Date {
  return new Date(`${epochsLater(epoch, 2)}-01T00:00:00Z`);
}

/** Whether tokens and voices of an epoch are good at a time: from its beginning to the end of the month after it. */
export const isCurrent = (epoch: Epoch, now: Date): boolean =>
  isEpoch(epoch) && epoch <= epochOf(now) && now < endOfVoices(epoch);
