/**
 * Runs before React hydrates the page. React takes the body's first `<div>` for Next's, so an
 * element that a browser extension has put before it moves to the end of the body.
 */
function moveForeignElements(): void {
  const { body } = document;
  const own = body.querySelector(':scope > div[hidden]');
  while (own && body.firstElementChild && body.firstElementChild !== own) {
    body.append(body.firstElementChild);
  }
}

moveForeignElements();
