import { sentences } from './sentences.ts';

/** Proposals until they are decided: made, seconded, worded, taken back. */
export const PROPOSALS = sentences({
  'Only members propose. Join the community first.': {
    de: 'Nur Mitglieder stellen Anträge. Tritt zuerst der Gemeinschaft bei.',
    fr: 'Seuls les membres proposent. Rejoignez d’abord la communauté.',
    es: 'Solo proponen los miembros. Únete primero a la comunidad.',
    ar: 'الاقتراح للأعضاء وحدهم. انضم إلى المجتمع أولًا.',
  },
  'You have {0} open proposal, which is as many as the charter allows. Wait until it is decided, or withdraw it.': {
    de: 'Du hast {0} offenen Antrag; mehr lässt die Satzung nicht zu. Warte, bis er entschieden ist, oder zieh ihn zurück.',
    fr: 'Vous avez {0} proposition ouverte, et la charte n’en permet pas plus. Attendez qu’elle soit décidée, ou retirez-la.',
    es: 'Tienes {0} propuesta abierta y los estatutos no permiten más. Espera a que se decida o retírala.',
    ar: 'لك اقتراح مفتوح ({0})، ولا يسمح الميثاق بأكثر من ذلك. انتظر حتى يُبَتّ فيه، أو اسحبه.',
  },
  'You have {0} open proposals, which is as many as the charter allows. Wait for one to be decided, or withdraw one.': {
    de: 'Du hast {0} offene Anträge; mehr lässt die Satzung nicht zu. Warte, bis einer entschieden ist, oder zieh einen zurück.',
    fr: 'Vous avez {0} propositions ouvertes, et la charte n’en permet pas plus. Attendez que l’une soit décidée, ou retirez-en une.',
    es: 'Tienes {0} propuestas abiertas y los estatutos no permiten más. Espera a que se decida una o retira una.',
    ar: 'لك {0, plural, two {اقتراحان مفتوحان} few {# اقتراحات مفتوحة} many {# اقتراحًا مفتوحًا} other {# اقتراح مفتوح}}، ولا يسمح الميثاق بأكثر من ذلك. انتظر حتى يُبَتّ في أحدها، أو اسحب واحدًا.',
  },
  '{0} proposes exactly this already.': {
    de: 'Genau das beantragt {0} schon.',
    fr: '{0} propose déjà exactement cela.',
    es: '{0} ya propone exactamente esto.',
    ar: 'يقترح {0} هذا بعينه من قبل.',
  },
  '{0} proposed exactly this and lapsed. It may come again from {1}.': {
    de: '{0} hat genau das beantragt und ist verfallen. Ab {1} darf es wiederkommen.',
    fr: '{0} proposait exactement cela et est devenu caduc. Cela peut revenir à partir du {1}.',
    es: '{0} proponía exactamente esto y caducó. Puede volver a proponerse desde el {1}.',
    ar: 'اقترح {0} هذا بعينه وسقط. ويمكن أن يعود ابتداءً من {1}.',
  },
  'Give the proposal a title of 3 to 120 characters.': {
    de: 'Gib dem Antrag einen Titel von 3 bis 120 Zeichen.',
    fr: 'Donnez à la proposition un titre de 3 à 120 caractères.',
    es: 'Dale a la propuesta un título de 3 a 120 caracteres.',
    ar: 'ضع للاقتراح عنوانًا من 3 إلى 120 محرفًا.',
  },
  'Say why, in up to 10,000 characters of plain text.': {
    de: 'Sag, warum: in höchstens 10.000 Zeichen einfachem Text.',
    fr: 'Dites pourquoi, en 10 000 caractères de texte simple au plus.',
    es: 'Di por qué, en un máximo de 10.000 caracteres de texto sin formato.',
    ar: 'بيّن السبب بنص عادي لا يتجاوز 10000 محرف.',
  },
  '{0} is not looking for seconds any more.': {
    de: '{0} sucht keine Unterstützung mehr.',
    fr: '{0} ne cherche plus de soutiens.',
    es: '{0} ya no busca apoyos.',
    ar: 'لم يعد {0} يبحث عن مؤيدين.',
  },
  'Only members second a proposal. Join the community first.': {
    de: 'Nur Mitglieder unterstützen einen Antrag. Tritt zuerst der Gemeinschaft bei.',
    fr: 'Seuls les membres soutiennent une proposition. Rejoignez d’abord la communauté.',
    es: 'Solo los miembros apoyan una propuesta. Únete primero a la comunidad.',
    ar: 'تأييد الاقتراحات للأعضاء وحدهم. انضم إلى المجتمع أولًا.',
  },
  'This is your own proposal; others have to second it.': {
    de: 'Das ist dein eigener Antrag; unterstützen müssen ihn andere.',
    fr: 'C’est votre propre proposition ; d’autres doivent la soutenir.',
    es: 'Es tu propia propuesta; tienen que apoyarla otras personas.',
    ar: 'هذا اقتراحك أنت؛ وتأييده لغيرك.',
  },
  'You have seconded this already.': {
    de: 'Du hast das schon unterstützt.',
    fr: 'Vous avez déjà apporté votre soutien.',
    es: 'Ya lo has apoyado.',
    ar: 'سبق أن أيّدت هذا.',
  },
  'Only who made a proposal can withdraw it.': {
    de: 'Nur wer einen Antrag gestellt hat, kann ihn zurückziehen.',
    fr: 'Seule la personne qui a fait une proposition peut la retirer.',
    es: 'Solo quien hizo una propuesta puede retirarla.',
    ar: 'لا يسحب الاقتراح إلا من قدّمه.',
  },
  'The text of {0} is frozen or decided on; it can no longer be withdrawn.': {
    de: 'Der Text von {0} steht fest oder ist entschieden; zurückziehen lässt er sich nicht mehr.',
    fr: 'Le texte de {0} est figé ou décidé ; il ne peut plus être retiré.',
    es: 'El texto de {0} está fijado o ya se decidió sobre él; ya no se puede retirar.',
    ar: 'ثُبّت نص {0} أو بُتّ فيه؛ ولم يعد سحبه ممكنًا.',
  },
  'This step of {0} is not due.': {
    de: 'Dieser Schritt von {0} ist nicht fällig.',
    fr: 'Cette étape de {0} n’est pas à faire maintenant.',
    es: 'Este paso de {0} no corresponde ahora.',
    ar: 'لم يحن أوان هذه الخطوة من {0}.',
  },
});
