import { useWords } from '../../words/words.ts';

const rows = ['for', 'notFor', 'restsOn', 'made', 'tested', 'fails', 'unknown'] as const;

/** What the prediction is for and what it must not be used for, in plain words. */
export function ModelCard() {
  const { t } = useWords();
  return (
    <section aria-labelledby="card-title">
      <h2 id="card-title">{t('prediction.card.title')}</h2>
      <dl className="facts">
        {rows.flatMap((row) => [
          <dt key={`${row}-name`}>{t(`prediction.card.${row}.name`)}</dt>,
          <dd key={row}>{t(`prediction.card.${row}.text`)}</dd>,
        ])}
      </dl>
    </section>
  );
}
