/**
 * Does something for each item, at most so many at a time, and gives the results in the items' order. After a failure
 * nothing new is begun; what is under way is waited for, then the first failure is thrown.
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const failures: unknown[] = []
  const queue = items.entries()
  const worker = async () => {
    // The workers share one iterator, so that each item is taken once.
    for (const [i, item] of queue) {
      if (failures.length > 0) return
      try {
        results[i] = await work(item)
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  if (failures.length > 0) throw failures[0]
  return results
}
