import { useQuery } from '@tanstack/react-query';
import { asks } from '../../api/asks.ts';
import { programmeAsks } from '../../api/programme.asks.ts';
import { projectAsks } from '../../api/project.asks.ts';
import type { ProjectContent } from '../../api/project.client.ts';
import { percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';

/** Whose project it is, from where, and of what. */
export function ProjectFacts({ content }: { content: ProjectContent }) {
  const { t, of, language } = useWords();
  const choices = useQuery(projectAsks.choices());
  const places = useQuery(asks.places());
  const chapters = useQuery(asks.codes('commodities', 'chapter'));
  const park = useQuery(programmeAsks.record('park-profiles', content.park));
  const { course, partner, amendments } = content;
  const named = (
    list: readonly { code: string; name: { zh: string; en: string } }[] | undefined,
    code: string,
  ) => {
    const found = list?.find((one) => one.code === code);
    return found ? of(found.name) : code;
  };
  const chapterOf = (code: string) => {
    const name = chapters.data?.records.find((one) => one.code === code)?.name;
    if (!name) return code;
    return `${code} ${typeof name === 'string' ? name : of({ zh: name.zh ?? name.en, en: name.en })}`;
  };
  const rows: [string, string][] = [
    ['park', park.data ? of(park.data.title) : content.park],
    [
      'partner',
      partner
        ? `${named(choices.data?.partners, partner)} · ${course.confirmed ? t('project.confirmedOn', { date: course.confirmed.on }) : t('project.notConfirmed')}`
        : t('project.noPartner'),
    ],
    ['company', content.company],
    ['creditCode', content.creditCode || t('project.unknown')],
    ['origin', named(places.data?.places, content.origin)],
    ['industry', `${content.industry} ${named(choices.data?.industries, content.industry.slice(0, 2))}`],
    ['chapters', content.chapters.map(chapterOf).join('；') || t('project.unknown')],
    ...(course.counted < 1
      ? [['counted', percent(100 * course.counted, language, 0)] as [string, string]]
      : []),
  ];
  return (
    <dl className="facts">
      {rows.map(([key, value]) => (
        <div key={key}>
          <dt>{t(`project.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {amendments.length > 0 ? (
        <div>
          <dt>{t('project.amendments')}</dt>
          <dd>
            {amendments.map(({ on, document, reason }) => (
              <p key={`${on} ${document}`}>
                {on} {document} {reason}
              </p>
            ))}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}
