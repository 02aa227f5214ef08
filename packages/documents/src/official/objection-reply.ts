import type { ObjectionContent } from '@tidu/programme';
import type { Official } from './official.ts';

const outcome = {
  upheld: '经研究，你（单位）提出的异议成立。',
  dismissed: '经研究，你（单位）提出的异议不成立。',
  inadmissible: '经研究，对你（单位）提出的异议不予受理。',
} as const;

/** The reply to who objected to a public notice (异议答复): what was found, and what follows from it. */
export function objectionReply(
  { objector, receivedOn = '', admission, reply, decision }: ObjectionContent,
  about: { readonly notice: string; readonly park?: string | undefined; readonly issuer: string },
  state: keyof typeof outcome,
  sample: boolean,
): Official {
  const said = [reply?.text, (decision ?? admission)?.text].filter((text) => text !== undefined);
  const day = receivedOn.split('-').map(Number);
  return {
    title: '关于公示异议的答复',
    addressee: objector.organisation || objector.name,
    body: [
      {
        text: `你（单位）于${day[0]}年${day[1]}月${day[2]}日就《${about.notice}》${about.park ? `中“${about.park}”` : ''}提出的异议收悉。现答复如下：`,
      },
      ...said.map((text) => ({ text })),
      {
        text: `${outcome[state]}${decision?.consequence === 'rejected' ? '该申报不予认定。' : ''}`,
      },
    ],
    issuer: about.issuer,
    date: (decision ?? admission)?.on ?? receivedOn,
    sample,
  };
}
