import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { resolveActivity } from '../../../../federation/send/activities/resolve.ts';
import { createAddresses } from '../../../../server/community/addresses.ts';
import { communityIri } from '../../../../server/community/ids.ts';

const GUILD = communityIri('https://north.example/actors/guild');
const id = z.url({ protocol: /^https?$/ });
/**
 * What Lemmy reads (`crates/apub/activities/src/protocol/community/{report,resolve_report}.rs`), and has an example of
 * in `crates/apub/apub/assets/lemmy/activities/community/resolve_report_page.json`: one community each, one thing.
 */
const flag = z.strictObject({
  actor: id,
  to: z.tuple([id]),
  object: id,
  summary: z.string(),
  type: z.literal('Flag'),
  audience: id,
  id,
});
const resolve = z.strictObject({
  '@context': z.unknown(),
  actor: id,
  to: z.tuple([id]),
  type: z.literal('Resolve'),
  id,
  audience: id,
  object: flag,
});
const REPORTED = {
  id: 'http://ds9.lemmy.ml/activities/flag/98b0933f-5e45-4a95-a15f-e0dc86361ba4',
  actor: 'http://ds9.lemmy.ml/u/lemmy_alpha',
  objects: ['https://north.example/posts/7'],
  text: 'report this post',
};
const made = (edition = '12', flagged = REPORTED) =>
  resolveActivity({ addresses: createAddresses('https://north.example'), community: GUILD, flag: flagged, edition });

describe('the Resolve of a report', () => {
  it('is what Lemmy reads, field by field', () => {
    const read = resolve.parse(JSON.parse(JSON.stringify(made())));
    expect(read.object).toMatchObject({ id: REPORTED.id, actor: REPORTED.actor, object: REPORTED.objects[0] });
  });

  it('goes to the community that the report was sent to, which Lemmy compares', () => {
    const { to, object } = resolve.parse(made());
    expect([to, object.to]).toEqual([[GUILD], [GUILD]]);
  });

  it('is another one after another decision, and the same again after the same', () => {
    expect(made('12').id).toBe(made('12').id);
    expect(made('13').id).not.toBe(made('12').id);
    expect(made('12', { ...REPORTED, id: `${REPORTED.id}0` }).id).not.toBe(made('12').id);
  });

  it('gives back a list where the report named several', () => {
    const objects = ['https://north.example/actors/finn', 'https://north.example/posts/7'];
    expect(made('12', { ...REPORTED, objects }).object).toMatchObject({ object: objects });
  });
});
