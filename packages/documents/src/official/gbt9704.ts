/**
 * Measures of official documents after GB/T 9704—2012 (党政机关公文格式), in the units of Word:
 * twips (1/1440 inch) for lengths, half points for sizes of type.
 */

/** @example twips(25.4) // 1440 */
const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);

/** A4, with a type area of 156 by 225 mm. */
export const page = {
  width: twips(210),
  height: twips(297),
  margin: {
    top: twips(37),
    bottom: twips(35),
    left: twips(28),
    right: twips(26),
    header: twips(20),
    // The dash of the page number stands 7 mm below the type area.
    footer: twips(35 - 7 - 5),
  },
  typeArea: { width: twips(156), height: twips(225) },
} as const;

/** 22 lines of 28 characters fill the type area. */
export const grid = {
  linePitch: Math.round(page.typeArea.height / 22),
  // Wanted width of a character less that of size 3 type (16 pt), in 4096ths of a point.
  charSpace: Math.round((page.typeArea.width / 20 / 28 - 16) * 4096),
} as const;

/** Chinese sizes of type as half points. */
export const size = { two: 44, three: 32, four: 28 } as const;

/** One character of size 3 type as it stands on the grid. */
export const character = Math.round(page.typeArea.width / 28);

/** What the standard asks for, and by what a machine without it may print: Word takes the second name itself. */
export const fonts = {
  title: { name: '方正小标宋简体', otherwise: '宋体' },
  body: { name: '仿宋_GB2312', otherwise: '仿宋' },
  heading: { name: '黑体', otherwise: 'SimHei' },
  subheading: { name: '楷体_GB2312', otherwise: '楷体' },
  number: { name: '宋体', otherwise: 'SimSun' },
} as const;
export type Face = keyof typeof fonts;

/** Red of the head and of the line below it. */
export const red = 'FF0000';

/**
 * A date as documents print it: no leading zeros.
 * @example printedDate('2021-09-01') // '2021年9月1日'
 */
export function printedDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/**
 * How many characters wide a text is: what is not full-width counts half.
 * @example widthOf('2021年9月1日') // 6
 */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 1 : 0.5), 0);
