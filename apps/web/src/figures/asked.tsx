import { type ExploreState, exploreDefaults, list, namesGoods, namesPrefectures } from '../url-state.ts';
import { monthName, periodName } from '../words/month.ts';
import { useWords } from '../words/words.ts';
import { useRowNames } from './row-names.ts';

/** The question in words above its answer, so that a printed page says what it shows. */
export function Asked({ state, period }: { state: ExploreState; period: string }) {
  const { t, language } = useWords();
  const places = list(state.places).map((place) => place.split(':') as [level: string, code: string]);
  const goods = list(state.goods).map((code) => [levelOfGoods(code), code] as const);
  const chosen = [
    ...places,
    ...goods,
    ...list(state.partners).map((code) => ['partner', code] as const),
    ...list(state.tradeModes).map((code) => ['mode', code] as const),
  ];
  const name = useRowNames(chosen.map(([dimension]) => dimension));
  const { measure = exploreDefaults.measure, mode = exploreDefaults.mode } = state;
  const conditions = [
    ...(mode === 'all' ? [] : [t(`explore.modes.${mode}`)]),
    ...(state.edition && namesGoods(state)
      ? [t('laid.told', { edition: t(`laid.editions.${state.edition}`) })]
      : []),
    ...(state.boundaries && namesPrefectures(state)
      ? [t('laid.boundariesOf', { month: monthName(state.boundaries, language) })]
      : []),
    ...chosen.map(([dimension, code]) => name(dimension, code)),
    ...(state.asKnownAt ? [t('tabled.asKnownAt', { id: state.asKnownAt })] : []),
    ...(state.shape ? [state.shape] : []),
  ];
  return (
    <>
      <h2>
        {[
          t(`explore.measures.${measure}`),
          t(`flow.${state.flow ?? 'total'}`),
          periodName(period, language),
        ].join(' · ')}
      </h2>
      {conditions.length > 0 ? <p className="quiet">{conditions.join(' · ')}</p> : null}
    </>
  );
}

const levelOfGoods = (code: string): string =>
  code.length === 2 ? 'chapter' : code.length === 4 ? 'heading' : 'commodity';
