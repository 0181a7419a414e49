declare global {
  interface Window {
    /** What was done so far on a page whose code is still on its way. */
    earlyInput?: { repeat: (() => void)[]; stop: () => void };
  }
}

/**
 * A script for the document's head. A page can be seen before its code is there; React lets go of
 * what is pressed or chosen until then. A link would even load a document, and with it lose the
 * session that no storage keeps yet. Pressing a thing again because nothing happened counts once.
 */
export const keepEarlyInput = `(function(){
var repeat=[],last,ready=new AbortController,options={capture:true,signal:ready.signal};
window.earlyInput={repeat:repeat,stop:function(){ready.abort()}};
function keep(control,act){if(control!==last)repeat.push(act);last=control}
addEventListener("click",function(event){
var control=event.target.closest("button,input[type=checkbox],a:not([target])");
if(!control||event.altKey||event.ctrlKey||event.metaKey||event.shiftKey)return;
event.preventDefault();
keep(control,function(){control.click()})
},options);
addEventListener("change",function(event){
var control=event.target.closest("select");
if(control)keep(control,function(){control.dispatchEvent(new Event("change",{bubbles:true}))})
},options)
})();`;

/** Does what the user did before the page was ready. Call it once event handlers are in place. */
export function repeatEarlyInput(): void {
  const early = window.earlyInput;
  delete window.earlyInput;
  early?.stop();
  early?.repeat.forEach((act) => {
    act();
  });
}
