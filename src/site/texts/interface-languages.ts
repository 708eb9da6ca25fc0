/** The languages that the interface has a table for, as BCP 47 tags. */
export const interfaceLanguages = ["ar", "de", "en", "es", "fa", "fr", "ru", "uk"] as const;

/** One of them. */
export type InterfaceLanguage = (typeof interfaceLanguages)[number];
