const head = ["Marsh Radio", "@marsh_radio", "802 subscribers", "Download Telegram"];
const parts = [
  "Fog on the estuary (Marsh End, February 3, 2025)\n\nSmall boats should wait for the second bell. #Fog\n👍4",
  "The harbour office opens at nine tomorrow and stays open until the last boat is in.\n👍2",
  "The bell was rung on February 5, 2025, and the ferry Marigold left with forty passengers on board.\n👍2",
  "The dredger works at the north bank this week. Keep to the south side of the channel.\n👍11",
  "Salt for the roads came in on the barge Petrel and was stored in the east shed.\n👍7",
  "Water is cut off in the upper lanes from nine to noon for work on the mains.\n👍3",
  "Yesterday, on 11 February, the lock keeper counted ninety boats, more than ever in a winter.\n👍9",
  "Water is cut off in the upper lanes from nine to noon for work on the mains.\n👍5",
  "The tide tables for the spring are printed and lie in the office.\n👍9",
];

/** The page of a radio of the marsh, as it was captured first. */
export const firstPage = [...head, ...parts, ""].join("\n");
/** As it was captured a week later: one text was edited meanwhile. */
export const laterPage = firstPage.replace("forty passengers on board", "forty-one passengers and a dog on board");

/** An invented archive that leaves everything open that a review asks: by path below the content folder. */
export const harbourArchive: Readonly<Record<string, string | Uint8Array>> = {
  "dumps/marsh.txt": firstPage,
  "dumps/marsh.yml": "# Saved by the harbour office.\nretrieved: 2025-02-20\n",
  "dumps/marsh-later.txt": laterPage,
  "dumps/marsh-later.yml": "retrieved: 2025-02-27\n",
  "dumps/quay.txt":
    "The quay is closed on Sunday.\n\n-----\n\nA boat-hook was found at the mill.\n\n-----\n\nFog again.\n",
  "dumps/tide/boat.png": Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEklEQVR4nGNkaPjPAANMcBZeDgA2TQGFM7QvGAAAAABJRU5ErkJggg==",
    "base64",
  ),
  "dumps/tide/result.json": JSON.stringify({
    name: "Tidewatch",
    type: "public_channel",
    id: 7,
    messages: [
      { id: 1, type: "message", date_unixtime: "1738600000", text: "", photo: "boat.png" },
      { id: 2, type: "message", date_unixtime: "1738700000", text: "High water at noon." },
    ],
  }),
  "site.yml": "title: Marsh Radio\ndescription: Posts of a harbour.\nlanguage: en\nurl: https://marsh.example/\n",
};
