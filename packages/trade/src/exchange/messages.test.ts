import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Release } from '../protect/release.ts';
import { usualPolicy } from '../protect/release-request.ts';
import { flowOfRelease, observationsOfRelease } from './flow-of-release.ts';
import type { Registry } from './registry.ts';
import { csvData } from './sdmx-csv.ts';
import { jsonData } from './sdmx-json-data.ts';
import { jsonStructures } from './sdmx-json-structure.ts';
import { errorMessage } from './sdmx-ml.ts';
import { genericData, structureSpecificData } from './sdmx-ml-data.ts';
import { structureMessage } from './sdmx-ml-structure.ts';
import { type DataAnswer, ends } from './series.ts';
import { structuresOf } from './structure-query.ts';

const prepared = '2024-06-01T08:00:00.000Z';
/** A made-up release of two provinces: one of them is alone in March, and the other hides it. */
const release: Release = {
  id: 'R7',
  title: { zh: '出口 <甲 & 乙>', en: 'Exports, "small" & made up' },
  status: 'published',
  madeAt: prepared,
  flow: 'export',
  unit: 'CNY',
  period: { from: '2024-02', to: '2024-03' },
  dimensions: [
    {
      id: 'place',
      codes: [
        { code: '100000', name: { zh: '全国', en: 'China' } },
        { code: '340000', parent: '100000', name: { zh: '安徽', en: 'Anhui' } },
        { code: '450000', parent: '100000', name: { zh: '广西', en: 'Guangxi, "GX"' } },
      ],
    },
    {
      id: 'month',
      codes: ['2024-02', '2024-03'].map((code) => ({ code, name: { zh: code, en: code } })),
    },
  ],
  cells: [
    { key: ['100000', '2024-02'], value: 30 },
    { key: ['340000', '2024-02'], value: 10 },
    { key: ['450000', '2024-02'], value: 20 },
    { key: ['100000', '2024-03'], value: 50 },
    { key: ['340000', '2024-03'], value: null, suppressed: 'primary' },
    { key: ['450000', '2024-03'], value: null, suppressed: 'secondary' },
  ],
  policy: usualPolicy,
  loads: [1],
  synthetic: true,
};
const flow = flowOfRelease(release);
const answer = (rest: Partial<DataAnswer> = {}): DataAnswer => ({
  flow,
  observations: observationsOfRelease(release).filter(({ key }) => key[2] !== '100000'),
  at: 'TIME_PERIOD',
  detail: 'full',
  prepared,
  ...rest,
});
const whole = (pieces: Iterable<string>): string => [...pieces].join('');

