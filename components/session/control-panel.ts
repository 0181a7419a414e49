interface ControlPanelSdk {
  init(options: { onLogout: () => void }): void;
}

declare global {
  interface Window {
    Bigcommerce?: ControlPanelSdk;
  }
}

/**
 * Loads BigCommerce's control panel script, which reports that the user has logged out there.
 * @returns a function that stops listening
 */
export function onControlPanelLogout(
  { scriptUrl, nonce }: { scriptUrl: string; nonce: string | undefined },
  onLogout: () => void,
): () => void {
  let listening = true;
  const listen = () =>
    window.Bigcommerce?.init({
      onLogout: () => {
        if (listening) onLogout();
      },
    });
  const script = document.createElement('script');
  script.src = scriptUrl;
  script.async = true;
  if (nonce !== undefined) script.nonce = nonce;
  script.addEventListener('load', listen);
  document.head.append(script);
  return () => {
    listening = false;
    script.removeEventListener('load', listen);
    script.remove();
  };
}
