import { filled } from "../search/wording.ts";
import { type InterfaceLanguage, interfaceLanguages } from "./interface-languages.ts";

/*
 * What is said where the search asks a search engine. It stands apart from the tables of the languages, which go to the browser as a whole: a site
 * without such an engine has no use for it.
 */

/** The words about a search engine. `{host}`: where it is. */
export interface EngineTexts {
  /** For the page about the archive. */
  readonly asked: string;
  /** In brackets, within a sentence that says that the search could not be loaded. */
  readonly silent: string;
  /** The same, of an engine that answered with an error; `{reason}`: its own words. */
  readonly refused: string;
}

/** The words in a language of the interface; in English where it has no table. */
export function engineWords(language: string): EngineTexts {
  const { language: own } = new Intl.Locale(language);
  return tables[interfaceLanguages.find((each) => each === own) ?? "en"];
}

/** What a site says of the engine that its search asks. */
export function askedWords({ url }: { readonly url: string }, { locale }: { readonly locale: string }): string {
  return filled(engineWords(locale).asked, { host: new URL(url).host });
}

const tables: Readonly<Record<InterfaceLanguage, EngineTexts>> = {
  ar: {
    asked: "يجيب عن البحث الخادم {host}: يرسل متصفحك إليه كل ما تكتبه في صفحة البحث.",
    silent: "لا يجيب خادم البحث {host}؛ اضغط Enter للمحاولة مرة أخرى",
    refused: "أجاب خادم البحث {host} بخطأ: {reason}؛ اضغط Enter للمحاولة مرة أخرى",
  },
  de: {
    asked: "Suchen beantwortet der Server {host}: Ihr Browser sendet ihm, was Sie auf der Suchseite eingeben.",
    silent: "der Suchserver {host} antwortet nicht; mit der Eingabetaste versuchen Sie es noch einmal",
    refused: "der Suchserver {host} meldet einen Fehler: {reason}; mit der Eingabetaste versuchen Sie es noch einmal",
  },
  en: {
    asked: "Searches are answered by the server {host}: your browser sends it what you enter on the search page.",
    silent: "the search server {host} does not answer; press Enter to try again",
    refused: "the search server {host} answered with an error: {reason}; press Enter to try again",
  },
  es: {
    asked:
      "El servidor {host} responde a las búsquedas: su navegador le envía lo que escribe en la página de búsqueda.",
    silent: "el servidor de búsqueda {host} no responde; pulse Intro para volver a intentarlo",
    refused: "el servidor de búsqueda {host} respondió con un error: {reason}; pulse Intro para volver a intentarlo",
  },
  fa: {
    asked: "کارساز {host} به جستجوها پاسخ می‌دهد: مرورگر شما هر چه را در صفحهٔ جستجو می‌نویسید برای آن می‌فرستد.",
    silent: "کارساز جستجو {host} پاسخ نمی‌دهد؛ برای تلاش دوباره Enter را بزنید",
    refused: "کارساز جستجو {host} خطا داد: {reason}؛ برای تلاش دوباره Enter را بزنید",
  },
  fr: {
    asked:
      "Le serveur {host} répond aux recherches : votre navigateur lui envoie ce que vous saisissez sur la page de recherche.",
    silent: "le serveur de recherche {host} ne répond pas ; appuyez sur Entrée pour réessayer",
    refused: "le serveur de recherche {host} a répondu par une erreur : {reason} ; appuyez sur Entrée pour réessayer",
  },
  ru: {
    asked:
      "На поисковые запросы отвечает сервер {host}: браузер отправляет ему всё, что вы вводите на странице поиска.",
    silent: "поисковый сервер {host} не отвечает; нажмите Enter, чтобы повторить",
    refused: "поисковый сервер {host} сообщил об ошибке: {reason}; нажмите Enter, чтобы повторить",
  },
  uk: {
    asked: "На пошукові запити відповідає сервер {host}: браузер надсилає йому все, що ви вводите на сторінці пошуку.",
    silent: "пошуковий сервер {host} не відповідає; натисніть Enter, щоб спробувати ще раз",
    refused: "пошуковий сервер {host} повідомив про помилку: {reason}; натисніть Enter, щоб спробувати ще раз",
  },
};
