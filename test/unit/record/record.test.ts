import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Digest } from '../../../server/community/ids.ts';
import { apply, applyInPlace, draftOf, initialState } from '../../../server/governance/apply.ts';
import type { GovernanceEvent } from '../../../server/governance/events.ts';
import { decodeState, encodeState, stateHash } from '../../../server/governance/state-text.ts';
import { canonicalText, hashOf } from '../../../server/record/canonical.ts';
import { checkEntry, commitmentOf, FIRST_PREV, headHash, makeEntry } from '../../../server/record/chain.ts';
import type { EncodedEntry } from '../../../server/record/encoding.ts';
import { decodeEntry, decodeEvent, encodeEntry, encodeEvent } from '../../../server/record/encoding.ts';
import type { Entry } from '../../../server/record/entry.ts';
import { RecordFault } from '../../../server/record/fault.ts';
import { dateFromIso, isoText } from '../../../server/record/iso-text.ts';
import { replay } from '../../../server/record/replay.ts';
import { verifyRecord } from '../../../server/record/verify.ts';
import { agreed, alice, bob, carol, codeOf, dave, GUILD, LINK_RULE, Village } from '../governance/village.ts';

const fold = { initial: initialState(GUILD), apply };
const verify = (entries: readonly Entry[], expected?: { seq: number; hash: Digest }) =>
  verifyRecord(entries, { ...fold, ...(expected === undefined ? {} : { expected }) });
const village = Village.of(bob, carol);
village.adopt(alice, { kind: 'adopt-rule', rule: LINK_RULE });
village.join(dave);
village.post(dave, { 'post.links': 3 });
village.pass(4);
const entries: readonly Entry[] = village.entries;
const at = (seq: number): Entry =>
  agreed(
    entries[seq - 1]
      ? { ok: true, value: entries[seq - 1] as Entry }
      : { ok: false, refusal: { code: 'none', text: `${seq}` } },
  );
/** The record with one entry replaced. */
const withEntry = (seq: number, entry: Entry) => entries.map((one) => (one.head.seq === seq ? entry : one));
/** An entry whose head was changed by somebody who knows how to hash. */
const rehashed = (entry: Entry, head: Partial<Entry['head']>): Entry => {
  const changed = { ...entry.head, ...head };
  return { ...entry, head: changed, hash: hashOf(changed) };
};

describe('an entry', () => {
  it('follows from the one before', () => {
    expect(at(1).head).toMatchObject({ seq: 1, prev: FIRST_PREV, kind: 'community-founded' });
    expect(at(2).head.prev).toBe(at(1).hash);
    expect(entries.map((entry, index) => codeOf(checkEntry(entry, entries[index - 1] ?? null)))).toEqual(
      entries.map(() => 'accepted'),
    );
  });

  it('says precisely what is wrong with it', () => {
    const what = (entry: Entry, previous: Entry | null = at(2)) => codeOf(checkEntry(entry, previous));
    const third = at(3);
    const event: GovernanceEvent = { kind: 'member-left', member: bob };
    expect(what({ ...third, hash: hashOf('other') })).toBe('hash');
    expect(what({ ...third, head: { ...third.head, at: new Date(0) } })).toBe('hash');
    expect(what({ ...third, event, text: encodeEvent(event) })).toBe('commitment');
    expect(what({ ...third, salt: '0'.repeat(32) })).toBe('commitment');
    expect(what(rehashed(third, { kind: 'member-left' }))).toBe('kind');
    expect(what(third, at(1))).toBe('seq');
    expect(what(rehashed(third, { prev: hashOf('other') }))).toBe('prev');
    expect(what(rehashed(third, { community: `${GUILD}2` as never }))).toBe('community');
    expect(what(rehashed(third, { at: new Date(0) }))).toBe('time');
    expect(what(third, null)).toBe('seq');
  });
});

describe('a stored entry', () => {
  it('reads back as it was written, dates and all', () => {
    for (const entry of entries) {
      const stored: EncodedEntry = encodeEntry(entry);
      expect(typeof stored.eventJson).toBe('string');
      expect(decodeEntry(stored)).toEqual(entry);
      expect(encodeEvent(decodeEvent(stored.eventJson))).toBe(stored.eventJson);
    }
  });

  it('keeps a title that looks like a date', () => {
    const event = { ...at(1).event, title: '2026-01-01T00:00:00.000Z' } as GovernanceEvent;
    expect(decodeEvent(encodeEvent(event))).toEqual(event);
  });

  it('is a fault when it cannot be read, or reads like another', () => {
    const stored = encodeEntry(at(3));
    const read = (eventJson: string) => () => decodeEntry({ ...stored, eventJson });
    expect(read('{')).toThrow(RecordFault);
    expect(read(`${stored.eventJson} `)).toThrow('canonical');
    expect(read('{"kind":"constructor"}')).toThrow('no event is called');
    expect(read('null')).toThrow(RecordFault);
    expect(() => decodeEntry({ ...stored, at: 'yesterday' as never })).toThrow(RecordFault);
    const founding = encodeEntry(at(1));
    const changed = founding.eventJson.replace(/"provisionalUntil":"[^"]*"/, '"provisionalUntil":"soon"');
    expect(() => decodeEntry({ ...founding, eventJson: changed })).toThrow('holds no date');
  });
});

