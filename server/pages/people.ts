import { type FieldModel, type PersonModel, personPage } from '../../views/pages/person.ts';
import { personNamed } from '../actions/actor-named.ts';
import { isStanding } from '../actions/own/unwanted-by.ts';
import type { Person } from '../community/person.ts';
import { pageNamed } from '../community/profile-field.ts';
import type { PagesParts, Routes } from './context.ts';
import { NotFound, shellOf, show, viewerOf } from './context.ts';
import { param } from './governed.ts';
import { pageAsked, pageOf } from './models/paging.ts';
import { authorOf, personHandle } from './models/person.ts';
import { communitiesOf, postModels } from './models/post.ts';

export const peopleRoutes: Routes = (parts, router) => {
  router.get('/people/:handle', async (request, response) => {
    const { house } = parts;
    const viewer = viewerOf(request);
    const person = await personBy(parts, param(request, 'handle'));
    const author = authorOf(house, person);
    const page = pageOf(pageAsked(request), author.path ?? request.path);
    const { shown, ...links } = page.cut(await house.timelines.author(person.iri, page.query));
    show(
      response,
      personPage({
        shell: shellOf(parts, request),
        person: author,
        summary: person.home === 'here' ? { text: person.summary } : { sanitisedHtml: person.summary },
        fields: fieldModels(person),
        ...(person.home === 'here' ? { feed: `${author.path}/feed` } : {}),
        isViewer: person.iri === viewer?.iri,
        ...(person.movedTo === undefined ? {} : { movedTo: person.movedTo }),
        reports: await reportsOf(parts, viewer, person),
        ...(await heardOf(parts, viewer, person)),
        collections: await collectionsOf(parts, person),
        posts: await postModels(house, shown, { viewer, named: true }),
        ...links,
      }),
    );
  });
};

/** Somebody by her name here, or by name and host. Who left is not found. */
export async function personBy({ house }: PagesParts, handle: string): Promise<Person> {
  const person = await personNamed(house, handle);
  if (person === null || person.goneAt) throw new NotFound('There is nobody of that name here.');
  return person;
}

/** What somebody here collected and published. */
async function collectionsOf({ house }: PagesParts, { iri, home, username }: Person) {
  const published = home === 'here' ? await house.collections.publishedBy(iri) : [];
  return published.map(({ id, content }) => ({
    title: content.title,
    path: house.addresses.page.collection(username, id),
  }));
}

/** Whether the viewer hears somebody; nothing for who is not signed in, and of herself. */
async function heardOf(
  { house }: PagesParts,
  viewer: Person | null,
  person: Person,
): Promise<Pick<PersonModel, 'heard'>> {
  if (viewer === null || viewer.iri === person.iri) return {};
  const marks = await house.marks.about(viewer.iri, ['mute', 'block'], [person.iri]);
  const standing = marks.filter((mark) => isStanding(mark, house.clock.now())).map(({ kind }) => kind);
  return { heard: standing.includes('block') ? 'blocked' : standing.includes('mute') ? 'muted' : 'heard' };
}

/** Where the viewer may report somebody: in the communities here that both belong to. */
async function reportsOf({ house }: PagesParts, viewer: Person | null, person: Person) {
  if (viewer === null || viewer.iri === person.iri) return [];
  const [hers, mine] = await Promise.all([communitiesOf(house, person), communitiesOf(house, viewer)]);
  const shared = [...hers].filter((iri) => mine.has(iri) && house.addresses.isHere(iri));
  const communities = await Promise.all(shared.map((iri) => house.communities.byIri(iri)));
  const handle = personHandle(person);
  return communities.flatMap((one) =>
    one === null
      ? []
      : [{ title: one.title, path: `${house.addresses.page.report(one.name)}?person=${encodeURIComponent(handle)}` }],
  );
}

const fieldModels = ({ home, fields = [] }: Person): readonly FieldModel[] =>
  fields.map((field) => {
    const named = home === 'here' ? pageNamed(field) : undefined;
    const text = { text: field.value, ...(named === undefined ? {} : { page: named }) };
    return {
      name: field.name,
      value: home === 'here' ? text : { sanitisedHtml: field.value },
      isVerified: field.verifiedAt !== undefined,
    };
  });
