import { guidanceNextZhCN } from './zh-CN.guidance.next.ts';
import { placementZhCN } from './zh-CN.guidance.plan.ts';

export const guidanceZhCN = {
  ...guidanceNextZhCN,
  ...placementZhCN,
  guidance: {
    label: '承接引导的各个问题',
    pages: {
      guidance: '承接引导',
      guidancePrediction: '谁将上升',
      guidanceLeaving: '谁要转出',
      guidanceCapacity: '谁能承接',
      guidancePlan: '承接方案',
      guidancePairing: '与谁结对',
      guidanceEffect: '成效如何',
      guidanceParks: '各园区下一步',
      guidanceNext: '全国下一步',
    },
    leads: {
      guidancePrediction: '哪个城市哪类商品占全国出口的份额可能上升，为什么；过去若照此推断准不准。',
      guidance:
        '什么产业，从哪里来，适合哪个产业园，依据是什么，事后看对不对。每个数字都附来历，可重新计算。',
      guidanceLeaving: '东部各城市、各商品组的转出压力，可能转出多少，过去可能去了哪里。',
      guidanceCapacity:
        '各产业园的承接能力：指标、权重和位次区间；对每类商品，有什么基础、还剩什么条件、企业要付多少成本。',
      guidancePlan:
        '什么从哪里到哪个产业园，在用地、用电、用工等限额之内；改一项限额，看方案怎么变、为什么。',
      guidancePairing:
        '东部城市要移出的，哪个园区接得住：按双方各自的名单稳定配对。已生效的协议不动，建议只填补空余名额。',
      guidanceEffect:
        '认定以后，园区城市与可比城市相比有没有不同，有多大把握；各项目的承诺与统计是否对得上。',
      guidanceParks: '一个园区接下来做什么，按轻重排列，逐条附理由和出处。',
      guidanceNext: '工作在哪里见效、哪里没有，多一份资源值多少，缺哪些结对和资料，按轻重排列。',
    },
    method: {
      prediction: '用当时已知的情况作带约束的逻辑回归，从已见分晓的时段学得份额上升的可能性',
      'back-test': '站在过去每一时段，只从当时已见分晓的时段学习并推断，与实际和四种简单做法相比',
      known: '取已载入、能分到城市、两个时段可比的最细统计表；各园区以您可见的资料为准',
      'pairing-advice':
        '双方各按商品互补、产业关联、距离和已有往来排出名单，对生效协议之外的名额用延迟接受法（Gale–Shapley）稳定配对',
      effect:
        '园区城市出口的对数，认定前后与无园区城市比较：分批的双重差分，区间取自按城市归并的误差或安慰剂，另以合成控制及时间、地点安慰剂检验',
      promises: '各项目分年承诺和报告的出口，与园区城市同类商品出口自项目首年前一年以来的变化并列',
      leaving:
        '压力＝各部分得分按权重平均：份额流失（偏离份额法的竞争分量）、下降持续、工资和电价差距、劳动密集程度、加工贸易增值率、全国集中度、专业化程度；区间来自权重、时段和未知部分的抽样；可能转出＝每年流失×3年，不超过现有出口',
      flows:
        '按商品组，在各城市的得失之间求运距最短并偏向按比例的流向（ε=150 公里）；上下限在按比例分摊与运距最短之间',
      capacity:
        '指标极差标准化，熵权，TOPSIS 贴近度；只用半数以上产业园有数的指标；并列 CRITIC 权重和等权；位次区间来自权重、标准化方法和未知数值的抽样',
      'park-fit':
        '产业园所在城市在该商品组的关联密度、区位商、梯度系数、每年多增；剩余条件以园区资料为准；到港路线；代表该商品组的典型企业十年成本和政策',
      'park-next':
        '综合其他各项引导和园区填报的资料逐类提出建议；得分＝类别权重×程度×把握；对未知的事只建议去填报或载入',
      'ministry-next': '对整个工作同样办理；得分＝类别权重×程度×把握',
    },
    known: '引导依据的资料',
    ties: '结对共建 {{pairings}} 对，您可见的有效协议 {{agreements}} 份、转移项目 {{projects}} 个。',
    stated: '取您可见的各园区资料；没有填报或不公开的为未知，不作估计。',
    resources: {
      'land-left': '剩余用地',
      'factories-left': '剩余厂房',
      power: '供电',
      water: '供水',
      labour: '可用劳动力',
      dormitories: '宿舍',
    },
    synthetic: '合成',
    allGoods: '全部商品（所载数据不分商品）',
    byGroups: '{{count}} 个商品组',
    restsOn: {
      processing:
        '依据：加工贸易，{{goods}}，{{first}}至{{last}}共 {{count}} 期，{{of}} 个城市中 {{told}} 个有数。',
      all: '依据：全部贸易方式（所载数据不分贸易方式），{{goods}}，{{first}}至{{last}}共 {{count}} 期，{{of}} 个城市中 {{told}} 个有数。',
    },
    noStatistics: '尚无两个可比时段的分城市统计：请在“数据”中载入海关数据，再看引导结果。',
    receipt: {
      asked: '所问',
      pack: '资料包',
      figures: '依据的统计数字（{{count}}）',
      records: '依据的业务记录（{{count}}）',
      record: '{{id}}（第 {{version}} 版）',
    },
  },
};

export const guidanceRefusalsZhCN = {
  'no-statistics': '没有两个可比时段的分城市统计。',
  'place-unknown': '没有这个城市，或它不适用于这个问题。',
  'park-unknown': '没有这个已认定的产业园。',
  'not-computable': '依据现有资料算不出。',
};

export const guidanceRemediesZhCN = {
  'no-statistics': '请在“数据”中载入分地区的海关统计，至少两年的相同月份。',
  'place-unknown': '请从列表中选择。',
  'park-unknown': '请从列表中选择。',
  'not-computable': '请换一类商品或时段，或补充资料。',
};
