/** The one script every page starts with. It is small: figures and search bring their own code when they are needed. */
import { followLinks } from '../../../widget/links.ts';
import { offerCopies } from './copy.ts';
import { playHero } from './hero.ts';
import { switchLanguage } from './language.ts';
import { loadWidgets } from './loader.ts';
import { keepForOffline } from './offline.ts';
import { layOutRest } from './rest.ts';
import { reachScrollers } from './scrollers.ts';
import { openSearch } from './search.ts';
import { tellTerms } from './terms.ts';
import { switchTheme } from './theme.ts';

switchTheme();
switchLanguage();
openSearch();
reachScrollers();
tellTerms();
offerCopies();
void layOutRest();
if (typeof WebAssembly === 'object') {
  loadWidgets();
  followLinks();
  void playHero();
} else {
  document.querySelector('[data-no-wasm]')?.removeAttribute('hidden');
}

keepForOffline();
