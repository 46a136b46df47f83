import { words } from './language.ts';

/** Who does what for the community, and how they came to it. */
export const ROLES = words({
  title: {
    en: 'Roles and elections',
    de: 'Rollen und Wahlen',
    fr: 'Rôles et élections',
    es: 'Cargos y elecciones',
    ar: 'الأدوار والانتخابات',
  },
  short: { en: 'Roles', de: 'Rollen', fr: 'Rôles', es: 'Cargos', ar: 'الأدوار' },
  lead: {
    en: 'Members elect some of themselves, for a time. The software gives the role, and takes it back.',
    de: 'Mitglieder wählen einige von sich, auf Zeit. Die Software gibt die Rolle und nimmt sie zurück.',
    fr: 'Les membres élisent certains d’entre eux, pour un temps. Le logiciel donne le rôle et le reprend.',
    es: 'Los miembros eligen a algunos de entre ellos, por un tiempo. El programa da el cargo y lo retira.',
    ar: 'ينتخب الأعضاء بعضًا منهم لمدة. والبرنامج يمنح الدور ويستردّه.',
  },
  young: {
    en: 'This community is young. Until {time} at the latest its founder acts where nobody holds a role, and may appoint members; then the members are asked whether that stands, and they elect.',
    de: 'Diese Gemeinschaft ist jung. Bis spätestens {time} handelt, wer sie gegründet hat, wo niemand eine Rolle hat, und darf Mitglieder einsetzen; dann werden die Mitglieder gefragt, ob das gilt, und sie wählen.',
    fr: 'Cette communauté est jeune. Jusqu’au {time} au plus tard, qui l’a fondée agit là où personne ne tient de rôle, et peut nommer des membres ; ensuite, on demande aux membres si cela vaut, et ils élisent.',
    es: 'Esta comunidad es joven. Hasta el {time} como muy tarde, quien la fundó actúa donde nadie tiene un cargo y puede nombrar a miembros; después se pregunta a los miembros si eso vale, y eligen.',
    ar: 'هذا المجتمع حديث النشأة. فحتى {time} على أبعد تقدير يتصرف مؤسسه حيث لا يشغل أحد دورًا، وله أن يعيّن أعضاء؛ ثم يُسأل الأعضاء هل يثبت ذلك، وينتخبون.',
  },
  recalls: { en: 'Recalls', de: 'Abberufungen', fr: 'Révocations', es: 'Revocaciones', ar: 'سحب الثقة' },
  seats: {
    en: '{seats, plural, one {# seat} other {# seats}}; {empty, plural, =0 {all are taken} one {# is empty} other {# are empty}}.',
    de: '{seats, plural, one {# Sitz} other {# Sitze}}; {empty, plural, =0 {alle sind besetzt} one {# ist leer} other {# sind leer}}.',
    fr: '{seats, plural, one {# siège} other {# sièges}} ; {empty, plural, =0 {tous sont pourvus} one {# est vacant} other {# sont vacants}}.',
    es: '{seats, plural, one {# puesto} other {# puestos}}; {empty, plural, =0 {todos están ocupados} one {# está vacante} other {# están vacantes}}.',
    ar: '{seats, plural, zero {لا مقاعد} one {مقعد واحد} two {مقعدان} few {# مقاعد} many {# مقعدًا} other {# مقعد}}؛ {empty, plural, =0 {كلها مشغولة} one {منها واحد شاغر} two {منها اثنان شاغران} few {منها # شاغرة} many {منها # شاغرًا} other {منها # شاغر}}.',
  },
  elected: {
    en: 'Since {since}, until {until}; elected in <a>{id}</a>.',
    de: 'Seit {since}, bis {until}; gewählt in <a>{id}</a>.',
    fr: 'Depuis le {since}, jusqu’au {until} ; élection <a>{id}</a>.',
    es: 'Desde el {since}, hasta el {until}; por la elección <a>{id}</a>.',
    ar: 'منذ {since}، حتى {until}؛ بالانتخاب في <a>{id}</a>.',
  },
  appointed: {
    en: 'Since {since}, until {until}; appointed by the founder, provisionally.',
    de: 'Seit {since}, bis {until}; vorläufig eingesetzt von der Person, die gegründet hat.',
    fr: 'Depuis le {since}, jusqu’au {until} ; nommé provisoirement par qui a fondé la communauté.',
    es: 'Desde el {since}, hasta el {until}; nombramiento provisional de quien fundó la comunidad.',
    ar: 'منذ {since}، حتى {until}؛ بتعيين مؤقت من المؤسس.',
  },
  giveBack: {
    en: 'Give this role back',
    de: 'Diese Rolle zurückgeben',
    fr: 'Rendre ce rôle',
    es: 'Devolver este cargo',
    ar: 'التخلي عن هذا الدور',
  },
  appoint: {
    en: 'Appoint a member',
    de: 'Ein Mitglied einsetzen',
    fr: 'Nommer un membre',
    es: 'Nombrar a un miembro',
    ar: 'تعيين عضو',
  },
  byHandle: {
    en: 'By handle, like {handle}.',
    de: 'Mit dem Namen samt Server, wie {handle}.',
    fr: 'Par son identifiant, comme {handle}.',
    es: 'Por su identificador, como {handle}.',
    ar: 'بمعرّفه، مثل {handle}.',
  },
  doAppoint: {
    en: 'Appoint provisionally',
    de: 'Vorläufig einsetzen',
    fr: 'Nommer provisoirement',
    es: 'Nombrar provisionalmente',
    ar: 'عيّن مؤقتًا',
  },
  appointSeen: {
    en: 'It stands in the open book, and ends unless the members ratify it.',
    de: 'Es steht im offenen Buch und endet, wenn die Mitglieder es nicht bestätigen.',
    fr: 'C’est inscrit au livre ouvert, et prend fin si les membres ne le ratifient pas.',
    es: 'Consta en el libro abierto y termina si los miembros no lo ratifican.',
    ar: 'يُكتب ذلك في السجل المفتوح، وينتهي ما لم يصادق عليه الأعضاء.',
  },
});

