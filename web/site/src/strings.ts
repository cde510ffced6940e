/** The words of the frame, in both languages. */
import type { Language } from '../markdown/lesson-file.ts';

const ko = {
  siteTitle: '내리막',
  tagline: '손으로 움직이며 배우는 머신러닝',
  description:
    '식을 직접 쓰고, 공을 끌고, 경사하강법이 내려가는 모습을 지켜보세요. 그림이 브라우저 안의 C++로 움직이는 머신러닝 교과서예요.',
  contents: '차례',
  glossary: '용어집',
  glossaryLead: '이 책에서 배우는 말과 기호를 모았어요. 각 낱말 뒤에 처음 나오는 레슨이 있어요.',
  minutes: (minutes: number) => `${minutes}분`,
  prerequisites: '먼저 읽으면 좋아요',
  previous: '이전',
  next: '다음',
  theme: '어두운 화면',
  otherLanguage: 'Read this page in English',
  search: '검색',
  searchPlaceholder: '찾을 말',
  searchClose: '닫기',
  searchNone: '찾은 곳이 없어요.',
  searchFound: '{count}곳을 찾았어요.',
  searchFailed: '검색을 불러오지 못했어요. 인터넷 연결을 확인해 주세요.',
  searchDevelopment: '검색은 빌드한 사이트에서만 돼요.',
  noScript: '이 페이지의 그림과 채점에는 JavaScript와 WebAssembly가 필요해요. 글과 수식, 풀이는 그대로 읽을 수 있어요.',
  figureFailed: '그림을 불러오지 못했어요. 인터넷 연결을 확인해 주세요.',
  tryAgain: '다시 시도',
  noWasm: '이 브라우저에는 WebAssembly가 없어서 그림이 움직이지 않아요. 글과 수식, 풀이는 그대로 읽을 수 있어요.',
  homeTitle: '공은 어디까지 내려갈까요?',
  homeLead: '식을 바꾸고 공을 끌어다 놓은 뒤 재생을 눌러 보세요. 한 걸음 한 걸음을 이 페이지 안의 C++가 계산해요.',
  homeLessons: '여기서부터 내려가요',
  homeOffline: '아무것도 전송하지 않고, 한번 열면 인터넷 없이도 돼요.',
};

const en: typeof ko = {
  siteTitle: 'Downhill',
  tagline: 'Machine learning you can move with your hands',
  description:
    'Type a function, drag the ball, and watch gradient descent walk down it. A machine learning textbook whose figures run on C++ inside your browser.',
  contents: 'Contents',
  glossary: 'Glossary',
  glossaryLead: 'The terms and symbols of this book, each with the lesson that introduces it.',
  minutes: (minutes: number) => `${minutes} min`,
  prerequisites: 'Read first',
  previous: 'Previous',
  next: 'Next',
  theme: 'Dark theme',
  otherLanguage: '이 페이지를 한국어로 읽기',
  search: 'Search',
  searchPlaceholder: 'Words to find',
  searchClose: 'Close',
  searchNone: 'Nothing found.',
  searchFound: '{count} found.',
  searchFailed: 'The search could not be loaded. Please check your connection.',
  searchDevelopment: 'Search works on the built site only.',
  noScript:
    'The figures and the grading on this page need JavaScript and WebAssembly. Text, formulas and solutions can be read as they are.',
  figureFailed: 'The figure could not be loaded. Please check your connection.',
  tryAgain: 'Try again',
  noWasm:
    'This browser has no WebAssembly, so the figures do not move. Text, formulas and solutions can be read as they are.',
  homeTitle: 'How far down will the ball go?',
  homeLead:
    'Change the function, drop the ball somewhere else and press play. Every step is computed by C++ running inside this page.',
  homeLessons: 'The way down starts here',
  homeOffline: 'Nothing is sent anywhere, and once opened it works without a connection.',
};

export const strings: Record<Language, typeof ko> = { ko, en };

/** The language of a page by its address. */
export function languageOf(locale: string | undefined): Language {
  return locale === 'en' ? 'en' : 'ko';
}
