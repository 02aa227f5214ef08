/** As much of JSON Schema as the API's description says. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** The least that a schema accepts, to come past it and to where it is decided who may. */
export function minimal(schema: Schema | undefined): unknown {
  if (!schema) return {};
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice) return minimal(choice);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, minimal(schema.properties?.[name])]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => minimal(schema.items));
    case 'string':
      return text(schema);
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return schema.minimum !== undefined && schema.minimum > 0 ? schema.minimum : 0;
    default:
      return {};
  }
}

const known: readonly (readonly [RegExp, string])[] = [
  [/\\d\{4\}-\\d\{2\}-\\d\{2\}/, '2026-01-01'],
  [/\\d\{4\}-\\d\{2\}/, '2026-01'],
  [/\\d\{6\}/, '140100'],
  [/\\d\{4\}/, '2026'],
];

function text({ pattern = '', format = '', minLength = 1 }: Schema): string {
  if (format === 'date') return '2026-01-01';
  if (format === 'date-time') return '2026-01-01T00:00:00Z';
  if (format === 'uri') return 'https://example.org';
  if (format === 'email') return 'x@example.org';
  const fitting = known.find(([shape]) => shape.test(pattern))?.[1];
  return fitting ?? 'x'.repeat(Math.max(1, minLength));
}
