import type { Clock } from '../release/ports.ts'

/** The present. */
export const systemClock: Clock = () => new Date()