describe('a data message', () => {
  it('in SDMX-ML, generic', () => {
    expect(whole(genericData(answer()))).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <mes:GenericData xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common" xmlns:gen="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic"><mes:Header><mes:ID>R7</mes:ID><mes:Test>false</mes:Test><mes:Prepared>2024-06-01T08:00:00.000Z</mes:Prepared><mes:Sender id="TIDU"/><mes:Structure structureID="R7" dimensionAtObservation="TIME_PERIOD"><com:Structure><Ref agencyID="TIDU" id="R7" version="1.0"/></com:Structure></mes:Structure></mes:Header><mes:DataSet structureRef="R7" action="Information"><gen:Series><gen:SeriesKey><gen:Value id="FREQ" value="M"/><gen:Value id="FLOW" value="X"/><gen:Value id="PLACE" value="340000"/><gen:Value id="CURRENCY" value="CNY"/></gen:SeriesKey><gen:Attributes><gen:Value id="UNIT_MEASURE" value="CNY"/><gen:Value id="UNIT_MULT" value="0"/></gen:Attributes><gen:Obs><gen:ObsDimension value="2024-02"/><gen:ObsValue value="10"/><gen:Attributes><gen:Value id="OBS_STATUS" value="A"/><gen:Value id="CONF_STATUS" value="F"/></gen:Attributes></gen:Obs><gen:Obs><gen:ObsDimension value="2024-03"/><gen:Attributes><gen:Value id="OBS_STATUS" value="Q"/><gen:Value id="CONF_STATUS" value="C"/></gen:Attributes></gen:Obs></gen:Series><gen:Series><gen:SeriesKey><gen:Value id="FREQ" value="M"/><gen:Value id="FLOW" value="X"/><gen:Value id="PLACE" value="450000"/><gen:Value id="CURRENCY" value="CNY"/></gen:SeriesKey><gen:Attributes><gen:Value id="UNIT_MEASURE" value="CNY"/><gen:Value id="UNIT_MULT" value="0"/></gen:Attributes><gen:Obs><gen:ObsDimension value="2024-02"/><gen:ObsValue value="20"/><gen:Attributes><gen:Value id="OBS_STATUS" value="A"/><gen:Value id="CONF_STATUS" value="F"/></gen:Attributes></gen:Obs><gen:Obs><gen:ObsDimension value="2024-03"/><gen:Attributes><gen:Value id="OBS_STATUS" value="Q"/><gen:Value id="CONF_STATUS" value="D"/></gen:Attributes></gen:Obs></gen:Series></mes:DataSet></mes:GenericData>"
    `);
  });
  it('in SDMX-ML, structure specific', () => {
    expect(whole(structureSpecificData(answer()))).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <mes:StructureSpecificData xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common" xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:flow="urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=TIDU:R7(1.0):ObsLevelDim:TIME_PERIOD"><mes:Header><mes:ID>R7</mes:ID><mes:Test>false</mes:Test><mes:Prepared>2024-06-01T08:00:00.000Z</mes:Prepared><mes:Sender id="TIDU"/><mes:Structure structureID="R7" namespace="urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=TIDU:R7(1.0):ObsLevelDim:TIME_PERIOD" dimensionAtObservation="TIME_PERIOD"><com:Structure><Ref agencyID="TIDU" id="R7" version="1.0"/></com:Structure></mes:Structure></mes:Header><mes:DataSet ss:structureRef="R7" xsi:type="flow:DataSetType" ss:dataScope="DataStructure" ss:action="Information"><Series FREQ="M" FLOW="X" PLACE="340000" CURRENCY="CNY" UNIT_MEASURE="CNY" UNIT_MULT="0"><Obs TIME_PERIOD="2024-02" OBS_VALUE="10" OBS_STATUS="A" CONF_STATUS="F"/><Obs TIME_PERIOD="2024-03" OBS_STATUS="Q" CONF_STATUS="C"/></Series><Series FREQ="M" FLOW="X" PLACE="450000" CURRENCY="CNY" UNIT_MEASURE="CNY" UNIT_MULT="0"><Obs TIME_PERIOD="2024-02" OBS_VALUE="20" OBS_STATUS="A" CONF_STATUS="F"/><Obs TIME_PERIOD="2024-03" OBS_STATUS="Q" CONF_STATUS="D"/></Series></mes:DataSet></mes:StructureSpecificData>"
    `);
  });
  it('in SDMX-CSV 1.0 and 2.0, with names where they are asked for', () => {
    expect(whole(csvData(answer(), '1.0'))).toMatchInlineSnapshot(`
      "DATAFLOW,FREQ,FLOW,PLACE,CURRENCY,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,UNIT_MULT,OBS_STATUS,CONF_STATUS
      TIDU:R7(1.0),M,X,340000,CNY,2024-02,10,CNY,0,A,F
      TIDU:R7(1.0),M,X,340000,CNY,2024-03,,CNY,0,Q,C
      TIDU:R7(1.0),M,X,450000,CNY,2024-02,20,CNY,0,A,F
      TIDU:R7(1.0),M,X,450000,CNY,2024-03,,CNY,0,Q,D
      "
    `);
    expect(whole(csvData(answer({ detail: 'dataonly' }), '2.0', 'both'))).toMatchInlineSnapshot(`
      "STRUCTURE,STRUCTURE_ID,ACTION,FREQ: Frequency,FLOW: Flow of trade,PLACE: Place where the trader is registered,CURRENCY: Currency,TIME_PERIOD: Time period,OBS_VALUE: Value
      dataflow,TIDU:R7(1.0),I,M: Monthly,X: Exports,340000: Anhui,CNY: Yuan renminbi,2024-02,10
      dataflow,TIDU:R7(1.0),I,M: Monthly,X: Exports,340000: Anhui,CNY: Yuan renminbi,2024-03,
      dataflow,TIDU:R7(1.0),I,M: Monthly,X: Exports,"450000: Guangxi, ""GX""",CNY: Yuan renminbi,2024-02,20
      dataflow,TIDU:R7(1.0),I,M: Monthly,X: Exports,"450000: Guangxi, ""GX""",CNY: Yuan renminbi,2024-03,
      "
    `);
  });
  it('in SDMX-JSON 1.0', () => {
    expect(whole(jsonData(answer(), '1.0', 'en'))).toMatchInlineSnapshot(
      `"{"meta":{"schema":"https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/1.0/sdmx-json-data-schema.json","id":"R7","prepared":"2024-06-01T08:00:00.000Z","test":false,"contentLanguages":["en","zh"],"sender":{"id":"TIDU","name":"Tidu","names":{"zh":"梯度","en":"Tidu"}}},"data":{"structure":{"links":[{"rel":"dataflow","urn":"urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=TIDU:R7(1.0)"}],"name":"Exports, \\"small\\" & made up (made up)","names":{"zh":"出口 <甲 & 乙>（合成数据）","en":"Exports, \\"small\\" & made up (made up)"},"dimensions":{"dataSet":[],"series":[{"id":"FREQ","name":"Frequency","names":{"zh":"频度","en":"Frequency"},"keyPosition":0,"roles":["FREQ"],"values":[{"id":"M","name":"Monthly","names":{"zh":"月","en":"Monthly"}}]},{"id":"FLOW","name":"Flow of trade","names":{"zh":"流向","en":"Flow of trade"},"keyPosition":1,"values":[{"id":"X","name":"Exports","names":{"zh":"出口","en":"Exports"}}]},{"id":"PLACE","name":"Place where the trader is registered","names":{"zh":"收发货人注册地","en":"Place where the trader is registered"},"keyPosition":2,"values":[{"id":"340000","name":"Anhui","names":{"zh":"安徽","en":"Anhui"}},{"id":"450000","name":"Guangxi, \\"GX\\"","names":{"zh":"广西","en":"Guangxi, \\"GX\\""}}]},{"id":"CURRENCY","name":"Currency","names":{"zh":"币种","en":"Currency"},"keyPosition":3,"values":[{"id":"CNY","name":"Yuan renminbi","names":{"zh":"人民币元","en":"Yuan renminbi"}}]}],"observation":[{"id":"TIME_PERIOD","name":"Time period","names":{"zh":"时期","en":"Time period"},"keyPosition":4,"roles":["TIME_PERIOD"],"values":[{"id":"2024-02","name":"2024-02","names":{"zh":"2024-02","en":"2024-02"},"start":"2024-02-01T00:00:00","end":"2024-02-29T23:59:59"},{"id":"2024-03","name":"2024-03","names":{"zh":"2024-03","en":"2024-03"},"start":"2024-03-01T00:00:00","end":"2024-03-31T23:59:59"}]}]},"attributes":{"dataSet":[],"series":[{"id":"UNIT_MEASURE","name":"Unit of measure","names":{"zh":"计量单位","en":"Unit of measure"},"relationship":{"dimensions":["CURRENCY"]},"values":[{"id":"CNY","name":"Yuan renminbi","names":{"zh":"人民币元","en":"Yuan renminbi"}}]},{"id":"UNIT_MULT","name":"Unit multiplier","names":{"zh":"单位乘数","en":"Unit multiplier"},"relationship":{"dimensions":["CURRENCY"]},"values":[{"id":"0","name":"Units","names":{"zh":"个","en":"Units"}}]}],"observation":[{"id":"OBS_STATUS","name":"Observation status","names":{"zh":"观测值状态","en":"Observation status"},"relationship":{"primaryMeasure":"OBS_VALUE"},"values":[{"id":"A","name":"Normal value","names":{"zh":"正常值","en":"Normal value"}},{"id":"Q","name":"Missing value; suppressed","names":{"zh":"缺失值：已隐去","en":"Missing value; suppressed"}}]},{"id":"CONF_STATUS","name":"Confidentiality status","names":{"zh":"保密状态","en":"Confidentiality status"},"relationship":{"primaryMeasure":"OBS_VALUE"},"values":[{"id":"C","name":"Confidential statistical information","names":{"zh":"保密","en":"Confidential statistical information"}},{"id":"D","name":"Secondary confidentiality, not for publication","names":{"zh":"连带保密","en":"Secondary confidentiality, not for publication"}},{"id":"F","name":"Free for publication","names":{"zh":"可公布","en":"Free for publication"}}]}]},"annotations":[]},"dataSets":[{"action":"Information","series":{"0:0:0:0":{"attributes":[0,0],"observations":{"0":[10,0,2],"1":[null,1,0]}},"0:0:1:0":{"attributes":[0,0],"observations":{"0":[20,0,2],"1":[null,1,1]}}}}]},"errors":[]}"`,
    );
  });
  it('in SDMX-JSON 2.0, flat', () => {
    const message = JSON.parse(whole(jsonData(answer({ at: 'AllDimensions' }), '2.0', 'zh')));
    expect(message.data.dataSets).toEqual([
      {
        structure: 0,
        action: 'Information',
        observations: {
          '0:0:0:0:0': [10, 0, 0, 0, 2],
          '0:0:0:0:1': [null, 0, 0, 1, 0],
          '0:0:1:0:0': [20, 0, 0, 0, 2],
          '0:0:1:0:1': [null, 0, 0, 1, 1],
        },
      },
    ]);
    expect(message.data.structures[0]).toMatchObject({
      name: '出口 <甲 & 乙>（合成数据）',
      dataSets: [0],
      measures: { observation: [{ id: 'OBS_VALUE' }] },
    });
  });
  it('with observations along any dimension', () => {
    expect(whole(structureSpecificData(answer({ at: 'PLACE', detail: 'dataonly' })))).toContain(
      '<Series FREQ="M" FLOW="X" CURRENCY="CNY" TIME_PERIOD="2024-02"><Obs PLACE="340000" OBS_VALUE="10"/><Obs PLACE="450000" OBS_VALUE="20"/></Series>',
    );
  });
  it('with keys alone, and with the last of each series', () => {
    expect(whole(structureSpecificData(answer({ detail: 'serieskeysonly' })))).toContain(
      'action="Information"><Series FREQ="M" FLOW="X" PLACE="340000" CURRENCY="CNY"/><Series',
    );
    const last = ends(flow, answer().observations, { last: 1 });
    expect(last.map(({ key }) => key.at(-1))).toEqual(['2024-03', '2024-03']);
  });
  it('says of every suppressed cell that it is, and why, and never its value', () => {
    const suppressed = answer().observations.filter(({ confidentiality }) => confidentiality !== 'F');
    expect(suppressed.map(({ value, status }) => [value, status])).toEqual([
      [null, 'Q'],
      [null, 'Q'],
    ]);
  });
});

