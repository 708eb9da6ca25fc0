import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { match } from "../../../src/site/client/match.ts";
import { searchBundles } from "../../../src/site/search/bundles.ts";
import { fold } from "../../../src/site/search/forms/fold.ts";
import { inflections } from "../../../src/site/search/forms/inflections.ts";
import { archiveOf, postWith } from "../fixture.ts";
import { opened } from "../opened-bundle.ts";

/**
 * For each language words with their forms, a row a word. Each form stands in a post of its own; each finds the posts of its row, and no other:
 * many rows are there because they look like another.
 */
const languages: Readonly<Record<string, string>> = {
  el: `
    γάιδαρος γαϊδάρου γάιδαρο γάιδαροι γαϊδάρων γαϊδάρους
    κυβέρνηση κυβέρνησης κυβερνήσεις κυβερνήσεων κυβερνήσεως
    πρόβλημα προβλήματος προβλήματα προβλημάτων
    λιμάνι λιμανιού λιμάνια λιμανιών
    χώρα χώρας χώρες
    χώρος χώρου χώροι χώρους
    φόρος φόρου φόροι
    φορά φοράς φορές
    γραμματέας γραμματέα γραμματείς
    πολιτικός πολιτική πολιτικής πολιτικό πολιτικές
    νερό νερού νερά
    μαθητής μαθητή μαθητές μαθητών
    στόλος στόλου στόλοι
    στολή στολές
    νόμος νόμου νόμοι νόμων
    νόμισμα νομίσματα
    μέρος μέρους
    μέρα μέρας μέρες`,
  hu: `
    baleset balesetben balesetek balesetet balesettel baleseti balesetekről balesetünk
    város városban városok városokban városért várossal
    vár várban várak
    hajó hajók hajón hajóval hajóinkat
    kikötő kikötőben kikötői kikötőket
    ember emberek embernek emberrel
    utca utcán utcák utcában
    utas utasok utasoknak
    áll
    állam államok államban államot
    állat állatok állatot
    kép képek
    képes képesek
    hír hírek hírt
    part parton partok`,
  nl: `
    haven havens
    boot boten
    bot botten
    huis huizen
    brief brieven
    maan manen
    man mannen
    schip schips
    kind kinderen
    stad stads
    straat straten straatje
    rood rode
    wit witte
    dag dagen
    boom bomen boompje
    bom bommen
    mens mensen
    men
    mark
    markt markten
    bank banken
    ban
    baan banen
    zaak zaken
    zak zakken
    lees
    les lessen
    baas bazen`,
  sv: `
    båt båten båtar båtarna båtens
    flicka flickan flickor flickorna flickas
    hus huset husen husets
    stad staden städer städerna
    äpple äpplet äpplen
    buss bussen bussar
    kort kortet
    bar barer
    barn barnen barnens`,
  da: `
    båd båden både bådene bådens
    havn havnen havne havnene
    hus huset huse husene
    bus bussen busser busserne
    pige pigen piger pigerne`,
  no: `
    båt båten båter båtene
    jente jenta jenter jentene
    hus huset husene
    havn havnen havner`,
  ca: `
    llibre llibres
    casa cases
    cas casos
    biblioteca biblioteques
    plaça places
    platja platges
    camió camions
    gos gossos
    peix peixos
    ciutat ciutats
    germà germans
    vaixell vaixells
    detingut detinguts`,
  ro: `
    oraș orașul orașului orașe orașele orașelor
    carte cartea cărții cărți cărțile cărților
    casă casa case casei casele caselor
    student studentul studenți studenților
    port portul porturi porturile`,
  bg: `
    град градът града градове градовете
    жена жената жени жените
    село селото села селата
    пристанище пристанището пристанища
    кораб корабът кораби корабите
    път пътят пътища
    войник войници войникът
    война войни войната`,
  mk: `
    град градот градови градовите
    жена жената жени жените
    пристаниште пристаништето пристаништа`,
  lt: `
    miestas miesto miestui miestą mieste miestai miestų miestuose
    gatvė gatvės gatvę gatvėje gatvių
    laivas laivo laivai laivams`,
  lv: `
    kuģis kuģa kuģi kuģiem
    osta ostas ostā ostu
    pilsēta pilsētas pilsētā pilsētu pilsētām`,
  sk: `
    prístav prístavu prístave prístavov prístavom
    mesto mesta mestu
    loď lode`,
  hr: `
    grad grada gradu gradom gradovi gradova gradovima
    brod broda brodovi brodova
    luka luke`,
  fi: `
    talo talon taloa talossa talot taloissa talojen
    kaupunki kaupungin kaupungissa kaupungit kaupungista
    satama sataman satamassa satamat satamaan
    laiva laivat laivan laivassa laivoja
    suomalainen suomalaisen suomalaiset
    päätös päätöksen päätökset
    tasku taskun taskussa`,
  et: `
    sadam sadama sadamas sadamad sadamast
    laev laeva laevad laevas laevade
    linn linna linnas linnad linnade
    raamat raamatu raamatud raamatus`,
  tr: `
    kitap kitabı kitaplar kitapta kitabın
    gemi gemide gemiler gemileri gemilerin gemilerden
    liman limanda limanlar limana limandan
    okul okulda okullar okulumuz
    çocuk çocuğu çocuklar çocuklardan
    limon limonlar
    ada adada adalar adası
    adam adamlar adamın adama
    kale kaleler kaleden
    kalem kalemler kalemi
    kar karlar
    karar kararlar kararı`,
  az: `
    məktəb məktəbdə məktəblər məktəbin məktəblərdə
    uşaq uşağı uşaqlar uşaqların
    gəmi gəmidə gəmilər gəmilərin
    liman limanda limanlar`,
  uz: `
    maktab maktabda maktablar maktablarda maktabning maktabimiz maktablarimizdan
    shahar shaharda shaharlar shahardan
    qo‘shni qo‘shnilar qo‘shnilarning
    kitob kitobni kitoblar kitobi
    quloq qulog‘i
    oda odada odalar
    odam odamlar odamlarning odami
    qish qishda
    qishloq qishloqda qishlog‘i
    bola bolalar bolaga
    мактаб мактабда мактаблар`,
  tk: `
    mekdep mekdepde mekdepler mekdebi
    şäher şäherde şäherler`,
  kk: `
    мектеп мектепте мектептер мектебі мектептің
    қала қалада қалалар қаланың қаладан
    кеме кемеде кемелер
    кітап кітабы кітаптар`,
  ky: `
    мектеп мектепте мектептер мектептин
    шаар шаарда шаарлар шаардын`,
  tt: `
    мәктәп мәктәптә мәктәпләр мәктәбе
    шәһәр шәһәрдә шәһәрләр`,
  mn: `
    хот хотын хотод
    сургууль сургуульд сургуулийн`,
  tg: `
    китоб китобҳо китобҳои китобро
    шаҳр шаҳрҳо шаҳри`,
  ka: `
    სახლი სახლში სახლის სახლები სახლებში სახლიდან
    თბილისი თბილისში თბილისის
    მთავრობა მთავრობის მთავრობამ მთავრობას
    ქალაქი ქალაქის ქალაქებში ქალაქიდან
    გემი გემის გემები`,
  hy: `
    քաղաք քաղաքը քաղաքի քաղաքում քաղաքներ քաղաքներից
    նավ նավը նավեր նավերի
    նավահանգիստ նավահանգիստը`,
  hi: `
    किताब किताबें किताबों
    लड़का लड़के लड़कों
    नदी नदियाँ नदियों
    राज
    राजा राजाओं`,
  ne: `
    शहर शहरमा शहरको शहरहरू शहरहरूमा
    किताब किताबहरू`,
  mr: `
    घर घरात घराला घराच्या
    शहर शहरात शहराचे`,
  bn: `
    গ্রাম গ্রামে গ্রামের গ্রামগুলো গ্রামগুলোতে
    নদী নদীর নদীতে
    বই বইয়ের বইটি
    ছাত্র ছাত্ররা ছাত্রদের`,
  ta: `
    நகரம் நகரத்தில் நகரங்கள் நகரங்களில்
    ஊர் ஊரில்`,
  sq: `
    qytet qyteti qytetit qytete qytetet qyteteve
    vajzë vajza vajzës vajzat
    anije anija anijet`,
  eu: `
    liburu liburua liburuak liburuan liburuaren liburuekin
    etxe etxea etxeak etxean
    portu portua portuko`,
  sw: `
    mtoto watoto
    kitabu vitabu
    mji miji
    bandari bandarini`,
  id: "kapal kapalnya\n pelabuhan pelabuhannya",
  de: `
    Hafen Hafens Häfen
    Konferenz Konferenzen
    Haus Hauses Häuser Häusern`,
  af: `
    hawe hawens
    skip skips`,
  es: `
    barco barcos
    ciudad ciudades
    canción canciones`,
  pt: `
    navio navios
    cidade cidades`,
  gl: `
    barco barcos
    cidade cidades`,
  it: `
    porto porti
    nave navi`,
  pl: `
    port portu porty portem
    miasto miasta miastem`,
  cs: `
    přístav přístavu přístavem přístavy
    město města městem`,
  sl: `
    mesto mesta mestu
    ladja ladje ladjo`,
  gu: `
    શહેર શહેરમાં શહેરના
    ગામ ગામમાં ગામથી`,
  ba: `
    мәктәп мәктәптә мәктәптәр
    ҡала ҡалала ҡалалар`,
  ku: `
    welat welatê welatan
    gemî gemiya`,
  fr: `
    journal journaux
    bateau bateaux
    port ports`,
};

