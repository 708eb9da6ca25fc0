/** The emoji that every reader of Telegram can react with, as the Bot API lists them (`ReactionTypeEmoji`, version 7.0); presentation selectors are left out. */
const usual = new Set(
  [
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈",
    "😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡",
  ].flatMap((row) => row.split(" ")),
);

/** Whether an emoji is one that every reader of Telegram can react with. */
export function isUsualReaction(emoji: string): boolean {
  return usual.has(emoji.replace(/\uFE0F/gu, ""));
}
