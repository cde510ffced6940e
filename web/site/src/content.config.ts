import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { lessonLoader } from './lesson-loader.ts';
import { LESSONS } from './places.ts';

const lesson = z.object({
  /** `<chapter>/<lesson>` and how many tasks the lesson has: filled in by the loader. */
  id: z.string(),
  checks: z.number(),
  order: z.number({ error: '"order" is the number of the lesson in the book, such as 1.3' }).positive(),
  minutes: z.number({ error: '"minutes" is how long the lesson takes to read' }).int().positive(),
  prerequisites: z.array(z.string(), {
    error: '"prerequisites" is a list of lessons such as gentle-descent/tangent; [] if there are none',
  }),
  notes: z.array(z.string(), { error: '"notes" is a list of sections of the study notes, such as ["1-3"]' }),
});

const chapter = z.object({
  order: z.number({ error: '"order" is the number of the chapter' }),
  title: z.object({ ko: z.string(), en: z.string() }),
});

export const collections = {
  // Starlight makes a page of every entry of the collection called docs.
  docs: defineCollection({
    loader: lessonLoader(),
    schema: docsSchema({ extend: z.object({ lesson: lesson.optional() }) }),
  }),
  chapters: defineCollection({
    loader: glob({ pattern: '*/chapter.yaml', base: LESSONS, generateId: ({ entry }) => entry.split('/')[0] }),
    schema: chapter,
  }),
  // Starlight's own words that read better otherwise.
  i18n: defineCollection({
    loader: async () => [
      { id: 'ko', 'skipLink.label': '본문으로 건너뛰기' },
      { id: 'en', 'skipLink.label': 'Skip to the text' },
    ],
    schema: i18nSchema(),
  }),
};
