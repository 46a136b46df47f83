import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifyCommunity } from '../../../server/actions/verify-record.ts';
import { type PersonIri, proposalId } from '../../../server/community/ids.ts';
import { applyInPlace, draftOf, initialState } from '../../../server/governance/apply.ts';
import { eraseText } from '../../../server/governance/erasure.ts';
import { submitProposal } from '../../../server/governance/proposals/submit.ts';
import { withdrawProposal } from '../../../server/governance/proposals/withdraw.ts';
import { stateHash } from '../../../server/governance/state-text.ts';
import { makeEntry } from '../../../server/record/chain.ts';
import { decodeEntry, type EncodedEntry, encodeEntry } from '../../../server/record/encoding.ts';
import type { Entry } from '../../../server/record/entry.ts';
import { TOMBSTONE } from '../../../server/record/erasable.ts';
import { verifyRecord } from '../../../server/record/verify.ts';
import { agreed, alice, bob, carol, codeOf, dave, GUILD, LINK_RULE, Village } from '../governance/village.ts';
import { kept } from '../pages/kept-village.ts';

const FOLD = { apply: applyInPlace };
const replayed = (entries: readonly EncodedEntry[]) =>
  verifyRecord(entries.map(decodeEntry), { ...FOLD, initial: draftOf(initialState(GUILD)) });

/** A village whose entries are written as the server writes them: with texts that can be erased. */
function talkative(): Village {
  const village = Village.founded();
  village.salted = true;
  for (const person of [bob, carol, dave]) village.join(person);
  village.pass(30);
  return village;
}

const entryOf = (village: Village, kind: string): Entry => {
  const found = village.entries.find(({ event }) => event.kind === kind);
  if (found === undefined) throw new Error(`nothing of the kind ${kind}`);
  return found;
};
const without = (entries: readonly EncodedEntry[], seq: number, path: string): EncodedEntry[] =>
  entries.map((entry) =>
    entry.seq === seq ? { ...entry, texts: (entry.texts ?? []).filter((text) => text.path !== path) } : entry,
  );

function withdrawn(): Village {
  const village = talkative();
  const proposal = village.propose(bob, { kind: 'adopt-rule', rule: LINK_RULE }, 'Something he regrets');
  village.record({ ok: true, value: { kind: 'proposal-withdrawn', proposal, by: bob } });
  return village;
}
const erase = (village: Village, by: PersonIri | 'operator', path: string, reason = '') => {
  const entry = entryOf(village, 'proposal-submitted');
  return eraseText({ state: village.state, entry, path, by, reason });
};

describe('a text that can be erased', () => {
  it('stands in the entry as a salted hash, and beside it as it was written', () => {
    const entry = entryOf(withdrawn(), 'proposal-submitted');
    expect(entry.text).not.toContain('regrets');
    expect(entry.text).toContain('"title":{"sha256":"');
    expect(entry.event).toMatchObject({ title: 'Something he regrets' });
    expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
    expect(new Set(entry.texts?.map(({ salt }) => salt)).size).toBe(2);
  });

  it('cannot be changed, moved or added to', () => {
    const stored = encodeEntry(entryOf(withdrawn(), 'proposal-submitted'));
    const [title, reasons] = stored.texts ?? [];
    if (title === undefined || reasons === undefined) throw new Error('it has no texts');
    const read = (texts: EncodedEntry['texts'] & object) => () => decodeEntry({ ...stored, texts });
    expect(read([{ ...title, text: 'Something else' }, reasons])).toThrow('not the one that was committed to');
    expect(read([{ ...title, path: 'reasons' }])).toThrow('not the one that was committed to');
    expect(read([title, reasons, { ...title, path: 'matter' }])).toThrow('not committed to');
  });

  it('may be missing from entries of before: they say it themselves, and still verify', async () => {
    const old = Village.of(bob, carol);
    old.propose(bob, { kind: 'adopt-rule', rule: LINK_RULE });
    expect(entryOf(old, 'proposal-submitted').texts).toBeUndefined();
    expect((await replayed(old.entries.map(encodeEntry))).fault).toBeNull();
    expect(codeOf(erase(old, 'operator', 'title', 'Order 1'))).toBe('no-such-text');
  });
});

