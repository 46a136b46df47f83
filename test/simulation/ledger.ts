import type { Result } from '../../server/community/result.ts';

/** Something that the model promises, how often it was looked at, and every time it did not hold. */
export interface Promised {
  readonly text: string;
  checked: number;
  readonly broken: string[];
}

/** What happened in a simulated year. */
export class Ledger {
  readonly counts = new Map<string, number>();
  /** Refusals, by what was asked and their code. */
  readonly refusals = new Map<string, number>();
  readonly promises = new Map<string, Promised>();

  count(what: string, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by);
  }

  /** Whether something that somebody asked for was done; what was refused is counted by its code. */
  done<Value>(what: string, result: Result<Value>): result is Extract<Result<Value>, { readonly ok: true }> {
    if (result.ok) this.count(what);
    else {
      const key = `${what}: ${result.refusal.code}`;
      this.refusals.set(key, (this.refusals.get(key) ?? 0) + 1);
    }
    return result.ok;
  }

  /** Something that must hold, by the model; `detail` says what was seen instead. */
  promise(text: string, holds: boolean, detail = ''): void {
    const promised = this.promises.get(text) ?? { text, checked: 0, broken: [] };
    this.promises.set(text, promised);
    promised.checked += 1;
    if (!holds) promised.broken.push(detail);
  }

  broken(): readonly string[] {
    return [...this.promises.values()].flatMap(({ text, broken }) => broken.map((detail) => `${text}: ${detail}`));
  }

  of(what: string): number {
    return this.counts.get(what) ?? 0;
  }
}
