/** A line that is not a row of the table, kept as it is found. */
export interface OddLine {
  readonly line: number;
  readonly bytes: Uint8Array;
  readonly why: 'quotes' | 'columns' | 'too-long';
}

const NUL = 0;
const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;

const longestLine = 1 << 20;
const keptOfOddLine = 4096;

/**
 * Turns the bytes of a query-site export into clean lines, each headed by its number: without NULs
 * (also in long runs), quotes, TABs and carriage returns, the values set apart by one TAB, every
 * line with the wanted columns of the header. Lines whose quotes or columns do not fit come out
 * apart, as they are.
 *
 * Works on bytes of UTF-8 and GB18030 alike: no second or later byte of a character in either is
 * a quote, a comma, a TAB, a line feed or a NUL. A quoted value may hold one line feed (a few
 * names of partners do); a quote left open for longer ends with its line and spoils no other.
 */
export class LineScanner {
  readonly odd: OddLine[] = [];
  /** Lines seen, from 1; the header is one of them. */
  lines = 0;
  blank = 0;
  kept = 0;
  /** Lines whose last value goes on in the next: in a spreadsheet the two are one row. */
  readonly joined: number[] = [];
  readonly #columns: number;
  readonly #wanted: readonly number[];
  /** Where each value of the line ends, from the beginning of its text. */
  readonly #ends: Int32Array;
  #out = new Uint8Array(1 << 16);
  #length = 0;
  #rowStart = 0;
  #textStart = 0;
  /** Where a value was broken off by a line feed, 0 when none was. */
  #firstBreak = 0;
  #state: 0 | 1 | 2 | 3 = 0;
  #commas = 0;
  #filled = false;
  #lastFilled = false;
  #broken = false;
  #tooLong = false;

  /**
   * @param columns of the header, without an empty last one
   * @param wanted the columns to keep, from 0 and in their order; all when not given
   */
  constructor(columns: number, linesBefore: number, wanted?: readonly number[]) {
    this.#columns = columns;
    this.#wanted = wanted ?? Array.from({ length: columns }, (_, i) => i);
    this.#ends = new Int32Array(columns);
    this.lines = linesBefore;
    this.#beginLine();
  }

