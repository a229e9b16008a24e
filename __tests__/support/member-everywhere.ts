/** Copies of a JSON value, each with one more member in one of its objects. */
export function withMemberEverywhere(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const deeper = Object.entries(value).flatMap(([name, member]) =>
    withMemberEverywhere(member).map((changed) =>
      Array.isArray(value)
        ? value.map((item: unknown, i) => (String(i) === name ? changed : item))
        : { ...value, [name]: changed },
    ),
  )
  return Array.isArray(value) ? deeper : [{ ...value, unknown: 1 }, ...deeper]
}
