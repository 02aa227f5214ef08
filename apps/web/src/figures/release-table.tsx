import { useQuery } from '@tanstack/react-query';
import { addMonths, isMonth } from '@tidu/reference';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { asks } from '../api/asks.ts';
import { releaseAddress } from '../api/server.client.ts';
import type { ReleaseFace } from '../api/types.ts';
import { Choice } from '../forms/choice.form.tsx';
import { type ShownAs, shownAs } from '../url-state.ts';
import { amount, change, number, percent } from '../words/amount.ts';
import type { Language } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { ReleaseMap } from './release-map.tsx';
import { Skeleton, Trouble } from './state.tsx';

const mostRows = 200;
const mostColumns = 12;

interface Props {
  release: ReleaseFace;
  desk: boolean;
  /** Amounts, or what is derived from them. */
  show: ShownAs;
  onShow: (show: ShownAs) => void;
}

/** Places down, goods across, for one trade mode and month; what is suppressed says why. */
export function ReleaseTable({ release, desk, show, onShow }: Props) {
  const { t, of, language } = useWords();
  const amounts = useQuery(asks.release(release.id, desk));
  const derived = useQuery({ ...asks.derived(release.id, show, desk), enabled: show !== 'value' });
  const { data } = amounts;
  const error = amounts.error ?? derived.error;
  const [mode, setMode] = useState<string>();
  const [month, setMonth] = useState<string>();
  const [first, setFirst] = useState(0);
  const [mapped, setMapped] = useState(false);
  if (error) return <Trouble error={error} />;
  const told = show === 'value' ? data : derived.data;
  if (!data || !told) return <Skeleton height={320} />;
  const [places = [], goods = [], modes = [], periods = []] = data.dimensions.map(({ codes }) => codes);
  const toldOf = new Set(told.cells.map(({ key }) => key[3]));
  const months = periods.filter(({ code }) => toldOf.has(code));
  const at = { mode: mode ?? modes[0]?.code, month: toldOf.has(month) ? month : months[0]?.code };
  const cells = new Map(
    told.cells.flatMap((cell) =>
      cell.key[2] === at.mode && cell.key[3] === at.month
        ? [[`${cell.key[0]} ${cell.key[1]}`, cell] as const]
        : [],
    ),
  );
  const onMap = mapped && show !== 'value';
  const columns = goods.slice(first, first + mostColumns);
  const pages = Array.from({ length: Math.ceil(goods.length / mostColumns) }, (_, i) => i * mostColumns);
  const chosen = (codes: typeof modes) => codes.map(({ code, name }) => ({ value: code, label: of(name) }));
  return (
    <section aria-labelledby="table-title">
      <h2 id="table-title">{of(release.title)}</h2>
      <div className="actions">
        <Choice
          label={t('derived.label')}
          options={offered(periods.map(({ code }) => code)).map((value) => ({
            value,
            label: t(`derived.${value}`),
          }))}
          value={show}
          onChange={onShow}
        />
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
        {pages.length > 1 && !onMap ? (
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
        {show !== 'value' && places.length > 1 ? (
          <Button aria-pressed={onMap} onClick={() => setMapped(!mapped)}>
            {t(onMap ? 'table.show' : 'table.showMap')}
          </Button>
        ) : null}
        {release.status === 'published' ? (
          <a href={releaseAddress(release.id, show)} download>
            {t('release.download')}
          </a>
        ) : null}
      </div>
      <p className="quiet">{t(show === 'value' ? 'release.unit' : 'derived.only')}</p>
      {onMap ? (
        <ReleaseMap
          title={of(release.title)}
          show={show}
          places={places}
          goods={goods}
          cell={(place, good) => cells.get(`${place} ${good}`)}
          write={(value) => written(show, value, language)}
        />
      ) : (
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
                        {written(show, cell?.value, language)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="quiet">
        C {t('release.hidden')} · D {t('release.hiddenFor')}
      </p>
      {places.length > mostRows ? <p className="quiet">{t('release.more', { count: mostRows })}</p> : null}
    </section>
  );
}

/** Growth is offered where there is a month to compare with. */
function offered(months: readonly string[]): ShownAs[] {
  const all = new Set(months);
  const compares = (back: number) =>
    months.some((month) => isMonth(month) && all.has(addMonths(month, -back)));
  return shownAs.filter(
    (show) => (show !== 'growth' || compares(1)) && (show !== 'growth-on-year' || compares(12)),
  );
}

/** A figure as its measure is written; empty where there is nothing to compare with. */
function written(show: ShownAs, value: number | null | undefined, language: Language): string {
  if (value === undefined) return '';
  switch (show) {
    case 'value':
      return amount(value, language);
    case 'share':
      return percent(value, language);
    case 'lq':
      return value === null ? amount(value, language) : number(value, language, 2);
    default:
      return change(value, language);
  }
}
