export * from './account/asker.ts';
export * from './calendar/calendar.ts';
export * from './file/file-type.ts';
export * from './ground/kind.ts';
export * from './ground/workflow.ts';
export * from './park/park.ts';
export * from './park/zone.ts';
export * from './park/zones-geojson.ts';