describe('verifying a record', () => {
  it('finds nothing wrong with what was written, and the same state', async () => {
    const report = await verify(entries);
    expect(report).toMatchObject({ checked: entries.length, fault: null, head: village.state.head });
    expect(stateHash(report.state)).toBe(stateHash(village.state));
    expect(await verify([])).toMatchObject({ checked: 0, head: FIRST_PREV, fault: null });
  });

  it('names the entry that was changed, removed, swapped or forged', async () => {
    const faultOf = async (changed: readonly Entry[]) => (await verify(changed)).fault;
    const forged = makeEntry({ ...at(4).head, event: at(4).event, salt: 'f'.repeat(32) });
    expect(await faultOf(withEntry(4, { ...at(4), text: '{"kind":"voting-ended"}' }))).toMatchObject({
      seq: 4,
      what: 'commitment',
    });
    expect(await faultOf(withEntry(4, { ...at(4), head: { ...at(4).head, seq: 44 } }))).toMatchObject({
      seq: 4,
      what: 'hash',
    });
    expect(await faultOf(entries.filter(({ head }) => head.seq !== 5))).toMatchObject({ seq: 5, what: 'seq' });
    // Whoever makes one entry anew is found out by the next.
    expect(await faultOf(withEntry(4, forged))).toMatchObject({ seq: 5, what: 'prev' });
  });

  it('finds an entry that is whole but that no decision could have written', async () => {
    const event: GovernanceEvent = { kind: 'rule-repealed', proposal: 'P-1' as never, rule: 'R-1' as never };
    const { seq, head, at: now } = village.state;
    const forged = makeEntry({ community: GUILD, seq: seq + 1, prev: head, at: now, event, salt: '0'.repeat(32) });
    expect((await verify([...entries, forged])).fault).toMatchObject({ seq: seq + 1, what: 'state' });
  });

  it('finds that the end was cut off, or all of it made anew, when a head is known', async () => {
    const expected = { seq: entries.length, hash: village.state.head };
    expect((await verify(entries, expected)).fault).toBeNull();
    expect((await verify(entries.slice(0, -2), expected)).fault).toMatchObject({ seq: entries.length, what: 'head' });
    const other = Village.of(bob, carol, dave);
    expect((await verify(other.entries, { seq: 2, hash: at(3).hash })).fault).toMatchObject({ seq: 2, what: 'head' });
  });

  it('reports an entry that cannot even be read', async () => {
    function* stored() {
      for (const entry of entries) {
        const encoded = encodeEntry(entry);
        yield decodeEntry(entry.head.seq === 6 ? { ...encoded, eventJson: `x${encoded.eventJson}` } : encoded);
      }
    }
    expect(await verifyRecord(stored(), fold)).toMatchObject({ checked: 5, fault: { seq: 6, what: 'unreadable' } });
  });

  it('reads as many at a time as come together, and names the same entry as one by one', async () => {
    async function* parcels(all: readonly Entry[]): AsyncGenerator<Iterable<Entry>> {
      for (let from = 0; from < all.length; from += 3) yield all.slice(from, from + 3);
    }
    expect(await verifyRecord(parcels(entries), fold)).toEqual(await verifyRecord(entries, fold));
    const broken = entries.with(4, { ...at(5), salt: at(4).salt });
    const report = await verifyRecord(parcels(broken), fold);
    expect(report).toMatchObject({ checked: 4, fault: { seq: 5, what: 'commitment' } });
    expect(report).toEqual(await verifyRecord(broken, fold));
  });

  it('does not hide a fault of the machine as one of the record', async () => {
    async function* broken(): AsyncGenerator<Iterable<Entry>> {
      yield [at(1)];
      throw new Error('the database is gone');
    }
    await expect(verifyRecord(broken(), fold)).rejects.toThrow('the database is gone');
  });
});

