import { words } from './language.ts';

/** The end of an account. */
export const LEAVING = words({
  title: {
    en: 'Leave this server',
    de: 'Diesen Server verlassen',
    fr: 'Quitter ce serveur',
    es: 'Dejar este servidor',
    ar: 'مغادرة هذا الخادم',
  },
  lead: {
    en: 'Your account is deleted. Nobody can bring it back, and nobody else ever gets your name.',
    de: 'Dein Konto wird gelöscht. Niemand kann es zurückholen, und niemand anderes bekommt je deinen Namen.',
    fr: 'Votre compte est supprimé. Personne ne peut le rétablir, et personne d’autre n’aura jamais votre nom.',
    es: 'Tu cuenta se borra. Nadie puede recuperarla, y nadie más tendrá nunca tu nombre.',
    ar: 'يُحذف حسابك. لا يستطيع أحد استعادته، ولن يحصل أحد غيرك على اسمك أبدًا.',
  },
  communities: {
    en: 'You leave every community. What you decided together, and the ballots you cast, stay in its open book.',
    de: 'Du verlässt jede Gemeinschaft. Was ihr zusammen entschieden habt, und die Stimmen, die du abgegeben hast, bleiben in ihrem offenen Buch.',
    fr: 'Vous quittez toutes les communautés. Ce que vous avez décidé ensemble, et les bulletins que vous avez déposés, restent dans leur livre ouvert.',
    es: 'Dejas todas las comunidades. Lo que decidisteis juntos, y las papeletas que emitiste, quedan en su libro abierto.',
    ar: 'تغادر كل المجتمعات. أما ما قررتموه معًا والأصوات التي أدليت بها فتبقى في سجلها المفتوح.',
  },
  sessions: {
    en: 'You are signed out everywhere, and no app acts for you any more.',
    de: 'Du wirst überall abgemeldet, und keine App handelt mehr für dich.',
    fr: 'Votre session est fermée partout, et aucune application n’agit plus pour vous.',
    es: 'Se cierra tu sesión en todas partes, y ninguna aplicación actúa ya por ti.',
    ar: 'يُسجَّل خروجك من كل مكان، ولا يتصرف أي تطبيق عنك بعد ذلك.',
  },
  servers: {
    en: 'Other servers are told. Most of them delete whatever they have of you; nobody can make them.',
    de: 'Andere Server erfahren es. Die meisten löschen, was sie von dir haben; zwingen kann sie niemand.',
    fr: 'Les autres serveurs sont prévenus. La plupart suppriment ce qu’ils ont de vous ; personne ne peut les y obliger.',
    es: 'Se avisa a los demás servidores. La mayoría borra lo que tiene de ti; nadie puede obligarlos.',
    ar: 'تُخبَر الخوادم الأخرى. يحذف معظمها ما لديه عنك، ولا يستطيع أحد إجبارها.',
  },
  before: {
    en: 'Before that you can <archive>take everything you have here with you</archive>. If you only want another name or another server, <move>move</move> instead: your memberships go along.',
    de: 'Vorher kannst du <archive>alles mitnehmen, was du hier hast</archive>. Wenn du nur einen anderen Namen oder Server willst, <move>zieh lieber um</move>: Deine Mitgliedschaften gehen mit.',
    fr: 'Avant cela, vous pouvez <archive>emporter tout ce que vous avez ici</archive>. Si vous voulez seulement un autre nom ou un autre serveur, <move>déménagez</move> plutôt : vous restez membre de vos communautés.',
    es: 'Antes puedes <archive>llevarte todo lo que tienes aquí</archive>. Si solo quieres otro nombre u otro servidor, mejor <move>múdate</move>: tus membresías van contigo.',
    ar: 'يمكنك قبل ذلك أن <archive>تأخذ معك كل ما لديك هنا</archive>. وإن كنت تريد اسمًا آخر أو خادمًا آخر فحسب، <move>فانتقل</move> بدلًا من ذلك: تنتقل عضوياتك معك.',
  },
  posts: {
    en: 'What becomes of your posts here?',
    de: 'Was wird aus deinen Beiträgen hier?',
    fr: 'Que deviennent vos messages ici ?',
    es: '¿Qué pasa con tus mensajes de aquí?',
    ar: 'ماذا يحدث لمنشوراتك هنا؟',
  },
  keep: { en: 'They stay', de: 'Sie bleiben', fr: 'Ils restent', es: 'Se quedan', ar: 'تبقى' },
  keepHint: {
    en: 'Above them stands “Somebody who left”, and not your name.',
    de: 'Darüber steht dann „Somebody who left“ („Jemand, der gegangen ist“), und nicht dein Name.',
    fr: 'Au-dessus figure « Somebody who left » (quelqu’un qui est parti), et non votre nom.',
    es: 'Encima pone «Somebody who left» (alguien que se fue), y no tu nombre.',
    ar: 'يُكتب فوقها “Somebody who left” (شخص غادر) بدل اسمك.',
  },
  delete: {
    en: 'They are deleted too',
    de: 'Sie werden auch gelöscht',
    fr: 'Ils sont supprimés aussi',
    es: 'También se borran',
    ar: 'تُحذف أيضًا',
  },
  deleteHint: {
    en: 'Answers to them stay.',
    de: 'Antworten darauf bleiben.',
    fr: 'Les réponses restent.',
    es: 'Las respuestas a ellos se quedan.',
    ar: 'تبقى الردود عليها.',
  },
  do: {
    en: 'Delete my account',
    de: 'Mein Konto löschen',
    fr: 'Supprimer mon compte',
    es: 'Borrar mi cuenta',
    ar: 'احذف حسابي',
  },
});
