import type { Post } from "../../src/model/post.ts";
import { inferred, postWith, stated } from "../site/fixture.ts";

const quay = { key: "quay", name: "Quay Gazette", handle: "quay_gazette", identified: true };
const kran = { key: "kran", name: "Кран", handle: "kran_port", identified: true };

function said(id: string, language: string, text: string, more: Partial<Post> = {}): Post {
  return postWith({ id: id.padEnd(10, "0"), language, text, channel: quay, ...more });
}

/** An invented archive in nine languages: what a search of many scripts and tongues must tell apart. */
export const manyTongues: readonly Post[] = [
  said("enus", "en", "The US envoy met the mayor\n\nThey talked about 3,500 tonnes of grain.", {
    dating: stated("2025-02-03"),
  }),
  said("enusdots", "en", "A U.S. ship came in\n\nIts crew sent an e-mail.", { dating: stated("2025-02-05") }),
  said("enused", "en", "What the old crane was used for\n\nTell us by email, said the harbour master.", {
    dating: inferred("2025-02-08", 2),
  }),
  said("enlive", "en", "#Live from the pier: the harbour in fog", { media: ["video"], dating: stated("2025-02-11") }),
  said("enkeycap", "en", "8️⃣0️⃣ years ago the mole was built 🇨🇭\n\nThe conference opened in a palace.", {
    media: ["photo"],
    dating: inferred("2025-02-20", 4),
  }),
  said("encode", "en", "Timetables are made by a program in C++\n\nThe older one was in C.", {
    links: ["https://docs.ferry.example/a"],
    dating: stated("2025-03-01"),
  }),
  said("enfire", "en", "🔥 Warehouse alight near the old harbour bridge", {
    forwardedFrom: "Pit News",
    dating: stated("2025-03-02"),
  }),
  said("enhyph", "en", "A well-known ferry-master retires\n\nBritain-wide talks on co-operation follow.", {
    dating: stated("2025-03-04"),
  }),
  said("rupos", "ru", "Посол прибыл в порт\n\nПосла встретил Лавров. #Порт", {
    channel: kran,
    dating: stated("2025-02-04"),
  }),
  said("rupos2", "ru", "Послы двух стран\n\nО послах говорили после обеда.", {
    channel: kran,
    dating: inferred("2025-02-12", 3),
  }),
  said("ruposle", "ru", "После дождя\n\nВсё ещё мокро, ёлка стоит.", {
    channel: kran,
    media: ["photo"],
    dating: stated("2025-02-13"),
  }),
  said("ruyamal", "ru", "Снег в Ямало-Ненецком округе\n\nВетер, 12 000 птиц и\u00A05\u00A0000 рыб.", {
    channel: kran,
    dating: stated("2025-02-14"),
  }),
  said("rugorod", "ru", "Города у моря\n\nВ городе праздник, горожане рады.", {
    channel: kran,
    forwardedFrom: "Новости «Север»",
    dating: stated("2025-03-05"),
  }),
  said("uknich", "uk", "Кіт у порту\n\nБілого кота бачили вночі на руці моряка.", {
    channel: kran,
    dating: stated("2025-02-06"),
  }),
  said("ukkyiv", "uk", "Поїзд із Києва\n\nКиїв чекає на весну, об’єднання міст.", {
    channel: kran,
    dating: stated("2025-02-07"),
  }),
  said("armina", "ar", "الميناء الجديد\n\nوصلت السفينة إلى الميناء مساءً.", { dating: stated("2025-02-09") }),
  said("arwazir", "ar", "قال الوزير إنّ المحادثات مستمرة\n\nفي 12 شباط", { dating: inferred("2025-02-10", 1) }),
  said("fakesht", "fa", "کشتی‌های تازه\n\nكشتي به بندر رسید.", { dating: stated("2025-02-15") }),
  said("faketab", "fa", "کتاب‌خانهٔ بندر\n\nکتابها در ۱۲ روز چیده شد.", { dating: stated("2025-02-16") }),
  said("zhgang", "zh", "港口会谈\n\n外交部发言人说，会谈将继续。", { dating: stated("2025-02-17") }),
  said("zhchuan", "zh", "新船到港\n\n船长感谢港口工人。 #港口", { dating: stated("2025-02-18") }),
  said("kohang", "ko", "한국 항구\n\n정부 대변인이 회담을 알렸다.".normalize("NFD"), { dating: stated("2025-02-19") }),
  said("destras", "de", "Neue Straße am Hafen\n\nDie Häfen der Küste, sagte Bürgermeister Groß.", {
    dating: stated("2025-02-21"),
  }),
  said("dekonf", "de", "Konferenz im Schloss\n\nDie Konferenzen begannen früh. E-Mail an alle.", {
    dating: inferred("2025-02-22", 2),
  }),
  said("tristan", "tr", "İstanbul’da yeni iskele\n\nIğdır’dan gelen gemiler limanda.", {
    dating: stated("2025-02-23"),
  }),
  said("trisik", "tr", "IŞIKLAR AÇIK\n\nKıyıdaki ışık söndü.", { dating: stated("2025-02-24") }),
];
