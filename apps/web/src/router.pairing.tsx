import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { paths } from './paths.ts';
import { under } from './router.root.tsx';
import { readCountedOnce, readPairings } from './url-state.pairing.ts';

const pairings = createRoute({
  getParentRoute: under,
  path: paths.pairings,
  validateSearch: readPairings,
  component: lazyRouteComponent(() => import('./pages/pairings.page.tsx'), 'PairingsPage'),
});
const pairing = createRoute({
  getParentRoute: under,
  path: paths.pairing,
  component: lazyRouteComponent(() => import('./pages/pairing.page.tsx'), 'PairingPage'),
});
const agreement = createRoute({
  getParentRoute: under,
  path: paths.agreement,
  component: lazyRouteComponent(() => import('./pages/agreement.page.tsx'), 'AgreementPage'),
});
const obligation = createRoute({
  getParentRoute: under,
  path: paths.obligation,
  component: lazyRouteComponent(() => import('./pages/obligation.page.tsx'), 'ObligationPage'),
});
const pairingEvent = createRoute({
  getParentRoute: under,
  path: paths.pairingEvent,
  component: lazyRouteComponent(() => import('./pages/pairing-event.page.tsx'), 'PairingEventPage'),
});
const statement = createRoute({
  getParentRoute: under,
  path: paths.statement,
  component: lazyRouteComponent(() => import('./pages/statement.page.tsx'), 'StatementPage'),
});
const calculator = createRoute({
  getParentRoute: under,
  path: paths.calculator,
  component: lazyRouteComponent(() => import('./pages/calculator.page.tsx'), 'CalculatorPage'),
});
const countedOnce = createRoute({
  getParentRoute: under,
  path: paths.countedOnce,
  validateSearch: readCountedOnce,
  component: lazyRouteComponent(() => import('./pages/counted-once.page.tsx'), 'CountedOncePage'),
});

/** Pages of pairings and of what is shared in them. */
export const pairingRoutes = [
  pairings,
  pairing,
  agreement,
  obligation,
  pairingEvent,
  statement,
  calculator,
  countedOnce,
] as const;
