import { sentences } from './sentences.ts';

/** The weekly letter: what is open in somebody's communities. */
export const DIGEST = sentences({
  'What is open in your communities': {
    de: 'Was in deinen Gemeinschaften offen ist',
    fr: 'Ce qui est ouvert dans vos communautés',
    es: 'Lo que está abierto en tus comunidades',
    ar: 'ما هو مفتوح في مجتمعاتك',
  },
  'Decided this week:': {
    de: 'Diese Woche entschieden:',
    fr: 'Décidé cette semaine :',
    es: 'Decidido esta semana:',
    ar: 'ما قُرّر هذا الأسبوع:',
  },
  'Decided before, with new minority statements:': {
    de: 'Früher entschieden, mit neuen Minderheitsvoten:',
    fr: 'Décidé auparavant, avec de nouvelles déclarations de la minorité :',
    es: 'Decidido antes, con nuevas declaraciones de la minoría:',
    ar: 'ما قُرّر من قبل، ومعه بيانات جديدة للأقلية:',
  },
  'A minority statement stands beside it.': {
    de: 'Ein Minderheitsvotum steht dabei.',
    fr: 'Une déclaration de la minorité l’accompagne.',
    es: 'La acompaña una declaración de la minoría.',
    ar: 'يرافقه بيان للأقلية.',
  },
  '{0} minority statements stand beside it.': {
    de: '{0} Minderheitsvoten stehen dabei.',
    fr: '{0} déclarations de la minorité l’accompagnent.',
    es: 'La acompañan {0} declaraciones de la minoría.',
    ar: '{0, plural, two {يرافقه بيانان للأقلية.} few {ترافقه # بيانات للأقلية.} many {يرافقه # بيانًا للأقلية.} other {يرافقه # بيان للأقلية.}}',
  },
  'To put a minority statement beside it, or to sign one, until {0}:': {
    de: 'Um bis {0} ein Minderheitsvotum dazuzustellen oder eines zu unterzeichnen:',
    fr: 'Pour y joindre une déclaration de la minorité ou en signer une, jusqu’au {0} :',
    es: 'Para poner junto a él una declaración de la minoría o firmar una, hasta el {0}:',
    ar: 'لتضع معه بيانًا للأقلية أو توقّع بيانًا حتى {0}:',
  },
  'You can switch this letter off on the page “You”.': {
    de: 'Diesen Brief kannst du auf der Seite „Du“ abschalten.',
    fr: 'Vous pouvez arrêter cette lettre à la page « Vous ».',
    es: 'Puedes desactivar esta carta en la página «Tú».',
    ar: 'يمكنك إيقاف هذه الرسالة في صفحة «أنت».',
  },
  '{0}: a jury waits for you.': {
    de: '{0}: Eine Jury wartet auf dich.',
    fr: '{0} : un jury vous attend.',
    es: '{0}: un jurado te espera.',
    ar: '{0}: تنتظرك هيئة محلفين.',
  },
  '{0} “{1}” looks for members who second it, until {2}.': {
    de: '{0} „{1}“ sucht bis {2} Mitglieder, die den Antrag unterstützen.',
    fr: '{0} « {1} » cherche des membres qui l’appuient, jusqu’au {2}.',
    es: '{0} «{1}» busca miembros que la apoyen, hasta el {2}.',
    ar: 'يبحث {0} «{1}» عن أعضاء يؤيّدونه حتى {2}.',
  },
  '{0} “{1}”: members stand until {2}.': {
    de: '{0} „{1}“: Mitglieder kandidieren bis {2}.',
    fr: '{0} « {1} » : les membres se portent candidats jusqu’au {2}.',
    es: '{0} «{1}»: los miembros se presentan hasta el {2}.',
    ar: '{0} «{1}»: يترشح الأعضاء حتى {2}.',
  },
  'You stand.': { de: 'Du kandidierst.', fr: 'Vous êtes candidat.', es: 'Te presentas.', ar: 'أنت مترشح.' },
  'You were asked to stand.': {
    de: 'Du wurdest gebeten zu kandidieren.',
    fr: 'On vous a demandé d’être candidat.',
    es: 'Se te pidió que te presentaras.',
    ar: 'طُلب منك أن تترشح.',
  },
  '{0} “{1}” has passed; {2} of the {3} signatures that ask a jury about its procedure are there. It takes effect on {4}.':
    {
      de: '{0} „{1}“ ist angenommen; {2} der {3} Unterschriften, die eine Jury nach dem Ablauf fragen, sind da. Der Beschluss wird am {4} wirksam.',
      fr: '{0} « {1} » est adopté ; {2} des {3} signatures qui saisissent un jury de la procédure sont là. La décision prend effet le {4}.',
      es: '{0} «{1}» se aprobó; hay {2} de las {3} firmas que preguntan a un jurado por el procedimiento. Surte efecto el {4}.',
      ar: 'أُقرّ {0} «{1}»؛ وجُمعت {2} من {3} توقيعات تسأل هيئة محلفين عن الإجراءات. ويسري في {4}.',
    },
  '{0} “{1}” closes on {2}.': {
    de: '{0} „{1}“ endet am {2}.',
    fr: '{0} « {1} » se clôt le {2}.',
    es: '{0} «{1}» se cierra el {2}.',
    ar: 'يُغلق {0} «{1}» في {2}.',
  },
  'Its roll was frozen before you could stand on it.': {
    de: 'Wer stimmberechtigt ist, wurde festgeschrieben, bevor du dabei sein konntest.',
    fr: 'La liste des votants a été figée avant que vous puissiez y être.',
    es: 'El censo se fijó antes de que pudieras estar en él.',
    ar: 'ثُبّتت قائمة من لهم حق التصويت قبل أن تكون فيها.',
  },
  'You have your ballot paper.': {
    de: 'Du hast deinen Stimmschein.',
    fr: 'Vous avez votre bulletin.',
    es: 'Tienes tu papeleta.',
    ar: 'لديك ورقة اقتراعك.',
  },
  'You have no ballot paper yet.': {
    de: 'Du hast noch keinen Stimmschein.',
    fr: 'Vous n’avez pas encore de bulletin.',
    es: 'Aún no tienes papeleta.',
    ar: 'ليست لديك ورقة اقتراع بعد.',
  },
  'You have voted.': { de: 'Du hast abgestimmt.', fr: 'Vous avez voté.', es: 'Has votado.', ar: 'لقد صوّت.' },
  'You have not voted.': {
    de: 'Du hast nicht abgestimmt.',
    fr: 'Vous n’avez pas voté.',
    es: 'No has votado.',
    ar: 'لم تصوّت.',
  },
  '{0}: {1} of {2} members have signed for a vote on whether a {3} stays, until {4}.': {
    de: '{0}: {1} von {2} Mitgliedern haben für eine Abstimmung darüber unterschrieben, ob jemand die Rolle „{3}“ behält, bis {4}.',
    fr: '{0} : {1} membres sur {2} ont signé pour un vote sur le maintien d’un « {3} », jusqu’au {4}.',
    es: '{0}: {1} de {2} miembros han firmado para votar si alguien sigue como «{3}», hasta el {4}.',
    ar: '{0}: وقّع {1} من {2} من الأعضاء للتصويت على بقاء شخص في دور «{3}»، حتى {4}.',
  },
  '{0} passed: {1}.': {
    de: '{0} wurde angenommen: {1}.',
    fr: '{0} est adopté : {1}.',
    es: '{0} se aprobó: {1}.',
    ar: 'أُقرّ {0}: {1}.',
  },
  '{0} was rejected: {1}.': {
    de: '{0} wurde abgelehnt: {1}.',
    fr: '{0} est rejeté : {1}.',
    es: '{0} se rechazó: {1}.',
    ar: 'رُفض {0}: {1}.',
  },
  '{0} lapsed: {1}.': {
    de: '{0} ist verfallen: {1}.',
    fr: '{0} est caduc : {1}.',
    es: '{0} caducó: {1}.',
    ar: 'سقط {0}: {1}.',
  },
});
