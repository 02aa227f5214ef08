import { useQuery } from '@tanstack/react-query';
import { asks } from '../../api/asks.ts';
import type { ComparedPlace, Comparison } from '../../api/company.client.ts';
import { amount, money, number, percent } from '../../words/amount.ts';
import { useWords } from '../../words/words.ts';
import { DepthReceipt } from './depth-receipt.tsx';

type Supply = ComparedPlace['depth'][number];
type People = ComparedPlace['people'][number];

/** How deep suppliers and labour are in each park, from the statistics: told, and in no sum. */
export function Depth({ comparison: { places } }: { comparison: Comparison }) {
  const { t, of } = useWords();
  const { data } = useQuery(asks.places());
  const nameOf = (code: string) => {
    const found = data?.places.find((place) => place.code === code);
    return found ? of(found.short ?? found.name) : code;
  };
  const noDepth = places.every(({ depth }) => depth.length === 0);
  return (
    <section aria-labelledby="depth-title">
      <h2 id="depth-title">{t('move.depth')}</h2>
      <p className="quiet">
        {t('move.depthLead')} {noDepth ? t('move.noDepth') : null}
      </p>
      <div className="wide">
        <table className="plain ways" aria-label={t('move.depth')}>
          <thead>
            <tr>
              {(['park', 'suppliers', 'people'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`move.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map(({ park, code, names, depth, people }) => (
              <tr key={park}>
                <th scope="row">{of(names)}</th>
                <td>
                  {depth.length === 0 ? t('move.unknown') : null}
                  {depth.map((one) => (
                    <Supplies key={`${one.name}${one.chapter}`} one={one} place={nameOf(one.place)} />
                  ))}
                </td>
                <td>
                  {people.some(({ item }) => item === 'people.working-age') ? null : (
                    <div>{t('move.workingAgeUnknown')}</div>
                  )}
                  {people.map((one) => (
                    <PeopleThere
                      key={one.item}
                      one={one}
                      wider={one.place === code ? undefined : nameOf(one.place)}
                    />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** One figure of the statistics; of goods of which the tables have nothing it is not said that there are none. */
function Supplies({ one, place }: { one: Supply; place: string }) {
  const { t, language } = useWords();
  const name = t(`move.depthOf.${one.name}`, { chapter: one.chapter, place });
  const value = one.unit === 'CNY' ? money(one.value, language) : number(one.value, language, 2);
  return (
    <div>
      {name} <b>{one.value === 0 ? t('move.noneLoaded') : value}</b>{' '}
      <small className="quiet">{one.period}</small>{' '}
      {one.synthetic ? <span className="sample-mark">{t('measureEdit.synthetic')}</span> : null}{' '}
      <DepthReceipt one={one} name={name} />
    </div>
  );
}

function PeopleThere({ one, wider }: { one: People; wider: string | undefined }) {
  const { t, of, language } = useWords();
  const { data } = useQuery(asks.sources());
  const source = data?.sources.find(({ id }) => id === one.source);
  return (
    <div>
      {wider ? t('move.peopleOf', { place: wider, people: of(one.names) }) : of(one.names)}{' '}
      <b>{t('move.peopleCount', { number: amount(one.value, language) })}</b>
      {one.jobsShare === undefined
        ? null
        : ` · ${t('move.jobsShare', { share: percent(one.jobsShare * 100, language, 3) })}`}{' '}
      <small className="quiet">
        <span className="sure" data-sure={one.sure}>
          {t(`move.sure.${one.sure}`)}
        </span>{' '}
        {t('move.ofDate', { date: one.date })}{' '}
        {source?.url ? (
          <a href={source.url} rel="noreferrer">
            {source.title}
          </a>
        ) : (
          (source?.title ?? one.source)
        )}
        {one.note ? ` · ${of(one.note)}` : null}
      </small>
    </div>
  );
}
