import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { asks } from '../api/asks.ts';
import { releaseAddress } from '../api/server.client.ts';
import type { ReleaseFace } from '../api/types.ts';
import { amount } from '../words/amount.ts';
import { useWords } from '../words/words.ts';
import { Skeleton, Trouble } from './state.tsx';

const mostRows = 200;
const mostColumns = 12;

/** Places down, goods across, for one trade mode and month; what is suppressed says why. */
export function ReleaseTable({ release, desk }: { release: ReleaseFace; desk: boolean }) {
  const { t, of, language } = useWords();
  const { data, error } = useQuery(asks.release(release.id, desk));
  const [mode, setMode] = useState<string>();
  const [month, setMonth] = useState<string>();
  const [first, setFirst] = useState(0);
  if (error) return <Trouble error={error} />;
  if (!data) return <Skeleton height={320} />;
  const [places = [], goods = [], modes = [], months = []] = data.dimensions.map(({ codes }) => codes);
  const at = { mode: mode ?? modes[0]?.code, month: month ?? months[0]?.code };
  const cells = new Map(
    data.cells.flatMap((cell) =>
      cell.key[2] === at.mode && cell.key[3] === at.month
        ? [[`${cell.key[0]} ${cell.key[1]}`, cell] as const]
        : [],
    ),
  );
  const columns = goods.slice(first, first + mostColumns);
  const pages = Array.from({ length: Math.ceil(goods.length / mostColumns) }, (_, i) => i * mostColumns);
  const chosen = (codes: typeof modes) => codes.map(({ code, name }) => ({ value: code, label: of(name) }));
  return (
    <section aria-labelledby="table-title">
      <h2 id="table-title">{of(release.title)}</h2>
      <div className="actions">
        {modes.length > 1 ? (
          <Select aria-label={t('release.mode')} value={at.mode} options={chosen(modes)} onChange={setMode} />
        ) : null}
        {months.length > 1 ? (
          <Select
            aria-label={t('release.month')}
            value={at.month}
            options={chosen(months)}
            onChange={setMonth}
          />
        ) : null}
        {pages.length > 1 ? (
          <Select
            aria-label={t('release.commodity')}
            value={first}
            onChange={setFirst}
            options={pages.map((from) => ({
              value: from,
              label: `${of(goods[from]?.name ?? { zh: '', en: '' })} …`,
            }))}
            popupMatchSelectWidth={false}
          />
        ) : null}
        {release.status === 'published' ? (
          <a href={releaseAddress(release.id)} download>
            {t('release.download')}
          </a>
        ) : null}
      </div>
      <p className="quiet">{t('release.unit')}</p>
      <div className="wide">
        <table className="plain released" aria-labelledby="table-title">
          <thead>
            <tr>
              <th scope="col">{t('release.place')}</th>
              {columns.map(({ code, name }) => (
                <th key={code} scope="col" className="num" title={of(name)}>
                  {/^\d/.test(code) ? code : of(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.slice(0, mostRows).map((place) => (
              <tr key={place.code}>
                <th scope="row">{of(place.name)}</th>
                {columns.map(({ code }) => {
                  const cell = cells.get(`${place.code} ${code}`);
                  return cell?.suppressed ? (
                    <td
                      key={code}
                      className="num hidden-cell"
                      title={t(cell.suppressed === 'primary' ? 'release.hidden' : 'release.hiddenFor')}
                    >
                      {cell.suppressed === 'primary' ? 'C' : 'D'}
                    </td>
                  ) : (
                    <td key={code} className="num">
                      {amount(cell?.value, language)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        C {t('release.hidden')} · D {t('release.hiddenFor')}
      </p>
      {places.length > mostRows ? <p className="quiet">{t('release.more', { count: mostRows })}</p> : null}
    </section>
  );
}
