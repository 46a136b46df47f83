import { words } from './language.ts';

/** What a file holds, in the words of whoever brings it. */
export const FILE_KINDS = words({
  follows: {
    en: 'People you follow',
    de: 'Menschen, denen du folgst',
    fr: 'Personnes que vous suivez',
    es: 'Personas a las que sigues',
    ar: 'الأشخاص الذين تتابعهم',
  },
  blocks: {
    en: 'Accounts you block',
    de: 'Konten, die du blockierst',
    fr: 'Comptes que vous bloquez',
    es: 'Cuentas que bloqueas',
    ar: 'الحسابات التي تحجبها',
  },
  mutes: {
    en: 'Accounts you mute',
    de: 'Konten, die du stummschaltest',
    fr: 'Comptes que vous masquez',
    es: 'Cuentas que silencias',
    ar: 'الحسابات التي تكتمها',
  },
  domains: {
    en: 'Servers you block',
    de: 'Server, die du blockierst',
    fr: 'Serveurs que vous bloquez',
    es: 'Servidores que bloqueas',
    ar: 'الخوادم التي تحجبها',
  },
  bookmarks: { en: 'Bookmarks', de: 'Lesezeichen', fr: 'Marque-pages', es: 'Marcadores', ar: 'العلامات المرجعية' },
  lists: { en: 'Lists', de: 'Listen', fr: 'Listes', es: 'Listas', ar: 'القوائم' },
});

/** What comes of it when a file of that kind is brought. */
export const FOLLOWS_FROM = words({
  follows: {
    en: 'Each person’s server is asked, as always when you follow somebody. Communities in the file are joined, or asked to let you in. Whether their boosts are shown is not kept here.',
    de: 'Der Server jedes Menschen wird gefragt, wie immer, wenn du jemandem folgst. Gemeinschaften in der Datei trittst du bei, oder sie werden gebeten, dich einzulassen. Ob weitergegebene Beiträge gezeigt werden, wird hier nicht aufgehoben.',
    fr: 'Le serveur de chaque personne est interrogé, comme toujours quand vous suivez quelqu’un. Vous rejoignez les communautés du fichier, ou il leur est demandé de vous laisser entrer. L’affichage des messages relayés n’est pas conservé ici.',
    es: 'Se pregunta al servidor de cada persona, como siempre que sigues a alguien. Te unes a las comunidades del archivo, o se les pide que te dejen entrar. Aquí no se guarda si se muestran los mensajes que otros difunden.',
    ar: 'يُسأل خادم كل شخص، كما يحدث دائمًا حين تتابع أحدًا. وتنضم إلى المجتمعات المذكورة في الملف، أو يُطلب منها إدخالك. ولا يُحفظ هنا هل تُعرض المنشورات التي يعيدون نشرها.',
  },
  blocks: {
    en: 'Nobody is told. You stay in the communities you share.',
    de: 'Niemand erfährt es. In gemeinsamen Gemeinschaften bleibst du.',
    fr: 'Personne n’en est averti. Vous restez dans les communautés que vous avez en commun.',
    es: 'No se le dice a nadie. Sigues en las comunidades que compartís.',
    ar: 'لا يُخبَر أحد. وتبقى في المجتمعات المشتركة بينكم.',
  },
  mutes: {
    en: 'Nobody is told.',
    de: 'Niemand erfährt es.',
    fr: 'Personne n’en est averti.',
    es: 'No se le dice a nadie.',
    ar: 'لا يُخبَر أحد.',
  },
  domains: {
    en: 'Nobody is told. Nothing by anybody at these servers is shown to you.',
    de: 'Niemand erfährt es. Von niemandem auf diesen Servern wird dir etwas gezeigt.',
    fr: 'Personne n’en est averti. Rien de qui que ce soit sur ces serveurs ne vous est montré.',
    es: 'No se le dice a nadie. No se te muestra nada de nadie de esos servidores.',
    ar: 'لا يُخبَر أحد. ولا يُعرض عليك شيء من أي أحد على هذه الخوادم.',
  },
  bookmarks: {
    en: 'Posts that are not known here are fetched, where they are public.',
    de: 'Beiträge, die hier nicht bekannt sind, werden geholt, soweit sie öffentlich sind.',
    fr: 'Les messages inconnus ici sont récupérés, s’ils sont publics.',
    es: 'Los mensajes que aquí no se conocen se traen, si son públicos.',
    ar: 'تُجلب المنشورات غير المعروفة هنا إن كانت علنية.',
  },
  lists: {
    en: 'Lists that you do not have yet are made. Nobody is told who is on them.',
    de: 'Listen, die du noch nicht hast, werden angelegt. Niemand erfährt, wer darauf steht.',
    fr: 'Les listes que vous n’avez pas encore sont créées. Personne n’apprend qui y figure.',
    es: 'Se crean las listas que aún no tienes. No se le dice a nadie quién está en ellas.',
    ar: 'تُنشأ القوائم التي ليست لديك بعد. ولا يُخبَر أحد بمن فيها.',
  },
});

