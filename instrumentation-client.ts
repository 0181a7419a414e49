/*
 * Runs before React hydrates the page, which fails at most elements that a browser extension has
 * put between the app's own.
 */

/**
 * React takes the body's first `<div>` for Next's, so an
 * element that a browser extension has put before it moves to the end of the body.
 */
function moveForeignElements(): void {
  const { body } = document;
  const own = body.querySelector(':scope > div[hidden]');
  while (own && body.firstElementChild && body.firstElementChild !== own) {
    body.append(body.firstElementChild);
  }
}

/** The app itself has nothing after the box in a cell of a table. */
function removeForeignElements(): void {
  for (const foreign of document.querySelectorAll(':is(td, th) > input ~ *')) foreign.remove();
}

moveForeignElements();
removeForeignElements();