describe('who may have a text erased', () => {
  it('is its author, once nobody decides on it any more', () => {
    const village = talkative();
    village.propose(bob, { kind: 'adopt-rule', rule: LINK_RULE });
    expect(codeOf(erase(village, bob, 'title'))).toBe('not-yet');
    expect(codeOf(erase(withdrawn(), bob, 'title'))).toBe('accepted');
    expect(codeOf(erase(withdrawn(), alice, 'title'))).toBe('not-hers');
  });

  it('is the operator when the law demands it, with a reason that everybody can read', () => {
    expect(codeOf(erase(withdrawn(), 'operator', 'reasons', ' '))).toBe('no-reason');
    expect(codeOf(erase(withdrawn(), 'operator', 'reasons', 'Order 12'))).toBe('accepted');
  });

  it('is nobody, of what was decided', () => {
    for (const path of ['change', 'change.rule.title', 'by', 'kind', '', '__proto__'])
      expect(codeOf(erase(withdrawn(), 'operator', path, 'Order 12'))).toBe('no-such-text');
    const entry = entryOf(withdrawn(), 'member-joined');
    const asked = { state: withdrawn().state, entry, path: 'member', by: 'operator', reason: 'Order 12' } as const;
    expect(codeOf(eraseText(asked))).toBe('no-such-text');
  });
});

describe('a record from which texts were erased', () => {
  const history = fc.array(fc.constantFrom('withdraw', 'adopt', 'hold', 'pass'), { minLength: 1, maxLength: 6 });

  function lived(steps: readonly string[]): Village {
    const village = talkative();
    for (const step of steps) {
      const words = `Words ${village.entries.length}`;
      if (step === 'adopt' || step === 'withdraw') {
        const votingDays = 8 + (village.entries.length % 6);
        const change = { kind: 'amend-charter', parameters: { votingDays } } as const;
        const asked = { state: village.state, by: alice, title: words, reasons: words, change, now: village.now };
        village.record(submitProposal(asked));
        const [proposal] = [...village.state.proposals.keys()].reverse();
        if (step === 'withdraw' && proposal !== undefined)
          village.record(withdrawProposal({ state: village.state, proposal, by: alice, now: village.now }));
      } else if (step === 'hold') village.post(bob, { 'post.links': 5 });
      else village.pass(40);
    }
    village.pass(60);
    return village;
  }

  it('has the same heads and roots as before, and replays to the same state at every later size (P9, P12)', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), async (steps, which) => {
        const village = lived(steps);
        const texts = village.entries.flatMap(({ head, texts = [] }) => texts.map(({ path }) => ({ head, path })));
        fc.pre(texts.length > 0);
        const chosen = texts[which % texts.length];
        if (chosen === undefined) return;
        const entry = village.entries[chosen.head.seq - 1] ?? null;
        const asked = { entry, path: chosen.path, by: 'operator', reason: 'Order 1' } as const;
        village.write(agreed(eraseText({ state: village.state, ...asked })));
        const before = village.entries.map(encodeEntry);
        const after = without(before, chosen.head.seq, chosen.path);
        const [whole, erased] = [await replayed(before), await replayed(after)];
        expect([whole.fault, erased.fault]).toEqual([null, null]);
        expect([erased.root, erased.head]).toEqual([whole.root, whole.head]);
        expect(after.map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash));
        // Also in a state that had the text: it is erased where the record says so, whoever reads it when.
        expect(stateHash(erased.state)).toBe(stateHash(village.state));
        expect(stateHash(whole.state)).toBe(stateHash(village.state));
      }),
      { numRuns: 100 },
    );
  });

  it('shows a tombstone where the text stood', async () => {
    const village = withdrawn();
    village.write(agreed(erase(village, bob, 'title')));
    expect(village.state.proposals.get(proposalId(1))).toMatchObject({ title: TOMBSTONE, reasons: 'It helps.' });
    const { seq } = entryOf(village, 'proposal-submitted').head;
    const read = decodeEntry(without(village.entries.map(encodeEntry), seq, 'title')[seq - 1] as EncodedEntry);
    expect(read.event).toMatchObject({ title: TOMBSTONE, reasons: 'It helps.' });
  });

  it('is in order only if an entry says that it was erased', async () => {
    const village = withdrawn();
    const { seq } = entryOf(village, 'proposal-submitted').head;
    const secretly = kept(village);
    await secretly.house.record.eraseText(GUILD, seq, 'title');
    await secretly.house.states.forget(GUILD);
    expect((await verifyCommunity(secretly.house, GUILD)).faults).toEqual([
      { where: `entry ${seq}`, seq, text: expect.stringContaining('no entry says') },
    ]);
    village.write(agreed(erase(village, bob, 'title')));
    const openly = kept(village);
    await openly.house.record.eraseText(GUILD, seq, 'title');
    expect((await verifyCommunity(openly.house, GUILD)).faults).toEqual([]);
  });

  it('says an erasure of what is not there makes no sense', () => {
    const village = withdrawn();
    const { seq, head: prev } = village.state;
    const event = {
      kind: 'text-erased',
      seq: seq + 1,
      of: 'proposal-submitted',
      subject: 'P-1',
      path: 'title',
    } as const;
    const forged = { ...event, by: bob, reason: '' };
    const entry = makeEntry({ community: GUILD, seq: seq + 1, prev, at: village.now, event: forged, salt: '' });
    expect(() => applyInPlace(draftOf(village.state), entry)).toThrow('not written yet');
  });
});
