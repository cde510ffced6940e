/** Trainings, directly over the module. */
import type { TrainingModule } from './module.ts';
import { DirectTraining } from './training.ts';
import type { TrainingCore } from './types.ts';

export function methods(module: TrainingModule): TrainingCore {
  return {
    training: (problem) => DirectTraining.create(module, problem),
    loadTraining: (text, data) => DirectTraining.load(module, text, data),
  };
}
