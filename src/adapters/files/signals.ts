import { setImmediate } from 'node:timers/promises'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs `work`, which must not wait, and lets signals that end the process take effect only after it. */
export async function holdingSignals(work: () => void): Promise<void> {
  const held = new Set<NodeJS.Signals>()
  const hold = (signal: NodeJS.Signals) => held.add(signal)
  for (const signal of signals) process.on(signal, hold)
  try {
    work()
    // Signals that came meanwhile are handed out when the event loop turns.
    await setImmediate()
  } finally {
    for (const signal of signals) process.off(signal, hold)
    // Without another listener the signal now does what it would have done.
    for (const signal of held) if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
}
