/**
 * What shows a language word by word: words that it uses all the time, and its alphabet. By them languages are told that the detector does not know, and
 * those that it takes for one.
 */
export interface SignRow {
  readonly code: string;
  readonly script: string;
  /** The score that the detector gives a sequence of letters of it, in the language that it takes it for; about. */
  readonly near: number;
  /** How many of its words are signs of it, about. */
  readonly share: number;
  /** Its commonest words, but for those that its neighbours have too. */
  readonly words: ReadonlySet<string>;
  /** A word that matches is a sign as well. */
  readonly own?: RegExp;
}

/** The Cyrillic letters of alphabets; letters of other scripts stand in texts of all of them. */
const alphabets: Readonly<Record<string, RegExp>> = {
  ru: cyrillic("а-яё"),
  uk: cyrillic("а-щьюяґєії"),
  be: cyrillic("а-зй-шыьэюяёіў"),
  bg: cyrillic("а-ъьюя"),
  sr: cyrillic("а-ик-шђјљњћџ"),
  mk: cyrillic("а-ик-шѓѕјљњќџ"),
  kk: cyrillic("а-яёәғқңөұүһі"),
  ky: cyrillic("а-яёңөү"),
  tg: cyrillic("а-хчшъэюяёғӣқӯҳҷ"),
  uz: cyrillic("а-шъьэюяёўқғҳ"),
  tt: cyrillic("а-яёәөүҗңһ"),
  ba: cyrillic("а-яёғҙҡңҫәөүһ"),
  mn: cyrillic("а-яёөү"),
};

