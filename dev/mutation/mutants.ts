import { parse } from '@babel/parser'

/** One change to one place in a source file. */
export interface Mutant {
  readonly id: number
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly original: string
  readonly replacement: string
}

/** A source in which every mutant is switched on by `globalThis.__mutant(id)` answering true. */
export interface InstrumentedSource {
  readonly source: string
  readonly mutants: readonly Mutant[]
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value

const child = (node: Node, field: string): Node | undefined => {
  const value = node[field]
  return isNode(value) ? value : undefined
}

const operators: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '&': ['|'],
  '|': ['&'],
  '<<': ['>>'],
  '>>': ['<<'],
  '&&': ['||'],
  '||': ['&&'],
}

const methods: ReadonlyMap<string, string> = new Map(
  Object.entries({
    some: 'every',
    every: 'some',
    min: 'max',
    max: 'min',
    startsWith: 'endsWith',
    endsWith: 'startsWith',
  }),
)

/** Types, and what stands where no expression may. */
const skipped =
  /^(TS(?!AsExpression|SatisfiesExpression|NonNullExpression)|ImportDeclaration|ExportAllDeclaration|TypeAnnotation)/
const skippedFields: ReadonlySet<string> = new Set([
  'typeAnnotation',
  'typeParameters',
  'returnType',
  'superTypeParameters',
  'id',
  'params',
  'loc',
])

interface Edit {
  readonly position: number
  readonly text: string
  /** Prefixes of outer nodes come first, suffixes of outer ones last. */
  readonly depth: number
  readonly closing: boolean
}

/** Finds and weaves in the mutants of one file; they are numbered from `firstId`. */
export function instrument(file: string, code: string, firstId: number): InstrumentedSource {
  const mutants: Mutant[] = []
  const edits: Edit[] = []
  const text = ({ start, end }: Node) => code.slice(start, end)
  const add = (node: Node, replacement: string): number => {
    const id = firstId + mutants.length
    const line = code.slice(0, node.start).split('\n').length
    mutants.push({ id, file, line, original: text(node), replacement })
    return id
  }
  const wrap = (node: Node, depth: number, prefix: string, suffix: string): void => {
    edits.push({ position: node.start, text: prefix, depth, closing: false })
    edits.push({ position: node.end, text: suffix, depth, closing: true })
  }
  const expression = (node: Node, depth: number, replacements: readonly string[]): void => {
    if (replacements.length === 0) return
    const choices = replacements.map((one) => `globalThis.__mutant(${add(node, one)}) ? (${one}) : `)
    wrap(node, depth, `(${choices.join('')}`, ')')
  }

  const visit = (node: Node, depth: number): void => {
    if (skipped.test(node.type)) return
    switch (node.type) {
      case 'IfStatement':
      case 'ConditionalExpression': {
        const test = child(node, 'test')
        if (test !== undefined) expression(test, depth, ['true', 'false'])
        break
      }
      case 'ThrowStatement':
        wrap(node, depth, `{ if (!globalThis.__mutant(${add(node, '(no throw)')})) `, ' }')
        break
      case 'ExpressionStatement': {
        const inner = child(node, 'expression')
        if (inner !== undefined && inner.type !== 'StringLiteral') {
          wrap(inner, depth, `void (globalThis.__mutant(${add(node, '(nothing)')}) || (`, '))')
        }
        break
      }
      case 'BinaryExpression':
      case 'LogicalExpression': {
        const [left, right] = [child(node, 'left'), child(node, 'right')]
        const replacements = operators[String(node.operator)] ?? []
        if (left !== undefined && right !== undefined && left.type !== 'PrivateName') {
          expression(
            node,
            depth,
            replacements.map((one) => `${text(left)} ${one} ${text(right)}`),
          )
        }
        break
      }
      case 'UnaryExpression': {
        const argument = child(node, 'argument')
        if (node.operator === '!' && argument !== undefined) expression(node, depth, [text(argument)])
        break
      }
      case 'UpdateExpression': {
        const argument = child(node, 'argument')
        const operator = node.operator === '++' ? '--' : '++'
        if (argument !== undefined) {
          expression(node, depth, [node.prefix === true ? operator + text(argument) : text(argument) + operator])
        }
        break
      }
      case 'BooleanLiteral':
        expression(node, depth, [node.value === true ? 'false' : 'true'])
        break
      case 'NumericLiteral':
        expression(node, depth, [`${text(node)} + 1`])
        break
      case 'CallExpression': {
        const callee = child(node, 'callee')
        const property = callee?.type === 'MemberExpression' ? child(callee, 'property') : undefined
        const name = property === undefined ? '' : text(property)
        const other = methods.get(name)
        if (property !== undefined && other !== undefined) {
          const offset = property.start - node.start
          const whole = text(node)
          expression(node, depth, [whole.slice(0, offset) + other + whole.slice(offset + name.length)])
        }
        break
      }
      case 'SwitchCase': {
        const test = child(node, 'test')
        if (test !== undefined)
          wrap(test, depth, `globalThis.__mutant(${add(test, '(no such case)')}) ? Symbol() : `, '')
        break
      }
    }
    for (const [field, value] of Object.entries(node)) {
      if (skippedFields.has(field)) continue
      // Keys and assignment targets are no expressions.
      if ((field === 'key' && node.computed !== true) || (field === 'left' && /^(Assignment|For)/.test(node.type)))
        continue
      for (const one of Array.isArray(value) ? value : [value]) if (isNode(one)) visit(one, depth + 1)
    }
  }

  const file_ = parse(code, { sourceType: 'module', plugins: ['typescript'] })
  if (isNode(file_.program)) visit(file_.program, 0)
  return { source: weave(code, edits), mutants }
}

function weave(code: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => {
    if (a.position !== b.position) return a.position - b.position
    // What ends here ends before anything begins.
    if (a.closing !== b.closing) return a.closing ? -1 : 1
    return a.closing ? b.depth - a.depth : a.depth - b.depth
  })
  let woven = ''
  let offset = 0
  for (const { position, text } of sorted) {
    woven += code.slice(offset, position) + text
    offset = position
  }
  return woven + code.slice(offset)
}
