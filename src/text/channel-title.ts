/** Beginnings of the word for a channel, in the languages that Telegram's channels are written in; some change the end. */
const channelStems =
  "channel kanal kanał kanál canal canai chaîne kanaal csatorn kanav kanāl chaneli idhaa rásin kanaali канал арна суваг κανάλι καναλιού قناة قناه القناة کانال چینل کەناڵ ערוץ चैनल च्यानल চ্যানেল சேனல் ఛానెల్ ചാനൽ ಚಾನೆಲ್ ચેનલ ਚੈਨਲ ช่อง ຊ່ອງ ឆានែល ချန်နယ် kênh 채널 チャンネル チャネル 频道 頻道 saluran ቻናል არხ ալիք".split(
    " ",
  );

const telegramWord =
  /telegram|телеграм|тэлеграм|тг|τηλεγραφ|تلگرام|تل[ي]?[جغ]رام|تيل[ي]?[جغ]رام|ٹیلی ?گرام|تێلێگرام|טלגרם|टेलीग्राम|टेलिग्राम|টেলিগ্রাম|டெலிகிராம்|టెలిగ్రామ్|ടെലിഗ്രാം|เทเลแกรม|텔레그램|テレグラム|电报|電報|ቴሌግራም|ტელეგრამ|տելեգրամ/iu;

/** Short words that stand around those, where scripts have no large letters to tell: `from`, `in`, `the`. */
const joiningWords = new Set("من في عن على از در به של ב מ מתוך מן से का की के থেকে من‌ 来自 來自 จาก".split(" "));

const quotes = /^[\s:：|–—«»„“”"'‘’「」『』《》-]+|[\s:：|–—«»„“”"'‘’「」『』《》-]+$/gu;

/** No title is longer, in UTF-16 units. */
const longest = 120;

/** Words that say that a title is that of a Telegram channel, before the name or behind it; no more stand there. */
const mostWords = 6;

/**
 * The name in a title that says whose page it is; nothing where it says no more than a name.
 *
 *     From the Telegram channel Harbour Post
 *                               ^^^^^^^^^^^^
 *     Liman Postası | Telegram kanalı
 *     ^^^^^^^^^^^^^
 */
export function nameInTitle(title: string): string | undefined {
  if (title.length > longest || !telegramWord.test(title)) return undefined;
  const words = title
    .trim()
    .replace(/(?<=[:：「«《])(?=\S)|(?=[「«《])/gu, " ")
    .split(/\s+/u);
  const lead = saidBy(words);
  const tail = lead > 0 ? 0 : saidBy(words.toReversed());
  const rest = lead > 0 ? words.slice(lead) : words.slice(0, words.length - tail);
  const name = rest.join(" ").replace(quotes, "");
  const isApart = lead > 0 || /[|–—:：»”」』》-]$/u.test(rest.join(" "));
  // `Subscribe to our` stands before the words for a channel, too.
  const isOpen = !isApart && /\s\p{Ll}{1,4}$/u.test(name);
  return lead + tail > 0 && !isOpen && canBeName(name) ? name : undefined;
}

/** No sentence: a name begins large. */
function canBeName(words: string): boolean {
  const isWhole = words.length > 1 && /\p{L}/u.test(words) && !/[.!?…。！？]$/u.test(words);
  return isWhole && /^[\p{Lu}\p{Lt}\p{Lo}\p{N}@]/u.test(words);
}

/** How many of the first words say that this is a channel of Telegram; 0 where they do not say both. */
function saidBy(words: readonly string[]): number {
  let [hasTelegram, hasChannel, last] = [false, false, 0];
  for (const [at, word] of words.slice(0, mostWords).entries()) {
    const own = word.toLowerCase().normalize("NFC");
    const isTelegram = telegramWord.test(own);
    const bare = own.replace(/^[^\p{L}]+/u, "");
    const isChannel = channelStems.some(
      (stem) => bare.startsWith(stem) || (isTelegram && own.includes(stem)) || bare.replace(/^(?:ال|ה)/u, "") === stem,
    );
    if (isTelegram || isChannel) {
      hasTelegram ||= isTelegram;
      hasChannel ||= isChannel;
      last = at + 1;
      // Behind a colon or an opening quotation mark stands the name.
      if (hasTelegram && hasChannel && /[:：]$/u.test(word)) break;
    } else if (!isJoining(word, at === 0)) break;
  }
  return hasTelegram && hasChannel ? last : 0;
}

/** Whether a word can stand before or between those for Telegram and a channel: short and written small, or the first. */
function isJoining(word: string, isFirst: boolean): boolean {
  if (joiningWords.has(word) || /^[|–—:-]$/u.test(word)) return true;
  return new RegExp(isFirst ? "^\\p{L}\\p{Ll}{0,4}['’]?$" : "^\\p{Ll}{1,4}['’]?$", "u").test(word);
}

/** Whether words hold one for a channel, in any of the languages. */
export function namesChannel(words: string): boolean {
  if (words.length > longestSearched) return false;
  return words
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => channelStems.some((stem) => word.startsWith(stem)));
}

const longestSearched = 400;
