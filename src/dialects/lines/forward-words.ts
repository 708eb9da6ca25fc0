import { literalPattern } from "../../text/literal.ts";
import type { Mark } from "./marks.ts";

/** What Telegram's apps print before the name of whom a post was forwarded from, in languages in which the name follows; English is a mark of its own. */
const forwardWords: readonly string[] = [
  ...["Repost from", "Репост из"],
  ...["Переслано от", "Переслано из", "Переслано с", "Переслано від", "Переслано з", "Пераслана ад", "Пераслана з"],
  ...["Weitergeleitet von", "Weitergeleitet aus"],
  ...["Reenviado de", "Reenviado desde", "Reenviada de", "Mensaje reenviado de", "Reenviat de", "Reenviat des de"],
  ...[
    "Transféré de",
    "Transférée de",
    "Transféré depuis",
    "Message transféré de",
    "Inoltrato da",
    "Messaggio inoltrato da",
  ],
  ...["Encaminhado de", "Encaminhada de", "Encaminhado por", "Encaminhada por", "Mensagem encaminhada de"],
  ...["Reencaminhado de", "Reencaminhada de", "Mensagem reencaminhada de"],
  ...["Redirecționat de la", "Redirecţionat de la", "Redirecționată de la", "Retrimis de la"],
  ...["Doorgestuurd van", "Doorgestuurd vanuit", "Doorgestuurd door"],
  ...["Vidarebefordrat från", "Vidarebefordrad från", "Videresendt fra", "Videresendt frå"],
  ...["Välitetty käyttäjältä", "Välitetty kanavalta", "Välitetty lähettäjältä"],
  ...["Przekazano od", "Przekazane od", "Przekazana od", "Przekazano z", "Przesłano dalej od"],
  ...["Přeposláno od", "Přeposláno z", "Přeposlaná zpráva od", "Preposlané od", "Preposlané z", "Preposlaná správa od"],
  ...["Proslijeđeno od", "Proslijeđeno iz", "Prosleđeno od", "Prosleđeno iz", "Прослеђено од", "Прослеђено из"],
  ...["Posredovano od", "Препратено от", "Препратено од", "Persiųsta iš", "Pārsūtīts no", "Përcjellë nga"],
  ...["Προωθημένο από", "Προωθήθηκε από", "Προωθημένο μήνυμα από", "Továbbítva tőle", "Továbbítva innen"],
  ...["Diteruskan dari", "Pesan diteruskan dari", "Dimajukan dari", "Dimajukan daripada"],
  ...["Chuyển tiếp từ", "Đã chuyển tiếp từ", "Được chuyển tiếp từ"],
  ...["هدایت شده از", "هدایت‌شده از", "بازارسال از", "بازارسال شده از", "بازارسال‌شده از", "فوروارد شده از"],
  ...["تمت إعادة توجيهها من", "تمت إعادة التوجيه من", "أعيد توجيهها من", "معاد توجيهها من", "مُعاد توجيهها من"],
  ...["محولة من", "محوّلة من", "הועבר מאת", "הועברה מאת"],
];

/** The same where no blank needs to part words and name. */
const gluedWords: readonly string[] = ["转发自", "轉發自", "轉寄自", "転送元"];

/** These words inside a pattern with the flag `u`, with what may stand between them and the name. */
export const wordsBeforeName = `(?:(?:${forwardWords.map(literalPattern).join("|")})(?::\\s*|\\s+)|(?:${gluedWords.join("|")})[:：]?\\s*)`;

/** The words alone, whose name an extractor put on the next line. */
const alone = new RegExp(`^(?:${[...forwardWords, ...gluedWords].map(literalPattern).join("|")})[:：]?$`, "u");

/** A line that tells in a language of the table whom a post was forwarded from. */
const forwardLine = new RegExp(`^${wordsBeforeName}(?<name>\\S.*)$`, "u");

/** No title of a channel is longer, in UTF-16 units; of a sentence, more words follow. */
const longestName = 64;
const mostWords = 8;

/** Whether a line is the words for a forward alone, the name of whom it is from to follow: `Encaminhada de` */
export function isForwardAlone(line: string): boolean {
  return line.length <= longestName && alone.test(line.trim());
}

/** Whether a line is the words for a forward and a name: `Encaminhado de Porto News`. A sentence that begins so goes on, in small letters or with a stop. */
export function isForwardLine(line: string): boolean {
  if (line.length > longestName * 2) return false;
  const name = forwardLine.exec(line.trim())?.groups?.name ?? "";
  return isSourceName(name) && !/,\s/u.test(name);
}

/** Whether words can be the name of whom a post is forwarded from, below the words for that: `Quay Street, 15` is no sentence there. */
export function isSourceName(words: string): boolean {
  if (words === "" || words.length > longestName || words.split(/\s+/u).length > mostWords) return false;
  return !/^\p{Ll}/u.test(words) && !/[.!?…:;,。！？؟،]$|[.!?;…]\s/u.test(words);
}

/** The mark that such a line is where it opens a post: the page shows that, the line alone does not. */
export const foreignForward: Mark = {
  name: "forwarded",
  pattern: forwardLine,
  example: "Encaminhado de Porto News",
};