  /** Takes the next bytes; returns the clean lines that they complete (valid until the next call). */
  push(chunk: Uint8Array): Uint8Array {
    this.#out.copyWithin(0, this.#rowStart, this.#length);
    this.#textStart -= this.#rowStart;
    if (this.#firstBreak > 0) this.#firstBreak -= this.#rowStart;
    this.#length -= this.#rowStart;
    this.#rowStart = 0;
    this.#scan(chunk);
    return this.#out.subarray(0, this.#rowStart);
  }

  #scan(chunk: Uint8Array): void {
    this.#reserve(this.#length + chunk.length + (chunk.length >> 2) + 64);
    // everything that a byte may change is a local: this loop sees each byte of the file
    let out = this.#out;
    let at = this.#length;
    let state = this.#state;
    let commas = this.#commas;
    let filled = this.#filled;
    let lastFilled = this.#lastFilled;
    let limit = this.#textStart + longestLine;
    const ends = this.#ends;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] as number;
      if (byte > COMMA && state !== 3) {
        if (state === 0) state = 1;
        filled = true;
        lastFilled = true;
        const stop = Math.min(chunk.length, i + limit - at);
        if (stop <= i) {
          this.#tooLong = true;
          continue;
        }
        while (i < stop && (chunk[i] as number) > COMMA) out[at++] = chunk[i++] as number;
        i--;
        continue;
      }
      if (byte === LF) {
        this.#length = at;
        this.#state = state;
        this.#commas = commas;
        this.#filled = filled;
        this.#lastFilled = lastFilled;
        this.#endLine();
        this.#reserve(this.#length + (chunk.length - i) + 64);
        out = this.#out;
        at = this.#length;
        state = this.#state;
        commas = this.#commas;
        filled = this.#filled;
        lastFilled = this.#lastFilled;
        limit = this.#textStart + longestLine;
        continue;
      }
      if (byte === NUL || byte === TAB || byte === CR) continue;
      // 0 before a value, 1 in a bare value, 2 in a quoted one, 3 after its closing quote
      if (state === 2) {
        if (byte === QUOTE) state = 3;
        else lastFilled = true;
      } else if (byte === COMMA) {
        // beyond the last column this writes nowhere, as the line is odd then
        ends[commas] = at - this.#textStart;
        commas++;
        lastFilled = false;
        state = 0;
      } else if (byte === QUOTE) {
        if (state === 1) this.#broken = true;
        // after a closing quote another one is a quote within the value
        state = 2;
      } else if (byte === SPACE && state !== 1) {
        continue;
      } else {
        if (state === 3) this.#broken = true;
        lastFilled = true;
        state = 1;
      }
      filled = true;
      if (at < limit) out[at++] = byte;
      else this.#tooLong = true;
    }
    this.#length = at;
    this.#state = state;
    this.#commas = commas;
    this.#filled = filled;
    this.#lastFilled = lastFilled;
  }

  /** The last line, when the file does not end with a line feed. */
  finish(): Uint8Array {
    const kept = this.push(this.#filled ? Uint8Array.of(LF) : new Uint8Array(0));
    if (!this.#filled) return kept;
    // a quote is still open
    this.#giveUpFirst();
    if (this.#filled) this.#giveUpFirst();
    return this.#out.subarray(0, this.#rowStart);
  }

  #beginLine(): void {
    this.#firstBreak = 0;
    this.#state = 0;
    this.#commas = 0;
    this.#filled = false;
    this.#lastFilled = false;
    this.#broken = false;
    this.#tooLong = false;
    this.#rowStart = this.#length;
    this.#reserve(this.#length + 64);
    const number = String(this.lines + 1);
    for (let i = 0; i < number.length; i++) this.#out[this.#length++] = number.charCodeAt(i);
    this.#out[this.#length++] = TAB;
    this.#textStart = this.#length;
  }

  #endLine(): void {
    if (!this.#filled) {
      this.lines++;
      this.blank++;
      this.#length = this.#rowStart;
      this.#beginLine();
      return;
    }
    const split = this.#firstBreak > 0;
    if (this.#state === 2 && !split && !this.#broken && !this.#tooLong) {
      // names of partners do have a line feed in them: see whether the next line ends the value
      this.#firstBreak = this.#length;
      this.#out[this.#length++] = LF;
      return;
    }
    const trailing = this.#commas === this.#columns && !this.#lastFilled;
    const fits = this.#commas === this.#columns - 1 || trailing;
    if (fits && !this.#broken && !this.#tooLong && this.#state !== 2) this.#keep(trailing, split);
    else if (split) this.#giveUpFirst();
    else this.#divert(this.#tooLong ? 'too-long' : fits || this.#state === 2 ? 'quotes' : 'columns');
  }

  #keep(trailing: boolean, split: boolean): void {
    if (split) {
      this.joined.push(this.lines + 1);
      this.#out.copyWithin(this.#firstBreak, this.#firstBreak + 1, this.#length--);
      const breakAt = this.#firstBreak - this.#textStart;
      for (let c = 0; c < this.#columns; c++)
        if ((this.#ends[c] ?? 0) > breakAt) this.#ends[c] = (this.#ends[c] ?? 0) - 1;
      this.lines++;
    }
    this.#plain(trailing ? (this.#ends[this.#columns - 1] as number) : this.#length - this.#textStart);
    this.#out[this.#length++] = LF;
    this.kept++;
    this.lines++;
    this.#rowStart = this.#length;
    this.#beginLine();
  }

  /** The wanted values without their quotes, set apart by the TABs that no value has. */
  #plain(endOfLast: number): void {
    const out = this.#out;
    const text = this.#textStart;
    let to = text;
    for (let i = 0; i < this.#wanted.length; i++) {
      const column = this.#wanted[i] as number;
      let from = column === 0 ? text : text + (this.#ends[column - 1] as number) + 1;
      let end = text + (column === this.#columns - 1 ? endOfLast : (this.#ends[column] as number));
      const quoted = out[from] === QUOTE;
      if (quoted) {
        from++;
        end--;
      }
      if (i > 0) out[to++] = TAB;
      for (let at = from; at < end; at++) {
        const byte = out[at] as number;
        out[to++] = byte;
        // a quote within a quoted value is written twice
        if (byte === QUOTE && quoted) at++;
      }
    }
    this.#length = to;
  }

  #divert(why: OddLine['why']): void {
    this.lines++;
    const end = Math.min(this.#length, this.#textStart + keptOfOddLine);
    this.odd.push({ line: this.lines, bytes: this.#out.slice(this.#textStart, end), why });
    this.#length = this.#rowStart;
    this.#beginLine();
  }

  /** The quote left open was a fault of its own line: that line goes, the next is read for itself. */
  #giveUpFirst(): void {
    if (this.#firstBreak === 0) {
      this.#divert('quotes');
      return;
    }
    const next = this.#out.slice(this.#firstBreak + 1, this.#length);
    this.#length = this.#firstBreak;
    this.#divert('quotes');
    if (next.length === 0) return;
    this.#scan(next);
    this.#scan(Uint8Array.of(LF));
  }

  #reserve(size: number): void {
    if (size <= this.#out.length) return;
    const larger = new Uint8Array(size + (size >> 1));
    larger.set(this.#out.subarray(0, this.#length));
    this.#out = larger;
  }
}
