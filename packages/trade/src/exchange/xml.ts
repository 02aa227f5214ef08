import { escapeUTF8 } from 'entities/escape';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What XML 1.0 has no way to write, or advises against. */
const unwritable = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;

/** A text as it stands in XML; characters that XML cannot hold are left out. */
export const text = (raw: string): string => escapeUTF8(raw.toWellFormed().replace(unwritable, ''));

const tag = (name: string, attributes: Attributes): string =>
  name +
  Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${text(String(value))}"`))
    .join('');

export const open = (name: string, attributes: Attributes = {}): string => `<${tag(name, attributes)}>`;
export const close = (name: string): string => `</${name}>`;

/** An element with its content, which is markup already. */
export const element = (name: string, attributes: Attributes = {}, ...content: readonly string[]): string =>
  content.length === 0
    ? `<${tag(name, attributes)}/>`
    : `${open(name, attributes)}${content.join('')}${close(name)}`;

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