describe('a structure message', () => {
  const registry: Registry = {
    flows: [flow],
    lists: flow.dimensions.map(({ list }) => list),
    held: new Map([['R7', { PLACE: ['340000'] }]]),
    country: '100000',
  };
  const ask = (kind: string, rest: Record<string, string> = {}) => structuresOf(registry, { kind, ...rest });

  it('in SDMX-ML: a code list with the code above each', () => {
    const list = ask('codelist', { agency: 'TIDU', id: 'CL_R7_PLACE' });
    expect(whole(structureMessage(list, prepared))).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <mes:Structure xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common" xmlns:str="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure"><mes:Header><mes:ID>STRUCTURES</mes:ID><mes:Test>false</mes:Test><mes:Prepared>2024-06-01T08:00:00.000Z</mes:Prepared><mes:Sender id="TIDU"/></mes:Header><mes:Structures><str:Codelists><str:Codelist id="CL_R7_PLACE" urn="urn:sdmx:org.sdmx.infomodel.codelist.Codelist=TIDU:CL_R7_PLACE(1.0)" agencyID="TIDU" version="1.0"><com:Name xml:lang="zh">R7 的地区</com:Name><com:Name xml:lang="en">place codes of R7</com:Name><str:Code id="100000" urn="urn:sdmx:org.sdmx.infomodel.codelist.Code=TIDU:CL_R7_PLACE(1.0).100000"><com:Name xml:lang="zh">全国</com:Name><com:Name xml:lang="en">China</com:Name></str:Code><str:Code id="340000" urn="urn:sdmx:org.sdmx.infomodel.codelist.Code=TIDU:CL_R7_PLACE(1.0).340000"><com:Name xml:lang="zh">安徽</com:Name><com:Name xml:lang="en">Anhui</com:Name><str:Parent><Ref id="100000"/></str:Parent></str:Code><str:Code id="450000" urn="urn:sdmx:org.sdmx.infomodel.codelist.Code=TIDU:CL_R7_PLACE(1.0).450000"><com:Name xml:lang="zh">广西</com:Name><com:Name xml:lang="en">Guangxi, &quot;GX&quot;</com:Name><str:Parent><Ref id="100000"/></str:Parent></str:Code></str:Codelist></str:Codelists></mes:Structures></mes:Structure>"
    `);
  });
  it('a data structure brings its lists and concepts when it is asked for its children', () => {
    const found = ask('datastructure', { id: 'R7', references: 'children' });
    expect(found.codeLists.map(({ id }) => id)).toEqual([
      'CL_FREQ',
      'CL_FLOW',
      'CL_R7_PLACE',
      'CL_CURRENCY',
      'CL_UNIT_MULT',
      'CL_OBS_STATUS',
      'CL_CONF_STATUS',
    ]);
    expect(found).toMatchObject({ concepts: true, dataflows: [], constraints: [] });
    const xml = whole(structureMessage(found, prepared));
    expect(xml).toContain('<str:TimeDimension id="TIME_PERIOD" position="5">');
    expect(xml).toContain('<str:Attribute id="CONF_STATUS" assignmentStatus="Mandatory">');
  });
  it('everything about a flow, and what refers to a list', () => {
    expect(ask('dataflow', { references: 'all' })).toMatchObject({
      agencies: true,
      concepts: true,
      dataStructures: [{ id: 'R7' }],
      constraints: [{ codes: { PLACE: ['340000'] } }],
    });
    expect(ask('codelist', { id: 'CL_R7_PLACE', references: 'parents' })).toMatchObject({
      dataStructures: [{ id: 'R7' }],
    });
  });
  it('in SDMX-JSON 1.0 and 2.0, each with its own words', () => {
    const found = ask('datastructure', { id: 'R7' });
    const parts = (version: '1.0' | '2.0') =>
      jsonStructures(found, prepared, version, 'en').data.dataStructures?.[0];
    expect(parts('1.0')).toMatchObject({
      id: 'R7',
      dataStructureComponents: {
        dimensionList: { timeDimensions: [{ id: 'TIME_PERIOD', position: 5 }] },
        measureList: { primaryMeasure: { id: 'OBS_VALUE' } },
      },
    });
    expect(parts('2.0')).toMatchObject({
      dataStructureComponents: {
        dimensionList: {
          timeDimension: {
            id: 'TIME_PERIOD',
            localRepresentation: { format: { dataType: 'ObservationalTimePeriod' } },
          },
        },
        attributeList: {
          attributes: expect.arrayContaining([
            expect.objectContaining({ id: 'CONF_STATUS', measureRelationship: ['OBS_VALUE'] }),
          ]),
        },
        measureList: { measures: [{ id: 'OBS_VALUE' }] },
      },
    });
  });
  it.each([
    [{ kind: 'village' }, 'path-not-understood'],
    [{ kind: 'dataflow', references: 'cousins' }, 'path-not-understood'],
    [{ kind: 'dataflow', id: 'R8' }, 'no-results'],
    [{ kind: 'dataflow', agency: 'ESTAT' }, 'no-results'],
    [{ kind: 'dataflow', version: '9.0' }, 'no-results'],
  ])('of what there is not: %j', (query, code) => {
    expect(() => structuresOf(registry, query)).toThrow(expect.objectContaining({ code }));
  });
});

/** Texts of a message's elements by name, where it is well-formed and every prefix is declared. */
function texts(xml: string, name: string): string[] {
  const found: string[] = [];
  let inside = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    inside = tag.name === name;
    if (inside) found.push('');
  });
  parser.on('text', (text) => {
    if (inside) found.push(`${found.pop()}${text}`);
  });
  parser.on('closetag', () => {
    inside = false;
  });
  parser.write(xml).close();
  return found;
}

it('whatever a release is called, its messages are well-formed and say so', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const called = flowOfRelease({ ...release, title: { zh: title, en: title }, synthetic: false });
      const registry = { flows: [called], lists: [], held: new Map(), country: '' };
      const found = structuresOf(registry, { kind: 'datastructure', references: 'all' });
      const [zh] = texts(whole(structureMessage(found, prepared)), 'com:Name').slice(4);
      const writable = title.toWellFormed().replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '');
      // A parser reads every end of line as one line feed.
      expect(zh).toBe(writable.replace(/\r\n?/g, '\n'));
      for (const message of [genericData, structureSpecificData]) {
        expect(texts(whole(message(answer({ flow: called }))), 'mes:ID')).toEqual(['R7']);
      }
    }),
    { numRuns: 200 },
  );
});

it('an error message holds whatever was asked, as text', () => {
  expect(errorMessage(140, ['no "<key>"\u0000 & such', '\uD800'])).toContain(
    '<com:Text xml:lang="en">no &quot;&lt;key&gt;&quot; &amp; such</com:Text><com:Text xml:lang="en">\uFFFD</com:Text>',
  );
});
