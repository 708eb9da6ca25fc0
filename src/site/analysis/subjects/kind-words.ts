import type { NamedKind } from "./kind.ts";

/**
 * Words inside or before names that tell what is named, by language: titles of persons, and what organisations, places and events are called. A word
 * with `*` is a name also where it stands alone, such as a country's only congress; any other alone is the rest of a longer name.
 */
export const kindWords: Readonly<Record<string, Readonly<Record<NamedKind, string>>>> = {
  en: {
    person:
      "president minister chancellor premier senator governor mayor ambassador secretary spokesman spokeswoman spokesperson judge justice king queen prince princess pope bishop archbishop patriarch rabbi imam sheikh general admiral colonel major captain lieutenant sergeant marshal commander professor doctor dr mr mrs ms sir lord lady director chairman chairwoman chairperson deputy commissioner representative congressman congresswoman inspector detective sheriff sultan emir comrade speaker pm mp mps ceo cfo vp",
    organisation:
      "ministry agency bank university college academy institute school hospital council committee commission commissariat *parliament *congress *senate assembly court tribunal party army navy police forces corps bureau department office authority administration association society foundation company corporation group club league church movement front brigade battalion regiment times post news radio television airlines railways",
    place:
      "city town village district county region province oblast krai republic island islands peninsula river lake sea ocean gulf bay strait canal mountain mountains mount valley desert forest park street road avenue square bridge airport port station hill coast east west north south territory territories embankment",
    event:
      "war battle siege uprising revolution summit conference forum olympics games festival championship cup election elections referendum holocaust anniversary day days week marathon parade exhibition expo",
  },
  de: {
    person:
      "präsident präsidentin bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin minister ministerin ministerpräsident ministerpräsidentin staatssekretär senator senatorin bürgermeister bürgermeisterin botschafter botschafterin general oberst richter richterin professor professorin dr herr frau könig königin prinz prinzessin papst bischof direktor direktorin sprecher sprecherin abgeordneter abgeordnete vorsitzender vorsitzende",
    organisation:
      "ministerium behörde bank universität hochschule akademie institut schule krankenhaus rat ausschuss kommission *bundestag *landtag *bundesrat parlament gericht partei fraktion armee polizei amt verband verein gesellschaft stiftung konzern gruppe kirche bewegung zeitung regierung gewerkschaft",
    place:
      "stadt dorf landkreis kreis bezirk region provinz insel inseln halbinsel fluss see meer ozean golf bucht kanal gebirge berg tal wüste wald park straße platz brücke flughafen hafen bahnhof osten westen",
    event:
      "krieg schlacht aufstand revolution gipfel konferenz forum festspiele fest meisterschaft pokal wahl tag messe",
  },
  fr: {
    person:
      "président présidente ministre chancelier sénateur sénatrice gouverneur maire ambassadeur ambassadrice secrétaire juge roi reine prince princesse pape évêque général colonel capitaine professeur docteur dr m. mme directeur directrice député députée",
    organisation:
      "ministère agence banque université académie institut école hôpital conseil comité commission *parlement *sénat assemblée cour tribunal parti armée police bureau département association société fondation compagnie groupe club ligue église mouvement journal syndicat",
    place:
      "ville village district comté région province république île îles péninsule rivière fleuve lac mer océan golfe baie détroit canal mont montagne vallée désert forêt parc rue avenue place pont aéroport port gare orient",
    event:
      "guerre bataille siège révolution sommet conférence forum jeux festival championnat coupe élection élections journée",
  },
  es: {
    person:
      "presidente presidenta ministro ministra canciller senador senadora gobernador gobernadora alcalde alcaldesa embajador embajadora secretario secretaria juez jueza rey reina príncipe princesa papa obispo general coronel capitán profesor profesora doctor doctora dr sr sra don doña director directora diputado diputada",
    organisation:
      "ministerio agencia banco universidad academia instituto escuela hospital consejo comité comisión *parlamento *congreso *senado asamblea corte tribunal partido ejército policía oficina departamento asociación sociedad fundación compañía grupo club liga iglesia movimiento sindicato",
    place:
      "ciudad pueblo distrito condado región provincia república isla islas península río lago mar océano golfo bahía estrecho canal monte montaña valle desierto bosque parque calle avenida plaza puente aeropuerto puerto estación oriente",
    event:
      "guerra batalla sitio revolución cumbre conferencia foro juegos festival campeonato copa elección elecciones día",
  },
  it: {
    person:
      "presidente ministro ministra cancelliere senatore senatrice governatore sindaco sindaca ambasciatore ambasciatrice segretario segretaria giudice re regina principe principessa papa vescovo generale colonnello capitano professore professoressa dottore dottoressa dr sig. direttore direttrice deputato deputata",
    organisation:
      "ministero agenzia banca università accademia istituto scuola ospedale consiglio comitato commissione *parlamento *senato assemblea corte tribunale partito esercito polizia ufficio dipartimento associazione società fondazione compagnia gruppo club lega chiesa movimento sindacato",
    place:
      "città villaggio distretto contea regione provincia repubblica isola isole penisola fiume lago mare oceano golfo baia stretto canale monte montagna valle deserto foresta parco via viale piazza ponte aeroporto porto stazione oriente",
    event:
      "guerra battaglia assedio rivoluzione vertice conferenza forum giochi festival campionato coppa elezione elezioni giornata",
  },
  pt: {
    person:
      "presidente ministro ministra chanceler senador senadora governador governadora prefeito prefeita embaixador embaixadora secretário secretária juiz juíza rei rainha príncipe princesa papa bispo general coronel capitão professor professora doutor doutora dr sr sra dom dona diretor diretora deputado deputada",
    organisation:
      "ministério agência banco universidade academia instituto escola hospital conselho comitê comissão *parlamento *congresso *senado assembleia corte tribunal partido exército polícia escritório departamento associação sociedade fundação companhia grupo clube liga igreja movimento sindicato",
    place:
      "cidade aldeia distrito condado região província república ilha ilhas península rio lago mar oceano golfo baía estreito canal monte montanha vale deserto floresta parque rua avenida praça ponte aeroporto porto estação oriente",
    event:
      "guerra batalha cerco revolução cúpula conferência fórum jogos festival campeonato copa eleição eleições dia",
  },
  ru: {
    person:
      "президент министр премьер канцлер сенатор губернатор мэр посол секретарь постпред спикер судья король королева принц принцесса папа епископ архиепископ патриарх митрополит генерал адмирал полковник майор капитан лейтенант маршал профессор доктор директор председатель депутат товарищ",
    organisation:
      "министерство агентство банк университет академия институт школа больница совет комитет комиссия *госдума дума парламент *конгресс *сенат ассамблея суд трибунал партия армия флот полиция войска корпус бюро департамент управление администрация ассоциация общество фонд компания корпорация группа клуб лига церковь движение бригада батальон полк газета профсоюз",
    place:
      "город село деревня поселок район округ область край республика остров острова полуостров река озеро море океан залив пролив канал гора горы долина пустыня лес парк улица проспект площадь мост аэропорт порт станция восток запад",
    event:
      "война битва блокада осада восстание революция саммит конференция форум олимпиада игры фестиваль чемпионат кубок выборы референдум холокост годовщина день парад выставка",
  },
  uk: {
    person:
      "президент міністр прем'єр канцлер сенатор губернатор мер посол секретар речник спікер суддя король королева принц принцеса папа єпископ патріарх митрополит генерал адмірал полковник майор капітан лейтенант маршал професор доктор директор голова депутат",
    organisation:
      "міністерство агентство банк університет академія інститут школа лікарня рада комітет комісія парламент *конгрес *сенат асамблея суд трибунал партія армія флот поліція війська корпус бюро департамент управління адміністрація асоціація товариство фонд компанія корпорація група клуб ліга церква рух бригада батальйон полк газета профспілка",
    place:
      "місто село селище район округ область край республіка острів острови півострів річка озеро море океан затока протока канал гора гори долина пустеля ліс парк вулиця проспект площа міст аеропорт порт станція схід захід",
    event:
      "війна битва блокада облога повстання революція саміт конференція форум олімпіада ігри фестиваль чемпіонат кубок вибори референдум голокост голодомор річниця день парад виставка",
  },
  pl: {
    person:
      "prezydent minister premier kanclerz senator wojewoda burmistrz ambasador sekretarz rzecznik sędzia król królowa książę księżna papież biskup generał pułkownik major kapitan profesor doktor dr pan pani dyrektor prezes poseł posłanka",
    organisation:
      "ministerstwo agencja bank uniwersytet akademia instytut szkoła szpital rada komitet komisja *sejm *senat parlament sąd trybunał partia armia policja biuro urząd stowarzyszenie towarzystwo fundacja spółka grupa klub liga kościół ruch związek",
    place:
      "miasto wieś powiat gmina województwo region prowincja republika wyspa wyspy półwysep rzeka jezioro morze ocean zatoka cieśnina kanał góra góry dolina pustynia las park ulica aleja plac most lotnisko port stacja wschód zachód",
    event:
      "wojna bitwa oblężenie powstanie rewolucja szczyt konferencja forum igrzyska festiwal mistrzostwa puchar wybory dzień",
  },
  tr: {
    person:
      "cumhurbaşkanı başkan bakan bakanı başbakan vali büyükelçi sözcüsü hakim kral kraliçe prens prenses papa general albay yüzbaşı profesör doktor dr bay bayan müdürü milletvekili",
    organisation:
      "bakanlığı ajansı bankası üniversitesi akademisi enstitüsü okulu hastanesi konseyi komitesi komisyonu meclisi mahkemesi partisi ordusu polisi müdürlüğü derneği vakfı şirketi grubu kulübü ligi kilisesi hareketi sendikası gazetesi",
    place:
      "şehri köyü ilçesi bölgesi eyaleti cumhuriyeti adası adaları yarımadası nehri gölü denizi okyanusu körfezi boğazı kanalı dağı dağları vadisi çölü ormanı parkı caddesi sokağı meydanı köprüsü havalimanı limanı istasyonu",
    event:
      "savaşı muharebesi kuşatması ayaklanması devrimi zirvesi konferansı forumu oyunları festivali şampiyonası kupası seçimleri günü",
  },
};
