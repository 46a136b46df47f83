import { describe, expect, it } from '@jest/globals';
import { html, render } from '../../../views/html.ts';
import { bars } from '../../../views/parts/bars.ts';
import type { Timeline } from '../../../views/parts/timeline.ts';
import { stops, timeline } from '../../../views/parts/timeline.ts';
import { turnout } from '../../../views/parts/turnout.ts';
import { elementsOf } from '../../support/markup.ts';
import { at } from '../../support/samples.ts';

const lengths = (page: string): readonly number[] =>
  elementsOf(page)
    .filter(({ name, attributes }) => name === 'rect' && attributes.class === 'full')
    .map(({ attributes }) => Number(attributes.width));

describe('a picture', () => {
  it('draws turnout as long as it is', () => {
    expect(lengths(render(turnout({ voted: 63, roll: 126 })))).toEqual([180]);
    expect(lengths(render(turnout({ voted: 0, roll: 0 })))).toEqual([0]);
  });

  it('draws each answer on the scale of all ballots, and says it in a table too', () => {
    const figures = [
      { label: 'Yes', count: 3 },
      { label: 'No', count: 1 },
      { label: 'Abstain', count: 0 },
    ];
    const page = render(bars({ id: 'x', title: 'Ballots', figures }));
    expect(lengths(page)).toEqual([270, 90, 0]);
    expect(
      elementsOf(page)
        .filter(({ name }) => name === 'td')
        .map(({ text }) => text),
    ).toEqual(['3', '1', '0']);
    expect(elementsOf(page).find(({ name }) => name === 'title')?.text).toBe('Ballots. Yes: 3, No: 1, Abstain: 0');
  });
});

describe('the timeline', () => {
  const began = { seconding: at(1), discussion: at(2), freeze: at(5), voting: at(7) };
  const voting: Timeline = { phase: { state: 'voting', until: at(14) }, began };

  it('shows what is over, what is now and what is ahead, with the dates of the record', () => {
    expect(stops(voting).map(({ stage, how, date }) => `${stage} ${how} ${date}`.trim())).toEqual([
      'seconding past 2 Nov',
      'discussion past 5 Nov',
      'freeze past 5 Nov',
      'voting now to 14 Nov',
      'pause ahead',
      'in-force ahead',
    ]);
  });

  it('does not promise a rejected proposal anything', () => {
    const rejected = stops({ phase: { state: 'rejected', at: at(14) }, began });
    expect(rejected.map(({ how }) => how)).toEqual(['past', 'past', 'past', 'ended', 'never', 'never']);
    expect(rejected[3]?.date).toBe('14 Nov');
  });

  it('does not call seconded what found no seconders', () => {
    const lapsed: Timeline = {
      phase: { state: 'lapsed', at: at(15), why: 'Too few seconded it.' },
      began: { seconding: at(1) },
    };
    const page = render(html`${timeline(lapsed, 't')}`);
    expect(page).toContain('Lapsed, on Fri 15 Nov 2024, 09:00 UTC. Too few seconded it');
    expect(page).not.toContain('seconded</text>');
  });
});
