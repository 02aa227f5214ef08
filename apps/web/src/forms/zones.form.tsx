import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { checkZones } from '../api/parks.client.ts';
import { Trouble } from '../figures/state.tsx';
import { ZonesMap } from '../maps/zones.map.tsx';
import { number } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import type { ParkFormProps } from './park-facts.form.tsx';

type Checked = Awaited<ReturnType<typeof checkZones>>;

/** Zones from a GeoJSON file: looked at first, with every fault named, then stated like any fact. */
export function ZonesForm({ place, busy, perform }: ParkFormProps & { place: string }) {
  const { t, of, language } = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const [checked, setChecked] = useState<Checked>();
  const [source, setSource] = useState('');
  const [error, setError] = useState<unknown>();
  const look = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setError(undefined);
    setChecked(undefined);
    await file.text().then(checkZones).then(setChecked, setError);
    if (chooser.current) chooser.current.value = '';
  };
  const state = async (zones: Checked['zones']): Promise<void> => {
    const fact = { field: 'zones', value: { zones }, source };
    if (await perform('state', { facts: [fact] })) setChecked(undefined);
  };
  const zones = checked?.zones ?? [];
  const total = checked?.drawnKm2.reduce((sum, area) => sum + area, 0) ?? 0;
  return (
    <section aria-label={t('parkZones.title')} className="zones-form">
      <h2>{t('parkZones.title')}</h2>
      <p className="quiet">{t('parkZones.lead')}</p>
      <p className="quiet">{t('parkZones.shifted')}</p>
      <p>
        <Button onClick={() => chooser.current?.click()}>{t('parkZones.choose')}</Button>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={t('parkZones.choose')}
          accept=".geojson,.json"
          onChange={({ target }) => void look(target.files?.[0])}
        />
      </p>
      {error ? <Trouble error={error} /> : null}
      {checked && checked.faults.length > 0 ? (
        <div role="alert" className="zone-faults">
          <p>
            <b>{t('parkZones.faults', { count: checked.faults.length })}</b>
          </p>
          <ul>
            {checked.faults.map((fault) => (
              <li key={JSON.stringify(fault)}>
                {(['feature', 'polygon', 'ring', 'point'] as const)
                  .filter((part) => fault[part] !== undefined)
                  .map((part) => t(`parkZones.at.${part}`, { n: fault[part] ?? 0 }))
                  .join(t('list.comma'))}{' '}
                {of(fault.problem)} <span className="quiet">{of(fault.remedy)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {zones.length > 0 ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void state(zones);
          }}
        >
          <ZonesMap place={place} zones={zones} />
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('park.zones')}</th>
                <th scope="col" className="num">
                  {t('parkZones.declared')}
                </th>
                <th scope="col" className="num">
                  {t('parkZones.drawn')}
                </th>
              </tr>
            </thead>
            <tbody>
              {zones.map((zone, i) => (
                <tr key={zone.name.zh}>
                  <th scope="row">{of(zone.name)}</th>
                  <td className="num">
                    {zone.areaKm2 === undefined ? t('park.unknown') : number(zone.areaKm2, language, 2)}
                  </td>
                  <td className="num">{number(checked?.drawnKm2[i] ?? 0, language, 2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="stating-end">
            <span>{t('parkZones.total', { value: number(total, language, 2) })}</span>
            <label htmlFor="zones-source">{t('parkEdit.source')}</label>
            <Input
              id="zones-source"
              required
              maxLength={300}
              value={source}
              onChange={({ target }) => setSource(target.value)}
              placeholder={t('parkEdit.sourceHint')}
            />
            <Button htmlType="submit" loading={busy === 'state'}>
              {t('parkZones.state')}
            </Button>
          </p>
        </form>
      ) : null}
    </section>
  );
}
