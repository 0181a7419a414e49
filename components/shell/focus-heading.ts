/**
 * Moves the focus to the screen's heading. Screen readers go on from there when the element that
 * had the focus is gone.
 */
export function focusHeading(): void {
  const heading = document.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}
