import type { JsonLdDocument } from 'jsonld';
import { Parser, Writer } from 'n3';

/** A JSON-LD document that brings its own context, as Turtle. */
export async function turtleOf(document: {
  readonly '@context': Readonly<Record<string, unknown>>;
}): Promise<string> {
  // It is slow to load, and few ask for it.
  const { default: jsonld } = await import('jsonld');
  const quads = await jsonld.toRDF(document as unknown as JsonLdDocument, {
    format: 'application/n-quads',
    documentLoader: nothingElse,
  });
  const prefixes = Object.fromEntries(
    Object.entries(document['@context']).filter((entry): entry is [string, string] =>
      /[#/]$/.test(String(entry[1])),
    ),
  );
  const writer = new Writer({ prefixes });
  writer.addQuads(new Parser({ format: 'N-Quads' }).parse(String(quads)));
  return new Promise((resolve, reject) => {
    writer.end((error, text: string) => (error ? reject(error) : resolve(text)));
  });
}

/** Nothing is fetched: the document is whole. */
const nothingElse = (address: string): Promise<never> =>
  Promise.reject(new Error(`the catalogue refers to the context ${address}`));
