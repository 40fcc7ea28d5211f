// The types of the interface, written from the server's own description (openapi.json, which the
// server's tests hold true). "write" writes them, "check" fails when they are not as written.
import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'

const FILE = 'src/lib/api-schemas.ts'
const { schemas } = JSON.parse(readFileSync('openapi.json', 'utf8')).components

function typeOf(schema) {
  if (schema.$ref) return schema.$ref.split('/').at(-1)
  switch (schema.type) {
    case 'integer':
    case 'number':
      return 'number'
    case 'string':
      return schema.enum ? schema.enum.map((each) => `'${each}'`).join(' | ') : 'string'
    case 'boolean':
      return 'boolean'
    case 'array':
      return `Array<${typeOf(schema.items ?? {})}>`
    case 'object':
      return schema.properties
        ? fieldsOf(schema)
        : `Record<string, ${typeOf(schema.additionalProperties ?? {})}>`
    default:
      return 'unknown'
  }
}

function fieldsOf({ properties, required = [] }) {
  const fields = Object.entries(properties).map(
    ([name, schema]) =>
      `${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  )
  return `{${fields.join('\n')}}`
}

const written = [
  '/** Written by scripts/api.mjs from openapi.json; api-types.ts says what the words may be. */',
  ...Object.keys(schemas)
    .sort()
    .map(
      (name) =>
        `export interface ${name} ${schemas[name].properties ? fieldsOf(schemas[name]) : '{}'}`,
    ),
].join('\n\n')
const text = await format(written, { ...(await resolveConfig(FILE)), parser: 'typescript' })

if (process.argv[2] === 'write') writeFileSync(FILE, text)
else if (readFileSync(FILE, 'utf8') !== text) {
  console.error(`${FILE} is not what openapi.json says: run npm run api.`)
  process.exit(1)
}
