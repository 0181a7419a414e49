/** Gives the focus to the screen's name: screen readers go on from there when what had it is gone. */
export function focusHeading(): void {
  const heading = document.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}
