import { sentences } from './sentences.ts';

/** When something is wrong with this server, another one or an open book. */
export const TROUBLE = sentences({
  'The members of every community here have decided not to let in this server.': {
    de: 'Die Mitglieder jeder Gemeinschaft hier haben entschieden, diesen Server nicht einzulassen.',
    fr: 'Les membres de chaque communauté d’ici ont décidé de ne pas laisser entrer ce serveur.',
    es: 'Los miembros de todas las comunidades de aquí han decidido no dejar entrar a este servidor.',
    ar: 'قرّر أعضاء كل مجتمع هنا ألا يُسمح لهذا الخادم بالدخول.',
  },
  'It was answered with status {0}.': {
    de: 'Die Antwort kam mit Status {0}.',
    fr: 'La réponse avait le statut {0}.',
    es: 'La respuesta llegó con el estado {0}.',
    ar: 'جاء الرد بالحالة {0}.',
  },
  'The open book of this community was changed in the database, so nothing is decided until it is restored. Whoever runs this server finds the entry with: {0}':
    {
      de: 'Das offene Buch dieser Gemeinschaft wurde in der Datenbank verändert; darum wird nichts entschieden, bis es wiederhergestellt ist. Wer diesen Server betreibt, findet den Eintrag mit: {0}',
      fr: 'Le livre ouvert de cette communauté a été modifié dans la base de données ; rien n’est donc décidé tant qu’il n’est pas rétabli. Qui fait tourner ce serveur trouve l’entrée avec : {0}',
      es: 'El libro abierto de esta comunidad se cambió en la base de datos, así que no se decide nada hasta que se restablezca. Quien mantiene este servidor encuentra la entrada con: {0}',
      ar: 'غُيّر السجل المفتوح لهذا المجتمع في قاعدة البيانات، فلا يُقرَّر شيء حتى يُستعاد. ويجد من يشغّل هذا الخادم القيد بالأمر: {0}',
    },
  'This form did not come from a page of this server. Open the page again and send it from there.': {
    de: 'Dieses Formular kam nicht von einer Seite dieses Servers. Öffne die Seite neu und schick es von dort.',
    fr: 'Ce formulaire ne venait pas d’une page de ce serveur. Rouvrez la page et envoyez-le de là.',
    es: 'Este formulario no venía de una página de este servidor. Vuelve a abrir la página y envíalo desde allí.',
    ar: 'لم يأتِ هذا النموذج من صفحة على هذا الخادم. افتح الصفحة من جديد وأرسله منها.',
  },
  'Nothing you did was wrong. Whoever runs this server finds what happened in its log under {0}. Try again in a while.':
    {
      de: 'Du hast nichts falsch gemacht. Wer diesen Server betreibt, findet im Protokoll unter {0}, was geschehen ist. Versuch es nach einer Weile noch einmal.',
      fr: 'Vous n’avez rien fait de mal. Qui fait tourner ce serveur trouve dans son journal, sous {0}, ce qui s’est passé. Réessayez dans un moment.',
      es: 'No has hecho nada mal. Quien mantiene este servidor encuentra en su registro, con {0}, lo que ha pasado. Vuelve a intentarlo dentro de un rato.',
      ar: 'لم تخطئ في شيء. ويجد من يشغّل هذا الخادم ما حدث في سجل تشغيله تحت {0}. حاول بعد قليل.',
    },
  'It is erased here. Servers that got it from us are asked to forget it.': {
    de: 'Es ist hier gelöscht. Server, die es von uns haben, werden gebeten, es zu vergessen.',
    fr: 'C’est effacé ici. On demande aux serveurs qui l’ont reçu de nous de l’oublier.',
    es: 'Aquí está borrado. Se pide a los servidores que lo recibieron de nosotros que lo olviden.',
    ar: 'مُحي هنا. ويُطلب من الخوادم التي أخذته منا أن تنساه.',
  },
  'It does not fit at: a ballot on {0}.': {
    de: 'Es passt nicht zusammen bei: einem Stimmzettel zu {0}.',
    fr: 'Cela ne concorde pas à : un bulletin sur {0}.',
    es: 'No concuerda en: una papeleta sobre {0}.',
    ar: 'لا يتطابق عند: ورقة في التصويت على {0}.',
  },
  'It does not fit at: {0}.': {
    de: 'Es passt nicht zusammen bei: {0}.',
    fr: 'Cela ne concorde pas à : {0}.',
    es: 'No concuerda en: {0}.',
    ar: 'لا يتطابق عند: {0}.',
  },
  'And {0} more.': {
    de: 'Und noch {0}.',
    fr: 'Et {0} de plus.',
    es: 'Y {0} más.',
    ar: 'وعدد غيرها: {0}.',
  },
});
