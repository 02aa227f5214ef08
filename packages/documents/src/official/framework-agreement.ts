import type { AgreementContent, Article } from '@tidu/programme';
import { printedDate } from './gbt9704.ts';
import type { Official } from './official.ts';

/** A framework agreement as both sides sign it: its articles, its projects, and room for both signatures. */
export function frameworkAgreement(
  { name, from, to, projects, signatures }: AgreementContent,
  articles: readonly Article[],
  sides: { readonly park: string; readonly partner: string },
  sample: boolean,
): Official {
  return {
    title: `${name.zh}\n合作框架协议`,
    body: [
      { text: `园区方：${sides.park}` },
      { text: `合作方：${sides.partner}` },
      { text: `本协议自${printedDate(from)}起至${printedDate(to)}止。` },
      ...articles.flatMap(({ number, heading, text }) => [
        { text: `第${number}条　${heading.zh}`, level: 1 as const },
        { text: text.zh },
      ]),
      ...(projects.length > 0
        ? [{ text: `共同项目：${projects.map(({ name: project }) => project).join('、')}。` }]
        : []),
    ],
    issuer: '',
    date: '',
    signatories: (['park', 'partner'] as const).map((side) => ({
      side: sides[side],
      by: signatures[side]?.by,
      on: signatures[side]?.on,
    })),
    sample,
  };
}
