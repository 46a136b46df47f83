import { sentences } from './sentences.ts';

/** What is wrong with the forms of a proposal: about the charter, other servers, people. */
export const DRAFT_FORMS = sentences({
  '{0} says more than this form can show. What you submit replaces all of it.': {
    de: '{0} sagt mehr, als dieses Formular zeigen kann. Was du einreichst, ersetzt alles davon.',
    fr: '{0} en dit plus que ce formulaire ne peut montrer. Ce que vous déposez remplace le tout.',
    es: '{0} dice más de lo que este formulario puede mostrar. Lo que presentes lo sustituye todo.',
    ar: '{0} يقول أكثر مما يستطيع هذا النموذج أن يعرضه. وما تقدّمه يحل محله كله.',
  },
  'Choose what of the charter should change.': {
    de: 'Wähl, was an der Satzung anders werden soll.',
    fr: 'Choisissez ce qui doit changer dans la charte.',
    es: 'Elige qué debe cambiar de los estatutos.',
    ar: 'اختر ما ينبغي تغييره من الميثاق.',
  },
  'Say open, request or invitation.': {
    de: 'Schreib „open“ (offen), „request“ (auf Bitte) oder „invitation“ (auf Einladung).',
    fr: 'Écrivez « open » (ouverte), « request » (sur demande) ou « invitation ».',
    es: 'Escribe «open» (abierto), «request» (con solicitud) o «invitation» (con invitación).',
    ar: 'اكتب «open» (مفتوح) أو «request» (بطلب) أو «invitation» (بدعوة).',
  },
  'Say none, or give up to 20 domains with commas between them: works.example.': {
    de: 'Schreib „none“ (keine), oder gib bis zu 20 Domains an, mit Kommas dazwischen: works.example.',
    fr: 'Écrivez « none » (aucun), ou donnez jusqu’à 20 domaines séparés par des virgules : works.example.',
    es: 'Escribe «none» (ninguno) o da hasta 20 dominios separados por comas: works.example.',
    ar: 'اكتب «none» (لا شيء)، أو أعطِ ما لا يزيد على 20 نطاقًا بينها فواصل لاتينية: works.example.',
  },
  'Say commit-reveal or drand.': {
    de: 'Schreib „commit-reveal“ oder „drand“.',
    fr: 'Écrivez « commit-reveal » ou « drand ».',
    es: 'Escribe «commit-reveal» o «drand».',
    ar: 'اكتب «commit-reveal» أو «drand».',
  },
  'Say open or allow-list.': {
    de: 'Schreib „open“ (offen) oder „allow-list“ (nur genannte).',
    fr: 'Écrivez « open » (ouvert) ou « allow-list » (seulement ceux nommés).',
    es: 'Escribe «open» (abierto) o «allow-list» (solo los nombrados).',
    ar: 'اكتب «open» (مفتوح) أو «allow-list» (المسمّاة فقط).',
  },
  'Give a whole number from {0} to {1}.': {
    de: 'Gib eine ganze Zahl von {0} bis {1} an.',
    fr: 'Donnez un nombre entier de {0} à {1}.',
    es: 'Da un número entero de {0} a {1}.',
    ar: 'أعطِ عددًا صحيحًا من {0} إلى {1}.',
  },
  'Give the server’s name, like south.example.': {
    de: 'Gib den Namen des Servers an, etwa south.example.',
    fr: 'Donnez le nom du serveur, comme south.example.',
    es: 'Da el nombre del servidor, como south.example.',
    ar: 'أعطِ اسم الخادم، مثل south.example.',
  },
  'Choose what is to happen to it.': {
    de: 'Wähl, was mit ihm geschehen soll.',
    fr: 'Choisissez ce qui doit lui arriver.',
    es: 'Elige qué debe pasar con él.',
    ar: 'اختر ما ينبغي أن يحدث له.',
  },
  'Give the community’s address, as its own page shows it: https://…': {
    de: 'Gib die Adresse der Gemeinschaft an, wie ihre eigene Seite sie zeigt: https://…',
    fr: 'Donnez l’adresse de la communauté, telle que sa propre page la montre : https://…',
    es: 'Da la dirección de la comunidad, tal como la muestra su propia página: https://…',
    ar: 'أعطِ عنوان المجتمع كما تعرضه صفحته: \u2066https://…\u2069',
  },
  'Name the organisation by its address, like works.example.': {
    de: 'Nenn die Organisation mit ihrer Adresse, etwa works.example.',
    fr: 'Nommez l’organisation par son adresse, comme works.example.',
    es: 'Nombra la organización por su dirección, como works.example.',
    ar: 'سمِّ المؤسسة بعنوانها، مثل works.example.',
  },
  'Give the issuer’s key, as its own page shows it.': {
    de: 'Gib den Schlüssel der Ausgabestelle an, wie ihre eigene Seite ihn zeigt.',
    fr: 'Donnez la clé de l’émetteur, telle que sa propre page la montre.',
    es: 'Da la clave del emisor, tal como la muestra su propia página.',
    ar: 'أعطِ مفتاح جهة الإصدار كما تعرضه صفحتها.',
  },
  'Choose who is to come back.': {
    de: 'Wähl, wer zurückkommen soll.',
    fr: 'Choisissez qui doit revenir.',
    es: 'Elige quién debe volver.',
    ar: 'اختر من ينبغي أن يعود.',
  },
});