/** Languages that the detector does not know. */
export const rarerRows: readonly SignRow[] = [
  row(
    "kk",
    "Cyrl",
    85,
    0.45,
    "және мен бұл үшін бар жоқ деп болды бойынша туралы жаңа бүгін ертең да де енді қазір кейін екі",
    /[әғқңөұүһ]/u,
  ),
  row(
    "ky",
    "Cyrl",
    85,
    0.35,
    "жана менен бул үчүн бар жок деп болду боюнча тууралуу жаңы бүгүн эртең дагы азыр кийин эки",
    /[ңөү]/u,
  ),
  row(
    "tg",
    "Cyrl",
    85,
    0.45,
    "ва дар ба аз ки барои бо ин он аст шуд кард мо шумо боз нав хуб ҳам буд мешавад",
    /[ғӣқӯҳҷ]/u,
  ),
  row(
    "uz",
    "Cyrl",
    85,
    0.45,
    "ва билан учун бу ҳам бор йўқ эмас керак янги бугун эртага кейин бўлди деб энг барча яна",
    /[ўқғҳ]/u,
  ),
  row("tt", "Cyrl", 85, 0.45, "һәм белән өчен бу бар юк дип булды турында яңа бүген иртәгә дә", /[әөүҗңһ]/u),
  row("ba", "Cyrl", 85, 0.45, "һәм менән өсөн был бар юҡ тип булды тураһында яңы бөгөн иртәгә", /[ғҙҡңҫәөүһ]/u),
  row("mn", "Cyrl", 85, 0.45, "байна нь болон энэ юм гэж бол өнөөдөр маргааш шинэ дээр ба ч монгол", /[өү]/u),
  row(
    "mk",
    "Cyrl",
    122,
    0.2,
    "ќе во со дека оваа овој сите денес ја беше поради повеќе ги го веќе само кај ни ви",
    /[ѓќѕ]|\p{L}{3}(?:от|ата|ото|ите)$/u,
  ),
  row(
    "uz",
    "Latn",
    25,
    0.2,
    "va bilan uchun bu ham ushbu esa masalan aynan hozir bugun ertaga kecha dars kursi yoki emas kerak bor lekin haqida orqali hamda mumkin yangi qilish qilib qildi qiling deb edi bo'ldi nima har juda keyin eng boshqa barcha bizning sizga siz biz yana ish yil kun hammaga rahmat",
    /[og]'\p{L}/u,
  ),
  row(
    "tk",
    "Latn",
    25,
    0.2,
    "we bilen üçin hem bu boýunça ýyl ýylyň bolýar bolan onuň diýip şeýle türkmen şu gün ýurdumyzyň eden",
    /ý|ň/u,
  ),
  row("ku", "Latn", 25, 0.2, "û li ji bi ku ev ew jî hat kir bû dike wê ser îro", /[êîû]/u),
  row(
    "om",
    "Latn",
    25,
    0.2,
    "kan fi akka irraa keessatti hin kun waan isaa yoo immoo garuu kana ta'e ta'uu jedhu irratti haala qaba",
  ),
  row(
    "so",
    "Latn",
    25,
    0.2,
    "waa iyo ka oo ku ah ee la uu in waxaa waxay waxaan ayaa ayay kale aan soo si isaga laga loo lagu way ha u leh hadda maanta berri aad tahay waxa inay badan cusub",
  ),
  row(
    "sw",
    "Latn",
    25,
    0.2,
    "ya na wa kwa ni katika za la hii kuwa cha huo yake watu pia hali baada kama sana leo kesho hapa yetu kwenye wetu hiyo huu bei mpya tena sasa au je wananchi karibu vya zetu",
  ),
  row(
    "ha",
    "Latn",
    25,
    0.2,
    "da na ta ya ba za ce ne sun mun yau gobe kuma wannan ga daga cikin don mai su shi wani wata yi kan zuwa tare sai ko ku sake babu ake mutane mutum",
  ),
  row(
    "af",
    "Latn",
    72,
    0.2,
    "die nie vir baie hierdie jy hulle sy oor julle moenie 'n sal hy vandag môre ek jou wees dié asook ná mense nuwe soos deur tyd sê gesê hul saam kry kyk almal",
  ),
  row(
    "gl",
    "Latn",
    62,
    0.2,
    "unha unhas dun dunha non máis xa coa coas cos pola polo polas polos moi moito moita moitas hoxe tamén aínda dúas lle lles teñen hai ata onte mañá bos esas galego galega concello ao do da na no nas en o os que se todos",
  ),
  row(
    "cy",
    "Latn",
    25,
    0.2,
    "yn yr mae wedi fod gan ei ddim hefyd nid bydd oedd ond dros heddiw gyda hyn chi ni i'r o'r a'r ar y",
  ),
  row("ga", "Latn", 25, 0.2, "agus bhí tá sé leis don atá ní mar ach seo sin inniu bhfuil ag"),
  row("eo", "Latn", 25, 0.2, "kaj estas por kun tiu ĉi pri sed ankaŭ kiu ĝi oni hodiaŭ kiel", /[ĉĝĥĵŝŭ]/u),
  row("lb", "Latn", 50, 0.2, "an den ass mat vun fir sinn déi dat och huet eng gëtt net hunn op zu d'"),
  row("mt", "Latn", 25, 0.2, "ta li tal għal fuq minn din dan kien se aktar illum bil fil il is u", /[ħġż]/u),
  row("mg", "Latn", 25, 0.2, "ny sy dia fa izay ho tsy misy ireo ary any no araka ao an' amin'ny tamin'ny"),
  row("ht", "Latn", 25, 0.2, "ak nan pou yo ki li gen te nou pa yon se sa moun jodi"),
  row("jv", "Latn", 45, 0.2, "lan ing sing ora saka wis karo iki kanggo ana kang dadi"),
  row("ceb", "Latn", 45, 0.2, "og nga kay usa dili ug kini karon niini gikan naa"),
  row(
    "zu",
    "Latn",
    25,
    0.2,
    "ukuthi futhi kanye uma ngoba lapho kodwa manje bantu abantu kakhulu ukuze noma namhlanje kule le ngo",
  ),
  row("ig", "Latn", 25, 0.2, "nke ndị bụ dị maka onye ihe na ga ya ka ha n'ime", /[ịọụ]/u),
  row("rw", "Latn", 25, 0.2, "mu ku na ya n'uko kandi ko ari ubwo cyane nyuma kuri muri iyi uyu abantu"),
  row("ps", "Arab", 90, 0.4, "په کې د دی ده هم چې ته له څخه نن سره مو نه دي وي شو شوه کړ وکړ باندې", /[ښځڅډړږټۍ]/u),
  row(
    "ne",
    "Deva",
    160,
    0.3,
    "छ र को मा भने गरेको पनि छन् गर्न लागि यो गरे भएको नेपाल आज तपाईं हामी",
    /[\p{L}\p{M}](?:हरू|को|मा|लाई|छ|छन्|यो)$/u,
  ),
];

