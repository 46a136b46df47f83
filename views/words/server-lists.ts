import { words } from './language.ts';

/** Servers that lists kept elsewhere name. */
export const SERVER_LISTS = words({
  title: {
    en: 'Lists of servers',
    de: 'Listen von Servern',
    fr: 'Listes de serveurs',
    es: 'Listas de servidores',
    ar: 'قوائم الخوادم',
  },
  lead: {
    en: 'What others say about servers. Nothing of it applies here, unless members propose it and vote for it.',
    de: 'Was andere über Server sagen. Nichts davon gilt hier, solange nicht Mitglieder es beantragen und dafür stimmen.',
    fr: 'Ce que d’autres disent de serveurs. Rien de cela ne s’applique ici, sauf si des membres le proposent et votent pour.',
    es: 'Lo que otros dicen de los servidores. Nada de ello se aplica aquí, salvo que los miembros lo propongan y voten a favor.',
    ar: 'ما يقوله غيرنا عن الخوادم. لا يسري شيء منه هنا إلا إذا اقترحه الأعضاء وصوّتوا له.',
  },
  named: {
    en: 'Named by them',
    de: 'Was sie nennen',
    fr: 'Nommés par elles',
    es: 'Nombrados por ellas',
    ar: 'ما تذكره هذه القوائم',
  },
  noneNamed: {
    en: 'No server is named that has not been decided about.',
    de: 'Sie nennen keinen Server, über den noch nicht entschieden ist.',
    fr: 'Aucun serveur n’est nommé sur lequel il n’ait pas été décidé.',
    es: 'No se nombra ningún servidor sobre el que no se haya decidido.',
    ar: 'لا تذكر خادمًا لم يُتخذ قرار بشأنه.',
  },
  propose: {
    en: 'Propose to look at another list',
    de: 'Beantragen, noch eine Liste anzusehen',
    fr: 'Proposer de consulter une autre liste',
    es: 'Proponer que se mire otra lista',
    ar: 'اقترح الاطلاع على قائمة أخرى',
  },
  noList: {
    en: 'This community looks at no list.',
    de: 'Diese Gemeinschaft sieht sich keine Liste an.',
    fr: 'Cette communauté ne consulte aucune liste.',
    es: 'Esta comunidad no mira ninguna lista.',
    ar: 'لا يطّلع هذا المجتمع على أي قائمة.',
  },
  lookedAt: {
    en: 'Lists looked at',
    de: 'Listen, die angesehen werden',
    fr: 'Listes consultées',
    es: 'Listas que se miran',
    ar: 'القوائم التي يطّلع عليها',
  },
  since: {
    en: '{list}, since {day}',
    de: '{list}, seit {day}',
    fr: '{list}, depuis le {day}',
    es: '{list}, desde el {day}',
    ar: '{list}، منذ {day}',
  },
  table: {
    en: 'Servers named by lists',
    de: 'Server, die Listen nennen',
    fr: 'Serveurs nommés par des listes',
    es: 'Servidores nombrados por listas',
    ar: 'الخوادم التي تذكرها القوائم',
  },
  server: { en: 'Server', de: 'Server', fr: 'Serveur', es: 'Servidor', ar: 'الخادم' },
  suggests: {
    en: 'What the list suggests',
    de: 'Was die Liste vorschlägt',
    fr: 'Ce que la liste suggère',
    es: 'Lo que sugiere la lista',
    ar: 'ما تنصح به القائمة',
  },
  why: { en: 'Why', de: 'Warum', fr: 'Pourquoi', es: 'Por qué', ar: 'السبب' },
  sinceWhen: { en: 'Since', de: 'Seit', fr: 'Depuis', es: 'Desde', ar: 'منذ' },
  leads: {
    en: 'A server’s name leads to the form in which you can propose a decision about it.',
    de: 'Der Name eines Servers führt zu dem Formular, mit dem du eine Entscheidung über ihn beantragen kannst.',
    fr: 'Le nom d’un serveur mène au formulaire où vous pouvez proposer une décision à son sujet.',
    es: 'El nombre de un servidor lleva al formulario en el que puedes proponer una decisión sobre él.',
    ar: 'يقودك اسم الخادم إلى الاستمارة التي تقترح بها قرارًا بشأنه.',
  },
});

/** What a list suggests, by the names of the suggestions. */
export const SUGGESTED = words({
  suspend: { en: 'suspend it', de: 'ihn aussperren', fr: 'le suspendre', es: 'suspenderlo', ar: 'قطع الصلة به' },
  limit: {
    en: 'limit it to members',
    de: 'ihn auf Mitglieder beschränken',
    fr: 'le limiter aux membres',
    es: 'limitarlo a los miembros',
    ar: 'قصره على الأعضاء',
  },
  'reject-media': {
    en: 'leave out its pictures and files',
    de: 'seine Bilder und Dateien auslassen',
    fr: 'laisser de côté ses images et fichiers',
    es: 'dejar fuera sus imágenes y archivos',
    ar: 'استبعاد صوره وملفاته',
  },
});
