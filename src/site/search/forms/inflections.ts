import { fold } from "./fold.ts";
import type { Inflection, Inflections } from "./inflection.ts";

/*
 * Endings of nouns and adjectives as grammars of the languages list them, without those that make other words of a word. Where a stem
 * is a word, endings are told as what they change in it: `ques>ca` in Catalan, `biblioteques`, `biblioteca`. So words that
 * only look alike stay apart, and which of several stems a word has is told by the other words of an archive (`settled.ts`).
 */

/** J. Savoy, Light stemming approaches for the French, Portuguese, German and Hungarian languages, SAC 2006, and the like for their neighbours. */
function light(endings: string): Inflection {
  return { stems: "light", endings: folded(endings) };
}

function words(endings: string, beginnings?: string): Inflection {
  return { stems: "words", endings: folded(endings), ...(beginnings !== undefined && { beginnings }) };
}

function parts(endings: string): Inflection {
  return { stems: "parts", endings: folded(endings) };
}

function folded(endings: string): string {
  const lists = endings.split("|").map((list) => list.trim().split(/\s+/u).map(fold));
  return lists.map((list) => [...new Set(list)].join(" ")).join(" | ");
}

const portuguese = light("acoes acao amente mente oes aes ais eis os as es ar er ir o a e s");
const croatian = light(
  "ovima evima ijama ovi evi ova eva ove eve ama ima ega oga emu omu eg og em om oj ih im ju a e i o u",
);
const norwegian = words("s | en et a er ene ane ne e n r et>e a>e er>e ene>e 2en 2et 2er 2ene 2e");
const malay = words("nya lah kah pun");