/** Languages that the detector has under one code; the first of a group is the one where no word tells. */
export const twins: Readonly<Record<string, readonly SignRow[]>> = {
  ms: [
    row(
      "id",
      "Latn",
      90,
      0.2,
      "bisa karena kamu nggak gak kalian uang kapan silakan nomor lowongan kualifikasi pendaftaran sore bahwa rp rupiah mobil kantor beda mau gaji kirim siang banget cara gratis sudah besok bensin makasih",
    ),
    row(
      "ms",
      "Latn",
      90,
      0.2,
      "boleh kerana awak ialah sahaja kereta wang pejabat bila sila ringgit rm petang jawatan permohonan semasa bahawa percuma manakala telah gaji daripada iaitu esok baharu tiada",
    ),
  ],
  hr: [
    row(
      "hr",
      "Latn",
      85,
      0.2,
      "što tko netko nitko gdje tjedan uvijek vrijeme lijepo dvije prije poslije tisuća siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca također ovdje cijena cijelu djeca ljudi vlak kruh zrak eura",
      /ije/u,
    ),
    row(
      "sr",
      "Latn",
      85,
      0.2,
      "šta ko neko niko gde nedelja nedelje uvek vreme lepo dve pre posle hiljada januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra takođe ovde cena celu deca voz hleb vazduh dinara",
    ),
  ],
};

/** The rows of each word. */
const rowsOf = new Map<string, SignRow[]>();
const allRows = [...rarerRows, ...Object.values(twins).flat()];
for (const each of allRows) for (const one of each.words) rowsOf.set(one, [...(rowsOf.get(one) ?? []), each]);

/** How many of the words are signs of each row whose script they are in; `words` are small. */
export function countSigns(
  words: readonly string[],
  hasScript: (script: string) => boolean,
): ReadonlyMap<SignRow, number> {
  const found = new Map<SignRow, number>();
  for (const each of allRows) if (hasScript(each.script)) found.set(each, 0);
  const withOwn = [...found.keys()].filter(({ own }) => own !== undefined);
  for (const one of words) {
    const rows = rowsOf.get(one) ?? [];
    const others = commonLetters.test(one) ? [] : withOwn.filter((each) => each.own?.test(one) && !rows.includes(each));
    for (const each of [...rows, ...others]) {
      const count = found.get(each);
      if (count !== undefined) found.set(each, count + 1);
    }
  }
  return found;
}

/** Of these alone no word is of a language by its own letters. */
const commonLetters = /^[a-z]+$/u;

/** How many letters of a text a language does not have, of those that tell languages of one script apart; `counts` has the text's small letters. */
export function foreignLetters(code: string, counts: ReadonlyMap<string, number>): number {
  const alphabet = alphabets[code];
  if (alphabet === undefined) return 0;
  return [...counts].reduce((sum, [letter, count]) => sum + (alphabet.test(letter) ? 0 : count), 0);
}

function cyrillic(letters: string): RegExp {
  return new RegExp(`[${letters}]|\\P{Script=Cyrillic}`, "u");
}

function row(code: string, script: string, near: number, share: number, words: string, own?: RegExp): SignRow {
  return { code, script, near, share, words: new Set(words.split(" ")), ...(own === undefined ? {} : { own }) };
}
