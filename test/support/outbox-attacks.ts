import { act, bare, create } from './client-to-server.ts';
import { PUBLIC } from './remote-origin.ts';

/** Who and what there is, by ids: whoever attacks is alice; sue lives elsewhere. */
type There = Readonly<Record<'alice' | 'bob' | 'carol' | 'sue' | 'guild' | 'here' | 'elsewhere', string>>;

/** What somebody tries by her own outbox, and the status that she is told no with. */
export const OUTBOX_ATTACKS: readonly (readonly [string, (there: There) => unknown, number])[] = [
  ['posts as another', ({ bob }) => create(bare('x'), { actor: bob }), 403],
  ['writes in another’s name', ({ bob }) => create(bare('x', { attributedTo: bob })), 403],
  ['writes in two names', ({ alice, bob }) => create(bare('x', { attributedTo: [alice, bob] })), 403],
  ['names another with an embedded actor', ({ bob }) => create(bare('x'), { actor: { id: bob, type: 'Person' } }), 403],
  ['names nobody', () => create(bare('x'), { actor: {} }), 403],
  ['changes another’s actor', ({ bob }) => act('Update', { id: bob, type: 'Person', name: 'x' }), 404],
  ['changes an actor elsewhere', ({ sue }) => act('Update', { id: sue, type: 'Person', name: 'x' }), 404],
  ['creates by an id alone', ({ here }) => create(`${here}/posts/x` as never), 422],
  ['creates several at once', () => create([bare('x'), bare('y')]), 422],
  ['creates an actor', () => create({ type: 'Person', name: 'x' }), 422],
  ['creates an activity', ({ bob }) => create(act('Like', bob)), 422],
  ['creates a poll', () => create({ type: 'Question', oneOf: [], to: [PUBLIC] }), 422],
  ['is two things at once', () => ({ ...create(bare('x')), type: ['Create', 'Delete'] }), 422],
  ['accepts what nobody asked', ({ bob, sue }) => act('Accept', act('Follow', bob, { actor: sue })), 404],
  [
    'accepts an invented Follow of herself',
    ({ alice, sue }) => act('Accept', act('Follow', alice, { actor: sue })),
    404,
  ],
  ['undoes what another did', ({ bob, carol }) => act('Undo', act('Follow', bob, { actor: carol })), 403],
  ['undoes by an invented id', ({ here }) => act('Undo', `${here}/activities/like-x`), 404],
  ['undoes a Create', () => act('Undo', create(bare('x'))), 422],
  ['likes an embedded, invented post', ({ here }) => act('Like', { ...bare('x'), id: `${here}/posts/x` }), 404],
  [
    'passes an embedded activity on',
    ({ sue, elsewhere }) => act('Announce', create(bare('x'), { id: `${elsewhere}/a/1`, actor: sue })),
    404,
  ],
  ['follows nobody', () => act('Follow', 'https://nobody.invalid/x'), 404],
  ['follows a number', () => act('Follow', 7), 422],
  ['moves her account', ({ alice, sue }) => act('Move', alice, { target: sue }), 422],
  ['sends a blind copy', ({ bob }) => create(bare('x', { bto: [bob] })), 422],
  ['sends a blind copy of the activity', ({ guild }) => create(bare('x'), { bcc: guild }), 422],
  ['writes for followers alone', ({ alice }) => bare('x', { to: [`${alice}/followers`] }), 422],
  ['writes to nobody', () => bare('x', { to: [] }), 422],
  ['writes to nobody who is known', ({ here }) => bare('x', { to: [`${here}/actors/nobody`] }), 422],
  ['writes to a community that everybody reads, without everybody', ({ guild }) => bare('x', { to: [guild] }), 422],
  [
    'sends files of others',
    () => bare('x', { attachment: [{ type: 'Image', url: 'https://evil.example/x.png' }] }),
    422,
  ],
  ['sends no activity', () => ({ type: 'Note"' }), 422],
  ['sends no object', () => [], 400],
  ['sends no JSON', () => '{', 400],
];
