/** Where the browser keeps two choices that must hold before the first paint. */
export const THEME_KEY = 'headwater.theme';
export const NAV_KEY = 'headwater.nav';

/** Runs in the head before anything is painted, so neither theme nor navigation flashes. */
export const themeScript = `(function(){try{var e=document.documentElement,t=localStorage.getItem('${THEME_KEY}');e.classList.toggle('dark',t==='dark'||(t!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches));var n=localStorage.getItem('${NAV_KEY}');if(n==='narrow'||(n===null&&location.pathname.indexOf('/studio/')===0))e.dataset.nav='narrow'}catch(_){}})()`;
