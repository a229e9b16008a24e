import { limits } from './limits.ts'

type Outcome<T> = { readonly value: T } | { readonly error: unknown }

/**
 * Remembers what was computed for a key, refusals included. Bounded: when it is full it forgets everything, since its
 * keys come from outside.
 */
export function remembering<T>(): (key: string, compute: () => T) => T {
  const outcomes = new Map<string, Outcome<T>>()
  return (key, compute) => {
    let outcome = outcomes.get(key)
    if (outcome === undefined) {
      if (outcomes.size >= limits.remembered) outcomes.clear()
      outcome = outcomeOf(compute)
      outcomes.set(key, outcome)
    }
    if ('error' in outcome) throw outcome.error
    return outcome.value
  }
}

function outcomeOf<T>(compute: () => T): Outcome<T> {
  try {
    return { value: compute() }
  } catch (error) {
    return { error }
  }
}
