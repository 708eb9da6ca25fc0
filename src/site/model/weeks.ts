/**
 * The day that weeks begin with, 0 for Monday to 6 for Sunday, as Unicode's CLDR knows it: that of the region which the
 * archive's language names (`en-US`: Sunday), otherwise that of the interface's own (`en-GB`: Monday).
 */
export function firstWeekday(language: string, interfaceLocale: string): number {
  const named = new Intl.Locale(language);
  const locale: WeekLocale = named.region === undefined ? new Intl.Locale(interfaceLocale) : named;
  const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 1 };
  return firstDay - 1;
}

/** A list from Monday to Sunday, begun with another day: 0 for Monday to 6 for Sunday. */
export function weekFrom<Item>(start: number, mondayToSunday: readonly Item[]): readonly Item[] {
  return [...mondayToSunday.slice(start), ...mondayToSunday.slice(0, start)];
}

/** Node 20 tells the week as a property, later ones by a call; TypeScript knows neither. 1 is Monday, 7 Sunday. */
interface WeekLocale extends Intl.Locale {
  readonly weekInfo?: { readonly firstDay: number };
  getWeekInfo?(): { readonly firstDay: number };
}
