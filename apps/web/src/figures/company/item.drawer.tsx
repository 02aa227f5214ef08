import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { asks } from '../../api/asks.ts';
import type {
  CompanyPlan,
  ComparedFigure,
  ComparedPlace,
  Comparison,
  CostOfItem,
} from '../../api/company.client.ts';
import { paths } from '../../paths.ts';
import { money } from '../../words/amount.ts';
import { figureText } from '../../words/figure-text.ts';
import { useWords } from '../../words/words.ts';
import { PlaceBenefits } from './place-benefits.tsx';

interface Props {
  comparison: Comparison;
  plan: CompanyPlan;
  record: string | undefined;
  open: { place: ComparedPlace; item: string } | undefined;
  close: () => void;
}

/** One item of one park: what it comes to by year, how, and on which figures that rests. */
export function ItemDrawer({ comparison, plan, record, open, close }: Props) {
  const { t, of, language } = useWords();
  const item = open?.place.items.find((one) => one.item === open.item);
  return (
    <Drawer
      open={open !== undefined}
      onClose={close}
      size={Math.min(640, window.innerWidth)}
      title={open && item ? t('move.cell', { park: of(open.place.names), item: of(item.names) }) : ''}
      closable={{ 'aria-label': t('move.close') }}
    >
      {open && item ? (
        <div className="item-detail">
          <p>{of(item.basis)}</p>
          {item.npv === undefined ? (
            <Unknown item={item} place={open.place} record={record} />
          ) : (
            <>
              <p>
                {t('move.npvIs', { amount: money(item.npv, language) })}
                {item.low !== item.high
                  ? ` ${t('move.between', { low: money(item.low, language), high: money(item.high, language) })}`
                  : null}
              </p>
              {item.compared ? null : <p className="quiet">{t('move.notCompared')}</p>}
              <ByYear years={item.years ?? []} />
            </>
          )}
          <p className="quiet">
            <code>{item.formula}</code>
          </p>
          {item.item === 'benefits' ? (
            <PlaceBenefits place={open.place} plan={plan} />
          ) : (
            <Figures figures={comparison.figures.filter(({ id }) => item.figures.includes(id))} />
          )}
        </div>
      ) : null}
    </Drawer>
  );
}

function Unknown({
  item,
  place,
  record,
}: {
  item: CostOfItem;
  place: ComparedPlace;
  record: string | undefined;
}) {
  const { t, of } = useWords();
  return (
    <>
      <p>
        <b>{t('move.unknownBecause')}</b>
      </p>
      <ul className="dotted">
        {item.missing.map(({ names, field, fact }) => (
          <li key={`${fact}${field}`}>
            {of(names)}
            {field && record ? (
              <>
                {' '}
                <Link to={paths.companyPlan} params={{ id: record }} search={{ own: place.park }}>
                  {t('move.enterOwn')}
                </Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function ByYear({ years }: { years: readonly number[] }) {
  const { t, language } = useWords();
  return (
    <details>
      <summary>{t('move.byYear')}</summary>
      <table className="plain" aria-label={t('move.byYear')}>
        <tbody>
          {years.map((yuan, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place in the list
            <tr key={i}>
              <th scope="row">{t('move.yearNumber', { year: i + 1 })}</th>
              <td className="num">{money(yuan, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The numbers that an item rests on: each with where it comes from, of when, and how sure it is. */
function Figures({ figures }: { figures: readonly ComparedFigure[] }) {
  const { t, of, language } = useWords();
  const { data } = useQuery(asks.sources());
  if (figures.length === 0) return null;
  return (
    <>
      <h3>{t('move.restsOn')}</h3>
      <ul className="rests-on">
        {figures.map((figure) => {
          const source = data?.sources.find(({ id }) => id === figure.source);
          return (
            <li key={figure.id}>
              <b>{of(figure.names)}</b> {figureText(figure, language)}
              <small className="quiet">
                <span className="sure" data-sure={figure.sure}>
                  {t(`move.sure.${figure.sure}`)}
                </span>{' '}
                {figure.date ? t('move.ofDate', { date: figure.date }) : null}{' '}
                {source?.url ? (
                  <a href={source.url} rel="noreferrer">
                    {source.title}
                  </a>
                ) : (
                  (source?.title ?? figure.source)
                )}
                {source?.issuer ? ` · ${source.issuer}` : null}
                {figure.note ? ` · ${of(figure.note)}` : null}
              </small>
            </li>
          );
        })}
      </ul>
    </>
  );
}
