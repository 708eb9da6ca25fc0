import type { FeastWords } from "./feast-words.ts";

/** Feasts in languages of Africa, and in Esperanto. */
export const africanAndOther: readonly FeastWords[] = [
  {
    code: "sw",
    greetings: ["(?:heri ya|heri za|sikukuu njema ya|nawatakia \\p{L}+)"],
    today: ["leo"],
    wishes: ["(?:njema|mubarak|mubaraka|mbarikiwa)"],
    names: {
      easter: "pasaka|sikukuu ya pasaka",
      "good-friday": "ijumaa kuu",
      "any-eid": "eid|idd|sikukuu ya eid|sikukuu ya idd",
      "eid-al-fitr": "eid al-fitr|eid el-fitr|idd el fitr|idd ul-fitr",
      "eid-al-adha": "eid al-adha|eid el-hajj|idd el hajj",
      "ramadan-begins": "ramadhani|mwezi mtukufu wa ramadhani",
      "12-24/12-25": "krismasi|noeli|sikukuu ya krismasi",
      "12-31/01-01": "mwaka mpya",
      "06-01": "sikukuu ya madaraka|madaraka day",
      "12-12": "jamhuri day|sikukuu ya jamhuri",
    },
  },
  {
    code: "am",
    greetings: ["(?:እንኳን)\\s+(?:ለ|በ)?\\s*(?:\\p{L}+\\s+)?(?:ለ)?", "መልካም"],
    today: ["ዛሬ"],
    wishes: ["(?:በዓል\\s*)?(?:በሰላም\\s+)?(?:አደረሳችሁ|አደረሰን|አደረሰህ|ሙባረክ)"],
    glued: true,
    names: {
      "eastern-easter": "የትንሣኤ|ትንሣኤ|ለትንሣኤ|የፋሲካ|ፋሲካ|ለፋሲካ|ትንሳኤ|ለትንሳኤ",
      "eastern-good-friday": "የስቅለት|ስቅለት|ለስቅለት",
      "any-eid": "ዒድ|ኢድ",
      "eid-al-fitr": "ዒድ አል ፈጥር|ዒድ አልፈጥር|ኢድ አልፈጥር|የኢድ አልፈጥር",
      "eid-al-adha": "ዒድ አል አድሐ|ዒድ አልአድሃ|ኢድ አልአድሃ|አረፋ|የአረፋ",
      "01-06/01-07": "የገና|ገና|ለገና|የልደት|የጌታችን ልደት",
      "01-18/01-20": "የጥምቀት|ጥምቀት|ለጥምቀት",
      "03-02": "የአድዋ ድል|አድዋ ድል",
      "09-11/09-12": "አዲስ ዓመት|አዲስ አመት|እንቁጣጣሽ|ለአዲሱ ዓመት|ለአዲስ ዓመት",
      "09-27/09-28": "የመስቀል|መስቀል|ለመስቀል|የደመራ",
    },
  },
  {
    code: "ti",
    greetings: ["ርሑስ"],
    glued: true,
    names: {
      "eastern-easter": "ትንሳኤ|በዓለ ትንሳኤ",
      "01-06/01-07": "በዓል ልደት|ልደት",
      "09-11/09-12": "ሓዲሽ ዓመት",
      "05-24": "መዓልቲ ናጽነት",
    },
  },
  {
    code: "so",
    names: {},
    said: { "any-eid": "ciid wanaagsan|ciid mubaarak", "ramadan-begins": "ramadaan kariim" },
  },
  {
    code: "ha",
    greetings: ["barka da"],
    names: { "any-eid": "sallah", "12-24/12-25": "kirsimeti", "12-31/01-01": "sabuwar shekara" },
  },
  {
    code: "yo",
    names: {},
    said: { "12-24/12-25": "e ku odun keresimesi", "12-31/01-01": "e ku odun tuntun", easter: "e ku odun ajinde" },
  },
  {
    code: "eo",
    greetings: ["(?:feliĉan|ĝojan|agrablan)"],
    names: { easter: "paskon", "12-24/12-25": "kristnaskon", "12-31/01-01": "novjaron", "12-15": "zamenhofan tagon" },
  },
];