test.each(
  Object.entries(languages),
)("%s: each form of a word finds all its forms, and no other word", async (language, rows) => {
  const words = rows
    .trim()
    .split("\n")
    .map((row) => row.trim().split(" "));
  const posts = words
    .flatMap((row, number) => row.map((text) => ({ text, number })))
    .map((post, place) => ({ ...post, id: `p${place}`.padEnd(10, "0") }));
  const made = archiveOf(posts.map(({ id, text }) => postWith({ id, text: `${text} 77`, language })));
  const among = searchBundles(made).map(opened);
  const textOf = async (post: number): Promise<string> => (await among[0]?.text(post))?.text.replace(" 77", "") ?? "";
  const found: (readonly string[])[] = [];
  for (const { text } of posts) {
    const { scores } = await match(among, `${text} 77`);
    found.push((await Promise.all([...(scores?.[0]?.keys() ?? [])].map(textOf))).toSorted());
  }
  const rowOf = (number: number): readonly string[] => (words[number] ?? []).toSorted();
  expect(posts.map(({ text }, place) => `${text}: ${found[place]?.join(" ")}`)).toEqual(
    posts.map(({ text, number }) => `${text}: ${rowOf(number).join(" ")}`),
  );
});

const readme = readFileSync(join(import.meta.dirname, "..", "..", "..", "README.md"), "utf8");

test.each(Object.keys(inflections))("%s is named in the README, and has words here", (code) => {
  const same: Readonly<Record<string, string>> = { nb: "no", nn: "no", bs: "hr", sr: "hr", ms: "id" };
  expect(Object.keys(languages)).toContain(same[code] ?? code);
  const ours: Readonly<Record<string, string>> = { ku: "Kurmanji", bn: "Bengali" };
  const name = new Intl.DisplayNames("en", { type: "language" }).of(code)?.split(" ")[0];
  expect(readme).toContain(ours[code] ?? name);
});

test("every ending is written as words are folded", () => {
  for (const { endings, beginnings = "" } of Object.values(inflections)) {
    for (const affix of `${endings} ${beginnings}`.split(/[ |>]+/u)) expect(fold(affix)).toBe(affix);
  }
});
