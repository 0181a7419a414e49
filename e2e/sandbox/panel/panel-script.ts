import { logoutMessage } from './panel-sdk.ts';

/** Posts the log-out to the framed app and stays on the page, so that the app can react. */
export const panelScript = `
document.querySelector('#log-out')?.addEventListener('submit', (event) => {
  const frame = document.querySelector('iframe');
  if (!frame) return;
  event.preventDefault();
  frame.contentWindow.postMessage('${logoutMessage}', frame.dataset.origin);
  document.querySelector('#notice').textContent = 'You have logged out of the control panel.';
});
`;
