import { parse } from '@babel/parser'

export interface Import {
  readonly specifier: string
  /** Gone at run time. */
  readonly typeOnly: boolean
  /** Loaded when it is come to. */
  readonly lazy: boolean
  readonly line: number
}

/** A use of something that is neither the language nor an import. */
export interface Reach {
  readonly what: string
  readonly line: number
}

interface Node {
  readonly type: string
  readonly loc?: { readonly start: { readonly line: number } } | null
  readonly [field: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

function programOf(text: string): Node {
  const file = parse(text, { sourceType: 'module', plugins: ['typescript'], createImportExpressions: true })
  const program: unknown = file.program
  if (!isNode(program)) throw new TypeError('the parser gave no program')
  return program
}

/** Calls back for every node, with the node around it. */
function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  visit(node, parent)
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, node)
  }
}

const lineOf = (node: Node): number => node.loc?.start.line ?? 0

/**
 * Everything a module imports or exports again, lazily too.
 *
 * @throws Error on an import whose module is computed, which nothing can check
 */
export function readImports(text: string): readonly Import[] {
  const imports: Import[] = []
  walk(programOf(text), (node) => {
    const source = sourceOf(node)
    if (source === undefined) return
    if (!isNode(source) || typeof source.value !== 'string') {
      throw new Error(`line ${lineOf(node)}: the name of an imported module must be written out`)
    }
    imports.push({
      specifier: source.value,
      typeOnly: isTypeOnly(node),
      lazy: node.type === 'ImportExpression',
      line: lineOf(node),
    })
  })
  return imports
}

/** What a node imports from; undefined for one that imports nothing. */
function sourceOf(node: Node): unknown {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
      return node.source
    case 'ExportNamedDeclaration':
      return node.source ?? undefined
    case 'TSImportType':
      return node.argument
    case 'TSExternalModuleReference':
      return node.expression
    default:
      return undefined
  }
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true
  const { specifiers } = node
  return (
    Array.isArray(specifiers) &&
    specifiers.length > 0 &&
    specifiers.every((one: unknown) => isNode(one) && (one.importKind === 'type' || one.exportKind === 'type'))
  )
}

/** Globals by which a program reaches its surroundings. */
const surroundings = new Set([
  ...['process', 'console', 'globalThis', 'global', 'require', 'module', 'eval', 'Function'],
  ...['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource', 'navigator', 'localStorage', 'crypto', 'performance'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Worker', 'SharedArrayBuffer', 'Atomics'],
  ...['Temporal', 'Intl'],
])

/** Where an identifier is a mere name: of a member, of a field, of a type's part. */
const naming: Readonly<Record<string, readonly string[]>> = {
  MemberExpression: ['property'],
  OptionalMemberExpression: ['property'],
  ObjectProperty: ['key'],
  ObjectMethod: ['key'],
  ClassMethod: ['key'],
  ClassProperty: ['key'],
  TSPropertySignature: ['key'],
  TSMethodSignature: ['key'],
  TSQualifiedName: ['right'],
}

/** Uses of surroundings, of the clock and of randomness. */
export function findReaches(text: string): readonly Reach[] {
  const found: Reach[] = []
  walk(programOf(text), (node, parent) => {
    const what = reachOf(node, parent)
    if (what !== undefined) found.push({ what, line: lineOf(node) })
  })
  return found
}

function reachOf(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === 'MetaProperty' && isNode(node.meta) && node.meta.name === 'import') return 'import.meta'
  if (node.type === 'NewExpression' && isNamed(node.callee, 'Date') && isEmpty(node.arguments)) return 'new Date()'
  if (node.type === 'CallExpression' && isNamed(node.callee, 'Date')) return 'Date()'
  if (node.type !== 'Identifier' || typeof node.name !== 'string') return undefined
  if (parent !== undefined && isMereName(node, parent)) return undefined
  if (surroundings.has(node.name)) return node.name
  // Date and Math as values could be called by another name: only a few uses of them are let pass.
  if (node.name === 'Math') return isMember(parent, mathMembers) ? undefined : 'Math.random, or Math as a value'
  if (node.name === 'Date') return isHarmlessDate(node, parent) ? undefined : 'Date.now, or Date as a value'
  return undefined
}

const mathMembers = new Set(['abs', 'ceil', 'clz32', 'floor', 'log2', 'max', 'min', 'round', 'sign', 'trunc'])
const dateMembers = new Set(['UTC', 'parse'])

function isMember(parent: Node | undefined, names: ReadonlySet<string>): boolean {
  if (parent?.type !== 'MemberExpression' || parent.computed !== false) return false
  return isNode(parent.property) && names.has(String(parent.property.name))
}

function isHarmlessDate(node: Node, parent: Node | undefined): boolean {
  return (
    parent?.type === 'TSTypeReference' ||
    (parent?.type === 'NewExpression' && parent.callee === node) ||
    (parent?.type === 'BinaryExpression' && parent.operator === 'instanceof' && parent.right === node) ||
    isMember(parent, dateMembers)
  )
}

function isMereName(node: Node, parent: Node): boolean {
  const fields = naming[parent.type] ?? []
  return fields.some((field) => parent[field] === node) && parent.computed !== true && parent.shorthand !== true
}

const isNamed = (value: unknown, name: string): boolean =>
  isNode(value) && value.type === 'Identifier' && value.name === name
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0
