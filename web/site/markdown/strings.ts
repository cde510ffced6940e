/** The words the plug-ins put on the page. */
import type { Language } from './lesson-file.ts';

export const strings: Record<Language, Record<'hint' | 'solution' | 'reveal' | 'output', string>> = {
  ko: { hint: '힌트', solution: '풀이 보기', reveal: '어떻게 될까요?', output: '출력' },
  en: { hint: 'Hint', solution: 'Worked solution', reveal: 'What happens', output: 'Output' },
};
