/** What a post's address on Telegram is looked up under: `harbour_news/12`, whatever its capitals. */
export function telegramName(handle: string, number: string): string {
  return `${handle}/${number}`.toLowerCase();
}
