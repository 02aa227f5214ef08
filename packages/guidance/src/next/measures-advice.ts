import { type Names, words } from '@tidu/reference';
import type { Draft, Reason } from './advice.ts';
import { helpfulMeasures, inForce, measureKindNames, ownMeasures } from './helpful-measures.ts';
import type { Adviser } from './sight.ts';

/** Kinds that are named at most, and other parks that must have one. */
const [named, atLeast] = [3, 2];
/** Days ahead at which an end is near, and days after which an end is the past. */
const [near, past] = [365, 1096];

/** Kinds of measures that other parks have and this one lacks; measures of this place that end soon or have ended. */
export const measuresAdvice: Adviser = (sight, { park }) => {
  const { rules, day, parks } = sight.ground;
  const own = ownMeasures(rules, park.place);
  const kindsInForce = new Set(own.filter((one) => inForce(one, day)).map(({ kind }) => kind));
  const ending = own.flatMap(({ id, title, kind, holds: { to } }): Draft[] => {
    if (to === undefined) return [];
    const days = Math.round((Date.parse(to) - Date.parse(day)) / 86_400_000);
    const soon = days >= 0 && days <= near;
    // What followed it is a measure of its own: only a kind that is no longer there is missed.
    if (!soon && !(days < 0 && days > -past && !kindsInForce.has(kind))) return [];
    const reason = (code: string, says: Names): Reason => ({
      code,
      says,
      quantity: { value: Math.abs(days), as: 'days' },
      evidence: { in: 'measure', measure: id },
      madeUp: null,
    });
    return [
      {
        kind: 'measure-ends',
        extent: soon ? 1 - days / (2 * near) : 0.5,
        sure: 'stated',
        about: { what: 'measure', id, names: title },
        says: soon
          ? words(
              `在到期前决定是否续期：${title.zh}`,
              `Decide before it ends whether to prolong: ${title.en}`,
            )
          : words(`已到期，决定续期还是另立：${title.zh}`, `It has ended; prolong or replace: ${title.en}`),
        reasons: [
          soon
            ? reason('ends', words(`${to}到期，还有`, `It ends on ${to}, in`))
            : reason(
                'ended',
                words(
                  `${to}已到期，库中本地再没有${measureKindNames[kind].zh}类措施，已过`,
                  `It ended on ${to}, and the library has no other measure here for ${measureKindNames[kind].en}; since then`,
                ),
              ),
        ],
      },
    ];
  });
  const ended = new Set(
    own.flatMap(({ id, kind }) => (ending.some(({ about }) => about.id === id) ? [kind] : [])),
  );
  const lacking = helpfulMeasures(sight, park)
    .filter((help) => help.parks >= atLeast && !ended.has(help.kind))
    .slice(0, named)
    .map(
      ({ kind, parks: having, elsewhere }): Draft => ({
        kind: 'add-measure',
        extent: having / (parks.length - 1),
        sure: 'stated',
        about: { what: 'measure-kind', id: kind, names: measureKindNames[kind] },
        says: words(
          `核实本地有没有“${measureKindNames[kind].zh}”类措施：有则登记，没有则参照其他园区研究`,
          `See whether there is a measure for ${measureKindNames[kind].en} here: record it, or consider one as other parks have it`,
        ),
        reasons: elsewhere.map(({ measure, title, park: where, yuan, plan }) => ({
          code: 'others-have',
          says:
            yuan === null || plan === null
              ? words(`${where.zh}：${title.zh}`, `${where.en}: ${title.en}`)
              : words(
                  `${where.zh}：${title.zh}，典型${plan.zh}企业十年可得`,
                  `${where.en}: ${title.en}; a typical plan (${plan.en}) gets over ten years`,
                ),
          quantity: yuan === null ? null : { value: yuan, as: 'money' as const },
          evidence: { in: 'measure', measure },
          madeUp: null,
        })),
        measures: [{ kind, elsewhere }],
      }),
    );
  return [...ending, ...lacking];
};
