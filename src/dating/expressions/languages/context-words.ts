import type { LanguageTable } from "./language.ts";

/** What a language says around days, where the names of its months and weekdays come from the CLDR. */
export type ContextWords = Pick<
  LanguageTable,
  "code" | "today" | "yesterday" | "tomorrow" | "untilWords" | "sinceWords" | "toCome" | "past"
> &
  Partial<
    Pick<
      LanguageTable,
      | "articles"
      | "clauseWords"
      | "besideWords"
      | "verbLast"
      | "untilEndings"
      | "sinceEndings"
      | "onWords"
      | "yearsAgo"
      | "lastWords"
      | "nextWords"
      | "ordinalNouns"
      | "figureLeads"
      | "units"
    >
  >;

/** One row a language; words are sources of regular expressions, case does not count. A new language is one row here and its cases. */
// biome-ignore format: a row of words each
export const contextWords: readonly ContextWords[] = [
  {
    code: "tr", today: ["bugün\\p{L}*"], yesterday: ["dün", "dünkü"], tomorrow: ["yarın\\p{L}*"], untilWords: [], sinceWords: [], untilEndings: ["kadar", "dek", "değin"], sinceEndings: ["beri", "itibaren", "bu yana"],
    verbLast: true, toCome: ["\\p{L}+(?:acak|ecek)(?:tır|tir|lar|ler)?", "\\p{L}{2,}(?:acağ|eceğ)\\p{L}{1,6}", "\\p{L}{2,}(?:acak|ecek)(?:ları|leri)\\p{L}{0,4}"], past: ["(?!kendi)\\p{L}+[aeıiuü][ln](?:dı|di|du|dü)(?:lar|ler)?", "oldu", "aldı", "\\p{L}+[ıiuüaekptşçsf](?:dı|di|du|dü|tı|ti|tu|tü)(?:lar|ler)?", "\\p{L}+(?:mıştır|miştir|muştur|müştür)"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+yıl\\s+önce"], lastWords: ["geçen", "geçtiğimiz"], nextWords: ["gelecek", "önümüzdeki"],
  },
  {
    code: "az", today: ["bu gün", "bugün"], yesterday: ["dünən"], tomorrow: ["sabah"], untilWords: [], sinceWords: [], untilEndings: ["qədər", "a?dək"], sinceEndings: ["etibarən", "bəri"],
    verbLast: true, toCome: ["\\p{L}+(?:acaq|əcək)(?:dır|dir|lar|lər)?", "\\p{L}{2,}(?:acağ|əcəy)\\p{L}{1,6}", "\\p{L}{2,}(?:acaq|əcək)(?:ları|ləri)\\p{L}{0,4}"], past: ["\\p{L}+(?:ıldı|ildi|uldu|üldü|ındı|indi|etdi|oldu)(?:lar|lər)?", "\\p{L}+(?:mışdır|mişdir|muşdur|müşdür)", "\\p{L}+(?:ıb|ib|ub|üb)"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+il\\s+əvvəl"], lastWords: ["keçən", "ötən"], nextWords: ["gələn", "növbəti"],
  },
  {
    code: "uz", today: ["bugun\\p{L}*"], yesterday: ["kecha\\p{L}*"], tomorrow: ["ertaga"], untilWords: [], sinceWords: [], untilEndings: ["gacha", "qadar"], sinceEndings: ["boshlab", "beri", "buyon"],
    verbLast: true, toCome: ["\\p{L}+(?:adi|ydi)(?:lar)?"], past: ["\\p{L}+(?:ildi|indi|landi|lashdi|boʻldi|bo'ldi|etdi|qildi)(?:lar)?", "boʻlib oʻtdi", "bo'lib o'tdi"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+yil\\s+(?:oldin|avval|muqaddam)"], lastWords: ["oʻtgan", "o'tgan"], nextWords: ["kelgusi", "keyingi"],
  },
  {
    code: "kk", today: ["бүгін\\p{L}*"], yesterday: ["кеше"], tomorrow: ["ертең"], untilWords: [], sinceWords: [], untilEndings: ["дейін", "шейін"], sinceEndings: ["бастап", "бері"],
    verbLast: true, toCome: ["\\p{L}+(?:ады|еді|йды|йді)"], past: ["\\p{L}+(?:ылды|ілді|лды|лді|нды|нді|тті|тты|кен|қан|ған|ген)"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+жыл\\s+бұрын"], lastWords: ["өткен"], nextWords: ["келесі"],
  },
  {
    code: "pl", today: ["dziś", "dzisiaj", "dzisiejsz\\p{L}+"], yesterday: ["wczoraj", "wczorajsz\\p{L}+"], tomorrow: ["jutro", "jutrzejsz\\p{L}+"],
    untilWords: ["do", "do dnia"], sinceWords: ["od", "od dnia", "po"], onWords: ["w dniu", "dnia"], ordinalNouns: ["rocznic\\p{L}+", "urodzin\\p{L}*"], figureLeads: ["od", "do", "dnia"],
    clauseWords: ["że", "któr\\p{L}+"], besideWords: ["ale"], toCome: ["będzie", "będą", "odbędzie", "odbędą", "rozpocznie", "rozpoczną", "zapraszamy", "zostanie", "zostaną"], past: ["\\p{L}+(?:ał|ała|ało|ały|ali|ił|iła|iło|iły|ili|ył|yła|yło|yły|yli|ęła|ęło|ęły|ęli|ął)"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+lat\\s+temu"], lastWords: ["zeszł\\p{L}+", "ubiegł\\p{L}+", "miniony"], nextWords: ["przyszł\\p{L}+", "następn\\p{L}+"],
  },
  {
    code: "ro", today: ["astăzi", "azi"], yesterday: ["ieri"], tomorrow: ["mâine"], untilWords: ["până la", "până pe", "până în"], sinceWords: ["din", "de la", "după", "începând cu"], onWords: ["pe", "la", "în"],
    clauseWords: ["că", "care"], besideWords: ["dar"], toCome: ["va", "vor", "urmează"], past: ["a fost", "au fost", "(?:a|au)(?=\\s+(?:\\p{L}+\\s)?\\p{L}+(?:at|ut|it|is|us)(?!\\p{L}))"],
    yearsAgo: ["acum\\s+(?<years>\\d{1,4})\\s+(?:de\\s+)?ani"], lastWords: ["trecut\\p{L}*"], nextWords: ["viito\\p{L}+"],
  },
  {
    code: "el", today: ["σήμερα"], yesterday: ["χθες", "χτες"], tomorrow: ["αύριο"], untilWords: ["έως", "έως τις", "μέχρι", "μέχρι τις", "ως τις"], sinceWords: ["από", "από τις", "μετά τις"], onWords: ["στις", "την"],
    clauseWords: ["ότι", "πως", "που"], toCome: ["θα"], past: ["ήταν", "έγινε", "έγιναν", "\\p{L}+(?:θηκε|θηκαν|σαν)"],
    yearsAgo: ["πριν\\s+(?:από\\s+)?(?<years>\\d{1,4})\\s+χρόνια"], lastWords: ["περασμέν\\p{L}+"], nextWords: ["επόμεν\\p{L}+", "ερχόμεν\\p{L}+"],
  },
  {
    code: "id", today: ["hari ini"], yesterday: ["kemarin"], tomorrow: ["besok"], untilWords: ["hingga", "sampai", "sampai dengan"], sinceWords: ["sejak", "mulai"], onWords: ["pada", "tanggal", "pada tanggal"],
    clauseWords: ["bahwa", "yang"], toCome: ["akan"], past: ["telah", "sudah"], yearsAgo: ["(?<years>\\d{1,4})\\s+tahun\\s+(?:yang\\s+)?lalu"], lastWords: ["lalu"], nextWords: ["depan", "mendatang"],
  },
  {
    code: "he", today: ["ה?יום"], yesterday: ["אתמול"], tomorrow: ["מחר"], untilWords: ["עד", "עד ה-?"], sinceWords: ["מאז", "מה-?"], onWords: ["ב-?"],
    clauseWords: ["כי", "אשר"], toCome: ["יתקיים", "תתקיים", "יתקיימו", "ייפתח", "תיפתח", "צפוי", "צפויה"], past: ["התקיים", "התקיימה", "התקיימו", "נערך", "נערכה", "היה", "הייתה", "היו"],
    yearsAgo: ["לפני\\s+(?<years>\\d{1,4})\\s+שנ(?:ה|ים)"], lastWords: ["שעבר"], nextWords: ["הבא"],
  },
  {
    code: "hi", today: ["आज"], yesterday: [], tomorrow: [], untilWords: [], sinceWords: [], untilEndings: ["तक"], sinceEndings: ["से"],
    clauseWords: ["कि", "जो"], verbLast: true, toCome: ["\\p{L}[\\p{L}\\p{M}]*(?:गा|गी|गे)"], past: ["था", "थी", "थे", "गया", "गई", "गए", "हुआ", "हुई", "हुए"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+साल\\s+पहले"], lastWords: ["पिछले"], nextWords: ["अगले"],
  },
  {
    code: "nl", today: ["vandaag"], yesterday: ["gisteren"], tomorrow: ["morgen"], articles: ["de"], untilWords: ["tot", "tot en met", "t/m", "uiterlijk", "voor"], sinceWords: ["vanaf", "sinds", "per", "na"], onWords: ["op", "den"], figureLeads: ["op", "vanaf", "tot"],
    clauseWords: ["dat", "die", "waar", "omdat"], besideWords: ["maar", "en"], toCome: ["zal", "zullen", "zou", "zouden", "wordt", "worden", "gaat", "gaan", "komt", "komen", "vindt", "vinden", "begint", "beginnen", "opent", "start", "gepland", "verwacht", "aanstaande", "binnenkort", "mis het niet"], past: ["was", "waren", "werd", "werden", "had", "hadden", "heeft", "hebben", "is\\s+(?:ge|over|ver|be|ont)\\p{L}+", "zijn\\s+(?:ge|over|ver|be|ont)\\p{L}+", "vond", "vonden", "kwam", "kwamen", "ging", "gingen", "zei", "zeiden", "kreeg", "kregen", "won", "wonnen", "begon", "begonnen"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+jaar\\s+geleden"], lastWords: ["afgelopen", "vorige"], nextWords: ["komende", "aanstaande", "volgende"],
  },
  {
    code: "sv", today: ["i dag", "idag"], yesterday: ["i går", "igår"], tomorrow: ["i morgon", "imorgon"], articles: ["den"], untilWords: ["till", "till och med", "t\\.?o\\.?m\\.?", "fram till", "senast"], sinceWords: ["från", "från och med", "fr\\.?o\\.?m\\.?", "sedan", "efter"], onWords: ["den"], figureLeads: ["den", "från", "till"],
    clauseWords: ["(?<!kommer )att", "som", "där"], besideWords: ["och", "men"], toCome: ["ska", "skall", "skulle", "kommer att", "blir", "öppnar", "startar", "börjar", "planeras", "väntas", "missa inte", "äger rum", "hålls"], past: ["var", "blev", "hade", "har\\s+\\p{L}+[ta]t", "fick", "gick", "kom", "sade", "sa", "höll", "hölls", "vann", "dog", "\\p{L}{3,}(?:ade|ades|rde|rdes|kte|ktes)"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+år\\s+sedan"], lastWords: ["förra", "i"], nextWords: ["nästa"],
  },
  {
    code: "da", today: ["i dag", "idag"], yesterday: ["i går", "igår"], tomorrow: ["i morgen", "imorgen"], articles: ["den", "d\\."], untilWords: ["til", "indtil", "til og med", "senest"], sinceWords: ["fra", "fra og med", "siden", "efter"], onWords: ["den", "d\\."], figureLeads: ["den", "fra", "til"],
    clauseWords: ["(?<!til )at", "som", "der", "hvor"], besideWords: ["og", "men"], toCome: ["vil", "ville", "skal", "skulle", "bliver", "kommer til", "åbner", "starter", "begynder", "ventes", "planlægges", "afholdes", "finder sted"], past: ["var", "blev", "havde", "har\\s+\\p{L}+[et]t", "fik", "gik", "kom", "sagde", "holdt", "vandt", "døde", "fandt", "\\p{L}{3,}(?:ede|edes|rte|kte|gte|ntes)"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+år\\s+siden"], lastWords: ["sidste"], nextWords: ["næste"],
  },
  {
    code: "nb", today: ["i dag", "idag"], yesterday: ["i går", "igår"], tomorrow: ["i morgen", "imorgen"], articles: ["den"], untilWords: ["til", "inntil", "til og med", "t\\.?o\\.?m\\.?", "senest", "innen"], sinceWords: ["fra", "fra og med", "f\\.?o\\.?m\\.?", "siden", "etter"], onWords: ["den"], figureLeads: ["den", "fra", "til"],
    clauseWords: ["at", "som", "der", "hvor"], besideWords: ["og", "men"], toCome: ["vil", "ville", "skal", "skulle", "blir", "kommer til", "åpner", "starter", "begynner", "ventes", "planlegges", "arrangeres", "finner sted"], past: ["var", "ble", "hadde", "har\\s+\\p{L}+[et]t", "fikk", "gikk", "kom", "sa", "holdt", "vant", "døde", "fant"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+år\\s+siden"], lastWords: ["forrige", "sist"], nextWords: ["neste"],
  },
  {
    code: "no", today: ["i dag", "idag"], yesterday: ["i går", "igår"], tomorrow: ["i morgen", "imorgen"], articles: ["den"], untilWords: ["til", "inntil", "til og med", "t\\.?o\\.?m\\.?", "senest", "innen"], sinceWords: ["fra", "fra og med", "f\\.?o\\.?m\\.?", "siden", "etter"], onWords: ["den"], figureLeads: ["den", "fra", "til"],
    clauseWords: ["at", "som", "der", "hvor"], besideWords: ["og", "men"], toCome: ["vil", "ville", "skal", "skulle", "blir", "kommer til", "åpner", "starter", "begynner", "ventes", "planlegges", "arrangeres", "finner sted"], past: ["var", "ble", "hadde", "har\\s+\\p{L}+[et]t", "fikk", "gikk", "kom", "sa", "holdt", "vant", "døde", "fant"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+år\\s+siden"], lastWords: ["forrige", "sist"], nextWords: ["neste"],
  },
  {
    code: "fi", today: ["tänään"], yesterday: ["eilen"], tomorrow: ["huomenna"], untilWords: [], sinceWords: [], untilEndings: ["asti", "saakka", "mennessä"], sinceEndings: ["lähtien", "alkaen"],
    clauseWords: ["että", "joka", "jotka"], besideWords: ["mutta"], toCome: ["järjestetään", "pidetään", "julkaistaan", "avataan", "alkaa", "alkavat", "tulee", "tulevat", "on tarkoitus", "aiotaan", "tervetuloa"], past: ["oli", "olivat", "\\p{L}+(?:ttiin|iin)(?=\\s)", "kertoi", "sanoi", "alkoi", "päättyi", "kuoli", "voitti", "sai", "tuli", "\\p{L}{3,}(?:sivat|nut|nyt|neet)"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+vuotta\\s+sitten"], lastWords: ["viime"], nextWords: ["ensi"],
  },
  {
    code: "cs", today: ["dnes", "dnešní\\p{L}*"], yesterday: ["včera", "včerejší\\p{L}*"], tomorrow: ["zítra", "zítřejší\\p{L}*"], untilWords: ["do", "do dne", "nejpozději"], sinceWords: ["od", "ode dne", "po"], onWords: ["dne"], figureLeads: ["dne", "od", "do"],
    clauseWords: ["že", "kter\\p{L}+"], besideWords: ["ale", "a"], toCome: ["bude", "budou", "proběhne", "proběhnou", "uskuteční", "začne", "začnou", "otevře", "koná", "konají", "zveme", "očekává", "chystá"], past: ["\\p{L}{2,}(?:al|ala|alo|aly|ali|il|ila|ilo|ily|ili|el|ela|elo|ely|eli|yl|yla|ylo|yly|yli|ul|ula|ulo|uly|uli)", "proběhl\\p{L}?"],
    yearsAgo: ["před\\s+(?<years>\\d{1,4})\\s+lety"], lastWords: ["minul\\p{L}+", "uplynul\\p{L}+"], nextWords: ["příští\\p{L}*"],
  },
  {
    code: "sk", today: ["dnes", "dnešn\\p{L}+"], yesterday: ["včera", "včerajš\\p{L}+"], tomorrow: ["zajtra", "zajtrajš\\p{L}+"], untilWords: ["do", "do dňa", "najneskôr"], sinceWords: ["od", "odo dňa", "po"], onWords: ["dňa"], figureLeads: ["dňa", "od", "do"],
    clauseWords: ["že", "ktor\\p{L}+"], besideWords: ["ale", "a"], toCome: ["bude", "budú", "uskutoční", "začne", "začnú", "otvorí", "koná", "konajú", "pozývame", "očakáva", "chystá"], past: ["\\p{L}{2,}(?:al|ala|alo|ali|il|ila|ilo|ili|el|ela|elo|eli|ol|ola|olo|oli|ul|ula|ulo|uli|ýval\\p{L}?)"],
    yearsAgo: ["pred\\s+(?<years>\\d{1,4})\\s+rokmi"], lastWords: ["minul\\p{L}+", "uplynul\\p{L}+"], nextWords: ["budúc\\p{L}+"],
  },
  {
    code: "hu", today: ["ma", "mai"], yesterday: ["tegnap\\p{L}*"], tomorrow: ["holnap\\p{L}*"], untilWords: [], sinceWords: [], untilEndings: ["-?ig", "-?[áé]ig"], sinceEndings: ["-?t[őó]l", "-?[áé]t[óő]l", "óta"],
    clauseWords: ["hogy", "ami", "amely\\p{L}*"], besideWords: ["de"], toCome: ["fog", "fogja", "fogják", "fognak", "lesz", "lesznek", "kezdődik", "kezdődnek", "nyílik", "várható", "rendezik", "tartják", "teszik", "várjuk"], past: ["volt", "voltak", "lett", "tartott\\p{L}*", "kezdődött", "közölte", "mondta", "\\p{L}{3,}(?:ott|ett|ött|ták|ték|ult|ült|ozta|ezte)"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+évvel\\s+ezelőtt", "(?<years>\\d{1,4})\\s+éve"], lastWords: ["múlt"], nextWords: ["jövő"],
  },
  {
    code: "bg", today: ["днес", "днешн\\p{L}+"], yesterday: ["вчера", "вчерашн\\p{L}+"], tomorrow: ["утре", "утрешн\\p{L}+"], untilWords: ["до"], sinceWords: ["от", "след"], onWords: ["на"], figureLeads: ["на", "от", "до"],
    clauseWords: ["че", "който", "която", "което", "които"], besideWords: ["но"], toCome: ["ще", "предстои", "предстоят", "очаква", "очакват", "започва", "планира\\p{L}*", "каним"], past: ["беше", "бяха", "бе", "се проведе", "се проведоха", "започна", "заяви", "каза", "съобщи", "имаше", "\\p{L}{3,}(?:ха|аха|иха)"],
    yearsAgo: ["преди\\s+(?<years>\\d{1,4})\\s+години"], lastWords: ["минал\\p{L}+"], nextWords: ["следващ\\p{L}+", "идн\\p{L}+"],
  },
  {
    code: "hr", today: ["danas", "današnj\\p{L}+"], yesterday: ["ju[čc]er", "juče", "jučerašnj\\p{L}+"], tomorrow: ["sutra", "sutrašnj\\p{L}+"], untilWords: ["do", "najkasnije do"], sinceWords: ["od", "nakon"], onWords: ["dana"], figureLeads: ["dana", "od", "do"],
    clauseWords: ["da", "koj\\p{L}+"], besideWords: ["ali"], toCome: ["će", "bit će", "biće", "održat će", "održaće", "počinje", "počinju", "očekuje", "planira", "najavljen\\p{L}*", "pozivamo"], past: ["bi(?:o|la|lo|li|le)", "je\\s+\\p{L}+(?:o|la|lo)", "su\\s+\\p{L}+(?:li|le)", "održan\\p{L}?", "\\p{L}{3,}(?:ao|ala|alo|ali|ile|ili|ila)\\s+(?:je|su)"],
    yearsAgo: ["prije\\s+(?<years>\\d{1,4})\\s+godina", "pre\\s+(?<years>\\d{1,4})\\s+godina"], lastWords: ["prošl\\p{L}+"], nextWords: ["sljedeć\\p{L}+", "sledeć\\p{L}+", "iduć\\p{L}+"],
  },
  {
    code: "bs", today: ["danas", "današnj\\p{L}+"], yesterday: ["ju[čc]er", "juče", "jučerašnj\\p{L}+"], tomorrow: ["sutra", "sutrašnj\\p{L}+"], untilWords: ["do", "najkasnije do"], sinceWords: ["od", "nakon"], onWords: ["dana"], figureLeads: ["dana", "od", "do"],
    clauseWords: ["da", "koj\\p{L}+"], besideWords: ["ali"], toCome: ["će", "bit će", "biće", "održat će", "održaće", "počinje", "počinju", "očekuje", "planira", "najavljen\\p{L}*", "pozivamo"], past: ["bi(?:o|la|lo|li|le)", "je\\s+\\p{L}+(?:o|la|lo)", "su\\s+\\p{L}+(?:li|le)", "održan\\p{L}?", "\\p{L}{3,}(?:ao|ala|alo|ali|ile|ili|ila)\\s+(?:je|su)"],
    yearsAgo: ["prije\\s+(?<years>\\d{1,4})\\s+godina", "pre\\s+(?<years>\\d{1,4})\\s+godina"], lastWords: ["prošl\\p{L}+"], nextWords: ["sljedeć\\p{L}+", "sledeć\\p{L}+", "iduć\\p{L}+"],
  },
  {
    code: "sr", today: ["danas", "данас", "данашњ\\p{L}+"], yesterday: ["juče", "јуче", "јучерашњ\\p{L}+"], tomorrow: ["sutra", "сутра", "сутрашњ\\p{L}+"], untilWords: ["do", "najkasnije do", "до", "најкасније до"], sinceWords: ["od", "nakon", "од", "након"], onWords: ["dana", "дана"],
    clauseWords: ["da", "koj\\p{L}+", "да", "кој\\p{L}+"], besideWords: ["али"], toCome: ["će", "biće", "održaće", "počinje", "očekuje", "planira", "ће", "биће", "одржаће", "почиње", "почињу", "очекује", "планира", "најављен\\p{L}*", "позивамо"], past: ["bi(?:o|la|lo|li|le)", "je\\s+\\p{L}+(?:o|la|lo)", "su\\s+\\p{L}+(?:li|le)", "би(?:о|ла|ло|ли|ле)", "је\\s+\\p{L}+(?:о|ла|ло)", "су\\s+\\p{L}+(?:ли|ле)", "одржан\\p{L}?"],
    yearsAgo: ["pre\\s+(?<years>\\d{1,4})\\s+godina", "пре\\s+(?<years>\\d{1,4})\\s+година", "прије\\s+(?<years>\\d{1,4})\\s+година"], lastWords: ["prošl\\p{L}+", "прошл\\p{L}+"], nextWords: ["sledeć\\p{L}+", "следећ\\p{L}+", "идућ\\p{L}+"],
  },
  {
    code: "sl", today: ["danes", "današnj\\p{L}+"], yesterday: ["včeraj", "včerajšnj\\p{L}+"], tomorrow: ["jutri", "jutrišnj\\p{L}+"], untilWords: ["do", "najkasneje do"], sinceWords: ["od", "po"], onWords: ["dne"],
    clauseWords: ["da", "ki"], besideWords: ["ampak"], toCome: ["bo", "bodo", "bom", "bomo", "začne", "začnejo", "poteka", "predviden\\p{L}*", "načrtovan\\p{L}*", "vabimo"], past: ["je\\s+\\p{L}+(?:l|la|lo)", "so\\s+\\p{L}+(?:li|le|la)", "bil", "bila", "bilo", "bili"],
    yearsAgo: ["pred\\s+(?<years>\\d{1,4})\\s+leti"], lastWords: ["prejšnj\\p{L}+"], nextWords: ["prihodnj\\p{L}+"],
  },
  {
    code: "vi", today: ["hôm nay", "sáng nay", "chiều nay", "tối nay"], yesterday: ["hôm qua"], tomorrow: ["ngày mai"], untilWords: ["đến", "đến ngày", "đến hết ngày", "trước ngày", "tới ngày"], sinceWords: ["từ", "từ ngày", "kể từ ngày", "sau ngày"], onWords: ["ngày", "vào ngày", "hôm", "vào"],
    clauseWords: ["rằng", "mà"], besideWords: ["nhưng"], toCome: ["sẽ", "sắp", "dự kiến", "chuẩn bị", "mời"], past: ["đã", "vừa", "từng"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+năm\\s+trước", "cách đây\\s+(?<years>\\d{1,4})\\s+năm"], lastWords: ["qua", "trước"], nextWords: ["tới", "sau"],
  },
  {
    code: "ko", today: ["오늘"], yesterday: ["어제"], tomorrow: ["내일"], untilWords: [], sinceWords: [], untilEndings: ["까지"], sinceEndings: ["부터", "이후"], verbLast: true,
    toCome: ["\\p{L}*예정\\p{L}*", "\\p{L}+(?:할|될|릴|일)\\s것\\p{L}*", "\\p{L}*계획\\p{L}*"], past: ["\\p{L}*(?:했|됐|었|았|렸|졌|혔|왔|갔)(?:다|습니다|어요|고|으며)"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+년\\s*전"], lastWords: ["지난"], nextWords: ["다음", "오는"],
  },
  {
    code: "et", today: ["täna", "tänane"], yesterday: ["eile"], tomorrow: ["homme"], untilWords: ["kuni"], sinceWords: ["alates", "pärast"], untilEndings: ["-?ni"],
    clauseWords: ["et", "kes", "mis"], besideWords: ["kuid"], toCome: ["toimub", "toimuvad", "algab", "algavad", "avatakse", "peetakse", "tuleb", "tulevad", "plaanib", "ootame"], past: ["oli", "olid", "toimus", "toimusid", "algas", "\\p{L}{3,}(?:ti|sid|nud)"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+aastat\\s+tagasi"], lastWords: ["möödunud", "eelmise\\p{L}*"], nextWords: ["järgmise\\p{L}*", "tuleva\\p{L}*"],
  },
  {
    code: "lt", today: ["šiandien"], yesterday: ["vakar"], tomorrow: ["rytoj"], untilWords: ["iki"], sinceWords: ["nuo", "po"],
    clauseWords: ["kad", "kuri\\p{L}*"], besideWords: ["bet"], toCome: ["vyks", "bus", "prasidės", "planuoja\\p{L}*", "kviečiame"], past: ["buvo", "vyko", "įvyko", "prasidėjo", "pranešė", "sakė", "\\p{L}{3,}(?:ėjo|avo|ino|osi)"],
    yearsAgo: ["prieš\\s+(?<years>\\d{1,4})\\s+met\\p{L}+"], lastWords: ["praėjus\\p{L}+"], nextWords: ["kit\\p{L}+", "ateinan\\p{L}+"],
  },
  {
    code: "lv", today: ["šodien"], yesterday: ["vakar"], tomorrow: ["rīt"], untilWords: ["līdz"], sinceWords: ["no", "kopš", "pēc"],
    clauseWords: ["ka", "kas"], besideWords: ["bet"], toCome: ["būs", "notiks", "sāksies", "atvērs", "plāno", "gaidāms", "aicinām"], past: ["bija", "notika", "sākās", "paziņoja", "teica", "\\p{L}{3,}(?:ēja|āja|īja)"],
    yearsAgo: ["pirms\\s+(?<years>\\d{1,4})\\s+gadiem"], lastWords: ["pagājuš\\p{L}+"], nextWords: ["nākam\\p{L}+"],
  },
  {
    code: "ka", today: ["დღეს"], yesterday: ["გუშინ"], tomorrow: ["ხვალ"], untilWords: [], sinceWords: [], untilEndings: ["[აი]?მდე"], sinceEndings: ["[აი]?დან"],
    toCome: ["იქნება", "გაიმართება", "დაიწყება", "გაიხსნება", "ჩატარდება", "გამოქვეყნდება", "იგეგმება"], past: ["იყო", "გაიმართა", "დაიწყო", "გაიხსნა", "ჩატარდა", "გამოქვეყნდა", "განაცხადა"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+წლის\\s+წინ"], lastWords: ["გასულ\\p{L}*"], nextWords: ["მომავალ\\p{L}*"],
  },
];

/** A row as a table of the common shape, for what looks for the words around a day. */
export function asTable(words: ContextWords): LanguageTable {
  return {
    months: [],
    weekdays: [],
    caseCounts: false,
    monthFirst: false,
    dayEndings: [],
    ofWords: [],
    rangeWords: [],
    yearEndings: [],
    yearLeads: [],
    observances: [],
    yearsAgo: [],
    lastWords: [],
    nextWords: [],
    ...words,
  };
}
