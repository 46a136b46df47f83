import { sentences, type Translations } from './sentences.ts';

const PROPOSE: Translations = {
  de: 'Mitglieder stellen Anträge nach {0, plural, one {# Tag} other {# Tagen}} Mitgliedschaft; du kannst es ab {1}.',
  fr: 'Les membres proposent après {0, plural, one {# jour} other {# jours}} d’adhésion ; vous le pourrez à partir du {1}.',
  es: 'Los miembros proponen tras {0, plural, one {# día} other {# días}} de pertenencia; tú puedes desde el {1}.',
  ar: 'يقترح الأعضاء بعد {0, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} من العضوية؛ ويمكنك ذلك ابتداءً من {1}.',
};
const SECOND: Translations = {
  de: 'Mitglieder unterstützen Anträge nach {0, plural, one {# Tag} other {# Tagen}} Mitgliedschaft; du kannst es ab {1}.',
  fr: 'Les membres soutiennent une proposition après {0, plural, one {# jour} other {# jours}} d’adhésion ; vous le pourrez à partir du {1}.',
  es: 'Los miembros apoyan propuestas tras {0, plural, one {# día} other {# días}} de pertenencia; tú puedes desde el {1}.',
  ar: 'يؤيّد الأعضاء الاقتراحات بعد {0, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} من العضوية؛ ويمكنك ذلك ابتداءً من {1}.',
};
const STAND: Translations = {
  de: 'Mitglieder kandidieren nach {0, plural, one {# Tag} other {# Tagen}} Mitgliedschaft; du kannst es ab {1}.',
  fr: 'Les membres se présentent après {0, plural, one {# jour} other {# jours}} d’adhésion ; vous le pourrez à partir du {1}.',
  es: 'Los miembros se presentan tras {0, plural, one {# día} other {# días}} de pertenencia; tú puedes desde el {1}.',
  ar: 'يترشح الأعضاء بعد {0, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} من العضوية؛ ويمكنك ذلك ابتداءً من {1}.',
};
const NOMINATE: Translations = {
  de: 'Mitglieder schlagen andere vor nach {0, plural, one {# Tag} other {# Tagen}} Mitgliedschaft; du kannst es ab {1}.',
  fr: 'Les membres proposent un candidat après {0, plural, one {# jour} other {# jours}} d’adhésion ; vous le pourrez à partir du {1}.',
  es: 'Los miembros proponen candidaturas tras {0, plural, one {# día} other {# días}} de pertenencia; tú puedes desde el {1}.',
  ar: 'يرشّح الأعضاء غيرهم بعد {0, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} من العضوية؛ ويمكنك ذلك ابتداءً من {1}.',
};
const SIGN: Translations = {
  de: 'Mitglieder unterzeichnen nach {0, plural, one {# Tag} other {# Tagen}} Mitgliedschaft; du kannst es ab {1}.',
  fr: 'Les membres signent après {0, plural, one {# jour} other {# jours}} d’adhésion ; vous le pourrez à partir du {1}.',
  es: 'Los miembros firman tras {0, plural, one {# día} other {# días}} de pertenencia; tú puedes desde el {1}.',
  ar: 'يوقّع الأعضاء بعد {0, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} من العضوية؛ ويمكنك ذلك ابتداءً من {1}.',
};

/** From when on a new member may do something. English has a sentence for one day and one for more. */
export const TENURE = sentences({
  'Members propose after {0} day of membership; you can from {1} on.': PROPOSE,
  'Members propose after {0} days of membership; you can from {1} on.': PROPOSE,
  'Members second after {0} day of membership; you can from {1} on.': SECOND,
  'Members second after {0} days of membership; you can from {1} on.': SECOND,
  'Members stand after {0} day of membership; you can from {1} on.': STAND,
  'Members stand after {0} days of membership; you can from {1} on.': STAND,
  'Members nominate after {0} day of membership; you can from {1} on.': NOMINATE,
  'Members nominate after {0} days of membership; you can from {1} on.': NOMINATE,
  'Members sign after {0} day of membership; you can from {1} on.': SIGN,
  'Members sign after {0} days of membership; you can from {1} on.': SIGN,
});
