import type { Dating, Post } from "../../src/model/post.ts";
import { inferred, postWith, stated } from "../site/fixture.ts";

const quay = { key: "quay", name: "Quay Gazette", handle: "quay_gazette", identified: true };
const kran = { key: "kran", name: "Кран", handle: "kran_port", identified: true };

/** A post of the archive: `id` is filled up with noughts. */
export function said(id: string, language: string, text: string, dating: Dating, more: Partial<Post> = {}): Post {
  const channel = language === "ru" || language === "uk" ? kran : quay;
  return postWith({ id: id.padEnd(10, "0"), language, text, channel, dating, ...more });
}

/** An invented archive in fourteen languages: what a search of many scripts and tongues must tell apart. */
export const manyTongues: readonly Post[] = [
  said("enus", "en", "The US envoy met the mayor\n\nThey talked about 3,500 tonnes of grain.", stated("2025-02-03")),
  said("enusdots", "en", "A U.S. ship came in\n\nIts crew sent an e-mail.", stated("2025-02-05")),
  said(
    "enused",
    "en",
    "What the old crane was used for\n\nTell us by email, said the harbour master.",
    inferred("2025-02-08", 2),
  ),
  said("enlive", "en", "#Live from the pier: the harbour in fog", stated("2025-02-11"), { media: ["video"] }),
  said(
    "enkeycap",
    "en",
    "8️⃣0️⃣ years ago the mole was built 🇨🇭\n\nThe conference opened in a palace.",
    inferred("2025-02-20", 4),
    { media: ["photo"] },
  ),
  said("encode", "en", "Timetables are made by a program in C++\n\nThe older one was in C.", stated("2025-03-01"), {
    links: ["https://docs.ferry.example/a"],
  }),
  said("enfire", "en", "🔥 Warehouse alight near the old harbour bridge", stated("2025-03-02"), {
    forwardedFrom: "Pit News",
  }),
  said(
    "enhyph",
    "en",
    "A well-known ferry-master retires\n\nBritain-wide talks on co-operation follow.",
    stated("2025-03-04"),
  ),
  said("rupos", "ru", "Посол прибыл в порт\n\nПосла встретил Лавров. #Порт", stated("2025-02-04")),
  said("rupos2", "ru", "Послы двух стран\n\nО послах говорили после обеда.", inferred("2025-02-12", 3)),
  said("ruposle", "ru", "После дождя\n\nВсё ещё мокро, ёлка стоит.", stated("2025-02-13"), { media: ["photo"] }),
  said(
    "ruyamal",
    "ru",
    "Снег в Ямало-Ненецком округе\n\nВетер, 12 000 птиц и\u00A05\u00A0000 рыб.",
    stated("2025-02-14"),
  ),
  said("rugorod", "ru", "Города у моря\n\nВ городе праздник, горожане рады.", stated("2025-03-05"), {
    forwardedFrom: "Новости «Север»",
  }),
  said("uknich", "uk", "Кіт у порту\n\nБілого кота бачили вночі на руці моряка.", stated("2025-02-06")),
  said("ukkyiv", "uk", "Поїзд із Києва\n\nКиїв чекає на весну, об’єднання міст.", stated("2025-02-07")),
  said("armina", "ar", "الميناء الجديد\n\nوصلت السفينة إلى الميناء مساءً.", stated("2025-02-09")),
  said("arwazir", "ar", "قال الوزير إنّ المحادثات مستمرة\n\nفي 12 شباط", inferred("2025-02-10", 1)),
  said("fakesht", "fa", "کشتی‌های تازه\n\nكشتي به بندر رسید.", stated("2025-02-15")),
  said("faketab", "fa", "کتاب‌خانهٔ بندر\n\nکتابها در ۱۲ روز چیده شد.", stated("2025-02-16")),
  said("armasul", "ar", "المسؤوليّة على الرؤساء\n\nدفعوا مائة دينار، ولم يبق شيء.", stated("2025-02-25")),
  said("fami", "fa", "شهردار می‌خواهد کشتی بخرد\n\nمسئول اسکله رئیس نیست.", stated("2025-02-25")),
  said("fami2", "fa", "او نمی خواهد برود\n\nنامه ها و کشتی های کهنه", stated("2025-02-26")),
  said("hetsahal", "he", 'צה"ל פרסם הודעה\n\nבֵּית־סֵפֶר נפתח בנמל', stated("2025-02-26")),
  said("jagasu", "ja", "ｶﾞｽの供給\n\nコーヒーを運ぶ船", stated("2025-02-27")),
  said("hizamin", "hi", "ज़मीन पर काम\n\nसड़क खुली, डॉक्टर आए।", stated("2025-02-27")),
  said("ukobed", "uk", "Нове об`єднання рибалок\n\nП´ять човнів.", stated("2025-02-28")),
  said("defaehre", "de", "Neue Faehre nach Amrum\n\nDie Fähre für Gäste, sagte Frau Goethe.", stated("2025-02-28")),
  said("defaehr2", "de", "Eine Fähre mit Öl\n\nDie Lösung fand Müller.", stated("2025-03-01")),
  said("svangbat", "sv", "Ångbåten går från Malmö\n\nHamnen är öppen för båtar.", stated("2025-03-01")),
  said("nosjoe", "no", "Sjøen er rolig i Ålesund\n\nBåten går ikke.", stated("2025-03-01")),
  said("azelch", "az", "Səfir limana gəldi\n\nGəmilər yola düşdü.", stated("2025-03-02")),
  said("zhgang", "zh", "港口会谈\n\n外交部发言人说，会谈将继续。", stated("2025-02-17")),
  said("zhchuan", "zh", "新船到港\n\n船长感谢港口工人。 #港口", stated("2025-02-18")),
  said("kohang", "ko", "한국 항구\n\n정부 대변인이 회담을 알렸다.".normalize("NFD"), stated("2025-02-19")),
  said("destras", "de", "Neue Straße am Hafen\n\nDie Häfen der Küste, sagte Bürgermeister Groß.", stated("2025-02-21")),
  said(
    "dekonf",
    "de",
    "Konferenz im Schloss\n\nDie Konferenzen begannen früh. E-Mail an alle.",
    inferred("2025-02-22", 2),
  ),
  said("tristan", "tr", "İstanbul’da yeni iskele\n\nIğdır’dan gelen gemiler limanda.", stated("2025-02-23")),
  said("trisik", "tr", "IŞIKLAR AÇIK\n\nKıyıdaki ışık söndü.", stated("2025-02-24")),
];
