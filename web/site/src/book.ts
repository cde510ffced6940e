/** The book as its folders tell it: chapters in order, each with its lessons. Side bar, home page and the links at the end of a lesson all read this. */
import { getCollection } from 'astro:content';
import type { Language } from '../markdown/lesson-file.ts';

interface LessonFacts {
  /** `<chapter>/<lesson>` */
  id: string;
  /** 1.3: the third lesson of the first chapter. */
  order: number;
  minutes: number;
  prerequisites: string[];
  /** How many tasks it has. */
  checks: number;
}

/** What the collections hold; their schema is in content.config.ts. */
interface LessonEntry {
  id: string;
  data: { title: string; description?: string; lesson?: LessonFacts };
}
interface ChapterEntry {
  id: string;
  data: { order: number; title: Record<Language, string> };
}

export interface BookLesson extends LessonFacts {
  /** The order as it is shown. */
  number: string;
  title: string;
  description: string;
  href: string;
}

export interface Chapter {
  id: string;
  number: number;
  title: string;
  lessons: BookLesson[];
}

/** A link inside the site, under whatever path it is served. */
export function link(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path}`;
}

/** All chapters that have a lesson. */
export async function book(language: Language): Promise<Chapter[]> {
  const entries = ((await getCollection('docs')) as LessonEntry[]).filter((entry) =>
    entry.id.startsWith(`${language}/`),
  );
  const lessons = entries
    .flatMap(({ data: { title, description = '', lesson } }) => (lesson ? [{ ...lesson, title, description }] : []))
    .sort((a, b) => a.order - b.order)
    .map((lesson) => ({ ...lesson, number: String(lesson.order), href: link(`${language}/${lesson.id}/`) }));
  const chapters = ((await getCollection('chapters')) as ChapterEntry[]).map(({ id, data }) => ({
    id,
    number: data.order,
    title: data.title[language],
    lessons: lessons.filter((lesson) => lesson.id.startsWith(`${id}/`)),
  }));
  return chapters.filter((chapter) => chapter.lessons.length).sort((a, b) => a.number - b.number);
}

/** The chapter and the lesson with this id, and the lessons before and after it. */
export function place(chapters: Chapter[], id: string) {
  const lessons = chapters.flatMap((chapter) => chapter.lessons);
  const index = lessons.findIndex((lesson) => lesson.id === id);
  return {
    chapter: chapters.find((chapter) => id.startsWith(`${chapter.id}/`)),
    lesson: lessons[index],
    previous: lessons[index - 1],
    next: index < 0 ? undefined : lessons[index + 1],
    /** Title of any lesson, for prerequisites. */
    find: (other: string) => lessons.find((lesson) => lesson.id === other),
  };
}
