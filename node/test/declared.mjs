// What index.d.ts and window.d.ts say: which types calls and objects are made of.
import { readFileSync } from 'node:fs'
import ts from 'typescript'

const statements = file => ts.createSourceFile(file, readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'), ts.ScriptTarget.Latest).statements
const declared = new Map()
for (const node of statements('index.d.ts')) {
  if (!ts.isInterfaceDeclaration(node) && !ts.isClassDeclaration(node)) continue
  const members = declared.get(node.name.text) ?? new Map()
  for (const member of node.members) if (member.name && ts.isIdentifier(member.name)) members.set(member.name.text, member)
  declared.set(node.name.text, members)
}
// `interface BootpayError extends Readonly<ErrorInfo>`
for (const [name, member] of declared.get('ErrorInfo')) declared.get('BootpayError').set(name, member)

export const camel = name => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())

/** The types of a call's request and reply. */
export function call (resource, method) {
  const type = declared.get('Bootpay').get(resource).type
  const { parameters, type: returned } = declared.get(type.typeName.text).get(method)
  return { request: parameters[0].type, reply: returned.typeName?.text === 'Promise' ? returned.typeArguments[0] : returned }
}

/** The types of the request and the result of each function of the payment window. */
export const windowFunctions = new Map(statements('window.d.ts').filter(ts.isFunctionDeclaration).map(({ name, parameters, type }) => [name.text, { request: parameters[0].type, reply: type }]))

/** The type of that name. */
export const named = name => ts.factory.createTypeReferenceNode(name)

/** Core's names and JSON as JavaScript's names, dates and milliseconds, as far as the type asks for them. */
export function literal (value, type) {
  const { name, argument } = known(type)
  if (name === 'Date') return new Date(value)
  if (name === 'Array') return value.map(item => literal(item, argument))
  // The text that stands for an object.
  if (!declared.has(name) || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
    const members = declared.get(name)
    if (members.has(`${camel(key)}Ms`)) return [`${camel(key)}Ms`, inner * 1000]
    return [camel(key), literal(inner, members.get(camel(key))?.type)]
  }))
}

/** What is at a path, which is in core's names where core has names; what the shop or Bootpay wrote keeps its own. */
export function reach (value, path, type) {
  for (const part of path === '' ? [] : path.split('.')) {
    const { name, argument } = known(type)
    if (declared.has(name)) {
      const member = declared.get(name).get(camel(part))
      if (!member) throw new Error(`${name} has no ${part}`)
      value = value?.[camel(part)]
      type = member.type
    } else {
      value = value?.[part]
      type = name === 'Array' && part !== 'length' ? argument : undefined
    }
  }
  return value
}

/** `Receipt` of `Receipt | undefined | null`. */
function known (type) {
  if (type && ts.isUnionTypeNode(type)) return type.types.map(known).find(({ name }) => name) ?? {}
  return { name: type?.typeName?.text, argument: type?.typeArguments?.[0] }
}
