import { useQuery } from '@tanstack/react-query';
import { asks } from '../../api/asks.ts';
import type { Told } from '../../api/company.client.ts';
import { useWords } from '../../words/words.ts';

/** What a company tells, exactly as the park sees it. */
export function IntentTold({ told, answerBy }: { told: Told; answerBy: string }) {
  const { t, of } = useWords();
  const { data } = useQuery(asks.codes('commodities', 'chapter'));
  const nameOf = (chapter: string, said: string | undefined) => {
    const name = data?.records.find(({ code }) => code === chapter)?.name;
    const known = name && (typeof name === 'string' ? name : of({ zh: name.zh ?? name.en, en: name.en }));
    return [chapter, said ?? known].filter(Boolean).join(' ');
  };
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['name', told.name ?? t('intent.unnamed')],
    ['industry', told.industry],
    ['products', told.products.map(({ chapter, name }) => nameOf(chapter, name)).join(t('list.comma'))],
    ['investment', told.investment && t(`intent.range.${told.investment}`)],
    ['jobs', told.jobs && t(`intent.range.${told.jobs}`)],
    ['when', told.when],
    ['message', told.message],
    ['contact', told.contact],
    ['answerBy', answerBy],
  ];
  return (
    <dl className="facts intent-told">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`intent.${name}`)}</dt>
          <dd>{value || <span className="quiet">{t('intent.notTold')}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
