import type { House } from '../../server/actions/house.ts';
import type { ActorIri, CommunityIri, PersonIri, PostIri } from '../../server/community/ids.ts';
import { activityIri, personIri, postIri } from '../../server/community/ids.ts';
import type { Post } from '../../server/community/post.ts';

/** People elsewhere who are known here, some of each server. */
export async function peopleElsewhere(
  house: House,
  hosts: readonly string[],
  ofEach: number,
  since: Date,
): Promise<readonly PersonIri[]> {
  const people: PersonIri[] = [];
  for (const host of hosts) {
    for (let at = 0; at < ofEach; at++) {
      const iri = personIri(`https://${host}/users/p${at}`);
      await house.people.keepElsewhere({
        iri,
        username: `p${at}`,
        host,
        displayName: `P ${at} of ${host}`,
        summary: '',
        home: 'elsewhere',
        inbox: `${iri}/inbox`,
        since,
      });
      people.push(iri);
    }
  }
  return people;
}

/** A post in a community as it lies in the database when it has come in and all that follows is done. */
export async function posted(
  house: House,
  {
    id,
    by,
    community,
    at,
    html = '<p>It works.</p>',
    to,
    ...more
  }: {
    readonly id: string;
    readonly by: ActorIri;
    readonly community: CommunityIri;
    readonly at: Date;
    readonly html?: string;
    /** What it answers, and the thread that is in. */
    readonly to?: { readonly post: PostIri; readonly thread: PostIri };
  } & Partial<Pick<Post, 'audience' | 'details'>>,
): Promise<PostIri> {
  const iri = postIri(`https://life.example/posts/${id}`);
  await house.posts.add(
    {
      iri,
      activity: activityIri(`${iri}/create`),
      author: by,
      community,
      thread: to?.thread ?? iri,
      ...(to === undefined ? {} : { inReplyTo: to.post }),
      html,
      audience: 'public',
      to: [],
      home: 'elsewhere',
      publishedAt: at,
      receivedAt: at,
      standing: { state: 'visible' },
      labels: [],
      ...more,
    },
    [],
  );
  return iri;
}
