import { useQueryClient } from '@tanstack/react-query';
import { type Face, programme } from '../../api/programme.client.ts';
import { FieldsForm } from '../../forms/review/fields.form.tsx';
import { useWords } from '../../words/words.ts';
import { SampleMark, StateTag } from '../record-head.tsx';

/** Who may be drawn, and where the desk enters another. */
export function ExpertRegister({ records }: { records: readonly Face[] }) {
  const { t, of } = useWords();
  const client = useQueryClient();
  return (
    <section aria-labelledby="experts-title">
      <h2 id="experts-title">{t('experts.title')}</h2>
      <p className="quiet">{t('experts.lead', { count: records.length })}</p>
      <ul className="dotted">
        {records.map((one) => (
          <li key={one.id}>
            {of(one.title)} <StateTag record={one} />
            {one.sample ? <SampleMark /> : null}
          </li>
        ))}
      </ul>
      <details className="beginning">
        <summary>{t('experts.add')}</summary>
        <FieldsForm
          action={t('experts.add')}
          fields={(['account', 'name', 'employer', 'place', 'fields'] as const).map((name) => ({
            name,
            label: t(`experts.${name}`),
          }))}
          send={async ({ account = '', name = '', employer = '', place = '', fields = '' }) => {
            await programme.create('experts', {
              account,
              name,
              employer: { name: employer },
              place,
              fields: `${fields}`.split(/[,，、\s]+/).filter(Boolean),
            });
            await client.invalidateQueries({ queryKey: ['records', 'experts'] });
          }}
        />
      </details>
    </section>
  );
}
