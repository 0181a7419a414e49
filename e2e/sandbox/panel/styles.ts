/** The control panel's style sheet. */
export const styles = `
*, *::before, *::after { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body { font: 14px/1.5 "Source Sans 3", system-ui, sans-serif; color: #313440; background: #f6f7fc; }
h1 { font-size: 26px; font-weight: 400; line-height: 1.25; margin: 0 0 16px; }
h2 { font-size: 18px; font-weight: 600; margin: 0 0 4px; }
p { margin: 0 0 12px; }
a { color: #2a52c9; }
a:focus-visible, button:focus-visible, select:focus-visible, summary:focus-visible { outline: 3px solid #8aa9ff; outline-offset: 2px; }

.panel { display: grid; grid-template: auto 1fr / 216px minmax(0, 1fr); grid-template-areas: "nav top" "nav main"; }
.panel nav { grid-area: nav; background: #1b2033; padding: 16px 12px; }
.panel .top { grid-area: top; }
.panel main { grid-area: main; padding: 24px; overflow: auto; display: flex; flex-direction: column; }

nav .brand { display: block; padding: 4px 12px 20px; color: #fff; font-size: 17px; font-weight: 600; text-decoration: none; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li a { display: block; padding: 9px 12px; border-radius: 4px; color: #d5daec; text-decoration: none; }
nav li a:hover { background: #2a3150; }
nav li a[aria-current] { background: #3c64f4; color: #fff; }
nav .settings { margin-top: 12px; padding-top: 12px; border-top: 1px solid #3a4160; }

.top { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; padding: 10px 24px; background: #fff; border-bottom: 1px solid #d9dce9; }
.top .store-name { margin-right: auto; font-size: 16px; font-weight: 600; }
.top .switcher { display: flex; gap: 8px; min-width: 0; }
.top select { min-width: 0; }

button, .button, select { font: inherit; min-height: 36px; padding: 6px 14px; border: 1px solid #8c93ad; border-radius: 4px; background: #fff; color: #313440; }
button, .button { cursor: pointer; text-decoration: none; display: inline-flex; align-items: center; }
button:hover, .button:hover { background: #f0f3ff; }
.primary { background: #3c64f4; border-color: #3c64f4; color: #fff; }
.primary:hover { background: #2d50d2; }
.danger { border-color: #db3643; color: #b3202d; }
.danger:hover { background: #fff2f3; }

#notice:empty { display: none; }
#notice { margin: 0 0 12px; padding: 10px 14px; border-left: 4px solid #3c64f4; background: #fff; }
.card { background: #fff; border: 1px solid #d9dce9; border-radius: 6px; padding: 20px; margin-bottom: 16px; max-width: 760px; }
.card .actions { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 16px; }
.app-card { display: grid; grid-template-columns: 48px 1fr; gap: 0 16px; }
.app-card .icon { width: 48px; height: 48px; }
.scopes { margin: 0 0 12px; padding-left: 20px; }
.scopes code { color: #5e637a; }
table { border-collapse: collapse; width: 100%; background: #fff; border: 1px solid #d9dce9; }
th, td { text-align: left; padding: 10px 14px; border-bottom: 1px solid #e6e8f2; }
th { font-weight: 600; }
thead th { background: #fafbff; }
small { font-weight: 400; color: #5e637a; overflow-wrap: anywhere; }

.side-panel { position: fixed; inset: 0 0 0 auto; width: min(400px, 100%); display: flex; flex-direction: column; background: #fff; border-left: 1px solid #d9dce9; box-shadow: -4px 0 16px rgb(27 32 51 / 20%); }
.side-panel div { display: flex; align-items: center; justify-content: space-between; padding: 10px 16px; border-bottom: 1px solid #d9dce9; }
.menu { position: relative; }
.menu summary { display: inline-block; padding: 2px 10px; border-radius: 4px; list-style: none; cursor: pointer; }
.menu summary:hover { background: #f0f3ff; }
.menu a { position: absolute; z-index: 1; top: 100%; right: 0; padding: 9px 16px; border: 1px solid #d9dce9; border-radius: 4px; background: #fff; box-shadow: 0 2px 8px rgb(27 32 51 / 15%); white-space: nowrap; }

.panel main:has(> .app-frame) { padding: 0; }
.app-frame { flex: 1; width: 100%; min-height: 420px; border: 0; background: #fff; }

.plain main { max-width: 640px; margin: 0 auto; padding: 64px 24px; }
.stores { list-style: none; padding: 0; display: grid; gap: 12px; }
.stores a { display: block; padding: 18px 20px; background: #fff; border: 1px solid #d9dce9; border-radius: 6px; font-size: 17px; }

@media (max-width: 720px) {
  .panel { grid-template: auto auto 1fr / minmax(0, 1fr); grid-template-areas: "nav" "top" "main"; }
  .panel nav { padding: 6px 8px; }
  .panel main { padding: 16px; }
  nav .brand { display: none; }
  nav ul { display: flex; flex-wrap: wrap; }
  nav li a { padding: 5px 8px; }
  nav .settings { margin: 0; padding: 0; border: 0; }
  .top { padding: 8px 16px; }
  .top .store-name { width: 100%; }
  .top .switcher { flex: 1; }
  .top select { flex: 1; width: 0; }
  th, td { padding: 8px; }
}
`;