/** Those who hold a role, and what they are for. The names are those of the roles. */
export const HOLDERS = words({
  moderator: { en: 'Moderators', de: 'Moderatoren', fr: 'Modérateurs', es: 'Moderadores', ar: 'المشرفون' },
  steward: { en: 'Stewards', de: 'Verwalter', fr: 'Intendants', es: 'Gestores', ar: 'القيّمون' },
  clerk: { en: 'Clerks', de: 'Schriftführer', fr: 'Greffiers', es: 'Secretarios', ar: 'الكتّاب' },
  teller: { en: 'Tellers', de: 'Stimmenzähler', fr: 'Scrutateurs', es: 'Escrutadores', ar: 'محصو الأصوات' },
});

export const HOLDERS_DO = words({
  moderator: {
    en: 'Moderators look at held posts and decide cases within the power that the charter gives them.',
    de: 'Moderatoren sehen zurückgehaltene Beiträge an und entscheiden Fälle, so weit die Satzung sie lässt.',
    fr: 'Les modérateurs examinent les messages retenus et tranchent les affaires dans les limites que leur donne la charte.',
    es: 'Los moderadores miran los mensajes retenidos y deciden casos dentro de lo que les permiten los estatutos.',
    ar: 'ينظر المشرفون في المنشورات الموقوفة ويقرّرون في القضايا ضمن الصلاحية التي يمنحهم إياها الميثاق.',
  },
  steward: {
    en: 'Stewards look after the community as a whole: handing it over, moving it.',
    de: 'Verwalter kümmern sich um die Gemeinschaft als Ganzes: sie zu übergeben, sie umzuziehen.',
    fr: 'Les intendants veillent sur la communauté dans son ensemble : la transmettre, la déménager.',
    es: 'Los gestores cuidan de la comunidad en conjunto: traspasarla, trasladarla.',
    ar: 'يعتني القيّمون بالمجتمع كله: تسليمه ونقله.',
  },
  clerk: {
    en: 'Clerks brief juries, and they alone know who reported.',
    de: 'Schriftführer unterrichten Jurys, und nur sie wissen, wer etwas gemeldet hat.',
    fr: 'Les greffiers informent les jurys, et eux seuls savent qui a signalé.',
    es: 'Los secretarios informan a los jurados, y solo ellos saben quién denunció.',
    ar: 'يُطلع الكتّاب هيئات المحلفين على الأمور، وهم وحدهم يعرفون من أبلغ.',
  },
  teller: {
    en: 'Tellers open secret ballots, together and only after the close.',
    de: 'Stimmenzähler öffnen geheime Stimmzettel, gemeinsam und erst nach dem Schluss.',
    fr: 'Les scrutateurs ouvrent les bulletins secrets, ensemble et seulement après la clôture.',
    es: 'Los escrutadores abren las papeletas secretas, juntos y solo tras el cierre.',
    ar: 'يفتح محصو الأصوات الأوراق السرية معًا، وبعد الإغلاق فقط.',
  },
});

/** One who holds a role, in the middle of a sentence. */
export const ROLE = words({
  moderator: { en: 'moderator', de: 'Moderator', fr: 'modérateur', es: 'moderador', ar: 'مشرف' },
  steward: { en: 'steward', de: 'Verwalter', fr: 'intendant', es: 'gestor', ar: 'قيّم' },
  clerk: { en: 'clerk', de: 'Schriftführer', fr: 'greffier', es: 'secretario', ar: 'كاتب' },
  teller: { en: 'teller', de: 'Stimmenzähler', fr: 'scrutateur', es: 'escrutador', ar: 'محصي أصوات' },
});
