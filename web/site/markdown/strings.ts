/** The words the plug-ins put on the page. */
import type { Language } from './lesson-file.ts';

const ko = {
  hint: '힌트',
  solution: '풀이 보기',
  reveal: '어떻게 될까요?',
  output: '출력',
  behind: '이 그림을 움직이는 C++',
  copy: '복사',
  copied: '복사했어요',
  statements: '맞는 말은 무엇인가요?',
  grounds: '그 근거는 무엇인가요?',
  solvedBy: '이 풀이를 그림에서 보기',
};

export const strings: Record<Language, typeof ko> = {
  ko,
  en: {
    hint: 'Hint',
    solution: 'Worked solution',
    reveal: 'What happens',
    output: 'Output',
    behind: 'The C++ behind this figure',
    copy: 'Copy',
    copied: 'Copied',
    statements: 'Which statement is right?',
    grounds: 'On what ground?',
    solvedBy: 'See this solution in the figure',
  },
};
