import type { Names, Place, Region } from '@tidu/reference';
import type { Finding, Rule } from './checks.ts';
import type { Known } from './known.ts';

const regionNames: Readonly<Record<Region, Names>> = {
  east: { zh: '东部', en: 'east' },
  central: { zh: '中部', en: 'central' },
  west: { zh: '西部', en: 'west' },
  northeast: { zh: '东北', en: 'northeast' },
};

const noPlace: Finding = {
  verdict: 'unknown',
  from: 'form',
  says: { zh: '未填申报地', en: 'no place is given' },
  remedy: { zh: '选择申报地', en: 'choose the place of the applicant' },
};
const strange = (code: string): Finding => ({
  verdict: 'unknown',
  from: 'places',
  says: { zh: `代码 ${code} 不在行政区划表中`, en: `the code ${code} is not in the table of places` },
  remedy: { zh: '核对 GB/T 2260 代码', en: 'check the code of GB/T 2260' },
});

/** The four regions know provinces; a place has the one of its province. */
function regionOf(place: Place, { places }: Known): Region | undefined {
  return (
    place.region ??
    (place.parent ? places.get(place.parent)?.region : undefined) ??
    places.get(`${place.code.slice(0, 2)}0000`)?.region
  );
}

const municipalities = new Set(['110000', '120000', '310000', '500000']);

const applicantLevel: Rule = ({ place: code }, _, { places }) => {
  if (code === '') return noPlace;
  const place = places.get(code);
  if (!place) return strange(code);
  const { name, level } = place;
  const found = (verdict: Finding['verdict'], zh: string, en: string): Finding => ({
    verdict,
    from: 'places',
    says: { zh: `${name.zh}：${zh}`, en: `${name.en}: ${en}` },
  });
  if (level === 'prefecture') return found('met', '地市级', 'prefecture level');
  if (municipalities.has(code)) {
    return found('judgement', '直辖市，高于地市级', 'a municipality, above prefecture level');
  }
  if (level === 'county' && place.parent?.endsWith('0000') && !municipalities.has(place.parent)) {
    return found('judgement', '省直辖县级行政区', 'county level, directly under the province');
  }
  return found('not-met', '不是地市级', 'not of prefecture level');
};

const applicantRegion: Rule = ({ place: code }, { regions = [], inPrinciple }, known) => {
  if (code === '') return noPlace;
  const place = known.places.get(code);
  if (!place) return strange(code);
  const region = regionOf(place, known);
  if (!region) {
    return {
      verdict: 'unknown',
      from: 'places',
      says: { zh: `${place.name.zh}不属四大地区`, en: `${place.name.en} is in none of the four regions` },
    };
  }
  return {
    verdict: regions.includes(region) ? 'met' : inPrinciple ? 'judgement' : 'not-met',
    from: 'places',
    says: {
      zh: `${place.name.zh}位于${regionNames[region].zh}`,
      en: `${place.name.en} lies in the ${regionNames[region].en} region`,
    },
  };
};

/** A live framework agreement with a place of the east; one that is only declared is for people to judge. */
const pairing: Rule = ({ partner }, { regions = ['east'] }, known) => {
  const eastern = (code: string) => {
    const place = known.places.get(code);
    const region = place && regionOf(place, known);
    return region !== undefined && regions.includes(region);
  };
  const live = known.agreements.find((agreement) => eastern(agreement.partner));
  if (live) {
    return {
      verdict: 'met',
      from: 'agreements',
      says: {
        zh: `在执行的框架协议：${live.title.zh}`,
        en: `framework agreement in force: ${live.title.en}`,
      },
    };
  }
  if (partner.place === '') {
    return {
      verdict: 'not-met',
      from: 'agreements',
      says: {
        zh: '没有在执行的框架协议，也未填结对方',
        en: 'no agreement in force, and no partner is declared',
      },
      remedy: {
        zh: '登记与东部的框架协议，或填写结对方',
        en: 'register the agreement with the east, or declare the partner',
      },
    };
  }
  if (!eastern(partner.place)) {
    return {
      verdict: 'not-met',
      from: 'declared',
      says: {
        zh: `申报的结对方 ${partner.name || partner.place} 不在东部`,
        en: `the partner declared, ${partner.name || partner.place}, is not in the east`,
      },
      remedy: { zh: '填写东部的结对方', en: 'declare a partner in the east' },
    };
  }
  return {
    verdict: 'judgement',
    from: 'declared',
    says: {
      zh: `申报与${partner.name || partner.place}结对，尚无在执行的协议记录`,
      en: `declares a pairing with ${partner.name || partner.place}; no agreement in force is on record`,
    },
    remedy: { zh: '在“结对”中登记框架协议', en: 'register the framework agreement under pairings' },
  };
};

export const placeRules = {
  'applicant-level': applicantLevel,
  'applicant-region': applicantRegion,
  pairing,
} as const;