/** Where somebody brings her lists from another server, and takes those that she has here. */
export const IMPORTS = words({
  title: {
    en: 'Bring your lists, and take them along',
    de: 'Bring deine Listen her, und nimm sie mit',
    fr: 'Apportez vos listes, et emportez-les',
    es: 'Trae tus listas y llévatelas',
    ar: 'أحضر قوائمك وخذها معك',
  },
  lead: {
    en: 'Whom you follow, block and mute, your bookmarks and lists: from the files that Mastodon and others export.',
    de: 'Wem du folgst, wen du blockierst und stummschaltest, deine Lesezeichen und Listen: aus den Dateien, die Mastodon und andere ausgeben.',
    fr: 'Qui vous suivez, bloquez et masquez, vos marque-pages et vos listes : à partir des fichiers que Mastodon et d’autres exportent.',
    es: 'A quién sigues, bloqueas y silencias, tus marcadores y tus listas: con los archivos que exportan Mastodon y otros.',
    ar: 'من تتابعهم ومن تحجبهم ومن تكتمهم، وعلاماتك المرجعية وقوائمك: من الملفات التي يصدّرها ماستودون وغيره.',
  },
  bring: {
    en: 'Bring a file',
    de: 'Eine Datei herbringen',
    fr: 'Apporter un fichier',
    es: 'Traer un archivo',
    ar: 'أحضر ملفًا',
  },
  holds: {
    en: 'What the file holds',
    de: 'Was in der Datei steht',
    fr: 'Ce que contient le fichier',
    es: 'Qué contiene el archivo',
    ar: 'محتوى الملف',
  },
  holdsHint: {
    en: 'Under “People you follow” you can also bring a list of feeds (OPML): those that belong to accounts are followed.',
    de: 'Unter „Menschen, denen du folgst“ kannst du auch eine Liste von Feeds (OPML) herbringen: Denen, die zu Konten gehören, folgst du dann.',
    fr: 'Sous « Personnes que vous suivez », vous pouvez aussi apporter une liste de flux (OPML) : ceux qui appartiennent à des comptes sont suivis.',
    es: 'En «Personas a las que sigues» puedes traer también una lista de canales (OPML): se sigue a los que pertenecen a cuentas.',
    ar: 'تحت «الأشخاص الذين تتابعهم» يمكنك أيضًا إحضار قائمة خلاصات (OPML): تُتابَع الخلاصات التي تخص حسابات.',
  },
  file: { en: 'The file', de: 'Die Datei', fr: 'Le fichier', es: 'El archivo', ar: 'الملف' },
  most: {
    en: 'CSV, or OPML. At most {lines, number} lines and {megabytes} MB.',
    de: 'CSV oder OPML. Höchstens {lines, number} Zeilen und {megabytes} MB.',
    fr: 'CSV ou OPML. Au plus {lines, number} lignes et {megabytes} Mo.',
    es: 'CSV u OPML. Como mucho {lines, number} líneas y {megabytes} MB.',
    ar: 'CSV أو OPML. بحد أقصى {lines, number} سطر و{megabytes} ميغابايت.',
  },
  becomes: {
    en: 'What becomes of what you have here already?',
    de: 'Was wird aus dem, was du hier schon hast?',
    fr: 'Que devient ce que vous avez déjà ici ?',
    es: '¿Qué pasa con lo que ya tienes aquí?',
    ar: 'ماذا يحدث لما لديك هنا بالفعل؟',
  },
  stays: { en: 'It stays', de: 'Es bleibt', fr: 'Cela reste', es: 'Se queda', ar: 'يبقى' },
  staysHint: {
    en: 'What the file says is added.',
    de: 'Was in der Datei steht, kommt dazu.',
    fr: 'Ce que dit le fichier s’y ajoute.',
    es: 'Se añade lo que dice el archivo.',
    ar: 'يُضاف إليه ما في الملف.',
  },
  replaced: { en: 'It is replaced', de: 'Es wird ersetzt', fr: 'Cela est remplacé', es: 'Se sustituye', ar: 'يُستبدل' },
  replacedHint: {
    en: 'What the file does not say is taken away. You leave no community by it.',
    de: 'Was nicht in der Datei steht, wird weggenommen. Du verlässt dadurch keine Gemeinschaft.',
    fr: 'Ce que le fichier ne dit pas est retiré. Vous ne quittez ainsi aucune communauté.',
    es: 'Lo que el archivo no dice se quita. Con ello no dejas ninguna comunidad.',
    ar: 'يُزال ما ليس في الملف. ولا تغادر بذلك أي مجتمع.',
  },
  onlyYou: {
    en: 'Only you see it. Nothing happens before you have seen what would.',
    de: 'Nur du siehst es. Es geschieht nichts, bevor du gesehen hast, was geschehen würde.',
    fr: 'Vous seul·e le voyez. Rien ne se fait avant que vous ayez vu ce qui se ferait.',
    es: 'Solo lo ves tú. No pasa nada antes de que hayas visto lo que pasaría.',
    ar: 'لا يراه أحد سواك. ولا يحدث شيء قبل أن ترى ما سيحدث.',
  },
  preview: {
    en: 'Show what would happen',
    de: 'Zeigen, was geschehen würde',
    fr: 'Montrer ce qui se ferait',
    es: 'Mostrar qué pasaría',
    ar: 'اعرض ما سيحدث',
  },
  brought: {
    en: 'Files you brought',
    de: 'Dateien, die du hergebracht hast',
    fr: 'Fichiers que vous avez apportés',
    es: 'Archivos que has traído',
    ar: 'الملفات التي أحضرتها',
  },
  forgotten: {
    en: 'They are forgotten after a week.',
    de: 'Sie werden nach einer Woche vergessen.',
    fr: 'Ils sont oubliés après une semaine.',
    es: 'Se olvidan al cabo de una semana.',
    ar: 'تُنسى بعد أسبوع.',
  },
  take: {
    en: 'Take what you have here',
    de: 'Nimm mit, was du hier hast',
    fr: 'Emportez ce que vous avez ici',
    es: 'Llévate lo que tienes aquí',
    ar: 'خذ ما لديك هنا',
  },
  takeLead: {
    en: 'Each as a CSV file, which Mastodon and this server can read.',
    de: 'Jedes als CSV-Datei, die Mastodon und dieser Server lesen können.',
    fr: 'Chacun en fichier CSV, que Mastodon et ce serveur peuvent lire.',
    es: 'Cada cosa en un archivo CSV, que pueden leer Mastodon y este servidor.',
    ar: 'كل منها في ملف CSV يستطيع ماستودون وهذا الخادم قراءته.',
  },
});
