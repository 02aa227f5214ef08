import {
  type Finding,
  findingsOf,
  misses,
  type Outcome,
  type PlacesKnown,
  placesOf,
  type Rule,
  readMeasure,
} from '@tidu/policy';
import { dateIn, liesIn, type MeasureContent, type Measures, type Reason } from '@tidu/programme';
import type { Pack } from '@tidu/reference';
import { costsOfPack } from './comparing.store.ts';
import { faultTold } from './measure-fault-words.ts';
import { type MeasuresInForce, measuresOfPack } from './measures.store.ts';
import { plansTouched, rulesAround } from './plans-touched.ts';
import { sourcesKnown } from './told-measure.ts';

/** Measures as the programme asks of them. */
export function programmeMeasures(pack: Pack, packRoot: string, now: () => Date): Measures {
  return {
    async faults(draft, others) {
      const { rule, faults } = readMeasure(`${draft.measure}.yaml`, draft.text);
      if (!rule) {
        return faults.map(faultTold).map(({ line, path, message }) => ({
          zh: `第${line}行${path && ` ${path}`}：${message.zh}`,
          en: `line ${line}${path && `, ${path}`}: ${message.en}`,
        }));
      }
      const ofPack = measuresOfPack(packRoot);
      const { after } = rulesAround({ measure: draft.measure, after: draft.text }, others, ofPack);
      const found = findingsOf(rule, after, {
        today: dateIn(now()),
        sources: sourcesKnown(pack),
        placeOf: placesOf(pack),
      });
      return [
        ...standing(draft, rule),
        ...unlike(rule, placesOf(pack)),
        ...another(draft, others, ofPack),
        ...wrong(found),
      ];
    },
    async touched(change, others, plans) {
      const around = rulesAround(change, others, measuresOfPack(packRoot));
      return plansTouched(around, plans, { pack, costs: costsOfPack(packRoot), today: dateIn(now()) });
    },
  };
}

const verdicts: Readonly<Record<Outcome['verdict'], string>> = {
  given: '给予',
  'not-eligible': '不符合',
  unknown: '待定',
  'not-in-force': '未施行',
  excluded: '被排斥',
};

type Draft = Pick<MeasureContent, 'measure' | 'title' | 'text' | 'place'>;

/** A measure holds nowhere but in its writer's territory, and is called what its text says. */
function standing(draft: Draft, { measure: { title, holds } }: Rule): Reason[] {
  const outside = holds.in.filter((place) => !liesIn(place, draft.place));
  return [
    ...(outside.length > 0
      ? [
          {
            zh: `施行地区${outside.join('、')}不在${draft.place}辖区内`,
            en: `it holds in ${outside.join(', ')}, which does not lie in ${draft.place}`,
          },
        ]
      : []),
    ...(title.zh !== draft.title.zh || title.en !== draft.title.en
      ? [
          {
            zh: `标题与正文不一致：正文为“${title.zh}”`,
            en: `its text is called “${title.en}”: save it again`,
          },
        ]
      : []),
  ];
}

/** Examples that come out otherwise than its author reckoned; a text without any proves nothing. */
function unlike(rule: Rule, placeOf: PlacesKnown): Reason[] {
  const { examples } = rule.measure;
  if (examples.length === 0)
    return [{ zh: '没有算例：至少写一个', en: 'it has no worked example: write one at least' }];
  return misses(rule, placeOf).map(({ example, came }) => {
    const { zh, en } = examples[example]?.name ?? { zh: '', en: '' };
    return {
      zh: `算例“${zh}”结果不符：得出${verdicts[came.verdict]}${came.total === undefined ? '' : `，共${came.total}元`}`,
      en: `the example “${en}” comes out otherwise: ${came.verdict}${came.total === undefined ? '' : `, CNY ${came.total} in all`}`,
    };
  });
}

/** What the linter calls an error: such a measure cannot do what its author means. */
const wrong = (found: readonly Finding[]): Reason[] =>
  found
    .filter(({ weight }) => weight === 'error')
    .map(({ message, remedy }) => ({
      zh: `${message.zh}：${remedy.zh}`,
      en: `${message.en}: ${remedy.en}`,
    }));

/** Nobody takes the place of a measure that holds beyond their own territory. */
function another(draft: Draft, others: readonly MeasureContent[], ofPack: MeasuresInForce): Reason[] {
  const kept = others.find(({ measure }) => measure === draft.measure);
  const rule = kept
    ? readMeasure(`${kept.measure}.yaml`, kept.text).rule
    : ofPack.measures.get(draft.measure)?.rule;
  if (!rule || rule.measure.holds.in.every((place) => liesIn(place, draft.place))) return [];
  return [
    {
      zh: `编号“${draft.measure}”已属另一地区的“${rule.measure.title.zh}”，请另取编号`,
      en: `the id “${draft.measure}” is that of “${rule.measure.title.en}” of another place: choose another id`,
    },
  ];
}
