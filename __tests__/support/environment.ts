import { afterEach } from '@jest/globals'

/** Sets variables of this process for one test, since the AWS SDK reads them there and nowhere else. */
export function environmentForTest(): (variables: Readonly<Record<string, string | undefined>>) => void {
  const before = new Map<string, string | undefined>()
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  afterEach(() => {
    for (const [name, value] of before) set(name, value)
    before.clear()
  })
  return (variables) => {
    for (const [name, value] of Object.entries(variables)) {
      if (!before.has(name)) before.set(name, process.env[name])
      set(name, value)
    }
  }
}
