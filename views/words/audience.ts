import { words } from './language.ts';

/** Who sees something: said before it is sent, and where it stands. */
export const AUDIENCE = words({
  everyone: {
    en: 'Visible to everyone on the web, and to whoever follows from another server.',
    de: 'Sichtbar für alle im Web und für alle, die von einem anderen Server aus folgen.',
    fr: 'Visible par tout le monde sur le web, et par quiconque suit depuis un autre serveur.',
    es: 'Lo puede ver todo el mundo en la web y quien siga desde otro servidor.',
    ar: 'يراه كل من على الويب، ومن يتابع من خادم آخر.',
  },
  everyoneAt: {
    en: 'Visible to members at {organisations, plural, one {# organisation} other {# organisations}}, to whoever follows from another server, and to everyone on the web.',
    de: 'Sichtbar für Mitglieder aus {organisations, plural, one {# Organisation} other {# Organisationen}}, für alle, die von einem anderen Server aus folgen, und für alle im Web.',
    fr: 'Visible par des membres de {organisations, plural, one {# organisation} other {# organisations}}, par quiconque suit depuis un autre serveur, et par tout le monde sur le web.',
    es: 'Lo pueden ver miembros de {organisations, plural, one {# organización} other {# organizaciones}}, quien siga desde otro servidor y todo el mundo en la web.',
    ar: 'يراه أعضاء من {organisations, plural, zero {# مؤسسة} one {مؤسسة واحدة} two {مؤسستين} few {# مؤسسات} many {# مؤسسة} other {# مؤسسة}}، ومن يتابع من خادم آخر، وكل من على الويب.',
  },
  members: {
    en: 'Visible to the members of this community only, here and on their own servers.',
    de: 'Nur für die Mitglieder dieser Gemeinschaft sichtbar, hier und auf ihren eigenen Servern.',
    fr: 'Visible par les seuls membres de cette communauté, ici et sur leurs propres serveurs.',
    es: 'Solo lo pueden ver los miembros de esta comunidad, aquí y en sus propios servidores.',
    ar: 'يراه أعضاء هذا المجتمع وحدهم، هنا وعلى خوادمهم.',
  },
  membersAt: {
    en: 'Visible to members at {organisations, plural, one {# organisation} other {# organisations}}, here and on their own servers, and to nobody else.',
    de: 'Sichtbar für Mitglieder aus {organisations, plural, one {# Organisation} other {# Organisationen}}, hier und auf ihren eigenen Servern, und für niemanden sonst.',
    fr: 'Visible par des membres de {organisations, plural, one {# organisation} other {# organisations}}, ici et sur leurs propres serveurs, et par personne d’autre.',
    es: 'Lo pueden ver miembros de {organisations, plural, one {# organización} other {# organizaciones}}, aquí y en sus propios servidores, y nadie más.',
    ar: 'يراه أعضاء من {organisations, plural, zero {# مؤسسة} one {مؤسسة واحدة} two {مؤسستين} few {# مؤسسات} many {# مؤسسة} other {# مؤسسة}}، هنا وعلى خوادمهم، ولا يراه غيرهم.',
  },
  some: {
    en: 'Visible to you and {others, plural, one {# other} other {# others}} named, and to nobody else.',
    de: 'Sichtbar für dich und {others, plural, one {# weitere genannte Person} other {# weitere genannte Personen}}, und für niemanden sonst.',
    fr: 'Visible par vous et {others, plural, one {# autre personne nommée} other {# autres personnes nommées}}, et par personne d’autre.',
    es: 'Lo podéis ver tú y {others, plural, one {# persona más nombrada} other {# personas más nombradas}}, y nadie más.',
    ar: 'تراه أنت و{others, plural, zero {# شخص آخر مذكور} one {شخص آخر مذكور} two {شخصان آخران مذكوران} few {# أشخاص آخرين مذكورين} many {# شخصًا آخر مذكورين} other {# شخص آخر مذكورين}}، ولا يراه غيركم.',
  },
  someAt: {
    en: 'Visible to you and {others, plural, one {# other} other {# others}} named, at {organisations, plural, one {# organisation} other {# organisations}}, and to nobody else.',
    de: 'Sichtbar für dich und {others, plural, one {# weitere genannte Person} other {# weitere genannte Personen}} aus {organisations, plural, one {# Organisation} other {# Organisationen}}, und für niemanden sonst.',
    fr: 'Visible par vous et {others, plural, one {# autre personne nommée} other {# autres personnes nommées}}, dans {organisations, plural, one {# organisation} other {# organisations}}, et par personne d’autre.',
    es: 'Lo podéis ver tú y {others, plural, one {# persona más nombrada} other {# personas más nombradas}}, de {organisations, plural, one {# organización} other {# organizaciones}}, y nadie más.',
    ar: 'تراه أنت و{others, plural, zero {# شخص آخر مذكور} one {شخص آخر مذكور} two {شخصان آخران مذكوران} few {# أشخاص آخرين مذكورين} many {# شخصًا آخر مذكورين} other {# شخص آخر مذكورين}}، من {organisations, plural, zero {# مؤسسة} one {مؤسسة واحدة} two {مؤسستين} few {# مؤسسات} many {# مؤسسة} other {# مؤسسة}}، ولا يراه غيركم.',
  },
  author: {
    en: 'Visible to its author alone.',
    de: 'Nur sichtbar für die Person, die ihn schrieb.',
    fr: 'Visible par la seule personne qui l’a écrit.',
    es: 'Solo lo puede ver quien lo escribió.',
    ar: 'لا يراه إلا كاتبه.',
  },
  named: {
    en: 'Only for its author and {members, plural, one {# member} other {# members}} named.',
    de: 'Nur für die Person, die ihn schrieb, und {members, plural, one {# genanntes Mitglied} other {# genannte Mitglieder}}.',
    fr: 'Seulement pour la personne qui l’a écrit et {members, plural, one {# membre nommé} other {# membres nommés}}.',
    es: 'Solo para quien lo escribió y {members, plural, one {# miembro nombrado} other {# miembros nombrados}}.',
    ar: 'لكاتبه فقط و{members, plural, zero {# عضو مذكور} one {عضو واحد مذكور} two {عضوين مذكورين} few {# أعضاء مذكورين} many {# عضوًا مذكورين} other {# عضو مذكورين}}.',
  },
  membersOnly: {
    en: 'For members of this community only.',
    de: 'Nur für Mitglieder dieser Gemeinschaft.',
    fr: 'Seulement pour les membres de cette communauté.',
    es: 'Solo para miembros de esta comunidad.',
    ar: 'لأعضاء هذا المجتمع فقط.',
  },
});
