/** How long the posts of a dump are: the logarithm of their characters, as a normal distribution. */
export interface Lengths {
  readonly mean: number;
  readonly deviation: number;
}

/** Posts of one channel are never so alike that a length twice the usual would be a surprise. */
const leastDeviation = 0.35;

/** Mean of the score's falling part over the distribution itself. */
const usual = 0.6;

/** Learns the usual length from the lengths (in characters) of a dump's posts. */
export function learnLengths(characters: readonly number[]): Lengths {
  const logs = characters.map((count) => Math.log(count + 1));
  const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / Math.max(1, logs.length);
  return { mean, deviation: Math.max(leastDeviation, Math.sqrt(variance)) };
}

/** How unusual a length is, as log-likelihood against the usual length; heavy tails, so that one long post costs little. */
export function lengthScore(characters: number, { mean, deviation }: Lengths): number {
  const away = (Math.log(characters + 1) - mean) / deviation;
  // Student's t with four degrees of freedom, so shifted that the usual length scores about nothing on the average.
  return usual - 2.5 * Math.log1p((away * away) / 4);
}
