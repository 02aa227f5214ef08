import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useWords } from '../words/words.ts';
import type { ParkFormProps } from './park-facts.form.tsx';

/** Which fields everybody may see, from the next publication on. */
export function OpenFields({ fields, open, busy, perform }: ParkFormProps & { open: readonly string[] }) {
  const { t, of } = useWords();
  const [chosen, setChosen] = useState<readonly string[]>(open);
  const changed = [...chosen].sort().join() !== [...open].sort().join();
  return (
    <section aria-label={t('parkEdit.open')}>
      <h2>{t('parkEdit.open')}</h2>
      <p className="quiet">{t('parkEdit.openLead')}</p>
      <div className="open-fields">
        {fields.map(({ id, name }) => (
          <Checkbox
            key={id}
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              setChosen(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          >
            {of(name)}
          </Checkbox>
        ))}
      </div>
      <p>
        <Button
          disabled={!changed}
          loading={busy === 'open'}
          onClick={() => void perform('open', { fields: chosen })}
        >
          {t('parkEdit.saveOpen')}
        </Button>
      </p>
    </section>
  );
}
