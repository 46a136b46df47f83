import { createHash } from 'node:crypto';

/** Chance that is the same for the same seed (mulberry32). */
export class Chance {
  private state: number;

  constructor(seed: string) {
    this.state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  }

  /** From 0 up to, and without, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number below `bound`. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** True in so many of a hundred. */
  percent(of: number): boolean {
    return this.next() * 100 < of;
  }

  pick<Value>(from: readonly Value[]): Value {
    if (from.length === 0) throw new Error('there is nothing to pick from');
    return from[this.below(from.length)] as Value;
  }

  /** So many different ones, in an order of chance; fewer where there are fewer. */
  some<Value>(from: readonly Value[], count: number): readonly Value[] {
    const left = [...from];
    const most = Math.min(count, left.length);
    for (let place = 0; place < most; place += 1) {
      const other = place + this.below(left.length - place);
      [left[place], left[other]] = [left[other] as Value, left[place] as Value];
    }
    return left.slice(0, most);
  }

  /** Bytes as lower-case hexadecimal. */
  hex(bytes: number): string {
    return Array.from({ length: bytes }, () => this.below(256).toString(16).padStart(2, '0')).join('');
  }
}
