import { words } from './language.ts';

/** A link that confirms an address. */
export const CONFIRM = words({
  title: {
    en: 'Confirm your address',
    de: 'Bestätige deine Adresse',
    fr: 'Confirmez votre adresse',
    es: 'Confirma tu dirección',
    ar: 'أكّد عنوانك',
  },
  lead: {
    en: 'Is {address} yours? It was given for the account {handle}.',
    de: 'Gehört {address} dir? Diese Adresse wurde für das Konto {handle} angegeben.',
    fr: '{address} est-elle votre adresse ? Elle a été donnée pour le compte {handle}.',
    es: '¿Es tuya {address}? Se dio para la cuenta {handle}.',
    ar: 'هل {address} عنوانك؟ لقد أُعطي للحساب {handle}.',
  },
  account: {
    en: 'Then your account is open. If you did not ask for this, close the page: nothing happens.',
    de: 'Dann ist dein Konto eröffnet. Wenn du nicht darum gebeten hast, schließ die Seite: Es geschieht nichts.',
    fr: 'Votre compte sera alors ouvert. Si vous n’avez rien demandé, fermez la page : il ne se passe rien.',
    es: 'Entonces tu cuenta queda abierta. Si no lo pediste, cierra la página: no pasa nada.',
    ar: 'عندئذ يُفتح حسابك. وإن لم تطلب ذلك فأغلق الصفحة: لن يحدث شيء.',
  },
  request: {
    en: 'Then a member reads why you would like an account, and lets you in. If you did not ask for this, close the page: nothing happens.',
    de: 'Dann liest ein Mitglied, warum du ein Konto möchtest, und lässt dich ein. Wenn du nicht darum gebeten hast, schließ die Seite: Es geschieht nichts.',
    fr: 'Un membre lira alors pourquoi vous aimeriez un compte, et vous laissera entrer. Si vous n’avez rien demandé, fermez la page : il ne se passe rien.',
    es: 'Entonces alguien que ya es miembro lee por qué quieres una cuenta y te deja entrar. Si no lo pediste, cierra la página: no pasa nada.',
    ar: 'عندئذ يقرأ أحد الأعضاء سبب رغبتك في حساب ويُدخلك. وإن لم تطلب ذلك فأغلق الصفحة: لن يحدث شيء.',
  },
  nothing: {
    en: 'Then letters to you go there. If you did not ask for this, close the page: nothing happens.',
    de: 'Dann gehen Briefe an dich dorthin. Wenn du nicht darum gebeten hast, schließ die Seite: Es geschieht nichts.',
    fr: 'Vos lettres iront alors à cette adresse. Si vous n’avez rien demandé, fermez la page : il ne se passe rien.',
    es: 'Entonces las cartas para ti van allí. Si no lo pediste, cierra la página: no pasa nada.',
    ar: 'عندئذ تصل رسائلك إليه. وإن لم تطلب ذلك فأغلق الصفحة: لن يحدث شيء.',
  },
  mine: {
    en: 'This address is mine',
    de: 'Diese Adresse gehört mir',
    fr: 'Cette adresse est la mienne',
    es: 'Esta dirección es mía',
    ar: 'هذا عنواني',
  },
  nothingConfirmed: {
    en: 'Nothing was confirmed',
    de: 'Es wurde nichts bestätigt',
    fr: 'Rien n’a été confirmé',
    es: 'No se ha confirmado nada',
    ar: 'لم يُؤكَّد شيء',
  },
  knowPassword: {
    en: 'You know your password? <a>Sign in</a>.',
    de: 'Du kennst dein Passwort? <a>Melde dich an</a>.',
    fr: 'Vous connaissez votre mot de passe ? <a>Connectez-vous</a>.',
    es: '¿Sabes tu contraseña? <a>Entra</a>.',
    ar: 'تعرف كلمة مرورك؟ <a>سجّل الدخول</a>.',
  },
});