describe('applying entries', () => {
  it('leaves the state before as it was', () => {
    const before = Village.of(bob, carol);
    const { state } = before;
    const text = encodeState(state);
    before.adopt(alice, { kind: 'adopt-rule', rule: LINK_RULE });
    expect(encodeState(state)).toBe(text);
  });

  it('comes to the same in place, and in a replay', async () => {
    const inPlace = entries.reduce(applyInPlace, draftOf(initialState(GUILD)));
    expect(encodeState(inPlace)).toBe(encodeState(village.state));
    expect(encodeState(await replay(entries, fold))).toBe(encodeState(village.state));
  });

  it('survives being kept as text', () => {
    expect(decodeState(encodeState(village.state))).toEqual(village.state);
    expect(() => decodeState(encodeState(village.state).replace(/"\$date":"[^"]*"/, '"$date":"soon"'))).toThrow(
      'no date',
    );
  });

  it.each<[string, GovernanceEvent]>([
    ['a second founding', at(1).event],
    ['somebody joining twice', { kind: 'member-joined', member: bob, organisation: 'north.example' as never }],
    ['a stranger leaving', { kind: 'member-left', member: 'https://x.example/nobody' as never }],
    ['an unknown proposal', { kind: 'voting-ended', proposal: 'P-99' as never }],
    ['an end without a hold', { kind: 'hold-ended', post: 'https://x.example/1' as never, how: 'time-over' }],
    [
      'a version that skips one',
      { kind: 'charter-amended', proposal: 'P-1' as never, charter: { ...village.state.charter, version: 7 } },
    ],
    ['a kind that nobody knows', { kind: 'coup' } as never],
  ])('throws a typed fault on what makes no sense: %s', (_, event) => {
    const { seq, head, at: now } = village.state;
    const entry = makeEntry({ community: GUILD, seq: seq + 1, prev: head, at: now, event, salt: '0'.repeat(32) });
    expect(() => apply(village.state, entry)).toThrow(RecordFault);
    expect(() => apply(village.state, entry)).toThrow(`Entry ${seq + 1}:`);
  });

  it('throws a fault on entries out of order, out of time, or of another community', () => {
    expect(() => apply(village.state, at(3))).toThrow(RecordFault);
    expect(() => apply(initialState(GUILD), at(2))).toThrow('missing');
    const next = { community: GUILD, seq: 2, prev: at(1).hash, at: at(1).head.at, event: at(2).event, salt: '' };
    const first = apply(initialState(GUILD), at(1));
    expect(apply(first, makeEntry(next)).seq).toBe(2);
    expect(() => apply(first, makeEntry({ ...next, prev: FIRST_PREV }))).toThrow('does not follow');
    expect(() => apply(first, makeEntry({ ...next, at: new Date(0) }))).toThrow('dated before');
    expect(() => apply(first, makeEntry({ ...next, community: 'https://x.example/' as never }))).toThrow('belongs to');
  });
});

describe('the hash of a head', () => {
  it('is that of its canonical text, whatever stands in it', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, text, text, fc.nat(), fc.date({ noInvalidDate: true }), (...said) => {
        const [community, prev, kind, commitment, seq, now] = said;
        const head = { community, prev, kind, commitment, seq, at: now } as never;
        expect(headHash(head)).toBe(hashOf(head));
        expect(commitmentOf(canonicalText({ kind, prev }), commitment)).toBe(
          hashOf({ salt: commitment, event: { kind, prev } }),
        );
      }),
    );
  });
});

describe('the time of a head', () => {
  it('is what the language itself writes, on any day, in any order', () => {
    const date = fc.date({ noInvalidDate: true });
    const sameDay = fc.tuple(date, fc.integer({ min: -90_000_000, max: 90_000_000 }));
    fc.assert(
      fc.property(sameDay, ([first, later]) => {
        const second = new Date(first.getTime() + later);
        fc.pre(!Number.isNaN(second.getTime()));
        for (const one of [first, second, first]) {
          expect(isoText(one)).toBe(one.toISOString());
          expect(dateFromIso(one.toISOString())).toEqual(one);
        }
      }),
    );
    expect(() => isoText(new Date(Number.NaN))).toThrow(RangeError);
  });

  it('is read back from exactly that text, and from no other of the same day', () => {
    const text = '2026-03-01T08:00:03.456Z';
    expect(isoText(new Date(text))).toBe(text);
    const others = ['2026-03-01T08:00:03.456', '2026-03-01T08:00:03.45Z', '2026-03-01T24:00:00.000Z', '2026-03-01'];
    const broken = ['2026-03-01T08:00:63.456Z', '2026-03-01T08-00-03.456Z', '2026-03-01T08:00:03.4:6Z', `${text} `, ''];
    for (const one of [
      ...others,
      ...broken,
      '2026-03-01T07:60:03.456Z',
      '14:05:09.123Z',
      5,
      null,
      [text],
      new Date(text),
    ])
      expect([one, dateFromIso(one)]).toEqual([one, undefined]);
    fc.assert(
      fc.property(fc.string({ minLength: 13, maxLength: 13 }), fc.nat(12), (noise, cut) => {
        const changed = text.slice(0, 11 + cut) + noise.slice(cut);
        const date = new Date(changed);
        const right = !Number.isNaN(date.getTime()) && date.toISOString() === changed;
        expect(dateFromIso(changed)).toEqual(right ? date : undefined);
      }),
    );
  });

  it('is so at the edges of days, years and time itself', () => {
    const edges = [0, -1, -62_167_219_200_000, -62_167_219_200_001, 253_402_300_800_000, 8.64e15, -8.64e15];
    for (const edge of edges.flatMap((one) => [one, one - 1, one + 1]).filter((one) => Math.abs(one) <= 8.64e15))
      expect(isoText(new Date(edge))).toBe(new Date(edge).toISOString());
  });
});
