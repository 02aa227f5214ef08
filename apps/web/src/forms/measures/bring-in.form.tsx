import { useMutation } from '@tanstack/react-query';
import { measures } from '../../api/measure.client.ts';
import { Trouble } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';

/** Takes the text of a measure out of a workbook; of several one chooses. */
export function BringIn({ take }: { take: (measure: { id: string; text: string }) => void }) {
  const { t, of } = useWords();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: measures.bringIn,
    onSuccess: (found) => {
      const [only, ...more] = found.measures;
      if (only && more.length === 0 && found.faults.length === 0) take(only);
    },
  });
  return (
    <section className="measure-bring-in" aria-busy={isPending}>
      <input
        id="measure-workbook"
        className="unseen"
        type="file"
        accept=".xlsx"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) mutate(file);
          target.value = '';
        }}
      />
      <label htmlFor="measure-workbook" className="linkish">
        {t('measureEdit.bringIn')}
      </label>{' '}
      <small className="quiet">{t('measureEdit.bringInHint')}</small>
      {error ? <Trouble error={error} /> : null}
      {data && data.faults.length > 0 ? (
        <ul className="measure-faults">
          {data.faults.map((one) => (
            <li key={`${one.sheet}${one.row}${one.column}${one.message.en}`}>
              <b>{t('measureEdit.cell', { sheet: one.sheet, row: one.row, column: one.column })}</b>{' '}
              {of(one.message)}
              <small className="quiet">
                {t('state.remedy')} {of(one.remedy)}
              </small>
            </li>
          ))}
        </ul>
      ) : null}
      {data && data.measures.length > 1 ? (
        <p>
          {t('measureEdit.which')}{' '}
          {data.measures.map((one) => (
            <button key={one.id} type="button" className="linkish" onClick={() => take(one)}>
              {one.id}
            </button>
          ))}
        </p>
      ) : null}
    </section>
  );
}
