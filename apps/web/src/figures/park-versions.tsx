import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { type ParkFact, type ParkField, parkAsks } from '../api/parks.client.ts';
import { programmeAsks } from '../api/programme.asks.ts';
import { useWords } from '../words/words.ts';
import { FactValue } from './fact-value.tsx';
import { SampleMark } from './record-head.tsx';
import { Trouble } from './state.tsx';
import { Versions } from './versions.tsx';

/** The versions of a profile for those concerned, and what changed between two of them, field by field. */
export function ParkVersions({ id, version }: { id: string; version: number }) {
  const { t, of } = useWords();
  const versions = useQuery(programmeAsks.versions('park-profiles', id, version));
  const fields = useQuery(parkAsks.fields());
  const [between, setBetween] = useState<{ from?: number; to?: number }>({});
  const to = between.to ?? version;
  const published = versions.data?.versions.find((one) => one.act === 'publishProfile' && one.version < to);
  const from = between.from ?? published?.version ?? 1;
  const found = useQuery({ ...parkAsks.differences(id, from, to), enabled: version > 1 });
  const options = (versions.data?.versions ?? []).map((one) => ({
    value: one.version,
    label: `${one.version} · ${one.at.slice(0, 10)} · ${of(one.actName)}`,
  }));
  if (version < 2) return <Versions plural="park-profiles" id={id} version={version} />;
  return (
    <>
      <section aria-label={t('park.differences')} className="differences">
        <h2>{t('park.differences')}</h2>
        <p>
          <Select
            aria-label={t('park.from')}
            value={from}
            options={options}
            onChange={(one) => setBetween({ ...between, from: one })}
          />
          {' → '}
          <Select
            aria-label={t('park.to')}
            value={to}
            options={options}
            onChange={(one) => setBetween({ ...between, to: one })}
          />
        </p>
        {found.error ? <Trouble error={found.error} /> : null}
        {found.data?.fields.length === 0 ? <p className="quiet">{t('park.same')}</p> : null}
        {found.data && found.data.fields.length > 0 ? (
          <div className="wide">
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t('park.field')}</th>
                  <th scope="col">{t('park.before')}</th>
                  <th scope="col">{t('park.after')}</th>
                </tr>
              </thead>
              <tbody>
                {found.data.fields.map((one) => {
                  const field = fields.data?.fields.find(({ id: name }) => name === one.field);
                  return (
                    <tr key={one.field}>
                      <th scope="row">{field ? of(field.name) : one.field}</th>
                      <td className="gone">
                        <Facts facts={one.gone} field={field} />
                      </td>
                      <td className="come">
                        <Facts facts={one.come} field={field} />
                        {one.open === undefined ? null : (
                          <span className="quiet">{t(one.open ? 'park.opened' : 'park.closed')}</span>
                        )}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        ) : null}
      </section>
      <Versions plural="park-profiles" id={id} version={version} />
    </>
  );
}

function Facts({ facts, field }: { facts: readonly ParkFact[]; field: ParkField | undefined }) {
  return (
    <ul>
      {facts.map(({ id, value, sample }) => (
        <li key={id}>
          <FactValue value={value} field={field} />
          {sample ? <SampleMark /> : null}
        </li>
      ))}
    </ul>
  );
}
