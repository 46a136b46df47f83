import { sentences } from './sentences.ts';

/** What proposals would change: what each is, and why one cannot be made. */
export const CHANGES = sentences({
  'A new rule.': {
    de: 'Eine neue Regel.',
    fr: 'Une nouvelle règle.',
    es: 'Una regla nueva.',
    ar: 'قاعدة جديدة.',
  },
  'A new version of a rule.': {
    de: 'Eine neue Fassung einer Regel.',
    fr: 'Une nouvelle version d’une règle.',
    es: 'Una versión nueva de una regla.',
    ar: 'نسخة جديدة من قاعدة.',
  },
  'The end of a rule.': {
    de: 'Das Ende einer Regel.',
    fr: 'La fin d’une règle.',
    es: 'El fin de una regla.',
    ar: 'نهاية قاعدة.',
  },
  'Rules that would go on.': {
    de: 'Regeln, die weiter gelten würden.',
    fr: 'Des règles qui continueraient.',
    es: 'Reglas que seguirían.',
    ar: 'قواعد يستمر سريانها.',
  },
  'A change of the charter.': {
    de: 'Eine Änderung der Satzung.',
    fr: 'Un changement de la charte.',
    es: 'Un cambio de los estatutos.',
    ar: 'تغيير في الميثاق.',
  },
  'What this community sets out to change.': {
    de: 'Was diese Gemeinschaft verändern will.',
    fr: 'Ce que cette communauté veut changer.',
    es: 'Lo que esta comunidad se propone cambiar.',
    ar: 'ما يعتزم هذا المجتمع تغييره.',
  },
  'An election.': { de: 'Eine Wahl.', fr: 'Une élection.', es: 'Una elección.', ar: 'انتخاب.' },
  'A recall.': { de: 'Eine Abberufung.', fr: 'Une révocation.', es: 'Una revocación.', ar: 'سحب ثقة.' },
  'What the founder did.': {
    de: 'Was zur Gründung getan wurde.',
    fr: 'Ce qui a été fait à la fondation.',
    es: 'Lo que hizo quien fundó la comunidad.',
    ar: 'ما فعله المؤسس.',
  },
  'Somebody comes back.': {
    de: 'Jemand kommt zurück.',
    fr: 'Quelqu’un revient.',
    es: 'Alguien vuelve.',
    ar: 'عودة شخص.',
  },
  'Nobody of this name was removed from here.': {
    de: 'Von hier wurde niemand dieses Namens ausgeschlossen.',
    fr: 'Personne de ce nom n’a été exclu d’ici.',
    es: 'No se ha expulsado de aquí a nadie con ese nombre.',
    ar: 'لم يُخرَج من هنا أحد بهذا الاسم.',
  },
  'This can be proposed from {0} on.': {
    de: 'Das kann ab {0} beantragt werden.',
    fr: 'Cela peut être proposé à partir du {0}.',
    es: 'Esto se puede proponer desde el {0}.',
    ar: 'يمكن اقتراح هذا ابتداءً من {0}.',
  },
  'The charter says this already. Change at least one of its parameters.': {
    de: 'Das sagt die Satzung schon. Ändere mindestens einen ihrer Werte.',
    fr: 'La charte le dit déjà. Changez au moins un de ses paramètres.',
    es: 'Los estatutos ya dicen esto. Cambia al menos uno de sus parámetros.',
    ar: 'يقول الميثاق هذا من قبل. غيّر قيمة واحدة على الأقل من قيمه.',
  },
  'The charter says this already.': {
    de: 'Das sagt die Satzung schon.',
    fr: 'La charte le dit déjà.',
    es: 'Los estatutos ya dicen esto.',
    ar: 'يقول الميثاق هذا من قبل.',
  },
  'Choose one of the four headings.': {
    de: 'Wähle eine der vier Überschriften.',
    fr: 'Choisissez un des quatre titres.',
    es: 'Elige uno de los cuatro apartados.',
    ar: 'اختر أحد العناوين الأربعة.',
  },
  'Say it in up to {0} characters.': {
    de: 'Sag es in höchstens {0} Zeichen.',
    fr: 'Dites-le en {0} caractères au plus.',
    es: 'Dilo en un máximo de {0} caracteres.',
    ar: 'قله بما لا يتجاوز {0, plural, one {محرفًا واحدًا} two {محرفين} few {# محارف} many {# محرفًا} other {# محرف}}.',
  },
  'They are no longer moderator.': {
    de: 'Dieses Mitglied ist nicht mehr Moderator.',
    fr: 'Cette personne n’est plus modérateur.',
    es: 'Esa persona ya no es moderador.',
    ar: 'لم يعد مشرفًا.',
  },
  'They are no longer steward.': {
    de: 'Dieses Mitglied ist nicht mehr Verwalter.',
    fr: 'Cette personne n’est plus intendant.',
    es: 'Esa persona ya no es gestor.',
    ar: 'لم يعد قيّمًا.',
  },
  'They are no longer clerk.': {
    de: 'Dieses Mitglied ist nicht mehr Schriftführer.',
    fr: 'Cette personne n’est plus greffier.',
    es: 'Esa persona ya no es secretario.',
    ar: 'لم يعد كاتبًا.',
  },
  'They are no longer teller.': {
    de: 'Dieses Mitglied ist nicht mehr Stimmenzähler.',
    fr: 'Cette personne n’est plus scrutateur.',
    es: 'Esa persona ya no es escrutador.',
    ar: 'لم يعد محصي أصوات.',
  },
  'Such a vote is called by the charter itself, when it is time for it.': {
    de: 'Eine solche Abstimmung beruft die Satzung selbst ein, wenn es Zeit dafür ist.',
    fr: 'Un tel vote est convoqué par la charte elle-même, quand le moment est venu.',
    es: 'Una votación así la convocan los propios estatutos cuando llega el momento.',
    ar: 'يدعو الميثاق نفسه إلى مثل هذا التصويت حين يحين وقته.',
  },
  'There is no rule {0} in force here.': {
    de: 'Eine Regel {0} ist hier nicht in Kraft.',
    fr: 'Il n’y a pas de règle {0} en vigueur ici.',
    es: 'Aquí no hay ninguna regla {0} en vigor.',
    ar: 'لا توجد هنا قاعدة {0} سارية.',
  },
  '{0} is a rule of the whole server. The server’s home community decides about it.': {
    de: '{0} ist eine Regel des ganzen Servers. Darüber entscheidet die Heimatgemeinschaft des Servers.',
    fr: '{0} est une règle de tout le serveur. C’est la communauté d’attache du serveur qui en décide.',
    es: '{0} es una regla de todo el servidor. Sobre ella decide la comunidad de origen del servidor.',
    ar: 'القاعدة {0} من قواعد الخادم كله. ويقرّر في أمرها المجتمع الأم للخادم.',
  },
});
