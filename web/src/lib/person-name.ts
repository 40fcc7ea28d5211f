interface Named {
  name?: string
  identifiers: { kind: string; value: string }[]
}

/** A name to call someone by: their own, or else the identifier a reader would know them by. */
export function personName(person: Named): string | undefined {
  if (person.name) return person.name
  const by = (kind: string) => person.identifiers.find((each) => each.kind === kind)?.value
  return by('email') ?? by('user') ?? person.identifiers[0]?.value
}
