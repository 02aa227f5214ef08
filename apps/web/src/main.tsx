import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { asks } from './api/asks.ts';
import { Refusal } from './api/http.client.ts';
import { overviewAsks, overviewView } from './api/overview.asks.ts';
import { paths } from './paths.ts';
import { router } from './router.tsx';
import { readOverview } from './url-state.ts';
import './words/words.ts';
import './style/base.css';
import './style/frame.css';
import './style/page.css';
import './style/files.css';
import './style/parks.css';
import './style/overview.css';
import './style/map.css';
import './style/receipt.css';
import './style/gradient.css';
import './style/guidance.css';
import './style/guidance-next.css';
import './style/scenario.css';
import './style/quality.css';
import './style/programme.css';
import './style/accounts.css';
import './style/recognition.css';
import './style/review.css';
import './style/assessment.css';
import './style/pairing.css';
import './style/work.css';
import './style/projects.css';
import './style/measures.css';
import './style/company.css';
import './style/phone.css';
import './style/print.css';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      // A refusal stays a refusal; only a lost connection is worth asking again.
      retry: (count, error) => count < 2 && !(error instanceof Refusal && error.status < 500),
    },
  },
});

// What the first page wants is asked for while the page itself is still being put together.
if (location.pathname === paths.overview) {
  void client.fetchQuery(asks.status()).then(({ months }) => {
    if (!months) return;
    const chosen = readOverview(Object.fromEntries(new URLSearchParams(location.search)));
    for (const ask of Object.values(overviewAsks(overviewView(chosen, months))))
      void client.prefetchQuery(ask);
  }, failed);
  for (const layer of ['provinces', 'prefectures', 'inset'] as const)
    void client.prefetchQuery(asks.map(layer));
  void client.prefetchQuery(asks.places());
  void client.prefetchQuery(asks.parks());
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

/** The page asks again and says what went wrong. */
function failed(): void {}
