import { counted, sentences } from './sentences.ts';

/** What a proposal's change would do about other servers, communities, lists and issuers. */
export const WHAT_CHANGES_ELSEWHERE = sentences({
  '{0} and everything below it would be suspended: posts, likes, memberships and votes from there would no longer be let in, and nothing would be sent there. Members there would rest until it is lifted; after {1} days their memberships end. This is for this community alone.':
    {
      de: '{0} und alles darunter würde gesperrt: Beiträge, „Gefällt mir“, Mitgliedschaften und Stimmen von dort würden nicht mehr eingelassen, und nichts würde dorthin gesendet. Mitgliedschaften von dort würden ruhen, bis es aufgehoben wird; nach {1} Tagen enden sie. Das gilt nur für diese Gemeinschaft.',
      fr: '{0} et tout ce qui est en dessous serait suspendu : les messages, les « j’aime », les adhésions et les votes de là-bas ne seraient plus admis, et rien n’y serait envoyé. Les adhésions de là-bas seraient suspendues jusqu’à la levée ; après {1} jours, elles prennent fin. Cela ne vaut que pour cette communauté.',
      es: '{0} y todo lo que está por debajo quedaría suspendido: ya no se dejarían entrar mensajes, «me gusta», membresías ni votos de allí, y no se enviaría nada allí. Las membresías de allí quedarían en pausa hasta que se levante; a los {1} días terminan. Esto vale solo para esta comunidad.',
      ar: 'يُعلَّق {0} وكل ما تحته: فلا يُسمح بعد ذلك بدخول منشورات أو إعجابات أو عضويات أو أصوات منه، ولا يُرسَل إليه شيء. وتتوقف عضويات من هم هناك إلى أن يُرفع ذلك؛ وبعد {1, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} تنتهي. وهذا لهذا المجتمع وحده.',
    },
  'What people at {0} write would be shown to members only, and to nobody else. This is for this community alone.': {
    de: 'Was Menschen auf {0} schreiben, würde nur Mitgliedern gezeigt und sonst niemandem. Das gilt nur für diese Gemeinschaft.',
    fr: 'Ce que des personnes écrivent sur {0} ne serait montré qu’aux membres, et à personne d’autre. Cela ne vaut que pour cette communauté.',
    es: 'Lo que escribe la gente en {0} se mostraría solo a los miembros, y a nadie más. Esto vale solo para esta comunidad.',
    ar: 'ما يكتبه الناس على {0} يُعرض على الأعضاء وحدهم لا على غيرهم. وهذا لهذا المجتمع وحده.',
  },
  'Pictures and other files from {0} would be left out; the text stays. This is for this community alone.': {
    de: 'Bilder und andere Dateien von {0} würden weggelassen; der Text bleibt. Das gilt nur für diese Gemeinschaft.',
    fr: 'Les images et autres fichiers de {0} seraient laissés de côté ; le texte reste. Cela ne vaut que pour cette communauté.',
    es: 'Las imágenes y otros archivos de {0} se dejarían fuera; el texto se queda. Esto vale solo para esta comunidad.',
    ar: 'تُترك الصور وسائر الملفات الواردة من {0}؛ ويبقى النص. وهذا لهذا المجتمع وحده.',
  },
  '{0} would be let in, where the charter lets in named servers only. This is for this community alone.': {
    de: '{0} würde eingelassen, wo die Satzung nur genannte Server einlässt. Das gilt nur für diese Gemeinschaft.',
    fr: '{0} serait admis, là où la charte n’admet que les serveurs nommés. Cela ne vaut que pour cette communauté.',
    es: 'Se dejaría entrar a {0}, donde los estatutos solo dejan entrar a los servidores nombrados. Esto vale solo para esta comunidad.',
    ar: 'يُسمح بدخول {0} حيث لا يُدخل الميثاق إلا الخوادم المسمّاة. وهذا لهذا المجتمع وحده.',
  },
  'What was decided about {0} would be lifted. This is for this community alone.': {
    de: 'Was über {0} entschieden wurde, würde aufgehoben. Das gilt nur für diese Gemeinschaft.',
    fr: 'Ce qui a été décidé au sujet de {0} serait levé. Cela ne vaut que pour cette communauté.',
    es: 'Se levantaría lo decidido sobre {0}. Esto vale solo para esta comunidad.',
    ar: 'يُرفع ما تقرّر بشأن {0}. وهذا لهذا المجتمع وحده.',
  },
  'Nobody who is a member now would be cut off by it.': {
    de: 'Niemand, der jetzt Mitglied ist, würde dadurch abgeschnitten.',
    fr: 'Cela ne couperait personne qui soit membre aujourd’hui.',
    es: 'No dejaría fuera a nadie que sea miembro ahora.',
    ar: 'لا ينقطع به أحد من الأعضاء الحاليين.',
  },
  ...counted(
    'It would cut off {0} member of this community. If it is lifted within {1} days they are members again as before.',
    'It would cut off {0} members of this community. If it is lifted within {1} days they are members again as before.',
    {
      de: 'Es würde {0, plural, one {# Mitglied} other {# Mitglieder}} dieser Gemeinschaft abschneiden. Wird es innerhalb von {1} Tagen aufgehoben, ist die Mitgliedschaft wieder wie vorher.',
      fr: 'Cela couperait {0, plural, one {# membre} other {# membres}} de cette communauté. Si c’est levé dans les {1} jours, l’adhésion redevient comme avant.',
      es: 'Dejaría fuera a {0, plural, one {# miembro} other {# miembros}} de esta comunidad. Si se levanta en un plazo de {1} días, la membresía vuelve a ser como antes.',
      ar: 'ينقطع به {0, plural, one {عضو واحد} two {عضوان} few {# أعضاء} many {# عضوًا} other {# عضو}} من هذا المجتمع. وإذا رُفع خلال {1, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} عادت العضوية كما كانت.',
    },
  ),
  'No member of this community comes from there.': {
    de: 'Kein Mitglied dieser Gemeinschaft kommt von dort.',
    fr: 'Aucun membre de cette communauté ne vient de là-bas.',
    es: 'Ningún miembro de esta comunidad viene de allí.',
    ar: 'لا يأتي من هناك أحد من أعضاء هذا المجتمع.',
  },
  ...counted('{0} member of this community comes from there.', '{0} members of this community come from there.', {
    de: '{0, plural, one {# Mitglied dieser Gemeinschaft kommt} other {# Mitglieder dieser Gemeinschaft kommen}} von dort.',
    fr: '{0, plural, one {# membre de cette communauté vient} other {# membres de cette communauté viennent}} de là-bas.',
    es: '{0, plural, one {# miembro de esta comunidad viene} other {# miembros de esta comunidad vienen}} de allí.',
    ar: 'يأتي من هناك {0, plural, one {عضو واحد} two {عضوان} few {# أعضاء} many {# عضوًا} other {# عضو}} من هذا المجتمع.',
  }),
  'This community would be linked with {0}, if that community decides the same: what each passes on is shown to the members of the other, and never passed on again.':
    {
      de: 'Diese Gemeinschaft würde mit {0} verbunden, wenn jene Gemeinschaft dasselbe beschließt: Was die eine weitergibt, wird den Mitgliedern der anderen gezeigt und nie nochmals weitergegeben.',
      fr: 'Cette communauté serait liée à {0}, si cette autre communauté décide de même : ce que chacune transmet est montré aux membres de l’autre, et jamais transmis de nouveau.',
      es: 'Esta comunidad quedaría enlazada con {0}, si aquella decide lo mismo: lo que cada una difunde se muestra a los miembros de la otra, y nunca se vuelve a difundir.',
      ar: 'يرتبط هذا المجتمع بـ{0} إذا قرّر ذلك المجتمع الأمر نفسه: فما ينشره كل منهما يُعرض على أعضاء الآخر، ولا يُعاد نشره أبدًا.',
    },
  'This community would no longer be linked with {0}.': {
    de: 'Diese Gemeinschaft wäre nicht mehr mit {0} verbunden.',
    fr: 'Cette communauté ne serait plus liée à {0}.',
    es: 'Esta comunidad dejaría de estar enlazada con {0}.',
    ar: 'لا يعود هذا المجتمع مرتبطًا بـ{0}.',
  },
  'This community would move to {0}: other servers are told to follow it there, and nobody writes here any more. Its record stays.':
    {
      de: 'Diese Gemeinschaft würde nach {0} umziehen: Andere Server erfahren, dass sie ihr dorthin folgen sollen, und niemand schreibt mehr hier. Ihr Buch bleibt.',
      fr: 'Cette communauté déménagerait vers {0} : on dit aux autres serveurs de l’y suivre, et plus personne n’écrit ici. Son registre reste.',
      es: 'Esta comunidad se mudaría a {0}: se dice a los otros servidores que la sigan allí, y ya nadie escribe aquí. Su registro se queda.',
      ar: 'ينتقل هذا المجتمع إلى {0}: فتُبلَّغ الخوادم الأخرى بأن تتبعه هناك، ولا يكتب أحد هنا بعد ذلك. ويبقى سجله.',
    },
  'What the list at {0} says about servers would be shown to the members. Nothing of it applies by itself: about each server they decide as about any other.':
    {
      de: 'Was die Liste unter {0} über Server sagt, würde den Mitgliedern gezeigt. Nichts davon gilt von selbst: Über jeden Server entscheiden sie wie über jeden anderen.',
      fr: 'Ce que la liste à {0} dit des serveurs serait montré aux membres. Rien de cela ne s’applique de soi-même : ils décident de chaque serveur comme de tout autre.',
      es: 'Lo que dice de los servidores la lista en {0} se mostraría a los miembros. Nada de ello se aplica por sí solo: sobre cada servidor deciden como sobre cualquier otro.',
      ar: 'يُعرض على الأعضاء ما تقوله القائمة في {0} عن الخوادم. ولا يسري شيء منه تلقائيًّا: فهم يقرّرون في كل خادم كما يقرّرون في غيره.',
    },
  'What the list at {0} says would no longer be shown. What was decided because of it stays.': {
    de: 'Was die Liste unter {0} sagt, würde nicht mehr gezeigt. Was ihretwegen entschieden wurde, bleibt.',
    fr: 'Ce que dit la liste à {0} ne serait plus montré. Ce qui a été décidé à cause d’elle reste.',
    es: 'Lo que dice la lista en {0} dejaría de mostrarse. Lo que se decidió a causa de ella se queda.',
    ar: 'لا يعود يُعرض ما تقوله القائمة في {0}. وما تقرّر بسببها يبقى.',
  },
  'Whom {0} confirms, once a month each, could speak here under a name made by this server, as “verified, {1}, one of so many”. Nobody can find out who it is. Fewer than {2} in a month cannot. Moderators and juries can end a voice, as they can mute a member. It is confirmed by {3}, with the key {4}.':
    {
      de: 'Wen {0} bestätigt, jede Person einmal im Monat, könnte hier unter einem Namen sprechen, den dieser Server macht, als „bestätigt, {1}, eine von so vielen“. Niemand kann herausfinden, wer es ist. Weniger als {2} in einem Monat können es nicht. Moderatoren und Jurys können eine Stimme beenden, wie sie ein Mitglied stummschalten können. Bestätigt wird es von {3}, mit dem Schlüssel {4}.',
      fr: 'Qui est confirmé par {0}, une fois par mois et par personne, pourrait parler ici sous un nom fait par ce serveur, comme « vérifié, {1}, une personne parmi tant ». Nul ne peut découvrir qui c’est. À moins de {2} dans un mois, on ne le peut pas. Les modérateurs et les jurys peuvent mettre fin à une voix, comme ils peuvent mettre un membre en sourdine. La confirmation vient de {3}, avec la clé {4}.',
      es: 'Quien sea confirmado por {0}, una vez al mes cada persona, podría hablar aquí con un nombre hecho por este servidor, como «verificado, {1}, una persona entre tantas». Nadie puede averiguar quién es. Si son menos de {2} en un mes, no pueden. Los moderadores y los jurados pueden terminar una voz, como pueden silenciar a un miembro. Lo confirma {3}, con la clave {4}.',
      ar: 'من تؤكده {0}، مرة في الشهر لكل شخص، يمكنه أن يتكلم هنا باسم يصنعه هذا الخادم، بوصفه «موثَّقًا، {1}، واحدًا من كذا». ولا يستطيع أحد أن يعرف من هو. ولا يمكن ذلك إن كانوا أقل من {2} في الشهر. وللمشرفين وهيئات المحلفين أن ينهوا صوتًا كما لهم أن يُسكتوا عضوًا. ويأتي التأكيد من {3} بالمفتاح {4}.',
    },
  'Whom {0} confirmed could no longer speak here without a name. What was said stays.': {
    de: 'Wen {0} bestätigt hat, könnte hier nicht mehr ohne Namen sprechen. Was gesagt wurde, bleibt.',
    fr: 'Qui a été confirmé par {0} ne pourrait plus parler ici sans nom. Ce qui a été dit reste.',
    es: 'Quien fue confirmado por {0} ya no podría hablar aquí sin nombre. Lo que se dijo se queda.',
    ar: 'من أكدته {0} لا يمكنه بعد ذلك أن يتكلم هنا دون اسم. وما قيل يبقى.',
  },
});
