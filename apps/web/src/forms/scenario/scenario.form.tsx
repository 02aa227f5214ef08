import { ConfigProvider } from 'antd';
import type { Asked, PlanRequest, PlanResult } from '../../api/scenario.client.ts';
import { usePlanNames } from '../../figures/guidance/plan/plan-names.ts';
import { Skeleton } from '../../figures/state.tsx';
import { useWords } from '../../words/words.ts';
import { FairnessFields } from './fairness.fields.tsx';
import { LimitsFields } from './limits.fields.tsx';
import { MustsFields } from './musts.fields.tsx';
import { NeedsFields } from './needs.fields.tsx';
import { weightsOf } from './usual.ts';
import { WeightsFields } from './weights.fields.tsx';

/** What a scenario asks: what is weighed how, limits, fairness, and what shall or shall not be. */
export function ScenarioForm({
  asked,
  plan,
  disabled = false,
  onChange,
}: {
  asked: Asked;
  plan: PlanResult | undefined;
  disabled?: boolean;
  onChange: (asked: Asked) => void;
}) {
  const { t } = useWords();
  const names = usePlanNames();
  const { request, because } = asked;
  const change = (part: PlanRequest) => onChange({ request: { ...request, ...part }, because });
  if (!names) return <Skeleton height="60vh" />;
  return (
    <ConfigProvider componentDisabled={disabled}>
      <section className="scenario-settings" aria-label={t('placement.settings')}>
        <h2>{t('placement.settings')}</h2>
        <a className="to-result" href="#result-title">
          {t('placement.toResult')}
        </a>
        <WeightsFields weights={weightsOf(request)} onChange={(weights) => change({ weights })} />
        <LimitsFields asked={asked} names={names} powerOfMva={plan?.powerOfMva} onChange={onChange} />
        <NeedsFields request={request} names={names} change={change} />
        <FairnessFields request={request} change={change} />
        <MustsFields request={request} plan={plan} names={names} change={change} />
      </section>
    </ConfigProvider>
  );
}
