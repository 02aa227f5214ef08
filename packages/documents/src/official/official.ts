/** A paragraph of the body; levels are 一、（一）1.（1）, each with its type. */
export interface Paragraph {
  readonly text: string;
  readonly level?: 1 | 2 | 3 | 4;
}

/** What stands on pages of its own behind the document. */
export interface Attachment {
  readonly title: string;
  readonly paragraphs?: readonly Paragraph[];
  readonly table?: {
    /** Names of the columns, and how much of the width each takes, 0 to 1. */
    readonly columns: readonly { readonly name: string; readonly share: number }[];
    readonly rows: readonly (readonly string[])[];
  };
}

/** An official document, as content: what it looks like is for `paper.ts`. */
export interface Official {
  /** 发文机关标志, in red; public notices and replies go without. */
  readonly head?: string;
  /** 发文字号, such as 商贸函〔2021〕483号. */
  readonly number?: string;
  readonly title: string;
  /** 主送机关, without its colon. */
  readonly addressee?: string;
  readonly body: readonly Paragraph[];
  readonly attachments?: readonly Attachment[];
  /** 发文机关署名, and the date, YYYY-MM-DD. */
  readonly issuer: string;
  readonly date: string;
  /** Of an agreement: who signs for each side, and when, instead of an issuer. */
  readonly signatories?: readonly {
    readonly side: string;
    readonly by?: string | undefined;
    readonly on?: string | undefined;
  }[];
  /** 附注, in brackets below the date. */
  readonly note?: string;
  /** 版记: who gets a copy, and who printed it when. */
  readonly imprint?: { readonly copies?: string; readonly office: string; readonly date: string };
  /** A document of the demonstration: says on every page that it is one. */
  readonly sample: boolean;
}

/** The paragraphs of a text, one per line; the level is told by how a line is numbered. */
export function paragraphsOf(text: string): Paragraph[] {
  const levels = [/^[一二三四五六七八九十]+、/, /^（[一二三四五六七八九十]+）/, /^\d+[.．]/, /^（\d+）/];
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const at = levels.findIndex((pattern) => pattern.test(line));
      return at < 0 ? { text: line } : { text: line, level: (at + 1) as 1 | 2 | 3 | 4 };
    });
}
