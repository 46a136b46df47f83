import type { Filter } from '../community/filter.ts';
import type { PersonIri } from '../community/ids.ts';
import type { NotificationPolicy } from '../community/notification-policy.ts';
import type { OwnList } from '../community/own-list.ts';

/** Something somebody here has made for herself, as she has it now. */
export interface Keepsake<Content> {
  readonly person: PersonIri;
  /** A number, as a decimal text: by its time, and one person's only. */
  readonly id: string;
  readonly at: Date;
  /** How often it was changed. */
  readonly revision: number;
  readonly content: Content;
}

/** What somebody makes for herself, whole and sealed: whoever has a copy of the database reads none of it. */
export interface Keepsakes<Content> {
  /** All of hers, oldest first. */
  of(person: PersonIri): Promise<readonly Keepsake<Content>[]>;
  get(person: PersonIri, id: string): Promise<Keepsake<Content> | null>;
  /** Where there is one with that number already, it stays as it is. */
  add(keepsake: Omit<Keepsake<Content>, 'revision'>): Promise<void>;
  /** Puts other content in its place; `false` when it was changed or taken away in between. */
  change(keepsake: Keepsake<Content>, content: Content): Promise<boolean>;
  /** She keeps nothing here any more. */
  forget(person: PersonIri): Promise<void>;
  /** Whether it was there. */
  remove(person: PersonIri, id: string): Promise<boolean>;
}

export type Filters = Keepsakes<Filter>;
export type OwnLists = Keepsakes<OwnList>;
export type NotificationPolicies = Keepsakes<NotificationPolicy>;
