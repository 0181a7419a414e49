declare global {
  interface Window {
    /** What the user has done on a page whose code has not loaded yet. */
    earlyInput?: { repeat: (() => void)[]; stop: () => void };
  }
}

/**
 * A script for the document's head. The user sees a page before its code has loaded, and React
 * ignores what they press, tick or choose until then. A link would even load a new document, which
 * loses a session that is in no storage yet. So the script holds these events back and repeats them
 * later:
 * - Somebody who presses a control again, because nothing has happened, presses it once.
 * - React replaces all elements if a browser extension has put others between them. The script then
 *   uses the new link to the same address, and the new control of the same kind and name.
 * - To tell React of a ticked box, the script sets the box back and clicks it.
 * - If React has replaced the search field meanwhile, the new one gets what was typed.
 * - If a script of the page can't be loaded, the script stops, so that links work without React.
 */
export const keepEarlyInput = `(function(){
var repeat=[],pressed,typed,ready=new AbortController,options={capture:true,signal:ready.signal};
function stop(){ready.abort()}
window.earlyInput={repeat:repeat,stop:stop};
function traits(control){
return control.href||[control.type,control.getAttribute("aria-label"),control.textContent].join()
}
function present(control){
return control.isConnected?control:Array.from(document.querySelectorAll(control.tagName)).find(function(other){return traits(other)===traits(control)})
}
addEventListener("click",function(event){
var control=event.target.closest("button[type=button],a:not([target])");
if(!control||event.altKey||event.ctrlKey||event.metaKey||event.shiftKey)return;
event.preventDefault();
event.stopImmediatePropagation();
if(control!==pressed)repeat.push(function(){present(control)?.click()});
pressed=control
},options);
addEventListener("change",function(event){
var control=event.target,on=control.checked,value=control.value;
function change(how){repeat.push(function(){var now=present(control);if(now)how(now)})}
if(control.type==="checkbox")change(function(now){now.checked=!on;now.click()});
else if(control.matches("select"))change(function(now){now.value=value;now.dispatchEvent(new Event("change",{bubbles:true}))})
},options);
function search(){
var field=document.querySelector("input[type=search]");
if(!field||field.value===typed)return;
Object.getOwnPropertyDescriptor(HTMLInputElement.prototype,"value").set.call(field,typed);
field.dispatchEvent(new Event("input",{bubbles:true}));
field.focus()
}
addEventListener("input",function(event){
if(event.target.type!=="search")return;
if(typed===undefined)repeat.push(search);
typed=event.target.value
},options);
addEventListener("error",function(event){if(event.target.tagName==="SCRIPT")stop()},options)
})();`;

/**
 * Repeats what the user did before the page's code had loaded. Call it once React handles events.
 */
export function repeatEarlyInput(): void {
  const early = window.earlyInput;
  delete window.earlyInput;
  early?.stop();
  early?.repeat.forEach((act) => {
    act();
  });
}
