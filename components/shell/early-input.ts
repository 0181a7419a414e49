declare global {
  interface Window {
    /** What was done so far on a page whose code is still on its way. */
    earlyInput?: { repeat: (() => void)[]; stop: () => void };
  }
}

/**
 * A script for the document's head. A page can be seen before its code is there; React lets go of
 * what is pressed, ticked or chosen until then. A link would even load a document, and with it lose
 * the session that no storage keeps yet. Pressing a thing again because nothing happened counts
 * once. A link that has been replaced meanwhile leads on from its successor. A box that is set back
 * and clicked again tells React what it has missed. Where code can't be had, links are left alone.
 */
export const keepEarlyInput = `(function(){
var repeat=[],pressed,ready=new AbortController,options={capture:true,signal:ready.signal};
function stop(){ready.abort()}
window.earlyInput={repeat:repeat,stop:stop};
function present(control){
return control.isConnected?control:Array.from(document.links).find(function(link){return link.href===control.href})
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
if(control.type==="checkbox")repeat.push(function(){control.checked=!on;control.click()});
else if(control.matches("select"))repeat.push(function(){control.value=value;control.dispatchEvent(new Event("change",{bubbles:true}))})
},options);
addEventListener("error",function(event){if(event.target.tagName==="SCRIPT")stop()},options)
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