/** What is wrong with the form of a rule, and how a rule comes out. */
export const RULE_FORMS = sentences({
  'The title: {0}.': { de: 'Der Titel: {0}.', fr: 'Le titre : {0}.', es: 'El título: {0}.', ar: 'العنوان: {0}.' },
  'The rule in words: {0}.': {
    de: 'Die Regel in Worten: {0}.',
    fr: 'La règle en mots : {0}.',
    es: 'La regla en palabras: {0}.',
    ar: 'القاعدة بالكلمات: {0}.',
  },
  'This is no JSON object. Begin with {0} and end with {1}.': {
    de: 'Das ist kein JSON-Objekt. Beginn mit {0} und ende mit {1}.',
    fr: 'Ce n’est pas un objet JSON. Commencez par {0} et finissez par {1}.',
    es: 'Esto no es un objeto JSON. Empieza con {0} y termina con {1}.',
    ar: 'هذا ليس كائن JSON. ابدأ بـ {0} وانتهِ بـ {1}.',
  },
  'Say when the rule applies: fill in at least one line.': {
    de: 'Sag, wann die Regel gilt: Füll mindestens eine Zeile aus.',
    fr: 'Dites quand la règle s’applique : remplissez au moins une ligne.',
    es: 'Di cuándo se aplica la regla: rellena al menos una línea.',
    ar: 'قل متى تنطبق القاعدة: املأ سطرًا واحدًا على الأقل.',
  },
  'Choose what it is about from the list.': {
    de: 'Wähl aus der Liste, worum es geht.',
    fr: 'Choisissez dans la liste de quoi il s’agit.',
    es: 'Elige de la lista de qué se trata.',
    ar: 'اختر من القائمة موضوع الشرط.',
  },
  'Choose how it compares from the list.': {
    de: 'Wähl aus der Liste, wie verglichen wird.',
    fr: 'Choisissez dans la liste comment on compare.',
    es: 'Elige de la lista cómo se compara.',
    ar: 'اختر من القائمة طريقة المقارنة.',
  },
  'Hashtags “include” one; everything else “is” something.': {
    de: 'Nur für Hashtags gilt „enthalten“; für alles andere „ist“.',
    fr: 'Les mots-dièse « contiennent » ; tout le reste « est » quelque chose.',
    es: 'Las etiquetas «incluyen» una; todo lo demás «es» algo.',
    ar: 'الوسوم وحدها «تتضمن»؛ وكل ما عداها «يساوي» شيئًا.',
  },
  'Only amounts are more or less. Choose “is” here.': {
    de: 'Nur Mengen sind größer oder kleiner. Wähl hier „ist“.',
    fr: 'Seules des quantités sont plus ou moins grandes. Choisissez « est » ici.',
    es: 'Solo las cantidades son mayores o menores. Elige aquí «es».',
    ar: 'المقادير وحدها تزيد أو تنقص. اختر هنا «يساوي».',
  },
  'Give a whole number, such as 3.': {
    de: 'Gib eine ganze Zahl an, etwa 3.',
    fr: 'Donnez un nombre entier, comme 3.',
    es: 'Da un número entero, como 3.',
    ar: 'أعطِ عددًا صحيحًا، مثل 3.',
  },
  'Say yes or no.': {
    de: 'Schreib „yes“ (ja) oder „no“ (nein).',
    fr: 'Écrivez « yes » (oui) ou « no » (non).',
    es: 'Escribe «yes» (sí) o «no» (no).',
    ar: 'اكتب «yes» (نعم) أو «no» (لا).',
  },
  'Say here or elsewhere; or post, reply, poll or edit.': {
    de: 'Schreib „here“ (hier) oder „elsewhere“ (anderswo); oder „post“ (Beitrag), „reply“ (Antwort), „poll“ (Umfrage) oder „edit“ (Änderung).',
    fr: 'Écrivez « here » (ici) ou « elsewhere » (ailleurs) ; ou « post » (message), « reply » (réponse), « poll » (sondage) ou « edit » (modification).',
    es: 'Escribe «here» (aquí) o «elsewhere» (en otro sitio); o «post» (mensaje), «reply» (respuesta), «poll» (encuesta) o «edit» (edición).',
    ar: 'اكتب «here» (هنا) أو «elsewhere» (في مكان آخر)؛ أو «post» (منشور) أو «reply» (رد) أو «poll» (استطلاع) أو «edit» (تعديل).',
  },
  'Give a language, such as en.': {
    de: 'Gib eine Sprache an, etwa en.',
    fr: 'Donnez une langue, comme en.',
    es: 'Da un idioma, como en.',
    ar: 'أعطِ لغة، مثل en.',
  },
  'Give a hashtag, without the #.': {
    de: 'Gib einen Hashtag an, ohne das #.',
    fr: 'Donnez un mot-dièse, sans le #.',
    es: 'Da una etiqueta, sin la #.',
    ar: 'أعطِ وسمًا من دون #.',
  },
  'Give the words of the label, 40 characters at most.': {
    de: 'Gib die Worte der Kennzeichnung an, höchstens 40 Zeichen.',
    fr: 'Donnez les mots de l’étiquette, 40 caractères au plus.',
    es: 'Da las palabras del rótulo, 40 caracteres como máximo.',
    ar: 'أعطِ كلمات العلامة، 40 حرفًا على الأكثر.',
  },
  'Choose what the rule does.': {
    de: 'Wähl, was die Regel tut.',
    fr: 'Choisissez ce que fait la règle.',
    es: 'Elige qué hace la regla.',
    ar: 'اختر ما تفعله القاعدة.',
  },
  'Give a whole number of days from 1 to {0}.': {
    de: 'Gib eine ganze Zahl von Tagen an, von 1 bis {0}.',
    fr: 'Donnez un nombre entier de jours, de 1 à {0}.',
    es: 'Da un número entero de días, de 1 a {0}.',
    ar: 'أعطِ عددًا صحيحًا من الأيام، من 1 إلى {0}.',
  },
  'Choose from the list how far people may go.': {
    de: 'Wähl aus der Liste, wie weit Menschen gehen dürfen.',
    fr: 'Choisissez dans la liste jusqu’où les gens peuvent aller.',
    es: 'Elige de la lista hasta dónde pueden llegar las personas.',
    ar: 'اختر من القائمة إلى أي حد يجوز للناس أن يمضوا.',
  },
  'Name rules of this community, like R-1 R-4.': {
    de: 'Nenn Regeln dieser Gemeinschaft, etwa R-1 R-4.',
    fr: 'Nommez des règles de cette communauté, comme R-1 R-4.',
    es: 'Nombra reglas de esta comunidad, como R-1 R-4.',
    ar: 'سمِّ قواعد من هذا المجتمع، مثل R-1 R-4.',
  },
  'An example does not come out as you want it. Correct it, or the condition.': {
    de: 'Bei einem Beispiel kommt nicht heraus, was du willst. Berichtige es oder die Bedingung.',
    fr: 'Un exemple ne donne pas ce que vous voulez. Corrigez-le, ou la condition.',
    es: 'Un ejemplo no sale como quieres. Corrígelo, o corrige la condición.',
    ar: 'لا يخرج أحد الأمثلة كما تريد. صحّحه أو صحّح الشرط.',
  },
  'The rule catches this post.': {
    de: 'Die Regel erfasst diesen Beitrag.',
    fr: 'La règle saisit ce message.',
    es: 'La regla atrapa este mensaje.',
    ar: 'تشمل القاعدة هذا المنشور.',
  },
  'The rule leaves this post alone.': {
    de: 'Die Regel lässt diesen Beitrag in Ruhe.',
    fr: 'La règle laisse ce message tranquille.',
    es: 'La regla deja en paz este mensaje.',
    ar: 'تترك القاعدة هذا المنشور.',
  },
  'Not everything it asks about is known.': {
    de: 'Nicht alles, wonach sie fragt, ist bekannt.',
    fr: 'Tout ce qu’elle demande n’est pas connu.',
    es: 'No se sabe todo lo que pregunta.',
    ar: 'ليس كل ما تسأل عنه معروفًا.',
  },
});
