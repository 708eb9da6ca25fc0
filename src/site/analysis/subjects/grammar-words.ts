/**
 * Whether a word of a script without capitals is one of grammar, or an inflected form, of which no name is made: particles and verb endings of Japanese
 * (`している`, `続い`), single signs and words of grammar in Chinese (`他们`, `可以`), of Thai (`ที่`, `ของ`), verbs and bare particles of Korean (`있습니다`), helping verbs, prepositions and
 * words of set greetings and blessings in Arabic, Persian, Urdu, Hebrew, Hindi and Amharic (`شده است`, `صلى`).
 * What a segmenter cut out of a run of signs is known to be a whole word no better: in doubt it is of none.
 */
export function isGrammarWord(key: string): boolean {
  const word = key.normalize("NFC");
  // An inflected Japanese word ends in Hiragana, a particle has nothing else.
  if (/\p{Script=Hiragana}[\u30FC]?$/u.test(word)) return true;
  if (/^\p{Script=Han}$|^\p{Script=Katakana}$/u.test(word)) return true;
  if (/\p{Script=Hangul}/u.test(word)) return [...word].length < 2 || koreanVerb.test(word) || words.has(word);
  return words.has(word) || words.has(word.replace(arabicAnd, ""));
}

/** `and` and `so`, which Arabic writes together with the next word. */
const arabicAnd = /^[\u0648\u0641](?=\p{Script=Arabic}{2})/u;

/** Endings of Korean verbs and adjectives in a sentence, and particles that stand alone where a blank was lost. */
const koreanVerb =
  /(?:니다|니까|세요|어요|아요|해요|네요|지요|군요|했다|한다|하다|된다|됐다|되다|있다|없다|였다|이다|하는|하고|하며|하여|해서|했던|되는|되고|되어|있는|없는|있고|라고|다고|면서|지만|려고|도록|에서|에게|으로|까지|부터|에는|에도|와의|과의|대한|대해|위한|위해|따른|따라|통해|관련)$/u;

/** Words of grammar: pronouns, conjunctions, helping verbs, adverbs of time and degree. Traditional signs stand beside simplified ones. */
const words: ReadonlySet<string> = new Set(
  [
    "我们 我們 你们 你們 他们 他們 她们 她們 它们 它們 咱们 自己 大家 这个 這個 那个 那個 这些 這些 那些 这样 這樣 那样 那樣 这里 這裡 那里 那裡 什么 什麼 怎么 怎麼 为什么 為什麼 哪里 哪裡 因为 因為 所以 但是 可是 不过 不過 如果 虽然 雖然 而且 并且 並且 或者 还是 還是 以及 然后 然後 于是 於是 由于 由於 因此 关于 關於 对于 對於 根据 根據 通过 通過 按照 为了 為了 除了 可以 可能 能够 能夠 应该 應該 必须 必須 需要 没有 沒有 不是 不会 不會 不能 不要 已经 已經 正在 曾经 曾經 将会 將會 还有 還有 就是 只是 只有 都是 也是 是否 非常 比较 比較 更加 现在 現在 目前 今天 昨天 明天 今年 去年 今日 昨日 之后 之後 之前 以来 以來 以后 以後 以前 同时 同時 其中 其他 一些 一个 一個 一样 一樣 一起 进行 進行 表示 认为 認為 成为 成為 作为 作為 开始 開始 继续 繼續 出现 出現",
    "ที่ และ ใน ของ ได้ ว่า ให้ เป็น มี การ ความ จะ ไม่ ไป มา กับ แต่ ก็ นี้ นั้น จาก โดย เพื่อ แล้ว อยู่ ต้อง ซึ่ง หรือ ถ้า เมื่อ ถึง ต่อ คือ ยัง ทำ อีก เรา เขา ผม ฉัน คุณ ท่าน พวก กัน ด้วย ขึ้น ลง ออก เข้า แบบ ทั้ง ทุก หลาย บาง กว่า มาก นัก เลย ครับ ค่ะ คะ นะ จึง เพราะ ตาม ระหว่าง ผู้ สิ่ง อย่าง เช่น วัน วันนี้ เมื่อวาน พรุ่งนี้ ขณะ หลัง ก่อน ไว้ เคย กำลัง ถูก โดน ใคร อะไร ไหน ทำไม",
    "그리고 그러나 하지만 그래서 또는 또한 이번 오늘 어제 내일 지난 있는 없는 우리 저희 그것 이것 저것 때문에 대한 위한 통해 함께 모두 매우 정말 가장 다시 아직 이미 지금 현재",
    "في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين كان كانت يكون تكون قال قالت يقول لقد كل بعض بين بعد قبل عند حتى ثم لم لن ما هو هي هم نحن أنا أنت إن أن كما لكن منذ خلال حول ضد دون غير أي أيضا سواء أما حيث بها به له لها لهم فيها فيه فيكم منه منها عليه عليها عليهم عليكم عليك إليه منكم لكم لنا إذا إلا أجل كلمة بعنوان رابط مدة هناك أحد نريد بارك حفظه رحمه سلم صلى ورعاه ورحمة وبركاته والله والحمد سبحانه تعالى يجعلنا لما",
    "است شده شد شود می‌شود کرده کرد کند می‌کند کنند کردند خواهد دارد دارند داشت بود بوده باشد باید گفت اعلام افزود این آن برای همچنین نیز هم یک دو سه هر همه درباره بیش بین پس پیش تا حال ادامه داده داد دهد آورده گرفته گرفت ممکن بارها هزار میلیون میلیارد نفر را که از به با بر در تلاش دیده",
    "ہے ہیں تھا تھی تھے کی کا کے کو میں سے پر اور یہ وہ اس ان کیا گیا گئی گئے کر رہا رہی رہے ہو ہوگا لیے ساتھ تک بھی ہی نہیں تو جو کہ نے اپنے اپنی بعد آج",
    "של את על עם זה זאת זו הוא היא הם הן אני אנחנו לא כי אם גם רק כל כמו בין אחרי לפני היום אתמול מחר יש אין היה הייתה היו יהיה תהיה או אבל אך כדי ידי עוד כבר מאוד אחד אחת אשר שלא אותו אותה לאחר",
    "है हैं था थे थी की का के को में से पर और यह वह ये वे इस उस इन उन किया किए गया गई गए कर रहा रही रहे हो होगा होगी होंगे करने करना लिए साथ तक भी ही नहीं तो जो कि ने अपने अपनी अपना बाद पहले आज कल एक दो अब जब",
    "ነው ናቸው ነበር ነበሩ እና ላይ ውስጥ ግን ይህ ይህን ያለ ወደ እንደ ሆኖ ጋር በኋላ ዛሬ ነገ ሁሉ አንድ",
    "もの こと ため 今日 昨日 明日 今年 昨年 現在 場合",
  ].flatMap((row) => row.split(" ")),
);
