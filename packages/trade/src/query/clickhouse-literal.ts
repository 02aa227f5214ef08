import type { Statement } from './statement.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\0': '\\0',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * A text as ClickHouse reads it; the only way by which a value gets into a statement, because
 * releases before 20 know no parameters.
 * @example quoted("d'Ivoire") // "'d\\'Ivoire'"
 */
export const quoted = (text: string): string =>
  `'${text.replace(/[\\'\0\n\r\t]/g, (one) => escapes[one] ?? one)}'`;

/** The statement as it is sent, and shown. */
export const clickhouseLiteral = ({ text, parameters }: Statement): string =>
  text.replace(/\$(\d+)/g, (_, n: string) => {
    const value = parameters[Number(n) - 1] ?? '';
    return typeof value === 'number' ? String(value) : quoted(value);
  });
