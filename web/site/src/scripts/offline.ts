/** Keeps the book readable without a connection, by the service worker of this build. */

const WORKER = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/service-worker.js`;

export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // After the page is done: keeping it for later must not slow it down now.
  addEventListener('load', () => void register().catch(() => {}));
}

async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  // A page that the service worker did not bring is one it does not know.
  const known = serviceWorker.controller !== null;
  await serviceWorker.register(WORKER);
  if (!known) (await serviceWorker.ready).active?.postMessage({ keep: location.pathname });
}