/** All languages whose endings are known; English, and the Slavic languages in Cyrillic letters, have programs of their own. */
export const inflections: Inflections = {
  // Germanic.
  de: light("ern en em er es e n s"),
  nl: words("s | ~en 2en ~zen>s zen>s ~ven>f ven>f en eren ~e 2e ~ze>s ze>s ~ve>f ve>f e | je tje pje 2etje"),
  af: words("s ns | ~e 2e we>f ~we>f e"),
  sv: words("s | na en et n ar er or arna erna orna or>a orna>a ar>e arna>e et>e a igt>ig iga>ig 2en 2et 2ar 2er"),
  da: words("s | en et er erne rne ene ne e n r et>e 2en 2et 2er 2erne 2ene 2e"),
  no: norwegian,
  nb: norwegian,
  nn: norwegian,
  // Romance. A plural goes to the singular, so that `casa` and `cas` are two words.
  fr: light("issement issements ements ement eaux>eau aux>al euses euse eux ives ive ees ee es er ez e s x"),
  es: light("aciones acion amente mente os as es ar er ir o a e s"),
  pt: portuguese,
  gl: portuguese,
  it: light("azioni azione amente mente are ere ire i e a o"),
  ca: words(
    "s ns es>a os ques>ca gues>ga ces>ça ges>ja qües>qua gües>gua ssos>s sos>s xos>x jos>ig tjos>ig ada>at ats>at ades>at ida>it its>it ides>it",
  ),
  ro: words(
    "ul ului l lui le lor i ii ilor iile e ele elor uri urile urilor ri rile rilor ea>e ii>e i>e ile>e ilor>e a>ă e>ă ei>ă ele>ă elor>ă i>ă " +
      "ua>ă ia>ie iei>ie ii>ie iile>ie iilor>ie zi>d zii>d zilor>d",
  ),
  // Slavic, in Latin letters.
  pl: light("owego owemu ego emu ami ach iem owi ow om em ie ej ym ych imi ymi a e i y o u"),
  cs: light("eho emu ami ach ich ych ovi um em ou y a e i o u"),
  sk: light("ého ému ového ovému ami iami ach iach ich ých ovi ovia om am ov iam ou ej ym im y a e i o u"),
  sl: light("ega emu ama oma ami imi ih im ov ev om em ah eh a e i o u"),
  hr: croatian,
  bs: croatian,
  sr: croatian,
  // Slavic languages with articles at the end of words, and without cases.
  bg: words(
    "ът ят та то те а я | ове еве и и>а и>я и>о и>е е а>о я>е а ища ища>е ия ият ият>ен на>ен но>ен ни>ен ци>к",
  ),
  mk: words("от та то те ов ва во ве он на но не | ови еви и и>а е а>о иња>е а ја ци>к"),
  // Baltic.
  lt: light(
    "as o ą ai ui u e us ams uose ais is io iui į iu iai ių iams iuose iais ys yje ė ės ei ę ėje es ių ėms ėse ėmis a os oje ų oms ose omis umas umo",
  ),
  lv: light("s š a am u ā i us iem os is im ī ij ijs e ei es em ē ēs ēm u as ai ās ām iem"),
  // Finnic: cases, then the sign of the plural and the vowel before it.
  fi: words(
    "kin kaan ko | ni nsa mme nne | ssa sta lla lta lle na ksi n a ta tta t in an en on un hin hon hun seen siin ien jen iden ja ia itten | " +
      "i oi>a i>a o>a e>i ngi>nki nga>nka nge>nke ngo>nko ngu>nku da>ta di>ti do>to du>tu se>nen si>nen s>nen kse>s ksi>s",
  ),
  et: words("s st l lt le ks ni na ta ga t d te de id sid eid dele del delt desse dest des | a e i u te de"),
  // Ugric: case, then possessor or plural.
  hu: words(
    "ban ben ba be ból ből nak nek nál nél hoz hez höz ról ről tól től ra re on en ön n ként ig ért val vel 2al 2el ra va ve t at et ot öt | " +
      "k ak ek ok ök m am em om öm d ad ed od öd a e ja je nk unk ünk tok tek otok etek uk ük juk jük i ai ei jai jei im aim eim jaim jeim " +
      "id aid eid ink aink eink jaink jeink aitok eitek ik aik eik jaik jeik",
  ),
  // Turkic: case, possessor, plural; then the consonant that a vowel softens.
  tr: words(
    "dır dir dur dür tır tir tur tür | da de ta te dan den tan ten ın in un ün nın nin nun nün ı i u ü yı yi yu yü a e ya ye nı ni nu nü na ne " +
      "nda nde ndan nden la le yla yle daki deki taki teki ndaki ndeki | " +
      "ım im um üm m n ı i u ü sı si su sü ımız imiz umuz ümüz mız miz muz müz ınız iniz unuz ünüz | lar ler ları leri | b>p d>t ğ>k",
  ),
  az: words(
    "dır dir dur dür | da də dan dən ın in un ün nın nin nun nün ı i u ü nı ni nu nü a ə ya yə na nə nda ndə ndan ndən la lə dakı dəki ndakı ndəki | " +
      "ım im um üm m n ı i u ü sı si su sü ımız imiz umuz ümüz mız miz muz müz ınız iniz unuz ünüz | lar lər ları ləri | ğ>q y>k d>t",
  ),
  tk: words(
    "da de dan den yň iň uň üň nyň niň nuň nüň a e na ne ny ni y i u ü nda nde ndan nden | " +
      "ym im um üm m yň iň uň y i u ü sy si ymyz imiz myz miz | lar ler lary leri | g>k d>t b>p",
  ),
  uz: words(
    "ni ning ga ka qa da dan cha gacha dagi ни нинг га ка қа да дан ча гача даги | " +
      "im m ing ng i si imiz miz ingiz ngiz им м инг нг и си имиз миз ингиз нгиз | lar lari лар лари | g>q g>k ғ>қ г>к",
  ),
  kk: words(
    "ның нің дың дің тың тің ға ге қа ке на не ны ні ды ді ты ті н а е да де та те нда нде дан ден тан тен нан нен мен бен пен дағы дегі тағы тегі ндағы ндегі | " +
      "ым ім м ың ің ң ы і сы сі ымыз іміз мыз міз ыңыз іңіз ңыз ңіз | лар лер дар дер тар тер | б>п г>к ғ>қ",
  ),
  ky: words(
    "нын нин нун нүн дын дин дун дүн тын тин тун түн га ге го гө ка ке ко кө на не но нө а е о ө ны ни ну нү ды ди ду дү ты ти ту тү н " +
      "да де до дө та те то тө нда нде ндо ндө дан ден дон дөн тан тен тон төн нан нен нон нөн | " +
      "ым им ум үм м ың иң уң үң ң ы и у ү сы си су сү быз биз буз бүз | лар лер лор лөр дар дер дор дөр тар тер тор төр | б>п г>к",
  ),
  tt: words(
    "ның нең га гә ка кә на нә а ә ны не н да дә та тә нда ндә дан дән тан тән нан нән ннан ннән дагы дәге тагы тәге | " +
      "ым ем м ың ең ң ы е сы се ыбыз ебез быз без | лар ләр нар нәр | г>к б>п",
  ),
  ba: words(
    "ның нең дың дең тың тең ҙың ҙең ға гә ҡа кә на нә а ә ны не ды де ты те ҙы ҙе н да дә та тә ла лә ҙа ҙә нда ндә дан дән тан тән нан нән ҙан ҙән | " +
      "ым ем м ың ең ң ы е һы һе ыбыҙ ебеҙ быҙ беҙ | лар ләр нар нәр дар дәр тар тәр ҙар ҙәр | ғ>ҡ г>к б>п",
  ),
  mn: words(
    "ын ийн ы ий ны ний г ыг ийг д т нд ад эд од өд ийн>ь ийг>ь аас ээс оос өөс наас нээс аар ээр оор өөр тай тэй той руу рүү | ууд үүд нууд нүүд чууд чүүд",
  ),
  // Iranian.
  tg: words("ро | и ам ат аш | ҳо ҳои он ҳоям ҳояш"),
  ku: words("ê a î an ên ya yê yan yên in ekî ek"),
  // Other languages of Europe and the Caucasus.
  el: words(
    "ου>ος ο>ος ε>ος οι>ος ους>ος ων>ος ου>ο α>ο ων>ο ας>α ες>α ων>α ες>ας ων>ας ης>η ες>η εις>η εων>η εως>η ων>η " +
      "ια>ι ιου>ι ιων>ι ματος>μα ματα>μα ματων>μα ους>ος η>ος εα>εας εις>εας εων>εας ικη>ικος ικης>ικος ικο>ικος ικα>ικος ικες>ικος " +
      "μενη>μενος μενης>μενος μενο>μενος μενα>μενος μενες>μενος ουδες>ου αδες>ας",
  ),
  sq: words(
    "i it in e et eve ve a es en at ave ia isë inë it t n s ja jes jen ë | a>ë at>ë ave>ë es>ë en>ë ës>ë ën>ë ëve>ë e",
  ),
  eu: words(
    "a ak ek aren en ari ei ekin arekin rekin an n etan ra era etara tik etik etatik ko eko etako z az ez etaz entzat arentzat rik ik",
  ),
  ka: parts("ც ვე | ში ზე თან თვის გან დან მდე კენ | ი ის ს მა ით ად ო მ თ | ებ | ა ე"),
  hy: words("ը ն ս դ | ի ից ով ում ու | եր ներ"),
  // Languages of India and Nepal: what is written joined to a noun, then its plural.
  hi: words("ों ों>ा ें े े>ा ियों>ी ियाँ>ी ाओं>ा ाएँ>ा ाएं>ा ुओं>ु ुएँ>ु ुओं>ू ओं एँ"),
  ne: words("ले लाई को का की मा बाट सँग सित देखि सम्म | हरू हरु"),
  mr: words("ला ने नी ना चा ची चे च्या त वर हून मध्ये साठी शी | ा ां े ी>ा ांे ्या>ा या>ा ं"),
  bn: words("ও ই | কে র ের তে য় ে েতে য়ের | টি টা গুলি গুলো রা েরা দের েদের"),
  gu: words("ને ના ની નો નું નાં માં થી એ | ઓ ો ા>ો ાઓ>ો"),
  ta: words("ும் | ை>் ை ில்>் ில் ின்>் ின் ுக்கு>் க்கு ுக்கு ால்>் ால் ிலிருந்து>் | கள் ங்கள்>ம் த்த்>ம் ற்கள்>ல்"),
  // Languages that inflect at the beginning of words as well, or hardly at all.
  ms: malay,
  id: malay,
  sw: words("ni", "wa>m wa>mw vi>ki vy>ch mi>m ma>ji ma> nyu>u"),
};

/** The lists of some languages, by BCP 47 tags without regions. */
export function inflectionsOf(languages: readonly string[]): Inflections {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const found = inflections[language];
      return found === undefined ? [] : [[language, found] as const];
    }),
  );
}
