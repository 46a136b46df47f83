import type { Community } from '../community/community.ts';
import type { PersonIri } from '../community/ids.ts';

/** What there is to find for whoever looks around. */
export interface Explore {
  /**
   * Hashtags that at least so many people used in posts that everybody may see, by their names; of the newest posts.
   * Nothing says how many use one.
   */
  interests(people: number): Promise<readonly string[]>;
  /** Communities of some other servers that are known here, by their titles. */
  communitiesAt(hosts: readonly string[]): Promise<readonly Community[]>;
}

/** People of this server who want to be found by anybody who looks around. Nobody is, unless she says so. */
export interface ListedPeople {
  isListed(person: PersonIri): Promise<boolean>;
  set(person: PersonIri, wanted: boolean): Promise<void>;
  all(): Promise<readonly PersonIri[]>;
  /** She has left. */
  forget(person: PersonIri): Promise<void>;
}
