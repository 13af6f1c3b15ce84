const EVENTS =
  'abort activate after animation auxclick before begin blur bounce canplay cellchange change click close ' +
  'content context copy cue cut data dblclick deactivate drag drop duration emptied end error filter finish ' +
  'focus formdata fullscreen gotpointer hashchange help input invalid key layout load lose lostpointer ' +
  'media message mouse move moz navigate offline online open orientation pagehide pageshow page paste pause ' +
  'play pointer popstate popup progress property rate ready rejection repeat request reset resize resume ' +
  'reverse row scroll search seek security select show slotchange snap stalled start stop storage submit ' +
  'suspend syncrestored timeerror timeout timeupdate toggle touch track transition unhandled unload ' +
  'urlflip volume waiting webkit wheel zoom';

const HANDLER = new RegExp(`^on(?:${EVENTS.replaceAll(' ', '|')})[a-z]{0,24}$`);

/** An attribute that holds script: `onload`, `onpointerrawupdate`. The name in lower case. */
export function isEventHandler(name: string): boolean {
  return name.startsWith('on') && HANDLER.test(name);
}

/** Elements that run, load or change what a page is. */
export const ACTIVE_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'script iframe frame frameset object embed applet xml xss style link meta base bgsound layer ilayer isindex ' +
    'vmlframe import foreignobject animate animatetransform animatemotion set handler listener portal fencedframe ' +
    'noscript xmp plaintext xsl:stylesheet html:script svg:script xhtml:script maction'
  ).split(' '),
);

/** Elements that open another parser, suspect with anything in them but plain shapes. */
export const FOREIGN_ELEMENTS: ReadonlySet<string> = new Set(['svg', 'math']);

/** Attributes whose value is an address that a page follows or loads. */
export const ADDRESS_ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'href src action formaction data xlink:href poster background dynsrc lowsrc from to by values code codebase ' +
    'cite ping manifest content srcset folder classid profile longdesc usemap archive url'
  ).split(' '),
);

/** Attributes that hold a document or a template of one. */
export const DOCUMENT_ATTRIBUTES: ReadonlySet<string> = new Set([
  'srcdoc',
  'datasrc',
  'dataformatas',
  'fscommand',
]);