/** Where letters to somebody go. */
export const ADDRESS = words({
  lead: {
    en: 'It is shown to nobody. If you forget your password, you get a link for a new one there.',
    de: 'Sie wird niemandem gezeigt. Wenn du dein Passwort vergisst, bekommst du dorthin einen Link für ein neues.',
    fr: 'Elle n’est montrée à personne. Si vous oubliez votre mot de passe, vous y recevez un lien pour en choisir un nouveau.',
    es: 'No se muestra a nadie. Si olvidas tu contraseña, recibes allí un enlace para poner una nueva.',
    ar: 'لا يُعرض على أحد. وإن نسيت كلمة مرورك وصلك إليه رابط لوضع كلمة جديدة.',
  },
  yours: { en: 'Your address', de: 'Deine Adresse', fr: 'Votre adresse', es: 'Tu dirección', ar: 'عنوانك' },
  another: {
    en: 'Another address',
    de: 'Eine andere Adresse',
    fr: 'Une autre adresse',
    es: 'Otra dirección',
    ar: 'عنوان آخر',
  },
  letterGoes: {
    en: 'A letter with a link goes there. Until you open it, everything stays as it is.',
    de: 'Ein Brief mit einem Link geht dorthin. Bis du ihn öffnest, bleibt alles, wie es ist.',
    fr: 'Une lettre avec un lien y est envoyée. Tant que vous ne l’ouvrez pas, rien ne change.',
    es: 'Se envía allí una carta con un enlace. Hasta que lo abras, todo sigue igual.',
    ar: 'تُرسل إليه رسالة فيها رابط. ويبقى كل شيء على حاله حتى تفتحه.',
  },
  noLetters: {
    en: 'This server sends no letters. Whoever runs it gives you the link that confirms it.',
    de: 'Dieser Server verschickt keine Briefe. Wer ihn betreibt, gibt dir den Link, der sie bestätigt.',
    fr: 'Ce serveur n’envoie pas de lettres. Qui le fait tourner vous donne le lien qui la confirme.',
    es: 'Este servidor no envía cartas. Quien lo mantiene te da el enlace que la confirma.',
    ar: 'هذا الخادم لا يرسل رسائل. من يشغّله يعطيك الرابط الذي يؤكده.',
  },
  use: {
    en: 'Use this address',
    de: 'Diese Adresse benutzen',
    fr: 'Utiliser cette adresse',
    es: 'Usar esta dirección',
    ar: 'استعمل هذا العنوان',
  },
  keepNone: {
    en: 'Keep no address of mine',
    de: 'Keine Adresse von mir aufheben',
    fr: 'Ne garder aucune adresse de moi',
    es: 'No guardar ninguna dirección mía',
    ar: 'لا تحفظوا أي عنوان لي',
  },
  sendAgain: {
    en: 'Send the letter again',
    de: 'Den Brief noch einmal schicken',
    fr: 'Renvoyer la lettre',
    es: 'Enviar la carta otra vez',
    ar: 'أعد إرسال الرسالة',
  },
  none: {
    en: 'You have confirmed none.',
    de: 'Du hast keine bestätigt.',
    fr: 'Vous n’en avez confirmé aucune.',
    es: 'No has confirmado ninguna.',
    ar: 'لم تؤكّد أي عنوان.',
  },
  lettersGo: {
    en: 'Letters go to {address}, confirmed on {day}.',
    de: 'Briefe gehen an {address}, bestätigt am {day}.',
    fr: 'Les lettres vont à {address}, confirmée le {day}.',
    es: 'Las cartas van a {address}, confirmada el {day}.',
    ar: 'تصل الرسائل إلى {address}، وقد أُكّد في {day}.',
  },
  notYet: {
    en: '{address} is not confirmed yet.',
    de: '{address} ist noch nicht bestätigt.',
    fr: '{address} n’est pas encore confirmée.',
    es: '{address} aún no está confirmada.',
    ar: 'لم يُؤكَّد {address} بعد.',
  },
});
