import { evidenceOf } from "../../src/dating/expressions/evidence.ts";

const cases: [string, string][] = [
  [
    "de",
    "Diese Woche wird voll:\n\nDi, 18.3., 19 Uhr – Plenum im Eine-Welt-Haus\nDo, 20.3., 17 Uhr – Plakate malen\nSa, 22.3., 10 bis 13 Uhr",
  ],
  ["de", "– 12 Ordner:innen (Einweisung am 9.4.)"],
  ["de", "Erinnerung: Morgen, Mittwoch, 18 Uhr Einweisung"],
  ["de", "So 5 Leute kamen. Di 3 Euro. Mittwoch 18 Uhr. Samstag, 22. ist frei. Am Samstag, 22., ist frei."],
  [
    "pt",
    "Atenção: nesta quarta-feira (26) a Rua Sete será interditada das 9h às 16h. De sexta (28/2), a partir das 18h. Domingo 9h. Sábado 30 ônibus.",
  ],
  ["pt", "O presidente disse nesta terça-feira (4) que vai viajar na quinta, 6."],
  ["id", "Presiden mengatakan pada Selasa (12/2) bahwa harga akan turun, Rabu (13/2/2025) kemarin."],
  ["vi", "Nhận việc ngay thứ Năm 10/7. Phỏng vấn Chủ nhật 13/7/2025. Thứ Hai 3/4 số người"],
  ["it", "Ci vediamo giovedì 9. La caldaia. Sabato 10-12 aperto. Domenica 8, 20:30"],
  ["ko", "토요일(13일) 야구 중계 때문에 3화는 밤 10시로 밀림. 13일(토) 개막. 5월 13일(토) 개막"],
  ["ru", "Сб 14.06 в 19:00 концерт. В пятницу, 15-го, собрание. в субботу 15 человек. Пт 10.30 утра"],
  ["en", "Release on Thursday the 8th. Friday 13 people. Sat 9-5. Tuesday 4/12 or Monday 14/3."],
  ["es", "El jueves 3/2 a las 10. Viernes 12. Martes y 13 pesos; el domingo 27 a las 9:00"],
  ["pl", "w czwartek (20) spotkanie, pt. 21.03. o 18"],
  ["hi", "परीक्षा: रविवार (16) को"],
];
for (const [l, t] of cases)
  console.log(
    l,
    evidenceOf(t, l)
      .map(
        (e) =>
          `${e.kind} ${JSON.stringify(e.expression.kind === "days" ? { d: e.expression.anyMonth ?? e.expression.first, w: e.expression.weekday } : e.expression.weekday)} «${e.words}»`,
      )
      .join(" | "),
  );
console.log("----");
const more: [string,string][] = [
["pt","O resultado sai no dia 12. Pagamento até dia 5/3. No dia 8 de março. Todo dia 10.000 pessoas. bom dia 3 amigos"],
["vi","Hạn cuối ngày 12. Ngày 4 tháng 2 họp. 3 ngày nữa"],
["ko","정부는 12일 밝혔다. 3일 동안 쉰다. 10일 만에 재개. 5월 13일 개막. 2박 3일 여행, 1일 1회, 지난 4일 발표"],
["ja","首相は12日、発表した。3日間の日程。5月3日に。13日(金)に公開。1日3回"],
["zh","外交部发言人12日表示，3日内完成。5月3日和9日。"],
["ru","Зарплата до 15 числа. Завтра, 29-го: овощи. чтобы 31-го без сюрпризов. 31-го полка"],
["en","I'm off until the 2nd. By the 15th of this month. On the 14th century wall."],
["id","Pendaftaran ditutup tanggal 20. tanggal 12/3"],
["hu","A találkozó 15-én lesz. március 15-én ünnep"],
["th","ประชุมวันที่ 12 นี้"],
["fr","Rendez-vous le 12. Le 3 mars. le 12 janvier"],
];
for (const [l,t] of more) console.log(l, evidenceOf(t,l).map(e=>`${e.kind} ${JSON.stringify(e.expression.kind==="days"?{d:e.expression.anyMonth??e.expression.first,w:e.expression.weekday}:e.expression.weekday)} «${e.words}»`).join(" | "));
