/** The end of a switch over a closed set: what is missing does not compile. */
export function assertNever(value: never): never {
  throw new Error(`not foreseen: ${JSON.stringify(value)}`)
}
