export * from './contribution-to-growth.ts';
export { RegionalFault, type RegionalFaultCode } from './fault.ts';
export * from './gravity-centre.ts';
export * from './growth.ts';
export * from './herfindahl.ts';
export * from './location-quotient.ts';
export * from './matrix.ts';
export * from './share.ts';
export * from './theil.ts';
