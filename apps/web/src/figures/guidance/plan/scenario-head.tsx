import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { programmeAsks } from '../../../api/programme.asks.ts';
import type { RecordSeen } from '../../../api/programme.client.ts';
import { scenarioOffices } from '../../../api/scenario.asks.ts';
import { type ScenarioContent, scenarios } from '../../../api/scenario.client.ts';
import { Acts } from '../../../forms/acts.form.tsx';
import { NewScenario } from '../../../forms/scenario/new-scenario.form.tsx';
import { ShareForm } from '../../../forms/scenario/share.form.tsx';
import { paths } from '../../../paths.ts';
import { shortLanguage } from '../../../words/language.ts';
import { useWords } from '../../../words/words.ts';
import { RecordHead } from '../../record-head.tsx';

/** Whose scenario it is, with whom it is shared, and what can be done with it as a whole. */
export function ScenarioHead({ record }: { record: RecordSeen<ScenarioContent> }) {
  const { t, of, language } = useWords();
  const session = useQuery(programmeAsks.session());
  const { data } = useQuery(scenarioOffices());
  const {
    owner = '',
    sharedWith = [],
    copyOf,
    request = {},
    because = [],
    name = '',
    result,
  } = record.content;
  const nameOf = (id: string) => {
    const found = data?.offices.find((one) => one.id === id);
    return found ? of(found.name) : id;
  };
  const mine = session.data?.asker?.organisation === owner;
  const address = (format: string, table: string) =>
    `/api/scenarios/${record.id}/plan.${format}?table=${table}&lang=${shortLanguage(language)}`;
  return (
    <RecordHead record={record}>
      {mine ? null : <p>{t('placement.byOther', { owner: nameOf(owner) })}</p>}
      {sharedWith.length > 0 ? (
        <p>{t('placement.sharedWith', { names: sharedWith.map(nameOf).join(t('list.comma')) })}</p>
      ) : null}
      {copyOf ? (
        <p className="quiet">
          <Link to={paths.guidancePlanCompare} search={{ a: copyOf, b: record.id }}>
            {t('placement.copyOf', { number: copyOf.replace(/^.*-/, '') })}
          </Link>
        </p>
      ) : null}
      <p className="actions">
        <Link to={paths.guidancePlan}>{t('placement.toList')}</Link>
        <Link to={paths.guidancePlanCompare} search={{ a: record.id }}>
          {t('placement.compareWith')}
        </Link>
        {(['placements', 'limits'] as const).flatMap((table) =>
          (['xlsx', 'csv'] as const).map((format) => (
            <a key={`${table} ${format}`} href={address(format, table)} download>
              {t('placement.download', {
                what: t(`placement.downloads.${table}`),
                format: format.toUpperCase(),
              })}
            </a>
          )),
        )}
        <Button size="small" onClick={() => window.print()}>
          {t('placement.print')}
        </Button>
      </p>
      {mine ? (
        <>
          <Acts plural={scenarios} record={record as RecordSeen} without={['share']} />
          {record.state === 'draft' ? <ShareForm record={record} /> : null}
        </>
      ) : null}
      <details>
        <summary>{t('placement.copy')}</summary>
        <NewScenario
          label={t('placement.copy')}
          asked={{ request, because }}
          result={result}
          copyOf={record.id}
          called={t('placement.copyName', { name })}
        />
      </details>
    </RecordHead>
  );
}
